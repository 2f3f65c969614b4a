"""Which days a text of a known month may tell of: it names a weekday, and perhaps a day of the same week."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..results import Span
from .dates import dates_in, days_in

_WORD = re.compile(r"[^\W\d_]+")
#: What makes of a weekday a rule ("every Thursday") or a day that may lie behind the month ("next Thursday").
_NO_SINGLE_DAY = frozenset(
    "jeden jeder jedem nächsten nächster kommenden kommender every each next chaque prochain каждый каждую следующий".split()
)
#: Other words are spelt like these days: "среды" is also the genitive of the environment.
_LIKE_OTHERS = frozenset(("среда", "среды"))
#: A weekday right before a number is printed with its date.
_DATE_BEHIND = re.compile(r"\W{0,3}(?:(?:dem|den|der|le|the)\s+)?\(?\d")
#: Days of one week lie so near to each other.
_ONE_WEEK = 6


@dataclass(frozen=True, slots=True)
class CandidateDays:
    """The days that `weekday` (as printed) may be, in order; `known` is a printed day that tells the week, if any."""

    days: tuple[date, ...]
    weekday: Span
    known: Span | None = None


def candidate_days(
    prose: Iterable[tuple[str, int]], month: str, weekdays: Mapping[str, int]
) -> CandidateDays | None:
    """Return the days of `month` (YYYY-MM) that the first weekday in `prose` may be; None if there is none.

    `prose` are stretches of the article with their offsets, `weekdays` names in small letters (Monday = 0). Of a text that
    also prints days of that month, only those within a week of one of them count; if none is, all of the month do.

    >>> found = candidate_days([("Er traf am Donnerstag ein.", 0)], "2022-05", {"donnerstag": 3})
    >>> [day.day for day in found.days]
    [5, 12, 19, 26]
    """
    stretches = list(prose)
    named = next(
        (one for text, offset in stretches for one in _weekdays(text, offset, weekdays)), None
    )
    if named is None:
        return None
    weekday, span = named
    year, number = int(month[:4]), int(month[5:7])
    days = [
        date(year, number, day)
        for day in range(1, calendar.monthrange(year, number)[1] + 1)
        if date(year, number, day).weekday() == weekday
    ]
    for day, where in (one for text, offset in stretches for one in _days(text, offset, month)):
        near = [one for one in days if abs((one - day).days) <= _ONE_WEEK]
        if near:
            return CandidateDays(tuple(near), span, where)
    return CandidateDays(tuple(days), span)


def _weekdays(text: str, offset: int, weekdays: Mapping[str, int]) -> Iterator[tuple[int, Span]]:
    """Yield the weekdays that stand without a date and for one day."""
    before = ""
    for word in _WORD.finditer(text):
        ahead, before = before, word[0].casefold()
        number = weekdays.get(before)
        if number is None or before in _LIKE_OTHERS or _DATE_BEHIND.match(text, word.end()):
            continue
        # "donnerstags" is a rule like "every Thursday".
        if ahead not in _NO_SINGLE_DAY and not before.endswith("tags"):
            yield number, Span(offset + word.start(), offset + word.end())


def _days(text: str, offset: int, month: str) -> Iterator[tuple[date, Span]]:
    """Yield the days of `month` that `text` prints, with their year or without one."""
    printed = [(one.value, one.span) for one in dates_in(text, offset)]
    for one in days_in(text, offset):
        if not any(span.contains(one.span) for _value, span in printed):
            printed.append((f"{month[:4]}{one.value[1:]}", one.span))
    for value, span in sorted(printed, key=lambda one: one[1]):
        if len(value) == len("2022-05-03") and value.startswith(month):
            try:
                yield date.fromisoformat(value), span
            except ValueError:  # 31 June
                continue
