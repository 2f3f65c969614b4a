"""Lines that are nothing but the name of an author."""

from __future__ import annotations

import re

from ..parsing.byline import bare_name
from .pieces import Piece
from .senses import Senses

#: A byline is no sentence; the point of an initial ("Reinhard L.") does not close one.
CLOSES_A_SENTENCE = re.compile(r"[^\W\d_]{3,}\.$")


def is_author(piece: Piece, senses: Senses) -> bool:
    """Return whether a line is nothing but names of people whom the gazetteer does not know."""
    people = bare_name(piece.text)
    if (
        not people
        or CLOSES_A_SENTENCE.search(piece.text)
        or not all(_begins_with_given_name(name, senses) for name, _ in people)
    ):
        return False
    return not senses.is_known(" ".join(name for name, _ in people))


def _begins_with_given_name(name: str, senses: Senses) -> bool:
    """Return whether a name begins with a given name or an initial; all capitals count as a name's shape too."""
    first = name.split()[0]
    return (
        senses.is_given_name(first)
        or senses.is_given_name(first.capitalize())
        or bool(re.fullmatch(r"[^\W\d_]\.", first))
    )
