"""Correct and confirm what was read. What a person decided is marked so, and no later reading changes it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction

from ..models import Article, Body, Evidence, HistoryEntry, Source, Status
from ..models.addresses import ascii_slug
from .checking import CHECKS, checked
from .dating import period_of
from .drafting import FIELDS
from .editing import EditConflict, locked, write
from .filing import LINKS, confirm_links, file_under, filed_under
from .listing import list_anew
from .marking import ROLES, Mark, keep_marks
from .naming import standing
from .publishing import NotReady, Obstacle, obstacles
from .recording import Person, record, stamp

__all__ = ["EditConflict", "NotReady", "confirm", "correct", "held"]

#: Fields that are read from a text, so that a decision on them is kept with their evidence.
READ_FIELDS = frozenset({*FIELDS, "body", "countries", "countries_mentioned", "topics"})


@transaction.atomic
def correct(
    article: Article,
    changes: Mapping[str, Any],
    *,
    by: Person,
    version: int,
    marks: Collection[Mark] = (),
) -> Article:
    """Change fields of `article`, which the editor saw at `version`, and return it anew.

    `marks` are what the editor made of words of its original; the values that came of it stand among the changes.

    Lists (countries, topics, entities, byline …) are given whole. Raises ValidationError by field, `EditConflict`
    where somebody was faster, and `NotReady` where a published article would lose what it needs to be published. Where
    nothing differs, nothing is written.
    """
    wanted = checked(changes)
    if "entities" in wanted:  # before the article is locked: a merge locks in this order too
        wanted["entities"] = sorted(set(standing(wanted["entities"]).values()))
    current = locked(article.pk, version=version)
    was = {name: held(current, name) for name in wanted}
    wanted = {name: value for name, value in wanted.items() if value != was[name]}
    if not wanted and not marks:
        return current
    was_public = current.status == Status.PUBLISHED
    tolerated = obstacles(current) if was_public else []
    write(current, **columns_of(current, wanted))
    if "body" in wanted:
        Body.objects.update_or_create(article=current, defaults={"blocks": wanted["body"]})
    file_under(current, {name: wanted[name] for name in LINKS if name in wanted}, by=by)
    _decide(current, [*wanted, *(ROLES[mark.role].field or "body" for mark in marks)], by=by)
    told = {name: [plain(was[name]), plain(value)] for name, value in wanted.items()}
    if marks:
        reading = current.item.reading
        keep_marks(current, marks, reading, by=by)
        told["markings"] = [[], [_in_words(mark, reading["text"]) for mark in marks]]
    record(current, HistoryEntry.Deed.CORRECTED, by=by, changes=told)
    if was_public:
        check_still_ready(current, tolerated)
    list_anew([current.pk])
    return Article.objects.get(pk=current.pk)


@transaction.atomic
def confirm(
    article: Article, fields: Collection[str], *, by: Person, names: Collection[int] = ()
) -> Article:
    """Confirm `fields` of `article` as the caller saw them, and return it anew; a second time does nothing.

    `names` are keys of single entities that the text surely means.
    Raises `EditConflict` where somebody changed it meanwhile, ValueError for a field that is not read from texts.
    """
    if unknown := set(fields) - READ_FIELDS - {"entities"}:
        raise ValueError(f"not confirmable: {', '.join(sorted(unknown))}")
    current = locked(article.pk, version=article.version)
    decided = set(
        current.evidence.filter(confirmed_at__isnull=False).values_list("field", flat=True)
    )
    links = {name for name in fields if name in LINKS and confirm_links(current, name, by=by)}
    named = current.mentions.filter(tag__in=names, rejected=False, confirmed_at__isnull=True)
    if named.update(**stamp(by)):
        links.add("entities")
    news = sorted(links | (READ_FIELDS.intersection(fields) - decided))
    if not news:
        return current
    write(current)
    _decide(current, news, by=by)
    values = {name: plain(held(current, name)) for name in news}
    told = {name: [value, value] for name, value in values.items()}
    record(current, HistoryEntry.Deed.CONFIRMED, by=by, changes=told)
    list_anew([current.pk])
    return current


def held(article: Article, name: str) -> Any:
    """Return the value of a correctable field as `correct` takes it; ValueError for any other name."""
    if name not in CHECKS:
        raise ValueError(f"not correctable: {name}")
    if name == "body":
        body = Body.objects.filter(article=article).first()
        return body.blocks if body else []
    return filed_under(article, name) if name in LINKS else getattr(article, name)


def columns_of(article: Article, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values for the article's own row; the address follows the headline until the first publication."""
    columns = {name: value for name, value in wanted.items() if name not in {"body", *LINKS}}
    if "date" in columns:
        columns["date_precision"], columns["date_from"] = period_of(columns["date"])
    if "headline" in columns and article.published_at is None:
        columns["slug"] = ascii_slug(columns["headline"]) or "text"
    return columns


def check_still_ready(article: Article, tolerated: list[Obstacle]) -> None:
    """Raise `NotReady` for obstacles that were not there before: a policy that ended meanwhile bars no correction."""
    if lost := [obstacle for obstacle in obstacles(article) if obstacle not in tolerated]:
        raise NotReady(lost)


def _decide(article: Article, names: Collection[str], *, by: Person) -> None:
    """Note with the evidence of each field that a person decided on it."""
    fields = READ_FIELDS.intersection(names)
    decision = stamp(by)
    rows = article.evidence.filter(field__in=fields)
    missing = fields - set(rows.values_list("field", flat=True))
    rows.update(**decision)
    Evidence.objects.bulk_create(
        Evidence(article=article, field=field, rule="editor", **decision) for field in missing
    )


def _in_words(mark: Mark, text: str) -> str:
    """Return a mark as history tells it."""
    words = " ".join(text[mark.start : mark.end].split())
    return f"{mark.role}: {words[:80]}"


def plain(value: Any) -> Any:
    """Return a value as history tells it."""
    match value:
        case None | str() | int() | list():
            return value
        case Source():
            return value.name
        case _:
            return value.isoformat()
