"""What a text can be filed under and where it can come from, for the lists of the correction screen: one query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.translation import get_language

from ..models import Country, Source, SourcePolicy, Topic

Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class DeskChoices:
    """Keys and words of all countries, topics and sources, in the order of the desk."""

    countries: Choices
    topics: Choices
    sources: Choices


def desk_choices() -> DeskChoices:
    """Return the choices in the language of the interface."""
    rows = list(
        _rows(Country, "country", "code").union(_rows(Topic, "topic", "code"), _sources(), all=True)
    )
    found: dict[str, list[tuple[Any, ...]]] = {"country": [], "topic": [], "source": []}
    for table, key, position, english, german, russian, policy in rows:
        words = {"de": german, "ru": russian}.get((get_language() or "")[:2]) or english
        found[table].append((position, words.casefold(), key, words, policy))
    return DeskChoices(
        countries=[(key, words) for _, _, key, words, _ in sorted(found["country"])],
        topics=[(key, words) for _, _, key, words, _ in sorted(found["topic"])],
        sources=[
            (key, f"{words} ({SourcePolicy.Policy(policy or 'internal').label})")
            for _, _, key, words, policy in sorted(found["source"], key=lambda row: row[1])
        ],
    )


def _rows(model: Any, table: str, key: str) -> QuerySet[Any]:
    rows: QuerySet[Any] = model.objects.order_by().values_list(
        Value(table),
        key,
        "position",
        "name_en",
        "name_de",
        "name_ru",
        Value("", output_field=CharField()),
    )
    return rows


def _sources() -> QuerySet[Any]:
    """Return sources in the columns of the others: a source has one name, and a policy that is in force today."""
    rows: QuerySet[Any] = (
        Source.objects.with_policy()
        .order_by()
        .values_list(
            Value("source"),
            Cast("pk", CharField()),
            Value(0),
            "name",
            F("name"),
            F("name"),
            "policy",
        )
    )
    return rows
