"""The data files, each read by the function that bears its name. Their format is told in `data/README.md`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from ..pipeline.knowledge import (
    EntityRecord,
    FurnitureRule,
    OfficeTerm,
    SourceRecord,
    TopicRecord,
)
from ..pipeline.results import Label
from .entries import Country, Entity, Judgement, Policy, Source, Topic
from .forms import read_forms
from .tables import BadData, Table, rows, sections

#: A `country` in these files is a state that is no more: it has no code to file texts under.
KINDS = ("person", "organisation", "place", "event", "country")
OWNERSHIP = ("independent", "state", "party", "agency", "ngo", "commercial", "unknown")
VERDICTS = ("same", "not_same", "unsure", "no_name")
POLICIES = ("full", "excerpt", "internal", "blocked")
_CODE = re.compile("[A-Z]{2}")


def read_countries(path: Path) -> Iterator[Country]:
    """Yield the countries of countries.toml."""
    for code, table in sections(path):
        if not _CODE.fullmatch(code):
            raise BadData(f"{table.place}: two capital letters are expected as key")
        name = table.text("name")
        table.text("capital", "")  # told to people; the capital is an entity of its own
        note = table.text("note", "")
        focus = table.take("focus", bool, False)
        position = table.take("position", int, 99)
        decided = table.text("decided", "")
        forms = read_forms(name, "country", table)
        table.finish()
        record = EntityRecord(name, "country", forms.in_use, country=code)
        yield Country(record, forms.preferred, note, focus, position, decided, forms.off)


def read_entities(path: Path, codes: Collection[str]) -> Iterator[Entity]:
    """Yield the people, organisations, places and events of one file; `codes` are the known countries."""
    for table in rows(path, "entity"):
        name = table.text("name")
        table.place += f" ({name})"
        kind = table.choice("kind", KINDS)
        country = table.text("country", "")
        if country and country not in codes:
            raise table.complain("country", f"{country!r} is not in countries.toml")
        offices = tuple(_offices(table, codes))
        about = {key: table.text(key, "") for key in ("note", "decided", "doubtful", "wikidata")}
        forms = read_forms(name, kind, table)
        table.finish()
        record = EntityRecord(name, kind, forms.in_use, country, offices)
        yield Entity(record, forms.preferred, off=forms.off, **about)


def read_topics(path: Path) -> Iterator[Topic]:
    """Yield the topics of topics.toml."""
    for code, table in sections(path):
        words = Table(table.take("words", dict, {}), f"{table.place}: words")
        spoken = tuple((language, words.texts(language)) for language in sorted(words.languages()))
        words.finish()
        names = {language: table.text(language) for language in ("en", "de")}
        names |= {language: table.text(language) for language in table.languages()}
        media_topic, position = table.text("medtop", ""), table.take("position", int, 99)
        table.finish()
        yield Topic(TopicRecord(code, spoken), names, media_topic, position)


def read_sources(path: Path, codes: Collection[str]) -> Iterator[Source]:
    """Yield the outlets of sources.toml; `codes` are the known countries."""
    for key, table in sections(path):
        label = table.choice("label", OWNERSHIP, "unknown")
        record = SourceRecord(
            key=key,
            name=table.text("name"),
            language=table.text("language", ""),
            domains=table.texts("domains"),
            names=table.texts("names"),
            self_descriptions=table.texts("self"),
            sign_offs=table.texts("sign_offs"),
            credits=table.texts("credits"),
            furniture=table.texts("furniture"),
            is_agency=label == "agency",
        )
        home = table.text("home", "")
        if home and home not in codes:
            raise table.complain("home", f"{home!r} is not in countries.toml")
        reason, note = table.text("label_reason", ""), table.text("note", "")
        policies = tuple(_policies(table))
        table.finish()
        yield Source(record, home, label, reason, note, policies)


def read_judgements(path: Path, names: Collection[str]) -> Iterator[Judgement]:
    """Yield the judgements on printed forms in judgements.toml; `names` are the known entities."""
    for table in rows(path, "judgement"):
        form, verdict = table.text("form"), table.choice("verdict", VERDICTS)
        table.place += f" ({form})"
        entity, note = table.text("entity", ""), table.text("note", "")
        if (verdict == "no_name") == bool(entity) or (entity and entity not in names):
            raise table.complain("entity", f"{entity!r} does not fit, or is no known entity")
        table.finish()
        yield Judgement(form, verdict, entity, note)


def read_furniture(path: Path) -> Iterator[FurnitureRule]:
    """Yield the general habits of page furniture in furniture.toml."""
    labels = tuple(label.value for label in Label)
    for table in rows(path, "rule"):
        label, pattern = table.choice("label", labels), table.text("pattern")
        inline = table.take("inline", bool, False)
        table.finish()
        try:
            re.compile(pattern)
        except re.error as error:
            raise table.complain("pattern", str(error)) from error
        yield FurnitureRule(label, pattern, inline)


def _offices(table: Table, codes: Collection[str]) -> Iterator[OfficeTerm]:
    """Yield the offices of a person. `of` is a country's code, or the name of an organisation or a place."""
    for row in table.tables("offices"):
        title, of = row.text("title"), row.text("of", "")
        if _CODE.fullmatch(of) and of not in codes:
            raise row.complain("of", f"{of!r} is not in countries.toml")
        start, end = row.period_date("from"), row.period_date("to")
        row.finish()
        if of and of not in codes and of not in title:
            title = f"{title}, {of}"
        yield OfficeTerm(title, of if of in codes else "", start, end)


def _policies(table: Table) -> Iterator[Policy]:
    for row in table.tables("policies"):
        start = row.day("from")
        if start is None:
            raise row.complain("from", "is missing")
        policy = Policy(
            policy=row.choice("policy", POLICIES),
            start=start,
            end=row.day("to"),
            legal_act=row.text("legal_act", ""),
            checked=row.day("checked"),
            note=row.text("note", ""),
        )
        row.finish()
        yield policy
