"""Lists of texts: everything, by country, by topic, by source, or narrowed by any of the facets; one view, four addresses."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ..models import Article, Country, Topic
from ..querysets import IsAmong
from .addresses import versions_of_page
from .coverage import coverage_of
from .facets import Facets, facets_of
from .maps import map_of
from .places import turn_to_place
from .previews import of_list
from .rendering import Head, render_page
from .selection import asked_for

#: Names are in the news of a country that are most named in so many of its newest texts; so many of them are shown.
LATELY, NAMES = 200, 12


@require_safe
def all_articles(request: HttpRequest) -> HttpResponse:
    """Everything, or what the facets narrow it to."""
    return _list(request)


@require_safe
def country(request: HttpRequest, slug: str) -> HttpResponse:
    """What is filed under a country; other facets may narrow it."""
    return _list(request, country=slug)


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """What is filed under a topic; other facets may narrow it."""
    return _list(request, topic=slug)


@require_safe
def source(request: HttpRequest, slug: str) -> HttpResponse:
    """The texts of a source, who owns it, and how much of them we may show; one whose texts stay in the house has no page."""
    return _list(request, source=slug)


def _list(request: HttpRequest, **chosen: str) -> HttpResponse:
    selection, channel = asked_for(request.GET, **chosen)
    facets = facets_of(selection)
    page = turn_to_place(
        facets.listed, request.GET, keys=facets.keys, descending=not selection.oldest
    )
    head = Head(
        title=channel.title,
        versions=versions_of_page(request, page.address(channel.address)),
        channel=channel,
        trail=selection.trail,
        indexed=selection.is_page and bool(page.rows) and not page.here,
        preview=of_list(selection),
    )
    context: dict[str, Any] = {"selection": selection, "facets": facets, "page": page}
    context |= {name: selection.only(name) for name in ("country", "topic", "source")}
    if not page.here:
        context |= _around(facets, context["country"], context["topic"])
    return render_page(request, "articles/list.html", head, context)


def _around(facets: Facets, country: Country | None, topic: Topic | None) -> dict[str, Any]:
    """Return what stands around the first page of a country or a topic: names in the news, the map, the chart."""
    if country is None and topic is None:
        return {}
    coverage = coverage_of(facets.months)
    if country is None:
        return {"coverage": coverage}
    newest = Article.objects.published_to_count().first_keys([f"country:{country.pk}"], LATELY)
    desk = list(Country.objects.filter(focus=True))
    return {
        "desk_countries": desk,
        "coverage": coverage,
        "map": map_of(desk, facets.by_country, here=country),
        "in_the_news": Article.objects.filter(IsAmong("pk", newest)).most_named(NAMES),
    }
