"""TAR, packed or not, and single packed files: read as a stream, so that nothing is unpacked twice."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zlib
from collections.abc import Callable, Iterator
from io import BufferedReader, BytesIO
from typing import IO, Any, BinaryIO, cast

from ...reading import Unreadable
from ...results import Refused
from ..members import Entry, Member
from .gathering import Litter, refused_name
from .limits import MAX_FILE, MAX_MEMBERS, OverLimit, Unpacked
from .names import decode_name

#: Beginnings of packed files, and what unpacks them.
_UNPACKERS: dict[bytes, Callable[[BytesIO], Any]] = {
    b"\x1f\x8b": gzip.open,
    b"BZh": bz2.open,
    b"\xfd7zXZ\x00": lzma.open,
}
COMPRESSED = tuple(_UNPACKERS)
_SUFFIXES = (".gz", ".bz2", ".xz")
_BLOCK = 512
_STEP = 64 * 1024
#: What the standard library raises on damaged files; a chain of long names makes tarfile recurse.
_BROKEN = (
    tarfile.TarError,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    zlib.error,
    lzma.LZMAError,
    RecursionError,
)


def is_tar(head: bytes) -> bool:
    """Return whether a file's first 512 bytes are a TAR's: its check sum is right."""
    if len(head) < _BLOCK or not head.strip(b"\x00"):
        return False
    try:
        tarfile.TarInfo.frombuf(head, "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError, OverflowError):
        return False
    return True


def tar_members(data: bytes) -> Iterator[Entry]:
    """Yield the members of a TAR in order of name."""
    return _members(_Counted(BytesIO(data), len(data)))


def compressed_members(data: bytes, name: str) -> Iterator[Entry]:
    """Yield the members of a packed TAR, or the one file that was packed alone."""
    raw = next(
        open_(BytesIO(data)) for magic, open_ in _UNPACKERS.items() if data.startswith(magic)
    )
    stream = _Counted(raw, len(data))
    try:
        packed_tar = is_tar(stream.peek(_BLOCK))
    except _BROKEN as error:
        raise Unreadable("broken", _words_of(error)) from error
    if packed_tar:
        yield from _members(stream)
        return
    inner = name[: -len(suffix)] if (suffix := _suffix(name)) else name
    try:
        yield Member(inner, _read(stream))
    except _BROKEN as error:
        raise Unreadable("broken", _words_of(error)) from error


class _Counted:
    """A stream that counts what is read from it."""

    def __init__(self, raw: Any, packed: int) -> None:
        self._raw = BufferedReader(raw)
        self._unpacked = Unpacked(packed)

    def read(self, size: int) -> bytes:
        """Return up to `size` bytes. Raises `OverLimit`."""
        data = self._raw.read(size)
        self._unpacked.add(len(data))
        return data

    def peek(self, size: int) -> bytes:
        """Return the next bytes without moving on."""
        return self._raw.peek(size)[:size]


def _members(stream: _Counted) -> Iterator[Entry]:
    """Yield all members, which are held until the last is known: a stream has them in its own order."""
    litter = Litter()
    found: list[Member | Refused] = []
    fault = None
    try:
        for entry in _in_order(stream):
            if not litter.holds(entry.name):
                found.append(entry)
            if len(found) > MAX_MEMBERS:
                raise OverLimit("members")
    except _BROKEN as error:
        if not found:
            raise Unreadable("broken", _words_of(error)) from error
        fault = Refused("", "broken", _words_of(error))
    yield from sorted(found, key=lambda entry: entry.name)
    yield from litter.told()
    if fault:
        yield fault


def _in_order(stream: _Counted) -> Iterator[Member | Refused]:
    with tarfile.open(fileobj=cast(BinaryIO, stream), mode="r|", bufsize=_STEP) as archive:
        for info in archive:
            if info.isdir():
                continue
            name = decode_name(info.name.encode("utf-8", "surrogateescape"))
            if not info.isreg():
                yield Refused(name, "link", info.linkname)
            elif refusal := refused_name(name):
                yield refusal
            else:
                yield _member(archive, info, name)
        _expect_end(archive)


def _member(archive: tarfile.TarFile, info: tarfile.TarInfo, name: str) -> Member | Refused:
    opened = archive.extractfile(info)
    assert opened is not None  # a regular file
    try:
        return Member(name, _read(opened))
    except OverLimit:
        raise
    except Unreadable as reason:
        return Refused(name, reason.code, reason.detail)


def _read(opened: IO[bytes] | _Counted) -> bytes:
    """Return the bytes of one file. Raises `Unreadable` where they are too many."""
    parts = []
    size = 0
    while data := opened.read(_STEP):
        parts.append(data)
        size += len(data)
        if size > MAX_FILE:
            raise Unreadable("too-large")
    return b"".join(parts)


def _expect_end(archive: tarfile.TarFile) -> None:
    """Raise `ReadError` where something follows: tarfile takes a damaged header for the end."""
    assert archive.fileobj is not None
    while data := archive.fileobj.read(_STEP):
        if data.strip(b"\x00"):
            raise tarfile.ReadError("damaged header")


def _suffix(name: str) -> str:
    return next((suffix for suffix in _SUFFIXES if name.lower().endswith(suffix)), "")


def _words_of(error: Exception) -> str:
    return str(error) or type(error).__name__
