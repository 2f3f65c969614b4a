"""Lines wrapped by hand: plain text and e-mail break paragraphs at some seventy characters."""

from __future__ import annotations

import re

from .pieces import Piece

#: The width at which people wrap, and how many lines it takes to see it.
NARROWEST, WIDEST, FEWEST = 45, 100, 6
_BREAK = re.compile(r"[\r\n]")


def join_wrapped(content: str, pieces: list[Piece]) -> tuple[str, list[Piece]]:
    """Return the text with its wrapped lines joined: a line break inside a paragraph becomes a blank, one for one.

    A line was wrapped when the next line's first word would not have fitted behind it. Offsets stay true.
    """
    widths = [len(piece.text) for piece in pieces if piece.is_open]
    width = max(widths, default=0)
    if len(widths) < FEWEST or not NARROWEST <= width <= WIDEST:
        return content, pieces
    paragraphs: list[list[Piece]] = []
    for piece in pieces:
        if paragraphs and _was_wrapped(paragraphs[-1][-1], piece, width):
            paragraphs[-1].append(piece)
        else:
            paragraphs.append([piece])
    joined: list[Piece] = []
    for lines in paragraphs:
        start, end = lines[0].start, lines[-1].end
        if len(lines) > 1:
            inner = content[start : lines[-1].start]
            content = content[:start] + _BREAK.sub(" ", inner) + content[lines[-1].start :]
            joined.append(Piece(start, end, content[start:end].strip()))
        else:
            joined.append(lines[0])
    return content, joined


def _was_wrapped(line: Piece, following: Piece, width: int) -> bool:
    if not (line.is_open and following.is_open):
        return False
    return len(line.text) + 1 + len(following.text.split()[0]) > width
