"""Canonical addresses and versions in other languages, on every kind of page."""

import pytest

from articles.models import ArticleRelation

from .newsstand import make_source, make_text, mention
from .validators import Head

SITE = "http://testserver"


def head_of(client, address):
    answer = client.get(address.removeprefix(SITE))
    assert answer.status_code == 200
    return Head(answer.content.decode())


def translate(earlier, later, **fields):
    defaults = {"kind": "translation", "confidence": 0.95}
    ArticleRelation.objects.create(article=later, other=earlier, **defaults | fields)


@pytest.fixture
def article(agency, kazakhstan, energy):
    found = make_text("Wasserstand sinkt", source=agency, about=[kazakhstan], on=[energy])
    mention(found, "Sadyr Japarov", "Sadyr Dschaparow")
    return found


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ("", ""),
        ("?utm_source=post", ""),
        ("about/", "about/"),
        ("articles/", "articles/"),
        ("articles/?page=1&ref=x", "articles/"),
        ("articles/?country=kazakhstan", "countries/kazakhstan/"),
        ("countries/kazakhstan/?topic=energy", "articles/?country=kazakhstan&topic=energy"),
        ("topics/energy/?country=kazakhstan", "articles/?country=kazakhstan&topic=energy"),
        ("sources/tienschan-dienst/?x=1", "sources/tienschan-dienst/"),
        ("people/", "people/"),
        ("people/?q=Japarov&page=1", "people/?q=Japarov"),
        ("people/sadyr-japarov/?page=1", "people/sadyr-japarov/"),
    ],
)
@pytest.mark.parametrize("language", ["de", "en", "ru"])
def test_a_page_has_one_address_in_each_language_of_the_interface(
    client, article, asked, path, language
):
    head = head_of(client, f"/{language}/{asked}")
    assert head.canonical == f"{SITE}/{language}/{path}"
    assert head.versions == {
        "de": f"{SITE}/de/{path}",
        "en": f"{SITE}/en/{path}",
        "ru": f"{SITE}/ru/{path}",
        "x-default": f"{SITE}/{path}",
    }


def test_a_later_page_of_a_list_is_a_page_of_its_own(client, agency):
    for number in range(21):
        make_text(f"Text {number}", source=agency)
    place = "after=20251118-0-1"
    head = head_of(client, f"/de/articles/?ref=x&{place}")
    assert head.canonical == f"{SITE}/de/articles/?{place}"
    assert head.versions["en"] == f"{SITE}/en/articles/?{place}"


@pytest.mark.parametrize("address", ["/de/", "/en/about/", "/ru/countries/kazakhstan/"])
def test_versions_name_each_other_and_the_default_leads_to_one_of_them(client, article, address):
    versions = head_of(client, address).versions
    default = versions["x-default"].removeprefix(SITE)
    for language in ("de", "en", "ru"):
        assert head_of(client, versions[language]).versions == versions
        led = client.get(default, headers={"Accept-Language": language}, follow=True)
        assert SITE + led.request["PATH_INFO"] == versions[language]


@pytest.mark.parametrize(
    ("language", "interface"),
    [
        ("de", "de"),
        ("en", "en"),
        ("en-GB", "en"),
        ("ru", "ru"),
        ("fr", "de"),
        ("kk-Cyrl", "de"),
        ("", "de"),
    ],
)
def test_an_article_has_one_address_with_the_interface_of_its_language(
    client, agency, language, interface
):
    text = make_text("Text", source=agency, language=language)
    canonical = f"{SITE}/{interface}/articles/text-{text.pk}/"
    for shown_in in ("de", "en", "ru"):
        head = head_of(client, f"/{shown_in}/articles/text-{text.pk}/")
        assert head.canonical == canonical
        # The same text in another interface is no version of it.
        itself = {language: canonical, "x-default": canonical}
        assert head.versions == (itself if language and shown_in == interface else {})


def test_translations_of_one_text_name_each_other(client, agency):
    french = make_text("Le barrage", source=agency, language="fr")
    german = make_text("Der Damm", source=agency, language="de")
    english = make_text("The dam", source=agency, language="en")
    russian = make_text("Плотина", source=agency, language="ru", slug="plotina")
    translate(french, german)
    translate(german, english)
    translate(english, russian)
    addresses = {
        "fr": f"{SITE}/de/articles/le-barrage-{french.pk}/",
        "de": f"{SITE}/de/articles/der-damm-{german.pk}/",
        "en": f"{SITE}/en/articles/the-dam-{english.pk}/",
        "ru": f"{SITE}/ru/articles/plotina-{russian.pk}/",
    }
    for address in addresses.values():
        head = head_of(client, address)
        assert head.canonical == address
        assert head.versions == addresses | {"x-default": addresses["fr"]}


@pytest.mark.parametrize(
    ("fields", "relation"),
    [
        ({"status": "draft"}, {}),
        ({"source": "Sperrblatt"}, {}),
        ({"url": "https://example.org/original"}, {}),  # a reprint: search engines leave it out
        ({}, {"confidence": 0.5}),
        ({}, {"kind": "same-event"}),
    ],
)
def test_what_is_no_sure_and_public_translation_is_no_version(client, agency, fields, relation):
    sources = {"Sperrblatt": lambda: make_source("Sperrblatt", "internal")}
    source = sources.get(fields.get("source"), lambda: agency)()
    german = make_text("Der Damm", source=agency)
    english = make_text("The dam", language="en", **{**fields, "source": source})
    translate(german, english, **relation)
    assert set(head_of(client, german.get_absolute_url()).versions) == {"de", "x-default"}


def test_of_two_texts_in_one_language_the_elder_is_the_version(client, agency):
    english = make_text("The dam", source=agency, language="en")
    elder = make_text("Der Damm", source=agency)
    younger = make_text("Noch ein Damm", source=agency)
    for german in (elder, younger):
        translate(english, german)
    versions = head_of(client, elder.get_absolute_url()).versions
    assert versions["de"] == SITE + elder.get_absolute_url()
    assert head_of(client, versions["en"]).versions == versions
    assert head_of(client, younger.get_absolute_url()).versions == {}


def test_a_reprint_is_left_to_the_outlet_that_printed_it_first(client, agency, settings):
    reprint = make_text("Nachdruck", source=agency, url="https://example.org/original")
    excerpt = make_text(
        "Auszug", source=make_source("Blatt", "excerpt"), url="https://example.org/other"
    )
    original = make_text("Eigenes", source=agency)
    robots = {
        one.headline: head_of(client, one.get_absolute_url()).meta("robots")
        for one in (reprint, excerpt, original)
    }
    assert robots == {"Nachdruck": ["noindex"], "Auszug": [], "Eigenes": []}
    assert head_of(client, reprint.get_absolute_url()).versions == {}
    settings.OWN_SOURCE = "tienschan-dienst"
    assert head_of(client, reprint.get_absolute_url()).meta("robots") == []


def test_search_results_are_left_out_by_search_engines(client, article):
    assert head_of(client, "/de/people/?q=Japarov").meta("robots") == ["noindex"]
    assert head_of(client, "/de/people/").meta("robots") == []


def test_a_site_with_one_address_names_it_wherever_it_is_asked(client, article, settings):
    settings.SITE_ADDRESS = "https://news.example"
    head = head_of(client, "/de/countries/kazakhstan/")
    assert head.canonical == "https://news.example/de/countries/kazakhstan/"
    assert head.versions["x-default"] == "https://news.example/countries/kazakhstan/"


@pytest.mark.parametrize("address", ["/de/nirgends/", "/de/articles/?after=x"])
def test_an_error_has_no_address_of_its_own(client, db, address):
    assert b'rel="canonical"' not in client.get(address).content


def test_pages_are_asked_for_again_before_a_cache_shows_them(client, article):
    for address in ("/de/", "/de/articles/", article.get_absolute_url(), "/de/people/"):
        answer = client.get(address)
        assert answer["Cache-Control"] == "no-cache"
        assert "Cookie" not in answer.get("Vary", "")
