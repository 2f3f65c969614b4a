"""A saved page: what it states, then all that a reader of it sees, the article told from the page around it."""

from __future__ import annotations

from ...results import Item, Label, Text
from ..sheet import Sheet
from .headings import folded, mark_crossheads, mark_headline
from .main_text import find_place
from .marks import Mark
from .metadata import Metadata, read_metadata
from .rendering import Block, join_menus, render, settle, write
from .tree import Node, parse
from .zones import find_zones, is_listing, mark_inside, mark_repeated, mark_teasers, mark_zones

#: A page that shows less prose is filled by a script; what its metadata has as the text counts.
SHOWN = 400
#: A description that begins like the text is its beginning, no standfirst; so many letters tell.
SAME_BEGINNING = 40
#: The title of a file's own name is the headline, no longer than this.
NAME_LENGTH = 120


def read_page(text: Text) -> Item:
    """Return the item of a page. Raises `Unreadable` (`effort`) where it nests without end."""
    tree = parse(text.content)
    metadata = read_metadata(tree, text.content)
    place = find_place(tree, metadata.headlines())
    blocks = settle(render(tree, place.believes, place.headline))
    warnings = list(text.warnings)
    if _tells_apart(tree, blocks, metadata):
        teasers = mark_teasers(blocks)
        if is_listing(blocks, teasers) and not metadata.is_article:
            warnings.append("listing-page")
            for block in blocks:
                block.mark = block.mark or Mark(Label.RELATED, "listing", 0.7)
        else:
            zones = find_zones(tree, blocks, place)
            mark_zones(zones)
            mark_repeated(blocks, zones.headline)
            mark_crossheads(blocks)
            mark_inside(zones)
    else:
        mark_headline(blocks, "")
        mark_crossheads(blocks)
    sheet = Sheet(text.encoding, tuple(warnings))
    _state(sheet, metadata, blocks)
    if tree.prose < SHOWN < len(metadata.body):
        sheet.paragraph(metadata.body)
    write(sheet, join_menus(blocks))
    return sheet.item(name=_name(metadata, blocks))


def _tells_apart(tree: Node, blocks: list[Block], metadata: Metadata) -> bool:
    """Return whether there is a page around the article: a fragment has nothing to tell apart."""
    is_page = any(node.tag in {"title", "nav", "header", "footer"} for node in tree.descendants())
    return bool(blocks) and (is_page or bool(metadata.facts))


def _state(sheet: Sheet, metadata: Metadata, blocks: list[Block]) -> None:
    """State what the page's metadata says; a standfirst only where the page prints none, and no beginning of the text."""
    shown = [block for block in blocks if not block.is_furniture]
    has_standfirst = any(block.mark and block.mark.label is Label.STANDFIRST for block in shown)
    beginnings = [folded(block.words)[:SAME_BEGINNING] for block in shown]
    for fact in metadata.facts:
        if fact.field == "standfirst" and (
            has_standfirst or folded(fact.words)[:SAME_BEGINNING] in beginnings
        ):
            continue
        sheet.state(fact.field, fact.title, fact.words, fact.rule, fact.confidence)


def _name(metadata: Metadata, blocks: list[Block]) -> str:
    """Return what tells the page from others: its headline."""
    for block in blocks:
        if block.mark and block.mark.label is Label.HEADLINE:
            return block.words[:NAME_LENGTH]
    return next(iter(metadata.headlines()), "")[:NAME_LENGTH]
