"""Sums told in two currencies whose rate cannot be: 100 million dollars (about 9 million euros)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ..results import Check, Span
from .figures import Figure
from .words import CurrencyWords, Rate, one_of

#: A rate may lie outside the known ones by this factor: sums are rounded, other dollars exist, rates are of other years.
_SLACK = 1.7
#: Years before a text's date whose rates a converted sum may have.
_YEARS_BACK = 3
_WIDEST = 40


class Currencies:
    """Finds pairs of sums that no rate explains."""

    def __init__(self, words: CurrencyWords, about: Iterable[str]) -> None:
        """Prepare `words`; `about` are words such as "etwa" that may stand before a converted sum."""
        self._codes = words.codes
        self._rates = words.rates
        link = rf"(?:(?:{one_of(words.converted)}|{one_of(about)})[\s,]*)"
        self._between = re.compile(rf"\s*(?:[(\[=≈]\s*{link}*|[,–—-]?\s*{link}+)[$€£₽₸]?\Z")
        self._converted = re.compile(rf"[(\[=≈]|{one_of(words.converted)}")

    def find(self, content: str, figures: Sequence[Figure], date: str | None) -> Iterator[Check]:
        """Yield a warning for each pair; `date` (YYYY…) is the text's."""
        for one, other in pairwise(figures):
            ours, theirs = self._codes.get(one.unit, ()), self._codes.get(other.unit, ())
            if not ours or not theirs or not (one.value and other.value):
                continue
            between = content[one.unit_end : other.span.start]
            if len(between) > _WIDEST or not self._between.match(between):
                continue
            if not self._converted.search(between) or set(ours) & set(theirs):
                continue
            if not self._is_possible(one, ours, other, theirs, date):
                yield Check(
                    "currencies-disagree",
                    (Span(one.span.start, one.unit_end), Span(other.span.start, other.unit_end)),
                    {
                        "sum": content[one.span.start : one.unit_end],
                        "other": content[other.span.start : other.unit_end],
                    },
                )

    def _is_possible(
        self,
        one: Figure,
        ours: Sequence[str],
        other: Figure,
        theirs: Sequence[str],
        date: str | None,
    ) -> bool:
        """Return whether a rate of any two currencies that the words may mean explains two sums."""
        fewest = (one.value - one.step / 2) / (other.value + other.step / 2)
        most = (one.value + one.step / 2) / max(other.value - other.step / 2, 1e-9)
        for code in ours:
            for another in theirs:
                low, high = _band(self._rates[code], date)
                least, highest = _band(self._rates[another], date)
                if fewest <= high / least * _SLACK and low / highest / _SLACK <= most:
                    return True
        return False


def _band(rates: Sequence[Rate], date: str | None) -> tuple[float, float]:
    """Return the lowest and highest rates to the dollar that were in force in the years before a date, or ever."""
    last = int(date[:4]) if date else 9999
    first = last - _YEARS_BACK if date else 0
    ends = [*(rate.since for rate in rates[1:]), 10_000]
    inside = [
        rate for rate, end in zip(rates, ends, strict=True) if rate.since <= last and first < end
    ] or [rates[0]]
    return min(rate.low for rate in inside), max(rate.high for rate in inside)
