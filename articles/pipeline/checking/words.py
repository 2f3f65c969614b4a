"""The words and figures of the checks (`articles/data/checks.toml`), and the patterns made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Rate(NamedTuple):
    """Units of a currency for one US dollar, lowest and highest, from the year `since` until the next entry."""

    since: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """How texts tell a change: from one figure (`start`) `to` another, `by` a share, or a figure `against` an earlier one.

    Without one of `verbs` two figures are a range; `otherwise` tells that the share is measured in another way, `breaks` that
    another statement begins; `fractions` are shares in percent, `multiples` factors, told by words. Phrases hold blanks; `*` at the end of one stands for any ending.
    """

    start: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    fractions: Mapping[float, tuple[str, ...]] = field(default_factory=dict)
    multiples: Mapping[float, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MagnitudeWords:
    """Wholes that have shares, ages of persons, and the inhabitants of countries by their codes, in persons."""

    wholes: tuple[str, ...] = ()
    most_years: int = 0
    ages_before: tuple[str, ...] = ()
    age_adjectives: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    populations: Mapping[str, float] = field(default_factory=dict)
    peopled: tuple[str, ...] = ()
    inhabitants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CurrencyWords:
    """The codes (ISO 4217) that a word in small letters may stand for, their rates, and words between a sum and its like."""

    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rates: Mapping[str, tuple[Rate, ...]] = field(default_factory=dict)
    converted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckWords:
    """All of them.

    `scales` are the words that multiply a number, in small letters, by language; `not_now` words for offices that are said of
    former holders too; `other_time` words near a name that tell of another time.
    """

    scales: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    change: ChangeWords = ChangeWords()
    magnitudes: MagnitudeWords = MagnitudeWords()
    currencies: CurrencyWords = CurrencyWords()
    not_now: tuple[str, ...] = ()
    other_time: tuple[str, ...] = ()


def one_of(phrases: Iterable[str]) -> str:
    """Return a pattern for one of `phrases` from its first letter to the end of its last word, in any case.

    >>> bool(re.match(one_of(["im Alter von", "stieg*"]), "Stiegen")), re.match(one_of(["im"]), "immer")
    (True, None)
    """
    spelt = [_spelt(phrase) for phrase in sorted(set(phrases), key=len, reverse=True)]
    return f"(?i:{'|'.join(spelt)})" if spelt else r"(?!)"


def _spelt(phrase: str) -> str:
    words = r"\s+".join(map(re.escape, phrase.rstrip("*").split()))
    return words + (r"\w*" if phrase.endswith("*") else r"(?!\w)")
