"""What the site says of itself: about it, and the imprint."""

import pytest

from articles.models import Source
from articles.views.about import LABELS
from newsroom import settings as own_settings

from .newsstand import make_source, make_text
from .validators import Head

TOLD = {
    "PROVIDER": ["Zentralasien e. V.", "Seidenstraße 1", "10115 Berlin"],
    "RESPONSIBLE": ["Aigul Beispiel", "Seidenstraße 1", "10115 Berlin"],
    "CONTACT_EMAIL": "redaktion@news.example",
}


def read(client, address):
    return " ".join(client.get(address).content.decode().split())


@pytest.fixture
def told(settings):
    """An operator who has told everything but a number to call."""
    for name, value in TOLD.items():
        setattr(settings, name, value)
    settings.CONTACT_PHONE = ""
    return settings


def test_the_imprint_tells_who_runs_the_site_and_who_answers_for_it(client, db, told):
    page = read(client, "/de/imprint/")
    for expected in (
        "<address>Zentralasien e. V.<br>Seidenstraße 1<br>10115 Berlin</address>",
        "<address>Aigul Beispiel<br>",
        '<a href="mailto:redaktion@news.example">redaktion@news.example</a>',
        "§ 5 DDG",
        "§ 18",
    ):
        assert expected in page
    assert "NEWSROOM_" not in page
    told.CONTACT_PHONE = "+49 30 1234"
    assert "+49 30 1234" in read(client, "/de/imprint/")


@pytest.mark.parametrize(
    ("missing", "variable"),
    [
        ("PROVIDER", "NEWSROOM_PROVIDER"),
        ("RESPONSIBLE", "NEWSROOM_RESPONSIBLE"),
        ("CONTACT_EMAIL", "NEWSROOM_EMAIL"),
    ],
)
def test_what_the_operator_has_not_told_is_said_to_be_missing(client, db, told, missing, variable):
    setattr(told, missing, type(TOLD[missing])())
    page = client.get("/de/imprint/").content.decode()
    assert variable in page
    assert page.count("NEWSROOM_") == 1
    assert Head(page).meta("robots") == ["noindex"]
    assert "/imprint/" not in client.get("/sitemap-pages.xml").content.decode()


def test_a_complete_imprint_is_found_by_search_engines(client, db, told):
    assert Head(read(client, "/de/imprint/")).meta("robots") == []
    assert "/de/imprint/" in client.get("/sitemap-pages.xml").content.decode()


def test_what_the_operator_tells_is_text_and_nothing_else(client, db, told):
    told.PROVIDER = ["<script>alert(1)</script>"]
    assert "<script>alert" not in read(client, "/de/imprint/")


def test_every_page_leads_to_the_imprint_and_to_the_page_about_us(client, agency):
    text = make_text("Text", source=agency)
    for address in ("/de/", "/de/articles/", text.get_absolute_url(), "/de/nirgends/"):
        page = read(client, address)
        assert '<a href="/de/imprint/">' in page
        assert '<a href="/de/about/">' in page


def test_lines_of_the_settings_end_with_semicolons(monkeypatch):
    monkeypatch.setenv("NEWSROOM_PROVIDER", " Zentralasien e. V. ;Seidenstraße 1;; 10115 Berlin;")
    assert own_settings._lines("NEWSROOM_PROVIDER") == TOLD["PROVIDER"]
    monkeypatch.delenv("NEWSROOM_PROVIDER")
    assert own_settings._lines("NEWSROOM_PROVIDER") == []


def test_every_label_is_explained_with_the_sources_that_bear_it_here(client, agency):
    assert set(LABELS) == set(Source.Label.values)
    make_text("Text", source=agency)
    make_source("Ohne Texte", label="agency")
    make_text("Geheim", source=make_source("Sperrblatt", "internal", label="agency"))
    page = read(client, "/de/about/")
    for label in Source.Label:
        assert f"<dt>{label.label}</dt>" in page
    assert '<a href="/de/sources/tienschan-dienst/">Tienschan-Dienst</a>' in page
    assert "Ohne Texte" not in page
    assert "Sperrblatt" not in page


def test_the_page_about_us_names_the_feeds_of_everything(client, db):
    page = client.get("/de/about/").content.decode()
    assert set(Head(page).feeds.values()) == {
        f"/de/articles/feed.{form}" for form in ("rss", "atom", "json")
    }
    for address in Head(page).feeds.values():
        assert f'<a href="{address}"' in page


def test_readers_are_told_where_to_write(client, db, told):
    assert "mailto:redaktion@news.example" in read(client, "/de/about/")
    assert "Zentralasien e. V." in read(client, "/de/about/")
    told.CONTACT_EMAIL = ""
    assert "mailto:" not in read(client, "/de/about/")


def test_what_the_pages_about_us_cost(client, agency, django_assert_num_queries):
    for number in range(3):
        make_text("Text", source=make_source(f"Blatt {number}"))
    with django_assert_num_queries(3):
        client.get("/de/about/")
    with django_assert_num_queries(1):
        client.get("/de/imprint/")
