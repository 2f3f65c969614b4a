"""How much an archive may hold, counted while it is unpacked."""

from __future__ import annotations

from ...reading import Unreadable

#: Bytes of one file, as of an upload.
MAX_FILE = 20 * 1024**2
#: Bytes and files of a whole archive.
MAX_UNPACKED = 200 * 1024**2
MAX_MEMBERS = 2000
#: How many times its packed size a member, or the whole, may unpack to. Press texts shrink to a third, lists to a
#: tenth; deflate reaches 1,032 at most.
MAX_RATIO = 100
#: A member below this many bytes, or a whole that is no larger than a plain file may be, hurts nobody at any ratio.
SMALL_MEMBER = 1024**2
SMALL_WHOLE = MAX_FILE


class OverLimit(Unreadable):
    """An archive holds more than a whole may: `members`, `unpacked` or `ratio`."""


class Unpacked:
    """Counts what an archive of `packed` bytes unpacks to."""

    def __init__(self, packed: int) -> None:
        self.packed = packed
        self._total = 0

    def add(self, count: int) -> None:
        """Count bytes. Raises `OverLimit` where they are more than a whole archive may hold."""
        self._total += count
        if self._total > MAX_UNPACKED:
            raise OverLimit("unpacked")
        if self._total > max(SMALL_WHOLE, MAX_RATIO * self.packed):
            raise OverLimit("ratio")
