"""Files read by workers: each once, whatever stops or kills one of them."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import OperationalError
from django.utils import timezone

from articles.actions import leasing, reading, running
from articles.actions.importing import RunClosed, add_files, receive, retry
from articles.actions.leasing import Heartbeat, claims
from articles.actions.reading import read_run
from articles.actions.running import quiet_runs, work_on
from articles.models import HistoryEntry, ImportItem, ImportRun, Original
from articles.pipeline.results import Refused
from tests.factories import BrokenReader, FakeReader, found, make_editor

from .at_once import at_once as deeds_at_once

pytestmark = pytest.mark.django_db

at_once = partial(deeds_at_once, told=())


def texts(count: int, text: str = "Text") -> list[tuple[str, bytes]]:
    return [(f"{number}.txt", f"{text} {number}".encode()) for number in range(count)]


def verdicts(run: ImportRun) -> dict[str, str]:
    return dict(run.items.values_list("name", "verdict"))


def its_worker_died(run: ImportRun) -> None:
    """Let the leases of `run` end, and its last sign of life be long ago."""
    long_ago = timezone.now() - timedelta(minutes=5)
    run.items.exclude(lease=None).update(leased_until=long_ago)
    ImportRun.objects.filter(pk=run.pk).update(woken_at=long_ago)


class Killed(FakeReader):
    """A process that dies over files whose name begins with `deadly`."""

    def read(self, data: bytes, name: str) -> Any:
        if name.startswith("deadly"):
            raise Death
        return super().read(data, name)


class Death(BaseException):
    """SIGKILL, as far as a test can play it: nothing that would clean up runs (see `killed_over`)."""


@pytest.fixture
def killed_over(monkeypatch):
    """Read a run by a process that is killed over its deadly files: it lets go of nothing."""

    def read(run: ImportRun) -> None:
        with monkeypatch.context() as dying:
            dying.setattr(leasing, "free", lambda lease: None)
            with pytest.raises(Death):
                read_run(run, reader=Killed())
        its_worker_died(run)

    return read


# --- a run's states -----------------------------------------------------------------------------


def test_a_run_is_being_read_until_no_file_waits():
    run = receive(texts(2), by=None)
    assert run.status == "reading"
    read_run(run, reader=FakeReader(), stop=lambda: True)
    assert (run.status, Counter(verdicts(run).values())) == ("reading", {"new": 1, "pending": 1})
    read_run(run, reader=FakeReader())
    assert run.status == "review"


@pytest.mark.parametrize("files", [[], [("a.txt", b"x" * 101)]])
def test_where_nothing_waits_a_run_waits_for_review_at_once(files, settings):
    settings.IMPORT_MAX_BYTES = 100
    assert receive(files, by=None).status == "review"


def test_an_item_says_when_it_was_read_and_what_is_doubtful():
    values = {
        "agency": found("tass", confidence=0.5),
        "standfirst": found("Kurz", proposed=True),
        "byline": (found("Anna Muster"),),
        "crossheads": (found("Zwischendurch", confidence=0.1),),
    }
    run = receive(texts(1), by=None)
    read_run(run, reader=FakeReader(**values))
    item = run.items.get()
    assert item.doubts == 2
    assert timezone.now() - item.read_at < timedelta(minutes=1)
    assert (item.attempts, item.lease, item.leased_until) == (1, None, None)


# --- more files for a run -----------------------------------------------------------------------


def test_files_that_come_later_go_on_in_the_run():
    editor = make_editor()
    run = receive(texts(2), by=editor)
    read_run(run, reader=FakeReader())
    assert add_files(run, [("c.txt", b"Text 0"), ("d.txt", b"Neu")], by=editor) == 2
    assert run.status == "reading"
    assert list(run.items.values_list("position", flat=True)) == [1, 2, 3, 4]
    read_run(run, reader=FakeReader())
    assert verdicts(run) == {"0.txt": "new", "1.txt": "new", "c.txt": "same", "d.txt": "new"}
    told = HistoryEntry.objects.get()
    assert (told.target, told.by, told.changes) == (run, editor, {"received": [2, 4]})


@pytest.mark.parametrize("status", ["storing", "stored", "undoing", "undone"])
def test_a_run_that_is_stored_or_undone_takes_nothing_more(status):
    run = receive(texts(1), by=None)
    ImportRun.objects.update(status=status)
    run.refresh_from_db()
    with pytest.raises(RunClosed):
        add_files(run, texts(1, "Neu"), by=None)
    with pytest.raises(RunClosed):
        retry(run)
    assert run.items.count() == 1


def test_a_run_that_is_stored_while_files_are_kept_takes_none_of_them():
    run = receive(texts(1), by=None)

    def sent():
        yield "a.txt", b"Neu"
        ImportRun.objects.update(status="stored")

    with pytest.raises(RunClosed):
        add_files(run, sent(), by=None)
    assert run.items.count() == 1


# --- what goes wrong ----------------------------------------------------------------------------


def test_a_file_that_kills_its_worker_three_times_is_given_up_and_its_neighbours_are_read(
    killed_over,
):
    run = receive([("deadly.txt", b"Text" * 99), *texts(2)], by=None)
    for attempt in (1, 2, 3):
        killed_over(run)
        assert run.items.get(name="deadly.txt").attempts == attempt
    read_run(run, reader=Killed())
    assert verdicts(run) == {"deadly.txt": "rejected", "0.txt": "new", "1.txt": "new"}
    assert run.items.get(name="deadly.txt").reason == "gave-up"
    assert run.status == "review"


def test_what_was_given_up_is_read_again_when_somebody_asks_for_it(killed_over):
    run = receive([("deadly.txt", b"Text")], by=None)
    for _ in range(3):
        killed_over(run)
    read_run(run, reader=Killed())
    assert retry(run) == 1
    assert run.status == "reading"
    read_run(run, reader=FakeReader())
    item = run.items.get()
    assert (item.verdict, item.reason, item.attempts) == ("new", "", 1)


def test_only_the_files_asked_for_are_read_again():
    run = receive([("bad1.txt", b"Eins"), ("bad2.txt", b"Zwei"), ("c.txt", b"Drei")], by=None)
    read_run(run, reader=BrokenReader())
    kept = {item.name: item.pk for item in run.items.all()}
    assert retry(run, [kept["bad1.txt"], kept["c.txt"]]) == 1
    assert verdicts(run) == {"bad1.txt": "pending", "bad2.txt": "rejected", "c.txt": "new"}


def test_what_was_never_kept_and_a_part_of_an_archive_cannot_be_read_again(settings):
    settings.IMPORT_MAX_BYTES = 100
    run = receive([("a.txt", b"x" * 101)], by=None)
    original = Original.objects.create(sha256="0" * 64, file="x", size=1)
    for number, verdict in ((1, "new"), (2, "rejected")):
        ImportItem.objects.create(
            run=run, position=2, number=number, verdict=verdict, original=original, name="a.zip"
        )
    assert retry(run) == 0
    assert run.status == "review"


def test_a_stopped_worker_lets_go_of_its_file_and_the_attempt_does_not_count():
    run = receive([("deadly.txt", b"Text")], by=None)
    with pytest.raises(Death):
        read_run(run, reader=Killed())
    item = run.items.get()
    assert (item.verdict, item.attempts, item.lease) == ("pending", 0, None)


def test_a_busy_database_is_no_fault_of_the_file(monkeypatch):
    def busy(item):
        raise OperationalError("database is locked")

    run = receive(texts(1), by=None)
    with monkeypatch.context() as locked:
        locked.setattr(reading, "judge", busy)
        with pytest.raises(OperationalError):
            read_run(run, reader=FakeReader())
    assert run.items.get().attempts == 0
    read_run(run, reader=FakeReader())
    assert verdicts(run) == {"0.txt": "new"}


def test_a_fault_of_ours_after_reading_rejects_the_file_and_stops_nothing(monkeypatch):
    judge = reading.judge

    def fail(item):
        if item.name.startswith("bad"):
            raise ZeroDivisionError
        judge(item)

    monkeypatch.setattr(reading, "judge", fail)
    run = receive([("bad.txt", b"Eins"), ("b.txt", b"Zwei")], by=None)
    read_run(run, reader=FakeReader())
    assert verdicts(run) == {"bad.txt": "rejected", "b.txt": "new"}


# --- large files --------------------------------------------------------------------------------


class Splitter(FakeReader):
    """Reads each line of a file as a text of its own, and refuses empty ones."""

    def read(self, data, name):
        self.names.append(name)
        return [
            replace(FakeReader().read(line, name)[0], number=number)
            if line
            else Refused("", "empty", number=number)
            for number, line in enumerate(data.split(b"\n"), 1)
        ]


LINES = b"\n".join([b"", *(b"Text %d" % (number % 7) for number in range(10))])


def verdicts_by_number(run: ImportRun) -> list[str]:
    return list(run.items.order_by("number").values_list("verdict", flat=True))


@pytest.fixture
def few_at_once(monkeypatch) -> None:
    monkeypatch.setattr(reading, "AT_ONCE", 3)


def test_a_large_file_is_judged_as_a_small_one(few_at_once):
    run = receive([("a.txt", LINES)], by=None)
    read_run(run, reader=Splitter())
    assert verdicts_by_number(run) == ["rejected"] + 7 * ["new"] + 3 * ["same"]
    assert run.status == "review"
    assert not run.items.exclude(lease=None).exists()
    assert not run.items.filter(read_at=None).exists()


@pytest.mark.parametrize("judged", [0, 1, 3, 5, 9])
def test_who_goes_on_with_a_large_file_neither_reads_it_again_nor_judges_twice(
    few_at_once, monkeypatch, judged
):
    judge, done = reading.judge, []

    def die_over_the_next(item):
        if len(done) == judged:
            raise Death
        done.append(item)
        judge(item)

    run = receive([("a.txt", LINES)], by=None)
    with monkeypatch.context() as dying:
        dying.setattr(leasing, "free", lambda lease: None)
        dying.setattr(reading, "judge", die_over_the_next)
        with pytest.raises(Death):
            read_run(run, reader=Splitter())
    its_worker_died(run)
    kept = judged // 3 * 3
    assert verdicts_by_number(run).count("pending") == 10 - kept
    reader = Splitter()
    read_run(run, reader=reader)
    assert reader.names == []
    assert verdicts_by_number(run) == ["rejected"] + 7 * ["new"] + 3 * ["same"]


def test_a_large_file_that_is_let_go_of_is_free_at_once(few_at_once, monkeypatch):
    run = receive([("a.txt", LINES)], by=None)
    with monkeypatch.context() as stopped:
        stopped.setattr(reading, "judge", lambda item: (_ for _ in ()).throw(Death))
        with pytest.raises(Death):
            read_run(run, reader=Splitter())
    waiting = run.items.filter(verdict="pending")
    assert set(waiting.values_list("lease", "attempts")) == {(None, 0)}


# --- leases -------------------------------------------------------------------------------------


def test_a_file_in_somebodys_hands_is_left_alone_until_the_lease_ends():
    run = receive(texts(1), by=None)
    held = next(claims(run))
    assert list(claims(run)) == []
    its_worker_died(run)
    (taken,) = claims(run)
    assert taken.pk == held.pk
    assert taken.lease != held.lease
    assert taken.attempts == 2


def test_who_lost_the_lease_writes_nothing():
    run = receive([("a.txt", b"Text")], by=None)

    class Overtaken(FakeReader):
        def read(self, data, name):
            its_worker_died(run)
            read_run(run, reader=FakeReader())
            ImportItem.objects.update(name="read by the other")
            return super().read(data, name)

    read_run(run, reader=Overtaken())
    assert verdicts(run) == {"read by the other": "new"}


@pytest.mark.django_db(transaction=True)
def test_a_lease_is_renewed_while_a_file_is_read(settings):
    settings.LEASE_SECONDS = 0.6
    run = receive(texts(1), by=None)

    class Slow(FakeReader):
        def read(self, data, name):
            first = run.items.get().leased_until
            deadline = timezone.now() + timedelta(seconds=10)
            while run.items.get().leased_until == first:
                assert timezone.now() < deadline, "the lease was not renewed"
            assert list(claims(run)) == []
            return super().read(data, name)

    read_run(run, reader=Slow())
    assert verdicts(run) == {"0.txt": "new"}


@pytest.mark.django_db(transaction=True)
def test_no_file_is_held_for_ever(settings, monkeypatch):
    settings.LEASE_SECONDS = 0.3
    monkeypatch.setattr(leasing, "LONGEST_HOLD", 0.0)
    run = receive(texts(1), by=None)
    item = next(claims(run))
    with Heartbeat(run) as heart, heart.holding(item):
        deadline = timezone.now() + timedelta(seconds=10)
        while not (others := list(claims(run))):
            assert timezone.now() < deadline, "the lease never ended"
    assert [other.pk for other in others] == [item.pk]


# --- several workers ----------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("repeat", range(3))
def test_several_workers_share_a_run_and_read_each_file_once(repeat):
    run = receive(texts(12), by=None)
    readers = [FakeReader() for _ in range(3)]
    at_once(
        *(
            lambda reader=reader: read_run(ImportRun.objects.get(pk=run.pk), reader=reader)
            for reader in readers
        )
    )
    assert sorted(name for reader in readers for name in reader.names) == sorted(verdicts(run))
    assert set(verdicts(run).values()) == {"new"}
    run.refresh_from_db()
    assert run.status == "review"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("repeat", range(5))
def test_of_twins_read_at_once_one_is_new(repeat):
    run = receive([("a.txt", b"Zwilling"), ("b.txt", b"Zwilling")], by=None)
    at_once(*[lambda: read_run(ImportRun.objects.get(pk=run.pk), reader=FakeReader())] * 2)
    assert sorted(verdicts(run).values()) == ["new", "same"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("repeat", range(5))
def test_batches_sent_at_once_are_all_read(repeat):
    run = receive(texts(1), by=None)

    def send(number: int) -> None:
        mine = ImportRun.objects.get(pk=run.pk)
        add_files(mine, texts(2, f"Batch {number}"), by=None)
        read_run(mine, reader=FakeReader())

    at_once(*(lambda number=number: send(number) for number in range(3)))
    run.refresh_from_db()
    assert sorted(run.items.values_list("position", flat=True)) == list(range(1, 8))
    assert set(run.items.values_list("verdict", flat=True)) == {"new"}
    assert run.status == "review"


# --- who works on what --------------------------------------------------------------------------


def test_a_worker_that_is_woken_reads_the_run():
    run = receive(texts(2), by=None)
    work_on(run.pk, stop=lambda: False)
    run.refresh_from_db()
    assert run.status == "review"


@pytest.mark.parametrize("status", ["review", "stored", "undone"])
def test_being_woken_for_nothing_does_nothing(status):
    run = receive(texts(1), by=None)
    ImportRun.objects.update(status=status, woken_at=None)
    work_on(run.pk, stop=lambda: False)
    assert verdicts(run) == {"0.txt": "pending"}
    work_on(run.pk + 1, stop=lambda: False)


@pytest.mark.parametrize(
    ("status", "seconds_ago", "is_quiet"),
    [
        ("reading", 5, False),
        ("reading", 40, True),
        ("reading", None, True),
        ("reading", -3600, True),  # the clock went back
        ("storing", 40, True),
        ("undoing", 40, True),
        ("review", 40, False),
        ("stored", None, False),
    ],
)
def test_a_run_at_work_without_a_sign_of_life_is_quiet(status, seconds_ago, is_quiet):
    run = receive(texts(1), by=None)
    then = seconds_ago and timezone.now() - timedelta(seconds=seconds_ago)
    ImportRun.objects.update(status=status, woken_at=then)
    assert quiet_runs() == ([run.pk] if is_quiet else [])


def test_a_run_that_is_left_for_another_one_is_quiet_at_once(monkeypatch):
    monkeypatch.setattr(running, "TURN", 0.0)
    first, second = receive(texts(2), by=None), receive(texts(2, "Neu"), by=None)
    work_on(first.pk, stop=lambda: False)
    assert sorted(verdicts(first).values()) == ["new", "pending"]
    assert quiet_runs() == [first.pk]
    ImportRun.objects.filter(pk=second.pk).update(status="review")
    work_on(first.pk, stop=lambda: False)
    assert quiet_runs() == []
