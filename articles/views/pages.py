"""The front page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_safe

from ..models import Article, ArticleRelation, Country, SourcePolicy
from ..querysets.listing import EVERYTHING, load_filing
from .addresses import versions_of_page
from .facets import Option, facets_of
from .front import LOOKED_AT, Candidate, Matter, what_matters
from .maps import map_of
from .rendering import Head, render_page, tagline
from .selection import asked_for

#: What matters now: one lead, two under it, four beside it; below all, so many of the most recent.
MATTERS, RECENT = 7, 8
HEADLINES_EACH = 3
#: So many topics, those with most texts, stand there with their newest headlines.
TOPICS = 5
Kind = ArticleRelation.Kind


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What matters now, then by topic, by country, and what is most recent."""
    everything, channel = asked_for(QueryDict())
    facets = facets_of(everything)
    countries = list(Country.objects.filter(focus=True))
    topics = facets.options("topic")
    newest = _newest([f"country:{one.pk}" for one in countries], topics[:TOPICS])
    rows = _rows(newest)
    matters = _matters([rows[key] for key in newest[EVERYTHING] if key in rows])[:MATTERS]
    shown = [rows[one.pk] for one in matters]
    recent = [rows[key] for key in newest[EVERYTHING] if key in rows and rows[key] not in shown]
    load_filing(shown)
    context = {
        "matters": list(zip(shown, matters, strict=True)),
        "recent": recent[:RECENT],
        "by_country": [(one, _of(rows, newest[f"country:{one.pk}"])) for one in countries],
        "by_topic": [(one, _of(rows, newest[f"topic:{one.key}"])) for one in topics[:TOPICS]],
        "other_topics": topics[TOPICS:],
        "map": map_of(countries, facets.by_country),
        "desk_countries": countries,
    }
    versions = versions_of_page(request, reverse("articles:home"))
    head = Head(title="", versions=versions, description=tagline(), channel=channel)
    return render_page(request, "articles/home.html", head, context)


def _newest(countries: Sequence[str], topics: Sequence[Option]) -> dict[str, list[int]]:
    """Return the keys of the newest texts of all, of each country and of each topic, in one query."""
    lists = [*countries, *(f"topic:{one.key}" for one in topics)]
    wanted = {EVERYTHING: LOOKED_AT} | dict.fromkeys(lists, HEADLINES_EACH)
    return Article.objects.published_to_count().newest_of_each(wanted)


def _rows(newest: Mapping[str, Sequence[int]]) -> dict[int, Any]:
    """Return the articles themselves, in one query."""
    keys = {key for keys in newest.values() for key in keys}
    unread = ("byline", "translator", "photo_credits", "captions", "note")
    rows = Article.objects.published().with_origin().select_related("source").defer(*unread)
    return rows.in_bulk(keys) if keys else {}


def _of(rows: Mapping[int, Any], keys: Sequence[int]) -> list[Any]:
    return [rows[key] for key in keys if key in rows]


def _matters(newest_first: Sequence[Any]) -> list[Matter]:
    """Return the newest texts in the order in which they matter, by their relations, in one query."""
    keys = [one.pk for one in newest_first]
    kinds = (Kind.SAME_EVENT, Kind.NEAR_DUPLICATE, Kind.TRANSLATION)
    alike = ArticleRelation.objects.filter(article__in=keys, other__in=keys, kind__in=kinds)
    candidates = [
        Candidate(
            one.pk,
            one.source_id,
            one.date_from,
            one.is_ours,
            one.policy == SourcePolicy.Policy.FULL,
        )
        for one in newest_first
    ]
    pairs = alike.for_readers().values_list("article", "other")
    return what_matters(candidates, pairs)
