"""How far two words of names are apart by their sounds, and how far they may be to be one word."""

from __future__ import annotations

import re
from functools import lru_cache

from .orthographies import readings
from .parts import Part
from .sounds import VOWELS, distance

#: How far a word may be from its counterpart, by its number of sounds, and still be the same word.
_ALLOWED = ((3, 0.12), (4, 0.36), (5, 0.55), (6, 0.72), (99, 0.85))
#: Endings that a surname takes and sheds: Rahmonow, Rahmon; Kunanbajew, Kunanbajuly; Rassulow, Rassulsoda.
_SHED = re.compile(r"(?:[oe][vw]|uli|uly|ogli|ogly|zoda|zade|3oda|3ade|4oda|[oe][vw]a)$")
#: Rahmon and Rahmonow are one surname; Kodirow and Kodirsoda may be two.
_SHED_COST, _OTHER_ENDING = 0.35, 1.0
#: Endings that make a land of a people, as letters and as sounds: Turkmenistan, Turkmenien, Туркмения.
_LAND_LETTERS = ("stan", "стан", "ston", "стон", "ия", "iya", "ija", "ia", "ie", "ien")
_LAND = re.compile(r"(?<=.{4})(?:i?stan|ij?a|ien?)$")
#: One ending of a land for another.
_OTHER_LAND = 0.1


@lru_cache(maxsize=400_000)
def word_distance(one: Part, other: Part, by_letter: bool = False) -> float:
    """Return the distance of two words of names by their closest readings. `by_letter`: see `sounds.apart`."""
    best = 9.0
    for first in one.readings:
        for second in other.readings:
            penalty = first.penalty + second.penalty
            if penalty < best:
                best = min(best, distance(first.sounds, second.sounds, by_letter) + penalty)
            if one.is_stem != other.is_stem:
                stem, full = (first, second) if one.is_stem else (second, first)
                if full.sounds[-1] in VOWELS:
                    without = distance(stem.sounds, full.sounds[:-1], by_letter)
                    best = min(best, without + penalty + 0.05)
    if one.text.endswith(_LAND_LETTERS) and other.text.endswith(_LAND_LETTERS):
        best = min(best, _land_distance(one, other, by_letter))
    return best


def _land_distance(one: Part, other: Part, by_letter: bool) -> float:
    """Return the distance of two names of lands by the peoples in them: Turkmenistan, Turkmenien, Туркмения."""
    lands, others = (
        [
            (people, reading.penalty)
            for reading in part.readings
            if (people := _LAND.sub("", reading.sounds)) != reading.sounds
        ]
        for part in (one, other)
    )
    return min(
        (
            distance(first, second, by_letter) + penalty + more + _OTHER_LAND
            for first, penalty in lands
            for second, more in others
        ),
        default=9.0,
    )


def distance_of_words(one: str, other: str) -> float:
    """Return how far two printed words are apart, in sounds; 9 where one cannot be read."""
    return word_distance(Part(one, "name", readings(one)), Part(other, "name", readings(other)))


def length(part: Part) -> int:
    """Return the number of sounds of a word."""
    return len(part.readings[0].sounds.replace("j", "")) if part.readings else len(part.text)


def allowed(sounds: float) -> float:
    """Return how far words of so many sounds may be apart and still be the same."""
    return next(limit for most, limit in _ALLOWED if sounds <= most)


def pair_distance(one: Part, other: Part, by_letter: bool = False) -> float:
    """Return the distance of two words of names; numbers must be equal, an initial must fit."""
    if "initial" in (one.role, other.role):
        return 0.1 if _initial_fits(one, other) else 3.0
    if "number" in (one.role, other.role):
        return 0.0 if one.text == other.text else 3.0
    return word_distance(one, other, by_letter)


def loose_distance(one: Part, other: Part, *, last: bool, by_letter: bool) -> float:
    """Return the distance of two words where others of the name agree: the ezafe of Rustami, the endings of surnames."""
    best = 9.0
    for first in one.readings:
        for second in other.readings:
            penalty = first.penalty + second.penalty
            for short, long in ((first.sounds, second.sounds), (second.sounds, first.sounds)):
                if not last and long.endswith("i") and len(long) > len(short) >= 3:
                    best = min(best, distance(short, long[:-1], by_letter) + penalty + 0.1)
                stem, other_stem = _SHED.sub("", long), _SHED.sub("", short)
                if stem != long and len(stem) >= 4:
                    shed = _SHED_COST if other_stem == short else _OTHER_ENDING
                    best = min(best, distance(other_stem, stem, by_letter) + penalty + shed)
    return best


def _initial_fits(one: Part, other: Part) -> bool:
    short, long = sorted((one, other), key=lambda part: len(part.text))
    return any(
        distance(reading.sounds, sounds.sounds.lstrip("j")[: len(reading.sounds)]) < 0.2
        for reading in short.readings
        for sounds in long.readings
    )
