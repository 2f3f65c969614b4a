"""What becomes of an article's state under a new reading: pure, nothing is read from the database or written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..models import ArticleCountry
from .drafting import FIELDS
from .states import DECIDED, FILED, Changes, Part, State, changes_of, is_signed, rows_in, told

_ROLES = {
    ArticleCountry.Role.ABOUT.value: "countries",
    ArticleCountry.Role.MENTIONED.value: "countries_mentioned",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """What a reading would make of an article.

    `parts` are all parts of its state that change; `values` by field what the article holds and would hold; `waiting` by
    field what it goes on holding, since a person decided on it, and what waits beside that.
    """

    parts: Changes
    values: dict[str, tuple[Any, Any]]
    waiting: dict[str, tuple[Any, Any]]

    @property
    def is_empty(self) -> bool:
        """Whether the reading changes nothing at all."""
        return not self.parts


def plan_of(now: State, basis: State, read: State, earlier: State | None) -> Plan:
    """Return what the state `read` of a reading makes of an article's state `now`.

    `basis` is `now` with its places moved into the text that was read, `earlier` what the reading before said.
    """
    after = _followed(basis, read, earlier)
    held, will = told(now), told(after)
    changed = [name for name in held if _as_seen(held[name]) != _as_seen(will[name])]
    return Plan(
        parts=changes_of(now, after),
        values={name: (held[name], will[name]) for name in changed},
        waiting={
            name: (held[name], suggestion["value"])
            for name in DECIDED
            if (suggestion := (after[name]["evidence"] or {}).get("suggestion"))
        },
    )


def _as_seen(value: Any) -> Any:
    """Return a told value without the places of blocks: words that stand elsewhere are the same words."""
    if not isinstance(value, list):
        return value
    return [(one["kind"], one["text"]) if isinstance(one, dict) else one for one in value]


def _followed(now: State, read: State, earlier: State | None) -> State:
    """Return the state of an article that followed a reading; `earlier` is what the reading before it said."""
    after: State = {}
    said, was, held = told(read), told(earlier) if earlier else {}, told(now)
    for name in DECIDED:
        part = now[name]
        if is_signed(part["evidence"]):
            values = (held[name], said[name], was.get(name))
            after[name] = part | {"evidence": _beside(name, part["evidence"], read, values)}
        elif name in FILED:
            after[name] = part
        else:
            after[name] = read[name]
    decided = {name for name in FILED if is_signed(now[name]["evidence"])}
    for kind in ("country", "topic", "entity", "name"):
        after |= _followed_rows(kind, now, read, decided)
    return after


def _followed_rows(kind: str, now: State, read: State, decided: set[str]) -> State:
    held, said = dict(rows_in(now, kind)), dict(rows_in(read, kind))
    rows = {key: row for key, row in held.items() if _is_kept(row)}
    for key, row in said.items():
        listed = _ROLES[row["role"]] if kind == "country" else "topics"
        if key in rows or (kind in ("country", "topic") and listed in decided):
            continue
        rows[key] = row
    return {f"{kind}:{key}": row for key, row in rows.items()}


def _is_kept(row: Part) -> bool:
    """Return whether a person decided on a row, so that it is not the reading's any more."""
    return is_signed(row) or bool(row.get("rejected") or row.get("judgement_id"))


def _beside(name: str, evidence: Part, read: State, values: tuple[Any, Any, Any]) -> Part:
    """Return the evidence of a decided field with what a reading says beside it, if that is news to the editor."""
    held, said, was = values
    found = read[name]["evidence"] or {"value": said, "spans": [], "rule": "", "confidence": 1.0}
    seen = evidence["value"]
    if seen is None and name not in FIELDS:  # their evidence keeps no value until something waits
        seen = was
    if not said or said in (held, seen) or found["value"] == seen:
        return evidence | {"suggestion": None}
    suggestion = {"value": found["value"] if name == "source" else said}
    suggestion |= {key: found[key] for key in ("spans", "rule", "confidence")}
    return evidence | {"suggestion": suggestion, "value": seen}
