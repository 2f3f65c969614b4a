"""What is the same for members of every kind of archive: names that are refused, litter that is passed over."""

from __future__ import annotations

from collections.abc import Iterator

from ...results import Refused
from .names import is_litter, leads_out


class Litter:
    """Counts what file managers left in an archive, to tell it in one line."""

    def __init__(self) -> None:
        self._first = ""
        self._count = 0

    def holds(self, name: str) -> bool:
        """Return whether a file is litter, and count it."""
        if not is_litter(name):
            return False
        self._first = self._first or name
        self._count += 1
        return True

    def told(self) -> Iterator[Refused]:
        """Yield one refusal for all of it, with their number; nothing where there was none."""
        if self._count:
            yield Refused(self._first, "format", f"× {self._count}" if self._count > 1 else "")


def refused_name(name: str) -> Refused | None:
    """Return a refusal where the name of a member leads out of the archive."""
    return Refused(name, "path") if leads_out(name) else None
