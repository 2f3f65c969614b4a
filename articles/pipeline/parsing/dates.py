"""Dates as texts print them, at the precision they print, in the desk's languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as calendar_date
from functools import lru_cache

from ..results import Span

#: Month names by their first letters, long enough to be one month's only (Austrian Jänner and Feber included).
MONTHS = {
    1: "januar jänner january janvier января январь jan jän янв қаңтар yanvar",
    2: "februar feber february février fevrier февраля февраль feb févr фев ақпан fevral",
    3: "märz maerz march mars марта март mrz mär mar мар наурыз mart",
    4: "april avril апреля апрель apr avr апр сәуір aprel",
    5: "mai may мая май мамыр",
    6: "juni june juin июня июнь jun июн маусым iyun",
    7: "juli july juillet июля июль jul juil июл шілде iyul",
    8: "august août aout августа август aug авг тамыз avgust",
    9: "september septembre сентября сентябрь sep sept сен сент қыркүйек sentabr",
    10: "oktober october octobre октября октябрь okt oct окт қазан oktabr",
    11: "november novembre ноября ноябрь nov ноя нояб қараша noyabr",
    12: "dezember december décembre decembre декабря декабрь dez dec déc дек желтоқсан dekabr",
}
_MONTH_OF = {name: number for number, names in MONTHS.items() for name in names.split()}
_MONTH = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
#: Most words of a text are told from months by what stands behind them, before a name is tried.
_FIRST_MONTH = rf"\b(?=[^\W\d_]+[.,\s]*\d)(?P<name>{_MONTH})\b"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\d.-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"(?<![\d.])(?P<day>\d{{1,2}})\. ?(?P<month>\d{{1,2}})\. ?{_YEAR}",
        r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<short>\d\d)(?![\d.])",
        rf"(?<![\d/])(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})/{_YEAR}",
        rf"(?<![\d.])(?P<day>\d{{1,2}})(?:\.|er|st|nd|rd|th)?\s*(?:de )?(?P<name>{_MONTH})\b\.?,?\s*{_YEAR}",
        rf"{_FIRST_MONTH}\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,\s*{_YEAR}",
        rf"{_FIRST_MONTH}\.?,?\s*{_YEAR}",
        # how dpa closes its wires: day, clock time, month, year
        rf"^(?P<day>\d\d)[0-2]\d[0-5]\d\s(?P<name>{_MONTH})\s(?P<short>\d\d)$",
    )
)
_DAY_AND_MONTH = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d.])(?P<day>\d{{1,2}})\.?\s*(?P<name>{_MONTH})\b",
        rf"{_FIRST_MONTH}\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)",
        r"(?<![\d.])(?P<day>[0-3]?\d)\.(?P<month>[01]\d)\.(?!\s?\d)",
    )
)
#: Every date with a year has one of these in it, every day a digit; looking for them is far cheaper than for the forms.
_YEAR_OR_SHORT = re.compile(r"\d(?:(?:(?<=1)9|(?<=2)0)\d\d|\.\d{1,2}\.\d\d|(?<=^\d)\d{5}\s)")
_DIGIT = re.compile(r"\d")
#: Longer than any date line.
_SHORT_LINE = 200
_TIME = re.compile(
    r"(?<![\d.:])(?P<hour>[01]?\d|2[0-3])(?:[:.h](?P<minute>[0-5]\d)(?![.\d])(?P<uhr> ?uhr)?|(?P<full> uhr))"
    r"\s*(?P<half>[ap]\.?m\.?\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in a text: `value` is YYYY-MM or YYYY-MM-DD, or --MM-DD where the year is not printed."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class PrintedTime:
    """A clock time in a text as HH:MM."""

    value: str
    span: Span


def dates_in(text: str, offset: int = 0) -> list[PrintedDate]:
    """Return the dates with a year that `text` prints, in order; `offset` is added to their spans.

    >>> [found.value for found in dates_in("Dienstag, 5. März 2019, und im Mai 2022")]
    ['2019-03-05', '2022-05']
    """
    if not _YEAR_OR_SHORT.search(text):
        return []
    if len(text) > _SHORT_LINE:
        return _found(_FORMS, text, offset)
    found = _in_short_line(text)
    return [_moved(printed, offset) for printed in found] if offset else list(found)


def days_in(text: str, offset: int = 0) -> list[PrintedDate]:
    """Return the days without a year that `text` prints, as `--MM-DD`."""
    return _found(_DAY_AND_MONTH, text, offset) if _DIGIT.search(text) else []


@lru_cache(maxsize=256)
def _in_short_line(line: str) -> tuple[PrintedDate, ...]:
    """Return the dates of a short line, remembered for a while: a page's date line is asked by every rule for such lines."""
    return tuple(_found(_FORMS, line, 0))


def _moved(printed: PrintedDate, offset: int) -> PrintedDate:
    start, end = printed.span
    return PrintedDate(printed.value, Span(start + offset, end + offset))


def _found(forms: tuple[re.Pattern[str], ...], text: str, offset: int) -> list[PrintedDate]:
    found: list[PrintedDate] = []
    taken: list[Span] = []
    for match in (match for form in forms for match in form.finditer(text)):
        span = Span(offset + match.start(), offset + match.end())
        value = _value(match.groupdict())
        if value and not any(span.start < other.end and other.start < span.end for other in taken):
            taken.append(span)
            found.append(PrintedDate(value, span))
    return sorted(found, key=lambda printed: printed.span)


def _value(parts: dict[str, str | None]) -> str | None:
    short, name, day = parts.get("short"), parts.get("name"), parts.get("day")
    year = f"20{short}" if short else parts.get("year")
    month = _MONTH_OF.get(name.lower()) if name else int(parts.get("month") or 0)
    if month is None:
        return None  # "Maı", "ſept": patterns that ignore case take ı for i and ſ for s
    if day is None:
        return f"{year}-{month:02}"
    try:
        # A leap year stands in where no year is printed, so that 29 February is a day.
        calendar_date(int(year or 2024), month, int(day))
    except ValueError:
        return None
    return f"{year}-{month:02}-{int(day):02}" if year else f"--{month:02}-{int(day):02}"


def times_in(text: str, offset: int = 0) -> Iterator[PrintedTime]:
    """Yield the clock times that `text` prints ("14:05", "14.05 Uhr", "9 Uhr", "2:05 pm").

    >>> [found.value for found in times_in("Stand: 14.05 Uhr")]
    ['14:05']
    """
    for match in _TIME.finditer(text):
        hour = int(match["hour"])
        separator = match[0][len(match["hour"]) : len(match["hour"]) + 1]
        if separator == "." and not match["uhr"]:
            continue  # 5.20 is a number or a date
        if half := match["half"]:
            hour = hour % 12 + (12 if half.lower().startswith("p") else 0)
        yield PrintedTime(
            f"{hour:02}:{match['minute'] or '00'}",
            Span(offset + match.start(), offset + match.end()),
        )
