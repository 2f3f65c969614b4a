"""Mentions compared one by one: each place where a text names somebody, and whom the reading took it for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from .names.comparing import SAME, compare

Record = Mapping[str, Any]
Span = tuple[int, int]


def compare_mentions(note: Any, gold: Record, got: Record) -> None:
    """Count for each place of the gold whether an entity that we know was linked there, and whether to another one.

    `note(field, missed, wrong, right)` is called for "mentions found" (any name, known or not) and "mentions linked" (the
    right known entity; wrong is a known one that is another); "persons not misnamed" counts all mentions, wrong are persons
    taken for others. Gold without `mentions` counts the printed forms that mean
    one entity only. Readings without text are not compared.
    """
    if "text" not in got:
        return
    content: str = got["text"]
    places = _explicit(gold) or _derived(gold, got, content)
    read: dict[Span, list[Record]] = {}
    for entity in got["entities"]:
        for start, end in entity["spans"]:
            read.setdefault((start, end), []).append(entity)
    found, lost, linked, unlinked, wrong, misnamed = 0, [], 0, [], [], []
    for (start, end), expected in places.items():
        printed = content[start:end]
        over = [
            entity
            for span, entities in read.items()
            if span[0] < end and start < span[1]
            for entity in entities
        ]
        if not over:
            lost.append(printed)
        found += bool(over)
        known = [entity for entity in over if entity["known"]]
        if any(is_meant(entity, one) for entity in known for one in expected):
            linked += 1
        elif known:
            wrong.append(f"{printed} as {known[0]['name']}, is {expected[0]['name']}")
            if {known[0]["kind"]} == {one["kind"] for one in expected} == {"person"}:
                misnamed.append(wrong[-1])
        else:
            unlinked.append(printed)
    note("mentions found", lost, [], found)
    note("mentions linked", unlinked, wrong, linked)
    note("persons not misnamed", [], misnamed, len(places) - len(misnamed))


def is_meant(entity: Record, expected: Record) -> bool:
    """Return whether a known entity is the one expected: one of its names is, or is a spelling of, one of the gold's."""
    names = {fold(name): name for name in (entity["name"], *entity["aliases"])}
    wanted = {fold(name): name for name in (expected["name"], *expected.get("aliases", ()))}
    if names.keys() & wanted.keys():
        return True
    if entity["kind"] != expected["kind"]:
        return False
    return any(compare(entity["name"], name).verdict == SAME for name in wanted.values())


def _explicit(gold: Record) -> dict[Span, list[Record]]:
    places: dict[Span, list[Record]] = {}
    for entity in gold["entities"]:
        for start, end in entity.get("mentions", ()):
            places.setdefault((start, end), []).append(entity)
    return places


def _derived(gold: Record, got: Record, content: str) -> dict[Span, list[Record]]:
    """Return the places of forms that one entity alone has, longest first, in lines that are read for names."""
    prose = [
        (line[0], line[1])
        for line in got["lines"]
        if line[2]
        in {"kicker", "headline", "standfirst", "cross-head", "crosshead", "body", "caption"}
    ]
    bearers: dict[str, list[Record]] = {}
    for entity in gold["entities"]:
        for form in entity["surface"]:
            bearers.setdefault(form, []).append(entity)
    places: dict[Span, list[Record]] = {}
    taken = [False] * len(content)
    for form in sorted(bearers, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", content):
            start, end = match.span()
            if any(taken[start:end]) or not any(a <= start and end <= b for a, b in prose):
                continue
            taken[start:end] = [True] * (end - start)
            if len(bearers[form]) == 1:
                places[start, end] = bearers[form]
    return places


def fold(value: object) -> str:
    """Return a value as text without case, diacritics and runs of blanks."""
    text = unicodedata.normalize("NFKD", str(value))
    return (
        re.sub(r"\s+", " ", "".join(c for c in text if not unicodedata.combining(c)))
        .strip()
        .casefold()
    )
