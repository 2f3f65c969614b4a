"""What a page says of itself in the words of schema.org, Open Graph and cards."""

from datetime import UTC, datetime

import pytest

from articles.actions.correcting import correct
from articles.models import Entity
from tests.factories import make_editor

from .newsstand import make_source, make_text, mention, name_in
from .validators import Head

SITE = "http://testserver"
MORNING = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def head_of(client, address):
    return Head(client.get(address).content.decode())


def told(client, article):
    return head_of(client, article.get_absolute_url()).structured("NewsArticle")


def test_an_article_tells_what_its_page_shows(client, agency, kazakhstan, energy):
    article = make_text(
        "Wasserstand sinkt",
        source=agency,
        about=[kazakhstan],
        on=[energy],
        standfirst="Der Winter wird knapp.",
        byline=["Aigul Sadykowa", "Bernd Koslowski"],
        translator=["Jonas Petersen"],
        url="https://example.org/original",
        language="de",
    )
    mention(article, "Sadyr Japarov", "Sadyr Dschaparow")
    name_in(article, Entity.objects.create(name="Gipfel", kind="event"))
    outlet = {
        "@type": "Organization",
        "name": "Tienschan-Dienst",
        "url": f"{SITE}/de/sources/tienschan-dienst/",
    }
    address = SITE + article.get_absolute_url()
    assert told(client, article) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Wasserstand sinkt",
        "description": "Der Winter wird knapp.",
        "inLanguage": "de",
        "url": address,
        "mainEntityOfPage": address,
        "datePublished": "2025-11-17",
        "author": [
            {"@type": "Person", "name": "Aigul Sadykowa"},
            {"@type": "Person", "name": "Bernd Koslowski"},
        ],
        "translator": [{"@type": "Person", "name": "Jonas Petersen"}],
        "publisher": {
            "@type": "Organization",
            "name": "Zentralasien-Redaktion",
            "url": f"{SITE}/de/",
            "publishingPrinciples": f"{SITE}/de/about/",
            "correctionsPolicy": f"{SITE}/de/about/#corrections",
        },
        "sourceOrganization": outlet,
        "creditText": "Tienschan-Dienst",
        "isBasedOn": "https://example.org/original",
        "about": [{"@type": "Country", "name": "Kasachstan"}],
        "articleSection": ["Energie"],
        "mentions": [
            {
                "@type": "Person",
                "name": "Sadyr Dschaparow",
                "url": f"{SITE}/de/people/sadyr-japarov/",
            },
            {"@type": "Thing", "name": "Gipfel", "url": f"{SITE}/de/events/gipfel/"},
        ],
    }


def test_without_authors_the_outlet_is_the_author(client, agency):
    data = told(client, make_text("Text", source=agency))
    assert [author["name"] for author in data["author"]] == ["Tienschan-Dienst"]


@pytest.mark.parametrize(
    ("date", "fields", "expected"),
    [
        ("2025-11-17", {}, {"datePublished": "2025-11-17"}),
        ("2025-11-17", {"time": "12:00"}, {"datePublished": "2025-11-17"}),
        ("2022-05", {}, {"dateCreated": "2022-05"}),
        ("2022", {}, {"dateCreated": "2022"}),
        ("", {}, {}),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(client, agency, date, fields, expected):
    article = make_text("Text", source=agency, date=date, published_at=MORNING, **fields)
    data = told(client, article)
    assert {name: value for name, value in data.items() if "date" in name.lower()} == expected
    head = head_of(client, article.get_absolute_url())
    day = expected.get("datePublished")
    assert head.meta("article:published_time") == [day] * bool(day)


def test_our_own_text_was_published_when_it_appeared_here(client, agency, settings):
    settings.OWN_SOURCE = "tienschan-dienst"
    article = make_text("Text", source=agency, date="2026-11", published_at=MORNING)
    assert told(client, article)["datePublished"] == "2026-11-20T10:30:00+01:00"


def test_a_correction_that_readers_saw_is_told(client, agency):
    article = make_text("Falsch", source=agency)
    assert "dateModified" not in told(client, article)
    article = correct(article, {"headline": "Richtig"}, version=1, by=make_editor())
    head = head_of(client, article.get_absolute_url())
    modified = head.structured("NewsArticle")["dateModified"]
    assert head.meta("article:modified_time") == [modified]


def test_of_an_excerpt_no_more_is_told_than_its_page_shows(client, db):
    ledger = make_source("Steppe Ledger", "excerpt")
    article = make_text("Dam", source=ledger, standfirst="Kurz " * 200 + "Ende.", body=["Rest."])
    mention(article, "Rogun", "Rogun")
    page = client.get(article.get_absolute_url()).content.decode()
    for kept_back in ("Ende.", "Rest.", "Rogun"):
        assert kept_back not in page
    assert told(client, article)["description"].endswith("Kurz …")


@pytest.mark.parametrize(
    "headline",
    [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]>",
        "\"quoted\" & 'so'",
        "back\\slash",
        "\u2028 line",
    ],
)
def test_nothing_that_a_text_says_ends_or_runs_a_script(client, agency, headline):
    article = make_text(headline, source=agency, slug="x", standfirst=headline)
    page = client.get(article.get_absolute_url()).content.decode()
    head = Head(page)
    assert head.structured("NewsArticle")["headline"] == headline
    assert head.structured("BreadcrumbList")["itemListElement"][-1]["name"] == headline
    assert head.meta("og:title") == [headline]
    assert page.count("<script") == page.count("</script>") == 2


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/de/countries/kazakhstan/", [("Kasachstan", "/de/countries/kazakhstan/")]),
        (
            "/de/articles/?country=kazakhstan&topic=energy",
            [
                ("Kasachstan", "/de/countries/kazakhstan/"),
                ("Kasachstan: Energie", "/de/articles/?country=kazakhstan&topic=energy"),
            ],
        ),
        ("/de/articles/?page=1", [("Alle Texte", "/de/articles/")]),
        ("/de/sources/tienschan-dienst/", [("Tienschan-Dienst", "/de/sources/tienschan-dienst/")]),
        (
            "/de/people/rogun/",
            [("Personen", "/de/people/"), ("Rogun", "/de/people/rogun/")],
        ),
        ("/de/about/", [("Über diese Seite", "/de/about/")]),
    ],
)
def test_a_page_tells_the_way_to_it(client, agency, kazakhstan, energy, address, expected):
    mention(make_text("Text", source=agency), "Rogun", "Rogun")
    trail = head_of(client, address).structured("BreadcrumbList")["itemListElement"]
    steps = [("Zentralasien-Redaktion", "/de/"), *expected]
    assert [(step["name"], step["item"]) for step in trail] == [
        (name, SITE + path) for name, path in steps
    ]


def test_an_article_stands_under_the_country_that_it_is_about_first(
    client, agency, kazakhstan, uzbekistan
):
    article = make_text("Text", source=agency, about=[uzbekistan, kazakhstan])
    trail = head_of(client, article.get_absolute_url()).structured("BreadcrumbList")
    names = [step["name"] for step in trail["itemListElement"]]
    assert names == ["Zentralasien-Redaktion", "Usbekistan", "Text"]


def test_the_front_page_is_the_top_and_needs_no_way(client, agency):
    head = head_of(client, "/de/")
    assert head.data == []
    assert head.meta("og:type") == ["website"]
    assert head.meta("og:title") == head.meta("og:site_name") == ["Zentralasien-Redaktion"]


def test_an_article_has_what_cards_show(client, agency, kazakhstan, energy):
    article = make_text(
        "Damm", source=agency, about=[kazakhstan], on=[energy], standfirst="Wenig Wasser."
    )
    head = head_of(client, article.get_absolute_url())
    for name, expected in {
        "og:type": "article",
        "og:title": "Damm",
        "og:url": SITE + article.get_absolute_url(),
        "og:description": "Wenig Wasser.",
        "description": "Wenig Wasser.",
        "article:section": "Energie",
        "article:tag": "Kasachstan",
        "twitter:card": "summary_large_image",
        "twitter:title": "Damm",
        "twitter:description": "Wenig Wasser.",
    }.items():
        assert head.meta(name) == [expected], name


def test_a_browser_takes_structured_data_for_data_under_the_sites_own_policy(page, agency):
    article = make_text("</script><script>alert(1)</script>", source=agency, slug="x")
    page.goto(article.get_absolute_url())  # the fixture fails on any violation of the policy
    read = "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').text)"
    assert page.evaluate(f"{read}.headline") == article.headline
