"""Labelling: each line of the original gets one label, with the rule that gave it."""

from __future__ import annotations

from ..document import Document
from ..results import Item
from .behind import part_from_standfirst
from .chain import Chain
from .crossheads import split_glued_crossheads
from .deciding import decide_lines, label_above_captions, label_repetitions
from .furniture import FurnitureRules, separate_furniture
from .marked import label_marked_lines, label_sign_off
from .pieces import Piece, mark_hinted, split_lines
from .senses import Senses
from .tail import label_author_boxes, label_under_headings
from .wrapping import join_wrapped

#: A hint no surer than this yields to the rules that know a line by its words.
WEAK_HINT = 0.5

__all__ = ["Chain", "FurnitureRules", "Senses", "label_lines", "ruled_lines"]


def label_lines(item: Item, rules: FurnitureRules, senses: Senses, chain: Chain) -> Document:
    """Return the text of `item` with every line labelled: by rules that know it, then all lines together by their signs."""
    content, pieces = ruled_lines(item, rules, senses)
    decide_lines(pieces, senses, chain, dated=bool(item.body))
    label_above_captions(pieces)
    label_repetitions(pieces)
    pieces = split_glued_crossheads(content, pieces)
    label_author_boxes(pieces)
    return Document(content, tuple(piece.line() for piece in pieces), item.stated)


def ruled_lines(item: Item, rules: FurnitureRules, senses: Senses) -> tuple[str, list[Piece]]:
    """Return the text and its lines, those labelled that say themselves what they are, fragments of furniture cut out."""
    content = item.text.content
    header = next((one.span for one in item.stated if one.rule == "date-header"), None)
    pieces = split_lines(content, item.body, None if item.body else header)
    mark_hinted(content, pieces, (hint for hint in item.hints if hint.confidence > WEAK_HINT))
    if not item.hints:
        content, pieces = join_wrapped(content, pieces)
    pieces = separate_furniture(content, pieces, rules, senses)
    pieces = part_from_standfirst(content, pieces)
    pieces = label_marked_lines(content, pieces, senses)
    pieces = label_sign_off(content, pieces, senses)
    mark_hinted(content, pieces, (hint for hint in item.hints if hint.confidence <= WEAK_HINT))
    label_under_headings(pieces)
    return content, pieces
