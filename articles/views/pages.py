"""The front page."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_safe

from ..models import Article, Country
from .addresses import versions_of_page
from .facets import facets_of
from .maps import map_of
from .places import newest
from .rendering import Head, render_page, tagline
from .selection import asked_for

#: One lead, two under it, four beside it, four below.
ON_THE_FRONT = 11
HEADLINES_EACH = 3


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What is most recent, then the ways in by country and by topic."""
    countries = Country.objects.filter(focus=True)
    everything, channel = asked_for(QueryDict())
    facets = facets_of(everything)
    by_country = Article.objects.published().latest_about_each(countries, HEADLINES_EACH)
    context = {
        "articles": newest(Article.objects.all(), ON_THE_FRONT),
        "by_country": by_country,
        "map": map_of([country for country, _latest in by_country], facets.by_country),
        "topics": facets.options("topic"),
    }
    versions = versions_of_page(request, reverse("articles:home"))
    head = Head(title="", versions=versions, description=tagline(), channel=channel)
    return render_page(request, "articles/home.html", head, context)
