"""JSON Feed 1.0 and 1.1 (jsonfeed.org): a feed's entries as objects."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading import Unreadable
from ..results import Item, Label, Refused
from .json import (
    Object,
    OpenedJSON,
    ambiguity,
    dicts,
    looks_like_json,
    named,
    open_json,
    text,
    texts,
)
from .story import Story, numbered, plain


def recognises(data: bytes, name: str) -> bool:
    """Return whether a JSON file names the version of JSON Feed that it follows."""
    return looks_like_json(data) and b"jsonfeed.org/version/" in data


def read(data: bytes, name: str) -> list[Item | Refused]:
    """Return the entries of a feed. Raises `Unreadable` where it has none, or is no JSON."""
    items = numbered(_stories(open_json(data)))
    if not items:
        raise Unreadable("empty", "the feed has no entries")
    return items


def _stories(opened: OpenedJSON) -> Iterator[Story | Refused]:
    for feed in opened.values:
        if isinstance(feed, Unreadable):
            yield Refused("", feed.code, feed.detail)
        elif isinstance(feed, dict):
            for entry in dicts(feed.get("items")):
                if doubt := ambiguity(entry):
                    yield Refused(text(entry, "title", "id"), "broken", doubt)
                else:
                    yield _story(entry, feed, opened)


def _story(entry: Object, feed: Object, opened: OpenedJSON) -> Story:
    story = Story("json-feed", opened.encoding, opened.warnings)
    story.head(Label.HEADLINE, *named(entry, "title"))
    story.state_date("date", *named(entry, "date_published"))
    story.state_date("updated", *named(entry, "date_modified"))
    outlet = plain(text(feed, "title"))
    story.state("source", "feed title", outlet)
    for author in _authors(entry) or _authors(feed):
        if author != outlet:
            story.state("byline", "author", author)
    name, address = named(entry, "url", "id")
    if address.startswith(("http://", "https://")):
        story.state("address", name, address)
    story.state("language", "language", text(entry, "language") or text(feed, "language"))
    story.state_all("keywords", "tags", texts(entry.get("tags")))
    body = text(entry, "content_html", "content_text", "summary")
    story.body(body)
    if body != text(entry, "summary"):
        story.head(Label.STANDFIRST, *named(entry, "summary"))
    return story


def _authors(of: Object) -> list[str]:
    """Return the authors' names: a list since version 1.1, one before."""
    listed = dicts(of.get("authors")) or dicts([of.get("author")])
    return [name for author in listed if (name := plain(text(author, "name")))]
