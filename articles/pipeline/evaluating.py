"""How well a reading agrees with gold files annotated by hand: precision, recall and F1 for each field."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .evaluating_mentions import Record, compare_mentions, fold, is_meant

ACCURACY = ("language", "date", "date_precision", "headline", "source_name")
LISTS = ("byline", "translator", "photo_credits", "captions", "crossheads", "boilerplate")
CODES = ("countries", "countries_mentioned", "topics")
#: Two strings name the same stretch of text when one holds the beginning of the other.
BEGINNING = 40


@dataclass(slots=True)
class Score:
    """True and false positives and false negatives of one field."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of the values read that are right; 1 where nothing was read."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold values that were read; 1 where there are none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Evaluation:
    """Scores by field and the misses in words."""

    scores: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    misses: list[str] = field(default_factory=list)
    texts: int = 0

    def table(self) -> str:
        """Return the scores as a table and the misses below it."""
        rows = [
            f"{'field':20} {'P':>6} {'R':>6} {'F1':>6}   right wrong missed   ({self.texts} texts)"
        ]
        for name, score in self.scores.items():
            rows.append(
                f"{name:20} {score.precision:6.3f} {score.recall:6.3f} {score.f1:6.3f}   "
                f"{score.right:5} {score.wrong:5} {score.missed:6}"
            )
        return "\n".join([*rows, "", "Misses:", *self.misses]) if self.misses else "\n".join(rows)


def load_gold(folder: Path) -> dict[str, Record]:
    """Return the gold of a folder by the stem of its files."""
    return {
        path.stem: json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))
    }


def evaluate(records: Iterable[Record], gold: Mapping[str, Record]) -> Evaluation:
    """Compare readings with gold of the same file stem (or of the stem's part before the first underscore)."""
    evaluation = Evaluation()
    read: dict[str, Record] = {}
    for record in records:
        stem = Path(record["file"]).stem
        read.setdefault(stem if stem in gold else stem.split("_")[0], record)
    for key, expected in gold.items():
        if key not in read:
            evaluation.misses.append(f"{key}: not read")
            continue
        evaluation.texts += 1
        _compare(evaluation, key, expected, read[key])
    return evaluation


def _compare(evaluation: Evaluation, key: str, gold: Record, got: Record) -> None:
    def note(name: str, missed: Sequence[str], wrong: Sequence[str], right: int) -> None:
        score = evaluation.scores[name]
        score.right, score.wrong, score.missed = (
            score.right + right,
            score.wrong + len(wrong),
            score.missed + len(missed),
        )
        if missed or wrong:
            evaluation.misses.append(f"{key} {name}: missed {_short(missed)} wrong {_short(wrong)}")

    for name in ACCURACY:
        wanted, value = _list(gold.get(name)), _list(got.get(name))
        same = [fold(one) for one in wanted] == [fold(one) for one in value]
        if name == "source_name" and wanted and value:
            same = any(_overlap(wanted[0], form) for form in (*value, *_printed(got, name)))
        note(name, [] if same else wanted, [] if same else value, len(wanted) if same else 0)
    wanted, value = _list(gold.get("standfirst")), _list(got.get("standfirst"))
    note("standfirst", *_matched([one[:60] for one in wanted], value))
    note("agency", *_matched(_list(gold.get("agency")), _list(got.get("agency"))))
    for name in LISTS:
        note(name, *_matched(gold.get(name) or [], got.get(name) or []))
    for name in CODES:
        codes, read = gold.get(name) or [], got.get(name) or []
        note(
            name,
            [c for c in codes if c not in read],
            [c for c in read if c not in codes],
            len(set(codes) & set(read)),
        )
    if gold.get("countries"):
        first = (got.get("countries") or [""])[0]
        same = first == gold["countries"][0]
        note(
            "first country",
            [] if same else gold["countries"][:1],
            [] if same else [first],
            int(same),
        )
    _compare_entities(note, gold, got)
    compare_mentions(note, gold, got)


def _printed(got: Record, name: str) -> list[str]:
    """Return what the text prints where a value was read: an outlet's name there may be another than ours for it."""
    return [
        got["text"][start:end]
        for found in got.get("evidence", {}).get(name, ())
        for start, end in found["spans"]
        if "text" in got
    ]


def _compare_entities(note: Any, gold: Record, got: Record) -> None:
    """Found: some printed form in common. Linked: also the right name, asked of those that we know.

    Bodies that a text only describes (`entities_described`) are neither demanded nor wrong.
    """
    left = [(entity, {fold(form) for form in entity["surface"]}) for entity in got["entities"]]
    free = {
        fold(form)
        for listed in ("entities_credits", "entities_described")
        for entity in gold.get(listed, ())
        for form in entity["surface"]
    }
    missed, unlinked, right, linked = [], [], 0, 0
    for expected in gold["entities"]:
        forms = {fold(form) for form in expected["surface"]}
        hit = next((pair for pair in left if fold(pair[0]["name"]) == fold(expected["name"])), None)
        hit = hit or next((pair for pair in left if pair[1] & forms), None)
        if hit is None:
            missed.append(expected["name"])
            continue
        left.remove(hit)
        right += 1
        if hit[0]["known"]:
            same = is_meant(hit[0], expected)
            linked += same
            unlinked += [] if same else [f"{expected['name']} as {hit[0]['name']}"]
    note("entities", missed, [entity["name"] for entity, forms in left if not forms & free], right)
    note("links of known", [], unlinked, linked)


def _matched(gold: Sequence[str], got: Sequence[str]) -> tuple[list[str], list[str], int]:
    left, missed = list(got), []
    for wanted in gold:
        hit = next((value for value in left if _overlap(wanted, value)), None)
        if hit is None:
            missed.append(wanted)
        else:
            left.remove(hit)
    return missed, left, len(gold) - len(missed)


def _overlap(one: str, other: str) -> bool:
    one, other = fold(one)[:BEGINNING], fold(other)[:BEGINNING]
    return bool(one and other) and (one in other or other in one)


def _list(value: object) -> list[str]:
    return [] if value is None else [str(value)]


def _short(values: Sequence[str]) -> str:
    return "–" if not values else "; ".join(str(value)[:60] for value in values)
