"""Turn a reading into a draft: its fields, where each was read, and what it is filed under."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from ..knowledge import relation_words
from ..models import (
    Article,
    ArticleCountry,
    ArticleTopic,
    Body,
    Country,
    Evidence,
    HistoryEntry,
    ImportItem,
    Mention,
    Source,
    Topic,
    UnknownName,
)
from ..models.addresses import ascii_slug
from .blocks import Reading, body_blocks
from .cleaning import LONGEST_TEXT, clean_line, clean_text
from .dating import period_of
from .naming import KnownNames, mentions_of, unknown_names_of
from .recording import Person, record

#: The longest address that an article holds.
ADDRESS_LENGTH = 500

#: The field of an article for each value of a reading; a proposal counts where nothing is printed.
FIELDS = {
    "headline": ("headline", "headline_proposed"),
    "standfirst": ("standfirst",),
    "language": ("language",),
    "date": ("date",),
    "time": ("time",),
    "source": ("source_name", "source_proposed"),
    "byline": ("byline",),
    "translator": ("translator",),
    "agency": ("agency",),
    "url": ("address",),
    "photo_credits": ("photo_credits",),
    "captions": ("captions",),
}


class Catalogue:
    """What drafts are filed under, looked up once for many of them."""

    def __init__(self) -> None:
        self.countries = set(Country.objects.values_list("pk", flat=True))
        self.topics = set(Topic.objects.values_list("pk", flat=True))
        self.names = KnownNames()
        self.relations = relation_words()
        self.sources = {
            name.casefold(): pk for name, pk in Source.objects.values_list("name", "pk")
        }


def make_draft(item: ImportItem, catalogue: Catalogue, *, by: Person) -> Article:
    """Return a new draft of `item`, stored with all that belongs to it; the caller holds the transaction.

    Names that the gazetteer does not hold make no entities: they become questions to the editors.
    """
    reading: Reading = item.reading
    article = Article(created_by=by, **values_of(reading, catalogue))
    article.date_precision, article.date_from = period_of(article.date)
    article.slug = ascii_slug(article.headline) or "text"
    article.save()
    Body.objects.create(article=article, blocks=body_blocks(reading))
    Evidence.objects.bulk_create(evidence_of(article, reading))
    ArticleCountry.objects.bulk_create(countries_of(article, reading, catalogue))
    ArticleTopic.objects.bulk_create(topics_of(article, reading, catalogue))
    Mention.objects.bulk_create(mentions_of(article, reading, catalogue.names))
    UnknownName.objects.bulk_create(unknown_names_of(article, reading, catalogue.names))
    changes = {"status": ["", article.status], "headline": ["", article.headline]}
    record(article, HistoryEntry.Deed.IMPORTED, by=by, changes=changes, reason=item.name)
    return article


def values_of(reading: Reading, catalogue: Catalogue) -> dict[str, Any]:
    """Return what a reading says as the values of an article's columns, clean and no longer than these hold."""
    source = _first(reading, "source") or ""
    return {
        "headline": clean_line(_first(reading, "headline") or "", 400),
        "standfirst": clean_text(reading["standfirst"] or "")[:LONGEST_TEXT],
        "language": clean_line(reading["language"] or "", 12),
        "date": _sound_date(reading["date"]),
        "time": _sound_time(reading["time"]),
        "source_id": catalogue.sources.get(source.casefold()),
        "agency": clean_line(reading["agency"] or "", 120),
        "url": _sound_address(reading.get("address")),
        **{
            name: [clean_line(value) for value in reading[name]]
            for name in ("byline", "translator", "photo_credits", "captions")
        },
    }


def _sound_address(address: str | None) -> str:
    """Return the address of the original where it is one of the web."""
    try:
        URLValidator(["http", "https"])(address)
    except ValidationError:
        return ""
    return address if address and len(address) <= ADDRESS_LENGTH else ""


def _first(reading: Reading, field: str) -> str | None:
    return next((reading[key] for key in FIELDS[field] if reading[key]), None)


def _sound_date(text: str | None) -> str:
    """Return the date as read, or nothing where no calendar has it: its evidence shows what was read."""
    try:
        period_of(text or "")
    except ValueError:
        return ""
    return text or ""


def _sound_time(text: str | None) -> datetime.time | None:
    try:
        return datetime.time.fromisoformat(text).replace(tzinfo=None) if text else None
    except ValueError:
        return None


def evidence_of(article: Article, reading: Reading) -> Iterator[Evidence]:
    """Yield a row for each field of a reading, even where its value found no place in the article."""
    for field, keys in FIELDS.items():
        key = next((key for key in keys if reading["evidence"].get(key)), None)
        if key is not None:
            found = reading["evidence"][key]
            yield Evidence(
                article=article,
                field=field,
                value=reading[key],
                proposed=any(one["proposed"] for one in found) or key.endswith("_proposed"),
                rule=found[0]["rule"][:60],
                confidence=min(one["confidence"] for one in found),
                spans=[span for one in found for span in one["spans"]],
            )


def _read_as(reading: Reading, field: str, value: str) -> dict[str, Any]:
    """Return rule, confidence and spans of one of several values of a field."""
    for one in reading["evidence"].get(field, []):
        if one["value"] == value:
            return {
                "rule": one["rule"][:60],
                "confidence": one["confidence"],
                "spans": one["spans"],
            }
    return {}


def countries_of(
    article: Article, reading: Reading, catalogue: Catalogue
) -> Iterator[ArticleCountry]:
    """Yield a link for each country that a reading names; one that the text is about is not merely mentioned too."""
    filed: set[str] = set()
    roles = ArticleCountry.Role
    for field, role in (("countries", roles.ABOUT), ("countries_mentioned", roles.MENTIONED)):
        for rank, code in enumerate(reading[field], 1):
            if code in catalogue.countries and code not in filed:
                filed.add(code)
                read = _read_as(reading, field, code)
                yield ArticleCountry(article=article, country_id=code, role=role, rank=rank, **read)


def topics_of(article: Article, reading: Reading, catalogue: Catalogue) -> Iterator[ArticleTopic]:
    """Yield a link for each topic of a reading."""
    for rank, code in enumerate(dict.fromkeys(reading["topics"]), 1):
        if code in catalogue.topics:
            read = _read_as(reading, "topics", code)
            yield ArticleTopic(article=article, topic_id=code, rank=rank, **read)
