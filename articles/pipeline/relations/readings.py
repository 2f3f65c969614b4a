"""Readings (`records.to_record` with their text) as what relations are asked of: plain data in, wordings and tellings out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..names.folding import grouping_key
from ..results import Label
from .tellings import Telling, telling_of
from .wording import Wording, wording_of

_PROSE = frozenset(label.value for label in Label if label.is_prose)


def wording_of_reading(reading: Mapping[str, Any]) -> Wording:
    """Return the wording of a reading's own prose."""
    return wording_of(text for text, _ in prose_of_reading(reading))


def telling_of_reading(reading: Mapping[str, Any], weekdays: Mapping[str, int]) -> Telling:
    """Return what a reading tells; names that nobody knows meet by their sounds, so that spellings do not matter."""
    language = reading["language"] or ""
    named = [
        (name_key(entity, language), start)
        for entity in reading["entities"]
        for start, _ in entity["spans"]
    ]
    return telling_of(language, reading["date"] or "", named, prose_of_reading(reading), weekdays)


def name_key(entity: Mapping[str, Any], language: str) -> str:
    """Return the key of an entity of a reading: its canonical name, or how an unknown name sounds."""
    name: str = entity["name"]
    return name if entity["known"] else f"? {grouping_key(name, language)}"


def prose_of_reading(reading: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """Yield the stretches of the article's own text with their offsets."""
    for start, end, label, *_ in reading["lines"]:
        if label in _PROSE:
            yield reading["text"][start:end], start
