"""Labelling: each line of the original gets one label, with the rule that gave it."""

from __future__ import annotations

from ..document import Document
from ..results import Item
from .contagion import spread
from .crossheads import label_crossheads, split_glued_crossheads
from .furniture import FurnitureRules, separate_furniture
from .head import label_head, label_name_lines
from .marked import label_marked_lines, label_sign_off
from .pictures import label_captions
from .pieces import mark_hinted, split_lines
from .senses import Senses
from .standfirst import label_standfirst
from .tail import label_author_boxes, label_tail
from .wrapping import join_wrapped

__all__ = ["FurnitureRules", "Senses", "label_lines"]

#: A hint no surer than this yields to the rules that know a line by its words.
WEAK_HINT = 0.5


def label_lines(item: Item, rules: FurnitureRules, senses: Senses) -> Document:
    """Return the text of `item` with every line labelled; the order of the steps is the order of their certainty."""
    content = item.text.content
    pieces = split_lines(content, item.body)
    mark_hinted(content, pieces, (hint for hint in item.hints if hint.confidence > WEAK_HINT))
    if not item.hints:
        content, pieces = join_wrapped(content, pieces)
    pieces = separate_furniture(content, pieces, rules, senses)
    pieces = label_marked_lines(content, pieces, senses)
    pieces = label_sign_off(content, pieces, senses)
    mark_hinted(content, pieces, (hint for hint in item.hints if hint.confidence <= WEAK_HINT))
    label_captions(pieces)
    label_head(pieces, senses)
    label_name_lines(pieces, senses)
    spread(pieces)
    pieces = split_glued_crossheads(content, pieces)
    label_standfirst(pieces, senses)
    label_crossheads(pieces)
    label_tail(pieces, senses)
    label_author_boxes(pieces)
    return Document(content, tuple(piece.line() for piece in pieces), item.stated)
