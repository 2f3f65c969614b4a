"""What search engines are told: robots.txt, the index of sitemaps and its parts, the news sitemap."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.actions.correcting import correct
from articles.models import Article, Entity
from articles.views import sitemaps
from tests.factories import make_editor

from .newsstand import make_source, make_text, mention
from .page_types import LANGUAGES
from .validators import Head, checked_news_sitemap, checked_sitemap

SITE = "http://testserver"
NEWSROOM = "tienschan-dienst"


def listed(client, name):
    answer = client.get(f"/{name}.xml")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    return checked_sitemap(answer.content.decode())


def all_listed(client):
    """Return every address in every sitemap of the index."""
    parts = [
        part.removeprefix(f"{SITE}/").removesuffix(".xml") for part in listed(client, "sitemap")
    ]
    addresses = [address for part in parts for address in listed(client, part)]
    assert len(set(addresses)) == len(addresses)
    return addresses


@pytest.fixture
def shelf(agency, kazakhstan, uzbekistan, energy, sport):
    """Texts, names and lists, with some that hold nothing."""
    text = make_text("Wasserstand", source=agency, about=[kazakhstan], on=[energy])
    mention(text, "Sadyr Japarov", "Sadyr Dschaparow")
    make_text("The dam", source=agency, slug="", language="en")
    make_text("Плотина", source=agency, slug="plotina", language="ru")
    make_source("Leeres Blatt")
    Entity.objects.create(name="Niemand", kind="person")


def test_every_listed_address_is_a_page_that_gives_itself_this_address(client, shelf):
    addresses = all_listed(client)
    filed = ["country", "topic", "both", "source", "year", *("de", "en", "ru"), "day of the year"]
    archive, fixed, names = ["year", "month"], 8, 1
    assert len(addresses) == 3 + len(LANGUAGES) * (len(filed) + len(archive) + fixed + names)
    for address in addresses:
        answer = client.get(address.removeprefix(SITE))
        assert answer.status_code == 200
        head = Head(answer.content.decode())
        assert head.canonical == address
        assert head.meta("robots") == []


def test_lists_and_names_stand_in_each_language_and_only_with_texts(client, shelf):
    addresses = all_listed(client)
    for language in LANGUAGES:
        for path in ("", "countries/kazakhstan/", "topics/energy/", f"sources/{NEWSROOM}/"):
            assert f"{SITE}/{language}/{path}" in addresses
        assert f"{SITE}/{language}/people/sadyr-japarov/" in addresses
    for empty in ("uzbekistan", "sport", "leeres-blatt", "niemand"):
        assert not [address for address in addresses if empty in address]


def test_a_text_stands_once_with_its_last_change(client, agency):
    published = timezone.now() - timedelta(days=5)
    german = make_text("Damm", source=agency, published_at=published)
    corrected = make_text("Fehler", source=agency, published_at=published)
    correct(corrected, {"headline": "Richtig"}, version=corrected.version, by=make_editor())
    found = listed(client, "sitemap-articles-0")
    expected = timezone.localtime(published).isoformat("T", "seconds")
    assert found[f"{SITE}{german.get_absolute_url()}"] == expected
    (changed,) = (when for address, when in found.items() if "damm" not in address)
    assert changed > expected
    assert listed(client, "sitemap")[f"{SITE}/sitemap-articles-0.xml"] == changed


def now(**offset):
    return timezone.now() + timedelta(**offset)


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "draft"},
        {"status": "review"},
        {"status": "spiked", "published_at": None},
        {"published_at": now(days=1)},
        {"embargo_until": now(hours=1)},
        {"status": "withdrawn", "withdrawn_at": now(minutes=-5)},
        {"source": ""},
        {"source": "internal"},
        {"source": "blocked"},
        {"url": "https://example.org/original"},  # a reprint
    ],
)
def test_what_search_engines_shall_not_find_is_in_no_sitemap(client, agency, settings, fields):
    policy = fields.get("source")
    source = agency if policy is None else make_source("Sperrblatt", policy)
    make_text("Geheimer Stausee", **{**fields, "source": source})
    settings.OWN_SOURCE = "" if "url" in fields else source.slug
    assert not [address for address in all_listed(client) if "geheim" in address]
    assert not [address for address in all_listed(client) if "sperrblatt" in address]
    assert b"Geheim" not in client.get("/sitemap-news.xml").content


def test_sitemaps_are_split_by_keys_and_grow_at_their_end(client, agency, monkeypatch):
    monkeypatch.setattr(sitemaps, "LARGEST", 3)
    monkeypatch.setattr(sitemaps, "NAMES_A_PART", 2)
    texts = [make_text(f"Text {number}", source=agency) for number in range(7)]
    for number, text in enumerate(texts[:5]):
        mention(text, f"Name {number}", "")
    index = listed(client, "sitemap")
    parts = [part for part in index if "articles" in part]
    assert len(parts) in (3, 4)  # by where the keys of this database begin
    found = [
        address
        for part in parts
        for address in listed(client, part.removeprefix(f"{SITE}/").removesuffix(".xml"))
    ]
    assert found == [SITE + text.get_absolute_url() for text in texts]
    for part in parts:
        assert len(listed(client, part.removeprefix(f"{SITE}/").removesuffix(".xml"))) <= 3
    assert len([address for address in all_listed(client) if "/people/name" in address]) == 15


@pytest.mark.parametrize(
    "name",
    [
        "sitemap-articles-7",
        "sitemap-names-7",
        "sitemap-articles-999999",
        "sitemap-articles-1000000",
        "sitemap-articles--1",
        "sitemap-articles-x",
        "sitemap-articles-" + "9" * 5000,
        "sitemap-sources-0",
    ],
)
def test_a_part_that_there_is_not_is_not_found(client, shelf, name):
    assert client.get(f"/{name}.xml").status_code == 404


def test_an_empty_newsroom_has_sound_sitemaps(client, db):
    assert list(listed(client, "sitemap")) == [f"{SITE}/sitemap-pages.xml"]
    assert f"{SITE}/de/" in listed(client, "sitemap-pages")
    assert checked_news_sitemap(client.get("/sitemap-news.xml").content.decode()) == {}


@pytest.fixture
def today():
    return timezone.localdate().isoformat()


def news(client):
    return checked_news_sitemap(client.get("/sitemap-news.xml").content.decode())


def test_the_news_sitemap_holds_our_own_fresh_texts(client, agency, settings, today):
    settings.OWN_SOURCE = NEWSROOM
    german = make_text("Damm & Wasser", source=agency, date=today)
    english = make_text("The dam", source=agency, date=today, language="en-GB")
    assert news(client) == {
        f"{SITE}/en/articles/the-dam-{english.pk}/": "The dam",
        f"{SITE}/de/articles/damm-wasser-{german.pk}/": "Damm & Wasser",
    }
    text = client.get("/sitemap-news.xml").content.decode()
    for name, language in (("Zentralasien-Redaktion", "de"), ("Central Asia newsroom", "en")):
        told = f"<news:name>{name}</news:name><news:language>{language}</news:language>"
        assert told in text
    moment = timezone.localtime(german.published_at).isoformat("T", "seconds")
    assert f"<news:publication_date>{moment}</news:publication_date>" in text


@pytest.mark.parametrize(
    "fields",
    [
        {"published_at": now(days=-3)},
        {"date": "2026-11"},
        {"date": "2026"},
        {"date": "1998-05-04"},  # of the archive, though it appeared here today
        {"date": ""},
        {"language": ""},
        {"source": "Blatt"},
    ],
)
def test_what_is_old_undated_or_not_ours_is_no_news(client, agency, settings, today, fields):
    settings.OWN_SOURCE = NEWSROOM
    source = make_source("Blatt") if "source" in fields else agency
    make_text("Text", **{"date": today, **fields, "source": source})
    assert news(client) == {}


def test_a_newsroom_without_a_source_of_its_own_has_no_news(client, agency, today):
    make_text("Text", source=agency, date=today)
    assert news(client) == {}


def test_the_news_sitemap_holds_the_newest_thousand(client, agency, settings, today, monkeypatch):
    settings.OWN_SOURCE = NEWSROOM
    monkeypatch.setattr(sitemaps, "LARGEST_NEWS", 3)
    for number in range(5):
        make_text(f"T{number}", source=agency, date=today, published_at=now(minutes=-number - 1))
    assert list(news(client).values()) == ["T0", "T1", "T2"]


def test_robots_are_led_to_the_sitemaps_and_away_from_the_desk(client, db, settings):
    settings.SITE_ADDRESS = "https://news.example"
    answer = client.get("/robots.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode() == (
        "User-agent: *\nDisallow: /admin/\n\n"
        "Sitemap: https://news.example/sitemap.xml\n"
        "Sitemap: https://news.example/sitemap-news.xml\n"
    )


@pytest.mark.parametrize("name", ["sitemap", "sitemap-pages", "sitemap-articles-0", "sitemap-news"])
def test_a_sitemap_that_did_not_change_is_not_sent_again(client, shelf, name):
    answer = client.get(f"/{name}.xml")
    assert answer["Cache-Control"] == "no-cache"
    held = {"If-None-Match": answer["ETag"]}
    assert client.get(f"/{name}.xml", headers=held).status_code == 304
    assert client.post(f"/{name}.xml").status_code == 405
    assert not answer.cookies


@pytest.mark.parametrize(
    ("name", "queries"),
    [
        ("sitemap", 2),
        ("sitemap-pages", 7),
        ("sitemap-articles", 1),
        ("sitemap-names", 1),
        ("sitemap-news", 1),
    ],
)
def test_a_part_costs_the_same_however_much_it_holds(
    client, django_assert_num_queries, agency, kazakhstan, energy, settings, today, name, queries
):
    settings.OWN_SOURCE = NEWSROOM
    for number in (1, 30):
        for one in range(number):
            text = make_text(
                f"T{number}-{one}", source=agency, about=[kazakhstan], on=[energy], date=today
            )
            mention(text, f"Name {number} {one}", "")
        # A part is told by keys, which a database that ran other tests does not begin anew.
        index = client.get("/sitemap.xml").content.decode()
        listed = re.search(rf"/{name}(-\d+)?[.]xml", index)
        address = listed[0] if listed else f"/{name}.xml"
        with django_assert_num_queries(queries):
            assert client.get(address).status_code == 200
    assert Article.objects.count() == 31
