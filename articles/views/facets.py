"""How many texts of a list are filed under what: the figures beside a list, on the map and in the chart."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from ..querysets import ArticleQuerySet
from ..querysets.listing import EVERYTHING
from ..querysets.tallies import CHOSEN, Tallies, tally
from ..templatetags.reading import language_name
from .selection import FACETS, KINDS, Selection

TITLES = {
    "country": _("Countries"),
    "topic": _("Topics"),
    "year": _("Years"),
    "source": _("Sources"),
    "language": _("Languages"),
    "kind": _("Named in the text"),
}
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
        return [one for one in self.options[OFFERED:] if not one.chosen]


@dataclass(frozen=True)
class Facets:
    """The figures of a list. Of each facet they count what would stand there if nothing of it were chosen."""

    selection: Selection
    tallies: Tallies

    @property
    def months(self) -> Mapping[str, int]:
        """Texts by month (`2022-05`); those that say only the year under `2022`; of all years."""
        return self.tallies["month"]

    @property
    def total(self) -> int:
        """How many texts the list holds."""
        return self.tallies[EVERYTHING].get("", 0)

    @property
    def by_country(self) -> dict[str, int]:
        """Texts by the address of the country."""
        return {key: texts for key, _name, texts in self._counted("country")}

    @property
    def driving(self) -> str:
        """The chosen facet by which the fewest texts are listed: to read the list by it is the shortest way; else nothing."""
        chosen = self.tallies[CHOSEN]
        return min(chosen, default="", key=lambda facet: chosen[facet])

    @property
    def keys(self) -> list[str]:
        """The keys of listings by which the list is read."""
        driving = self.driving
        if not driving:
            return [EVERYTHING]
        return [f"{driving}:{value}" for value in self.selection.filters.values[driving]]

    @property
    def listed(self) -> ArticleQuerySet:
        """All articles, readable or not, that are chosen by the facets that `keys` do not name."""
        return self.selection.filters.narrowed(without=self.driving)

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
        counted = self._counted(facet)
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

    def _counted(self, facet: str) -> list[tuple[str, str, int]]:
        """Return key, name and number of texts of each value of a facet that has any, in the order of the page."""
        tallies = self.tallies[facet]
        if facet == "year":
            return [(year, year, texts) for year, texts in sorted(tallies.items(), reverse=True)]
        if facet == "language":
            rows = [(code, str(language_name(code)), texts) for code, texts in tallies.items()]
        elif facet == "kind":
            return [
                (kind, str(name), tallies[kind]) for kind, name in KINDS.items() if tallies[kind]
            ]
        else:
            rows = [
                (*named, tallies[value])
                for value, named in self.selection.values[facet].items()
                if tallies[value]
            ]
        return sorted(rows, key=lambda row: -row[2])


def facets_of(selection: Selection, among: Collection[int] | None = None) -> Facets:
    """Return the figures of a list of published texts as they are now, of those `among` these keys where they are given."""
    tallies = tally(selection.filters.values, selection.values["source"].keys(), among)
    return Facets(selection, tallies)
