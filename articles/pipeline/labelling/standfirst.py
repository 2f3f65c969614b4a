"""The standfirst: repeated in the body, parted from it, or told again by the paragraph behind it."""

from __future__ import annotations

import re

from ..results import Label
from .pieces import Piece
from .senses import Senses

#: No standfirst has more words.
LONGEST = 75
#: What a quotation opens with: a text that begins with one begins in mid-story.
QUOTES = "„“”\"»«‘'"
_FULL_NAME = re.compile(r"\b([A-ZÄÖÜА-ЯЁ][\w’'-]+)\s(?=([A-ZÄÖÜА-ЯЁ][\w’'-]{2,}))")


def label_standfirst(pieces: list[Piece], senses: Senses) -> None:
    """Label the standfirst: repeated in the body, parted from it, or told again by the paragraph behind it."""
    if any(piece.label is Label.STANDFIRST for piece in pieces):
        return
    prose = [piece for piece in pieces if piece.is_open and piece.is_prose]
    if len(prose) < 2 or prose[0].words > LONGEST or senses.has_dateline(prose[0].text):
        return
    first, second = prose[0], prose[1]
    repeated = [piece for piece in prose[1:] if piece.text == first.text]
    between = pieces[pieces.index(first) + 1 : pieces.index(second)]
    if repeated:
        first.mark(Label.STANDFIRST, "printed-twice", 0.97)
        for piece in repeated:
            piece.mark(Label.REPEATED, "standfirst-again", 0.97)
    elif any(
        piece.label in {Label.BYLINE, Label.CREDIT, Label.CAPTION, Label.DATE_LINE}
        for piece in between
    ):
        first.mark(Label.STANDFIRST, "parted-from-body", 0.9)
    elif (
        first.text[0] not in QUOTES
        and not any(piece.is_open and piece.text for piece in between)
        and not _carries_on(first.text, second.text, senses)
    ):
        first.mark(Label.STANDFIRST, "told-again", 0.7)


def _carries_on(first: str, second: str, senses: Senses) -> bool:
    """Return whether `second` carries `first` on, naming by surname alone whom `first` named in full.

    A standfirst is told again by the paragraph behind it, which introduces everybody anew.
    """
    in_full = {
        match[2].removesuffix("s")
        for match in _FULL_NAME.finditer(first)
        if senses.is_given_name(match[1])
        or (senses.is_surname(match[2]) and not senses.is_plain_word(match[1]))
    }
    introduced = {
        match[2].removesuffix("s")
        for match in _FULL_NAME.finditer(second)
        if senses.is_given_name(match[1])
    }
    return any(
        re.search(rf"\b{re.escape(surname)}s?\b", second) and surname not in introduced
        for surname in in_full
    )
