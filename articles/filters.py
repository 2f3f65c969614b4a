"""What the public lists can be narrowed by; the addresses carry slugs, so that they can be shared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf.locale import LANG_INFO
from django_filters import FilterSet, ModelMultipleChoiceFilter, MultipleChoiceFilter

from .models import Country, Source, Topic
from .querysets import FIRST_YEAR, ArticleQuerySet

#: As many values of one kind an address may carry; more is nobody's choice.
MOST_VALUES = 12
_YEARS = [(str(year), year) for year in range(FIRST_YEAR, 2200)]
_LANGUAGES = [(code, code) for code in LANG_INFO if "-" not in code]


class ArticleFilter(FilterSet):
    """`country`, `topic`, `year`, `source` and `language`: several values of one kind are alternatives.

    What none of them names is ignored.
    """

    country = ModelMultipleChoiceFilter(
        queryset=Country.objects.all(), to_field_name="slug", method="about_any"
    )
    topic = ModelMultipleChoiceFilter(
        queryset=Topic.objects.all(), to_field_name="code", method="on_any"
    )
    year = MultipleChoiceFilter(choices=_YEARS, method="of_years")
    source = ModelMultipleChoiceFilter(
        queryset=lambda request: Source.objects.public(), to_field_name="slug", method="from_any"
    )
    language = MultipleChoiceFilter(choices=_LANGUAGES, method="in_languages")

    def about_any(self, articles: ArticleQuerySet, name: str, value: Iterable[Country]):
        return articles.about_any(list(value)) if value else articles

    def on_any(self, articles: ArticleQuerySet, name: str, value: Iterable[Topic]):
        return articles.on_any(list(value)) if value else articles

    def of_years(self, articles: ArticleQuerySet, name: str, value: list[str]):
        return articles.dated_in_any([int(year) for year in value])

    def from_any(self, articles: ArticleQuerySet, name: str, value: Iterable[Source]):
        return articles.filter(source__in=list(value)) if value else articles

    def in_languages(self, articles: ArticleQuerySet, name: str, value: list[str]):
        return articles.in_languages(value)

    def narrowed(self, without: str = "") -> ArticleQuerySet:
        """Return all articles, readable or not, that are chosen when the filter `without` is left out."""
        articles = self.queryset
        values: dict[str, Any] = self.form.cleaned_data
        for name, value in values.items():
            if name != without:
                articles = self.filters[name].filter(articles, value)
        return articles
