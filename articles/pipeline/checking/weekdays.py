"""A day of the week that a date does not fall on: Monday, 3 May 2022."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date as calendar_date

from ..parsing.dates import MONTHS, dates_in, days_in
from ..results import Check, Span

#: A number that may be a day; begins with a digit, so that a search may leap from digit to digit.
_DAY = re.compile(r"[0-9](?<![\w.,:/\-][0-9])[0-9]?(?![0-9])")
_MONTHS = frozenset(name for names in MONTHS.values() for name in names.split())
#: A weekday and what stands between it and the number fit in so many characters.
_AHEAD_MOST = 30
#: "Montag, dem 3. Mai", "Monday (3 May", "lundi le 3 mai"
_AHEAD = re.compile(r"([^\W\d_]+),?\s+\(?(?:(?:dem|den|der|le|the)\s+)?\Z", re.IGNORECASE)
#: "Monday, May 3"
_MONTH_AHEAD = re.compile(r"([^\W\d_]+),?\s+\(?(?:on\s+)?([^\W\d_]+)\.?\s+\Z", re.IGNORECASE)
#: Countries of the region and Russia count days as we do from February 1918 on.
_FIRST_YEAR = 1919
#: A day without a year is in the year that puts it nearest to the text's date, if it is near enough.
_NEAR = 150


def find_weekdays(
    content: str, span: Span, weekdays: Mapping[str, int], date: str | None
) -> Iterator[Check]:
    """Yield a warning for each weekday right before a date in `span` that falls on another day.

    `weekdays` are their names in small letters (Monday = 0); `date` is the text's and gives a day without a year its own.
    """
    for number in _DAY.finditer(content, *span):
        start = number.start()
        ahead = content[max(span.start, start - _AHEAD_MOST) : start]
        if not any(word.strip(",(").lower() in weekdays for word in ahead.split()):
            continue
        match = _AHEAD.search(ahead)
        if not match or match[1].lower() in _MONTHS:
            match = _MONTH_AHEAD.search(ahead)
            if not match or match[2].lower() not in _MONTHS:
                continue
        weekday = weekdays.get(match[1].lower())
        if weekday is None:
            continue
        begins = start - len(ahead) + match.end(1)
        printed = _day(content, begins, span.end, start, date)
        if printed and printed[0].year >= _FIRST_YEAR and printed[0].weekday() != weekday:
            day, where = printed
            word = Span(begins - len(match[1]), begins)
            yield Check(
                "weekday-disagrees",
                (word, where),
                {
                    "weekday": word.text_of(content),
                    "date": where.text_of(content),
                    "day": day.isoformat(),
                },
            )


def _day(
    content: str, begins: int, limit: int, digits: int, date: str | None
) -> tuple[calendar_date, Span] | None:
    """Return the day that is printed from `begins` on around the digits at `digits`, and where."""
    window = content[begins : min(limit, digits + 40)]
    for printed in (*dates_in(window, begins), *days_in(window, begins)):
        if not printed.span.start <= digits < printed.span.end:
            continue
        if len(printed.value) == len("YYYY-MM-DD"):
            return calendar_date.fromisoformat(printed.value), printed.span
        near = _nearest(printed.value[2:], date) if printed.value.startswith("--") else None
        return (near, printed.span) if near else None
    return None


def _nearest(day: str, date: str | None) -> calendar_date | None:
    """Return the day MM-DD of the year that puts it nearest to a date of the precision of a month or day."""
    if not date or len(date) == len("YYYY"):
        return None
    written = calendar_date.fromisoformat(date if len(date) > len("YYYY-MM") else f"{date}-15")
    days = []
    for year in (written.year - 1, written.year, written.year + 1):
        try:
            days.append(calendar_date.fromisoformat(f"{year:04}-{day}"))
        except ValueError:
            continue  # 29 February
    nearest = min(days, key=lambda one: abs(one - written), default=None)
    return nearest if nearest and abs(nearest - written).days <= _NEAR else None
