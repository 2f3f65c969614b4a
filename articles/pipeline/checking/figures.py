"""The figures of a text: numbers as German, English, French and Russian print them, with what they are multiplied by and count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..results import Span

_BLANK = " \xa0\u202f\u2009"
#: 1.234,5  1,234.5  1 234,5  1’234  625,2: begins with a digit, so that a search may leap from digit to digit.
_NUMBER = re.compile(
    rf"[0-9](?<![\w.,:/\-‑][0-9])"
    rf"(?:[0-9]{{0,2}}(?:[.,'’{_BLANK}][0-9]{{3}}(?![0-9]))+(?:[.,][0-9]{{1,2}})?|[0-9]*(?:[.,][0-9]+)?)"
    r"(?![0-9]|[.,:/][0-9])"
)
_UNIT = re.compile(
    rf"[{_BLANK}\n-]?(?:d['’]|de )?(?P<word>per cent|pour cent|[%$€£₽₸]|[^\W\d_]+(?:['’-][^\W\d_]+)*)"
)
_PERCENT = re.compile(r"%|prozent|percent|per cent|pour cent|процент(?:а|ов)?")
_SYMBOLS = "$€£₽₸"
#: Languages that part thousands with a comma and decimals with a point.
_POINT_FOR_DECIMALS = frozenset(["en"])
_COMMA_FOR_DECIMALS = frozenset(["de", "fr", "ru", "kk", "ky", "tg", "tk", "uz"])
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
#: A number of more digits is an account or a telephone.
_MOST_DIGITS = 15


class Figure(NamedTuple):
    """A number of a text.

    `span` covers sign, number and scale, `unit_end` is where the word behind it ends; `value` is scaled; `step` is what its last
    printed digit counts; `scale` is 1 where no word multiplies it; `unit` is the word behind it, or the sign before it, in small
    letters.
    """

    span: Span
    unit_end: int
    value: float
    step: float
    scale: float
    unit: str

    @property
    def is_percent(self) -> bool:
        """Whether it is a share in percent."""
        return bool(_PERCENT.fullmatch(self.unit))

    @property
    def is_year(self) -> bool:
        """Whether it may be a year."""
        return self.scale == 1 and self.step == 1 and _FIRST_YEAR <= self.value <= _LAST_YEAR


class Figures:
    """Reads the figures of texts."""

    def __init__(self, scales: Mapping[str, Mapping[str, float]]) -> None:
        """Prepare the words of `scales`; a text's own language comes before the others."""
        self._own = scales
        self._all: dict[str, float] = {}
        for words in scales.values():
            self._all |= words

    def find(self, content: str, span: Span, language: str) -> Iterator[Figure]:
        """Yield the figures of `content` inside `span`; a number that may be read in two ways is left out."""
        for match in _NUMBER.finditer(content, *span):
            read = _value(match[0], language)
            if read is not None:
                yield self._figure(content, Span(*match.span()), span.end, read, language)

    def _figure(
        self, content: str, digits: Span, limit: int, read: tuple[float, float], language: str
    ) -> Figure:
        value, step = read
        start, end = digits
        unit, scale = "", 1.0
        word = _UNIT.match(content, end, limit)
        if word and (times := self._scale(word["word"].lower(), language)):
            scale, end = times, word.end()
            if content[end : end + 1] == "." and content[end + 1 : end + 2].isspace():
                end += 1  # Mio. Euro
            word = _UNIT.match(content, end, limit)
        unit_end = end
        if start and content[start - 1] in _SYMBOLS:
            start, unit = start - 1, content[start - 1]
        elif word:
            unit, unit_end = word["word"].lower(), word.end()
        return Figure(Span(start, end), unit_end, value * scale, step * scale, scale, unit)

    def _scale(self, word: str, language: str) -> float | None:
        return self._own.get(language, {}).get(word) or self._all.get(word)


def _value(number: str, language: str) -> tuple[float, float] | None:
    """Return a number and what its last digit counts; None where it may be read in two ways.

    >>> _value("1.234,5", "de"), _value("1,234.5", "en"), _value("1.234", "")
    ((1234.5, 0.1), (1234.5, 0.1), None)
    """
    if number.isdigit() and len(number) <= _MOST_DIGITS:
        return float(number), 1.0
    plain = re.sub(rf"['’{_BLANK}]", "", number)
    points, commas = plain.count("."), plain.count(",")
    if points and commas:
        decimal = "." if plain.rindex(".") > plain.rindex(",") else ","
    elif points + commas > 1:
        decimal = ""
    elif points + commas:
        mark = "." if points else ","
        behind = len(plain) - plain.index(mark) - 1
        decimal = mark
        if behind == 3 and plain[0] != "0":
            if language in _POINT_FOR_DECIMALS:
                decimal = "." if mark == "." else ""
            elif language in _COMMA_FOR_DECIMALS:
                decimal = "," if mark == "," else ""
            else:
                return None
    else:
        decimal = ""
    for mark in ".,":
        if mark != decimal:
            plain = plain.replace(mark, "")
    whole, _, digits = plain.partition(decimal) if decimal else (plain, "", "")
    if len(whole) > _MOST_DIGITS:
        return None
    return float(f"{whole}.{digits or 0}"), 10.0 ** -len(digits)
