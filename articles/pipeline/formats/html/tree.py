"""Markup as a tree of our own: built in one pass by lxml's forgiving parser, counted on the way, walked without recursion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ...reading import Unreadable
from .elements import BLOCKS, HEADINGS, INVISIBLE, VOID

#: Nobody nests deeper by hand; deeper markup is read with nothing but its paragraphs.
DEEPEST = 500
#: A cell of a table of data has no more characters.
CELL = 150
#: So many characters in one go are prose, where less than a third of them are links.
PROSE = 80
#: The parser hears of markup too deep behind so many bytes; what it skips of them costs their number times the depth.
_CHUNK = 1 << 14

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
#: What is left of markup that nests too deep: these close each other.
_FLAT = frozenset("html head body title meta link script style p h1 h2 h3 h4 h5 h6 li br".split())


class Node:
    """An element: its attributes, its children (elements and text), and what its subtree holds, in characters.

    `text` and `linked` count all visible text and that inside links; `inline` and `inline_linked` what belongs to no
    block within; `prose` the runs of at least `PROSE` characters that are not mostly links. `is_data` marks a row whose
    cells are short and hold no blocks; `headings` counts those with links; `touches` an element that follows another with nothing between.
    """

    __slots__ = (
        "attributes",
        "children",
        "has_block",
        "headings",
        "inline",
        "inline_linked",
        "is_data",
        "linked",
        "parent",
        "prose",
        "tag",
        "text",
        "touches",
    )

    def __init__(self, tag: str, attributes: dict[str, str], parent: Node | None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children: list[Node | str] = []
        self.has_block = self.is_data = False
        self.touches = bool(parent and parent.children and isinstance(parent.children[-1], Node))
        self.headings = self.text = self.linked = self.inline = self.inline_linked = self.prose = 0

    def get(self, name: str) -> str:
        """Return the value of an attribute, empty where it is missing."""
        return self.attributes.get(name, "")

    def ancestors(self) -> Iterator[Node]:
        """Yield the elements that hold this one, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def descendants(self) -> Iterator[Node]:
        """Yield this element and all within, in the order of the page."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(child for child in reversed(node.children) if not isinstance(child, str))

    def words(self) -> str:
        """Return the text within on one line."""
        parts: list[str] = []
        waiting: list[Node | str] = [self]
        while waiting:
            child = waiting.pop()
            if isinstance(child, str):
                parts.append(child)
            elif child.tag == "br" or child.tag in BLOCKS:
                waiting.extend((" ", *reversed(child.children), " "))
            elif child.tag not in INVISIBLE:
                waiting.extend(reversed(child.children))
        return " ".join("".join(parts).split())


class _TooDeep(Exception):
    """The markup nests deeper than `DEEPEST`."""


class _Builder:
    """Takes the parser's events; counts a subtree when its element ends."""

    def __init__(self) -> None:
        self.root = Node("page", {}, None)
        self._node = self.root
        self._depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        node = Node(tag, attributes, self._node)
        self._node.children.append(node)
        self._node = node
        self._depth += 1
        if self._depth > DEEPEST:
            raise _TooDeep

    def end(self, tag: str) -> None:
        """End the element that was begun last."""
        node = self._node
        _count(node)
        self._node = node.parent or self.root
        self._depth -= 1

    def data(self, text: str) -> None:
        """Take text."""
        self._node.children.append(text)

    def close(self) -> Node:
        """Return the tree."""
        _count(self.root)
        return self.root


def _count(node: Node) -> None:
    """Sum up what the children of `node` hold, once they are complete."""
    if node.tag in INVISIBLE:
        return
    for child in node.children:
        if isinstance(child, str):
            length = len(child) if not child.isspace() else 0
            node.text += length
            node.inline += length
            continue
        node.text += child.text
        node.linked += child.linked
        node.prose += child.prose
        node.headings += child.headings
        if child.tag in BLOCKS or child.has_block:
            node.has_block = True
        else:
            node.inline += child.inline
            node.inline_linked += child.inline_linked
    if node.tag == "tr":
        cells = [child for child in node.children if isinstance(child, Node)]
        node.is_data = all(cell.text <= CELL and not cell.has_block for cell in cells)
    if node.tag == "a":
        node.linked = node.text
        node.inline_linked = node.inline
    if node.tag in HEADINGS and node.linked:
        node.headings += 1
    if (
        (node.tag in BLOCKS or node.has_block)
        and node.inline >= PROSE
        and node.inline_linked * 3 < node.inline
    ):
        node.prose += node.inline


def parse(markup: str) -> Node:
    """Return the tree of a page or a fragment, whatever is wrong with it, in linear time.

    Raises `Unreadable` (`effort`) where even its paragraphs nest too deep.
    """
    try:
        return _parsed(markup)
    except _TooDeep:
        pass
    try:
        return _parsed(_TAG.sub(_flattened, markup))
    except _TooDeep:
        raise Unreadable("effort", f"nested more than {DEEPEST} deep") from None


def _parsed(markup: str) -> Node:
    parser = etree.HTMLParser(
        target=_Builder(),
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,  # no tree is built in C: the limits would only drop text
    )
    data = markup.encode("utf-8", "replace")
    try:
        for start in range(0, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
        tree: Node = parser.close()
    except etree.XMLSyntaxError:  # not one element in it
        return Node("page", {}, None)
    return tree


def _flattened(tag: re.Match[str]) -> str:
    """Return a tag as it is where it cannot nest; a line break instead of another block."""
    name = tag[1].lower()
    if name in _FLAT:
        return tag[0]
    return "<br>" if name in BLOCKS and name not in VOID else ""
