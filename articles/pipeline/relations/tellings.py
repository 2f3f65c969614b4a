"""What a text tells, as plain values: whom and what it names in which order, its figures, and the days it speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date as calendar_date
from datetime import timedelta

from ..parsing.dates import dates_in, days_in
from .wording import figures_in

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Telling:
    """What a text tells.

    `date` is YYYY, YYYY-MM or YYYY-MM-DD, empty if unknown; `names` count entities by a key that is the same in every
    language; `order` are these keys and the figures as they follow each other; `days` are those that the text speaks of.
    """

    language: str
    date: str
    names: Counter[str]
    figures: frozenset[str]
    order: tuple[str, ...]
    days: frozenset[calendar_date]

    @property
    def day(self) -> calendar_date | None:
        """The day of the text where its date is that exact."""
        return calendar_date.fromisoformat(self.date) if len(self.date) == 10 else None


def telling_of(
    language: str,
    date: str,
    named: Iterable[tuple[str, int]],
    prose: Iterable[tuple[str, int]],
    weekdays: Mapping[str, int],
) -> Telling:
    """Return what a text tells.

    `named` are the keys of entities with the offsets of their mentions, `prose` the stretches of the article's own text with
    theirs; `weekdays` the names of the days of the week in small letters, Monday = 0.
    """
    mentions = sorted((offset, key) for key, offset in named)
    figures: list[tuple[int, str]] = []
    days: set[calendar_date] = set()
    published = calendar_date.fromisoformat(date) if len(date) == 10 else None
    for text, offset in prose:
        figures.extend((offset + place, value) for value, place in figures_in(text))
        days |= set(_days_of(text, published, weekdays))
    return Telling(
        language,
        date,
        Counter(key for _, key in mentions),
        frozenset(value for _, value in figures),
        tuple(key for _, key in sorted([*mentions, *figures])),
        frozenset(days),
    )


def _days_of(
    text: str, published: calendar_date | None, weekdays: Mapping[str, int]
) -> Iterable[calendar_date]:
    """Yield the days that a text prints: with their year, or the last ones of that name before it was published."""
    with_year = dates_in(text)
    for printed in with_year:
        if len(printed.value) == 10:
            yield calendar_date.fromisoformat(printed.value)
    if published is None:
        return
    for printed in days_in(text):
        if any(one.span.contains(printed.span) for one in with_year):
            continue
        for year in (published.year, published.year - 1):
            value = f"{year}{printed.value[1:]}"
            if value <= f"{published + timedelta(days=1)}" and _exists(value):
                yield calendar_date.fromisoformat(value)
                break
    for word in set(map(str.casefold, _WORD.findall(text))):
        if word in weekdays:
            yield published - timedelta(days=(published.weekday() - weekdays[word]) % 7)


def _exists(value: str) -> bool:
    try:
        calendar_date.fromisoformat(value)
    except ValueError:
        return False
    return True
