"""The wording of a text: the words, capitalised words and figures of its own prose, as other texts are compared with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..names.tokens import tokenize

#: 17.000, 17 000, 12.640,25 and 12,640.25: groups of three, whatever parts them; else digits with a decimal part.
_FIGURE = re.compile(
    r"(?<![\d.,])\d{1,3}(?:(?P<by>[.,'’ \u00a0\u202f])\d{3})(?:(?P=by)\d{3})*(?:[.,]\d{1,2})?(?!\d)"
    r"|\d+(?:[.,]\d+)?"
)
_GROUPED = re.compile(r"[.,'’ \u00a0\u202f](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Wording:
    """The folded words of a text in order, and how often it prints each capitalised word and each figure."""

    words: tuple[str, ...]
    capitals: Counter[str]
    figures: Counter[str]


def wording_of(prose: Iterable[str]) -> Wording:
    """Return the wording of the stretches of an article's own prose: furniture must not make two pages alike."""
    words: list[str] = []
    capitals: Counter[str] = Counter()
    figures: Counter[str] = Counter()
    for stretch in prose:
        tokens = tokenize(stretch)
        words.extend(token.key for token in tokens)
        capitals.update(token.key for token in tokens if token.is_capitalised)
        figures.update(value for value, _ in figures_in(stretch))
    return Wording(tuple(words), capitals, figures)


def figures_in(text: str) -> list[tuple[str, int]]:
    """Return the figures that `text` prints with their offsets, written alike for every language.

    >>> [value for value, _ in figures_in("17.000 Menschen, 17,000 people; 6,4 und 6.4; 12 640,25")]
    ['17000', '17000', '6.4', '6.4', '12640.25']
    """
    return [(_plain(match[0]), match.start()) for match in _FIGURE.finditer(text)]


def _plain(printed: str) -> str:
    grouped = len(printed) > 4 and not printed.startswith("0")
    return (_GROUPED.sub("", printed) if grouped else printed).replace(",", ".")
