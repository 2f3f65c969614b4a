"""What the markup says of an element: furniture, a part of the article, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ...results import Label
from .elements import INVISIBLE
from .tree import Node
from .vocabulary import FURNITURE, FURNITURE_ROLES, FURNITURE_TAGS, PARTS, UNSEEN, named

#: Hidden from screen readers alone: so much text is the page behind a dialogue, no ornament.
ORNAMENT = 400
#: Furniture that asks for something is short: what is longer is the text behind it.
REQUEST = 800
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
#: Elements whose classes tell of the whole page.
_WHOLE = frozenset({"page", "html", "body", "main", "article"})
#: Elements that stand around a page, or around a part of it when inside such a part.
_AROUND = frozenset({"header", "footer", "aside"})
_PARTED = frozenset({"main", "article", "section", "blockquote", "figure"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A label with the rule that gave it, for everything within an element."""

    label: Label
    rule: str
    confidence: float


def is_hidden(node: Node) -> bool:
    """Return whether no reader of the page sees an element."""
    if node.tag in INVISIBLE:
        return True
    attributes = node.attributes
    if not attributes or node.tag in _WHOLE:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if attributes.get("aria-hidden") == "true" and node.text <= ORNAMENT and not node.prose:
        return True
    if "style" in attributes and _HIDDEN_STYLE.search(attributes["style"]):
        return True
    return "class" in attributes and node.text <= ORNAMENT and _is_unseen(attributes["class"])


def mark_of(node: Node, within: Mark | None) -> Mark | None:
    """Return what an element's own markup says of it; `within` is what was said of an element around it.

    Furniture stays furniture whatever is inside.
    """
    mark = _furniture(node)
    if mark or (within and within.label.is_furniture):
        return mark
    return _part(node, within)


def _furniture(node: Node) -> Mark | None:
    tag, attributes = node.tag, node.attributes
    if tag in _WHOLE:
        return None
    if tag in FURNITURE_TAGS:
        named_so = _by_names(attributes.get("class", ""), attributes.get("id", ""))
        if named_so and _fits(node, named_so):
            return named_so
        return Mark(FURNITURE_TAGS[tag], f"markup-{tag}", 0.9)
    if tag in _AROUND:
        return _around(node)
    if not attributes:
        return None
    names, ident, role = (attributes.get(name, "") for name in ("class", "id", "role"))
    if names or ident:
        mark = _by_names(names, ident)
        if mark and _fits(node, mark):
            return mark
    if role in FURNITURE_ROLES:
        return Mark(FURNITURE_ROLES[role], f"role-{role}", 0.9)
    return None


def _around(node: Node) -> Mark | None:
    """Return what a header, a footer or an aside is: the page's where it is not an article's own part."""
    if named_so := _by_names(node.get("class"), node.get("id")):
        return named_so if _fits(node, named_so) else None
    if node.tag == "aside":
        leads_on = node.linked * 3 > node.text or not node.prose
        return Mark(Label.RELATED, "markup-aside", 0.75) if leads_on else None
    if any(above.tag in _PARTED for above in node.ancestors()):
        return None
    label = Label.SITE if node.tag == "footer" else Label.NAVIGATION
    return Mark(label, f"markup-{node.tag}", 0.85)


def _fits(node: Node, mark: Mark) -> bool:
    """Return whether what an element holds agrees with its name.

    A teaser without a link is an article's own; a barrier or an appeal with much text holds the article behind it.
    """
    if mark.label in {Label.RELATED, Label.SHARE} and node.tag != "li":
        return node.linked > 0 or node.prose == 0
    if mark.label in {Label.PAYWALL, Label.APPEAL, Label.NEWSLETTER}:
        return node.text <= REQUEST
    return True


def _part(node: Node, within: Mark | None) -> Mark | None:
    tag, attributes = node.tag, node.attributes
    if tag == "figcaption":
        return Mark(Label.CAPTION, "markup-figcaption", 0.9)
    if tag in _WHOLE or not attributes:
        return Mark(Label.DATE_LINE, "markup-time", 0.9) if tag == "time" else None
    if "author" in attributes.get("rel", "") or "author" in attributes.get("itemprop", ""):
        return Mark(Label.BYLINE, "markup-author", 0.9)
    if tag == "time" or attributes.get("itemprop") in {"datePublished", "dateModified"}:
        return Mark(Label.DATE_LINE, "markup-time", 0.9)
    mark = _part_by_names(attributes.get("class", ""))
    if mark and mark.label is Label.CREDIT and not (within and within.label is Label.CAPTION):
        return mark if any(above.tag == "figure" for above in node.ancestors()) else None
    return mark


@lru_cache(maxsize=4096)
def _by_names(names: str, ident: str) -> Mark | None:
    words = named(f"{names} {ident}")
    for label, pattern in FURNITURE:
        if found := pattern.search(words):
            return Mark(label, f"class-{found[0]}", 0.85)
    return None


@lru_cache(maxsize=4096)
def _part_by_names(names: str) -> Mark | None:
    words = named(names)
    for label, pattern in PARTS:
        if found := pattern.search(words):
            return Mark(label, f"class-{found[0]}", 0.8)
    return None


@lru_cache(maxsize=4096)
def _is_unseen(names: str) -> bool:
    return bool(UNSEEN.search(named(names)))
