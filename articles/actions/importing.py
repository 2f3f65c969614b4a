"""Take files in: their originals are kept before anything else, then they wait in a run to be read."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, QuerySet
from django.db.models.functions import Now

from ..models import HistoryEntry, ImportItem, ImportRun
from .cleaning import clean_name
from .keeping import Content, TooLarge, bytes_of, keep_original
from .reading import Reads, explain, read_run, reject, waits
from .recording import Person, record
from .storing import store_run

__all__ = ["add_files", "keep_original", "read_run", "receive", "retry", "start_run", "store_run"]

log = logging.getLogger(__name__)
Verdict = ImportItem.Verdict
Reason = ImportItem.Reason
Status = ImportRun.Status

#: Runs that files can still be added to: nothing of them was stored.
OPEN = (Status.READING, Status.REVIEW)


class RunClosed(ValueError):
    """A run was stored or undone, or is just being, and takes nothing more."""


def start_run(
    files: Iterable[tuple[str, Content]], *, by: Person, reader: Reads | None = None
) -> ImportRun:
    """Keep and read files (name and bytes, path or upload) in this process, and return the run for review.

    A bad file is rejected by name and stops nothing. `reader` is one that knows all that the desk knows unless given.
    """
    run = receive(files, by=by)
    read_run(run, reader=reader)
    return run


def receive(files: Iterable[tuple[str, Content]], *, by: Person) -> ImportRun:
    """Keep the originals of `files`, one in memory at a time, and return a run whose items wait to be read.

    When it returns, nothing that was sent can be lost. Who calls it wakes a worker (`tasks.wake`).
    """
    items = _kept(files)
    with transaction.atomic():
        run = ImportRun.objects.create(created_by=by)
        _append(run, items)
    return run


def add_files(run: ImportRun, files: Iterable[tuple[str, Content]], *, by: Person) -> int:
    """Keep the originals of more files for `run` and return how many; positions go on, all are added or none.

    The run is read (again) then. Raises `RunClosed` if it is no longer open.
    """
    _check_open(run)
    items = _kept(files)
    with transaction.atomic():
        received = _locked(run).items.count()
        _append(run, items)
        changes = {"received": [received, received + len(items)]}
        record(run, HistoryEntry.Deed.IMPORTED, by=by, changes=changes)
    return len(items)


def retry(run: ImportRun, items: Collection[int] | None = None) -> int:
    """Let files of `run` that could not be read wait again, all of them or those with these keys; return how many.

    Only files that were rejected as a whole, and whose original is kept. Raises `RunClosed` if the run is no longer open.
    """
    with transaction.atomic():
        _locked(run)
        failed = retryable(run)
        if items is not None:
            failed = failed.filter(pk__in=items)
        again = failed.update(
            verdict=Verdict.PENDING, reason="", detail="", attempts=0, lease=None,
            leased_until=None, read_at=None, doubts=0, reading=None, text_digest="",
        )  # fmt: skip
        _read_if_need_be(run)
    return again


def retryable(run: ImportRun) -> QuerySet[ImportItem]:
    """Return the items of `run` that stand for a whole file which could not be read, though it was kept."""
    others = ImportItem.objects.filter(run=run, position=OuterRef("position")).exclude(
        pk=OuterRef("pk")
    )
    failed = run.items.filter(verdict=Verdict.REJECTED, original__isnull=False)
    return failed.filter(~Exists(others))


def _kept(files: Iterable[tuple[str, Content]]) -> list[ImportItem]:
    """Return an item for each file, not saved yet, once its bytes are kept."""
    items = []
    for name, content in files:
        item = ImportItem(name=clean_name(name))
        _keep(item, content)
        items.append(item)
    return items


def _keep(item: ImportItem, content: Content) -> None:
    try:
        data = bytes_of(content)
    except TooLarge:
        reject(item, Reason.TOO_LARGE)
    except (OSError, ValueError) as error:  # ValueError: a path with NUL
        reject(item, Reason.UNREADABLE, explain(error))
    else:
        try:
            item.original = keep_original(data)
        except OSError as error:
            log.exception("original of %s not kept", item.name)
            reject(item, Reason.NOT_KEPT, explain(error))


def _append(run: ImportRun, items: list[ImportItem]) -> None:
    """Save `items` behind those that `run` has; the run is read if one of them waits for it."""
    last = run.items.aggregate(last=Max("position"))["last"] or 0
    for position, item in enumerate(items, last + 1):
        item.run, item.position = run, position
    ImportItem.objects.bulk_create(items, batch_size=500)
    _read_if_need_be(run)


def _read_if_need_be(run: ImportRun) -> None:
    """Set a run whose row is locked, or that nobody else knows, to being read if a file of it waits for that."""
    if waits(run):
        ImportRun.objects.filter(pk=run.pk).update(status=Status.READING, woken_at=Now())
    run.refresh_from_db()


def _locked(run: ImportRun) -> ImportRun:
    locked = ImportRun.objects.select_for_update(no_key=True).get(pk=run.pk)
    _check_open(locked)
    return locked


def _check_open(run: ImportRun) -> None:
    if run.status not in OPEN:
        raise RunClosed(f"run {run.pk} is {run.status}")
