"""The labels of an original's lines as they stand: the reading's, under what editors marked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .blocks import Reading

Line = list[Any]
#: A stretch of the original and the label that an editor gave it.
Marked = tuple[int, int, str]


def marked(reading: Reading, markings: Iterable[Marked]) -> Reading:
    """Return `reading` with its lines labelled as `markings` say, the later ones over the earlier; it is not changed.

    A line of which only a part was marked is cut where the marking begins and ends.
    """
    lines: list[Line] = reading["lines"]
    for marking in markings:
        lines = [part for line in lines for part in _cut(reading["text"], line, marking)]
    return {**reading, "lines": lines}


def _cut(text: str, line: Line, marking: Marked) -> list[Line]:
    """Return a line as it is, or the parts before, under and behind the marking; parts of white space are none."""
    start, end, *_said = line
    first, last = max(start, marking[0]), min(end, marking[1])
    if first >= last or not text[first:last].strip():
        return [line]
    if not text[start:first].strip():
        first = start
    if not text[last:end].strip():
        last = end
    parts = [[first, last, marking[2], "editor", 1.0]]
    if start < first:
        parts.insert(0, [start, first, *line[2:]])
    if last < end:
        parts.append([last, end, *line[2:]])
    return parts
