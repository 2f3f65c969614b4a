"""Captions: around a credit that stands alone, and above a caption."""

from __future__ import annotations

from ..results import Label
from .pieces import Piece

#: A caption a blank line above its credit is not longer.
CAPTION_WORDS = 20


def label_captions(pieces: list[Piece]) -> None:
    """Label the captions around a credit that stands alone, and a picture's own description above its caption."""
    for index, piece in enumerate(pieces):
        if piece.label is Label.CREDIT and (
            index == 0 or pieces[index - 1].label is not Label.CAPTION
        ):
            _label_caption_of(piece, pieces, index)
    for above, below in zip(pieces, pieces[1:], strict=False):
        if (
            above.is_open
            and below.label is Label.CAPTION
            and not above.is_prose
            and not above.ends_a_sentence
        ):
            above.mark(Label.CAPTION, "above-caption", 0.8)


def _label_caption_of(credit: Piece, pieces: list[Piece], index: int) -> None:
    """Label as caption the line right above or below a credit, or a short one a blank line above."""
    above = [piece for piece in pieces[:index] if piece.label is not Label.BLANK][-1:]
    touches = index > 0 and above == pieces[index - 1 : index]
    if (
        above
        and above[0].is_open
        and above[0].words <= (40 if touches else CAPTION_WORDS)
        and above[0].words > 2
    ):
        above[0].mark(Label.CAPTION, "above-credit", 0.8)
        return
    below = pieces[index + 1] if index + 1 < len(pieces) else None
    ends = index + 2 >= len(pieces) or pieces[index + 2].label is Label.BLANK
    if below and below.is_open and ends and 2 < below.words <= CAPTION_WORDS:
        below.mark(Label.CAPTION, "below-credit", 0.7)
