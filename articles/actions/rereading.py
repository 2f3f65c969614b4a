"""Read a stored text again: what nobody decided on follows the new reading, what a person decided stays.

Where a new reading says something else of a value that a person confirmed or corrected, it waits beside that as a suggestion.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from ..models import Article, ArticleCountry, HistoryEntry, Status, UnknownName
from .blocks import Reading, body_blocks
from .correcting import check_still_ready
from .correcting import columns_of as with_what_follows
from .drafting import FIELDS, Catalogue, countries_of, evidence_of, topics_of, values_of
from .editing import locked, write
from .heeding import heeded
from .naming import mentions_of, unknown_names_of
from .publishing import obstacles
from .recording import Person, record
from .states import (
    DECIDED,
    FILED,
    Changes,
    Part,
    State,
    changes_of,
    columns_of,
    in_words,
    is_signed,
    made_state,
    put,
    rows_in,
    state_of,
    told,
)

Deed = HistoryEntry.Deed
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


def differences(
    article: Article, reading: Reading, catalogue: Catalogue
) -> dict[str, tuple[Any, Any]]:
    """Return by field what the article holds and what `reading` says, where they differ, confirmed or not.

    Fields of lists (countries, topics, entities) hold keys, the source its name.
    """
    held, read = told(state_of(article)), told(_said_by(reading, article, catalogue, lock=False))
    pairs = {name: (held[name], read[name]) for name in held if held[name] != read[name]}
    return {name: (before, after) for name, (before, after) in in_words(pairs).items()}


def plan_reading(article: Article, reading: Reading, catalogue: Catalogue) -> Plan:
    """Return what `apply_reading` would change of `article`; nothing is written."""
    read = _said_by(reading, article, catalogue, lock=False)
    return _plan(state_of(article), read, _said_before(article, catalogue))


@transaction.atomic
def apply_reading(
    article: Article,
    reading: Reading,
    *,
    by: Person,
    deed: HistoryEntry.Deed = Deed.READ_AGAIN,
    reason: str = "",
    catalogue: Catalogue | None = None,
) -> Article:
    """Let `article` follow `reading` (a record with its text) in all that nobody decided on, and return it anew.

    Its item must still hold the reading that the article was made from: by that a suggestion is told from what the
    editor has seen already. Where nothing differs, nothing is written. Raises `EditConflict` unless the article is
    as the caller saw it, and `NotReady` where a published one would lose what it needs to be published.
    """
    catalogue = catalogue or Catalogue()
    # locked in the order in which everybody does: entities, questions, articles
    read = _said_by(reading, article, catalogue, lock=True)
    lock_questions([article.pk])
    current = locked(article.pk, version=article.version)
    plan = _plan(state_of(current), read, _said_before(current, catalogue))
    if plan.is_empty:
        return current
    write_changes(current, plan.parts, plan.values)
    record(current, deed, by=by, changes=in_words(plan.values), reason=reason)
    return Article.objects.get(pk=current.pk)


def write_changes(article: Article, parts: Changes, values: Mapping[str, Any]) -> None:
    """Write changed parts of a locked article: a new version where `values` that somebody sees change.

    Raises `NotReady` where a published article would lose what it needs to be published.
    """
    was_public = article.status == Status.PUBLISHED
    tolerated = obstacles(article) if was_public else []
    if values:
        write(article, **with_what_follows(article, columns_of(parts, article)))
    put(article, parts)
    if was_public:
        check_still_ready(Article.objects.get(pk=article.pk), tolerated)


def lock_questions(articles: Collection[int]) -> None:
    """Lock the unknown names of articles until the transaction ends."""
    rows = UnknownName.objects.filter(article__in=articles).select_for_update(of=("self",))
    list(rows.order_by("pk").values_list("pk"))


def _plan(now: State, read: State, earlier: State | None) -> Plan:
    after = _followed(now, read, earlier)
    before_values, after_values = told(now), told(after)
    return Plan(
        parts=changes_of(now, after),
        values={
            name: (value, after_values[name])
            for name, value in before_values.items()
            if value != after_values[name]
        },
        waiting={
            name: (before_values[name], suggestion["value"])
            for name in DECIDED
            if (suggestion := (after[name]["evidence"] or {}).get("suggestion"))
        },
    )


def _said_by(reading: Reading, article: Article, catalogue: Catalogue, *, lock: bool) -> State:
    """Return the state that a draft of `reading` would have, with the article's markings over it."""
    reading = heeded(article, reading)
    values = values_of(reading, catalogue)
    like = Article(pk=article.pk, language=values["language"])
    return made_state(
        values | {"source": values["source_id"]},
        body_blocks(reading),
        evidence_of(like, reading),
        [
            *countries_of(like, reading, catalogue),
            *topics_of(like, reading, catalogue),
            *mentions_of(like, reading, catalogue.names, lock=lock),
            *unknown_names_of(like, reading, catalogue.names),
        ],
    )


def _said_before(article: Article, catalogue: Catalogue) -> State | None:
    """Return what the reading said that the article was made from, or that it followed last."""
    item = getattr(article, "item", None)
    if item is None or not item.reading:
        return None
    return _said_by(item.reading, article, catalogue, lock=False)


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
