"""What search engines are told: robots.txt, the sitemaps and their index.

Texts and names are split by their keys, so that a part stays what it is while others grow, and each costs one query. A
text stands once, at its canonical address; the other pages once for each language of the interface (their `hreflang` is
in the pages). What a search engine shall leave out is in none of them.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import F, Max, QuerySet
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from ..models import Article, Entity, Precision
from ..querysets import ArticleQuerySet, EntityQuerySet
from ..sitemaps import (
    LARGEST,
    LARGEST_NEWS,
    NewsItem,
    news_sitemap,
    sitemap,
    sitemap_index,
)
from .about import imprint_is_complete
from .addresses import absolute, canonical_path, interface_for
from .archive import address_of_day, years_of
from .entities import KINDS
from .rendering import site_name
from .selection import Keys, address_of

NEWS_FOR = timedelta(days=2)
#: A name has a page in each language of the interface.
NAMES_A_PART = LARGEST // len(settings.LANGUAGES)
Pages = list[tuple[str, datetime | None]]


def _xml(text: str) -> HttpResponse:
    return HttpResponse(text, content_type="application/xml; charset=utf-8")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """`/robots.txt`: everything public may be read; where the sitemaps are."""
    lines = ["User-agent: *", f"Disallow: {reverse('admin:index')}", ""]
    for name in ("sitemap", "news-sitemap"):
        lines.append(f"Sitemap: {absolute(request, reverse(f'files:{name}'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
@conditional_page
@cache_control(no_cache=True)
def index(request: HttpRequest) -> HttpResponse:
    """The sitemaps that there are."""
    parts: list[tuple[str, datetime | None]] = [(reverse("files:sitemap-pages"), None)]
    texts = _texts().with_corrections()
    changed = Max(Coalesce("corrected_at", "published_at"))
    for part in _by_part(texts, LARGEST).annotate(changed=changed):
        parts.append((reverse("files:sitemap-articles", args=[part["part"]]), part["changed"]))
    for part in _by_part(_names(), NAMES_A_PART).distinct():
        parts.append((reverse("files:sitemap-names", args=[part["part"]]), None))
    return _xml(sitemap_index((absolute(request, path), changed) for path, changed in parts))


@require_safe
@conditional_page
@cache_control(no_cache=True)
def articles(request: HttpRequest, part: str) -> HttpResponse:
    """Published texts, each at its canonical address."""
    rows = _part_of(_texts().with_corrections(), part, LARGEST).values_list(
        "pk", "slug", "language", "published_at", "corrected_at"
    )
    places = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            places[code] = absolute(request, reverse("articles:articles"))
    # As `get_absolute_url` says, which would take longer than all the rest.
    pages = [
        (f"{places[interface_for(language)]}{slug or '-'}-{pk}/", corrected or published)
        for pk, slug, language, published, corrected in rows
    ]
    return _xml(sitemap(_unless_empty(pages)))


@require_safe
@conditional_page
@cache_control(no_cache=True)
def names(request: HttpRequest, part: str) -> HttpResponse:
    """People, organisations, places and events that published texts name."""
    rows = list(_part_of(_names(), part, NAMES_A_PART).values_list("kind", "slug"))
    pages: Pages = []
    for code, _name in settings.LANGUAGES:
        with override(code):
            pages += [
                (absolute(request, reverse(f"articles:{kind}", args=[slug])), None)
                for kind, slug in rows
            ]
    return _xml(sitemap(_unless_empty(pages)))


@require_safe
@conditional_page
@cache_control(no_cache=True)
def pages(request: HttpRequest) -> HttpResponse:
    """The front page, the archive and every list that search engines are to know, each only where it holds something."""
    published = Article.objects.published()
    fixed = [
        "home",
        "about",
        "articles",
        "archive",
        *(["imprint"] if imprint_is_complete() else []),
        *(place for place, _title in KINDS.values()),
    ]
    years = years_of(published.by_month())
    lists = [*_lists(published), *({"year": (year.key,)} for year in years)]
    days = published.days_of_the_year()
    paths = []
    for code, _name in settings.LANGUAGES:
        with override(code):
            paths += [year.address for year in years]
            paths += [month.address for year in years for month in year.months]
            paths += [reverse(f"articles:{name}") for name in fixed]
            paths += [address_of(keys) for keys in lists]
            paths += [address_of_day(month, day) for month, day in days]
    return _xml(sitemap((absolute(request, path), None) for path in paths))


def _lists(published: ArticleQuerySet) -> list[Keys]:
    """Return what texts are filed under: a country, a topic, both, a source, a language."""
    lists: list[Keys] = [{"country": (one.slug,)} for one in published.their_countries()]
    lists += [{"topic": (one.slug,)} for one in published.their_topics()]
    pairs = published.their_countries_with_topics()
    lists += [{"country": (country,), "topic": (topic,)} for country, topic in pairs]
    lists += [{"source": (one.slug,)} for one in published.their_sources()]
    return lists + [{"language": (language,)} for language in published.their_languages()]


@require_safe
@conditional_page
@cache_control(no_cache=True)
def news(request: HttpRequest) -> HttpResponse:
    """Our own texts of the last two days; never one that tells of older days or does not tell its day."""
    since = timezone.now() - NEWS_FOR
    ours = (
        Article.objects.published()
        .of_our_own()
        .filter(
            published_at__gte=since,
            date_precision=Precision.DAY,
            date_from__gte=timezone.localdate(since),
        )
    )
    rows = (
        ours.exclude(language="").latest_here().only("slug", "headline", "language", "published_at")
    )
    return _xml(news_sitemap(_news_item(request, one) for one in rows[:LARGEST_NEWS]))


def _news_item(request: HttpRequest, article: Any) -> NewsItem:
    with override(interface_for(article.language)):
        publication = site_name()
    return NewsItem(
        address=absolute(request, canonical_path(article)),
        title=article.headline,
        publication=publication,
        language=article.language.split("-")[0],
        published=article.published_at,
    )


def _texts() -> ArticleQuerySet:
    return Article.objects.published().for_search_engines()


def _names() -> EntityQuerySet:
    return Entity.objects.published().filter(kind__in=KINDS)


def _by_part(rows: QuerySet[Any], size: int) -> QuerySet[Any, dict[str, Any]]:
    return rows.values(part=F("pk") / size).order_by("part")


def _part_of(rows: QuerySet[Any], part: str, size: int) -> QuerySet[Any]:
    start = int(part) * size
    return rows.filter(pk__gte=start, pk__lt=start + size).order_by("pk")


def _unless_empty(pages: Pages) -> Pages:
    if not pages:
        raise Http404
    return pages
