"""A tree as lines: blocks begin and end them, inline runs are joined, cells parted, hidden elements left out."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest

from ...parsing.byline import bare_name, names_in_line
from ...parsing.credits import credit_in
from ...parsing.dates import dates_in
from ...results import Label
from ..sheet import Sheet, one_line
from .elements import BLOCKS, HEADINGS
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
#: Parts of an article that stand on a line of their own even where their element does not.
_MENUS = frozenset({Label.NAVIGATION, Label.SHARE})
_OWN_LINE = frozenset({Label.KICKER, Label.CREDIT})
#: No byline or date line is longer, no kicker has more words, no standfirst fewer.
LINE, KICKER_WORDS, STANDFIRST_WORDS = 160, 8, 5
#: What is longer is text, whatever its class.
CAPTION_WORDS = 80
#: Items of menus are written on lines of about this length.
MENU_LINE = 200


@dataclass(slots=True)
class Block:
    """A line, the element it stands in, and what the markup says of it.

    `linked` and `strong` count the characters inside links and bold print; a `tight` line is an item of a list, or ended by a line break.
    """

    words: str
    node: Node
    mark: Mark | None
    linked: int = 0
    tight: bool = False
    strong: int = 0

    @property
    def is_furniture(self) -> bool:
        """Whether the markup says that this is the page's."""
        return self.mark is not None and self.mark.label.is_furniture

    @property
    def is_linked(self) -> bool:
        """Whether most of it is links."""
        return self.linked * 2 > len(self.words)

    @property
    def is_strong(self) -> bool:
        """Whether all of it is bold."""
        return self.strong >= len(self.words)

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
    own_line: bool


class _Lines:
    """Collects the inline runs of a line and ends it as a block."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._linked = self._strong = 0

    def add(self, text: str, is_linked: bool = False, is_strong: bool = False) -> None:
        """Add a run of text; white space counts once."""
        self._parts.append(text)
        self._linked += len(text) * is_linked
        self._strong += len(text) * is_strong

    def end(self, node: Node, mark: Mark | None, tight: bool = False) -> None:
        """End the line, if it holds anything, as a block of `node`; `tight` by a line break."""
        text = "".join(self._parts).translate(_NO_WIDTH)
        if _ESCAPED_TWICE.search(text):
            text = html.unescape(text).translate(_NO_WIDTH)
        words = one_line(text).strip("| ")
        if words:
            tight = tight or node.tag in _TIGHT
            self.blocks.append(Block(words, node, mark, self._linked, tight, self._strong))
        elif tight and self.blocks:
            self.blocks[-1].tight = False  # an empty line parts paragraphs
        self._parts, self._linked, self._strong = [], 0, 0


#: Blocks whose neighbours follow without a blank line.
_TIGHT = frozenset({"li", "option", "dt", "tr", "td", "th"})


def _any(node: Node, mark: Mark) -> bool:
    return True


def render(
    tree: Node, believes: Callable[[Node, Mark], bool] = _any, headline: Node | None = None
) -> list[Block]:
    """Return the visible text of a tree as blocks in order.

    `believes` may doubt that an element is furniture; the `headline` has a line of its own.
    """
    walk = _Walk(believes, headline)
    waiting: list[Node | str | _End] = [tree]
    while waiting:
        step = waiting.pop()
        if isinstance(step, str):
            walk.text(step)
        elif isinstance(step, _End):
            walk.leave(step)
        elif step.tag == "br":
            walk.line_break()
        elif not is_hidden(step):
            waiting.append(walk.enter(step))
            waiting.extend(reversed(step.children))
    return walk.lines.blocks


class _Walk:
    """The elements that are open on the way through a tree, and the lines written so far."""

    def __init__(self, believes: Callable[[Node, Mark], bool], headline: Node | None) -> None:
        self.lines = _Lines()
        self._headline = headline
        self._believes = believes
        self._open: list[tuple[Node, Mark | None]] = []
        self._links = self._strong = self._preformatted = self._unbroken = 0

    @property
    def _mark(self) -> Mark | None:
        return self._open[-1][1] if self._open else None

    def enter(self, node: Node) -> _End:
        """Open an element; what was said of it holds for all within."""
        mark = mark_of(node, self._mark)
        if mark and mark.label.is_furniture and not self._believes(node, mark):
            mark = None
        own_line = node is self._headline or _is_apart(node)
        own_line = own_line or (mark is not None and _stands_alone(node, mark))
        if _is_cell(node):
            self.lines.add(CELL)
        elif node.tag in BLOCKS or own_line:
            self.lines.end(_block_of(node), self._mark)
        self._open.append((node, mark or self._mark))
        self._count(node, 1)
        return _End(node, own_line)

    def leave(self, end: _End) -> None:
        """Close the element that was opened last."""
        node = end.node
        if (node.tag in BLOCKS and not _is_cell(node)) or end.own_line:
            self.lines.end(node, self._mark)
        self._open.pop()
        self._count(node, -1)

    def text(self, text: str) -> None:
        """Add text; only preformatted text has lines of its own."""
        first, *others = text.split("\n") if self._preformatted else [text]
        self.lines.add(first, self._links > 0, self._strong > 0)
        for line in others:
            self.line_break()
            self.lines.add(line, self._links > 0, self._strong > 0)

    def line_break(self) -> None:
        """End a line within its block; headings and cells stay on theirs."""
        if self._unbroken:
            self.lines.add(" ")
        else:
            node, mark = self._open[-1]
            self.lines.end(node if node.tag in BLOCKS else _block_of(node), mark, tight=True)

    def _count(self, node: Node, by: int) -> None:
        self._links += by * (node.tag == "a")
        self._strong += by * (node.tag in {"b", "strong"})
        self._preformatted += by * (node.tag == "pre")
        self._unbroken += by * (node.tag in HEADINGS or _is_cell(node))


def _block_of(node: Node) -> Node:
    """Return the block around an element."""
    return next((above for above in node.ancestors() if above.tag in BLOCKS), node)


def _is_cell(node: Node) -> bool:
    """Return whether an element is a cell of a table of data, not one of layout."""
    return node.tag in {"td", "th"} and node.parent is not None and node.parent.is_data


def _stands_alone(node: Node, mark: Mark) -> bool:
    """Return whether an inline element of the article's head or furniture is a line of its own.

    In the middle of a paragraph it is not.
    """
    parent = node.parent
    if mark.label in _OWN_LINE:
        return True
    return parent is not None and parent.tag in BLOCKS and parent.tag not in {"p", "li", "td", "th"}


def _is_apart(node: Node) -> bool:
    """Return whether an inline element touches its neighbour with nothing between: pages part such by their style."""
    return (
        node.touches
        and node.tag in {"span", "time"}
        and node.parent is not None
        and node.parent.tag == "div"
    )


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
        case Label.CAPTION:
            return count <= CAPTION_WORDS
        case Label.KICKER:
            return count <= KICKER_WORDS
        case Label.STANDFIRST:
            return count >= STANDFIRST_WORDS
    return True


def join_menus(blocks: list[Block]) -> list[Block]:
    """Return blocks with the items of menus and buttons joined, as pages show them: side by side."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if (
            last is not None
            and block.mark is not None
            and block.mark == last.mark
            and block.mark.label in _MENUS
            and block.words.count(" ") < KICKER_WORDS
            and not block.is_prose
            and len(last.words) + len(block.words) <= MENU_LINE
        ):
            last.words += CELL + block.words
            last.linked += block.linked
        else:
            joined.append(block)
    return joined


def write(sheet: Sheet, blocks: list[Block]) -> None:
    """Write blocks out with their marks as hints."""
    for block, following in zip_longest(blocks, blocks[1:]):
        mark = block.mark
        hint = (mark.label, mark.rule, mark.confidence) if mark else (None, "", 0.9)
        sheet.line(block.words, *hint)
        is_list = following is not None and following.tight and following.node.tag in _TIGHT
        is_same = following is not None and following.node is block.node
        if not (block.tight and (is_list or is_same)):
            sheet.line("")
