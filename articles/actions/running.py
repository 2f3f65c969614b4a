"""Runs at work: what a worker does for one when it is woken, and which of them nobody works on any more."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.db.models import Q

from ..models import ImportRun, Lesson
from .leasing import Heartbeat, has_free_files, seconds_from_now
from .reading import read_run
from .storing import store_run
from .undoing import undo_run

Status = ImportRun.Status

#: Seconds after which a worker that reads one run makes room for another that waits.
TURN = 60.0


def work_on(run_pk: int, *, stop: Callable[[], bool]) -> None:
    """Do what the run with this key waits for: read its files, store what was decided, or undo it.

    Harmless at any time, by several workers at once, and for a run that is gone or has nothing to do. It ends early when
    `stop`, asked after each file, says so, or when another run waits; then the run is quiet at once and woken again.
    """
    run = ImportRun.objects.filter(pk=run_pk).first()
    if run is None or run.status not in ImportRun.AT_WORK:
        return
    if run.status == Status.READING:
        read_run(run, stop=_turn(run, stop))
        if has_free_files(run):
            ImportRun.objects.filter(pk=run_pk).update(woken_at=None)
    elif run.status == Status.STORING:
        with Heartbeat(run):
            store_run(run, by=run.decided_by)
    elif run.status == Status.UNDOING:
        with Heartbeat(run):
            undo_run(run, by=run.decided_by)


def quiet_runs() -> list[int]:
    """Return the keys of the runs at work that nobody works on: their worker was stopped or killed, or never came."""
    quiet = ImportRun.objects.filter(_silent(), status__in=ImportRun.AT_WORK)
    return list(quiet.order_by("pk").values_list("pk", flat=True))


def beating_runs() -> list[int]:
    """Return the keys of the runs at work that showed life a moment ago."""
    beating = ImportRun.objects.filter(~_silent(), status__in=ImportRun.AT_WORK)
    return list(beating.order_by("pk").values_list("pk", flat=True))


def unfinished_lessons() -> list[int]:
    """Return the keys of the lessons that not all texts follow yet."""
    unfinished = Lesson.objects.filter(taken_back_at=None, outcome__done=False)
    return list(unfinished.order_by("pk").values_list("pk", flat=True))


def _silent() -> Q:
    """Return the condition of a run without a sign of life; one from the future was set before the clock went back."""
    lately = (
        seconds_from_now(-settings.LEASE_SECONDS),
        seconds_from_now(settings.LEASE_SECONDS),
    )
    return Q(woken_at=None) | ~Q(woken_at__range=lately)


def _turn(run: ImportRun, stop: Callable[[], bool]) -> Callable[[], bool]:
    """Return `stop`, extended: true also when the run had its turn and another one waits."""
    end = time.monotonic() + TURN

    def is_over() -> bool:
        if stop():
            return True
        others = ImportRun.objects.filter(status__in=ImportRun.AT_WORK).exclude(pk=run.pk)
        return time.monotonic() > end and others.exists()

    return is_over
