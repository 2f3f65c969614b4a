"""RSS 0.9 to 2.0 and Atom: each entry is a text; the channel says what holds for all.

Written from the specifications (RSS 0.9x and 2.0, RSS 1.0 with its modules, Atom: RFC 4287 and 0.3, Media RSS) and from what
feeds do beside them: bodies of Russian portals stand in `yandex:full-text`, the author in `dc:creator`, the date in any case.
Elements of Atom have no prefix here, so that one reading serves both and an undeclared namespace loses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from ..reading import Unreadable
from ..results import Item, Label, Refused
from .story import Story, numbered, plain
from .xml import (
    Element,
    OpenedXML,
    children,
    descendants,
    language_of,
    markup_of,
    name_of,
    open_xml,
    parted,
    root_name,
    text_of,
)

#: Where feeds put the whole text, the likeliest first; a summary is the body where none of these says anything.
_BODIES = (
    "content:encoded",
    "yandex:full-text",
    "rambler:fulltext",
    "turbo:content",
    "xhtml:body",
    "xhtml:div",
    "content",
    "fulltext",
    "full-text",
    "body",
)
_SUMMARIES = ("description", "summary", "dc:description", "subtitle", "tagline")
_TITLES = ("title", "dc:title", "media:title")
_PUBLISHED = (
    "pubdate",
    "dcterms:issued",
    "dc:date",
    "published",
    "issued",
    "dcterms:created",
    "created",
    "date",
)
_UPDATED = ("dcterms:modified", "updated", "modified")
_AUTHORS = ("dc:creator", "author")
_KEYWORDS = ("category", "dc:subject")
_RIGHTS = ("dc:rights", "dcterms:rights", "copyright", "rights", "media:copyright")
_SOURCES = ("source", "dc:source", "dc:publisher")
_WEB = re.compile(r"https?://\S+")

Children = dict[str, list[Element]]


def recognises(data: bytes, name: str) -> bool:
    """Return whether the first element is a feed's."""
    return root_name(data) in {"rss", "RDF", "feed"}


def read(data: bytes, name: str) -> list[Item | Refused]:
    """Return the entries of a feed. Raises `Unreadable` where it has none, or is no XML."""
    items = numbered(_stories(open_xml(data)))
    if not items:
        raise Unreadable("empty", "the feed has no entries")
    return items


def _stories(opened: OpenedXML) -> Iterator[Story]:
    is_atom = name_of(opened.root) == "feed"
    channel = Channel(
        opened.root if is_atom else next(iter(descendants(opened.root, "channel")), opened.root)
    )
    for entry in parted(opened.root, "entry" if is_atom else "item"):
        story = Story("atom" if is_atom else "rss", opened.encoding, opened.warnings)
        _write_entry(story, entry, channel)
        yield story


class Channel:
    """What a feed says of all its entries."""

    def __init__(self, channel: Element) -> None:
        """Read the channel's own elements."""
        own = children(channel)
        self.title = plain(_text(own, "title"))
        self.address = _link(own)[1]
        self.language = _text(own, "language", "dc:language") or language_of(channel)
        self.rights = first(own, *_RIGHTS)
        self.authors = own.get("author", []) if name_of(channel) == "feed" else []


def _write_entry(story: Story, entry: Element, channel: Channel) -> None:
    own = children(entry)
    title = first(own, *_TITLES)
    if title is not None:
        story.head(Label.HEADLINE, name_of(title), markup_of(title))
    _write_dates(story, own)
    _write_source(story, own, channel)
    for author in own.get("dc:creator") or own.get("author") or channel.authors:
        named = plain(_text(children(author), "name") or text_of(author))
        if named != channel.title:
            story.state("byline", name_of(author), named)
    title, address = _link(own)
    if address:
        story.state("address", title, _joined(channel.address, address))
    language = _text(own, "dc:language", "language") or language_of(entry) or channel.language
    story.state("language", "language", language)
    story.state_all("keywords", "category", _keywords(own))
    rights = first(own, *_RIGHTS)
    rights = channel.rights if rights is None else rights
    if rights is not None:
        story.state("rights", name_of(rights), plain(text_of(rights)))
    _write_texts(story, own, channel)
    _write_pictures(story, entry)


def _write_dates(story: Story, own: Children) -> None:
    published, updated = first(own, *_PUBLISHED), first(own, *_UPDATED)
    if published is not None:
        story.state_date("date", name_of(published), text_of(published))
    if updated is not None:
        # Atom demands `updated` and many feeds give nothing else: then it is the only date.
        field, confidence = ("date", 0.7) if published is None else ("updated", 0.95)
        story.state_date(field, name_of(updated), text_of(updated), confidence)


def _write_source(story: Story, own: Children, channel: Channel) -> None:
    """State the outlet: the entry's own where an aggregator names one, else the channel."""
    source = first(own, *_SOURCES)
    if source is not None:
        words = plain(_text(children(source), "title") or text_of(source))
        if not _WEB.fullmatch(words):
            story.state("source", name_of(source), words)
            return
    story.state("source", "channel title", channel.title)


def _link(own: Children) -> tuple[str, str]:
    """Return the element that gives a page's own address, and the address; nothing without one."""
    links = own.get("feedburner:origlink", []) + own.get("link", [])
    for link in links:
        if address := text_of(link):
            return name_of(link), address
    for link in links:
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return name_of(link), str(link.get("href"))
    for guid in own.get("guid", []) + own.get("id", []):
        if guid.get("isPermaLink") != "false" and _WEB.fullmatch(text_of(guid)):
            return name_of(guid), text_of(guid)
    return "", ""


def _joined(base: str, address: str) -> str:
    """Return an address completed by its channel's; as it stands where one of them is none."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _keywords(own: Children) -> Iterator[str]:
    for element in (one for name in _KEYWORDS for one in own.get(name, [])):
        yield text_of(element) or element.get("label") or element.get("term") or ""


def _write_texts(story: Story, own: Children, channel: Channel) -> None:
    """Write body and standfirst; where a feed has them the other way round, the longer one is the body."""
    texts = []
    for element in (first(own, *_BODIES), first(own, *_SUMMARIES)):
        if element is not None:
            markup, footer = _without_footer(markup_of(element), channel)
            texts.append((element, markup))
            story.below(Label.SITE, "footer", footer)
    if len(texts) > 1:
        texts.sort(key=lambda text: len(plain(text[1])), reverse=True)
    for _, markup in texts[:1]:
        story.body(markup)
    for element, markup in texts[1:]:
        story.head(Label.STANDFIRST, name_of(element), markup)


def _without_footer(markup: str, channel: Channel) -> tuple[str, str]:
    """Return a text and the paragraph that WordPress adds to it: "The post … appeared first on …", with links to both."""
    start = markup.rstrip().rfind("<p>")
    footer = markup[start:] if start >= 0 else ""
    if (
        channel.title
        and footer.count("<a ") == 2
        and plain(footer).rstrip(". ").endswith(channel.title)
    ):
        return markup[:start], footer
    return markup, ""


def _write_pictures(story: Story, entry: Element) -> None:
    """Add captions and credits of Media RSS, in whichever group they stand."""
    for element in descendants(entry, "media:description"):
        story.below(Label.CAPTION, "media:description", text_of(element))
    for element in descendants(entry, "media:credit"):
        story.below(Label.CREDIT, "media:credit", text_of(element))


def first(own: Children, *names: str) -> Element | None:
    """Return the first element of the first of `names` that says anything; None without one."""
    return next((one for name in names for one in own.get(name, []) if text_of(one)), None)


def _text(own: Children, *names: str) -> str:
    return text_of(first(own, *names))
