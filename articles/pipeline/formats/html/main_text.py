"""Where a page's article stands: its headline, the element that holds its text, and what is not to be taken for furniture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...results import Label
from .elements import HEADINGS
from .headings import folded
from .marks import Mark, is_hidden, mark_of
from .rendering import Block
from .tree import Node
from .vocabulary import BODY, named

#: An element that is named as the article's text counts where it holds so much of the page's prose …
NAMED_SHARE = 0.3
#: … else the innermost that holds so much of the prose that no furniture is.
SHARE = 0.85
#: No furniture but comments and declarations on cookies holds so much of the prose, nor, full of links, most of it.
TEXT_SHARE, MOST = 0.3, 0.6
#: Most pages have fewer paragraphs; so many tell where the text stands.
PARAGRAPHS = 1000
#: A headline is no longer.
HEADLINE_LENGTH = 300


@dataclass(slots=True)
class Place:
    """The heading that is the headline and the element that holds the text, where the page has them."""

    headline: Node | None
    body: Node | None
    holders: frozenset[Node]
    prose: int

    def believes(self, node: Node, mark: Mark) -> bool:
        """Return whether an element may be furniture: not where it holds headline or text, or much of the page's prose.

        Long comments and declarations on cookies may well be most of a page.
        """
        if node in self.holders:
            return False
        if mark.label in {Label.COMMENTS, Label.COOKIE} or not node.prose:
            return True
        share = MOST if node.linked * 3 > node.text else TEXT_SHARE
        return node.prose <= self.prose * share


def find_place(tree: Node, headlines: Iterable[str]) -> Place:
    """Return where headline and text stand by the names of elements and by the stated `headlines`, first one first."""
    headline = _headline(tree, [folded(words) for words in headlines])
    body = _named_body(tree)
    holders = {holder for node in (headline, body) if node for holder in (node, *node.ancestors())}
    return Place(headline, body, frozenset(holders), tree.prose)


def _headline(tree: Node, wanted: list[str]) -> Node | None:
    """Return the heading that says a stated headline, the longest `h1` where none does.

    Of headings that say the same the first one in no furniture counts; systems without headings have an element named so.
    """
    first: Node | None = None
    held: Node | None = None
    doubted: list[Node] = []
    for node in _visible(tree):
        if node.text > HEADLINE_LENGTH or not node.text:
            continue
        is_heading = node.tag in HEADINGS
        if not is_heading and (node.has_block or _says_what_its_parent_says(node)):
            continue
        words = folded(node.words()) if is_heading or wanted else ""
        if words and any(_says(words, headline) for headline in wanted):
            if is_heading and not _in_furniture(node):
                return _part_that_says(node, wanted)
            if held is None and node.linked * 2 <= node.text and not _in_furniture(node):
                held = node
        elif node.tag == "h1" and _in_furniture(node):
            doubted.append(node)
        elif node.tag == "h1":
            first = first if first and first.text >= node.text else node
    return held or first or (doubted[0] if len(doubted) == 1 else None)


def _says_what_its_parent_says(node: Node) -> bool:
    """Return whether an inline element is all that its parent holds, which was asked already."""
    parent = node.parent
    return parent is not None and not parent.has_block and parent.text == node.text


def _part_that_says(heading: Node, wanted: list[str]) -> Node:
    """Return the element within a heading that says a stated headline alone: the rest is a kicker."""
    if folded(heading.words()) in wanted:
        return heading
    parts = (node for node in heading.descendants() if folded(node.words()) in wanted)
    return next(parts, heading)


def _visible(tree: Node) -> Iterable[Node]:
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if not is_hidden(node):
            yield node
            waiting.extend(child for child in reversed(node.children) if not isinstance(child, str))


def _says(words: str, headline: str) -> bool:
    """Return whether a heading says a headline: all of it, or with a kicker or without."""
    if words == headline:
        return True
    shorter, longer = sorted((words, headline), key=len)
    return len(shorter) >= 20 and len(shorter) * 10 >= len(longer) * 6 and shorter in longer


def _in_furniture(node: Node) -> bool:
    for above in (node, *node.ancestors()):
        mark = mark_of(above, None)
        if mark and mark.label.is_furniture and mark.label is not Label.SITE:
            return True
    return False


def _named_body(tree: Node) -> Node | None:
    """Return the element with most prose that is named as the article's text."""
    best: Node | None = None
    for node in tree.descendants():
        if not node.attributes or not node.prose or (best and node.prose <= best.prose):
            continue
        if "articleBody" in node.get("itemprop").split() or (
            "class" in node.attributes and BODY.search(named(node.get("class")))
        ):
            best = node
    return best if best and best.prose >= tree.prose * NAMED_SHARE else None


def body_by_prose(tree: Node, blocks: list[Block]) -> Node:
    """Return the innermost element that holds nearly all paragraphs of `blocks` that are no furniture."""
    paragraphs = [block for block in blocks if block.is_prose and block.mark is None][:PARAGRAPHS]
    held: dict[Node, int] = {}
    for block in paragraphs:
        for node in (block.node, *block.node.ancestors()):
            held[node] = held.get(node, 0) + len(block.words)
    total = held.get(tree, 0)
    node = tree
    while True:
        children = [child for child in node.children if not isinstance(child, str)]
        heavy = [child for child in children if held.get(child, 0) >= total * SHARE]
        if not heavy or not total:
            return node
        node = heavy[0]


def common(first: Node, second: Node) -> Node:
    """Return the innermost element that holds both."""
    holders = {first, *first.ancestors()}
    return next(node for node in (second, *second.ancestors()) if node in holders)
