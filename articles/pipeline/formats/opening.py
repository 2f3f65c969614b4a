"""A file opened down to its texts: members are opened as files of their own, within limits of the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ..reading import Unreadable
from ..results import Item, Refused
from .archives.limits import MAX_UNPACKED
from .members import Entry, Member

#: An archive in a mail, or a mail in an archive, with their texts; nothing deeper.
MAX_DEPTH = 2

ReadFormat = Callable[[bytes, str], Iterable[Entry]]


def open_file(
    data: bytes, name: str, read: ReadFormat, is_archive: Callable[[bytes, str], bool]
) -> list[Item | Refused]:
    """Return the texts of a file and of the files inside it, numbered in order, and what was refused.

    `read` opens one file, without its members. Raises `Unreadable` where the file as a whole holds nothing.
    """
    found = list(_Opening(read, is_archive).entries(data, name, 0, False))
    if not found:
        raise Unreadable("empty")
    return [replace(entry, number=number) for number, entry in enumerate(found, 1)]


class _Opening:
    """One file on its way to its texts."""

    def __init__(self, read: ReadFormat, is_archive: Callable[[bytes, str], bool]) -> None:
        self._read = read
        self._is_archive = is_archive
        self._unpacked = 0

    def entries(
        self, data: bytes, name: str, depth: int, in_archive: bool
    ) -> Iterator[Item | Refused]:
        in_archive = in_archive or self._is_archive(data, name)
        for entry in self._read(data, name):
            if isinstance(entry, Member):
                yield from self._opened(entry, depth + 1, in_archive)
            else:
                yield entry

    def _opened(self, member: Member, depth: int, in_archive: bool) -> list[Item | Refused]:
        """Return what a member holds, under its name; where it can't be opened, that."""
        try:
            self._expect_room(member, depth, in_archive)
            inside = list(self.entries(member.data, member.name, depth, in_archive))
            if not inside:
                raise Unreadable("empty")
        except Unreadable as reason:
            return [Refused(member.name, reason.code, reason.detail)]
        return [
            replace(entry, name=f"{member.name} › {entry.name}" if entry.name else member.name)
            for entry in inside
        ]

    def _expect_room(self, member: Member, depth: int, in_archive: bool) -> None:
        """Raise `Unreadable` where a member is an archive in an archive, too deep, or one too many."""
        self._unpacked += len(member.data)
        if depth > MAX_DEPTH or (in_archive and self._is_archive(member.data, member.name)):
            raise Unreadable("nested")
        if self._unpacked > MAX_UNPACKED:
            raise Unreadable("unpacked")
