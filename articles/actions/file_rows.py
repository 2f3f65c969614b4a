"""What the data files say, as rows of the database: the one place that knows which value goes into which column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .. import knowledge
from ..models import SourceHabit
from ..models.addresses import ascii_slug
from ..pipeline.scripts import script_of
from .loading import Said

Named = knowledge.Country | knowledge.Entity


def country_row(country: knowledge.Country) -> Said:
    """Return the row of a country; its forms are those of the entity of the same name."""
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
            "decided": country.decided,
        },
        slug=ascii_slug(english, 60) or country.code.lower(),
    )


def topic_row(topic: knowledge.Topic) -> Said:
    """Return the row of a topic."""
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


def entity_row(named: Named) -> Said:
    """Return the row of anything with a name. A country's note and decision stand on the country."""
    record = named.record
    told = named if isinstance(named, knowledge.Entity) else None
    return Said(
        key=record.name,
        identity={"name": record.name},
        values={
            "kind": record.kind,
            "country_id": record.country or None,
            "name_de": named.names.get("de", ""),
            "name_ru": named.names.get("ru", ""),
            "note": told.note if told else "",
            "decided": told.decided if told else "",
            "doubtful": told.doubtful if told else "",
            "wikidata": told.wikidata if told else "",
        },
        slug=ascii_slug(record.name, 90) or "name",
    )


def source_row(source: knowledge.Source) -> Said:
    """Return the row of an outlet."""
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


def alias_rows(named: Iterable[Named]) -> Iterator[Said]:
    """Yield a row for each form, those that are switched off among them."""
    for entry in named:
        forms = [(form, True) for form in entry.record.forms] + [
            (form, False) for form in entry.off
        ]
        for form, in_use in forms:
            yield Said(
                entry.record.name,
                {"name": form.text, "kind": form.kind},
                {
                    "language": form.language,
                    "weak": form.weak,
                    "script": script_of(form.text),
                    "start": form.start,
                    "end": form.end,
                    "in_use": in_use,
                },
            )


def office_rows(named: Iterable[Named]) -> Iterator[Said]:
    """Yield a row for each term in an office."""
    for record in (entry.record for entry in named):
        for term in record.offices:
            yield Said(
                record.name,
                {"title": term.title, "country_id": term.country or None, "start": term.start},
                {"end": term.end},
            )


def habit_rows(sources: Iterable[knowledge.Source]) -> Iterator[Said]:
    """Yield a row for each habit of an outlet."""
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


def policy_rows(sources: Iterable[knowledge.Source]) -> Iterator[Said]:
    """Yield a row for each policy of an outlet."""
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
