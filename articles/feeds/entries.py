"""What a feed tells of each text, whatever its form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from ..showing import Shown, in_full, shown_of

#: Whole texts that one feed carries, in characters; behind them entries go on with their summaries.
LONGEST_TEXTS = 400_000
#: XML 1.0 (fifth edition), production 2: no document may hold these.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ELEMENTS = {"crosshead": "<h2>{}</h2>", "quotation": "<blockquote><p>{}</p></blockquote>"}


@dataclass(frozen=True)
class Entry:
    """One text: `key` stays with it for ever; `published` and `updated` are when readers here could see it, or a correction.

    `date` is the text's own, YYYY, YYYY-MM or YYYY-MM-DD as it is known. `content` is HTML and empty where the source
    lets us show an excerpt only.
    """

    key: str
    address: str
    title: str
    summary: str
    content: SafeString
    language: str
    authors: Sequence[str]
    source: str
    date: str
    published: datetime
    updated: datetime
    subjects: Sequence[str]


@dataclass(frozen=True)
class Feed:
    """A list of entries, the newest first; `page` is the address of the list for people, `address` the feed's own."""

    title: str
    site: str
    description: str
    language: str
    page: str
    address: str
    entries: Sequence[Entry]


def feed_of(
    articles: Iterable[Any], *, host: str, absolute: Callable[[str], str], **about: str
) -> Feed:
    """Return the feed of published articles that were loaded `for_feed()`; `about` holds the texts of `Feed`.

    `host` is the name in the keys of entries, `absolute` makes a full address of a path.
    """
    entries, left = [], LONGEST_TEXTS
    for article in articles:
        shown = shown_of(article)
        content = _content(article, shown)
        content = content if len(content) <= left else mark_safe("")
        left -= len(content)
        entries.append(_entry(article, shown.summary, content, host, absolute))
    return Feed(entries=entries, **{name: _plain(text) for name, text in about.items()})


def _entry(
    article: Any, summary: str, content: SafeString, host: str, absolute: Callable[[str], str]
) -> Entry:
    filed = [link.country.name for link in article.about_links]
    filed += [link.topic.name for link in article.filed_topics]
    published = timezone.localtime(article.published_at)
    corrected = article.corrected_at and timezone.localtime(article.corrected_at)
    return Entry(
        # RFC 4151: a name that nobody else gives, whatever becomes of the address.
        key=f"tag:{host},{article.created_at:%Y-%m-%d}:article/{article.pk}",
        address=absolute(article.get_absolute_url()),
        title=_plain(article.headline),
        summary=_plain(summary),
        content=content,
        language=article.language,
        authors=[_plain(name) for name in article.byline] or [article.source.name],
        source=article.source.name,
        date=article.date,
        published=published,
        updated=corrected or published,
        subjects=filed,
    )


def _content(article: Any, shown: Shown) -> SafeString:
    """Return the whole text as HTML with the language it is in; nothing where readers see an excerpt."""
    if not in_full(article) or not shown.blocks:
        return mark_safe("")
    standfirst = format_html("<p><strong>{}</strong></p>", shown.standfirst)
    paragraphs = format_html_join(
        "", "{}", ((_block(block["kind"], block["text"]),) for block in shown.blocks)
    )
    sign_off = format_html("<p>{}</p>", article.agency) if article.agency else ""
    text = format_html("{}{}{}", standfirst if shown.standfirst else "", paragraphs, sign_off)
    marked = format_html('<div lang="{}">{}</div>', article.language, text)
    return mark_safe(_plain(marked if article.language else text))


def _block(kind: str, text: str) -> SafeString:
    return format_html(_ELEMENTS.get(kind, "<p>{}</p>"), text)


def _plain(text: str) -> str:
    return _NO_XML.sub("", text)
