"""What a format finds in a file: texts, what it refuses, and members that are files themselves."""

from __future__ import annotations

from dataclasses import dataclass

from ..results import Item, Refused


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a file, still to be opened: a member of an archive, an attachment of a mail."""

    name: str
    data: bytes


Entry = Item | Refused | Member

#: Why a file or a member is refused: the codes of `Unreadable` and `Refused`, for which the desk has words.
REASONS = frozenset(
    {
        "empty",
        "binary",
        "encoding",
        "too-large",
        "format",
        "broken",
        "encrypted",
        "nested",
        "members",
        "unpacked",
        "ratio",
        "link",
        "path",
        "entities",
        "effort",
        "error",
    }
)
