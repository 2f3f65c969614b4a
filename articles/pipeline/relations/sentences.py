"""Sentences of a line, roughly: enough to tell what belongs to one statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..results import Span

#: A stop with an opening quotation mark, a capital letter or a figure behind it; none in Vlast.kz, 24.kg and z. B.
_END = re.compile(
    r"[\s.!?…](?:(?<=[.!?…»”“\"]\s)(?<=[^\W\d_]{3}.\s)\s*(?=[„“«\"(]?[A-ZÄÖÜÀ-ÞА-ЯЁ0-9])"
    r"|(?<=[.!?…])\s+(?=[–—]\s))"
)


def sentences_of(line: str, start: int) -> Iterator[tuple[str, Span]]:
    """Yield the sentences of a line that begins at `start`, with their spans."""
    position = 0
    for end in [*_END.finditer(line), None]:
        stop = end.start() if end else len(line)
        if position < stop:
            yield line[position:stop], Span(start + position, start + stop)
        position = end.end() if end else stop
