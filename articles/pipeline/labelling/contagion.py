"""Furniture that stands under its own heading: what follows "Mehr zum Thema" or "Kommentare" is furniture too."""

from __future__ import annotations

from ..results import Label
from .pieces import Piece

#: A heading of these labels speaks for the short lines under it.
_HEADINGS = {Label.RELATED, Label.NEWSLETTER, Label.SHARE, Label.PROMO}


def spread(pieces: list[Piece]) -> None:
    """Label the lines under a heading of furniture: short ones under most, everything under comments and author boxes."""
    heading: Label | None = None
    announced = False
    prose_left = sum(piece.is_open and piece.is_prose for piece in pieces)
    for piece in pieces:
        if piece.label is Label.BLANK:
            continue
        if not piece.is_open:
            heading = piece.label if piece.label in _HEADINGS and piece.words <= 6 else heading
            heading = piece.label if piece.label in {Label.COMMENTS, Label.AUTHOR_BOX} else heading
            if piece.label is not heading:
                heading = None
            announced = heading is Label.RELATED and piece.text.endswith(":")
            continue
        prose_left -= piece.is_prose
        if heading is None:
            continue
        if heading is Label.COMMENTS and prose_left <= 1:
            piece.mark(heading, "under-its-heading", 0.8)
        elif heading is Label.AUTHOR_BOX and prose_left <= 1:
            piece.mark(heading, "under-its-heading", 0.7)
            heading = None
        elif (
            heading in _HEADINGS
            and not piece.is_prose
            and not piece.ends_a_sentence
            and (prose_left <= 1 or announced)
        ):
            piece.mark(heading, "under-its-heading", 0.7)
            announced = False
        else:
            heading = None
