"""What stands behind the last paragraph under its own heading: comments, and boxes about the author."""

from __future__ import annotations

import re

from ..parsing.byline import bare_name, names_in_line
from ..results import Label
from .pieces import Piece

#: What tells of an author, right behind the name.
_AUTHOR_VERB = re.compile(
    r"\b,?\s(?:"
    "ist|war|lebt|fotografiert|reist|arbeitet|schreibt|berichtet|studiert|forscht|leitet|geboren|jahrgang|is|was|has|works|writes|reports|lives|covers|"
    "est|vit|travaille|—|–|журналист|корреспондент)",
    re.IGNORECASE,
)


def label_under_headings(pieces: list[Piece]) -> None:
    """Label what stands under "Kommentare" to the end, and the paragraph under "Über die Autorin", prose or not."""
    heading: Label | None = None
    prose_left = sum(piece.is_open and piece.is_prose for piece in pieces)
    for piece in pieces:
        if not piece.is_open:
            heading = piece.label if piece.label in {Label.COMMENTS, Label.AUTHOR_BOX} else heading
            continue
        prose_left -= piece.is_prose
        if heading and prose_left <= 1:
            piece.mark(heading, "under-its-heading", 0.8)
            heading = heading if heading is Label.COMMENTS else None
        else:
            heading = None


def label_author_boxes(pieces: list[Piece]) -> None:
    """Label what the last lines tell of an author: "Theresa Wildgrube ist Redakteurin …"."""
    authors = [
        name
        for piece in pieces
        if piece.label is Label.BYLINE
        for name, _ in names_in_line(piece.text) or bare_name(piece.text)
    ]
    for piece in [piece for piece in pieces if piece.is_open or piece.rule == "signs"][-4:]:
        if any(
            piece.text[: len(name)].casefold() == name.casefold()
            and _AUTHOR_VERB.match(piece.text, len(name))
            for name in authors
        ):
            piece.mark(Label.AUTHOR_BOX, "tells-of-author", 0.9)
