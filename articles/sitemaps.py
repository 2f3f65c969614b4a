"""Sitemaps as XML (sitemaps.org/protocol.html) and Google's extension for news."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

from django.utils import timezone

#: As many addresses one sitemap may hold (sitemaps.org), and as many texts a news sitemap (Google).
LARGEST = 50_000
LARGEST_NEWS = 1_000
_HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


@dataclass(frozen=True)
class NewsItem:
    """A text of our own for the news sitemap: `language` as ISO 639, `publication` as the site calls itself."""

    address: str
    title: str
    publication: str
    language: str
    published: datetime


def sitemap(pages: Iterable[tuple[str, datetime | None]]) -> str:
    """Return the sitemap of pages: full address of each, and when it last changed where that is known."""
    lines = "".join(_located("url", address, changed) for address, changed in pages)
    return f"{_HEADER}<urlset {_SITEMAP}>\n{lines}</urlset>\n"


def sitemap_index(parts: Iterable[tuple[str, datetime | None]]) -> str:
    """Return the index of sitemaps: full address of each, and when the newest of its pages changed."""
    lines = "".join(_located("sitemap", address, changed) for address, changed in parts)
    return f"{_HEADER}<sitemapindex {_SITEMAP}>\n{lines}</sitemapindex>\n"


def news_sitemap(items: Iterable[NewsItem]) -> str:
    """Return the news sitemap; the caller chooses texts of the last two days, at most `LARGEST_NEWS`."""
    lines = "".join(map(_news, items))
    return f"{_HEADER}<urlset {_SITEMAP} {_NEWS}>\n{lines}</urlset>\n"


def _located(element: str, address: str, changed: datetime | None) -> str:
    lastmod = f"<lastmod>{_moment(changed)}</lastmod>" if changed else ""
    return f"<{element}><loc>{escape(address)}</loc>{lastmod}</{element}>\n"


def _news(item: NewsItem) -> str:
    return (
        f"<url><loc>{escape(item.address)}</loc><news:news>"
        f"<news:publication><news:name>{escape(item.publication)}</news:name>"
        f"<news:language>{escape(item.language)}</news:language></news:publication>"
        f"<news:publication_date>{_moment(item.published)}</news:publication_date>"
        f"<news:title>{escape(item.title)}</news:title></news:news></url>\n"
    )


def _moment(time: datetime) -> str:
    return timezone.localtime(time).isoformat("T", "seconds")
