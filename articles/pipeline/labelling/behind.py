"""What a page prints on the line of its standfirst, behind the last sentence: the byline, the date."""

from __future__ import annotations

import re
from itertools import islice

from ..parsing.byline import names_in_line
from ..parsing.publication_date import is_date_line
from .authors import CLOSES_A_SENTENCE
from .pieces import Piece, cut

#: A standfirst is among so many first lines; a byline or a date behind it is no longer.
TOP, LONGEST = 10, 90
_OPENING = re.compile(
    r"(?<=[.!?…“”\"»)])\s+(?=(?:Von|VON|By|BY|Par|PAR|Text:|Interview:|Автор:|Stand:|Aktualisiert|Veröffentlicht|Published|Updated|Publié)\s\S)"
    r"|(?<=\w)\s+(?=(?:Interview|Reportage|Kommentar|Essay|Bericht|Analyse)\s[Vv]on\s[A-ZÄÖÜ])"
)


def part_from_standfirst(content: str, pieces: list[Piece]) -> list[Piece]:
    """Return the lines with bylines and dates parted from the first lines that they close: "… geworden. Von Anna Berg"."""
    printed = islice((piece for piece in pieces if piece.text and piece.is_open), TOP)
    parts = {id(piece): _parted(content, piece) for piece in printed}
    return [part for piece in pieces for part in parts.get(id(piece), [piece])]


def _parted(content: str, piece: Piece) -> list[Piece]:
    openings = [match.end() for match in _OPENING.finditer(piece.text)]
    ends = [*openings[1:], len(piece.text)]
    if not openings or not all(
        _is_byline_or_date(piece.text[start:end].strip())
        for start, end in zip(openings, ends, strict=True)
    ):
        return [piece]
    inner = piece.start + content[piece.start : piece.end].index(piece.text)
    return cut(content, piece, *(inner + place for place in openings))


def _is_byline_or_date(words: str) -> bool:
    if len(words) > LONGEST:
        return False
    return is_date_line(words) or bool(names_in_line(words) and not CLOSES_A_SENTENCE.search(words))
