"""What happens in the background: ids in, one action called.

A task is only a wake-up. What there is to do, who does it and how often it was tried stands in the rows of the runs, so
a task may come twice, late or, when its worker was killed, never: `run_worker` wakes what went quiet.
"""

from __future__ import annotations

import threading
from functools import partial

from django.db import transaction
from django_tasks import task

from .actions.running import work_on
from .actions.teaching import go_on
from .models import ImportRun, Lesson

#: Set when this process is to end: tasks come to an end after the file in hand.
ENDING = threading.Event()


@task()
def work_on_run(run_pk: int) -> None:
    """Read, store or undo a run, as its status says."""
    work_on(run_pk, stop=ENDING.is_set)


def wake(run: ImportRun) -> None:
    """Have a worker look at `run` once the present transaction is committed.

    Where the task cannot be enqueued, the run is found by the next sweep.
    """
    transaction.on_commit(partial(work_on_run.enqueue, run.pk), robust=True)


@task()
def work_on_lesson(lesson_pk: int) -> None:
    """Let the stored texts follow a lesson, from where that stopped."""
    go_on(Lesson.objects.get(pk=lesson_pk), stop=ENDING.is_set)


def wake_lesson(lesson: Lesson) -> None:
    """Have a worker go on with `lesson` once the present transaction is committed."""
    transaction.on_commit(partial(work_on_lesson.enqueue, lesson.pk), robust=True)
