"""Measure how formats are read: fields, furniture and speed. Usage: .venv/bin/python tools/measure_formats.py [--misses]"""

import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from articles.knowledge import from_files
from articles.pipeline.formats import html
from articles.pipeline.reader import Reader
from tests.evaluation.html.scoring import Scores, pages

#: Runs of which the fastest counts: the machine may have other work.
RUNS = 3


def main() -> None:
    print_html(Reader(from_files()))


def print_html(reader: Reader) -> None:
    for folder in ("open", "aside"):
        scores, count = Scores(), 0
        for path, gold in pages(folder):
            [article] = reader.read(path.read_bytes(), path.name)
            scores.add(path.stem, article, gold)
            count += 1
        print(f"HTML, {count} pages of {folder}/:")
        print(scores.table())
        if "--misses" in sys.argv and folder == "open":
            print(*scores.misses, sep="\n")
    data = [path.read_bytes() for folder in ("open", "aside") for path, _ in pages(folder)]
    large = [page for page in data if len(page) > 80_000]
    for name, page_set in (("all", data), ("large", large)):
        size = sum(map(len, page_set)) / len(page_set) / 1000
        opened = fastest(lambda pages=page_set: [html.read(page, "x.html") for page in pages])
        whole = fastest(lambda pages=page_set: [reader.read(page, "x.html") for page in pages])
        print(
            f"HTML, {name} {len(page_set)} pages, {size:.0f} kB each: opened {len(page_set) / opened:.0f} a second, "
            f"whole core {len(page_set) / whole:.0f} a second, on one core"
        )
    print(f"Peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def fastest(work) -> float:
    """Return the seconds of processor time of the fastest run."""
    times = []
    for _ in range(RUNS):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


if __name__ == "__main__":
    main()
