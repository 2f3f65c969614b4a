"""Who reads which file: a lease that lasts as long as its holder shows signs of life, and is free soon after.

The database's clock decides, so that workers on several machines agree. A file may be read for minutes; the lease is
renewed meanwhile from a thread, so that a killed worker's file is free again after `settings.LEASE_SECONDS`.
"""

from __future__ import annotations

import logging
import threading
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from types import TracebackType

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import F, Q
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Now

from ..models import ImportItem, ImportRun

log = logging.getLogger(__name__)
Verdict = ImportItem.Verdict

#: So often reading a file may break off (its process was killed over it) before it is rejected.
MOST_ATTEMPTS = 3
#: Seconds for which one file can be held: opening it is limited to 300, labelling 20 MB of text takes about as long.
LONGEST_HOLD = 900.0
#: Files looked up at once. Several workers walk the same list, so a long one is worth nothing to them.
_LOOKED_UP = 50


def claims(run: ImportRun) -> Iterator[ImportItem]:
    """Yield the files of `run` that wait to be read, each held by this process, until none is free any more.

    Small files come first: one so large that the process is killed over it costs its neighbours nothing. The attempt is
    counted before the file is yielded; one that broke off `MOST_ATTEMPTS` times is rejected instead.
    """
    while True:
        _give_up(run)
        free = run.items.filter(_free()).order_by("original__size", "position", "number")
        keys = list(free.values_list("pk", flat=True)[:_LOOKED_UP])
        if not keys:
            return
        for key in keys:
            if item := _claim(key):
                yield item


def has_free_files(run: ImportRun) -> bool:
    """Tell whether a file of `run` waits that nobody holds."""
    return run.items.filter(_free()).exists()


def _free() -> Q:
    """Return the condition of a file that nobody holds; no lease lasts longer than two, unless the clock went back."""
    held = (Now(), seconds_from_now(2 * settings.LEASE_SECONDS))
    return Q(verdict=Verdict.PENDING) & (Q(leased_until=None) | ~Q(leased_until__range=held))


def _claim(key: int) -> ImportItem | None:
    """Return a file that is held now, None if somebody else was first: one statement decides."""
    lease = uuid.uuid4()
    taken = ImportItem.objects.filter(_free(), pk=key, attempts__lt=MOST_ATTEMPTS).update(
        lease=lease,
        leased_until=seconds_from_now(settings.LEASE_SECONDS),
        attempts=F("attempts") + 1,
    )
    return ImportItem.objects.select_related("original", "run").get(pk=key) if taken else None


def _give_up(run: ImportRun) -> None:
    tried = run.items.filter(_free(), attempts__gte=MOST_ATTEMPTS)
    if tried.exists():
        given_up = tried.update(
            verdict=Verdict.REJECTED,
            reason=ImportItem.Reason.GAVE_UP,
            lease=None,
            leased_until=None,
            read_at=Now(),
        )
        log.error("run %s: reading %s files broke off %s times", run.pk, given_up, MOST_ATTEMPTS)


def are_held(items: Sequence[ImportItem], lease: uuid.UUID | None) -> bool:
    """Tell in a transaction whether all of `items`, of one run, are still this process's to write under its lease, and
    keep everybody else away until its end.

    The run's row is locked too: what two workers read at once is judged one after the other, so that of twins one is
    new and the other the same.
    """
    ImportRun.objects.select_for_update(no_key=True).get(pk=items[0].run_id)
    keys = [item.pk for item in items]
    mine = ImportItem.objects.filter(pk__in=keys, lease=lease, verdict=Verdict.PENDING)
    return len(mine.select_for_update(of=("self",)).order_by("pk").values_list("pk")) == len(keys)


def free(lease: uuid.UUID | None) -> None:
    """Let go of what was not read under this lease for no fault of its own: the attempt does not count."""
    mine = ImportItem.objects.filter(lease=lease, verdict=Verdict.PENDING, attempts__gt=0)
    mine.update(lease=None, leased_until=None, attempts=F("attempts") - 1)


def seconds_from_now(seconds: float) -> CombinedExpression:
    """Return a moment by the database's clock; it lies in the past for a negative number."""
    return Now() + timedelta(seconds=seconds)


class Heartbeat:
    """Shows, while it is entered, that somebody works on a run, and renews the lease of the file in hand."""

    def __init__(self, run: ImportRun) -> None:
        self._run = run.pk
        self._held: tuple[uuid.UUID | None, float] = (None, 0.0)
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._keep_beating, name="heartbeat", daemon=True)

    def __enter__(self) -> Heartbeat:
        show_life(self._run)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end.set()
        self._thread.join()

    @contextmanager
    def holding(self, item: ImportItem) -> Iterator[None]:
        """Renew the lease of `item`, and of what was found in it, meanwhile; free it where reading breaks off."""
        self._held = (item.lease, time.monotonic())
        try:
            yield
        except BaseException:
            try:
                free(item.lease)
            except DatabaseError as error:
                log.warning("%s stays held until its lease ends: %s", item.name, error)
            raise
        finally:
            self._held = (None, 0.0)

    def _keep_beating(self) -> None:
        try:
            while not self._end.wait(settings.LEASE_SECONDS / 3):
                try:
                    self._beat()
                except DatabaseError as error:  # busy, or gone: the next beat may come in time
                    log.warning("run %s: no heartbeat: %s", self._run, error)
        finally:
            connection.close()

    def _beat(self) -> None:
        show_life(self._run)
        lease, since = self._held
        if lease is not None and time.monotonic() - since < LONGEST_HOLD:
            until = seconds_from_now(settings.LEASE_SECONDS)
            ImportItem.objects.filter(lease=lease).update(leased_until=until)


def show_life(run: int) -> None:
    """Note that somebody works on the run with this key."""
    ImportRun.objects.filter(pk=run).update(woken_at=Now())
