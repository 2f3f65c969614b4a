"""Take back what a run brought: untouched drafts go, versions go back; what somebody worked on stays and is told."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone

from ..models import (
    Article,
    HistoryEntry,
    ImportItem,
    ImportRun,
    Judgement,
    Marking,
    Status,
)
from .drafting import Catalogue
from .editing import EditConflict
from .mentioning import lock_articles
from .pausing import Pauses
from .presence import present_now
from .recording import Person, record
from .rereading import apply_reading, lock_questions
from .storing import called, show_item

log = logging.getLogger(__name__)
Deed = HistoryEntry.Deed
RunStatus = ImportRun.Status

#: States from which a run can be undone: it was stored, wholly or in part.
UNDOABLE = (RunStatus.REVIEW, RunStatus.STORED)
#: What somebody does to a text itself. That a name was judged or merged in many texts at once is no work on this one.
_WORK = (Deed.CORRECTED, Deed.CONFIRMED, Deed.PUBLISHED, Deed.WITHDRAWN)
#: States of an article that readers saw or will see.
_OUT = (Status.SCHEDULED, Status.PUBLISHED, Status.WITHDRAWN)


class CannotUndo(Exception):
    """A run is being read, stored or undone just now, or was undone, or nothing of it was stored."""


class Kept(StrEnum):
    """Why something of a run stays when the run is undone."""

    PUBLISHED = "published"
    WORKED_ON = "worked-on"
    JUDGED = "judged"
    OPEN = "open"
    LATER_VERSION = "later-version"
    FAILED = "failed"


@transaction.atomic
def start_undoing(run: ImportRun, *, by: Person) -> ImportRun:
    """Let `run` be undone: `undo_run` does the work, in the background. Raises `CannotUndo`."""
    now = ImportRun.objects.select_for_update().get(pk=run.pk)
    if now.status not in UNDOABLE or not now.items.known().exists():
        raise CannotUndo
    record(now, Deed.CONFIRMED, by=by, changes={"status": [now.status, RunStatus.UNDOING]})
    now.status, now.decided_by, now.woken_at = RunStatus.UNDOING, by, timezone.now()
    now.save(update_fields=["status", "decided_by", "woken_at"])
    return now


def undo_run(run: ImportRun, *, by: Person) -> ImportRun:
    """Undo `run`, which `start_undoing` let be undone, and return it with what was kept.

    Versions go back first, the newest first, then drafts go, each whole or not at all: one that was interrupted goes on
    when it is called again. The texts stay in the run as the record of what came.
    """
    if ImportRun.objects.filter(pk=run.pk, status=RunStatus.UNDOING).exists():
        catalogue, pauses = Catalogue(), Pauses()
        tried: dict[int, Kept | None] = {}
        for versions in (True, False):
            while keys := [key for key in _stored(run, versions) if key not in tried]:
                for key in keys:
                    tried[key] = _undo(key, catalogue, by)
                    pauses.rest()
        _end(run, tried, by)
    run.refresh_from_db()
    return run


def kept_if_undone(items: Iterable[ImportItem]) -> dict[int, Kept]:
    """Return, by key, those of stored `items` that would stay if their run were undone now, and why; four queries."""
    held = list(items)
    keys = [item.article_id for item in held if item.article_id]
    deeds = _deeds_on(keys)
    in_text = Judgement.objects.filter(article__in=keys).order_by("pk")
    judged = dict(in_text.values_list("article", "at"))
    at_work = present_now().filter(article__in=keys, changed=True)
    busy = set(at_work.values_list("article", flat=True))
    texts: dict[int | None, list[ImportItem]] = {}
    for item in held:
        texts.setdefault(item.version_of_id, []).append(item)
    kept: dict[int, Kept] = {}
    for item in sorted(held, key=lambda one: one.article_id is None):
        article = item.article or item.version_of
        if article is None or not (item.article or _later_go(item, texts[article.pk], kept)):
            kept[item.pk] = Kept.LATER_VERSION
            continue
        since, moment = _since(item, deeds.get(article.pk, []))
        if {Deed.PUBLISHED, Deed.WITHDRAWN} & since or (is_first(item) and article.status in _OUT):
            kept[item.pk] = Kept.PUBLISHED
        elif since or (is_first(item) and article.status != Status.DRAFT):
            kept[item.pk] = Kept.WORKED_ON
        elif article.pk in judged and (moment is None or judged[article.pk] > moment):
            kept[item.pk] = Kept.JUDGED
        elif article.pk in busy:
            kept[item.pk] = Kept.OPEN
    return kept


def is_first(item: ImportItem) -> bool:
    """Tell whether an article was made of a stored item: it is no version of one."""
    return item.version_of_id is None or item.decision != ImportItem.Decision.VERSION


def _later_go(item: ImportItem, texts: Iterable[ImportItem], kept: Mapping[int, Kept]) -> bool:
    """Tell whether all later versions of `item` are among `texts` of its article, and go back before it is its turn."""
    before = {one.pk: one for one in texts}
    later = next((one for one in before.values() if one.article_id), None)
    while later and later != item and later.pk not in kept:
        later = before.pop(later.same_as_id or 0, None)
    return later == item


def _deeds_on(articles: Iterable[int]) -> dict[int, list[HistoryEntry]]:
    """Return, by article, what was done to it that matters here, in the order in which it was done."""
    entries = HistoryEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Article),
        object_id__in=[str(key) for key in articles],
        deed__in=[*_WORK, Deed.READ_AGAIN],
    )
    deeds: dict[int, list[HistoryEntry]] = {}
    for entry in entries.order_by("pk"):
        deeds.setdefault(int(entry.object_id), []).append(entry)
    return deeds


def _since(
    item: ImportItem, deeds: list[HistoryEntry]
) -> tuple[set[str], datetime.datetime | None]:
    """Return what somebody did to an article since `item` was stored, and when that was if it is a later version."""
    since, moment = deeds, None
    if item.version_of_id:
        for number, entry in enumerate(deeds):
            if entry.changes.get("version", [None, None])[1] == called(item):
                since, moment = deeds[number:], entry.at
    return {entry.deed for entry in since if entry.deed in _WORK}, moment


def _stored(run: ImportRun, versions: bool) -> list[int]:
    """Return the versions or the drafts of a run that articles show now, the newest first.

    Where a version went back, the text before it is shown again and may be of the same run.
    """
    items = run.items.filter(article__isnull=False, version_of__isnull=not versions)
    newest = items.order_by("-read_at", "-position", "-number")
    return list(newest.values_list("pk", flat=True))


def _undo(key: int, catalogue: Catalogue, by: Person) -> Kept | None:
    """Undo one text and return why it stays, if it does; one that cannot be undone stops no other."""
    try:
        try:
            return _undo_once(key, catalogue, by)
        except (IntegrityError, EditConflict):  # somebody saved the article: now it can be seen
            return _undo_once(key, catalogue, by)
    except OperationalError:  # the database is busy or gone: no fault of the text
        raise
    except Exception:
        log.exception("undoing item %s failed", key)
        return Kept.FAILED


@transaction.atomic
def _undo_once(key: int, catalogue: Catalogue, by: Person) -> Kept | None:
    """Let a version go back, or a draft go, unless somebody worked on it: then return what keeps it."""
    locked = ImportItem.objects.select_for_update(of=("self",)).filter(pk=key)
    item = locked.filter(run__status=RunStatus.UNDOING).first()
    if item is None or item.article_id is None:
        return None
    if not item.version_of_id:
        lock_questions([item.article_id])
        lock_articles([item.article_id])
        item.refresh_from_db()
    why = kept_if_undone([item]).get(key)
    if why or item.article is None:
        return why
    if item.version_of_id:
        _go_back(item, catalogue, by)
    else:
        _drop(item, item.article, by)
    return None


def _go_back(item: ImportItem, catalogue: Catalogue, by: Person) -> None:
    """Let an article follow the reading before `item` again, and show that one's original."""
    before, article = item.same_as, item.article
    assert before is not None  # noted when the version was stored
    assert article is not None
    article = apply_reading(
        article, before.reading, by=by, deed=Deed.UNDONE, reason=item.name, catalogue=catalogue
    )
    show_item(article, before)
    if _bring_back_markings(item, article):
        article = apply_reading(
            article, before.reading, by=by, deed=Deed.UNDONE, reason=item.name, catalogue=catalogue
        )
    # The first text of an article is no version of it; the one that is undone is unknown again.
    first = before.decision != ImportItem.Decision.VERSION
    ImportItem.objects.filter(pk=before.pk).update(version_of=None if first else article)
    ImportItem.objects.filter(pk=item.pk).update(version_of=None)
    changes = {"version": [called(item), called(before)]}
    record(article, Deed.UNDONE, by=by, changes=changes, reason=item.name)


def _bring_back_markings(item: ImportItem, article: Article) -> bool:
    """Bring back the markings whose words `item` did not print, and return whether there are any."""
    for entry in _deeds_on([article.pk]).get(article.pk, []):
        if entry.changes.get("version", [None, None])[1] == called(item):
            lost = entry.changes.get("markings", [[]])[0]
            for told in lost:  # as `Marking` tells itself
                places, label = told.split(": ", 1)
                start, end = map(int, places.split("-"))
                Marking.objects.create(article=article, start=start, end=end, label=label)
            return bool(lost)
    return False


def _drop(item: ImportItem, article: Article, by: Person) -> None:
    """Delete a draft with all that belongs to it; its text and sketch stay with the run, its history stays too."""
    changes = {"status": [article.status, ""], "headline": [article.headline, ""]}
    record(article, Deed.UNDONE, by=by, changes=changes, reason=item.name)
    article.delete()


@transaction.atomic
def _end(run: ImportRun, tried: Mapping[int, Kept | None], by: Person) -> None:
    """Call the run undone, and tell what stayed; once. Who left meanwhile is still why a `tried` text stayed."""
    now = ImportRun.objects.select_for_update().get(pk=run.pk)
    if now.status != RunStatus.UNDOING:
        return
    stored = now.items.known().select_related("article", "version_of").defer("reading")
    # An article stays once, however many of its versions the run brought: for the reason of the one that it shows.
    items = sorted(stored, key=lambda item: item.article_id is None)
    reasons = kept_if_undone(items)
    kept: dict[int, dict[str, Any]] = {}
    for item in items:
        if article := item.article or item.version_of:
            reason = reasons.get(item.pk) or tried.get(item.pk) or Kept.FAILED
            told = {"article": article.pk, "title": str(article), "reason": reason}
            kept.setdefault(article.pk, told)
    now.kept = list(kept.values())
    now.status, now.undone_at = RunStatus.UNDONE, timezone.now()
    now.save(update_fields=["status", "undone_at", "kept"])
    record(now, Deed.UNDONE, by=by, changes={"kept": ["", str(len(kept))]})
    _judge_repeats_anew(now)


def _judge_repeats_anew(run: ImportRun) -> None:
    """Let texts of other runs that were here already, as texts that `run` brought and that went with it, be judged again.

    Each has its reading, or its original, so nothing is lost by the undoing; their runs are found by the next sweep.
    """
    repeats = ImportItem.objects.filter(verdict=ImportItem.Verdict.SAME, same_as__run=run)
    repeats = repeats.exclude(run__status__in=(RunStatus.UNDOING, RunStatus.UNDONE))
    repeats = repeats.exclude(same_as__in=ImportItem.objects.known())
    runs = set(repeats.values_list("run", flat=True))
    repeats.update(
        verdict=ImportItem.Verdict.PENDING, same_as=None, attempts=0, lease=None,
        leased_until=None, read_at=None,
    )  # fmt: skip
    waiting = ImportRun.objects.filter(pk__in=runs, status__in=UNDOABLE)
    waiting.update(status=RunStatus.READING, woken_at=None)
