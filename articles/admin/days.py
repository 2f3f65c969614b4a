"""The days that a text of a known month may tell of, for the editor who looks for its day."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..knowledge import relation_words
from ..models import Article, Precision
from ..pipeline.parsing.candidate_days import candidate_days
from ..pipeline.relations.readings import prose_of_reading
from ..templatetags.desk import honest_date
from .original import quote


class DayHint(NamedTuple):
    """What speaks for which days, in words, and the days as the field of the date takes them."""

    words: str
    days: list[tuple[str, str]]


def day_hint(article: Article, reading: Mapping[str, Any]) -> DayHint | None:
    """Return the days that the weekday in the text of an article may be; None where its day is known, or no weekday is."""
    if article.date_precision != Precision.MONTH or not reading["text"]:
        return None
    found = candidate_days(prose_of_reading(reading), article.date, weekdays())
    if found is None or not found.days:
        return None
    said = {
        "weekday": quote(reading["text"], [found.weekday]),
        "known": quote(reading["text"], [found.known]) if found.known else "",
        "month": honest_date(article.date),
    }
    if found.known:
        words = _("“%(weekday)s” in %(month)s, in a text that also names “%(known)s”:") % said
    else:
        words = _("“%(weekday)s” in %(month)s:") % said
    shown = pgettext("format of a day", "j F Y")
    return DayHint(words, [(day.isoformat(), date_format(day, shown)) for day in found.days])


@cache
def weekdays() -> Mapping[str, int]:
    """Return the names of the days of the week, Monday = 0."""
    return relation_words().weekdays
