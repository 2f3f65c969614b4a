"""Habits of a source in the reader's knowledge: what it would know with one more, or with one less."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from ..models import Lesson, Source
from ..pipeline.knowledge import Knowledge, SourceRecord

#: The field of `SourceRecord` that holds the words of each kind of lesson.
_FIELDS = {Lesson.Kind.FURNITURE.value: "furniture", Lesson.Kind.SIGN_OFF.value: "sign_offs"}


@dataclass(frozen=True, slots=True)
class Habit:
    """Words that a source's texts print: opening words of page furniture, or a sign-off (`Lesson.Kind`)."""

    kind: str
    source: Source
    text: str


def knowing(knowledge: Knowledge, habit: Habit) -> Knowledge:
    """Return what the reader would know with `habit`."""
    return _changed(knowledge, habit, known=True)


def not_knowing(knowledge: Knowledge, habits: Iterable[Habit]) -> Knowledge:
    """Return what the reader would know without `habits`."""
    for habit in habits:
        knowledge = _changed(knowledge, habit, known=False)
    return knowledge


def _changed(knowledge: Knowledge, habit: Habit, *, known: bool) -> Knowledge:
    field, key = _FIELDS[habit.kind], habit.source.reference_key or habit.source.slug

    def changed(record: SourceRecord) -> SourceRecord:
        if record.key != key:
            return record
        words = [one for one in getattr(record, field) if one != habit.text]
        change: dict[str, Any] = {field: (*words, habit.text) if known else tuple(words)}
        return replace(record, **change)

    return replace(knowledge, sources=tuple(map(changed, knowledge.sources)))
