"""Markdown, with or without front matter: headings and captions become hints, marks of emphasis and links go."""

from __future__ import annotations

from ...reading import decode
from ...results import Item, Label, Refused
from ..sheet import Sheet
from .blocks import write_blocks
from .front_matter import HAS_FRONT_MATTER, read_front_matter

__all__ = ["read", "recognises"]

_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mdx")
#: Front matter stands within so many bytes.
_HEAD = 16_384
#: The fields that site generators (Jekyll, Hugo, Eleventy, Ghost) know by these keys.
_FIELDS = {
    "headline": "title headline",
    "date": "date published publishdate published_at pubdate created",
    "updated": "updated lastmod modified last_modified_at updated_at",
    "byline": "author authors byline",
    "language": "lang language locale",
    "keywords": "tags keywords categories",
    "standfirst": "description summary excerpt subtitle standfirst lead deck",
    "kicker": "kicker",
    "source": "source publication publisher",
    "address": "canonical canonical_url original_url url permalink link",
    "rights": "rights license licence copyright",
}
_FIELD_OF = {key: field for field, keys in _FIELDS.items() for key in keys.split()}


def recognises(data: bytes, name: str) -> bool:
    """Return whether a file is called Markdown or begins with front matter; nothing else tells it from plain text."""
    return name.lower().endswith(_SUFFIXES) or bool(HAS_FRONT_MATTER.match(data[:_HEAD]))


def read(data: bytes, name: str) -> list[Item | Refused]:
    """Return the one item of a Markdown file. Raises `Unreadable` where it is no text."""
    text = decode(data)
    pairs, body = read_front_matter(text.content)
    sheet = Sheet(text.encoding, text.warnings)
    headline = ""
    for key, words in pairs:
        field = _FIELD_OF.get(key.lower().replace("-", "_"), "")
        if field == "address" and "://" not in words:
            field = ""
        if field:
            sheet.state(field, key, words, f"front-matter-{field}")
        else:
            sheet.line(f"{key}: {words}", Label.HEADER, "front-matter")
        if field == "headline":
            headline = words
    if pairs:
        sheet.line("")
    write_blocks(sheet, body, headline)
    return [sheet.item()]
