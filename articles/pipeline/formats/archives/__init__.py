"""ZIP and TAR archives and single compressed files: members in order of name, each bad one refused by name.

What an archive declares is never believed: bytes are counted while they are unpacked. A limit of a single member costs
that member; a limit of the whole (members, size, ratio) refuses the whole, since half an archive would go unnoticed.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import Unreadable
from ..members import Entry
from .tarred import COMPRESSED, compressed_members, is_tar, tar_members
from .zipped import zip_members

__all__ = ["read", "recognises"]

#: A ZIP begins with its first member, an empty one with its end; one cut in volumes is none we can open.
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"PK00PK\x03\x04")
#: Archives that need programs of their own.
_UNKNOWN = {
    b"Rar!\x1a\x07": "RAR",
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"\x28\xb5\x2f\xfd": "Zstandard",
    b"MSCF\x00\x00\x00\x00": "CAB",
}


def recognises(data: bytes, name: str) -> bool:
    """Return whether a file is an archive or compressed, one that is not read included."""
    return data.startswith((*_ZIP, *COMPRESSED, *_UNKNOWN)) or is_tar(data[:512])


def read(data: bytes, name: str) -> Iterator[Entry]:
    """Yield the members of an archive, and what is refused.

    Raises `Unreadable` (`broken`, `members`, `unpacked`, `ratio`, `format`), also between members.
    """
    for magic, kind in _UNKNOWN.items():
        if data.startswith(magic):
            raise Unreadable("format", kind)
    if data.startswith(_ZIP):
        return zip_members(data)
    if data.startswith(COMPRESSED):
        return compressed_members(data, name)
    return tar_members(data)
