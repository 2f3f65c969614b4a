"""The page of one text of a run: all that was read from it, with places, before there is an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..models import Entity, Evidence
from ..pipeline.records import SEVERAL, SINGLE
from .candidates import Candidate, candidates_of
from .evidence import EvidenceLine, state_of
from .original import anchor, quote
from .questions import SHARED, known_by, likely
from .run_rows import Names
from .wording import Words, field_title, rule_name, warning_text


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
