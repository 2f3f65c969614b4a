"""Learn how strongly the signs of a line speak for each label, from texts with gold.

usage: python tools/learn_lines.py FOLDER ... [--check]

Writes articles/data/line_weights.toml; with --check it writes nothing and prints instead how well lines are told apart in
texts that were not learnt from (six parts, each decided with the weights of the other five).

The weights are those of a conditional random field of the first order, found by AdaGrad with a quadratic penalty; the order of
the texts is shuffled with a fixed seed, so that the same texts give the same weights.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from articles.knowledge import from_files
from articles.pipeline.formats import split_items
from articles.pipeline.knowledge import LineWeights
from articles.pipeline.labelling import Chain, Senses, ruled_lines
from articles.pipeline.labelling.deciding import (
    FURNITURE,
    barred_roles,
    certain_roles,
    with_one_headline,
)
from articles.pipeline.labelling.layout import LineSigns, signs_of_page
from articles.pipeline.labelling.pieces import Piece, squeezed
from articles.pipeline.parsing.dates import dates_in
from articles.pipeline.reader import Reader
from articles.pipeline.results import Item, Label, Text

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "articles/data/line_weights.toml"
LABELS = (
    "headline",
    "standfirst",
    "byline",
    "translator",
    "date-line",
    "crosshead",
    "caption",
    "credit",
    "sign-off",
    "kicker",
    FURNITURE,
    "body",
)
#: A sign met less often (variants included) tells of its text only; a weight below this changes nothing.
FEWEST, SMALLEST = 8, 0.05
ROUNDS, RATE, PENALTY, PARTS = 8, 0.1, 1.0, 6
#: How many variants of each text are learnt from besides, so that its length and its furniture are not learnt by heart.
VARIANTS = 4


@dataclass(frozen=True)
class Example:
    """The lines of a text: their signs, what they are or cannot be for certain, and what the gold says they are."""

    signs: list[LineSigns]
    fixed: list[str | None]
    barred: list[frozenset[str]]
    labels: list[str]
    lengths: list[int]


SNIPPETS = tomllib.loads((ROOT / "tests/evaluation/snippets.toml").read_text(encoding="utf-8"))
#: Lines set into pages are known by their identity, so none may be thrown away.
KEPT: list[Piece] = []


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    examples = list(examples_of(arguments.folders))
    if arguments.check:
        check(examples)
    else:
        weights = learn([one for text in examples for one in text])
        TARGET.write_text(written(weights, len(examples)), encoding="utf-8")


def examples_of(folders: Sequence[Path]) -> Iterator[list[Example]]:
    """Yield for each text the example it makes and, behind it, those of its variants."""
    reader = Reader(from_files())
    for path in sorted(path for folder in folders for path in folder.glob("*.txt")):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        for item in split_items(path.read_bytes(), path.name):
            _, pieces = ruled_lines(item, reader.furniture, reader.senses)
            lines = [piece for piece in pieces if piece.text and piece.label is not Label.HEADER]
            labels = dict(zip(map(id, lines), gold_labels(lines, gold), strict=True))
            chance = random.Random(path.stem)
            pages = [pieces]
            for _ in range(VARIANTS):
                pages.append(with_snippets(variant(pieces, labels, chance), labels, reader, chance))
            yield [example(page, labels, reader.senses, bool(item.body)) for page in pages]


def example(page: list[Piece], labels: dict[int, str], senses: Senses, dated: bool) -> Example:
    lines, signs = signs_of_page(page, senses, dated=dated)
    return Example(
        signs,
        certain_roles(lines),
        barred_roles(lines, signs),
        [labels[id(line)] for line in lines],
        [len(line.text) for line in lines],
    )


def variant(pieces: list[Piece], labels: dict[int, str], chance: random.Random) -> list[Piece]:
    """Return a text as it could have come as well: with less furniture, fewer paragraphs, other blank lines."""
    bare, few = chance.random() < 0.5, chance.random() < 0.6
    middle = [piece for piece in pieces if labels.get(id(piece)) in {"body", "crosshead"}]
    start = chance.randrange(max(1, len(middle) - 1)) if chance.random() < 0.3 else 0
    kept = middle[start : start + chance.randint(2, 4)] if few else middle
    left_out = {id(piece) for piece in middle} - {id(piece) for piece in kept}
    if bare:
        left_out |= {place for place, label in labels.items() if label == FURNITURE}
    lines = [piece for piece in pieces if id(piece) not in left_out]
    spacing = chance.random()
    if spacing < 0.6:
        lines = [line for line in lines if line.text]
    if spacing < 0.3:
        blank = Piece(0, 0, "", Label.BLANK)
        lines = [part for line in lines for part in (line, blank)]
    return lines


def gold_labels(lines: Sequence[Piece], gold: dict[str, object]) -> Iterator[str]:
    """Yield what the gold says each line is; what it does not mention is body, or a kicker at the top."""
    furniture = [squeezed(words) for words in gold["boilerplate"]]
    captions, credits = (
        [squeezed(one) for one in gold[key]] for key in ("captions", "photo_credits")
    )
    crossheads = {squeezed(words) for words in gold["crossheads"]}
    people = [squeezed(name) for name in gold["byline"]]
    translators = [squeezed(name) for name in gold["translator"]]
    headline, agency = squeezed(gold["headline"] or ""), squeezed(gold["agency"] or "")
    standfirst = squeezed(gold["standfirst"] or "")[:50]
    met = set()
    body = next((place for place, piece in enumerate(lines) if piece.is_prose), len(lines))

    def first_time(label: str) -> str:
        again = label in met
        met.add(label)
        return FURNITURE if again else label

    for place, piece in enumerate(lines):
        line = squeezed(piece.text)
        if headline and line == headline:
            yield first_time("headline")
        elif any(is_of(line, words) for words in furniture):
            yield FURNITURE
        elif standfirst and line.startswith(standfirst):
            yield first_time("standfirst")
        elif line in crossheads:
            yield "crosshead"
        elif any(shares(line, words, 3) for words in credits):
            yield "credit"
        elif any(shares(line, words, 15) for words in captions):
            yield "caption"
        elif piece.words < 25 and any(name in line for name in translators):
            yield "translator"
        elif (
            agency
            and piece.words < 8
            and agency in line
            and (len(agency) >= 0.4 * len(line) or piece.label is Label.SIGN_OFF)
        ):
            yield "sign-off"
        elif piece.words < 30 and not piece.is_prose and any(name in line for name in people):
            yield "byline"
        elif gold["date"] and piece.words < 20 and not piece.is_prose and dates_in(piece.text):
            yield "date-line"
        else:
            yield "kicker" if place < body and piece.words <= 6 else "body"


def is_of(line: str, words: str) -> bool:
    """Return whether a line is the one that the gold's words stand for: 80 characters stand for the rest of a line."""
    return (
        line == words
        or (len(words) >= 65 and line.startswith(words[:65]))
        or (len(words) > 12 and words in line and len(words) > 0.6 * len(line))
        or (len(line) > 6 and line in words)
    )


def shares(line: str, words: str, least: int) -> bool:
    """Return whether a line and the gold's words are the same but for a little."""
    if line == words:
        return True
    inside = len(line) > least and line in words and len(line) > 0.5 * len(words)
    return inside or (len(words) > least and words in line and len(words) > 0.55 * len(line))


def with_snippets(
    page: list[Piece], labels: dict[int, str], reader: Reader, chance: random.Random
) -> list[Piece]:
    """Return a page with some of the lines that stand on many pages, at their place; their labels are added to `labels`."""
    for place, by_label in SNIPPETS.items():
        if chance.random() < 0.5:
            continue
        label = chance.choice(sorted(by_label))
        lines = chance.sample(
            by_label[label], min(len(by_label[label]), chance.choice((1, 1, 2, 3)))
        )
        if label in {"crosshead", "kicker"}:
            lines = lines[:1]
        own = [number for number, piece in enumerate(page) if labels.get(id(piece)) == "body"]
        headline = [
            number for number, piece in enumerate(page) if labels.get(id(piece)) == "headline"
        ]
        if place == "above-headline" and headline:
            at = 0 if label == FURNITURE else headline[0]
        elif place == "under-headline" and headline:
            at = headline[0] + 1
        elif place == "middle" and len(own) > 1:
            at = chance.choice(own[1:])
        elif place == "end" and own:
            at = own[-1] + 1
        else:
            continue
        item = Item(Text("\n".join(lines), "utf-8"))
        _, pieces = ruled_lines(item, reader.furniture, reader.senses)
        page = put_in(page, at, pieces, label, labels)
    headline = next((piece for piece in page if labels.get(id(piece)) == "headline"), None)
    if headline and chance.random() < 0.25:
        again = Piece(0, 0, chance.choice((str, str.upper))(headline.text))
        # of two headlines the first counts, as in the gold
        page = put_in(page, page.index(headline) + 1, [again], FURNITURE, labels)
    return page


def put_in(
    page: list[Piece], at: int, lines: list[Piece], label: str, labels: dict[int, str]
) -> list[Piece]:
    labels.update((id(line), label) for line in lines)
    KEPT.extend(lines)
    return [*page[:at], *lines, *page[at:]]


def learn(examples: Sequence[Example]) -> LineWeights:
    """Return the weights that make the gold of `examples` likeliest."""
    met = Counter(sign for one in examples for signs in one.signs for sign in set(signs.names()))
    index = {sign: number for number, sign in enumerate(sorted(s for s in met if met[s] >= FEWEST))}
    size, count = len(LABELS), len(examples)
    weights, follow = np.zeros((len(index), size)), np.zeros((size + 1, size))
    grown, grown_follow = np.full_like(weights, 1e-6), np.full_like(follow, 1e-6)
    rows = [
        [
            np.array(sorted({index[sign] for sign in signs.names() if sign in index}))
            for signs in one.signs
        ]
        for one in examples
    ]
    order, shuffled = list(range(count)), random.Random(1)
    for _ in range(ROUNDS):
        shuffled.shuffle(order)
        for number in order:
            lines = rows[number]
            if not lines:
                continue
            gold = [LABELS.index(label) for label in examples[number].labels]
            scores = np.array([weights[line].sum(0) for line in lines])
            alone, pairs = marginals(scores, follow)
            step = PENALTY / count * follow
            step[size] += alone[0]
            step[size, gold[0]] -= 1
            step[:size] += pairs.sum(0)
            np.subtract.at(step, (gold[:-1], gold[1:]), 1)
            grown_follow += step**2
            follow -= RATE * step / np.sqrt(grown_follow)
            for place, line in enumerate(lines):
                wrong = alone[place].copy()
                wrong[gold[place]] -= 1
                slope = wrong[None, :] + PENALTY / count / 3 * weights[line]
                grown[line] += slope**2
                weights[line] -= RATE * slope / np.sqrt(grown[line])
    return as_weights(index, weights, follow)


def marginals(scores: np.ndarray, follow: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the probability of each label of each line, and of each pair of neighbours' labels."""
    size = scores.shape[1]
    inner, ahead, behind = follow[:size], np.zeros_like(scores), np.zeros_like(scores)
    ahead[0] = scores[0] + follow[size]
    for place in range(1, len(scores)):
        ahead[place] = scores[place] + np.logaddexp.reduce(
            ahead[place - 1][:, None] + inner, axis=0
        )
    for place in range(len(scores) - 2, -1, -1):
        behind[place] = np.logaddexp.reduce(
            inner + (scores[place + 1] + behind[place + 1])[None, :], axis=1
        )
    whole = np.logaddexp.reduce(ahead[-1])
    pairs = np.exp(
        ahead[:-1, :, None] + inner[None] + (scores[1:] + behind[1:])[:, None, :] - whole
    )
    return np.exp(ahead + behind - whole), pairs


def as_weights(index: dict[str, int], weights: np.ndarray, follow: np.ndarray) -> LineWeights:
    def spoken(row: np.ndarray) -> tuple[tuple[str, float], ...]:
        return tuple(
            (label, round(float(weight), 2))
            for label, weight in zip(LABELS, row, strict=True)
            if abs(weight) >= SMALLEST
        )

    signs = {sign: spoken(weights[row]) for sign, row in index.items()}
    return LineWeights(
        LABELS,
        {sign: said for sign, said in signs.items() if said},
        {
            (left, right): weight
            for row, left in enumerate((*LABELS, ""))
            for right, weight in spoken(follow[row])
        },
    )


def written(weights: LineWeights, texts: int) -> str:
    """Return the weights as the text of their file."""

    def spoken(said: Sequence[tuple[str, float]]) -> str:
        return json.dumps(" ".join(f"{label} {weight:g}" for label, weight in said))

    lines = [
        "# How strongly the signs of a line speak for each label, and each label for the next one.",
        f"# Learnt from {texts} texts by tools/learn_lines.py: not to be edited by hand.",
        f"labels = {json.dumps(' '.join(weights.labels))}",
        '\n# the label of a line, and what follows it ("" is the top of the page)',
        "[follow]",
    ]
    for left in ("", *weights.labels):
        said = [(right, weight) for (one, right), weight in weights.follow.items() if one == left]
        lines.append(f"{json.dumps(left)} = {spoken(said)}")
    lines += ["\n[signs]"]
    lines += [
        f"{json.dumps(sign, ensure_ascii=False)} = {spoken(said)}"
        for sign, said in sorted(weights.signs.items())
    ]
    return "\n".join(lines) + "\n"


def check(examples: Sequence[list[Example]]) -> None:
    """Print how well the lines of texts are told apart that were not learnt from."""
    order = list(range(len(examples)))
    random.Random(0).shuffle(order)
    right, wrong, missed, characters = Counter(), Counter(), Counter(), Counter()
    for part in range(PARTS):
        held_out = set(order[part::PARTS])
        others = [text for place, text in enumerate(examples) if place not in held_out]
        chain = Chain(learn([one for text in others for one in text]))
        for place in sorted(held_out):
            one = examples[place][0]
            decided = with_one_headline(chain.decide(one.signs, one.fixed, one.barred))
            for decision, gold, length in zip(decided, one.labels, one.lengths, strict=True):
                label = decision.label
                (right if label == gold else wrong)[label] += 1
                missed[gold] += label != gold
                characters[gold == FURNITURE, label == FURNITURE] += length
    print(f"{len(examples)} texts, {sum(right.values()) + sum(wrong.values())} lines")
    for label in LABELS:
        found, false, lost = right[label], wrong[label], missed[label]
        score = 2 * found / (2 * found + false + lost) if found else 0.0
        print(f"{label:12} F1 {score:5.3f}   right {found:4} wrong {false:3} missed {lost:3}")
    print(f"all          {sum(right.values()) / (sum(right.values()) + sum(wrong.values())):8.3f}")
    found, false, lost = (characters[pair] for pair in ((True, True), (False, True), (True, False)))
    hidden = false / (false + characters[False, False])
    print(f"furniture by characters: F1 {2 * found / (2 * found + false + lost):.3f}")
    print(f"characters of the article wrongly hidden: {hidden:.2%}")


if __name__ == "__main__":
    main()
