"""Teach the reader a habit of a source from one text, for all texts: first shown, then applied to every stored one.

A lesson works through the stored texts that print its words in batches, each whole or not at all, so one that was
interrupted goes on where it stopped. What a person decided stays, and what the reader would say now waits beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.db import transaction
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..models import Article, HistoryEntry, ImportItem, Lesson, Source, SourceHabit
from ..pipeline.knowledge import EntityRecord
from ..pipeline.names.gazetteer import Gazetteer
from .blocks import Reading
from .cleaning import clean_line
from .drafting import Catalogue
from .following import Plan
from .habits import Habit, knowing, not_knowing
from .knowing import desk_knowledge
from .lesson_notes import Note, note_of
from .mentioning import lock_articles
from .naming import meant, standing
from .publishing import NotReady
from .recording import Person, record
from .rereading import (
    CannotRead,
    ReadsAgain,
    Rereader,
    apply_reading,
    is_of,
    keep_reading,
    lock_questions,
    plan_reading,
)
from .states import state_of

Deed = HistoryEntry.Deed
Kind = Lesson.Kind
#: So many texts are looked at while somebody waits for a page, and so many are changed in one transaction.
MOST_LOOKED_AT, BATCH = 50, 20
#: Opening words that say less would take half a newspaper for furniture; the reader takes no longer sign-off for one.
FEWEST_LETTERS, LONGEST_SIGN_OFF, LONGEST = 8, 36, 180
_EDGES = "()[]/. "


class CannotTeach(Exception):
    """A lesson cannot be taught or taken back; `reason` says why, for the editor."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Effect:
    """What a lesson would change of one text."""

    article: Article
    plan: Plan


@dataclass(frozen=True, slots=True)
class Preview:
    """What a lesson would change: of `candidates` texts that print its words, the first `looked_at` were read with it.

    `effects` are those that it changes, `fingerprint` names what was seen, to tell later whether it still is so.
    """

    candidates: int
    looked_at: int
    effects: list[Effect]
    fingerprint: str


def habit_to_teach(kind: str, source: Source, text: str) -> Habit:
    """Return the habit that words make, cleaned; `CannotTeach` where they say too little, too much, or nothing new."""
    words = clean_line(text, LONGEST + 1)
    letters = sum(character.isalpha() for character in words)
    if kind == Kind.SIGN_OFF:
        if not letters or len(words) > LONGEST_SIGN_OFF:
            raise CannotTeach(_("A sign-off is short: initials, or the name of an agency."))
    elif letters < FEWEST_LETTERS:
        raise CannotTeach(_("Take a few words more: so short an opening stands in many sentences."))
    if len(words) > LONGEST:
        raise CannotTeach(_("The opening words are enough, please: at most 180 characters."))
    if source.habits.filter(kind=kind, text=words, in_use=True).exists():
        raise CannotTeach(_("The reader knows these words of this source already."))
    return Habit(kind, source, words)


def preview(kind: str, source: Source, text: str) -> Preview:
    """Return what teaching these words would change of stored texts; nothing is written.

    The reader looks for the furniture of all sources in every text, since it knows the source of a text only afterwards: so
    texts of other sources that print the words are among them. Raises `CannotTeach`.
    """
    habit = habit_to_teach(kind, source, text)
    keys = candidates(habit)
    catalogue = Catalogue()
    effects = []
    looked_at = keys[:MOST_LOOKED_AT]
    if looked_at:
        for article, reading in affected(looked_at, *_readers(habit, taught=False)):
            plan = plan_reading(article, reading, catalogue)
            if not plan.is_empty:
                effects.append(Effect(article, plan))
    return Preview(len(keys), len(looked_at), effects, fingerprint_of(keys))


def fingerprint_of(keys: list[int]) -> str:
    """Return what tells a list of texts, as they stand now, from another one."""
    versions = Article.objects.filter(pk__in=keys).order_by("pk").values_list("pk", "version")
    return " ".join(f"{pk}.{version}" for pk, version in versions)


def teach(kind: str, source: Source, text: str, *, by: Person) -> Lesson:
    """Teach words as a habit of `source`, let all stored texts follow, and return the lesson. Raises `CannotTeach`."""
    lesson = begin(kind, source, text, by=by)
    go_on(lesson)
    return lesson


@transaction.atomic
def begin(kind: str, source: Source, text: str, *, by: Person) -> Lesson:
    """Add a habit or switch it on, and return the lesson; stored texts follow by `go_on`. Raises `CannotTeach`."""
    source = Source.objects.select_for_update(of=("self",), no_key=True).get(pk=source.pk)
    habit = habit_to_teach(kind, source, text)
    row, made = SourceHabit.objects.get_or_create(source=source, kind=kind, text=habit.text)
    SourceHabit.objects.filter(pk=row.pk).update(in_use=True)
    record(source, Deed.TAUGHT, by=by, changes={"habits": [[], [habit.text]]})
    outcome = {"made": made, "articles": {}, "refused": {}, "number": 0, "upto": 0, "done": False}
    return Lesson.objects.create(
        kind=kind, source=source, habit=row, text=habit.text, by=by, outcome=outcome
    )


def go_on(lesson: Lesson, *, stop: Callable[[], bool] = lambda: False) -> None:
    """Let the stored texts that print the words of `lesson` follow it, until all did or `stop` says so.

    It goes on where it stopped; once it is done or taken back it does nothing.
    """
    habit = Habit(lesson.kind, lesson.source, lesson.text)
    keys = [key for key in candidates(habit) if key > lesson.outcome["upto"]]
    readers = _readers(habit, taught=True) if keys else None
    catalogue = Catalogue()
    while readers and keys and not stop():
        batch, keys = keys[:BATCH], keys[BATCH:]
        readings = list(affected(batch, *readers))
        if not _apply(lesson, readings, upto=batch[-1], catalogue=catalogue):
            return
    if not keys:
        _apply(lesson, [], upto=lesson.outcome["upto"], done=True, catalogue=catalogue)


@transaction.atomic
def _apply(
    lesson: Lesson,
    readings: list[tuple[Article, Reading]],
    *,
    upto: int,
    catalogue: Catalogue,
    done: bool = False,
) -> bool:
    """Let a batch of texts follow and note what that changed; False where the lesson is taken back, or somebody else's."""
    now = Lesson.objects.select_for_update(of=("self",)).get(pk=lesson.pk)
    outcome = now.outcome
    if now.taken_back_at or outcome["upto"] != lesson.outcome["upto"] or outcome["done"]:
        return False
    lock_for([article.pk for article, _ in readings], [one for _, one in readings], catalogue)
    for article, reading in readings:
        try:
            note = followed(article.pk, reading, lesson, catalogue)
        except NotReady as refusal:
            outcome["refused"][str(article.pk)] = str(refusal)
        else:
            if note:
                outcome["articles"][str(article.pk)] = note
    outcome |= {"upto": upto, "done": done, "number": len(outcome["articles"])}
    Lesson.objects.filter(pk=lesson.pk).update(outcome=outcome)
    lesson.outcome = outcome
    return True


@transaction.atomic
def followed(key: int, reading: Reading, lesson: Lesson, catalogue: Catalogue) -> Note | None:
    """Let one text, locked by the caller, follow a reading; return what that changed, None for nothing.

    A text that got another version since it was read stays: that version was read with the lesson already.
    """
    article = Article.objects.select_related("item").get(pk=key)
    item = article.item
    if not is_of(item, article, reading):
        return None
    state, read = state_of(article), item.reading
    after = apply_reading(
        article,
        reading,
        by=lesson.by,
        deed=Deed.TAUGHT,
        reason=lesson.text,
        catalogue=catalogue,
    )
    keep_reading(item, reading)
    return note_of(state, state_of(after), read, reading)


def lock_for(articles: list[int], readings: list[Reading], catalogue: Catalogue) -> None:
    """Lock what following these readings touches in many texts, in the order in which everybody does."""
    standing({key for reading in readings for key in meant(reading, catalogue.names)})
    lock_questions(articles)
    lock_articles(articles)


# --- Which texts ----------------------------------------------------------------------------------


def candidates(habit: Habit) -> list[int]:
    """Return the keys of the stored texts that print the words of a habit, in order."""
    words = sorted(set(re.findall(r"\w+", habit.text)), key=len, reverse=True)
    printed = Q()
    for word in words[:3]:
        printed &= Q(reading__text__icontains=word)
    rows = ImportItem.objects.filter(printed, article__isnull=False).order_by("article_id")
    pattern = _pattern(habit)
    found = rows.values_list("article", "reading__text").iterator(chunk_size=200)
    return [key for key, text in found if pattern.search(text.replace("\u00ad", ""))]


def _pattern(habit: Habit) -> re.Pattern[str]:
    if habit.kind == Kind.SIGN_OFF:
        return re.compile(rf"(?<!\w){re.escape(habit.text.strip(_EDGES))}(?!\w)", re.IGNORECASE)
    return re.compile(r"\s+".join(map(re.escape, habit.text.split())), re.IGNORECASE)


def affected(
    keys: list[int], plain: ReadsAgain, taught: ReadsAgain
) -> Iterator[tuple[Article, Reading]]:
    """Yield those articles that are read otherwise with a habit than without it, each with the reading with it.

    A text whose original cannot be read is left out: nothing is learnt of it.
    """
    rows = Article.objects.filter(pk__in=keys).select_related("source", "item__original")
    for article in rows.order_by("pk"):
        try:
            reading = taught.read(article.item)
            if reading != plain.read(article.item):
                yield article, reading
        except CannotRead:
            continue


def _readers(habit: Habit, *, taught: bool) -> tuple[Rereader, Rereader]:
    """Return a reader that does not know a habit and one that does; `taught`: whether the desk knows it already."""
    knowledge = desk_knowledge()
    plain = not_knowing(knowledge, [habit]) if taught else knowledge
    gazetteer = index_of(knowledge.entities)
    return Rereader(plain, gazetteer), Rereader(knowing(knowledge, habit), gazetteer)


@lru_cache(maxsize=1)
def index_of(entities: tuple[EntityRecord, ...]) -> Gazetteer:
    """Return the index of the desk's names: made anew only when one of them changed, since that takes seconds."""
    return Gazetteer(entities)
