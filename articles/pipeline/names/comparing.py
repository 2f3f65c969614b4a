"""Two printed names compared: the same, unsure, or different, with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import permutations

from .orthographies import are_by_letter, plain
from .parts import Name, Part, kinds_agree, take_apart, without_joined_kind
from .words import allowed, length, loose_distance, pair_distance, word_distance

SAME, UNSURE, DIFFERENT = "same", "unsure", "different"
#: Verdicts in their order.
RANK = {SAME: 2, UNSURE: 1, DIFFERENT: 0}
#: Endings of surnames by gender, as sounds: Karimowa and Karimow, Zelenskaja and Selenskyj.
_FEMININE = re.compile(r"(?:[oe5]va|ina|[sc34]ka(?:ja)?)$")
_MASCULINE = re.compile(r"(?:[oe5](?:v|f)|in|[sc34]k[iy])$")
_SURE_SURNAME = re.compile(r"(?:[oe5]va|[sc34]ka(?:ja)?)$")
#: German and French make a land of a people by an i: Kirgisien and Kirgisen, Kirghizie and Kirghize.
_LAND_OF, _PEOPLE = re.compile(r"ien?$"), re.compile(r"[^ij]en?$")
#: A consonant more or another one makes another word, however long it is: Tokajew, Tokarew.
_ONE_CONSONANT = 0.85
_CEILING = 0.99
#: Letters of a word in which one vowel is much.
_SHORT = 5
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
    size = (length(one) + length(other)) / 2
    found = _verdict(word_distance(one, other), size)
    return found if found.verdict != SAME or _letters_agree([(one, other)]) else _doubted(found)


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


def _land_and_people(one: Part, other: Part) -> bool:
    sounds, others = _likeliest(one), _likeliest(other)
    return any(
        _LAND_OF.search(land) and _PEOPLE.search(people)
        for land, people in ((sounds, others), (others, sounds))
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
    costs = _costs(pairs, loosely=len(pairs) > 1 and in_order)
    sizes = [(length(one) + length(other)) / 2 for one, other in pairs]
    total, size = sum(costs), sum(sizes)
    score = max(0.0, min(_CEILING, 1 - total / max(3.0, size * 0.5)))
    if any(_genders_differ(*pair, lone=len(pairs) == 1) for pair in pairs):
        return Comparison(DIFFERENT, score * 0.8, "feminine and masculine surname")
    if any(_land_and_people(*pair) for pair in pairs):
        return Comparison(DIFFERENT, score * 0.8, "a land and its people")
    if any("initial" in (one.role, other.role) for one, other in pairs):
        fits = total <= allowed(size)
        return Comparison(UNSURE if fits else DIFFERENT, score * 0.9, "an initial only")
    slack = 1.5 if len(pairs) > 1 and in_order else 1.0
    each = all(
        cost <= min(slack * allowed(own) + (slack - 1) * 0.3, _ONE_CONSONANT)
        for cost, own in zip(costs, sizes, strict=True)
    )
    if each and total <= allowed(size) + (slack - 1) * 0.4 * (len(pairs) - 1):
        same = Comparison(SAME, score, "spellings of one name")
        return same if _letters_agree(pairs, loosely=slack > 1) else _doubted(same)
    if all(
        cost <= max(2 * allowed(own) + 0.2, 0.3 * own)
        for cost, own in zip(costs, sizes, strict=True)
    ):
        return Comparison(UNSURE, score, "close, but not the same sounds")
    return Comparison(DIFFERENT, score, "different sounds")


def _costs(
    pairs: list[tuple[Part, Part]], *, loosely: bool, by_letter: bool = False
) -> list[float]:
    costs = [pair_distance(*pair, by_letter) for pair in pairs]
    if not loosely:
        return costs
    return [
        min(cost, loose_distance(*pair, last=index == len(pairs) - 1, by_letter=by_letter))
        for index, (pair, cost) in enumerate(zip(pairs, costs, strict=True))
    ]


def _letters_agree(pairs: list[tuple[Part, Part]], *, loosely: bool = False) -> bool:
    """Return whether words that sound alike differ in no letter that both of their spellings write exactly.

    A short lone word in plain Latin letters is held to be exact beside one that is: it has little else to be told by (Kulan, Колан).
    """
    sides = [tuple(part.text for part in side) for side in zip(*pairs, strict=True)]
    exact = [are_by_letter(side) for side in sides]
    if not any(exact) or not all(
        by_letter or _is_short_and_plain(side) for by_letter, side in zip(exact, sides, strict=True)
    ):
        return True
    return max(_costs(pairs, loosely=loosely, by_letter=True)) <= _ONE_CONSONANT


def _is_short_and_plain(words: tuple[str, ...]) -> bool:
    return len(words) == 1 and len(words[0]) <= _SHORT and words[0].isascii()


def _doubted(found: Comparison) -> Comparison:
    return Comparison(UNSURE, found.score, "close, but a letter differs")


def _judge_kinds(one: Name, other: Name, found: Comparison) -> Comparison:
    if not kinds_agree(one.kinds, other.kinds):
        return Comparison(DIFFERENT, found.score * 0.7, "different kinds of place or body")
    if bool(one.kinds) != bool(other.kinds) and found.verdict == SAME:
        return Comparison(UNSURE, found.score * 0.93, "only one names its kind")
    return found
