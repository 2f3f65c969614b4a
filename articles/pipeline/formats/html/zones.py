"""What the lines of a page are by where they stand: before the headline, between headline and text, in it, behind it."""

from __future__ import annotations

from dataclasses import dataclass

from ...parsing.byline import bare_name, names_in_line
from ...parsing.credits import credit_in
from ...parsing.dates import dates_in
from ...results import Label
from .elements import HEADINGS
from .headings import folded
from .main_text import Place, body_by_prose, common
from .marks import Mark
from .rendering import KICKER_WORDS, LINE, STANDFIRST_WORDS, Block
from .tree import Node

#: A kicker or a date stands no more blocks before its headline.
NEAR = 4
#: A teaser is a linked heading with so little text around it.
TEASER = 700
#: Fewer letters of prose behind so many linked headings are no article.
LISTED, LISTED_PROSE = 8, 700
#: Marks of elements that lead to other texts.
_LEADING = frozenset({Label.RELATED, Label.KICKER, Label.STANDFIRST, Label.DATE_LINE})
#: A line between headline and text with no more words is the page's.
SCRAP = 3
#: How sure a hint is that yields to rules which know the words.
WEAK = 0.5
#: A paragraph within the text has so many words.
PARAGRAPH = 6
_EMPHASIS = frozenset("em i strong b small".split())
_SENTENCE_ENDS = frozenset('.!?…“”»"')
#: Elements that hold whole pages.
_WHOLE = frozenset({"page", "html", "body"})


@dataclass(slots=True)
class Zones:
    """The blocks of a page, parted by the places of its headline and its text, whose element may be named so."""

    blocks: list[Block]
    headline: int | None
    first: int
    last: int
    article: Node
    is_named: bool


def mark_teasers(blocks: list[Block]) -> int:
    """Mark linked headings and the short texts under them as leading elsewhere; return how many there are."""
    found = 0
    for index, block in enumerate(blocks):
        if not _is_linked_heading(block):
            continue
        found += block.mark is None or block.mark.label in _LEADING
        if block.is_furniture:
            continue
        holder = _teaser_around(block.node)
        for other in blocks[max(0, index - 2) : index + 4]:
            if not other.is_furniture and holder in (other.node, *other.node.ancestors()):
                other.mark = Mark(Label.RELATED, "teaser", 0.8)
        block.mark = Mark(Label.RELATED, "teaser", 0.8)
    return found


def _is_linked_heading(block: Block) -> bool:
    """Return whether a block is a heading that is a link, or that stands in one."""
    return block.is_linked and any(
        node.tag in HEADINGS for node in (block.node, *list(block.node.ancestors())[:2])
    )


def _teaser_around(node: Node) -> Node:
    """Return the largest element around a linked heading that is still one teaser: short, and with no other heading."""
    holder = node
    for above in node.ancestors():
        if above.text > TEASER or above.headings > 1 or above.tag in _WHOLE:
            break
        holder = above
    return holder


def find_zones(tree: Node, blocks: list[Block], place: Place) -> Zones:
    """Return where headline and text stand among `blocks`."""
    body = place.body or body_by_prose(tree, blocks)
    inside = [index for index, block in enumerate(blocks) if _is_within(block, body)]
    own = [index for index in inside if not blocks[index].is_furniture]
    headline = _headline_among(blocks, place.headline) if place.headline else None
    first, last = (own[0], own[-1]) if own else (0, len(blocks) - 1)
    if headline is not None and first <= headline:
        behind = (index for index in own if index > headline and blocks[index].is_prose)
        first = next(behind, min(headline + 1, last))
    article = common(place.headline, body) if place.headline else body
    return Zones(blocks, headline, first, last, article, place.body is not None)


def _headline_among(blocks: list[Block], node: Node) -> int | None:
    """Return which block the headline is: of its element, or with its words where that is no block of its own."""
    wanted = folded(node.words())
    holders = (node, *node.ancestors())
    for index, block in enumerate(blocks):
        if block.is_furniture or (block.mark and block.mark.label is Label.KICKER):
            continue
        if _is_within(block, node) or (block.node in holders and folded(block.words) == wanted):
            return index
    return None


def _is_within(block: Block, node: Node) -> bool:
    return block.node is node or node in block.node.ancestors()


def mark_zones(zones: Zones) -> None:
    """Mark what is not the article by its place; what the words themselves must tell is left to them."""
    headline = zones.headline
    if headline is not None:
        tag = zones.blocks[headline].node.tag
        zones.blocks[headline].mark = Mark(Label.HEADLINE, f"markup-{tag}", 0.95)
    for index, block in enumerate(zones.blocks):
        if block.mark is not None and (block.is_furniture or index == headline):
            continue
        if headline is not None and index < headline:
            _mark_before(zones, index, headline)
        elif index < zones.first and headline is None:
            block.mark = block.mark or Mark(Label.NAVIGATION, "before-text", 0.6)
        elif index > zones.last:
            _mark_behind(zones, block)
        elif block.mark is None and block.is_linked and not dates_in(block.words):
            label = Label.RELATED if index >= zones.first else Label.NAVIGATION
            block.mark = Mark(label, "links-alone", 0.75)
    if headline is not None:
        _mark_between(zones, headline)
        _mark_standfirst(zones, headline)


def _mark_between(zones: Zones, headline: int) -> None:
    """Mark lines with a date between headline and text, and scraps that are nobody's name."""
    for block in zones.blocks[headline + 1 : zones.first]:
        words = block.words
        told = dates_in(words) or names_in_line(words) or bare_name(words) or credit_in(words)
        if block.mark is not None or block.node.tag in HEADINGS:
            continue
        if words.count(" ") < SCRAP and not told:
            block.mark = Mark(Label.NAVIGATION, "scrap-under-headline", 0.6)
        elif (
            dates_in(words) and len(words) <= LINE and not (names_in_line(words) or block.is_prose)
        ):
            block.mark = Mark(Label.DATE_LINE, "date-under-headline", 0.75)


def mark_inside(zones: Zones) -> None:
    """Mark plain paragraphs and items of lists in the midst of the text as body.

    Lines between them are body too where no rule knows their words. What may be a standfirst, a sign-off, an author's note or an appeal, first or emphasised at the end, is left to its words.
    """
    own = [block for block in zones.blocks[zones.first : zones.last + 1] if not block.is_furniture]
    plain = [
        index
        for index, block in enumerate(own[1:], 1)
        if block.mark is None and not block.linked and _is_plain(block, index < len(own) - 2)
    ]
    for index in plain:
        own[index].mark = Mark(Label.BODY, "paragraph-of-text", 0.8)
    last = len(own) if zones.is_named else max(plain, default=0)
    for index, block in enumerate(own[1:last], 1):
        may_tell_of_author = index >= len(own) - NEAR and block.is_prose
        if block.mark is None and not may_tell_of_author:
            block.mark = Mark(Label.BODY, "line-of-text", WEAK)


def _is_plain(block: Block, is_inside: bool) -> bool:
    """Return whether a block is a paragraph of sentences or an item of a list; near the end, set like the rest."""
    node = block.node
    if node.tag == "li" or (node.parent is not None and node.parent.tag == "li"):
        return True
    is_set_off = node.tag != "p" or any(
        isinstance(child, Node) and child.tag in _EMPHASIS for child in node.children[:1]
    )
    long_enough = block.words.count(" ") >= PARAGRAPH and block.words[-1] in _SENTENCE_ENDS
    return long_enough and (is_inside or not is_set_off)


def _mark_before(zones: Zones, index: int, headline: int) -> None:
    """Mark what stands before the headline: beside it a kicker, a date or an author, else navigation."""
    block = zones.blocks[index]
    beside = headline - index <= NEAR and _stands_beside(block, zones.blocks[headline])
    told = block.mark is not None or dates_in(block.words) or names_in_line(block.words)
    if beside and (told or (block.is_prose and not block.is_linked)):
        return
    if beside and index == headline - 1 and block.words.count(" ") < KICKER_WORDS:
        block.mark = Mark(Label.KICKER, "above-headline", 0.7)
    else:
        block.mark = Mark(Label.NAVIGATION, "before-headline", 0.8)


def _stands_beside(block: Block, headline: Block) -> bool:
    """Return whether a block and the headline stand in one element that is no whole page, close to both."""
    above = list(headline.node.ancestors())[:3]
    return any(
        node in (block.node, *block.node.ancestors()) for node in above if node.tag not in _WHOLE
    )


def _mark_behind(zones: Zones, block: Block) -> None:
    """Mark what stands behind the text: links always, the rest where it is not in the article's own element."""
    if block.is_linked:
        block.mark = Mark(Label.RELATED, "links-behind-text", 0.75)
    elif zones.article.tag not in _WHOLE and not _is_within(block, zones.article):
        label = Label.SITE if block.is_prose else Label.NAVIGATION
        block.mark = Mark(label, "behind-article", 0.7)


def _mark_standfirst(zones: Zones, headline: int) -> None:
    """Mark the sentences between headline and text as the standfirst, where no other is marked."""
    between = zones.blocks[headline + 1 : zones.first]
    if any(block.mark and block.mark.label is Label.STANDFIRST for block in zones.blocks):
        return
    for block in between:
        words = block.words
        if (
            block.mark is None
            and words.count(" ") + 1 >= STANDFIRST_WORDS + 1
            and words.endswith((".", "!", "?", "…", "“", '"', "»"))
            and not (credit_in(words) or names_in_line(words) or dates_in(words))
        ):
            block.mark = Mark(Label.STANDFIRST, "under-headline", 0.85)
            return


def is_listing(blocks: list[Block], teasers: int) -> bool:
    """Return whether a page is nothing but teasers: many linked headings, hardly any prose of its own."""
    prose = sum(len(block.words) for block in blocks if block.mark is None and block.is_prose)
    return teasers >= LISTED and prose < LISTED_PROSE


def mark_repeated(blocks: list[Block], headline: int | None) -> None:
    """Mark a block that says the headline once more."""
    if headline is None:
        return
    wanted = folded(blocks[headline].words)
    for index, block in enumerate(blocks):
        if index != headline and block.mark is None and folded(block.words) == wanted:
            block.mark = Mark(Label.REPEATED, "headline-again", 0.95)
