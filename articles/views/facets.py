"""How many texts of a list are filed under what: the figures beside a list, on the map and in the chart, in one query."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..templatetags.reading import language_name
from .selection import FACETS, Selection, address_of

TITLES = {
    "country": _("Countries"),
    "topic": _("Topics"),
    "year": _("Years"),
    "source": _("Sources"),
    "language": _("Languages"),
}
#: What is counted: years are made of months.
COUNTED = ("country", "topic", "month", "source", "language")
#: Counting all texts of a great archive takes longer than reading a page of them, so figures may be as old as this.
FRESH_FOR = 300
#: Of each facet the keys, names and numbers of texts.
Counts = dict[str, list[tuple[str, str, int]]]
#: As many values of a facet are offered at first; the others behind a fold.
OFFERED = 6


@dataclass(frozen=True)
class Option:
    """A value that a list can be narrowed to, with the number of its texts; `address` adds it, or takes it away."""

    key: str
    name: str
    texts: int
    address: str
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """A kind of values that a list can be narrowed to."""

    title: Any
    options: list[Option]

    @property
    def first(self) -> list[Option]:
        """Those shown at once: the first, and whatever is chosen."""
        return [one for number, one in enumerate(self.options) if number < OFFERED or one.chosen]

    @property
    def others(self) -> list[Option]:
        """Those behind the fold."""
        return [one for one in self.options if one not in self.first]


@dataclass(frozen=True)
class Facets:
    """The figures of a list. Of each facet they count what would stand there if nothing of it were chosen."""

    selection: Selection
    counts: Counts

    @property
    def months(self) -> dict[str, int]:
        """Texts by month (`2022-05`); those that say only the year under `2022`; of all years."""
        return {key: texts for key, _name, texts in self.counts["month"] if key}

    @property
    def undated(self) -> bool:
        """Whether some have no date."""
        return any(not key for key, _name, _texts in self.counts["month"])

    @property
    def total(self) -> int:
        """How many texts the list holds."""
        years = self.selection.keys["year"]
        return sum(
            texts for key, _name, texts in self.counts["month"] if not years or key[:4] in years
        )

    @property
    def by_country(self) -> dict[str, int]:
        """Texts by the address of the country."""
        return {key: texts for key, _name, texts in self.counts["country"]}

    def offered(self) -> list[Facet]:
        """Return the facets that a list can be narrowed by.

        What all texts have in common narrows nothing; a country and a topic are ways on all the same.
        """
        offered = []
        for facet in FACETS:
            options = self.options(facet)
            narrows = len(options) > 1 or any(one.chosen for one in options)
            if narrows or (options and facet in ("country", "topic")):
                offered.append(Facet(TITLES[facet], options))
        return offered

    def options(self, facet: str) -> list[Option]:
        """Return the values of a facet, those without texts only where they are chosen."""
        chosen = self.selection.keys[facet]
        counted = self._by_year() if facet == "year" else self.counts[facet]
        if facet == "language":
            counted = _by_language(counted)
        missing = {
            key: name
            for key, name in self.selection.names[facet].items()
            if key not in {key for key, _name, _texts in counted}
        }
        rows = [*counted, *((key, name, 0) for key, name in missing.items())]
        return [
            Option(key, name, texts, self.selection.switched(facet, key), key in chosen)
            for key, name, texts in rows
            if key
        ]

    def _by_year(self) -> list[tuple[str, str, int]]:
        years: Counter[str] = Counter()
        for key, texts in self.months.items():
            years[key[:4]] += texts
        return [(year, year, texts) for year, texts in sorted(years.items(), reverse=True)]


def facets_of(selection: Selection) -> Facets:
    """Return the figures of a list of published texts, at most `FRESH_FOR` seconds old; counting them is one query."""
    language = (get_language() or "en")[:2]
    # Never the order: it counts the same.
    key = f"facets-{language}-{address_of(selection.keys)}"
    name = f"facets-{hashlib.md5(key.encode(), usedforsecurity=False).hexdigest()}"
    counts = cache.get(name)
    if counts is None:
        counts = _counts(selection, language)
        cache.set(name, counts, FRESH_FOR)
    return Facets(selection, counts)


def _counts(selection: Selection, language: str) -> Counts:
    narrowed = selection.filters.narrowed
    parts = [
        narrowed("year" if facet == "month" else facet)
        .published_to_count()
        .counted(facet, language)
        for facet in COUNTED
    ]
    rows = parts[0].union(*parts[1:], all=True)
    counts: Counts = {facet: [] for facet in COUNTED}
    for facet, key, name, _position, texts in sorted(
        rows, key=lambda row: (row[3], -row[4], row[2])
    ):
        counts[facet].append((key, name, texts))
    return counts


def _by_language(counted: list[tuple[str, str, int]]) -> list[tuple[str, str, int]]:
    """Return the languages without script and region, the most frequent first."""
    texts: Counter[str] = Counter()
    for code, _name, number in counted:
        if code:
            texts[code.split("-")[0]] += number
    return [(code, language_name(code), number) for code, number in texts.most_common()]
