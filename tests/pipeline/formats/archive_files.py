"""Archives for tests, built in memory."""

import io
import struct
import tarfile
import zipfile

#: A member is a name and bytes, or the keyword of a type of TAR member in place of the bytes.
TYPES = {
    "symlink": tarfile.SYMTYPE,
    "hardlink": tarfile.LNKTYPE,
    "fifo": tarfile.FIFOTYPE,
    "device": tarfile.CHRTYPE,
}


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED):
    """Return a ZIP of `members`."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data, compress_type=method)
    return written.getvalue()


def tarred(*members: tuple[str, bytes | str], mode: str = "w", encoding: str = "utf-8") -> bytes:
    """Return a TAR of `members`, packed as `mode` says."""
    written = io.BytesIO()
    with tarfile.open(
        fileobj=written, mode=mode, format=tarfile.GNU_FORMAT, encoding=encoding
    ) as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            if isinstance(data, str):
                info.type, info.linkname = TYPES[data], "/etc/passwd"
                archive.addfile(info)
            else:
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
    return written.getvalue()


def with_size(archive: bytes, size: int) -> bytes:
    """Return a ZIP of one member with another unpacked size declared, in its header and in the table."""
    changed = bytearray(archive)
    for magic, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = changed.index(magic) + offset
        changed[at : at + 4] = struct.pack("<I", size)
    return bytes(changed)


def with_flags(archive: bytes, flags: int) -> bytes:
    """Return a ZIP of one member with other flags, in its header and in the table."""
    changed = bytearray(archive)
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.index(magic) + offset
        changed[at : at + 2] = struct.pack("<H", flags)
    return bytes(changed)


def with_raw_name(archive: bytes, placeholder: bytes, name: bytes) -> bytes:
    """Return a ZIP with the bytes of a name in place of `placeholder`, which is as long."""
    assert len(placeholder) == len(name)
    return archive.replace(placeholder, name)


def overlapping(count: int, kernel: bytes) -> bytes:
    """Return a ZIP whose `count` members all begin at the same bytes."""
    one = zipped(("a.txt", kernel))
    table = one[one.index(b"PK\x01\x02") : one.index(b"PK\x05\x06")]
    head = one[: one.index(b"PK\x01\x02")]
    end = struct.pack(
        "<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(table) * count, len(head), 0
    )
    return head + table * count + end
