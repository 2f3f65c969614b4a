"""Dates in words, in the language of the page, and never more exactly than they are known.

Django's own names of months and weekdays stand for a date alone. Within a line they are written as the language wants it
there: Russian writes them small, and behind “since” and “until” in another case.
"""

from __future__ import annotations

import datetime

from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext

#: Languages that write months and weekdays small, but whose names of them begin with a capital in Django's catalogue.
_WRITTEN_SMALL = ("ru",)


def day_in_words(day: datetime.date) -> str:
    """Return a day of a year: "3 May 2022"."""
    return date_format(day, pgettext("format of a day", "j F Y"))


def month_in_words(day: datetime.date) -> str:
    """Return the month that `day` lies in: "May 2022"."""
    return _within_a_line(date_format(day, pgettext("format of a month", "F Y")))


def weekday_in_words(day: datetime.date) -> str:
    """Return the name of the weekday."""
    return _within_a_line(date_format(day, "l"))


def date_in_words(text: str, *, behind_preposition: bool = False) -> str:
    """Return `YYYY`, `YYYY-MM` or `YYYY-MM-DD` in words, as it stands alone or behind "since" and "until".

    What is no such date is returned as it is.
    """
    try:
        first_day = datetime.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return text
    if len(text) == 10:
        return day_in_words(first_day)
    if behind_preposition:
        year = pgettext("format of a year behind since or until", "Y")
        month = pgettext("format of a month behind since or until", "F Y")
        return date_format(first_day, year if len(text) == 4 else month)
    return text if len(text) == 4 else month_in_words(first_day)


def _within_a_line(name: str) -> str:
    return name.lower() if (get_language() or "")[:2] in _WRITTEN_SMALL else name
