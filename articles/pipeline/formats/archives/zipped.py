"""ZIP: members through the table at its end, read one at a time."""

from __future__ import annotations

import lzma
import stat
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import cast
from zipfile import ZIP_BZIP2, ZIP_LZMA, BadZipFile, ZipExtFile, ZipFile, ZipInfo

from ...reading import Unreadable
from ...results import Refused
from ..members import Entry, Member
from .gathering import Litter, refused_name
from .limits import MAX_FILE, MAX_MEMBERS, MAX_RATIO, SMALL_MEMBER, OverLimit, Unpacked
from .names import decode_name

#: What the standard library raises on files that are damaged, on purpose or not.
BROKEN = (BadZipFile, EOFError, OSError, ValueError, OverflowError, zlib.error, lzma.LZMAError)
_UTF8_NAME, _ENCRYPTED = 0x800, 0x1 | 0x40 | 0x2000
#: WinZip's AES names itself as a method of compression.
_AES = 99
#: A local header before the name (PKWARE's APPNOTE, 4.3.7).
_LOCAL_HEADER = 30
_STEP = 4096
#: zipfile unpacks bzip2 and LZMA without a bound for what it has read: no more than one block of bzip2, which may hold
#: 45 MB in 40 bytes, is to come out at once.
_SMALL_STEP = 32


def zip_members(data: bytes) -> Iterator[Entry]:
    """Yield the members of a ZIP in order of name."""
    archive = open_zip(data)
    files = [info for info in archive.infolist() if not info.is_dir()]
    if len(files) > MAX_MEMBERS:
        raise OverLimit("members", f"{len(files)}")
    unpacked, litter = Unpacked(len(data)), Litter()
    _expect_apart(files)
    for name, info in sorted(
        ((decode_name(_raw_name(info)), info) for info in files), key=lambda pair: pair[0]
    ):
        if not litter.holds(name):
            yield _refused(name, info) or _member(archive, info, name, unpacked)
    yield from litter.told()


def open_zip(data: bytes) -> ZipFile:
    """Return a ZIP with its table read. Raises `Unreadable` where it has none."""
    try:
        return ZipFile(BytesIO(data))
    except (*BROKEN, NotImplementedError) as error:
        raise Unreadable("broken", _words_of(error)) from error


def read_part(archive: ZipFile, info: ZipInfo, unpacked: Unpacked) -> bytes:
    """Return a member's bytes, counted. Raises `Unreadable` (`too-large`, `ratio`, `broken`, `format`, `encrypted`)."""
    limit = max(SMALL_MEMBER, MAX_RATIO * min(info.compress_size, unpacked.packed))
    parts: list[bytes] = []
    size = 0
    try:
        with archive.open(info) as opened:
            if info.compress_type in (ZIP_BZIP2, ZIP_LZMA):
                cast(ZipExtFile, opened).MIN_READ_SIZE = _SMALL_STEP
            while part := opened.read(_STEP):
                parts.append(part)
                size += len(part)
                unpacked.add(len(part))
                if size > MAX_FILE:
                    raise Unreadable("too-large")
                if size > limit:
                    raise Unreadable("ratio")
    except NotImplementedError as error:
        raise Unreadable("format", _words_of(error)) from error
    except RuntimeError as error:  # zipfile asks for a password
        raise Unreadable("encrypted") from error
    except BROKEN as error:
        raise Unreadable("broken", _words_of(error)) from error
    if size != info.file_size:
        raise Unreadable("broken", f"{size} bytes, {info.file_size} declared")
    return b"".join(parts)


def _member(archive: ZipFile, info: ZipInfo, name: str, unpacked: Unpacked) -> Entry:
    try:
        return Member(name, read_part(archive, info, unpacked))
    except OverLimit:
        raise
    except Unreadable as reason:
        return Refused(name, reason.code, reason.detail)


def _refused(name: str, info: ZipInfo) -> Refused | None:
    """Return a refusal where the table alone tells that a member is not to be read."""
    mode = stat.S_IFMT(info.external_attr >> 16)
    if mode not in (0, stat.S_IFREG):
        return Refused(name, "link")
    if info.flag_bits & _ENCRYPTED or info.compress_type == _AES:
        return Refused(name, "encrypted")
    return refused_name(name)


def _raw_name(info: ZipInfo) -> bytes:
    """Return a name as it stands in the file: zipfile takes for cp437 what is not marked as UTF-8."""
    return info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8_NAME else "cp437")


def _expect_apart(infos: list[ZipInfo]) -> None:
    """Raise `Unreadable` where members share bytes: a bomb that each unpacks again, never an accident."""
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise Unreadable("broken", "members lie over each other")
        end = info.header_offset + _LOCAL_HEADER + len(_raw_name(info)) + info.compress_size


def _words_of(error: Exception) -> str:
    return str(error) or type(error).__name__
