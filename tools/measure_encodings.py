"""Measure how encodings are found and mojibake undone. Usage: .venv/bin/python tools/measure_encodings.py [--misses] [FOLDER]...

Texts: seeds/ and all folders of tests/evaluation, or the folders given, by the language of their gold. Each is cut into
stretches of 200 and of 1,000 letters and taken whole; each stretch that an encoding can hold is written in it, and read.
Stretches of ASCII alone are left out. Right is what is exactly the same; a wrong one is silent where no warning tells of a
doubt. Double: UTF-8 read in a code page and written as UTF-8 again; as: one code page read in another and written as
UTF-8. Speed: plain UTF-8, and how 10 MB take to read.
"""

import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from articles.pipeline.reading import Unreadable, decode  # noqa: E402

UNICODE = "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be".split()
LATIN = "cp1252 iso8859-1 iso8859-15 cp1250 cp1254".split()
CYRILLIC = "cp1251 koi8-r koi8-u cp866 iso8859-5 kz1048 ptcp154 koi8-t".split()
DOUBLE = "cp1252 iso8859-1 cp1251 cp866".split()
MISREAD = (("cp1251", "cp1252"), ("koi8-r", "cp1251"), ("cp1251", "koi8-r"), ("cp866", "cp1251"))
LENGTHS = (200, 1000, None)
#: What writers put for signs that their code page lacks.
PLAIN = str.maketrans("„“”‚‘’–—−‑ʻʼ\u202f\u2009", "\"\"\"'''----''\u00a0 ") | {ord("…"): "..."}
DOUBTS = {"encoding-doubtful", "broken-characters", "mojibake"}

Writer = Callable[[str], tuple[str, bytes] | None]


def main() -> None:
    misses = "--misses" in sys.argv
    folders = [Path(one) for one in sys.argv[1:] if not one.startswith("--")]
    folders = folders or [ROOT / "seeds", *(ROOT / "tests/evaluation").iterdir()]
    texts = dict(sorted(texts_of(folders).items()))
    for length in LENGTHS:
        title = f"{length} letters" if length else "whole texts"
        print(f"{title:20} stretches   right  flagged  silently wrong")
        for language, some in texts.items():
            stretches = [one for text in some for one in cut(text, length)]
            for title, write in writers(
                is_cyrillic=any("а" <= letter <= "я" for letter in some[0])
            ):
                report(f"{language} {title}", stretches, write, misses)
    measure_speed()


def writers(*, is_cyrillic: bool) -> Iterator[tuple[str, Writer]]:
    """Yield each way to write a text, with its name."""
    for encoding in [*UNICODE, *(CYRILLIC if is_cyrillic else LATIN)]:
        yield encoding, partial(held, encoding=encoding)
    for page in DOUBLE:
        yield f"double {page}", partial(doubled, page=page)
    for page, taken_for in MISREAD if is_cyrillic else ():
        yield f"{page} as {taken_for}", partial(misread, page=page, taken_for=taken_for)


def texts_of(folders: list[Path]) -> dict[str, list[str]]:
    """Return the texts in UTF-8 that have gold, by their language."""
    texts: dict[str, list[str]] = defaultdict(list)
    for path in sorted(path for folder in folders for path in folder.glob("*.txt")):
        gold = path.with_suffix(".json")
        data = path.read_bytes()
        try:
            content = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            continue
        if gold.exists() and "\ufffd" not in content:
            texts[json.loads(gold.read_text(encoding="utf-8")).get("language") or "?"].append(
                content
            )
    return texts


def cut(text: str, length: int | None) -> Iterator[str]:
    """Yield stretches of `length` letters each; the whole text without a length."""
    start = letters = 0
    for position, character in enumerate(text, 1):
        letters += character.isalpha()
        if letters == length:
            yield text[start:position]
            start, letters = position, 0
    if length is None:
        yield text


def report(title: str, stretches: list[str], write: Writer, misses: bool) -> None:
    """Print a line for one language and encoding; nothing where no stretch can be written in it."""
    found: Counter[str] = Counter()
    for stretch in stretches:
        written = write(stretch)
        if written is None:
            continue
        text, data = written
        try:
            read = decode(data)
        except Unreadable as refused:
            found["refused"] += 1
            print("    refused:", refused, repr(text[:60]))
            continue
        right = read.content == text
        flagged = bool(DOUBTS & set(read.warnings))
        found.update(all=1, right=right, flagged=flagged, silent=not (right or flagged))
        if misses and not right:
            print("   ", read.encoding, read.warnings, *differences(text, read.content))
    if number := found["all"]:
        print(
            f"  {title:24} {number:4}   {found['right'] / number:6.4f}   {found['flagged'] / number:6.4f}  "
            f"{found['silent']:6}"
        )


def differences(text: str, read: str) -> Iterator[str]:
    """Yield the first words that were read as something else."""
    pairs = zip(text.split(), read.split(), strict=False)
    for one, other in [pair for pair in pairs if pair[0] != pair[1]][:5]:
        yield f"{one!r} read {other!r}"


def held(text: str, encoding: str) -> tuple[str, bytes] | None:
    """Return `text` as its writer would put it in `encoding`, and its bytes; None where it can't be, or is ASCII."""
    for one in (text, text.translate(PLAIN)):
        if one.isascii():
            continue
        try:
            return one, one.encode(encoding)
        except UnicodeEncodeError:
            pass
    return None


def doubled(text: str, page: str) -> tuple[str, bytes] | None:
    """Return `text` and its UTF-8 read in `page` and written as UTF-8 again; None where it is ASCII."""
    return None if text.isascii() else (text, read_in(text.encode(), page).encode())


def misread(text: str, page: str, taken_for: str) -> tuple[str, bytes] | None:
    """Return `text` and what its bytes in `page` become, read in another and written as UTF-8."""
    written = held(text, page)
    return written and (written[0], read_in(written[1], taken_for).encode())


def read_in(data: bytes, page: str) -> str:
    """Return `data` in `page`; bytes that it lacks become controls, as in browsers."""
    return "".join(bytes([byte]).decode(page, "ignore") or chr(byte) for byte in data)


def measure_speed() -> None:
    """Print what reading takes: texts of their usual length, and 10 MB of the same."""
    print("\nspeed, one core")
    for name, encoding in (
        ("01_grenzvertrag.txt", "utf-8"),
        ("11_turkmenskiy_gaz.txt", "utf-8"),
        ("01_grenzvertrag.txt", "cp1252"),
        ("11_turkmenskiy_gaz.txt", "koi8-r"),
    ):
        text = (ROOT / "seeds" / name).read_text(encoding="utf-8").translate(PLAIN)
        data = text.encode(encoding, "replace")
        long = data * (10_000_000 // len(data))
        print(
            f"  {name} in {encoding}: {seconds(data, 200) * 1e6:.0f} µs for {len(data)} bytes, "
            f"{seconds(long, 1):.2f} s for {len(long)}"
        )


def seconds(data: bytes, times: int) -> float:
    """Return the least time of five that `decode` takes, in seconds."""
    best = 9e9
    for _ in range(5):
        start = time.process_time()
        for _ in range(times):
            decode(data)
        best = min(best, (time.process_time() - start) / times)
    return best


if __name__ == "__main__":
    main()
