"""What the public lists can be narrowed by; the addresses carry slugs, so that they can be shared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf.locale import LANG_INFO
from django_filters import FilterSet, MultipleChoiceFilter

from .models import Entity
from .querysets import FIRST_YEAR, ArticleQuerySet

#: As many values of one kind an address may carry; more is nobody's choice.
MOST_VALUES = 12
_YEARS = [(str(year), year) for year in range(FIRST_YEAR, 2200)]
_LANGUAGES = [(code, code) for code in LANG_INFO if "-" not in code]
_KINDS = [(kind, kind) for kind in Entity.Kind if kind != Entity.Kind.COUNTRY]


class ArticleFilter(FilterSet):
    """`country`, `topic`, `year`, `source`, `language` and `kind`: several values of one of them are alternatives.

    What none of them names is ignored. `keys` are, for each facet whose values are rows of ours, what listings call the
    values by their keys in addresses.
    """

    country = MultipleChoiceFilter(method="listed_by")
    topic = MultipleChoiceFilter(method="listed_by")
    year = MultipleChoiceFilter(choices=_YEARS, method="listed_by")
    source = MultipleChoiceFilter(method="listed_by")
    language = MultipleChoiceFilter(choices=_LANGUAGES, method="listed_by")
    kind = MultipleChoiceFilter(choices=_KINDS, method="listed_by")

    def __init__(self, *args: Any, keys: Mapping[str, Mapping[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.keys = keys
        for facet, known in keys.items():
            self.filters[facet].extra["choices"] = [(key, key) for key in known]

    @property
    def values(self) -> dict[str, list[str]]:
        """Of each facet the chosen values, as listings call them."""
        return {
            facet: [self.keys[facet][key] if facet in self.keys else key for key in chosen]
            for facet, chosen in self.form.cleaned_data.items()
        }

    def listed_by(self, articles: ArticleQuerySet, name: str, value: Iterable[str]):
        chosen = [f"{name}:{one}" for one in self.values[name]]
        return articles.listed_by(*chosen) if chosen else articles

    def narrowed(self, without: str = "") -> ArticleQuerySet:
        """Return all articles, readable or not, that are chosen when the filter `without` is left out."""
        articles = self.queryset
        for name, value in self.form.cleaned_data.items():
            if name != without:
                articles = self.filters[name].filter(articles, value)
        return articles
