"""Measure what reading costs by the length of a text. Usage: .venv/bin/python tools/measure_length.py [MEGABYTES]

Texts of growing length, up to 10 MB or as many as told, are made of the paragraphs of tests/evaluation/open, no two of
one text alike: articles of long paragraphs, pages of short lines, and one line without a break. Where cost is linear, the
time for a million bytes stays the same from 3 kB to the longest.
"""

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from articles.knowledge import from_files
from articles.pipeline.reader import Reader

OPEN = Path(__file__).resolve().parent.parent / "tests" / "evaluation" / "open"
SIZES = (3_000, 30_000, 300_000, 3_000_000, 10_000_000)
#: Short texts are read more than once, so that a run takes long enough to be timed.
ENOUGH = 300_000
#: A line of furniture is no longer, a paragraph no shorter.
SHORT_LINE = 80
SEED = 20240517


def main() -> None:
    longest = float(sys.argv[1]) * 1e6 if len(sys.argv) > 1 else SIZES[-1]
    chance = random.Random(SEED)
    lines = [
        line
        for path in sorted(OPEN.glob("*.txt"))
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines()
        if line.strip()
    ]
    shapes: dict[str, Callable[[int], str]] = {
        "paragraphs": lambda size: made(
            [one for one in lines if len(one) > SHORT_LINE], "\n\n", size, chance
        ),
        "short lines": lambda size: made(
            [one for one in lines if len(one) <= SHORT_LINE], "\n", size, chance
        ),
        "one line": lambda size: made(
            [one for one in lines if len(one) > SHORT_LINE], " ", size, chance
        ),
    }
    reader = Reader(from_files())
    seconds(reader, ["\n".join(lines)])  # every word has been met before it counts
    print(f"{'seconds a million bytes':24}" + "".join(f"{name:>14}" for name in shapes))
    for size in (size for size in SIZES if size <= longest):
        row = (
            seconds(reader, [make(size) for _ in range(max(1, ENOUGH // size))])
            for make in shapes.values()
        )
        print(f"{size:>24,}" + "".join(f"{one:14.2f}" for one in row), flush=True)


def made(lines: list[str], separator: str, size: int, chance: random.Random) -> str:
    """Return a text of about `size` bytes, of lines in which words change places with those of others."""
    text, length = [], 0
    while length < size:
        words = chance.choice(lines).split(" ")
        words[chance.randrange(len(words))] = chance.choice(chance.choice(lines).split(" "))
        text.append(" ".join(words))
        length += len(text[-1].encode()) + len(separator)
    return separator.join(text)


def seconds(reader: Reader, texts: list[str]) -> float:
    """Return the computing time for a million bytes."""
    data = [text.encode() for text in texts]
    started = time.process_time()
    for one in data:
        reader.read(one, "text.txt")
    return (time.process_time() - started) / sum(map(len, data)) * 1e6


if __name__ == "__main__":
    main()
