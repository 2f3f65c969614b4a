"""Plain press text, with or without the archive's header ` date 2022-05 `, which runs into the first words."""

from __future__ import annotations

import re

from ..results import Found, Item, Span, Text

_HEADER = re.compile(
    r"\s*date[ \t]+((?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?!\d)\s?"
)


def split_items(text: Text) -> list[Item]:
    """Return the items of a plain text: always one, its date header read and set aside.

    >>> split_items(Text(" date 2022-05 Bei den Gesprächen", "utf-8"))[0].date.value
    '2022-05'
    """
    header = _HEADER.match(text.content)
    if not header:
        return [Item(text)]
    date = Found(header[1], (Span(*header.span(1)),), "date-header")
    return [Item(text, body=header.end(), date=date)]
