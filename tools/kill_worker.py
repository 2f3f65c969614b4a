"""Kill the worker again and again, and see that nothing is lost and nothing doubled.

Usage: .venv/bin/python tools/kill_worker.py --database sqlite|postgres [--kills 100] [--seed N]

Runs of 300 files (duplicates, near-duplicates, archives, bad ones; made of the words of seeds/) are read and stored by a
real worker in a database and a folder of their own. It gets SIGKILL at random moments of its work; it is started again as
`run_newsroom` does it, and nobody else does anything. What comes out is compared with an undisturbed reading.
"""

import argparse
import contextlib
import io
import os
import random
import signal
import sys
import tempfile
import threading
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from articles.management import serving
from tests.postgres import PostgresServer, find_postgres

ROOT = Path(__file__).resolve().parent.parent

#: Shorter than in production, so that a hundred kills take minutes.
LEASE_SECONDS = 2.0
#: A kill comes so many seconds at most after the worker began to do something.
LONGEST_WORK = 1.5
#: Whoever needs longer for anything has stopped.
PATIENCE = 300.0
#: What became of a run: by verdict (or what else is counted) and group of files, how often.
Outcome = dict[str, Counter[str]]
#: Files of a run by what they are.
FILES = {"one": 189, "twin": 30, "near": 10, "zip": 6, "empty": 10, "binary": 10, "broken": 5}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, database(asked.database, folder) as url:
        os.environ |= {
            "NEWSROOM_DATA_DIR": folder,
            "DATABASE_URL": url,
            "NEWSROOM_LEASE_SECONDS": str(LEASE_SECONDS),
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        }
        prepare()
        print(f"{asked.database}, seed {asked.seed}, leases of {LEASE_SECONDS} s", flush=True)
        sys.exit(kill(asked.kills, asked.seed))


@contextlib.contextmanager
def database(name: str, folder: str) -> Iterator[str]:
    """Make a database and yield its DATABASE_URL."""
    if name == "sqlite":
        yield f"sqlite:///{folder}/killed.sqlite3"
        return
    binaries = find_postgres()
    if binaries is None:
        sys.exit("PostgreSQL is not installed.")
    server = PostgresServer(binaries)
    try:
        server.start()
        yield server.url.removesuffix("newsroom") + "postgres"
    finally:
        server.stop()


def prepare() -> None:
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("load_reference", stdout=io.StringIO())


def kill(kills: int, seed: int) -> int:
    """Keep a worker, kill it so many times, and return 0 if all was well."""
    serving.PAUSE = serving.LONGEST_PAUSE = 0.2
    idle = [sys.executable, "-c", "input()"]  # instead of a web server
    killer = Killer(serving.Together(idle, serving.worker_command()), kills, seed)
    killer.start()
    killer.keeper.run()
    killer.join(timeout=5)
    if killer.is_alive():
        print("Stopped.")
        return 1
    print("\n".join(killer.faults) or "Nothing lost, nothing doubled.")
    return 1 if killer.faults else 0


class Killer(threading.Thread):
    """Gives the worker work, and kills it over it; ends the keeper when enough were killed."""

    def __init__(self, keeper: serving.Together, kills: int, seed: int) -> None:
        super().__init__(daemon=True)
        self.keeper = keeper
        self.left = kills
        self.random = random.Random(seed)
        self.faults: list[str] = []
        self.killed: set[int] = set()

    def run(self) -> None:
        started = time.monotonic()
        number = 0
        try:
            while self.left and not self.faults:
                number += 1
                self.read_and_store(number)
        except Exception as error:
            self.faults.append(f"{type(error).__name__}: {error}")
        print(f"{len(self.killed)} kills, {number} runs, {time.monotonic() - started:.0f} s")
        os.kill(os.getpid(), signal.SIGTERM)

    def read_and_store(self, number: int) -> None:
        """Have a run read, then stored, with kills; compare it with one that nobody disturbed."""
        from articles.actions.importing import receive, start_run
        from articles.actions.storing import start_storing
        from articles.models import ImportRun
        from articles.tasks import wake

        files = list(make_files(self.random))
        alone = start_run(files, by=None)
        expected = outcome(alone)
        alone.delete()
        run = receive(files, by=None)
        wake(run)
        reading = self.disturb(run, ImportRun.Status.REVIEW)
        self.compare(f"run {number}, read", expected, outcome(run))
        wake(start_storing(run, by=None))
        storing = self.disturb(run, ImportRun.Status.STORED)
        self.compare(f"run {number}, stored", {"article": expected["new"]}, articles_of(run))
        sums = Counter(run.items.values_list("verdict", flat=True))
        told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(sums.items()))
        most = max(run.items.values_list("attempts", flat=True))
        print(
            f"  run {number}: {len(files)} files, {run.items.count()} texts ({told}); killed {reading} times "
            f"while reading, {storing} while storing; at most {most} attempts",
            flush=True,
        )

    def compare(self, deed: str, expected: Outcome, found: Outcome) -> None:
        for kind in sorted(expected.keys() | found.keys()):
            right, is_so = expected.get(kind, Counter()), found.get(kind, Counter())
            if right != is_so:
                self.faults.append(
                    f"{deed}, {kind}: missing {right - is_so}, too many {is_so - right}"
                )

    def disturb(self, run, status: str) -> int:
        """Kill the worker until `run` has this status; return how often."""
        kills = 0
        before, since = progress(run), time.monotonic()
        end: float | None = None
        while not self._is(run, status):
            time.sleep(0.01)
            now = time.monotonic()
            if now - since > PATIENCE:
                raise TimeoutError(f"run {run.pk} stands still")
            worker = self.keeper.worker.pid
            if not self.left or worker in self.killed:
                before = progress(run)
            elif end is None:
                if progress(run) != before:
                    end = now + self.random.uniform(0, LONGEST_WORK)
            elif now >= end and not is_last_try(run):
                os.kill(worker, signal.SIGKILL)
                self.killed.add(worker)
                self.left -= 1
                kills, end, since = kills + 1, None, now
        return kills

    def _is(self, run, status: str) -> bool:
        run.refresh_from_db()
        return run.status == status


def is_last_try(run) -> bool:
    """Tell whether a file is being read that two workers were killed over: at the third it is given up, as it should be."""
    from articles.actions.leasing import MOST_ATTEMPTS

    return run.items.filter(verdict="pending", attempts=MOST_ATTEMPTS).exists()


def progress(run) -> tuple[int, ...]:
    """Return numbers that change with whatever is done for `run`."""
    from django.db.models import Count, Sum

    counted = run.items.aggregate(Sum("attempts"), Count("read_at"), Count("article"))
    return tuple(value or 0 for value in counted.values())


def outcome(run) -> Outcome:
    """Return how often each group of files got each verdict, and how many hashes of sketches it left.

    Of twins the one is new that is read first, which a kill may change: they are one group.
    """
    from articles.models import SketchHash

    found: Outcome = {}
    for name, verdict, reason in run.items.values_list("name", "verdict", "reason"):
        found.setdefault(verdict + reason, Counter())[group_of(name)] += 1
    hashes = SketchHash.objects.filter(item__run=run).values_list("item__name", flat=True)
    return found | {"hash": Counter(group_of(name) for name in hashes)}


def articles_of(run) -> Outcome:
    """Return the number of articles of each group; and articles without a text or without a line of history."""
    from articles.models import Article, HistoryEntry

    made = Article.objects.filter(item__run=run).values_list("item__name", flat=True)
    found = {"article": Counter(group_of(name) for name in made)}
    told = HistoryEntry.objects.filter(deed="imported").values_list("object_id", flat=True)
    untold = Article.objects.exclude(pk__in=[int(key) for key in told]).count()
    loose = Article.objects.filter(item=None).count()
    twice = len(told) - len(set(told))
    odd = {"untold": untold, "loose": loose, "told twice": twice}
    return found | {kind: Counter({"any": count}) for kind, count in odd.items() if count}


def group_of(name: str) -> str:
    return "-".join(name.partition(".")[0].split("-")[:2])


# --- files --------------------------------------------------------------------------------------


def make_files(chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes of a run, in any order."""
    words = [
        word
        for path in sorted((ROOT / "seeds").glob("*.txt"))
        for word in path.read_text("utf-8", "ignore").split()
    ]
    files = [
        file
        for kind, count in FILES.items()
        for number in range(count)
        for file in MAKERS[kind](f"{kind}-{number:03}", words, chance)
    ]
    chance.shuffle(files)
    yield from files


def text_of(words: list[str], chance: random.Random) -> str:
    """Return a text of the seeds' words in an order of its own, so that it is like no other."""
    lines = [" ".join(chance.choices(words, k=chance.randint(4, 8)))]
    lines += ["Bischkek, 7. Mai 2024 (tsd) – " + " ".join(chance.choices(words, k=30)) + "."]
    for _ in range(chance.randint(2, 12)):
        lines.append(" ".join(chance.choices(words, k=chance.randint(20, 90))) + ".")
    return "\n\n".join(lines) + "\n"


def one(name, words, chance):
    yield f"{name}.txt", text_of(words, chance).encode()


def twin(name, words, chance):
    data = text_of(words, chance).encode()
    yield from ((f"{name}-a.txt", data), (f"{name}-b.txt", data))


def near(name, words, chance):
    text = text_of(words, chance)
    yield f"{name}-a.txt", text.encode()
    yield f"{name}-b.txt", text.replace("(tsd) – ", "(tsd) – Wie gemeldet, ", 1).encode()


def archive(name, words, chance):
    """A few texts, or many: two of them alike, the last one empty."""
    packed = io.BytesIO()
    texts = [text_of(words, chance) for _ in range(60 if name.endswith("0") else 3)]
    with zipfile.ZipFile(packed, "w") as opened:
        for number, text in enumerate((*texts, texts[0], "")):
            opened.writestr(f"{number}.txt", text)
    yield f"{name}.zip", packed.getvalue()


def empty(name, words, chance):
    yield f"{name}.txt", b" " * chance.randint(0, 3)


def binary(name, words, chance):
    yield f"{name}.txt", chance.randbytes(3000)


def broken(name, words, chance):
    yield f"{name}.docx", b"PK\x03\x04" + chance.randbytes(500)


MAKERS = dict(zip(FILES, (one, twin, near, archive, empty, binary, broken), strict=True))


if __name__ == "__main__":
    main()
