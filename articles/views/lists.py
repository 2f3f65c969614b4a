"""Lists of texts: everything, by country, by topic, by source, or narrowed by any of the facets; one view, four addresses."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from .addresses import versions_of_page
from .coverage import coverage_of
from .facets import facets_of
from .places import turn_to_place
from .rendering import Head, render_page
from .selection import asked_for


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
        channel.filed.published().for_cards(),
        request.GET,
        descending=not selection.oldest,
        undated=facets.undated,
    )
    head = Head(
        title=channel.title,
        versions=versions_of_page(request, page.address(channel.address)),
        channel=channel,
        trail=selection.trail,
        indexed=selection.is_page and not page.here,
    )
    context: dict[str, Any] = {"selection": selection, "facets": facets, "page": page}
    context |= {name: selection.only(name) for name in ("country", "topic", "source")}
    if not page.here and (context["country"] or context["topic"]):
        context["coverage"] = coverage_of(facets.months)
    return render_page(request, "articles/list.html", head, context)
