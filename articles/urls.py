"""Public addresses; the interface language stands before them, but for files that are for machines alone."""

from django.urls import path, re_path, register_converter

from .feeds import FORMS
from .views import sitemaps
from .views.about import about, imprint
from .views.archive import archive, month, on_this_day, year
from .views.articles import article
from .views.cards import article_card, entity_card, list_card, site_card
from .views.entities import KINDS, directory, entity
from .views.feeds import entity_feed, list_feed
from .views.lists import all_articles, country, source, topic
from .views.pages import home
from .views.reserving import well_known
from .views.search import search

FEED = f"feed[.](?P<form>{'|'.join(FORMS)})"


class FormConverter:
    """The ending of a feed's address."""

    regex = "|".join(FORMS)

    def to_python(self, value: str) -> str:
        """Return it as it is."""
        return value

    to_url = to_python


register_converter(FormConverter, "form")

app_name = "articles"
urlpatterns = [
    path("", home, name="home"),
    path("card.png", site_card, name="card"),
    path("about/", about, name="about"),
    path("imprint/", imprint, name="imprint"),
    path("articles/", all_articles, name="articles"),
    path("articles/feed.<form:form>", list_feed),
    path("articles/<slug:slug>-<int:pk>/", article, name="article"),
    path("articles/<slug:slug>-<int:pk>/card.png", article_card),
    path("search/", search, name="search"),
    path("archive/", archive, name="archive"),
    path("archive/on-this-day/", on_this_day, name="on-this-day"),
    re_path(
        r"^archive/on-this-day/(?P<month>[01][0-9])-(?P<day>[0-3][0-9])/$",
        on_this_day,
        name="on-day",
    ),
    re_path(r"^archive/(?P<year>[12][0-9]{3})/$", year, name="year"),
    re_path(r"^archive/(?P<year>[12][0-9]{3})/(?P<month>[01][0-9])/$", month, name="month"),
    path("countries/<slug:slug>/", country, name="country"),
    path("countries/<slug:country>/card.png", list_card),
    path("countries/<slug:country>/feed.<form:form>", list_feed),
    path("topics/<slug:slug>/", topic, name="topic"),
    path("topics/<slug:topic>/card.png", list_card),
    path("topics/<slug:topic>/feed.<form:form>", list_feed),
    path("sources/<slug:slug>/", source, name="source"),
    path("sources/<slug:source>/card.png", list_card),
    path("sources/<slug:source>/feed.<form:form>", list_feed),
]
for kind, (place, _title) in KINDS.items():
    # An editor may write an address in any script.
    address = rf"^{place}/(?P<slug>[\w-]+)/"
    urlpatterns += [
        path(f"{place}/", directory, {"kind": kind.value}, name=place),
        re_path(f"{address}$", entity, {"kind": kind.value}, name=kind.value),
        re_path(f"{address}card[.]png$", entity_card, {"kind": kind.value}),
        re_path(f"{address}{FEED}$", entity_feed, {"kind": kind.value}),
    ]

#: Without a language: they stand at the root of the site.
files = [
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-pages.xml", sitemaps.pages, name="sitemap-pages"),
    path("sitemap-news.xml", sitemaps.news, name="news-sitemap"),
    re_path(
        r"^sitemap-articles-(?P<part>\d{1,6})[.]xml$", sitemaps.articles, name="sitemap-articles"
    ),
    re_path(r"^sitemap-names-(?P<part>\d{1,6})[.]xml$", sitemaps.names, name="sitemap-names"),
    path(".well-known/tdmrep.json", well_known, name="tdmrep"),
]
