"""What an object of ninjs says as a text: head lines, bodies, and the pictures that belong to it."""

from __future__ import annotations

from ...results import Label
from ..json import Object, dicts, named, text
from ..story import Story, plain

#: Roles that services give to headlines; the first counts where none is the main one.
_MAIN = frozenset({"", "main", "headline", "default"})
_KICKERS = frozenset({"kicker", "overline", "eyebrow"})
_SUBHEADS = frozenset({"sub", "subhead", "subheadline", "subtitle", "deck"})
_CAPTIONS = frozenset({"", "caption", "text"})
_BODIES = (
    "body_html",
    "body_xhtml",
    "article_html",
    "body",
    "body_text",
    "infobox_html",
    "linkbox_html",
)
_SUMMARIES = ("teaser", "abstract", "description_summary", "description_text", "subhead")


def headline(of: Object) -> str:
    """Return the main headline of an object, else the desk's own title; "" without one."""
    listed = _by_role(of, "headlines", _MAIN) or _values(of, "headlines")
    return next(iter(listed), "") or text(of, "headline", "headline_main", "title")


def bodies(of: Object) -> list[str]:
    """Return the bodies of an object, those with markup first: the others often say the same without it."""
    listed = [one for one in dicts(of.get("bodies")) if text(one, "value")]
    listed.sort(key=lambda one: not _has_markup(one))
    return [text(one, "value") for one in listed] + [
        text(of, name) for name in _BODIES if text(of, name)
    ]


def _has_markup(body: Object) -> bool:
    told = (text(body, name) for name in ("contentType", "contenttype", "role"))
    return any("html" in words.lower() for words in told)


def write_texts(story: Story, of: Object) -> None:
    """Write head lines and bodies of an object; of bodies that open alike the first counts."""
    for kicker in [text(of, "kicker"), *_by_role(of, "headlines", _KICKERS)]:
        story.head(Label.KICKER, "kicker", kicker)
    story.head(Label.HEADLINE, "headline", headline(of))
    for body in bodies(of):
        if not story.holds(body):
            story.body(body)
    _write_standfirst(story, of)
    story.head(Label.BYLINE, *named(of, "by", "byline"))
    bylines = ", ".join(text(one, "by") for one in dicts(of.get("bylines")))
    story.head(Label.BYLINE, "bylines", bylines)
    if not story.holds(text(of, "dateline")):
        story.head(Label.DATE_LINE, *named(of, "dateline"))


def _write_standfirst(story: Story, of: Object) -> None:
    found = [("headlines", words) for words in _by_role(of, "headlines", _SUBHEADS)]
    for name in ("subheadlines", "descriptions"):
        found += [(name, words) for words in _values(of, name)]
    found += [(name, text(of, name)) for name in _SUMMARIES]
    for name, words in found:
        if plain(words) != plain(headline(of)):
            story.head(Label.STANDFIRST, name, words)


def write_pictures(story: Story, of: Object) -> None:
    """Add captions and credits of the pictures that belong to the text."""
    inside = of.get("associations")
    for one in dicts(list(inside.values()) if isinstance(inside, dict) else inside):
        if text(one, "type") in {"picture", "graphic", "image"}:
            for words in _by_role(one, "descriptions", _CAPTIONS)[:1]:
                story.below(Label.CAPTION, "descriptions", words)
            caption = named(one, "description_caption", "description_text", "caption")
            story.below(Label.CAPTION, *caption)
            story.below(Label.CREDIT, *named(one, "creditline", "byline", "by"))


def _by_role(of: Object, name: str, roles: frozenset[str]) -> list[str]:
    return [text(one, "value") for one in dicts(of.get(name)) if text(one, "role").lower() in roles]


def _values(of: Object, name: str) -> list[str]:
    return [text(one, "value") for one in dicts(of.get(name)) if text(one, "role") != "caption"]
