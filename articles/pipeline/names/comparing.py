"""Two printed names compared: the same, unsure, or different, with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations

from .orthographies import plain, readings
from .parts import Name, Part, kinds_agree, take_apart, without_joined_kind
from .sounds import VOWELS, distance

SAME, UNSURE, DIFFERENT = "same", "unsure", "different"
#: Verdicts in their order.
RANK = {SAME: 2, UNSURE: 1, DIFFERENT: 0}
#: Endings of surnames by gender, as sounds: Karimowa and Karimow, Zelenskaja and Selenskyj.
_FEMININE = re.compile(r"(?:[oe5]va|ina|[sc34]ka(?:ja)?)$")
_MASCULINE = re.compile(r"(?:[oe5](?:v|f)|in|[sc34]k[iy])$")
_SURE_SURNAME = re.compile(r"(?:[oe5]va|[sc34]ka(?:ja)?)$")
#: Endings that a surname takes and sheds: Rahmonow, Rahmon; Kunanbajew, Kunanbajuly; Rassulow, Rassulsoda.
_SHED = re.compile(r"(?:[oe][vw]|uli|uly|ogli|ogly|zoda|zade|3oda|3ade|4oda|[oe][vw]a)$")
#: Rahmon and Rahmonow are one surname; Kodirow and Kodirsoda may be two.
_SHED_COST, _OTHER_ENDING = 0.35, 1.0
#: How far a word may be from its counterpart, by its number of sounds, and still be the same word.
_ALLOWED = ((3, 0.12), (4, 0.36), (5, 0.55), (6, 0.72), (99, 0.85))
#: A consonant more or another one makes another word, however long it is: Tokajew, Tokarew.
_ONE_CONSONANT = 0.85
_CEILING = 0.99
#: A word that may be a German genitive: not Abbas, Elias, Osss.
_GENITIVE = re.compile(r"[^\W\d_]{3}[^saiouß\W]s$")
#: What it costs that surname and given name have changed places.
_TURNED = 0.05


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict on two names, its score from 0 to 1, and its reason in words."""

    verdict: str
    score: float
    reason: str


@lru_cache(maxsize=400_000)
def word_distance(one: Part, other: Part) -> float:
    """Return the distance of two words of names by their closest readings."""
    best = 9.0
    for first in one.readings:
        for second in other.readings:
            penalty = first.penalty + second.penalty
            if penalty < best:
                best = min(best, distance(first.sounds, second.sounds) + penalty)
            if one.is_stem != other.is_stem:
                stem, full = (first, second) if one.is_stem else (second, first)
                if full.sounds[-1] in VOWELS:
                    best = min(best, distance(stem.sounds, full.sounds[:-1]) + penalty + 0.05)
    return best


def distance_of_words(one: str, other: str) -> float:
    """Return how far two printed words are apart, in sounds; 9 where one cannot be read."""
    return word_distance(Part(one, "name", readings(one)), Part(other, "name", readings(other)))


def length(part: Part) -> int:
    """Return the number of sounds of a word."""
    return len(part.readings[0].sounds.replace("j", "")) if part.readings else len(part.text)


def allowed(sounds: float) -> float:
    """Return how far words of so many sounds may be apart and still be the same."""
    return next(limit for most, limit in _ALLOWED if sounds <= most)


def compare(one: str, other: str) -> Comparison:
    """Return whether two printed names are spellings of one name.

    >>> compare("Kassym-Schomart Tokajew", "Касым-Жомарт Токаев").verdict
    'same'
    """
    if plain(one) == plain(other):
        return Comparison(SAME, 1.0, "the same letters")
    first, second = take_apart(one), take_apart(other)
    found = compare_names(first, second)
    if found.verdict == SAME:
        return found
    return max(found, _compare_genitives(one, other), key=_weight)


def _compare_genitives(one: str, other: str) -> Comparison:
    """Compare two names, one without its German genitive: Tokajews, Tokajew. Where both end in s none is one."""
    bare, rest = (one[:-1], other) if _GENITIVE.search(one) else (other[:-1], one)
    if bool(_GENITIVE.search(one)) == bool(_GENITIVE.search(other)) or rest[-1:] in "sS":
        return Comparison(DIFFERENT, 0.0, "")
    found = compare_names(take_apart(bare), take_apart(rest))
    reason = "a genitive" if found.verdict == SAME else found.reason
    return Comparison(found.verdict, found.score * 0.98, reason)


def compare_names(one: Name, other: Name) -> Comparison:
    """Compare two names that were taken apart, as they stand and without a joined noun for their kind."""
    if one.acronym or other.acronym:
        return _compare_acronyms(one, other)
    ways = [
        _compare_as_they_stand(first, second)
        for first in (one, without_joined_kind(one))
        for second in (other, without_joined_kind(other))
        if first and second
    ]
    return max(ways, key=_weight)


def _compare_as_they_stand(one: Name, other: Name) -> Comparison:
    first, second = one.core, other.core
    if not first or not second or not all(part.readings for part in (*first, *second)):
        return Comparison(DIFFERENT, 0.0, "no letters that can be read")
    best = _joined(first, second)
    if len(first) <= 5 and len(second) <= 5:
        best = max(_aligned(first, second), best, key=_weight)
    return _judge_kinds(one, other, best)


def _weight(found: Comparison) -> tuple[int, float]:
    return RANK[found.verdict], found.score


def _compare_acronyms(one: Name, other: Name) -> Comparison:
    """Compare names of which one may be an abbreviation: ШОС and SHOS, SOZ and OSZE, but also OSCH and Osch."""
    if not one.acronym or not other.acronym:
        found = _compare_as_they_stand(one, other)
        doubt = UNSURE if found.verdict == SAME else DIFFERENT
        return Comparison(doubt, found.score * 0.9, "only one is in capitals")
    if one.parts and other.parts and word_distance(one.parts[0], other.parts[0]) < 0.1:
        return Comparison(SAME, 0.95, "the same abbreviation in another script")
    return Comparison(DIFFERENT, 0.1, "abbreviations that differ")


def _joined(first: tuple[Part, ...], second: tuple[Part, ...]) -> Comparison:
    """Compare the words run together: Ulugh Beg and Ulugbek, Mazar-i-Sharif and Мазари-Шариф."""
    if len(first) == len(second) or any(part.role == "initial" for part in (*first, *second)):
        return Comparison(DIFFERENT, 0.0, "")
    one, other = _merge(first), _merge(second)
    cost = word_distance(one, other)
    size = (length(one) + length(other)) / 2
    return _verdict(cost, size)


def _merge(parts: tuple[Part, ...]) -> Part:
    if len(parts) == 1:
        return parts[0]
    return take_apart("".join(part.text for part in parts)).parts[0]


def _verdict(cost: float, size: float) -> Comparison:
    score = max(0.0, min(_CEILING, 1 - cost / max(3.0, size * 0.6)))
    if cost <= allowed(size):
        return Comparison(SAME, score, "spellings of one word")
    if cost <= max(2 * allowed(size) + 0.2, 0.25 * size):
        return Comparison(UNSURE, score, "close, but not the same sounds")
    return Comparison(DIFFERENT, score, "different sounds")


def _genders_differ(one: Part, other: Part, *, lone: bool) -> bool:
    """Return whether one surname is feminine and the other masculine. A lone word needs more of an ending."""
    feminine = _SURE_SURNAME if lone else _FEMININE
    sounds, others = _likeliest(one), _likeliest(other)
    return any(
        feminine.search(woman) and _MASCULINE.search(man)
        for woman, man in ((sounds, others), (others, sounds))
    )


def _likeliest(part: Part) -> str:
    return part.readings[0].sounds.replace("w", "v") if part.readings else ""


def _aligned(first: tuple[Part, ...], second: tuple[Part, ...]) -> Comparison:
    """Compare word by word in the best order; a word that one side lacks makes it unsure."""
    if len(first) > len(second):
        first, second = second, first
    if len(first) == len(second) == 1:
        return _judge_pairs([(first[0], second[0])])
    found = _judge_pairs(*_best_pairs(first, second))
    if len(second) > len(first):
        score = found.score * len(first) / len(second) * 0.9
        verdict = UNSURE if found.verdict == SAME else DIFFERENT
        return Comparison(verdict, score, "one has a word more")
    return found


def _best_pairs(
    first: tuple[Part, ...], second: tuple[Part, ...]
) -> tuple[list[tuple[Part, Part]], bool]:
    """Return the cheapest way to pair the words of the shorter name with those of the longer, and whether it keeps their order."""
    best: tuple[float, list[tuple[Part, Part]], bool] = (99.0, [], True)
    for order in permutations(range(len(second)), len(first)):
        pairs = [(part, second[place]) for part, place in zip(first, order, strict=True)]
        in_order = list(order) == sorted(order)
        cost = sum(pair_distance(*pair) for pair in pairs) + (0.0 if in_order else _TURNED)
        if cost < best[0]:
            best = (cost, pairs, in_order)
    return best[1], best[2]


def _judge_pairs(pairs: list[tuple[Part, Part]], in_order: bool = True) -> Comparison:
    """Judge paired words together: a little more in a short one is forgiven where the others agree."""
    costs = [pair_distance(*pair) for pair in pairs]
    if len(pairs) > 1 and in_order:
        costs = [
            min(cost, _loose_distance(*pair, last=index == len(pairs) - 1))
            for index, (pair, cost) in enumerate(zip(pairs, costs, strict=True))
        ]
    sizes = [(length(one) + length(other)) / 2 for one, other in pairs]
    total, size = sum(costs), sum(sizes)
    score = max(0.0, min(_CEILING, 1 - total / max(3.0, size * 0.5)))
    if any(_genders_differ(*pair, lone=len(pairs) == 1) for pair in pairs):
        return Comparison(DIFFERENT, score * 0.8, "feminine and masculine surname")
    if any("initial" in (one.role, other.role) for one, other in pairs):
        fits = total <= allowed(size)
        return Comparison(UNSURE if fits else DIFFERENT, score * 0.9, "an initial only")
    slack = 1.5 if len(pairs) > 1 and in_order else 1.0
    each = all(
        cost <= min(slack * allowed(own) + (slack - 1) * 0.3, _ONE_CONSONANT)
        for cost, own in zip(costs, sizes, strict=True)
    )
    if each and total <= allowed(size) + (slack - 1) * 0.4 * (len(pairs) - 1):
        return Comparison(SAME, score, "spellings of one name")
    if all(
        cost <= max(2 * allowed(own) + 0.2, 0.3 * own)
        for cost, own in zip(costs, sizes, strict=True)
    ):
        return Comparison(UNSURE, score, "close, but not the same sounds")
    return Comparison(DIFFERENT, score, "different sounds")


def pair_distance(one: Part, other: Part) -> float:
    """Return the distance of two words of names; numbers must be equal, an initial must fit."""
    if "initial" in (one.role, other.role):
        return 0.1 if _initial_fits(one, other) else 3.0
    if "number" in (one.role, other.role):
        return 0.0 if one.text == other.text else 3.0
    return word_distance(one, other)


def _loose_distance(one: Part, other: Part, *, last: bool) -> float:
    """Return the distance of two words where others of the name agree: the ezafe of Rustami, the endings of surnames."""
    best = 9.0
    for first in one.readings:
        for second in other.readings:
            penalty = first.penalty + second.penalty
            for short, long in ((first.sounds, second.sounds), (second.sounds, first.sounds)):
                if not last and long.endswith("i") and len(long) > len(short) >= 3:
                    best = min(best, distance(short, long[:-1]) + penalty + 0.1)
                stem, other_stem = _SHED.sub("", long), _SHED.sub("", short)
                if stem != long and len(stem) >= 4:
                    shed = _SHED_COST if other_stem == short else _OTHER_ENDING
                    best = min(best, distance(other_stem, stem) + penalty + shed)
    return best


def _initial_fits(one: Part, other: Part) -> bool:
    short, long = sorted((one, other), key=lambda part: len(part.text))
    return any(
        distance(reading.sounds, sounds.sounds.lstrip("j")[: len(reading.sounds)]) < 0.2
        for reading in short.readings
        for sounds in long.readings
    )


def _judge_kinds(one: Name, other: Name, found: Comparison) -> Comparison:
    if not kinds_agree(one.kinds, other.kinds):
        return Comparison(DIFFERENT, found.score * 0.7, "different kinds of place or body")
    if bool(one.kinds) != bool(other.kinds) and found.verdict == SAME:
        return Comparison(UNSURE, found.score * 0.93, "only one names its kind")
    return found
