"""Measure how well names are matched and linked. Usage: .venv/bin/python tools/measure_names.py [--misses] [CSV FRIENDS]...

Matching: the tables of tests/evaluation/names (open and aside), or pairs of files given. Three ways: the rules with one
English form a name; with four stored forms a name (English, German, Russian, native), which are not asked, and once more
without initials, which are unsure by rule; with the gazetteer. Linking: the texts of tests/evaluation (open and aside), each
mention. Speed: texts of 3,500 characters a core, with the gazetteer as it is and with 100,000 invented entities more; what
it takes to be ready; memory.
"""

import csv
import gc
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from articles.knowledge import from_files  # noqa: E402
from articles.knowledge.kept import kept_knowledge  # noqa: E402
from articles.pipeline.evaluating import evaluate, load_gold  # noqa: E402
from articles.pipeline.knowledge import EntityRecord, NameForm  # noqa: E402
from articles.pipeline.linking import Linker  # noqa: E402
from articles.pipeline.names.comparing import SAME, compare  # noqa: E402
from articles.pipeline.names.gazetteer import Gazetteer, given_names  # noqa: E402
from articles.pipeline.names.known import KnownNames  # noqa: E402
from articles.pipeline.names.matching import NameIndex  # noqa: E402
from articles.pipeline.names.surnames import with_surnames  # noqa: E402
from articles.pipeline.reader import Reader  # noqa: E402
from articles.pipeline.records import to_record  # noqa: E402

EVALUATION = ROOT / "tests" / "evaluation"
NATIVE = ("kk-cyrl", "ky-cyrl", "uz-latn", "tg-cyrl", "tk-latn", "kaa-latn", "az-latn")
STORED = (("de-duden", "de-press"), ("ru",), NATIVE)
LETTERS_A_TEXT = 3500


def main() -> None:
    misses = "--misses" in sys.argv
    files = [Path(argument) for argument in sys.argv[1:] if argument != "--misses"]
    pairs = list(zip(files[::2], files[1::2], strict=True)) or [
        (EVALUATION / "names" / f"{half}.csv", EVALUATION / "names" / f"{half}-friends.csv")
        for half in ("open", "aside")
    ]
    knowledge = from_files()
    gazetteer = Gazetteer(knowledge.entities)
    print(
        f"{'names':22} {'asked':>6} {'first':>6} {'same':>6} {'wrong':>6} {'unknown':>8} {'friends':>8}"
    )
    for table, friends in pairs:
        measure_names(table, friends, gazetteer, misses)
    if not files:
        reader = Reader(knowledge, gazetteer)
        for half in ("open", "aside"):
            measure_texts(reader, EVALUATION / half)
        measure_speed(reader)


def measure_names(table: Path, friends: Path, gazetteer: Gazetteer, misses: bool) -> None:
    """Print a line for each way to match one table."""
    rows = read(table)
    names = sorted({row["canonical_en"] for row in rows})
    asked = [row for row in rows if is_asked(row)]
    stored = stored_forms(rows)
    kept = {(name, form) for name, forms in stored.items() for form in forms}
    unlisted = [row for row in asked if (row["canonical_en"], row["variant"]) not in kept]
    in_full = [row for row in unlisted if row["language_or_scheme"] != "initial"]
    four_forms = NameIndex({name: stored[name] for name in names})
    joined = share_of_friends(read(friends), rows, misses)
    for way, index, queries in (
        ("one form", NameIndex(dict.fromkeys(names, ())), asked),
        ("four forms", four_forms, unlisted),
        ("four, no initials", four_forms, in_full),
        (
            "gazetteer",
            KnownNames(names, gazetteer),
            [row for row in rows if row["variant"] not in names],
        ),
    ):
        first, same, wrong = score(index, queries, misses)
        unknown = f"{share_of_unknown(names, asked):8.4f}" if way == "one form" else " " * 8
        print(
            f"{table.stem + ', ' + way:22} {len(queries):6} {first:6.3f} {same:6.3f} {wrong:6.4f} {unknown} "
            f"{joined if way == 'one form' else ''}"
        )


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def is_asked(row: dict[str, str]) -> bool:
    """Return whether transliteration can reach a form: no alias, surname alone, genitive or name of a people."""
    scheme = row["language_or_scheme"]
    derived = "+alias" in scheme or "sur" in scheme or "gen" in scheme.replace("gen:", "")
    return (
        scheme != "canonical"
        and not derived
        and row["kind"] != "demonym"
        and row["variant"] != row["canonical_en"]
    )


def stored_forms(rows: list[dict[str, str]]) -> dict[str, list[str]]:
    """Return for each name the first German, Russian and native form of the table."""
    forms: dict[str, list[str]] = defaultdict(list)
    for schemes in STORED:
        seen: set[str] = set()
        for row in rows:
            name = row["canonical_en"]
            if row["language_or_scheme"] in schemes and name not in seen:
                seen.add(name)
                forms[name].append(row["variant"])
    return forms


def score(
    index: NameIndex | KnownNames, queries: list[dict[str, str]], misses: bool
) -> tuple[float, float, float]:
    """Return how often the right name comes first, is the same and alone, and how often another is the same."""
    first = same = wrong = 0
    for row in queries:
        ranked = index.rank(row["variant"])
        right = bool(ranked) and ranked[0].name == row["canonical_en"]
        called = [found.name for found in ranked if found.comparison.verdict == SAME]
        first += right
        same += called == [row["canonical_en"]]
        wrong += bool(called) and called != [row["canonical_en"]]
        if misses and (not right or called != [row["canonical_en"]]):
            print("   ", row["variant"], "is", row["canonical_en"], "ranked", ranked[:1])
    return first / len(queries), same / len(queries), wrong / len(queries)


def share_of_unknown(names: list[str], asked: list[dict[str, str]]) -> float:
    """Return how often a name that the index lacks is called the same as another: each half asked against the other."""
    own = sorted({row["canonical_en"] for row in asked})
    linked = 0
    for half in (set(own[::2]), set(own[1::2])):
        index = NameIndex({name: () for name in names if name not in half})
        for row in asked:
            if row["canonical_en"] in half:
                linked += any(one.comparison.verdict == SAME for one in index.rank(row["variant"]))
    return linked / len(asked)


def share_of_friends(
    friends: list[dict[str, str]], rows: list[dict[str, str]], misses: bool
) -> str:
    """Return the share of look-alike pairs called the same, of those that letters can part at all."""
    forms: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        forms[row["canonical_en"]].add(row["variant"].casefold())
    pairs = [
        row
        for row in friends
        if row["same_string"] != "yes"
        and row["form_a"].casefold() not in forms[row["entity_b"]]
        and row["form_b"].casefold() not in forms[row["entity_a"]]
    ]
    joined = [row for row in pairs if compare(row["form_a"], row["form_b"]).verdict == SAME]
    if misses:
        for row in joined:
            print("    joined:", row["form_a"], "|", row["form_b"], "|", row["note"])
    return f"{len(joined) / len(pairs):8.3f} ({len(joined)} of {len(pairs)})"


def measure_texts(reader: Reader, folder: Path) -> None:
    """Print how the names of a folder of texts were found and linked."""
    records = [
        to_record(parsed, file=str(path), sha256="", with_text=True)
        for path in sorted(folder.glob("*.txt"))
        for parsed in reader.read(path.read_bytes(), path.name)
    ]
    result = evaluate(records, load_gold(folder))
    print(f"\n{folder.name}: {result.texts} texts")
    for field in (
        "entities",
        "links of known",
        "mentions found",
        "mentions linked",
        "persons not misnamed",
    ):
        found = result.scores[field]
        print(
            f"  {field:22} P {found.precision:.3f}  R {found.recall:.3f}  F1 {found.f1:.3f}   "
            f"right {found.right} wrong {found.wrong} missed {found.missed}"
        )


def measure_speed(reader: Reader) -> None:
    """Print how long linking takes a text, with more entities too, what getting ready takes, and memory."""
    print("\nspeed, one core")
    report("the gazetteer", reader, reader.gazetteer)
    more = Gazetteer([*reader.gazetteer.entities, *invented(100_000)])
    report("100,000 more", reader, more)
    with tempfile.TemporaryDirectory() as folder:
        code = (
            "import time, sys; from pathlib import Path; from articles.knowledge.kept import kept_knowledge as k;"
            "t = time.perf_counter(); k(Path(sys.argv[1])); print(f'{time.perf_counter() - t:.2f}')"
        )
        runs = [
            subprocess.run(
                [sys.executable, "-c", code, folder],
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=True,
            ).stdout.strip()
            for _ in range(3)
        ]
        kept_knowledge(Path(folder))
    print(f"  ready: first {runs[0]} s, kept {runs[1]} s and {runs[2]} s")
    print(
        f"  peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
    )


def report(name: str, reader: Reader, gazetteer: Gazetteer) -> None:
    linker = Linker(gazetteer, reader.knowledge.words)
    documents = collect(reader)
    letters = sum(len(document.content) for document, _ in documents)
    gc.collect()
    gc.freeze()
    best = 9e9
    for _ in range(5):
        start = time.process_time()
        for document, date in documents:
            linker.link(document, date)
        best = min(best, time.process_time() - start)
    gc.unfreeze()
    given = given_names(gazetteer.entities)
    forms = sum(len(with_surnames(entity, given)) for entity in gazetteer.entities)
    each = best / letters * LETTERS_A_TEXT * 1000
    print(
        f"  {name}: {len(gazetteer)} entities, {forms} forms: {each:.2f} ms a text of {LETTERS_A_TEXT} characters"
    )


def collect(reader: Reader) -> list:
    """Return the labelled documents of the open texts, as linking gets them, with their dates."""
    kept: list = []
    link = Linker.link

    def keep(self: Linker, document, date):
        kept.append((document, date))
        return link(self, document, date)

    Linker.link = keep
    try:
        for path in sorted((EVALUATION / "open").glob("*.txt")):
            reader.read(path.read_bytes(), path.name)
    finally:
        Linker.link = link
    return kept


def invented(number: int) -> list[EntityRecord]:
    """Return persons that nobody bears the name of, from syllables of the region."""
    chance = random.Random(20261121)
    syllables = (
        "ba be da do ga gu ja ka kai ku la ma mi nu or ra sa schar ta ten ul ur ya zhan".split()
    )
    endings = "bekow bajew jewa kulow manow tajew schanowa alijew uly".split()
    made = set()
    while len(made) < number:
        given = "".join(chance.choices(syllables, k=3)).capitalize()
        surname = "".join(chance.choices(syllables, k=3)).capitalize() + chance.choice(endings)
        made.add(f"{given} {surname}")
    return [EntityRecord(name, "person", (NameForm(name),)) for name in sorted(made)]


if __name__ == "__main__":
    main()
