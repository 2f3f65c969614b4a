"""A tree as lines: blocks begin and end them, inline runs are joined, cells parted, hidden elements left out."""

from __future__ import annotations

import html
import re
from collections.abc import Set
from dataclasses import dataclass
from itertools import zip_longest

from ...parsing.byline import bare_name, names_in_line
from ...parsing.credits import credit_in
from ...parsing.dates import dates_in
from ...results import Label
from ..sheet import Sheet, one_line
from .elements import BLOCKS
from .marks import Mark, is_hidden, mark_of
from .tree import Node

#: Between the cells of a table's row.
CELL = " | "
#: What takes no room and is no letter: soft hyphens, zero-width blanks, byte-order and direction marks.
_NO_WIDTH = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))
_ESCAPED_TWICE = re.compile(
    r"&(?:nbsp|quot|amp|[lg]t|apos|#\d{2,6}|#x[0-9a-f]{2,5}|[aouAOU]uml|szlig|[mn]dash|hellip|[lr][sd]quo|[sb]dquo|shy|"
    r"[lr]aquo|eacute|egrave|agrave|ccedil);",
    re.IGNORECASE,
)
_WHITE = re.compile(r"\s+")
#: Parts of an article that stand on a line of their own even where their element does not.
_OWN_LINE = frozenset({Label.KICKER, Label.CREDIT})
#: No byline or date line is longer, no kicker has more words, no standfirst fewer.
LINE, KICKER_WORDS, STANDFIRST_WORDS = 160, 8, 5


@dataclass(slots=True)
class Block:
    """The lines of a block (parted by line breaks), the element they stand in, and what the markup says of them.

    `linked` counts the characters inside links; a `tight` block is followed by its neighbour without a blank line.
    """

    words: str
    node: Node
    mark: Mark | None
    linked: int = 0
    tight: bool = False

    @property
    def is_furniture(self) -> bool:
        """Whether the markup says that this is the page's."""
        return self.mark is not None and self.mark.label.is_furniture

    @property
    def is_linked(self) -> bool:
        """Whether most of it is links."""
        return self.linked * 2 > len(self.words)

    @property
    def is_prose(self) -> bool:
        """Whether it reads like running text: a sentence of some length, or plainly long."""
        words = self.words.count(" ") + 1
        closed = self.words.rstrip("“”\"»«‘’')] ").endswith((".", "!", "?", "…", ":"))
        return not self.is_linked and (words >= 30 or (words >= 12 and closed))


@dataclass(slots=True)
class _End:
    """The place behind an element's content."""

    node: Node
    mark: Mark | None
    own_line: bool


class _Lines:
    """Collects the inline runs of a line and ends it as a block."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._linked = 0

    def add(self, text: str, is_linked: bool) -> None:
        self._parts.append(text)
        if is_linked:
            self._linked += len(text)

    def end(self, node: Node, mark: Mark | None) -> None:
        """End the line, if it holds anything, as a block of `node`."""
        if self._parts:
            text = "".join(self._parts).translate(_NO_WIDTH)
            if _ESCAPED_TWICE.search(text):
                text = html.unescape(text).translate(_NO_WIDTH)
            lines = [line.strip("| ") for line in map(one_line, text.split("\n"))]
            words = _BREAKS.sub("\n\n", "\n".join(lines)).strip("\n")
            if words:
                self.blocks.append(Block(words, node, mark, self._linked, node.tag in _TIGHT))
            self._parts, self._linked = [], 0


_BREAKS = re.compile(r"\n{3,}")
_TIGHT = frozenset({"li", "option", "dt", "tr", "td", "th"})


def render(tree: Node, protected: Set[Node] = frozenset()) -> list[Block]:
    """Return the visible text of a tree as blocks in order; no furniture is seen in `protected` elements."""
    lines = _Lines()
    waiting: list[Node | str | _End] = [_End(tree, None, False), tree]
    #: What is said of the elements that are open, the innermost last; and how many of them are links or preformatted.
    marks: list[Mark | None] = [None]
    links = preformatted = 0
    while waiting:
        step = waiting.pop()
        if isinstance(step, str):
            lines.add(step if preformatted else _WHITE.sub(" ", step), links > 0)
        elif isinstance(step, _End):
            node = step.node
            if node.tag in BLOCKS and not _is_cell(node) or step.own_line:
                lines.end(node, marks[-1])
            if len(marks) > 1:
                marks.pop()
            links -= node.tag == "a"
            preformatted -= node.tag == "pre"
        elif step.tag == "br":
            lines.add("\n", False)
        elif not is_hidden(step):
            within = marks[-1]
            own = mark_of(step, within)
            if own and own.label.is_furniture and step in protected:
                own = None
            own_line = own is not None and _stands_alone(step, own)
            if _is_cell(step):
                lines.add(CELL, False)
            elif step.tag in BLOCKS or own_line:
                lines.end(_block_of(step), within)
            marks.append(own or within)
            links += step.tag == "a"
            preformatted += step.tag == "pre"
            waiting.append(_End(step, own, own_line))
            waiting.extend(reversed(step.children))
    return lines.blocks


def _block_of(node: Node) -> Node:
    """Return the block around an element."""
    return next((above for above in node.ancestors() if above.tag in BLOCKS), node)


def _is_cell(node: Node) -> bool:
    """Return whether an element is a cell of a table of data, not one of layout: no cell of its row holds blocks."""
    row = node.parent
    return (
        node.tag in {"td", "th"}
        and row is not None
        and row.tag == "tr"
        and not any(cell.has_block for cell in row.children if not isinstance(cell, str))
    )


def _stands_alone(node: Node, mark: Mark) -> bool:
    """Return whether an inline element of the article's head or furniture is a line of its own.

    In the middle of a paragraph it is not.
    """
    parent = node.parent
    if mark.label in _OWN_LINE:
        return True
    return parent is not None and parent.tag in BLOCKS and parent.tag not in {"p", "li", "td", "th"}


def settle(blocks: list[Block]) -> list[Block]:
    """Return blocks whose marks agree with their words; a caption is parted from its credit."""
    settled: list[Block] = []
    for block in blocks:
        if block.mark is None or block.mark.label.is_furniture:
            settled.append(block)
            continue
        label, words = block.mark.label, block.words
        if not _agrees(label, words):
            block.mark = None
        place = credit_in(words) if label is Label.CAPTION else None
        if place is None:
            settled.append(block)
            continue
        if place:
            settled.append(Block(words[:place].strip(), block.node, block.mark, 0, tight=True))
        credit = Mark(Label.CREDIT, "credit-in-caption", 0.9)
        settled.append(Block(words[place:].strip(), block.node, credit))
    return settled


def _agrees(label: Label, words: str) -> bool:
    """Return whether words can be what the markup says they are."""
    count = words.count(" ") + 1
    match label:
        case Label.BYLINE:
            return bool(names_in_line(words) or bare_name(words))
        case Label.DATE_LINE:
            return len(words) <= LINE and bool(dates_in(words))
        case Label.KICKER:
            return count <= KICKER_WORDS
        case Label.STANDFIRST:
            return count >= STANDFIRST_WORDS
    return True


def write(sheet: Sheet, blocks: list[Block]) -> None:
    """Write blocks out with their marks as hints."""
    for block, following in zip_longest(blocks, blocks[1:]):
        mark = block.mark
        hint = (mark.label, mark.rule, mark.confidence) if mark else (None, "", 0.9)
        for line in block.words.split("\n"):
            sheet.line(line, *hint)
        if not (block.tight and following and following.tight):
            sheet.line("")
