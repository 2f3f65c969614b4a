"""Measure how formats are read: fields, furniture and speed. Usage: .venv/bin/python tools/measure_formats.py [--misses]"""

import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from articles.knowledge import from_files
from articles.pipeline.formats import html, split_items
from articles.pipeline.reader import Reader
from tests.evaluation.html.scoring import Scores, pages

#: Runs of which the fastest counts: the machine may have other work.
RUNS = 3


STRUCTURED = Path(__file__).resolve().parent.parent / "tests" / "evaluation" / "formats"
#: A feed as large as an upload may be: entries of some 4 kB.
LARGE_FEED = 4_500


def main() -> None:
    # First, because the peak of memory is that of the whole process.
    print_large_feed()
    reader = Reader(from_files())
    print_structured(reader)
    print_html(reader)


def print_large_feed() -> None:
    words = "<p>Ein Absatz über das Wasser im Tal und die Leute, die davon leben müssen.</p>" * 45
    entry = f"<item><title>Wasser im Tal</title><pubDate>Mon, 06 May 2024 10:00:00 +0600</pubDate><content:encoded><![CDATA[{words}]]></content:encoded></item>"
    data = f"<rss><channel><title>Steppe</title>{entry * LARGE_FEED}</channel></rss>".encode()
    before = peak_memory()
    started = time.process_time()
    count = len(split_items(data, "feed.xml"))
    seconds = time.process_time() - started
    print(
        f"Feed of {count} entries, {len(data) / 1e6:.0f} MB: opened in {seconds:.1f} s, "
        f"{len(data) / seconds / 1e6:.1f} MB and {count / seconds:.0f} entries a second; "
        f"{peak_memory() - before} MB more memory"
    )


def print_structured(reader: Reader) -> None:
    """Print how fast feeds, wire items and exports are opened; that they are read right is held by a test."""
    files = [
        path
        for path in sorted(STRUCTURED.glob("*/*"))
        if path.suffix in {".xml", ".json", ".jsonl"} and not path.name.endswith(".gold.json")
    ]
    data = [(path.read_bytes(), path.name) for path in files]
    count = sum(len(split_items(*one)) for one in data)
    size = sum(len(one) for one, _ in data) / 1e6
    opened = fastest(lambda: [split_items(*one) for one in data])
    whole = fastest(lambda: [reader.read(*one) for one in data])
    print(
        f"Feeds, wire items, exports: {len(files)} files, {count} texts: opened {count / opened:.0f} texts, "
        f"{size / opened:.1f} MB a second; whole core {count / whole:.0f} texts a second, on one core"
    )


def peak_memory() -> int:
    """Return the peak of memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


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
    print(f"Peak memory {peak_memory()} MB")


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
