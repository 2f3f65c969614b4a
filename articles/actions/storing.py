"""Make drafts, and versions of articles, of the texts of a run as an editor decided on its page."""

from __future__ import annotations

import logging
from typing import Any

from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone

from ..models import Article, HistoryEntry, ImportItem, ImportRun
from ..querysets import ITEM_TO_STORE
from .drafting import Catalogue, make_draft
from .editing import EditConflict
from .pausing import Pauses
from .publishing import NotReady
from .recording import Person, record
from .relating import relate
from .rereading import apply_reading
from .resembling import likeness_of
from .verdicts import held_twin, mark_same

log = logging.getLogger(__name__)
Status = ImportRun.Status
Decision = ImportItem.Decision

#: States from which a run may be stored; what was left out or open at first can still be stored later.
STORABLE = (Status.REVIEW, Status.STORED)


class CannotStore(Exception):
    """A run is being read, stored or undone just now, was undone, or holds nothing that is to be stored."""


@transaction.atomic
def start_storing(run: ImportRun, *, by: Person) -> ImportRun:
    """Let `run` be stored: `store_run` does the work, in the background. Raises `CannotStore`."""
    now = ImportRun.objects.select_for_update().get(pk=run.pk)
    if now.status not in STORABLE or not now.items.to_store().exists():
        raise CannotStore
    record(
        now, HistoryEntry.Deed.CONFIRMED, by=by, changes={"status": [now.status, Status.STORING]}
    )
    now.status, now.decided_by, now.woken_at = Status.STORING, by, timezone.now()
    now.save(update_fields=["status", "decided_by", "woken_at"])
    return now


def store_run(run: ImportRun, *, by: Person) -> list[Article]:
    """Store the texts of `run` as was decided, and return the new drafts and the articles that got a new version.

    A new text is stored unless it was left out, one like another only as somebody decided. Each text is stored whole or
    not at all, so a run that was interrupted goes on when it is stored again; storing twice or twice at once stores
    nothing twice.
    """
    if not ImportRun.objects.filter(pk=run.pk, status__in=(*STORABLE, Status.STORING)).exists():
        return []
    catalogue = Catalogue()
    pauses = Pauses()
    stored: list[Article] = []
    tried: set[int] = set()
    while keys := [key for key in _waiting(run) if key not in tried]:
        tried.update(keys)
        for key in keys:
            if article := _store(key, catalogue, by):
                stored.append(article)
            pauses.rest()
        _end(run, tried)
    _end(run, tried)
    run.refresh_from_db()
    return stored


def _waiting(run: ImportRun) -> list[int]:
    """Return the texts to store: versions behind all others, in the order in which they were compared."""
    items = run.items.to_store()
    own = items.exclude(decision=Decision.VERSION).order_by("position", "number")
    versions = items.filter(decision=Decision.VERSION).order_by("read_at", "position", "number")
    return [*own.values_list("pk", flat=True), *versions.values_list("pk", flat=True)]


@transaction.atomic
def _end(run: ImportRun, tried: set[int]) -> None:
    """Call the run stored unless an editor decided on another text meanwhile; under its lock, so that none is missed."""
    ImportRun.objects.select_for_update().get(pk=run.pk)
    if not run.items.to_store().exclude(pk__in=tried).exists():
        waiting = run.items.filter(verdict=ImportItem.Verdict.PENDING).exists()
        ImportRun.objects.filter(pk=run.pk, status__in=(*STORABLE, Status.STORING)).update(
            status=Status.READING if waiting else Status.STORED, stored_at=timezone.now()
        )


def _store(key: int, catalogue: Catalogue, by: Person) -> Article | None:
    """Store one text; a text that cannot be stored is rejected and stops no other."""
    try:
        try:
            return _store_once(key, catalogue, by)
        except (IntegrityError, EditConflict):
            # Another run stored the same text, or somebody saved the article: now it can be seen.
            return _store_once(key, catalogue, by)
    except OperationalError:  # the database is busy or gone: no fault of the text
        raise
    except NotReady as refusal:
        # A published article would lose what it needs: somebody has to decide again.
        log.warning("item %s cannot be a version: %s", key, refusal)
        unfit = ImportItem.Reason.UNFIT
        ImportItem.objects.open().filter(pk=key).update(decision="", reason=unfit)
        return None
    except Exception as error:
        log.exception("storing item %s failed", key)
        ImportItem.objects.open().filter(pk=key).update(
            verdict=ImportItem.Verdict.REJECTED,
            reason=ImportItem.Reason.ERROR,
            detail=type(error).__name__,
        )
        return None


@transaction.atomic
def _store_once(key: int, catalogue: Catalogue, by: Person) -> Article | None:
    """Return the article that an item became; None if it is stored already, here or by another run.

    A worker that slept while another one stored the run finds it undone: it must not bring back what went.
    """
    locked = ImportItem.objects.select_for_update(of=("self",)).filter(ITEM_TO_STORE, pk=key)
    item = locked.filter(run__status__in=(*STORABLE, Status.STORING)).first()
    if item is None:
        return None
    if twin := held_twin(item):
        mark_same(item, twin)
        item.similarity = item.contained = None
        item.save(update_fields=["verdict", "same_as", "similarity", "contained"])
        return None
    if item.decision == Decision.VERSION and (article := _article_of(item.same_as)):
        return _add_version(item, article, catalogue, by)
    # A version of a text that nobody stored is a text of its own.
    item.decision = Decision.STORE if item.decision else ""
    item.article = make_draft(item, catalogue, by=by)
    item.save(update_fields=["article", "decision"])
    relate(item, catalogue)
    return item.article


def _article_of(item: ImportItem | None) -> Article | None:
    article: Article | None = (item.article or item.version_of) if item else None
    return article


def _add_version(item: ImportItem, article: Article, catalogue: Catalogue, by: Person) -> Article:
    """Let an article follow a later version of its text and show that one's original from now on.

    What a person confirmed or wrote stays; the item shown until now is noted as the one before, for undoing.
    """
    before: ImportItem = article.item
    if before != item.same_as:
        likeness = likeness_of(item, before)
        item.same_as = before
        item.similarity = round(likeness.similarity * 100)
        item.contained = round(likeness.contained * 100)
    marked = list(article.markings.order_by("pk"))
    article = apply_reading(article, item.reading, by=by, reason=item.name, catalogue=catalogue)
    show_item(article, item)
    item.save(update_fields=["same_as", "similarity", "contained"])
    changes: dict[str, list[Any]] = {"version": [called(before), called(item)]}
    left = set(article.markings.values_list("pk", flat=True))
    if lost := [str(marking) for marking in marked if marking.pk not in left]:
        changes["markings"] = [lost, []]  # their words are gone: undoing brings them back
    record(article, HistoryEntry.Deed.READ_AGAIN, by=by, changes=changes, reason=item.name)
    return article


def show_item(article: Article, item: ImportItem) -> None:
    """Let `article` show `item`; the one that it showed until now stays known as a version of it."""
    values: dict[str, Any] = {"article": None, "version_of": article}
    ImportItem.objects.filter(article=article).exclude(pk=item.pk).update(**values)
    item.article = item.version_of = article
    item.save(update_fields=["article", "version_of"])


def called(item: ImportItem) -> str:
    """Return how lines of history name an item, so that it is told from all others."""
    return f"{item} [{item.pk}]"
