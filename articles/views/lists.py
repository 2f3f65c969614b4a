"""Lists by country, by topic, by both, and of everything: one page, four addresses."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ..filters import ArticleFilter
from ..models import Article, Country, Topic
from .errors import Missing
from .paging import turn_to
from .rendering import render_page


@dataclass(frozen=True)
class Selection:
    """What a list is narrowed to, and the one address we give it."""

    country: Country | None = None
    topic: Topic | None = None

    @property
    def address(self) -> str:
        """The page of the country or the topic where only one is chosen, else the list with both."""
        if self.country and self.topic:
            chosen = urlencode({"country": self.country.slug, "topic": self.topic.slug})
            return f"{reverse('articles:articles')}?{chosen}"
        if self.country:
            return reverse("articles:country", args=[self.country.slug])
        if self.topic:
            return reverse("articles:topic", args=[self.topic.slug])
        return reverse("articles:articles")

    @property
    def page_address(self) -> str:
        """The address up to the number of a page."""
        return f"{self.address}{'&' if '?' in self.address else '?'}page="

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """Name of each choice, with the address of the list without it."""
        without = {
            self.country: replace(self, country=None),
            self.topic: replace(self, topic=None),
        }
        return [(value.name, rest.address) for value, rest in without.items() if value]

    def countries(self) -> list[tuple[str, str]]:
        """Other countries for the same topic: name and address."""
        articles = Article.objects.published()
        articles = articles.on(self.topic) if self.topic else articles
        offered = articles.their_countries()
        return [(c.name, replace(self, country=c).address) for c in offered if c != self.country]

    def topics(self) -> list[tuple[str, str]]:
        """Other topics of the same country: name and address."""
        articles = Article.objects.published()
        articles = articles.about(self.country) if self.country else articles
        offered = articles.their_topics()
        return [(t.name, replace(self, topic=t).address) for t in offered if t != self.topic]


@require_safe
def all_articles(request: HttpRequest) -> HttpResponse:
    """Everything, or what `?country=…&topic=…` narrows it to."""
    return _list(request, request.GET.dict())


@require_safe
def country(request: HttpRequest, slug: str) -> HttpResponse:
    """What is filed under a country, on one topic if `?topic=…` names it."""
    return _list(request, {**request.GET.dict(), "country": slug})


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """What is filed under a topic, about one country if `?country=…` names it."""
    return _list(request, {**request.GET.dict(), "topic": slug})


def _list(request: HttpRequest, parameters: dict[str, Any]) -> HttpResponse:
    filters = ArticleFilter(parameters, queryset=Article.objects.published())
    selection = _selection(filters)
    page = turn_to(filters.qs.newest_first().for_cards(), parameters.get("page", ""))
    return render_page(request, "articles/list.html", {"selection": selection, "page": page})


def _selection(filters: ArticleFilter) -> Selection:
    """Return what the parameters chose, or say in words which of them we do not know."""
    if filters.is_valid():
        return Selection(**filters.form.cleaned_data)
    if "country" in filters.errors:
        raise Missing(_("We have no country at this address."))
    raise Missing(_("We have no topic at this address."))
