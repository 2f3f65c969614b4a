"""What a list is narrowed to, by which of its facets, and the one address that we give it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..filters import MOST_VALUES, ArticleFilter
from ..models import Article
from ..templatetags.reading import language_name
from .channels import Channel
from .errors import Missing, Unreadable
from .values import ROWS, Values, values_of_facets

#: What a list can be narrowed by, in the order of the address, and what an unknown value is answered with.
FACETS = {
    "country": gettext_lazy("We have no country at this address."),
    "topic": gettext_lazy("We have no topic at this address."),
    "year": gettext_lazy("This is no year that we have texts of."),
    "source": gettext_lazy("We have no source at this address."),
    "language": gettext_lazy("We know no language by this code."),
    "kind": gettext_lazy("We know no such kind of name."),
}
#: What texts name: kinds of names, as readers choose them.
KINDS = {
    "person": gettext_lazy("People"),
    "organisation": gettext_lazy("Organisations"),
    "place": gettext_lazy("Places"),
    "event": gettext_lazy("Events"),
}
#: Facets whose values have a page of their own.
WITH_PAGES = ("country", "topic", "source")
_VALUE = re.compile(r"[\w-]{1,120}")

Keys = Mapping[str, tuple[str, ...]]


def address_of(keys: Keys, oldest: bool = False, question: str = "") -> str:
    """Return the address of the list narrowed to these values: the page of a lone country, topic or source, else all.

    With a question it is that of its search.
    """
    chosen = [(facet, key) for facet in FACETS for key in sorted(keys.get(facet, ()))]
    if len(chosen) == 1 and chosen[0][0] in WITH_PAGES and not oldest and not question:
        facet, key = chosen[0]
        return reverse(f"articles:{facet}", args=[key])
    if oldest:
        chosen.append(("sort", "oldest"))
    if question:
        chosen.insert(0, ("q", question))
    everything = reverse("articles:search" if question else "articles:articles")
    return f"{everything}?{urlencode(chosen)}" if chosen else everything


@dataclass(frozen=True)
class Selection:
    """What a list is narrowed to, by the filter that read it, what there is, and whether the eldest text stands first.

    With a question the list is what a search for it finds.
    """

    filters: ArticleFilter
    values: Values
    oldest: bool = False
    question: str = ""

    @property
    def names(self) -> dict[str, dict[str, str]]:
        """Of each facet the chosen keys, and what readers call them."""
        return {facet: self._names(facet) for facet in FACETS}

    def _names(self, facet: str) -> dict[str, str]:
        keys = self.filters.form.cleaned_data[facet]
        if facet in ROWS:
            called = dict(self.values[facet].values())
            return {key: called[key] for key in keys}
        if facet == "kind":
            return {key: str(KINDS[key]) for key in keys}
        return {key: str(language_name(key)) if facet == "language" else key for key in keys}

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """Of each facet the chosen keys."""
        return {facet: tuple(keys) for facet, keys in self.filters.form.cleaned_data.items()}

    @property
    def title(self) -> str:
        """What the list shows, in words."""
        names = [", ".join(chosen.values()) for chosen in self.names.values() if chosen]
        if self.keys["country"] and self.keys["topic"]:
            country, topic, *others = names
            names = [_("%(country)s: %(topic)s") % {"country": country, "topic": topic}, *others]
        return " · ".join(names) or _("All texts")

    @property
    def address(self) -> str:
        """The one address of the list."""
        return address_of(self.keys, self.oldest, self.question)

    @property
    def orders(self) -> list[tuple[str, str, bool]]:
        """The orders a list can have: name, address, whether it is the present one."""
        return [
            (_("newest first"), address_of(self.keys, False, self.question), not self.oldest),
            (_("oldest first"), address_of(self.keys, True, self.question), self.oldest),
        ]

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """Name of each choice, with the address of the list without it."""
        return [
            (name, self.switched(facet, key))
            for facet, names in self.names.items()
            for key, name in names.items()
        ]

    def switched(self, facet: str, key: str) -> str:
        """Return the address of the list with this value added, or taken away where it is chosen."""
        keys = self.keys
        keys[facet] = tuple({*keys[facet]} ^ {key})
        return address_of(keys, self.oldest, self.question)

    def is_only(self, facet: str) -> bool:
        """Return whether the list is narrowed to a lone value, and that is one of `facet`."""
        return len(self.keys[facet]) == 1 == sum(map(len, self.keys.values()))

    def only(self, facet: str) -> Any:
        """Return the row of the lone value that the list is narrowed to if it is one of `facet`, else None."""
        return self._lone if self.is_only(facet) else None

    @cached_property
    def _lone(self) -> Any:
        [(facet, [value])] = [(facet, them) for facet, them in self.filters.values.items() if them]
        rows: Any = ROWS[facet]._default_manager.all()
        return (rows.with_policy() if facet == "source" else rows).get(pk=value)

    @property
    def is_page(self) -> bool:
        """Whether search engines are to know the list: everything, one value, or one country with one topic."""
        keys = {facet: len(keys) for facet, keys in self.keys.items() if keys}
        known = (
            {},
            {"country": 1, "topic": 1},
            *({facet: 1} for facet in FACETS if facet != "kind"),
        )
        return not self.oldest and keys in known

    @property
    def trail(self) -> list[tuple[str, str]]:
        """The way from the front page to this list: name and address of each step."""
        here = (self.title, self.address)
        countries = self.names["country"].items()
        if len(countries) == 1 and not self.is_only("country"):
            return [(name, address_of({"country": (key,)})) for key, name in countries] + [here]
        return [here]


def asked_for(parameters: QueryDict, **chosen: str) -> tuple[Selection, Channel]:
    """Return what the parameters, and `chosen` by the address itself, narrow a list to.

    Raises `Missing`, in words, where a value is not known to us, and `Unreadable` where there are absurdly many.
    """
    values = {
        facet: ({*parameters.getlist(facet)} | {chosen.get(facet, "")}) - {""} for facet in FACETS
    }
    for facet, answer in FACETS.items():
        if len(values[facet]) > MOST_VALUES:
            raise Unreadable(_("This address names more than anybody would choose."))
        if not all(map(_VALUE.fullmatch, values[facet])):
            raise Missing(answer)
    sort = parameters.get("sort", "")
    if sort not in ("", "newest", "oldest"):
        raise Unreadable(_("A list can begin with the newest or with the oldest text."))
    data = MultiValueDict({facet: sorted(them) for facet, them in values.items()})
    known = values_of_facets()
    keys = {
        facet: {key: value for value, (key, _name) in of.items()} for facet, of in known.items()
    }
    filters = ArticleFilter(data, queryset=Article.objects.all(), keys=keys)
    for facet in filters.errors:
        raise Missing(FACETS[facet])
    selection = Selection(filters, known, oldest=sort == "oldest")
    return selection, Channel(selection.title, selection.address, filters.narrowed())
