"""Plain press text, with or without the archive's header ` date 2022-05 `, which runs into the first words."""

from __future__ import annotations

import re
from calendar import monthrange

from ..reading import decode
from ..results import Item, Refused, Span, Stated, Text

_HEADER = re.compile(
    r"\s*date[ \t]+((?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)"
    r"(?P<impossible>(?:-\d{1,2})*)(?!\d)\s?"
)
#: The header where lines of the page were copied above it; it opens one of the first lines, behind its blank.
_LATER = re.compile(
    r"(?<=\n) date[ \t]+((?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)[ \t\r\n]"
)
LATEST = 400


def recognises(data: bytes, name: str) -> bool:
    """Return whether a file may be plain text: any may."""
    return True


def read(data: bytes, name: str) -> list[Item | Refused]:
    """Return the one item of a plain text. Raises `Unreadable` where it is none."""
    return [read_press_text(decode(data))]


def read_press_text(text: Text) -> Item:
    """Return the item of a plain text, its date header read and set aside.

    >>> read_press_text(Text(" date 2022-05 Bei den Gesprächen", "utf-8")).stated[0].span
    Span(start=6, end=13)
    """
    header = _HEADER.match(text.content)
    if not header:
        later = _LATER.search(text.content, 0, LATEST)
        if later is None or not _is_in_calendar(later[1]):
            return Item(text)
        return Item(text, stated=(Stated("date", Span(*later.span(1)), "date-header"),))
    start, end = header.span(1)
    if not _is_in_calendar(header[1]):
        end -= len("-31")
    # A month or day that cannot be is set aside with the header, and leaves the rest in doubt.
    doubtful = end < header.end("impossible")
    date = Stated("date", Span(start, end), "date-header", 0.5 if doubtful else 1.0)
    return Item(text, body=header.end(), stated=(date,))


def _is_in_calendar(date: str) -> bool:
    """Return whether a date with a month and a day from 1 to 31 exists; True where it has no day."""
    year, month, day = (int(part) for part in f"{date}-01-01".split("-")[:3])
    return day <= monthrange(year, month)[1]
