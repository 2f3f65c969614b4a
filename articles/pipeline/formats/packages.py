"""Documents that are ZIP files of parts (DOCX, ODT): told from archives, and their parts read within limits."""

from __future__ import annotations

import re

from ..reading import Unreadable
from .archives.limits import MAX_MEMBERS, Unpacked
from .archives.zipped import open_zip, read_part

_ZIP = b"PK\x03\x04"
_END = b"PK\x05\x06"


def has_part(data: bytes, beginning: str) -> bool:
    """Return whether a file is a ZIP with a part whose name so begins, told by its table without unpacking anything.

    What lies in members (a document in an archive) does not count.
    """
    if not data.startswith(_ZIP):
        return False
    end = data.rfind(_END)
    if end < 0:
        return False
    # APPNOTE 4.3.12 and 4.3.16: the table's size stands in its end record, a name 46 bytes into its entry.
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    entry = re.compile(rb"PK\x01\x02.{42}" + re.escape(beginning.encode()), re.DOTALL)
    return bool(entry.search(data, max(0, end - size), end))


class Package:
    """The parts of a document by name."""

    def __init__(self, data: bytes) -> None:
        """Read the table. Raises `Unreadable` where there is none, or too much in it."""
        self._archive = open_zip(data)
        self._parts = {info.filename.lstrip("/"): info for info in self._archive.infolist()}
        if len(self._parts) > MAX_MEMBERS:
            raise Unreadable("members")
        self._unpacked = Unpacked(len(data))

    def part(self, name: str) -> bytes:
        """Return a part's bytes, none where there is no such part. Raises `Unreadable` where it is damaged or locked."""
        info = self._parts.get(name.lstrip("/"))
        return read_part(self._archive, info, self._unpacked) if info else b""

    def names(self, beginning: str) -> list[str]:
        """Return the names of the XML parts that so begin, in order."""
        return sorted(
            name for name in self._parts if name.startswith(beginning) and name.endswith(".xml")
        )
