"""Measure archives and the child that opens files: time and memory. Usage: .venv/bin/python tools/measure_containers.py"""

import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from articles.isolation import split_in_child
from articles.isolation.pool import POOL
from articles.pipeline.formats import split_items
from articles.pipeline.reading import Unreadable
from tests.isolation.bombs import BOMBS
from tests.pipeline.formats.archive_files import tarred, zipped
from tests.pipeline.formats.office_files import docx, p

RUNS = 200


def main() -> None:
    print_overhead()
    print_archives()
    print_bombs()


def print_overhead() -> None:
    """Print what the child adds to a small document: when started, when warm."""
    document = docx(p("Die Stadtverwaltung von Osch hat am Montag das Wasser rationiert.") * 40)
    started = time.perf_counter()
    split_in_child(document, "a.docx")
    first = time.perf_counter() - started
    warm = _per_run(lambda: split_in_child(document, "a.docx"))
    here = _per_run(lambda: split_items(document, "a.docx"))
    print(
        f"A DOCX of 40 paragraphs: {here * 1000:.1f} ms here, {warm * 1000:.1f} ms in a warm child, "
        f"{first * 1000:.0f} ms with its start"
    )


def _per_run(work) -> float:
    """Return the seconds of the fastest of five rounds, for one run."""
    rounds = []
    for _ in range(5):
        started = time.perf_counter()
        for _ in range(RUNS // 5):
            work()
        rounds.append((time.perf_counter() - started) / (RUNS // 5))
    return min(rounds)


def print_archives() -> None:
    """Print what two thousand texts, and two thousand documents, take."""
    text = "Die Stadtverwaltung von Osch hat am Montag das Wasser rationiert.\n\n" * 50
    texts = [(f"{number:04}.txt", f"Text {number}\n\n{text}".encode()) for number in range(2000)]
    documents = [
        (f"{number:04}.docx", docx(p(f"Text {number}") + p(text) * 3)) for number in range(2000)
    ]
    for name, archive in (
        ("ZIP of 2,000 texts", zipped(*texts)),
        ("TAR, xz, of 2,000 texts", tarred(*texts, mode="w:xz")),
        ("ZIP of 2,000 DOCX", zipped(*documents)),
    ):
        started = time.perf_counter()
        found = split_in_child(archive, "a")
        took = time.perf_counter() - started
        print(f"{name}, {len(archive) / 1e6:.1f} MB: {len(found)} in {took:.1f} s; {_memory()}")


def print_bombs() -> None:
    """Print how each file that was made to cost much ends, and what it costs."""
    for kind, (name, make) in BOMBS.items():
        data = make()
        started = time.perf_counter()
        try:
            found = split_in_child(data, name)
            end = ", ".join(sorted({getattr(one, "code", "read") for one in found}))
        except Unreadable as reason:
            end = reason.code
        took = time.perf_counter() - started
        print(f"  {kind:<38} {len(data) / 1e6:6.1f} MB  {took:5.2f} s  {end}")
    print(_memory())


def _memory() -> str:
    """Return the most memory that any child, and this process, has had."""
    POOL.close()
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return f"children at most {child} MB"


if __name__ == "__main__":
    main()
