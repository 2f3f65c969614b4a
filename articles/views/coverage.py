"""How many texts there are of each month, as a small chart with a table behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

#: As many months, up to the newest that has texts, fit into the chart.
MONTHS = 36
#: Of the chart, in units of its own: what a month takes, the bar in it, and its height.
STEP, BAR, HEIGHT = 10, 7, 90
#: As wide is the name of a year.
LABEL = 40


@dataclass(frozen=True)
class Bar:
    """A month in the chart, with the number of its texts."""

    month: date
    texts: int
    x: int
    y: int
    height: int


@dataclass(frozen=True)
class Coverage:
    """The chart: its bars, the eldest first, and how many texts say only their year, by year, the newest first."""

    bars: list[Bar]
    years: list[tuple[str, int]]
    most: int
    bar_width: int = BAR
    height: int = HEIGHT

    @property
    def width(self) -> int:
        """How wide it is."""
        return len(self.bars) * STEP

    @property
    def ticks(self) -> list[tuple[int, int, bool]]:
        """Where the years are named: place, year, and whether the name has no room but to end at the end of the chart."""
        found = [(bar.x, bar.month.year) for bar in self.bars if bar.month.month == 1]
        return [
            (self.width, year, True) if x > self.width - LABEL else (x, year, False)
            for x, year in found
        ]

    @property
    def rows(self) -> list[Bar]:
        """The months that have texts, the newest first."""
        return [bar for bar in reversed(self.bars) if bar.texts]


def coverage_of(months: Mapping[str, int]) -> Coverage | None:
    """Return the chart of figures by month (`2022-05`); None below three months, which say nothing of a course.

    Figures of a year (`2022`), of texts that say no more, belong to no month and stand in the table alone.
    """
    known = {key: texts for key, texts in months.items() if len(key) == 7}
    if len(known) < 3:
        return None
    last = _number(max(known))
    first = max(_number(min(known)), last - MONTHS + 1)
    counted = [(number, known.get(_key(number), 0)) for number in range(first, last + 1)]
    most = max(texts for _number_, texts in counted)
    bars = [_bar(place, number, texts, most) for place, (number, texts) in enumerate(counted)]
    years = [(key, n) for key, n in months.items() if _key(first)[:4] <= key and len(key) == 4]
    return Coverage(bars, sorted(years, reverse=True), most)


def _bar(place: int, number: int, texts: int, most: int) -> Bar:
    # A month with one text is seen, however many the fullest has.
    height = max(round(texts * HEIGHT / most), 2) if texts else 0
    month = date(number // 12, number % 12 + 1, 1)
    return Bar(month, texts, place * STEP, HEIGHT - height, height)


def _number(key: str) -> int:
    """Return the number of a month since the year 0."""
    return int(key[:4]) * 12 + int(key[5:]) - 1


def _key(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"
