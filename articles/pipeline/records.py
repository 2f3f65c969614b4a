"""A reading as plain data: the stable interface of `read_texts --json` and of the stored reading of an import."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .results import Found, LinkedEntity, ParsedArticle, Repair, Span

#: Fields of one value and fields of several, by their names in the interface.
SINGLE = (
    "language",
    "date",
    "time",
    "updated",
    "address",
    "headline",
    "headline_proposed",
    "standfirst",
    "agency",
    "source_name",
    "source_proposed",
    "reprint_of",
    "translated_from",
)
SEVERAL = (
    "byline",
    "translator",
    "photo_credits",
    "captions",
    "crossheads",
    "boilerplate",
    "passages",
    "countries",
    "countries_mentioned",
    "topics",
    "cites",
)

#: Of mojibake undone a record tells this many places, and this many letters of each; the text has them all.
REPAIRS_SHOWN, REPAIR_LENGTH = 20, 80

Record = dict[str, Any]


def to_record(parsed: ParsedArticle, *, file: str, sha256: str, with_text: bool = False) -> Record:
    """Return one reading as plain data; spans are [start, end) in the decoded text, which `with_text` adds."""
    record: Record = {
        "file": file,
        "item": parsed.number,
        "name": parsed.name,
        "sha256": sha256,
        "encoding": parsed.text.encoding,
        "date_precision": parsed.date_precision,
        **{name: _value(getattr(parsed, name)) for name in SINGLE},
        **{name: [found.value for found in getattr(parsed, name)] for name in SEVERAL},
        "entities": [_entity(entity) for entity in parsed.entities],
        "evidence": _evidence(parsed),
        "lines": [
            [line.span.start, line.span.end, line.label.value, line.rule, line.confidence]
            for line in parsed.lines
        ],
        "warnings": list(parsed.warnings),
        "checks": [
            {"code": one.code, "spans": _spans(one.spans), "values": dict(one.values)}
            for one in parsed.checks
        ],
        "repairs": _repairs(parsed.text.repairs),
    }
    return record | {"text": parsed.text.content} if with_text else record


def _value(found: Found[str] | None) -> str | None:
    return found.value if found else None


def _repairs(repairs: tuple[Repair, ...]) -> Record:
    """Return how many places were repaired or left in doubt, and the first of them, shortened: before and after."""
    return {
        "number": len(repairs),
        "first": [
            [one.span.start, one.span.end, one.before[:REPAIR_LENGTH], one.after[:REPAIR_LENGTH]]
            for one in repairs[:REPAIRS_SHOWN]
        ],
    }


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _entity(entity: LinkedEntity) -> Record:
    return {
        "name": entity.name,
        "kind": entity.kind,
        "known": entity.known,
        "surface": list(entity.surfaces),
        "spans": _spans(entity.spans),
        "aliases": list(entity.aliases),
        "country": entity.country,
        "rule": entity.rule,
        "confidence": entity.confidence,
        "candidates": list(entity.candidates),
        "warning": entity.warning,
    }


def _evidence(parsed: ParsedArticle) -> dict[str, list[Record]]:
    evidence: dict[str, list[Record]] = {}
    for name in SINGLE + SEVERAL:
        value = getattr(parsed, name)
        found = [value] if isinstance(value, Found) else list(value or ())
        if found:
            evidence[name] = [
                {
                    "value": one.value,
                    "spans": _spans(one.spans),
                    "rule": one.rule,
                    "confidence": one.confidence,
                    "proposed": one.proposed,
                }
                for one in found
            ]
    return evidence
