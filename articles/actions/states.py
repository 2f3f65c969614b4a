"""All that a reading can change of an article, as plain data: taken down, compared, and put back part by part.

A state holds one part for each field that is read (`headline`: its value and its evidence), and one for each row that the
article is filed under: `country:KZ`, `topic:energy`, `entity:12`, and `name:person:Omurbek` for what nobody knows yet.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.contrib.auth.models import User

from ..models import (
    Article,
    ArticleCountry,
    ArticleTopic,
    Body,
    Country,
    Evidence,
    Mention,
    Source,
    Topic,
    UnknownName,
)
from .drafting import FIELDS
from .naming import standing

Part = dict[str, Any]
State = dict[str, Part]
#: Of each part, what it was (or will be) before and after; None where it is not there.
Changes = dict[str, tuple[Part | None, Part | None]]

#: Lists that an article is filed under and that a person decides on as a whole.
FILED = ("countries", "countries_mentioned", "topics")
#: All fields that are read and decided upon, each with a part of its own.
DECIDED = (*FIELDS, "body", *FILED)
_SIGNED = ("confirmed_by_id", "confirmed_at")
_READ = ("rule", "confidence", "spans")
_EVIDENCE = ("value", "proposed", *_READ, "suggestion", *_SIGNED)
#: For each kind of row: its model, the field of the article, the field of its key, and what it says.
_ROWS: dict[str, tuple[Any, str, str, tuple[str, ...]]] = {
    "country": (ArticleCountry, "article", "country_id", ("role", "rank", *_READ, *_SIGNED)),
    "topic": (ArticleTopic, "article", "topic_id", ("rank", *_READ, *_SIGNED)),
    "entity": (
        Mention,
        "content_object",
        "tag_id",
        ("surfaces", *_READ, "rejected", *_SIGNED),
    ),
    "name": (
        UnknownName,
        "article",
        "name",
        ("key", "surfaces", "candidates", *_READ, "warning", "judgement_id"),
    ),
}


def state_of(article: Article) -> State:
    """Return the state of a stored article; a constant number of queries."""
    body = Body.objects.filter(article=article).first()
    return made_state(
        {name: getattr(article, _column(name)) for name in FIELDS},
        body.blocks if body else [],
        article.evidence.all(),
        [
            *article.country_links.all(),
            *article.topic_links.all(),
            *article.mentions.all(),
            *article.unknown_names.order_by("pk"),
        ],
    )


def made_state(
    values: Mapping[str, Any], blocks: list[Any], evidence: Iterable[Evidence], rows: Iterable[Any]
) -> State:
    """Return a state from the values of columns by field, the body, and rows, whether they are stored or not."""
    found = {row.field: _said(row, _EVIDENCE) for row in evidence}
    state: State = {
        name: {"value": _as_data(values[name]), "evidence": found.get(name)} for name in FIELDS
    }
    state["body"] = {"value": _as_data(blocks), "evidence": found.get("body")}
    for name in FILED:
        state[name] = {"value": None, "evidence": found.get(name)}
    for row in rows:
        state.setdefault(_key_of(row), _said(row, _fields_of(row)))
    return state


def rows_in(state: State, kind: str) -> Iterator[tuple[str, Part]]:
    """Yield key and part of the rows of one kind: `country`, `topic`, `entity` or `name`."""
    for key, part in state.items():
        if key.startswith(f"{kind}:"):
            yield key.removeprefix(f"{kind}:"), part


def is_signed(row: Part | None) -> bool:
    """Return whether a person decided on evidence or on a row."""
    return bool(row and row.get("confirmed_at"))


def told(state: State) -> dict[str, Any]:
    """Return the values of a state as history tells them: by field, rows as lists of keys, the source by its key.

    Of a part of a state, those of the fields that it holds.
    """
    values = {name: state[name]["value"] for name in (*FIELDS, "body") if name in state}
    countries = sorted(rows_in(state, "country"), key=lambda row: row[1]["rank"])
    roles = ArticleCountry.Role
    return values | {
        "countries": [code for code, row in countries if row["role"] == roles.ABOUT],
        "countries_mentioned": [code for code, row in countries if row["role"] == roles.MENTIONED],
        "topics": [
            code for code, _ in sorted(rows_in(state, "topic"), key=lambda row: row[1]["rank"])
        ],
        "entities": sorted(
            int(key) for key, row in rows_in(state, "entity") if not row["rejected"]
        ),
    }


def changes_of(before: State, after: State) -> Changes:
    """Return the parts that differ."""
    return {
        key: (before.get(key), after.get(key))
        for key in before | after
        if before.get(key) != after.get(key)
    }


def in_words(values: Mapping[str, tuple[Any, Any]]) -> dict[str, list[Any]]:
    """Return told values, before and after, as the desk shows them: a source by its name."""
    shown = {name: list(pair) for name, pair in values.items()}
    if "source" in shown:
        keys = [key for key in shown["source"] if key]
        names = dict(Source.objects.filter(pk__in=keys).values_list("pk", "name"))
        shown["source"] = [names.get(key, "") for key in shown["source"]]
    return shown


def columns_of(changes: Changes, article: Article) -> dict[str, Any]:
    """Return the values for the article's own row; only those that change."""
    columns: dict[str, Any] = {}
    for name in FIELDS:
        before, after = changes.get(name, (None, None))
        if before and after and before["value"] != after["value"]:
            columns[_column(name)] = _as_value(name, after["value"])
    if columns.get("source_id") and not Source.objects.filter(pk=columns["source_id"]).exists():
        columns["source_id"] = None
    return columns


def put(article: Article, changes: Changes) -> None:
    """Write what became of each part but the article's own row, which `columns_of` gives; the caller holds its lock.

    What is filed under an entity that was merged since goes to the one that stands for it; a country, topic or person who is
    gone is left out.
    """
    people = _people_in(changes)
    for name in DECIDED:
        before, after = changes.get(name, (None, None))
        if before is None or after is None:
            continue
        if before["evidence"] != after["evidence"]:
            _put_evidence(article, name, after["evidence"], people)
        if name == "body" and before["value"] != after["value"]:
            Body.objects.update_or_create(article=article, defaults={"blocks": after["value"]})
    known = _known_keys(changes)
    for key, (_, after) in changes.items():
        kind, _, one = key.partition(":")
        if kind in _ROWS:
            _put_row(article, kind, known[kind].get(one, one), after, people)


def _put_evidence(
    article: Article, field: str, said: Part | None, people: Mapping[int, int]
) -> None:
    if said is None:
        article.evidence.filter(field=field).delete()
        return
    Evidence.objects.update_or_create(
        article=article, field=field, defaults=_as_stored(said, people)
    )


def _put_row(
    article: Article, kind: str, key: Any, said: Part | None, people: Mapping[int, int]
) -> None:
    model, owner, field, _ = _ROWS[kind]
    if key is None:
        return
    named: dict[str, Any] = {owner: article, field: key}
    if kind == "name":
        named["kind"], _, named["name"] = key.partition(":")
    rows = model._default_manager.filter(**named)
    if said is None:
        rows.delete()
    elif not rows.update(**_as_stored(said, people)):
        model._default_manager.create(**named, **_as_stored(said, people))


def _known_keys(changes: Changes) -> dict[str, dict[str, Any]]:
    """Return, by kind and key, what a row is filed under now: None where that is gone."""
    keys: dict[str, list[str]] = {kind: [] for kind in _ROWS}
    for key, (_, after) in changes.items():
        kind, _, one = key.partition(":")
        if kind in keys and after is not None:
            keys[kind].append(one)
    entities = standing([int(key) for key in keys["entity"]])
    countries = set(Country.objects.filter(pk__in=keys["country"]).values_list("pk", flat=True))
    topics = set(Topic.objects.filter(pk__in=keys["topic"]).values_list("pk", flat=True))
    return {
        "entity": {key: entities.get(int(key)) for key in keys["entity"]},
        "country": {key: key if key in countries else None for key in keys["country"]},
        "topic": {key: key if key in topics else None for key in keys["topic"]},
        "name": {},
    }


def _people_in(changes: Changes) -> dict[int, int]:
    """Return the accounts that signed something and still exist."""
    said = [
        row
        for _, after in changes.values()
        if after
        for row in (after, after.get("evidence") or {})
    ]
    keys = {row["confirmed_by_id"] for row in said if row.get("confirmed_by_id")}
    return {pk: pk for pk in User.objects.filter(pk__in=keys).values_list("pk", flat=True)}


def _as_stored(said: Part, people: Mapping[int, int]) -> Part:
    """Return what a row says as its columns take it."""
    values = dict(said)
    if "confirmed_at" in values:
        moment = values["confirmed_at"]
        values["confirmed_at"] = datetime.datetime.fromisoformat(moment) if moment else None
        values["confirmed_by_id"] = people.get(values["confirmed_by_id"])
    return values


def _key_of(row: Any) -> str:
    for kind, (model, _, field, _) in _ROWS.items():
        if isinstance(row, model):
            key = getattr(row, field)
            return f"name:{row.kind}:{key}" if kind == "name" else f"{kind}:{key}"
    raise TypeError(type(row).__name__)


def _fields_of(row: Any) -> tuple[str, ...]:
    return next(fields for model, _, _, fields in _ROWS.values() if isinstance(row, model))


def _said(row: Any, fields: Iterable[str]) -> Part:
    return {name: _as_data(getattr(row, name)) for name in fields}


def _as_data(value: Any) -> Any:
    """Return a value as JSON gives it back, so that a state that was kept equals one that was taken just now."""
    match value:
        case list() | tuple():
            return [_as_data(one) for one in value]
        case dict():
            return {key: _as_data(one) for key, one in value.items()}
        case datetime.time() | datetime.datetime():
            return value.isoformat()
        case _:
            return value


def _column(field: str) -> str:
    return "source_id" if field == "source" else field


def _as_value(field: str, value: Any) -> Any:
    return datetime.time.fromisoformat(value) if field == "time" and value else value
