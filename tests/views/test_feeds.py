"""Feeds of every list: three forms, true dates, as much of a text as its source allows, cheap to ask for again."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from articles.actions.correcting import correct
from articles.actions.publishing import withdraw
from articles.feeds import entries as feed_entries
from articles.models import Article, Entity, SourcePolicy
from tests.factories import make_editor

from .newsstand import make_source, make_text, mention, name_in
from .validators import ATOM, CONTENT, DC, FEEDS, XML_LANG, Head, checked_atom, only, texts

QUERIES_AT_MOST = 8
QUERIES_FOR_304 = 4
FORMS = list(FEEDS)
TYPES = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}


def read(client, address):
    """Return the answer and its items or entries, checked against the rules of their form."""
    answer = client.get(address)
    assert answer.status_code == 200
    form = address.partition("?")[0].rpartition(".")[2]
    return answer, FEEDS[form](answer.content.decode())


def titles(client, address):
    """Return the titles of the entries of a feed in any form."""
    _answer, entries = read(client, address)
    if address.partition("?")[0].endswith("json"):
        return [item["title"] for item in entries]
    return [item.findtext("title") or item.findtext(f"{ATOM}title") for item in entries]


@pytest.fixture
def shelf(agency, kazakhstan, uzbekistan, energy, sport):
    other = make_source("Blatt")
    make_text("Kasachische Energie", source=agency, about=[kazakhstan], on=[energy])
    make_text("Kasachischer Sport", source=other, about=[kazakhstan], on=[sport])
    text = make_text("Usbekische Energie", source=agency, about=[uzbekistan], on=[energy])
    mention(text, "Rogun", "Rogun")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "articles/feed.{}",
            {"Kasachische Energie", "Kasachischer Sport", "Usbekische Energie"},
        ),
        ("countries/kazakhstan/feed.{}", {"Kasachische Energie", "Kasachischer Sport"}),
        ("topics/energy/feed.{}", {"Kasachische Energie", "Usbekische Energie"}),
        ("articles/feed.{}?country=kazakhstan&topic=energy", {"Kasachische Energie"}),
        ("countries/kazakhstan/feed.{}?topic=sport", {"Kasachischer Sport"}),
        ("articles/feed.{}?country=uzbekistan&topic=sport", set()),
        ("people/rogun/feed.{}", {"Usbekische Energie"}),
        ("sources/blatt/feed.{}", {"Kasachischer Sport"}),
        ("sources/blatt/feed.{}?utm_source=x", {"Kasachischer Sport"}),
    ],
)
def test_each_list_has_a_feed_of_what_it_holds(client, shelf, address, expected, form):
    assert set(titles(client, f"/de/{address.format(form)}")) == expected


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("/de/", "/de/articles/feed.{}"),
        ("/en/articles/", "/en/articles/feed.{}"),
        ("/de/countries/kazakhstan/", "/de/countries/kazakhstan/feed.{}"),
        ("/de/topics/energy/?page=1", "/de/topics/energy/feed.{}"),
        (
            "/de/topics/energy/?country=kazakhstan",
            "/de/articles/feed.{}?country=kazakhstan&topic=energy",
        ),
        ("/de/people/rogun/", "/de/people/rogun/feed.{}"),
        ("/de/sources/blatt/", "/de/sources/blatt/feed.{}"),
    ],
)
def test_a_page_tells_where_its_feeds_are_and_they_tell_where_it_is(client, shelf, page, feed):
    head = Head(client.get(page).content.decode())
    assert head.feeds == {TYPES[form]: feed.format(form) for form in FORMS}
    for media_type, address in head.feeds.items():
        answer, _entries = read(client, address)
        assert answer["Content-Type"].startswith(media_type)
        if media_type == TYPES["json"]:
            data = json.loads(answer.content)
            assert data["feed_url"] == f"http://testserver{address}"
            own = data["home_page_url"]
        elif media_type == TYPES["atom"]:
            root = ElementTree.fromstring(answer.content)
            links = {one.get("rel"): one.get("href") for one in root.findall(f"{ATOM}link")}
            assert links["self"] == f"http://testserver{address}"
            own = links["alternate"]
        else:
            own = ElementTree.fromstring(answer.content).findtext("channel/link")
        assert Head(client.get(own).content.decode()).feeds == head.feeds


def test_pages_that_are_no_lists_of_texts_have_no_feeds(client, shelf):
    for page in ("/de/imprint/", "/de/people/", Article.objects.first().get_absolute_url()):
        assert Head(client.get(page).content.decode()).feeds == {}


def test_a_feed_begins_with_what_was_published_here_last_whatever_its_own_date(client, agency):
    now = timezone.now()
    for headline, date, hours in [("A", "2025-11-17", 3), ("B", "1998", 1), ("C", "2026-01-01", 2)]:
        make_text(headline, source=agency, date=date, published_at=now - timedelta(hours=hours))
    assert titles(client, "/de/articles/feed.rss") == ["B", "C", "A"]


@pytest.mark.parametrize("date", ["2025-11-17", "2022-05", "2022", ""])
def test_a_text_keeps_its_date_as_exactly_as_it_is_known(client, agency, date):
    published = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    make_text("Text", source=agency, date=date, published_at=published)
    (item,) = read(client, "/de/articles/feed.rss")[1]
    assert texts(item, f"{DC}date") == [date] * bool(date)
    # The moment that is told is that of our own publication, which we know.
    assert only(item, "pubDate") == "Fri, 20 Nov 2026 10:30:00 +0100"
    (entry,) = read(client, "/de/articles/feed.atom")[1]
    assert texts(entry, f"{DC}date") == [date] * bool(date)
    assert only(entry, f"{ATOM}published") == "2026-11-20T10:30:00+01:00"
    (item,) = read(client, "/de/articles/feed.json")[1]
    assert item["_text"].get("date", "") == date
    assert item["date_published"] == "2026-11-20T10:30:00+01:00"


def test_a_whole_text_is_told_with_its_marks_and_the_language_it_is_in(client, agency, kazakhstan):
    make_text(
        "Плотина & <вода>",
        source=agency,
        slug="plotina",
        language="ru",
        about=[kazakhstan],
        standfirst="Коротко.",
        body=["Коротко.", ("crosshead", "Спор"), ("quotation", "a < b"), "Ende\x0b."],
        byline=["Aigul Sadykowa", "Bernd Koslowski"],
        agency="tsd",
    )
    expected = (
        '<div lang="ru"><p><strong>Коротко.</strong></p><h2>Спор</h2>'
        "<blockquote><p>a &lt; b</p></blockquote><p>Ende.</p><p>tsd</p></div>"
    )
    (item,) = read(client, "/de/articles/feed.rss")[1]
    assert only(item, "title") == "Плотина & <вода>"
    assert only(item, "description") == "Коротко."
    assert only(item, f"{CONTENT}encoded") == expected
    assert texts(item, f"{DC}creator") == ["Aigul Sadykowa", "Bernd Koslowski"]
    assert texts(item, "category") == ["Kasachstan"]
    (entry,) = read(client, "/de/articles/feed.atom")[1]
    assert entry.get(XML_LANG) == "ru"
    assert only(entry, f"{ATOM}content") == expected
    assert only(entry, f"{ATOM}summary") == "Коротко."
    (item,) = read(client, "/de/articles/feed.json")[1]
    assert item["content_html"] == expected
    assert item["language"] == "ru"
    assert item["tags"] == ["Kasachstan"]
    assert item["_text"]["source"] == "Tienschan-Dienst"


@pytest.mark.parametrize("form", FORMS)
def test_of_an_excerpt_no_more_is_told_than_its_page_shows(client, db, form):
    ledger = make_source("Steppe Ledger", "excerpt")
    make_text("Nur Titel", source=ledger, body=["Anfang " * 80, "Der Rest."], agency="stl")
    make_text("Vorspann", source=ledger, standfirst="Kurz " * 200 + "Ende.", body=["Der Rest."])
    answer, entries = read(client, f"/de/articles/feed.{form}")
    text = answer.content.decode()
    assert len(entries) == 2
    assert "Anfang Anfang" in text
    assert "Kurz Kurz" in text
    for kept_back in ("Der Rest.", "Ende.", "stl", "content_html", "<content", "encoded>"):
        assert kept_back not in text


@pytest.mark.parametrize("form", FORMS)
def test_a_text_without_anything_but_a_headline_has_an_entry(client, agency, form):
    make_text("Eilmeldung", source=agency, language="", date="", slug="")
    assert titles(client, f"/de/articles/feed.{form}") == ["Eilmeldung"]


def test_an_entry_keeps_its_key_whatever_becomes_of_its_address(client, agency):
    text = make_text("Text", source=agency)
    keys = {only(read(client, "/de/articles/feed.atom")[1][0], f"{ATOM}id")}
    Article.objects.update(slug="anders", headline="Anders")
    for address in ("/en/articles/feed.atom", "/de/sources/tienschan-dienst/feed.atom"):
        keys.add(only(read(client, address)[1][0], f"{ATOM}id"))
    keys.add(only(read(client, "/de/articles/feed.rss")[1][0], "guid"))
    keys.add(read(client, "/de/articles/feed.json")[1][0]["id"])
    assert keys == {f"tag:testserver,{text.created_at:%Y-%m-%d}:article/{text.pk}"}


@pytest.mark.parametrize(
    ("changes", "counts"),
    [({"headline": "Richtig"}, True), ({"slugline": "intern"}, False), ({"note": "x"}, False)],
)
def test_an_entry_is_updated_by_what_readers_call_a_correction(client, agency, changes, counts):
    text = make_text("Falsch", source=agency)
    correct(text, changes, version=text.version, by=make_editor())
    (entry,) = read(client, "/de/articles/feed.atom")[1]
    published, updated = only(entry, f"{ATOM}published"), only(entry, f"{ATOM}updated")
    assert (updated > published) == counts
    assert (updated == published) == (not counts)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("header", ["If-None-Match", "If-Modified-Since"])
def test_what_a_reader_holds_is_not_sent_again_until_it_changes(client, agency, form, header):
    text = make_text("Text", source=agency)
    address = f"/de/articles/feed.{form}"
    answer, _entries = read(client, address)
    told = {"If-None-Match": answer["ETag"], "If-Modified-Since": answer["Last-Modified"]}
    held = {header: told[header]}
    again = client.get(address, headers=held)
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == answer["ETag"]
    assert again["Last-Modified"] == answer["Last-Modified"]
    assert again["Cache-Control"] == answer["Cache-Control"] == "no-cache"
    Article.objects.filter(pk=text.pk).update(version=2, updated_at=timezone.now() + timedelta(1))
    assert client.get(address, headers=held).status_code == 200


def test_a_withdrawn_text_leaves_the_feeds_that_readers_hold(client, agency):
    long_ago = timezone.now() - timedelta(days=2)
    older, newer = (make_text(name, source=agency) for name in ("Alt", "Neu"))
    Article.objects.update(updated_at=long_ago)
    address = "/de/articles/feed.atom"
    held = client.get(address)
    withdraw(older, by=make_editor(), reason="Falsch.")
    for header in ({"If-None-Match": held["ETag"]}, {"If-Modified-Since": held["Last-Modified"]}):
        assert client.get(address, headers=header).status_code == 200
    assert titles(client, address) == [newer.headline]
    withdraw(newer, by=make_editor("bernd"), reason="Auch falsch.")
    assert checked_atom(client.get(address).content.decode()) == []


def test_a_list_whose_newest_text_is_barred_is_sent_anew_though_it_is_older(client, agency):
    yesterday = timezone.now() - timedelta(days=1)
    make_text("Alt", source=agency)
    Article.objects.update(updated_at=yesterday)
    blatt = make_source("Blatt")
    make_text("Neu", source=blatt)
    address = "/de/articles/feed.rss"
    held = client.get(address)["Last-Modified"]
    SourcePolicy.objects.create(source=blatt, policy="blocked")
    answer = client.get(address, headers={"If-Modified-Since": held})
    assert answer.status_code == 200
    assert b"Neu" not in answer.content
    assert parsedate_to_datetime(answer["Last-Modified"]) < parsedate_to_datetime(held)


def test_an_empty_feed_is_sound_and_has_no_last_change(client, kazakhstan):
    for form in FORMS:
        answer, entries = read(client, f"/de/countries/kazakhstan/feed.{form}")
        assert entries == []
        assert "Last-Modified" not in answer


def test_a_feed_ends_after_its_newest_texts_and_carries_so_much_text_only(
    client, agency, monkeypatch
):
    now = timezone.now()
    for number in range(52):
        make_text(
            f"Text {number}",
            source=agency,
            body=["wort " * 20],
            published_at=now - timedelta(minutes=number),
        )
    monkeypatch.setattr(feed_entries, "LONGEST_TEXTS", 1000)
    _answer, items = read(client, "/de/articles/feed.json")
    assert [item["title"] for item in items] == [f"Text {number}" for number in range(50)]
    whole = [item["title"] for item in items if "content_html" in item]
    assert whole == [f"Text {number}" for number in range(7)]
    assert sum(len(item.get("content_html", "")) for item in items) <= 1000
    assert items[-1]["content_text"].startswith("wort wort")


def test_the_feed_of_a_merged_name_leads_to_the_one_that_stands(client, agency):
    text = make_text("Text", source=agency)
    standing = mention(text, "Sadyr Japarov", "Sadyr Dschaparow").tag
    Entity.objects.create(name="Schaparow", kind="person", merged_into=standing)
    for address in ("people/schaparow", "places/sadyr-japarov"):
        answer = client.get(f"/de/{address}/feed.atom")
        assert answer.status_code == 301
        assert answer["Location"] == "/de/people/sadyr-japarov/feed.atom"


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("articles/feed.rss?country=atlantis", 404, "kein Land"),
        ("articles/feed.atom?topic=%00", 404, "kein Thema"),
        ("countries/atlantis/feed.json", 404, "kein Land"),
        ("topics/alchemy/feed.rss", 404, "kein Thema"),
        ("countries/kazakhstan/feed.rss?topic=" + "9" * 5000, 404, "kein Thema"),
        ("people/niemand/feed.rss", 404, "Hier ist keine Seite"),
        ("people/ohne-texte/feed.rss", 404, "Hier ist keine Seite"),
        ("articles/feed.exe", 404, "Hier ist keine Seite"),
        ("articles/feed.rss/", 404, "Hier ist keine Seite"),
    ],
)
def test_nonsense_is_answered_in_words(client, kazakhstan, address, status, words):
    Entity.objects.create(name="Ohne Texte", kind="person")
    answer = client.get(f"/de/{address}")
    assert answer.status_code == status
    assert words in answer.content.decode()


def test_feeds_are_for_reading_only_and_ask_for_no_cookie(client, agency):
    make_text("Text", source=agency)
    for form in FORMS:
        address = f"/de/articles/feed.{form}"
        assert client.post(address).status_code == 405
        assert client.head(address).status_code == 200
        answer = client.get(address)
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")


def test_the_one_address_of_the_site_stands_in_feeds(client, agency, settings):
    settings.SITE_ADDRESS = "https://news.example:8443"
    make_text("Text", source=agency)
    (item,) = read(client, "/de/articles/feed.json")[1]
    assert item["url"].startswith("https://news.example:8443/de/articles/text-")
    assert item["id"].startswith("tag:news.example,")


@pytest.mark.parametrize(
    "address",
    [
        "/de/articles/feed.rss",
        "/de/articles/feed.json?country=kazakhstan&topic=energy",
        "/de/people/rogun/feed.atom",
        "/de/sources/tienschan-dienst/feed.atom",
    ],
)
def test_a_feed_costs_the_same_however_long_it_is(
    client, django_assert_max_num_queries, agency, kazakhstan, energy, address
):
    rogun = Entity.objects.create(name="Rogun", kind="person")
    counts = []
    for number in (1, 60):
        for one in range(number):
            text = make_text(f"T{number}-{one}", source=agency, about=[kazakhstan], on=[energy])
            name_in(text, rogun)
        with django_assert_max_num_queries(QUERIES_AT_MOST) as queries:
            answer = client.get(address)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    with django_assert_max_num_queries(QUERIES_FOR_304):
        assert client.get(address, headers={"If-None-Match": answer["ETag"]}).status_code == 304
