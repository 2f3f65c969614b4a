"""Lists by country, by topic, by both, and of everything: one page, four addresses."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from .addresses import versions_of_page
from .paging import address_of, turn_to
from .rendering import Head, render_page
from .selection import asked_for


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


def _list(request: HttpRequest, parameters: dict[str, str]) -> HttpResponse:
    selection, channel = asked_for(parameters)
    listed = channel.filed.published().newest_first().for_cards()
    page = turn_to(listed, parameters.get("page", ""))
    head = Head(
        title=channel.title,
        versions=versions_of_page(request, address_of(page, channel.address)),
        channel=channel,
        trail=selection.trail,
    )
    context = {"selection": selection, "page": page}
    return render_page(request, "articles/list.html", head, context)
