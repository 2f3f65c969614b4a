"""Labelling: each line of the original gets one label, with the rule that gave it."""

from __future__ import annotations

from ..document import Document
from ..results import Item
from .contagion import spread
from .furniture import FurnitureRules, separate_furniture
from .pieces import split_lines
from .structure import (
    NameSense,
    label_captions,
    label_crossheads,
    label_head,
    label_marked_lines,
    label_name_lines,
    label_sign_off,
    label_standfirst,
    label_tail,
    split_glued_crossheads,
)

__all__ = ["FurnitureRules", "NameSense", "label_lines"]


def label_lines(item: Item, rules: FurnitureRules, names: NameSense) -> Document:
    """Return the text of `item` with every line labelled; `names` tells known names."""
    content = item.text.content
    pieces = split_lines(content, item.body)
    pieces = separate_furniture(content, pieces, rules)
    pieces = label_marked_lines(content, pieces)
    pieces = label_sign_off(content, pieces)
    label_captions(pieces)
    label_head(pieces, names)
    label_name_lines(pieces, names)
    spread(pieces)
    pieces = split_glued_crossheads(content, pieces)
    label_standfirst(pieces, names)
    label_crossheads(pieces)
    label_tail(pieces, names)
    return Document(content, tuple(piece.line() for piece in pieces))
