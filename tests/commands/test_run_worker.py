"""`manage.py run_worker`: runs are worked on without anybody's help, whatever happens to a worker."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from articles.actions.importing import receive
from articles.management.commands.run_worker import sweep
from articles.models import ImportItem, ImportRun, Lesson
from articles.tasks import wake, work_on_lesson, work_on_run
from tests.factories import make_source

pytestmark = pytest.mark.django_db(transaction=True)

PATIENCE = 60


@pytest.fixture(autouse=True)
def real_tasks(settings, background) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def texts(count: int) -> list[tuple[str, bytes]]:
    """Texts that have no words in common."""
    return [
        (f"{number}.txt", " ".join(f"wort{number}a{word}" for word in range(60)).encode())
        for number in range(count)
    ]


@contextmanager
def worker(*options: str) -> Iterator[subprocess.Popen]:
    """A worker of its own, on the test's database."""
    start = (
        "import sys; from django.conf import settings; import django; "
        "settings.DATABASES['default']['NAME'] = sys.argv[1]; "
        "settings.ORIGINALS_ROOT = sys.argv[2]; settings.LEASE_SECONDS = 1.0; django.setup(); "
        "from django.core.management import execute_from_command_line as run; "
        "run(['manage.py', 'run_worker', *sys.argv[3:]])"
    )
    name = str(connection.settings_dict["NAME"])
    arguments = [name, str(django_settings.ORIGINALS_ROOT), *options]
    with subprocess.Popen(
        [sys.executable, "-c", start, *arguments],
        cwd=django_settings.BASE_DIR,
        stdin=subprocess.PIPE,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def is_read(run: ImportRun) -> bool:
    return ImportRun.objects.get(pk=run.pk).status == "review"


def has_begun(run: ImportRun) -> bool:
    return run.items.filter(attempts__gt=0).exists()


def test_what_comes_in_is_read():
    with worker() as process:
        run = receive(texts(3), by=None)
        wake(run)
        wait_until(lambda: is_read(run))
        assert set(run.items.values_list("verdict", flat=True)) == {"new"}
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
    assert DBTaskResult.objects.successful().count() == 1


def test_a_run_that_nobody_was_woken_for_is_found():
    run = receive(texts(1), by=None)
    ImportRun.objects.update(woken_at=None)
    with worker():
        wait_until(lambda: is_read(run))


def test_a_worker_that_is_told_to_end_finishes_its_file_and_leaves_the_others():
    run = receive(texts(200), by=None)
    wake(run)
    with worker() as process:
        wait_until(lambda: run.items.exclude(verdict="pending").exists())
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
    assert not ImportItem.objects.exclude(lease=None).exists()
    waiting = run.items.filter(verdict="pending")
    assert waiting.exists()
    assert set(waiting.values_list("attempts", flat=True)) == {0}


def test_three_kills_lose_and_double_nothing():
    run = receive([*texts(60), *texts(60)], by=None)
    wake(run)
    for done in (1, 2, 3):
        with worker() as process:
            wait_until(lambda done=done: run.items.exclude(verdict="pending").count() >= 15 * done)
            process.kill()
            process.wait()
    with worker():
        wait_until(lambda: is_read(run))
    assert run.items.count() == 120
    assert run.items.filter(verdict="new").count() == 60
    assert run.items.filter(verdict="same", same_as__verdict="new").count() == 60


def test_a_worker_ends_with_who_started_it():
    with worker("--end-with-parent") as process:
        process.stdin.close()  # what the end of the parent, however it ends, does
        assert process.wait(PATIENCE) == 0


# --- the sweep, in this process -----------------------------------------------------------------


def tasks() -> list[int]:
    return [task.args_kwargs["args"][0] for task in DBTaskResult.objects.ready()]


def test_a_quiet_run_is_woken_once():
    run = receive(texts(1), by=None)
    sweep()
    assert tasks() == []
    ImportRun.objects.update(woken_at=timezone.now() - timedelta(minutes=1))
    sweep()
    sweep()
    assert tasks() == [run.pk]


def test_a_task_whose_worker_is_gone_is_closed_and_one_that_works_is_left():
    dead, alive = receive(texts(1), by=None), receive(texts(1), by=None)
    for run in (dead, alive):
        wake(run)
    an_hour_ago = timezone.now() - timedelta(hours=1)
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=an_hour_ago)
    ImportRun.objects.filter(pk=dead.pk).update(woken_at=an_hour_ago)
    sweep()
    states = {task.args_kwargs["args"][0]: task.status for task in DBTaskResult.objects.finished()}
    assert states == {dead.pk: TaskResultStatus.FAILED}
    assert tasks() == [dead.pk]


@pytest.mark.parametrize(
    ("status", "minutes_ago", "done", "is_woken"),
    [
        (None, 0, False, True),
        (None, 0, True, False),
        (TaskResultStatus.READY, 30, False, False),
        (TaskResultStatus.RUNNING, 5, False, False),
        (TaskResultStatus.RUNNING, 30, False, True),  # its worker is gone
        (TaskResultStatus.FAILED, 0, False, False),  # not again and again
        (TaskResultStatus.SUCCESSFUL, 5, False, True),  # its worker was told to end
    ],
)
def test_a_lesson_that_nobody_goes_on_with_is_woken(status, minutes_ago, done, is_woken):
    lesson = Lesson.objects.create(
        kind="furniture", source=make_source(), text="Werbung", outcome={"done": done}
    )
    if status:
        work_on_lesson.enqueue(lesson.pk)
        then = timezone.now() - timedelta(minutes=minutes_ago)
        DBTaskResult.objects.update(status=status, enqueued_at=then, started_at=then)
    before = DBTaskResult.objects.count()
    sweep()
    assert DBTaskResult.objects.count() == before + is_woken


def test_a_task_for_a_run_that_is_gone_ends_well():
    work_on_run.enqueue(1)
    with worker():
        wait_until(lambda: DBTaskResult.objects.successful().exists())
