"""The review page of an import run: each item with what was read from it and what is doubtful, before any article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..actions.doubting import doubtful_fields
from ..models import Country, Entity, Evidence, ImportItem, Topic
from ..pipeline.records import SEVERAL, SINGLE
from ..templatetags.desk import honest_date
from ..templatetags.reading import language_name
from .candidates import Candidate, candidates_of
from .checks import checks_of
from .evidence import EvidenceLine, state_of
from .original import anchor, quote
from .questions import SHARED, known_by, likely
from .wording import Words, field_title, rule_name, warning_text, warnings_of


class Names:
    """The names of countries and topics by their codes, looked up once for a page."""

    def __init__(self) -> None:
        self.countries = {country.code: country.name for country in Country.objects.all()}
        self.topics = {topic.code: topic.name for topic in Topic.objects.all()}

    def of(self, field: str, value: Any) -> str:
        """Return a value of a reading in words."""
        if field in ("countries", "countries_mentioned"):
            return self.countries.get(value, value)
        if field == "topics":
            return self.topics.get(value, value)
        if field in ("language", "passages", "translated_from"):
            return language_name(value)
        return honest_date(value) if field == "date" else str(value)


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item of a run with a summary of its reading."""

    item: ImportItem
    left_out: bool
    headline: str = ""
    is_proposed: bool = False
    standfirst: str = ""
    date: str = ""
    source: str = ""
    source_is_proposed: bool = False
    byline: str = ""
    countries: str = ""
    topics: str = ""
    doubts: tuple[str, ...] = ()
    warnings: tuple[Words, ...] = ()
    unknown: int = 0


def rows_of(items: Iterable[ImportItem], left_out: set[int]) -> list[ItemRow]:
    """Return the rows of a page, in two queries however many items."""
    names = Names()
    return [_row(item, names, item.pk in left_out) for item in items]


def _row(item: ImportItem, names: Names, left_out: bool) -> ItemRow:
    reading = item.reading
    if not reading:
        return ItemRow(item, left_out)
    return ItemRow(
        item,
        left_out,
        headline=reading["headline"] or reading["headline_proposed"] or "",
        is_proposed=not reading["headline"],
        standfirst=reading["standfirst"] or "",
        date=honest_date(reading["date"]),
        source=reading["source_name"] or reading["source_proposed"] or "",
        source_is_proposed=not reading["source_name"],
        byline=", ".join(reading["byline"]),
        countries=", ".join(names.of("countries", code) for code in reading["countries"]),
        topics=", ".join(names.of("topics", code) for code in reading["topics"]),
        doubts=doubts_of(reading),
        warnings=(*warnings_of(reading), *checks_of(reading)),
        unknown=sum(not entity["known"] for entity in reading["entities"]),
    )


def doubts_of(reading: dict[str, Any]) -> tuple[str, ...]:
    """Return the names of the fields in which something is doubtful or only proposed."""
    fields = [field_title(field) for field in doubtful_fields(reading)]
    return tuple(dict.fromkeys(fields))


@dataclass(frozen=True, slots=True)
class ReadField:
    """A field of a reading with its values, each with its evidence."""

    title: str
    lines: list[EvidenceLine]


def fields_of(reading: dict[str, Any]) -> list[ReadField]:
    """Return all that was read from an item, in the order of the interface."""
    names, text = Names(), reading["text"]
    return [
        ReadField(field_title(field), [_line(one, field, names, text) for one in found])
        for field in SINGLE + SEVERAL
        if (found := reading["evidence"].get(field)) and field not in ("boilerplate", "crossheads")
    ]


def _line(one: dict[str, Any], field: str, names: Names, text: str) -> EvidenceLine:
    by_value = field in ("countries", "topics")
    shown = field not in ("language", "countries_mentioned")
    return EvidenceLine(
        subject=names.of(field, one["value"]),
        quote=quote(text, one["spans"][:3]) if by_value or field == "countries_mentioned" else "",
        anchor=anchor(f"{field}-{one['value']}" if by_value else field) if shown else "",
        rule=rule_name(one["rule"]),
        percent=round(one["confidence"] * 100),
        state=_state(one),
        words="",
    )


def _state(one: dict[str, Any]) -> str:
    return state_of(Evidence(proposed=one["proposed"], confidence=one["confidence"]))


@dataclass(frozen=True, slots=True)
class ReadName:
    """A name of a reading."""

    name: str
    kind: str
    known: bool
    surfaces: str
    anchor: str
    percent: int
    rule: Words
    warning: Words
    candidates: list[Candidate]


def names_of(reading: dict[str, Any]) -> list[ReadName]:
    """Return the names of a reading, known ones first and in house style, with the addresses of their first places."""
    keys = [entity["name"] for entity in reading["entities"] if entity["known"]]
    house = {(one.name, one.kind): str(one) for one in Entity.objects.filter(name__in=keys)}
    meant = known_by({name for one in reading["entities"] for name in one.get("candidates", ())})
    shown = []
    for known, key in ((True, "name"), (False, "unknown")):
        found = [entity for entity in reading["entities"] if entity["known"] == known]
        shown += [
            ReadName(
                name=house.get((entity["name"], entity["kind"]), entity["name"]),
                kind=str(Entity.Kind(entity["kind"]).label),
                known=known,
                surfaces=", ".join(entity["surface"]),
                anchor=anchor(f"{key}-{number}"),
                percent=round(entity["confidence"] * 100),
                rule=rule_name(entity["rule"]),
                warning=warning_text(entity["warning"]) if entity.get("warning") else "",
                candidates=_could_mean(entity, meant),
            )
            for number, entity in enumerate(found, 1)
        ]
    return shown


def _could_mean(name: dict[str, Any], meant: dict[str, Entity]) -> list[Candidate]:
    offered = dict.fromkeys(meant[one] for one in name.get("candidates", ()) if one in meant)
    return likely(candidates_of(name["name"], offered), shared=name.get("rule") == SHARED)
