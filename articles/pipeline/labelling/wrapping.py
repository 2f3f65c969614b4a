"""Lines wrapped by hand: plain text, e-mail and paged documents break paragraphs at some seventy characters."""

from __future__ import annotations

import re

from .pieces import Piece

#: The width at which people wrap, and how many lines it takes to see it.
NARROWEST, WIDEST, FEWEST = 45, 100, 6
#: Shorter lines end paragraphs, or are none; of the others so many, in a hundred, fit the width …
SHORT, FITTING = 30, 90
#: … and so many are nearly as long, within the length of a long word.
FULL, LONG_WORD = 40, 18
_BREAK = re.compile(r"[\r\n]")
#: A word parted at the end of a line; a capital behind the hyphen is a compound's ("Jelzin-\\nZentrum").
_PARTED = re.compile(r"(?<=[^\W\d_])-[\r\n]+(?=[a-zäöüßа-яёéèà])")


def join_wrapped(content: str, pieces: list[Piece]) -> tuple[str, list[Piece]]:
    """Return the text with its wrapped lines joined: a line break inside a paragraph becomes a blank, one for one.

    A line was wrapped when the next line's first word would not have fitted behind it. A word parted there is joined by soft
    hyphens, which no reader sees. Offsets stay true.
    """
    width = _width(pieces)
    if not width:
        return content, pieces
    paragraphs: list[list[Piece]] = []
    for piece in pieces:
        if paragraphs and _was_wrapped(paragraphs[-1][-1], piece, width):
            paragraphs[-1].append(piece)
        else:
            paragraphs.append([piece])
    written: list[str] = []
    joined: list[Piece] = []
    for lines in paragraphs:
        start, end = lines[0].start, lines[-1].end
        words = content[start:end]
        if len(lines) > 1:
            last = lines[-1].start - start
            inner = _PARTED.sub(lambda match: "\u00ad" * len(match[0]), words)
            words = _BREAK.sub(" ", inner[:last]) + inner[last:]
            joined.append(Piece(start, end, words.strip()))
        else:
            joined.append(lines[0])
        written.append(words)
    return "".join(written), joined


def _width(pieces: list[Piece]) -> int:
    """Return the width at which the lines are wrapped, 0 where they are not."""
    lengths = sorted(len(piece.text) for piece in pieces if piece.is_open)
    long = [length for length in lengths if length >= SHORT]
    if len(lengths) < FEWEST or not long:
        return 0
    width = long[min(len(long) - 1, len(long) * FITTING // 100)]
    full = sum(width - LONG_WORD <= length <= width for length in long)
    return width if NARROWEST <= width <= WIDEST and full * 100 >= len(long) * FULL else 0


def _was_wrapped(line: Piece, following: Piece, width: int) -> bool:
    if not (line.is_open and following.is_open):
        return False
    return (
        len(line.text) <= width + 2 and len(line.text) + 1 + len(following.text.split()[0]) > width
    )
