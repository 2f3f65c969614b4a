"""What stands behind the last paragraph: the byline, the page, and boxes about the author."""

from __future__ import annotations

import re

from ..parsing.byline import bare_name, names_in_line
from ..results import Label
from .crossheads import CROSSHEAD_WORDS
from .head import is_author
from .pieces import Piece
from .senses import Senses

_AUTHOR_VERB = (
    "ist|war|lebt|fotografiert|reist|arbeitet|schreibt|berichtet|studiert|forscht|leitet|geboren|jahrgang|is|was|has|works|writes|reports|lives|covers|"
    "est|vit|travaille|—|–|журналист|корреспондент"
)


def label_tail(pieces: list[Piece], senses: Senses) -> None:
    """Label what stands behind the last paragraph: a name is the byline, other short lines are the page's."""
    last = max(
        (index for index, piece in enumerate(pieces) if piece.is_open and piece.is_prose),
        default=None,
    )
    if last is None:
        return
    for piece in pieces[last + 1 :]:
        if not piece.is_open or piece.ends_a_sentence:
            continue
        if is_author(piece, senses):
            piece.mark(Label.BYLINE, "name-line", 0.85)
        elif piece.words <= CROSSHEAD_WORDS:
            piece.mark(Label.NAVIGATION, "short-line-behind-body", 0.5)


def label_author_boxes(pieces: list[Piece]) -> None:
    """Label what the last lines tell of an author: "Theresa Wildgrube ist Redakteurin …"."""
    authors = [
        name
        for piece in pieces
        if piece.label is Label.BYLINE
        for name, _ in names_in_line(piece.text) or bare_name(piece.text)
    ]
    for piece in [piece for piece in pieces if piece.is_open][-4:]:
        if any(
            re.match(rf"{re.escape(name)}\b,?\s(?:{_AUTHOR_VERB})", piece.text, re.IGNORECASE)
            for name in authors
        ):
            piece.mark(Label.AUTHOR_BOX, "tells-of-author", 0.9)
