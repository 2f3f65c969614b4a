"""Captions: around a credit that stands alone, and above a caption."""

from __future__ import annotations

from ..results import Label
from .pieces import Piece

#: A caption a blank line above its credit is not longer.
CAPTION_WORDS = 20
#: One that touches its credit may be longer.
TOUCHING_WORDS = 40


def label_captions(pieces: list[Piece]) -> None:
    """Label the captions around a credit, and a picture's own description above its caption."""
    for index, piece in enumerate(pieces):
        if piece.label is Label.CREDIT:
            _label_caption_of(pieces, index)
    for above, below in zip(pieces, pieces[1:], strict=False):
        if (
            above.is_open
            and below.label is Label.CAPTION
            and not above.is_prose
            and not above.ends_a_sentence
        ):
            above.mark(Label.CAPTION, "above-caption", 0.8)


def _label_caption_of(pieces: list[Piece], index: int) -> None:
    """Label as caption the line that touches the credit at `index`, or a short one a blank line above it.

    A paragraph above is rather the standfirst, where a short line below can be the caption.
    """
    before = pieces[index - 1] if index else None
    below = pieces[index + 1] if index + 1 < len(pieces) else None
    captioned = before is not None and before.label is Label.CAPTION
    fits_below = (
        below is not None
        and below.is_open
        and 2 < below.words <= CAPTION_WORDS
        and not below.is_prose
    )
    if (
        before
        and before.is_open
        and 2 < before.words <= TOUCHING_WORDS
        and not (before.is_prose and fits_below)
    ):
        before.mark(Label.CAPTION, "above-credit", 0.8)
    elif fits_below and below and not captioned and _ends_a_block(pieces, index + 1):
        below.mark(Label.CAPTION, "below-credit", 0.7)
    elif not captioned:
        above = [piece for piece in pieces[:index] if piece.label is not Label.BLANK][-1:]
        # the first line of all is rather the headline
        headed = above and any(piece.is_open for piece in pieces[: pieces.index(above[0])])
        if headed and above[0].is_open and 2 < above[0].words <= CAPTION_WORDS:
            above[0].mark(Label.CAPTION, "above-credit", 0.8)


def _ends_a_block(pieces: list[Piece], index: int) -> bool:
    """Return whether a blank line, running text or the end follows the piece at `index`."""
    if index + 1 >= len(pieces):
        return True
    return not pieces[index + 1].is_open or pieces[index + 1].is_prose
