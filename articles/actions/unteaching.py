"""Take a lesson back: the habit goes, and every text is again what it was, but for what somebody changed since.

Where lessons followed that changed the same text, they are set back first and applied again after, so the order in which
lessons are taken back never matters.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ..models import Article, HistoryEntry, Lesson, SourceHabit
from .blocks import Reading
from .drafting import FIELDS, Catalogue
from .habits import Habit, not_knowing
from .knowing import desk_knowledge
from .lesson_notes import set_back
from .mentioning import Kept
from .naming import standing
from .publishing import NotReady
from .recording import Person, record
from .rereading import CannotRead, Rereader
from .teaching import CannotTeach, followed, index_of, lock_for

Deed = HistoryEntry.Deed
#: Of each lesson that followed, by its key, how texts (by theirs) are read with it and without the one taken back.
Readings = dict[int, dict[int, Reading]]


def take_back(lesson: Lesson, *, by: Person) -> list[Kept]:
    """Take `lesson` back with all that it changed, and return what stays since somebody changed it.

    Raises `CannotTeach` where somebody was faster.
    """
    later = _later(lesson)
    readings = _readings_without(lesson, later)
    return _take_back(lesson, [one.pk for one in later], readings, by=by)


def texts_that_follow(lesson: Lesson) -> set[int]:
    """Return the keys of the texts that later lessons changed too."""
    return {int(key) for one in _later(lesson) for key in _shared(lesson, one)}


@transaction.atomic
def _take_back(lesson: Lesson, later: list[int], readings: Readings, *, by: Person) -> list[Kept]:
    rows = Lesson.objects.select_for_update(of=("self",)).filter(pk__in=[lesson.pk, *later])
    held = {row.pk: row for row in rows.order_by("pk")}
    now = held.get(lesson.pk)
    if now is None or now.taken_back_at:
        raise CannotTeach(_("Somebody has taken this lesson back already."))
    if [one.pk for one in _later(now)] != later:
        raise CannotTeach(_("Somebody taught something else just now: please try again."))
    catalogue = Catalogue()
    notes = [held[key].outcome["articles"] for key in (lesson.pk, *later)]
    keys = [int(key) for key in now.outcome["articles"]]
    standing(_entities_in(notes))
    lock_for(keys, [one for found in readings.values() for one in found.values()], catalogue)
    stayed = _drop_habit(now)
    for article in Article.objects.filter(pk__in=keys).order_by("pk"):
        following = [held[key] for key in later if str(article.pk) in held[key].outcome["articles"]]
        stayed += _set_back(article, now, following, by=by)
        for one in following:
            _follow_again(article.pk, one, readings, catalogue)
    for key in later:
        Lesson.objects.filter(pk=key).update(outcome=held[key].outcome)
    Lesson.objects.filter(pk=lesson.pk).update(taken_back_at=timezone.now())
    record(now.source, Deed.TAKEN_BACK, by=by, changes={"habits": [[now.text], []]})
    return stayed


def _set_back(
    article: Article, lesson: Lesson, following: list[Lesson], *, by: Person
) -> list[Kept]:
    """Set one text back through the lessons that followed to what it was before `lesson`; all of it, or nothing."""
    key = str(article.pk)
    stayed: list[str] = []
    values: dict[str, list[Any]] = {}
    try:
        with transaction.atomic():
            for one in (*reversed(following), lesson):
                changed, kept = set_back(
                    Article.objects.get(pk=article.pk), one.outcome["articles"][key]
                )
                values |= {
                    name: [values.get(name, pair)[0], pair[1]] for name, pair in changed.items()
                }
                stayed += kept
            record(article, Deed.TAKEN_BACK, by=by, changes=values, reason=lesson.text)
    except NotReady as refusal:
        return [Kept(str(article), str(refusal))]
    if not stayed:
        return []
    names = dict.fromkeys(str(_name_of(part)) for part in stayed)
    return [Kept(str(article), format_lazy(_("changed since: {}"), ", ".join(names)))]


def _follow_again(article: int, lesson: Lesson, readings: Readings, catalogue: Catalogue) -> None:
    """Apply a later lesson to a text again, and note anew what it changes."""
    reading = readings.get(lesson.pk, {}).get(article)
    notes: dict[str, Any] = lesson.outcome["articles"]
    note = None
    if reading:
        try:
            note = followed(article, reading, lesson, catalogue)
        except NotReady as refusal:
            lesson.outcome["refused"][str(article)] = str(refusal)
    notes.pop(str(article))
    if note:
        notes[str(article)] = note
    lesson.outcome["number"] = len(notes)


def _drop_habit(lesson: Lesson) -> list[Kept]:
    """Take the habit away, or switch it off again, unless somebody changed it since."""
    habit = lesson.habit
    if habit is None or not habit.in_use:
        return []
    if (habit.source_id, habit.kind, habit.text) != (lesson.source_id, lesson.kind, lesson.text):
        return [Kept(habit.text, _("somebody changed this habit since"))]
    if lesson.outcome["made"] and not habit.is_from_file:
        habit.delete()
    else:
        SourceHabit.objects.filter(pk=habit.pk).update(in_use=False)
    return []


def _later(lesson: Lesson) -> list[Lesson]:
    """Return the lessons after `lesson`, not taken back, that changed texts which it changed too; in their order."""
    rows = Lesson.objects.filter(pk__gt=lesson.pk, taken_back_at__isnull=True)
    return [one for one in rows.select_related("source").order_by("pk") if _shared(lesson, one)]


def _shared(lesson: Lesson, other: Lesson) -> set[str]:
    shared: set[str] = lesson.outcome["articles"].keys() & other.outcome["articles"].keys()
    return shared


def _readings_without(lesson: Lesson, later: list[Lesson]) -> Readings:
    """Return how the shared texts are read without `lesson`: with the lessons after it, one more each time."""
    if not later:
        return {}
    knowledge = desk_knowledge()
    gazetteer = index_of(knowledge.entities)
    readings: Readings = {}
    for number, one in enumerate(later):
        unknown = [_habit_of(other) for other in (lesson, *later[number + 1 :])]
        rereader = Rereader(not_knowing(knowledge, unknown), gazetteer)
        keys = [int(key) for key in _shared(lesson, one)]
        readings[one.pk] = {}
        for article in Article.objects.filter(pk__in=keys).select_related("item__original"):
            with suppress(CannotRead):
                readings[one.pk][article.pk] = rereader.read(article.item)
    return readings


def _habit_of(lesson: Lesson) -> Habit:
    return Habit(lesson.kind, lesson.source, lesson.text)


def _entities_in(notes: list[dict[str, Any]]) -> set[int]:
    parts = [part for texts in notes for note in texts.values() for part in note["parts"]]
    return {int(part.removeprefix("entity:")) for part in parts if part.startswith("entity:")}


def _name_of(part: str) -> str | Promise:
    """Return what a part of a state is called."""
    if part in FIELDS:
        field: Any = Article._meta.get_field(part)
        named: str = field.verbose_name
        return named
    kind = part.partition(":")[0]
    return {
        "body": _("body"),
        "country": _("countries"),
        "countries": _("countries"),
        "countries_mentioned": _("countries"),
        "topic": _("topics"),
        "topics": _("topics"),
        "entity": _("names"),
    }.get(kind, _("unknown names"))
