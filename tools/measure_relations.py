"""Measure relations between texts. Usage: .venv/bin/python tools/measure_relations.py [open] [aside] [--misses]

Near-duplicates: each text of tests/evaluation/open with words deleted, replaced, inserted and swapped at random (fixed seed)
is looked up among all of these texts, the pairs of tests/evaluation/relations, and 20,000 made of their words. Then the pairs
and sentences of tests/evaluation/relations against their gold. `--misses` lists the misses of `open`, never of `aside`.
"""

import json
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from articles.knowledge import from_files
from articles.pipeline.reader import Reader
from articles.pipeline.records import to_record
from articles.pipeline.relations.duplicates import (
    WORTH_COMPARING,
    compare,
    estimate,
    sketch_of,
)
from articles.pipeline.relations.events import Rarity, same_event
from articles.pipeline.relations.readings import telling_of_reading, wording_of_reading
from articles.pipeline.relations.translations import is_translation
from articles.pipeline.relations.wording import Wording, wording_of
from tests.pipeline.press import around

EVALUATION = Path(__file__).resolve().parent.parent / "tests/evaluation"
MADE = 20_000
SHARES = (0.05, 0.1, 0.15, 0.2)
SEED = 20240517
#: As the desk looks: so many candidates are compared, those that share most first.
LOOKED_AT, SHARED = 8, 2
Record = dict[str, Any]


@dataclass
class Score:
    """Counts of what was claimed and what the gold has."""

    right: int = 0
    claimed: int = 0
    demanded: int = 0

    def add(self, claimed: set[Any], gold: set[Any], neither: Iterable[Any] = ()) -> None:
        claimed = claimed - (set(neither) - gold)
        self.right += len(claimed & gold)
        self.claimed += len(claimed)
        self.demanded += len(gold)

    def __str__(self) -> str:
        precision = self.right / self.claimed if self.claimed else 1.0
        recall = self.right / self.demanded if self.demanded else 1.0
        return (
            f"precision {precision:.3f} ({self.right} of {self.claimed})  "
            f"recall {recall:.3f} ({self.right} of {self.demanded})"
        )


class Shelf:
    """Texts to be looked up by their sketches, as the database does."""

    def __init__(self) -> None:
        self.wordings: dict[str, Wording] = {}
        self.sketches: dict[str, tuple[int, ...]] = {}
        self._holders: dict[int, list[str]] = defaultdict(list)

    def put(self, name: str, wording: Wording) -> None:
        self.wordings[name] = wording
        self.sketches[name] = sketch_of(wording)
        for value in self.sketches[name]:
            self._holders[value].append(name)

    def candidates(self, sketch: tuple[int, ...]) -> list[str]:
        counts = Counter(name for value in sketch for name in self._holders.get(value, ()))
        best = [name for name, shared in counts.most_common(LOOKED_AT) if shared >= SHARED]
        return [name for name in best if estimate(sketch, self.sketches[name]) >= WORTH_COMPARING]

    def duplicates_of(self, wording: Wording) -> set[str]:
        found = self.candidates(sketch_of(wording))
        return {name for name in found if compare(wording, self.wordings[name]).is_near_duplicate}


def main() -> None:
    halves = [half for half in ("open", "aside") if half in sys.argv] or ["open", "aside"]
    knowledge = from_files()
    reader = Reader(knowledge)
    texts = read_folder(reader, EVALUATION / "open")
    related = {half: read_folder(reader, EVALUATION / "relations" / half) for half in halves}
    print_edits(texts, related)
    for half in halves:
        print(f"Pairs of relations/{half} ({len(related[half])} texts):")
        misses = half == "open" and "--misses" in sys.argv
        gold = load(EVALUATION / "relations" / half / "gold.json")
        print_duplicates(related[half], gold, misses)
        print_tellings(related[half], texts, gold, knowledge, misses)
        print_remarks(reader, related[half], gold, half, misses)
    print_times(texts, knowledge)


def read_folder(reader: Reader, folder: Path) -> dict[str, Record]:
    records = {}
    for path in sorted(folder.glob("*.txt")):
        for parsed in reader.read(path.read_bytes(), path.name):
            records[path.stem] = to_record(parsed, file=path.name, sha256="", with_text=True)
    return records


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


# ---- Near-duplicates


def print_edits(texts: dict[str, Record], related: dict[str, dict[str, Record]]) -> None:
    chance = random.Random(SEED)
    shelf = Shelf()
    for records in (texts, *related.values()):
        for name, record in records.items():
            shelf.put(name, wording_of_reading(record))
    started = time.process_time()
    for number, words in enumerate(made_texts(texts, chance)):
        shelf.put(f"made {number}", Wording(words, Counter(words[::3]), Counter()))
    took = (time.process_time() - started) / MADE * 1000
    print(
        f"Near-duplicates among {len(shelf.wordings):,} texts, {MADE:,} of them made "
        f"({took:.1f} ms each to make and sketch); goal at 5 %: precision 0.98, recall 0.95"
    )
    for share in SHARES:
        score, asked, seconds = Score(), 0, 0.0
        for name, record in texts.items():
            edited = wording_of(edit(prose_of(record), share, vocabulary(texts, record), chance))
            started = time.process_time()
            found = shelf.duplicates_of(edited)
            seconds += time.process_time() - started
            asked += len(shelf.candidates(sketch_of(edited)))
            score.add(found, {name})
        print(
            f"  {share:4.0%} edited: {score}  {asked / len(texts):.2f} compared word by word, "
            f"{seconds / len(texts) * 1000:.1f} ms a text"
        )


def prose_of(record: Record) -> list[str]:
    labels = {"kicker", "headline", "standfirst", "crosshead", "body", "caption"}
    return [
        record["text"][start:end] for start, end, label, *_ in record["lines"] if label in labels
    ]


def vocabulary(texts: dict[str, Record], record: Record) -> list[str]:
    return [
        word
        for other in texts.values()
        if other["language"] == record["language"]
        for word in other["text"].split()[:200]
    ]


def edit(prose: list[str], share: float, words: list[str], chance: random.Random) -> list[str]:
    """Return `prose` with a share of its words deleted, replaced, followed by another, or swapped with the next."""
    printed = " ".join(prose).split()
    for place in chance.sample(range(len(printed)), round(share * len(printed))):
        match chance.randrange(4):
            case 0:
                printed[place] = ""
            case 1:
                printed[place] = chance.choice(words)
            case 2:
                printed[place] += " " + chance.choice(words)
            case _:
                following = min(place + 1, len(printed) - 1)
                printed[place], printed[following] = printed[following], printed[place]
    return [" ".join(printed)]


def made_texts(texts: dict[str, Record], chance: random.Random) -> Iterator[tuple[str, ...]]:
    """Yield texts in which each word follows the one before it as somewhere in the texts of its language."""
    followers: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for record in texts.values():
        words = wording_of(prose_of(record)).words
        for word, following in zip(words, words[1:], strict=False):
            followers[record["language"]][word].append(following)
    tongues = [language for language, table in followers.items() if len(table) > 500]
    starts = {language: list(followers[language]) for language in tongues}
    for number in range(MADE):
        language = tongues[number % len(tongues)]
        word = chance.choice(starts[language])
        words = [word]
        for _ in range(chance.randrange(80, 400)):
            word = chance.choice(followers[language].get(word) or starts[language])
            words.append(word)
        yield tuple(words)


def print_duplicates(records: dict[str, Record], gold: Any, misses: bool) -> None:
    wordings = {name: wording_of_reading(record) for name, record in records.items()}
    score = Score()
    for one, other in combinations(wordings, 2):
        likeness = compare(wordings[one], wordings[other])
        claimed, right = likeness.is_near_duplicate, other in gold[one]["duplicate_of"]
        pair = {(one, other)}
        neither = pair if other in gold[one]["shares_with"] else set()
        score.add(pair if claimed else set(), pair if right else set(), neither)
        if misses and claimed != right and not neither:
            print(f"    {'missed' if right else 'wrong'}: {one} {other} {likeness}")
    print(f"  near-duplicate     {score}")


# ---- Events and translations


def print_tellings(
    records: dict[str, Record], texts: dict[str, Record], gold: Any, knowledge: Any, misses: bool
) -> None:
    words = knowledge.relations
    tellings = {
        name: telling_of_reading(record, words.weekdays)
        for name, record in (records | texts).items()
    }
    rarity = Rarity(words.commonness)
    event, translation = Score(), Score()
    for one, other in combinations(tellings, 2):
        if one not in gold:
            continue
        known, pair = gold[one], {(one, other)}
        same = same_event(tellings[one], tellings[other], rarity)
        translated = is_translation(
            tellings[one],
            tellings[other],
            original_of_one=(records | texts)[one]["translated_from"] or "",
            original_of_other=(records | texts)[other]["translated_from"] or "",
        )
        closer = other in (
            *known["duplicate_of"],
            *known["shares_with"],
            *known["translation_of"],
        )
        for score, found, kind in (
            (event, same, "same_event_as"),
            (translation, translated, "translation_of"),
        ):
            right = pair if other in known[kind] else set()
            score.add(pair if found else set(), right, pair if closer else ())
            if misses and bool(found) != bool(right) and not (closer and not right):
                print(f"    {kind} {'missed' if right else 'wrong'}: {one} {other} {found}")
    print(f"  same event         {event}")
    print(f"  translation        {translation}")


# ---- What texts say of themselves


def print_remarks(
    reader: Reader, records: dict[str, Record], gold: Any, half: str, misses: bool
) -> None:
    scores = {kind: Score() for kind in ("cites", "reprint_of", "translated_from")}
    rows = [(name, records[name], gold[name]) for name in records]
    for row in load(EVALUATION / "relations" / half / "sentences.json"):
        page = around(row["text"], language=row["language"])
        [parsed] = reader.read(page.encode(), "sentence")
        rows.append((row["text"], to_record(parsed, file="", sha256=""), row))
    for name, record, wanted in rows:
        for kind, score in scores.items():
            found, right = as_set(record[kind]), as_set(wanted[kind])
            score.add(found, right)
            if misses and found != right:
                print(f"    {kind}: {name}: {found} instead of {right}")
    for kind, score in scores.items():
        print(f"  {kind:18} {score}")


def as_set(value: str | list[str] | None) -> set[str]:
    return {value} if isinstance(value, str) else set(value or ())


def print_times(texts: dict[str, Record], knowledge: Any) -> None:
    weekdays = knowledge.relations.weekdays
    size = sum(len(record["text"]) for record in texts.values()) / len(texts) / 1000
    wordings = [wording_of_reading(record) for record in texts.values()]
    tellings = [telling_of_reading(record, weekdays) for record in texts.values()]
    rarity = Rarity(knowledge.relations.commonness)
    steps = {
        "sketch": lambda: [sketch_of(wording_of_reading(record)) for record in texts.values()],
        "compare": lambda: [compare(one, wordings[-1]) for one in wordings],
        "telling": lambda: [telling_of_reading(record, weekdays) for record in texts.values()],
        "same event": lambda: [same_event(one, tellings[-1], rarity) for one in tellings],
        "translation": lambda: [is_translation(one, tellings[-1]) for one in tellings],
    }
    print(f"Milliseconds for a text of {size:.1f} thousand characters, best of three:")
    for step, run in steps.items():
        best = min(timed(run) for _ in range(3))
        print(f"  {step:18} {best / len(texts) * 1000:.2f}")


def timed(run: Any) -> float:
    started = time.process_time()
    run()
    return time.process_time() - started


if __name__ == "__main__":
    main()
