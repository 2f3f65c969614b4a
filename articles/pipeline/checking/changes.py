"""Figures that disagree: a change from one figure to another, told with a share that does not follow from the two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..relations.sentences import sentences_of
from ..results import Check, Span
from .figures import Figure
from .words import ChangeWords, one_of

#: So far may two figures stand apart that are one change.
_WIDEST = 90
#: The words before a figure that tell what it is stand in so many characters.
_AHEAD = 40
#: A share may be rounded by so many points, or by this part of itself.
_POINTS, _PART = 1.5, 0.06
#: Two numbers that share a scale differ by less than this factor: 625.2 to 970.8 million, but 900,000 to 1.2 million.
_LIKE = 100
#: "More than doubled" may be nearly three times as much.
_MULTIPLES = 0.35


class Share(NamedTuple):
    """How much changed, as a text tells it: the lowest and highest percentages that its words allow."""

    span: Span
    low: float
    high: float


class Changes:
    """Finds changes whose figures disagree."""

    def __init__(self, words: ChangeWords) -> None:
        """Prepare the patterns of `words`."""
        about = rf"(?:\s+{one_of(words.about)})*[\s(]*"
        self._start = re.compile(rf"(?<!\w){one_of(words.start)}{about}\Z")
        self._to = re.compile(rf"(?<!\w){one_of(words.to)}{about}\Z")
        self._by = re.compile(rf"(?:(?<!\w){one_of(words.by)}{about}|[+(±][+ ]?)\Z")
        self._against = re.compile(rf"(?<!\w){one_of(words.against)}")
        self._verbs = re.compile(rf"(?<!\w){one_of(words.verbs)}")
        self._otherwise = re.compile(rf"(?<!\w){one_of(words.otherwise)}")
        self._breaks = re.compile(rf"(?<!\w){one_of(words.breaks)}|[;:]")
        self._fractions = [
            (percent, re.compile(rf"(?<!\w){one_of(words.by)}\s+{one_of(phrases)}"))
            for percent, phrases in words.fractions.items()
        ]
        self._multiples = [
            (factor, re.compile(rf"(?<!\w)(?:\w{{0,2}}){one_of(phrases)}"))
            for factor, phrases in words.multiples.items()
        ]

    def find(self, content: str, span: Span, figures: Sequence[Figure]) -> Iterator[Check]:
        """Yield a warning for each sentence of `span` with two figures and a share that contradicts them."""
        amounts = [one for one in figures if not (one.is_year or one.is_percent)]
        if not any(self._pair(content, *pair) for pair in pairwise(amounts)):
            return
        for sentence, where in sentences_of(span.text_of(content), span.start):
            inside = [figure for figure in figures if where.contains(figure.span)]
            amounts = [one for one in inside if not (one.is_year or one.is_percent)]
            pair = self._pair(content, *amounts) if len(amounts) == 2 else None
            if pair and self._verbs.search(sentence) and not self._otherwise.search(sentence):
                yield from self._compare(content, where, pair, inside)

    def _pair(self, content: str, one: Figure, other: Figure) -> tuple[Figure, Figure] | None:
        """Return the earlier and the later figure of a change; None where the two are none."""
        between = content[one.span.end : other.span.start]
        if len(between) > _WIDEST:
            return None
        before = content[max(0, one.span.start - _AHEAD) : one.span.start]
        are_alike = one.unit == other.unit or (one.scale > 1 and other.scale > 1)
        if self._to.search(between) and self._start.search(before):
            pair = one, other
        elif are_alike and self._against.search(between) and self._to.search(before):
            pair = other, one
        else:
            return None
        return None if self._breaks.search(between) else pair

    def _compare(
        self, content: str, where: Span, pair: tuple[Figure, Figure], inside: Sequence[Figure]
    ) -> Iterator[Check]:
        shares = list(self._shares(content, where, inside))
        around = Span(min(one.span.start for one in pair), max(one.span.end for one in pair))
        if len(shares) != 1 or self._is_apart(content, shares[0].span, around):
            return
        [share] = shares
        changes = list(_changes(*pair))
        if not changes or any(low <= share.high and share.low <= high for low, high in changes):
            return
        yield Check(
            "figures-disagree",
            (*sorted((pair[0].span, pair[1].span)), share.span),
            {
                "start": pair[0].span.text_of(content),
                "end": pair[1].span.text_of(content),
                "said": share.span.text_of(content),
                "counted": f"{(_ratio(*pair) - 1) * 100:+.0f} %",
            },
        )

    def _is_apart(self, content: str, share: Span, pair: Span) -> bool:
        """Return whether a share belongs to another statement than a pair of figures; between the two it belongs to them."""
        if share.start > pair.end:
            between = content[pair.end : share.start]
        else:
            between = content[share.end : pair.start]
        return len(between) > _WIDEST or bool(self._breaks.search(between))

    def _shares(self, content: str, where: Span, inside: Sequence[Figure]) -> Iterator[Share]:
        for figure in inside:
            if figure.is_percent:
                before = content[max(where.start, figure.span.start - _AHEAD) : figure.span.start]
                # A share without a word of change may be of anything: no change is judged beside it.
                told = Span(figure.span.start, figure.unit_end)
                slack = max(_POINTS, abs(figure.value) * _PART, figure.step)
                if self._by.search(before):
                    yield Share(told, figure.value - slack, figure.value + slack)
                else:
                    yield Share(told, float("-inf"), float("inf"))
        sentence = where.text_of(content)
        for percent, pattern in self._fractions:
            for match in pattern.finditer(sentence):
                yield Share(_moved(match, where), percent * 0.75, percent * 1.25)
        for factor, pattern in self._multiples:
            for match in pattern.finditer(sentence):
                low, high = factor * (1 - _MULTIPLES), factor * (1 + _MULTIPLES)
                changes = sorted((abs(low - 1) * 100, abs(high - 1) * 100))
                yield Share(_moved(match, where), *changes)


def _moved(match: re.Match[str], where: Span) -> Span:
    return Span(where.start + match.start(), where.start + match.end())


def _changes(earlier: Figure, later: Figure) -> Iterator[tuple[float, float]]:
    """Yield the lowest and highest changes in percent (without sign) that two figures allow, rounded as they are.

    "From 625.2 to 970.8 million": a figure without a scale may share that of the other.
    """
    for times in {_shared_scale(earlier, later), 1.0}:
        value, half = earlier.value * times, earlier.step * times / 2
        below, above = value - half, value + half
        if below > 0:
            ends = [
                ((later.value - later.step / 2) / above - 1) * 100,
                ((later.value + later.step / 2) / below - 1) * 100,
            ]
            signless = sorted(map(abs, ends))
            yield (0.0 if ends[0] < 0 < ends[1] else signless[0]), signless[1]


def _ratio(earlier: Figure, later: Figure) -> float:
    return later.value / (earlier.value * _shared_scale(earlier, later))


def _shared_scale(earlier: Figure, later: Figure) -> float:
    """Return by what a figure without a scale is multiplied where it shares that of the later one."""
    is_shared = earlier.scale == 1 and earlier.value < _LIKE * later.value / later.scale
    return later.scale if is_shared else 1.0
