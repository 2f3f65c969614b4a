"""`manage.py run_worker`: read and store import runs in the background, and wake what went quiet."""

import argparse
import logging
import threading
import time
from datetime import timedelta
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, InterfaceError, close_old_connections, connections
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from ...actions.running import beating_runs, quiet_runs, unfinished_lessons
from ...tasks import ENDING, work_on_lesson, work_on_run
from .. import serving
from ..console import ConsoleCommand

log = logging.getLogger(__name__)

#: Seconds: between two looks for tasks, between two sweeps, after which the database is tried again.
LOOK, SWEEP, PAUSE = 1.0, 3.0, 2.0
#: A lesson shows no life. It is woken so many seconds after its last task, but for one that runs: that counts as gone so
#: many seconds after it began. Two at once do no harm.
LATE, LONG = 60, 900
#: Tasks that ended are forgotten after so many days; once an hour is often enough to look for them.
KEPT_DAYS, TIDY = 7, 3600.0


class Command(ConsoleCommand):
    """Work on runs until told to end (SIGTERM, Ctrl-C): the file in hand is finished, at the second signal let go of."""

    requires_system_checks: tuple[str, ...] = ()  # the web server makes none either
    help = "Read and store import runs in the background. Several may run at once, on several machines with PostgreSQL."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--end-with-parent",
            action="store_true",
            help="end when standard input does: for whoever starts workers",
        )

    def handle(self, *args: Any, end_with_parent: bool, **options: Any) -> None:
        ENDING.clear()
        worker = RunWorker()
        worker.configure_signals()
        if end_with_parent:
            serving.end_with_parent()
        threading.Thread(target=sweep_again_and_again, name="sweep", daemon=True).start()
        worker.work()


class RunWorker(Worker):
    """django-tasks-db's worker, that tells tasks to end and outlives an outage of the database."""

    def __init__(self) -> None:
        super().__init__(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=LOOK,
            batch=False,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
        )

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        """Take a signal: end after the file in hand; at once where there is none, or at the second signal."""
        ENDING.set()
        super().shutdown(signum, frame)

    def work(self) -> None:
        """Work until told to end, with a pause whenever the database cannot be reached."""
        while self.running:
            try:
                self.run()
            except (DatabaseError, InterfaceError):
                log.exception("the worker goes on in %s seconds", PAUSE)
                connections.close_all()
                time.sleep(PAUSE)


def sweep_again_and_again() -> None:
    """Wake what went quiet, until the process ends."""
    tidied = -TIDY
    while not ENDING.wait(SWEEP):
        try:
            close_old_connections()
            sweep()
            if time.monotonic() - tidied > TIDY:
                call_command("prune_db_task_results", min_age_days=KEPT_DAYS, verbosity=0)
                tidied = time.monotonic()
        except Exception:
            log.exception("sweeping failed; the next time it may not")
            connections.close_all()


def sweep() -> None:
    """Wake the runs and lessons that nobody works on and no task waits for, and close the tasks whose worker is gone."""
    _bury(_tasks(work_on_run).running())
    waiting = _subjects(_tasks(work_on_run).ready())
    for run in set(quiet_runs()) - waiting:
        log.info("run %s went quiet and is woken", run)
        work_on_run.enqueue(run)
    lessons, now = _tasks(work_on_lesson), timezone.now()
    late, long_ago = now - timedelta(seconds=LATE), now - timedelta(seconds=LONG)
    waiting = _subjects(lessons.ready()) | _subjects(lessons.filter(enqueued_at__gt=late))
    waiting |= _subjects(lessons.running().filter(started_at__gt=long_ago))
    for lesson in set(unfinished_lessons()) - waiting:
        work_on_lesson.enqueue(lesson)


def _tasks(task: Any) -> Any:
    return DBTaskResult.objects.filter(task_path=task.module_path)


def _subjects(tasks: Any) -> set[int]:
    """Return the keys of what `tasks` are for."""
    return {task.args_kwargs["args"][0] for task in tasks}


def _bury(running: Any) -> None:
    """Call tasks failed that say they run, though the run that they are for has shown no life for a while."""
    old = timezone.now() - timedelta(seconds=2 * settings.LEASE_SECONDS)
    alive = set(beating_runs())
    dead = [task.pk for task in running.filter(started_at__lt=old) if not _subjects([task]) & alive]
    if dead:
        gone = {"status": TaskResultStatus.FAILED, "finished_at": timezone.now()}
        DBTaskResult.objects.filter(pk__in=dead).update(**gone, traceback="the worker was gone")
