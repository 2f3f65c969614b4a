"""The search: texts that hold all words, in whatever spelling they name whom the words mean; newest first."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ..pipeline.search import LONGEST_QUESTION
from .addresses import versions_of_page
from .facets import facets_of
from .hits import hit_of
from .places import turn
from .rendering import Head, render_page
from .searching import MOST, Search, search_for
from .selection import Selection, asked_for


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What `?q=` finds, narrowed by facets as any list; without words the form and other ways in."""
    wanted = search_for(request.GET)
    selection, _channel = asked_for(request.GET)
    selection = replace(selection, question=wanted.question)
    wanted = replace(wanted, narrowing=_narrowing(selection))
    page = turn(wanted.read, request.GET, descending=not selection.oldest)
    head = Head(
        title=_("Search"),
        versions=versions_of_page(request, page.address(selection.address)),
        trail=[(_("Search"), reverse("articles:search"))],
        indexed=False,
    )
    context: dict[str, Any] = {"search": wanted, "selection": selection, "page": page}
    context |= {"longest": LONGEST_QUESTION, "names": wanted.names(page.rows)}
    context["hits"] = [hit_of(row, wanted.words) for row in page.rows]
    if page.rows:
        context |= _counted(wanted, selection)
    return render_page(request, "articles/search.html", head, context)


def _counted(wanted: Search, selection: Selection) -> dict[str, Any]:
    """Return the figures beside the texts, which count the newest `MOST` that hold the words, and whether there are more."""
    everywhere = wanted.everywhere
    capped = len(everywhere) > MOST
    newest = wanted.newest if capped else everywhere
    more = len(newest) > MOST
    facets = facets_of(selection, {*everywhere[:MOST], *newest[:MOST]})
    return {
        "facets": facets,
        "total": MOST if more else facets.total,
        "more": more,
        "counted": MOST if capped else 0,
    }


def _narrowing(selection: Selection) -> list[list[str]]:
    values = selection.filters.values.items()
    return [[f"{facet}:{value}" for value in chosen] for facet, chosen in values if chosen]
