"""The three forms of a feed, each written from the same entries."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed

from .entries import Entry, Feed

#: Dublin Core (dublincore.org/documents/dces): its date may end with the month or the year, W3C-DTF.
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
#: web.resource.org/rss/1.0/modules/content: the whole text beside RSS's description.
CONTENT = "http://purl.org/rss/1.0/modules/content/"


@dataclass(frozen=True)
class Form:
    """A form of feeds: its name, its media type, and how a feed is written in it."""

    name: str
    media_type: str
    write: Callable[[Feed], str]


class _Rss(Rss201rev2Feed):
    """RSS 2.0 (rssboard.org/rss-specification); what it has no element for comes from Dublin Core."""

    def rss_attributes(self) -> dict[str, str]:
        return super().rss_attributes() | {"xmlns:dc": DUBLIN_CORE, "xmlns:content": CONTENT}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        entry: Entry = item["entry"]
        for name in entry.authors:
            handler.addQuickElement("dc:creator", name)
        _add_origin(handler, entry)
        if entry.language:
            handler.addQuickElement("dc:language", entry.language)
        if entry.content:
            handler.addQuickElement("content:encoded", entry.content)


class _Atom(Atom1Feed):
    """Atom (RFC 4287), each entry in its own language."""

    def root_attributes(self) -> dict[str, str]:
        return super().root_attributes() | {"xmlns:dc": DUBLIN_CORE}

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        language = item["entry"].language
        return {"xml:lang": language} if language else {}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        entry: Entry = item["entry"]
        super().add_item_elements(handler, item | {"description": None})
        for name in entry.authors:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")
        _add_origin(handler, entry)
        if entry.summary:
            handler.addQuickElement("summary", entry.summary, {"type": "text"})
        if entry.content:
            handler.addQuickElement("content", entry.content, {"type": "html"})


def _add_origin(handler: Any, entry: Entry) -> None:
    handler.addQuickElement("dc:source", entry.source)
    if entry.date:
        handler.addQuickElement("dc:date", entry.date)


def _xml(generator: type[SyndicationFeed], feed: Feed) -> str:
    written = generator(
        title=feed.title,
        link=feed.page,
        description=feed.description,
        subtitle=feed.description,
        language=feed.language,
        author_name=feed.site,
        feed_url=feed.address,
        feed_guid=feed.address,
    )
    for entry in feed.entries:
        written.add_item(
            title=entry.title,
            link=entry.address,
            description=entry.summary,
            unique_id=entry.key,
            unique_id_is_permalink=False,
            pubdate=entry.published,
            updateddate=entry.updated,
            categories=entry.subjects,
            entry=entry,
        )
    return written.writeString("utf-8")


def _json(feed: Feed) -> str:
    """Return a JSON Feed (jsonfeed.org/version/1.1); what it has no name for stands in its extension `_text`."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.address,
        "description": feed.description,
        "language": feed.language,
        "authors": [{"name": feed.site}],
        "items": [_json_item(entry) for entry in feed.entries],
    }
    return json.dumps(data, ensure_ascii=False)


def _json_item(entry: Entry) -> dict[str, Any]:
    # An item needs one of the two, and an excerpt is text.
    text = {"content_html": entry.content} if entry.content else {"content_text": entry.summary}
    item = {
        "id": entry.key,
        "url": entry.address,
        "title": entry.title,
        **text,
        "summary": entry.summary,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "authors": [{"name": name} for name in entry.authors],
        "tags": list(entry.subjects),
        "language": entry.language,
        "_text": {
            name: value for name, value in (("date", entry.date), ("source", entry.source)) if value
        },
    }
    return {name: value for name, value in item.items() if value or name == "content_text"}


#: By the ending of the address.
FORMS = {
    "rss": Form("RSS", "application/rss+xml", lambda feed: _xml(_Rss, feed)),
    "atom": Form("Atom", "application/atom+xml", lambda feed: _xml(_Atom, feed)),
    "json": Form("JSON Feed", "application/feed+json", _json),
}
