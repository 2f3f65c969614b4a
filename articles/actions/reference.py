"""Load the data files into the database: again and again, and never over an editor's decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.db import transaction

from .. import knowledge
from ..models import (
    Alias,
    Country,
    Entity,
    Office,
    Source,
    SourceHabit,
    SourcePolicy,
    Topic,
)
from ..models.addresses import ascii_slug
from .loading import Loaded, Said, load_parts, load_rows


@transaction.atomic
def load_reference(folder: Path = knowledge.DATA) -> Loaded:
    """Bring the database up to what the data files say, whole or not at all, and return what that changed.

    Raises `knowledge.BadData`, which names the file and the place of a mistake.
    """
    reference = knowledge.read_reference(folder)
    loaded = Loaded()
    load_rows(Country, map(_country, reference.countries), loaded)
    load_rows(Topic, map(_topic, reference.topics), loaded)
    entities = load_rows(Entity, _entities(reference), loaded)
    sources = load_rows(Source, map(_source, reference.sources), loaded)
    load_parts(Alias, "entity", entities, _aliases(reference.named), loaded)
    load_parts(Office, "person", entities, _offices(reference.named), loaded)
    load_parts(SourceHabit, "source", sources, _habits(reference.sources), loaded)
    load_parts(SourcePolicy, "source", sources, _policies(reference.sources), loaded)
    return loaded


def _country(country: knowledge.Country) -> Said:
    english = country.record.name
    return Said(
        key=country.code,
        identity={"code": country.code},
        values={
            "name_en": english,
            "name_de": country.names.get("de", english),
            "name_ru": country.names.get("ru", ""),
            "focus": country.focus,
            "position": country.position,
            "note": country.note,
        },
        slug=ascii_slug(english, 60) or country.code.lower(),
    )


def _topic(topic: knowledge.Topic) -> Said:
    return Said(
        key=topic.record.code,
        identity={"code": topic.record.code},
        values={
            "name_en": topic.names["en"],
            "name_de": topic.names["de"],
            "name_ru": topic.names.get("ru", ""),
            "media_topic": topic.media_topic,
            "position": topic.position,
            "words": {language: list(words) for language, words in topic.record.words},
        },
    )


def _entities(reference: knowledge.Reference) -> Iterator[Said]:
    for named in reference.named:
        record = named.record
        yield Said(
            key=record.name,
            identity={"name": record.name},
            values={
                "kind": record.kind,
                "country_id": record.country or None,
                "name_de": named.names.get("de", ""),
                "name_ru": named.names.get("ru", ""),
                # A country's note stands on the country.
                "note": "" if isinstance(named, knowledge.Country) else named.note,
            },
            slug=ascii_slug(record.name, 90) or "name",
        )


def _source(source: knowledge.Source) -> Said:
    return Said(
        key=source.record.key,
        identity={"name": source.record.name},
        values={
            "language": source.record.language,
            "home_id": source.home or None,
            "label": source.label,
            "label_reason": source.label_reason,
            "note": source.note,
        },
        slug=source.record.key,
    )


def _aliases(named: Iterable[knowledge.Country | knowledge.Entity]) -> Iterator[Said]:
    for record in (entry.record for entry in named):
        for form in record.forms:
            yield Said(
                record.name,
                {"name": form.text, "kind": form.kind},
                {"language": form.language, "weak": form.weak},
            )


def _offices(named: Iterable[knowledge.Country | knowledge.Entity]) -> Iterator[Said]:
    for record in (entry.record for entry in named):
        for term in record.offices:
            country = term.country or None
            yield Said(
                record.name,
                {"title": term.title, "country_id": country, "start": term.start},
                {"end": term.end},
            )


def _habits(sources: Iterable[knowledge.Source]) -> Iterator[Said]:
    for record in (source.record for source in sources):
        habits: dict[str, tuple[str, ...]] = {
            SourceHabit.Kind.DOMAIN: record.domains,
            SourceHabit.Kind.NAME: record.names,
            SourceHabit.Kind.SELF_DESCRIPTION: record.self_descriptions,
            SourceHabit.Kind.SIGN_OFF: record.sign_offs,
            SourceHabit.Kind.CREDIT: record.credits,
            SourceHabit.Kind.FURNITURE: record.furniture,
        }
        for kind, texts in habits.items():
            for text in dict.fromkeys(texts):
                yield Said(record.key, {"kind": str(kind), "text": text})


def _policies(sources: Iterable[knowledge.Source]) -> Iterator[Said]:
    for source in sources:
        for policy in source.policies:
            values: dict[str, Any] = {
                "policy": policy.policy,
                "valid_to": policy.end,
                "legal_act": policy.legal_act,
                "checked_on": policy.checked,
                "note": policy.note,
            }
            yield Said(source.record.key, {"valid_from": policy.start}, values)
