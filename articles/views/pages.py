"""The front page and the page about us."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ..models import Article, Country
from .rendering import render_page

#: One lead, two under it, four beside it, four below.
ON_THE_FRONT = 11
HEADLINES_EACH = 3


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What is most recent, then the ways in by country and by topic."""
    published = Article.objects.published()
    countries = Country.objects.filter(focus=True)
    context = {
        "articles": list(published.newest_first().for_cards()[:ON_THE_FRONT]),
        "by_country": published.latest_about_each(countries, HEADLINES_EACH),
        "topics": published.their_topics(),
    }
    return render_page(request, "articles/home.html", context)


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What this site is and how it deals with texts."""
    return render_page(request, "articles/about.html")
