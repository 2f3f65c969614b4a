"""What the list of articles can be narrowed by, and how it is searched."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ..models import Entity, Mention
from ..querysets import ArticleQuerySet
from ..templatetags.reading import language_name
from .doubts import doubtful


class DoubtFilter(admin.SimpleListFilter):
    """Texts with a value that somebody should look at, or without."""

    title = _("doubtful values")
    parameter_name = "doubtful"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Offer both."""
        return [("yes", _("with doubtful values")), ("no", _("without"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Narrow the list."""
        return doubtful(queryset, self.value() == "yes") if self.value() else queryset


class CountryFilter(admin.SimpleListFilter):
    """Texts by the country that they are about."""

    title = _("country it is about")
    parameter_name = "country"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Offer the countries that texts are filed under."""
        filed = model_admin.model.objects.all().their_countries()
        return [(country.code, country.name) for country in filed]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Narrow the list; an unknown code finds nothing."""
        return queryset.about(self.value()) if self.value() else queryset


class TopicFilter(admin.SimpleListFilter):
    """Texts by topic."""

    title = _("topic")
    parameter_name = "topic"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Offer the topics that texts are filed under."""
        filed = model_admin.model.objects.all().their_topics()
        return [(topic.code, topic.name) for topic in filed]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Narrow the list; an unknown code finds nothing."""
        return queryset.on(self.value()) if self.value() else queryset


class LanguageFilter(admin.SimpleListFilter):
    """Texts or sources by the language that they are written in."""

    title = _("language")
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Offer the languages that the rows of the table have."""
        codes = model_admin.model.objects.order_by("language").values_list("language", flat=True)
        return [(code, language_name(code)) for code in codes.distinct() if code]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Narrow the list."""
        return queryset.filter(language=self.value()) if self.value() else queryset


def search(articles: ArticleQuerySet, words: str) -> ArticleQuerySet:
    """Return articles in which each of `words` stands: in headline, standfirst, source, or a name in any spelling."""
    for word in words.split():
        named = Mention.objects.filter(
            content_object=OuterRef("pk"), rejected=False, tag__in=Entity.objects.matching(word)
        )
        articles = articles.filter(
            Q(headline__icontains=word)
            | Q(standfirst__icontains=word)
            | Q(slugline__icontains=word)
            | Q(source__name__icontains=word)
            | Exists(named)
        )
    return articles
