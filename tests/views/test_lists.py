"""Lists by country, by topic, by both; their pages, and what they answer to nonsense."""

import html
import re

import pytest
from django.utils.translation import gettext

from articles.actions.listing import place_of
from articles.models import Article
from articles.views.places import Place

from .newsstand import make_source, make_text

QUERIES_AT_MOST = 8
PLACE = "The place in this list cannot be read."
END = "Behind this place the list holds nothing more."


@pytest.fixture
def shelf(agency, kazakhstan, uzbekistan, energy, sport):
    """One text for each pair of country and topic, and one about both countries."""
    make_text("Kasachische Energie", source=agency, about=[kazakhstan], on=[energy])
    make_text("Kasachischer Sport", source=agency, about=[kazakhstan], on=[sport])
    make_text("Usbekische Energie", source=agency, about=[uzbekistan], on=[energy])
    make_text("Gemeinsames Netz", source=agency, about=[uzbekistan, kazakhstan], on=[energy])


def headlines(answer):
    return [article.headline for article in answer.context["page"].rows]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "/de/articles/",
            ["Gemeinsames Netz", "Usbekische Energie", "Kasachischer Sport", "Kasachische Energie"],
        ),
        (
            "/de/countries/kazakhstan/",
            ["Gemeinsames Netz", "Kasachischer Sport", "Kasachische Energie"],
        ),
        ("/de/topics/energy/", ["Gemeinsames Netz", "Usbekische Energie", "Kasachische Energie"]),
        (
            "/de/articles/?country=kazakhstan&topic=energy",
            ["Gemeinsames Netz", "Kasachische Energie"],
        ),
        ("/de/countries/kazakhstan/?topic=sport", ["Kasachischer Sport"]),
        ("/de/topics/sport/?country=kazakhstan", ["Kasachischer Sport"]),
        ("/de/articles/?country=&topic=sport", ["Kasachischer Sport"]),
        ("/de/articles/?country=uzbekistan&topic=sport", []),
        ("/de/topics/sport/?utm_source=post&page=1", ["Kasachischer Sport"]),
    ],
)
def test_a_list_holds_what_its_address_says(client, shelf, address, expected):
    assert headlines(client.get(address)) == expected


def test_a_text_about_two_countries_stands_once_in_a_list(client, shelf):
    assert headlines(client.get("/de/articles/")).count("Gemeinsames Netz") == 1


def test_a_country_offers_its_topics_and_only_those(client, shelf, uzbekistan):
    page = client.get("/de/countries/uzbekistan/").content.decode()
    assert 'href="/de/articles/?country=uzbekistan&amp;topic=energy"' in page
    assert "topic=sport" not in page


def test_a_topic_offers_its_countries_and_only_those(client, shelf):
    page = client.get("/de/topics/sport/").content.decode()
    assert 'href="/de/articles/?country=kazakhstan&amp;topic=sport"' in page
    assert "country=uzbekistan" not in page


def test_what_is_chosen_can_be_removed_by_a_plain_link(client, shelf):
    answer = client.get("/de/articles/?country=kazakhstan&topic=energy")
    assert answer.context["selection"].chosen == [
        ("Kasachstan", "/de/topics/energy/"),
        ("Energie", "/de/countries/kazakhstan/"),
    ]
    assert "Kasachstan: Energie" in answer.content.decode()


def test_an_empty_list_says_how_to_go_on(client, shelf):
    page = client.get("/de/articles/?country=uzbekistan&topic=sport").content.decode()
    assert "Dazu ist noch nichts erschienen." in page
    assert "Ohne „Usbekistan“ anzeigen" in page
    assert "Ohne „Sport“ anzeigen" in page


def test_a_country_without_texts_has_a_page(client, kazakhstan):
    answer = client.get("/de/countries/kazakhstan/")
    assert answer.status_code == 200
    assert "Dazu ist noch nichts erschienen." in answer.content.decode()


def test_undated_texts_come_last_and_equal_dates_newest_first(client, agency):
    for headline, date in [("Undatiert", ""), ("Mai", "2022-05"), ("A", "2025-01-02")]:
        make_text(headline, source=agency, date=date)
    make_text("B", source=agency, date="2025-01-02")
    make_text("Mittags", source=agency, date="2025-01-02", time="12:00")
    expected = ["Mittags", "B", "A", "Mai", "Undatiert"]
    assert headlines(client.get("/de/articles/")) == expected


def turned(client, first, way="on"):
    """Return the headlines of each page from the address `first`, turned `way` by the links of the pages."""
    pages, address = [], first
    while address:
        answer = client.get(address)
        assert answer.status_code == 200
        pages.append(headlines(answer))
        rel = {"on": "next", "back": "prev"}[way]
        found = re.search(f'rel="{rel}" href="([^"]*)"', answer.content.decode())
        address = found and html.unescape(found[1])
    return pages


DATES = ["2025-05-03", "2025-05-02", "2025-05", "2025", "2024-12-31", ""]


@pytest.fixture
def long_list(agency, kazakhstan, energy):
    """Texts of all precisions, some with a time, in the order of the list: the newest first, the undated last."""
    keyed = []
    for number in range(60):
        date = DATES[number % len(DATES)]
        time = ["12:30", None, "07:05"][number // len(DATES) % 3] if len(date) != 7 else None
        text = make_text(
            f"Text {number}", source=agency, date=date, time=time, about=[kazakhstan], on=[energy]
        )
        keyed.append((date != "", f"{date}-01-01"[:10] if date else "", time or "", text.pk, text))
    return [text.headline for *_place, text in sorted(keyed, reverse=True, key=lambda one: one[:4])]


def test_pages_lead_to_each_other_and_hold_every_text_once(client, long_list):
    pages = turned(client, "/de/countries/kazakhstan/")
    assert sum(pages, []) == long_list
    assert [len(page) for page in pages] == [20, 20, 20]
    last = client.get("/de/countries/kazakhstan/")
    for _ in pages[1:]:
        last = client.get(f"/de/countries/kazakhstan/?{last.context['page'].on}")
    back = turned(client, f"/de/countries/kazakhstan/?{last.context['page'].here}", "back")
    assert back == pages[::-1]
    assert 'rel="prev"' not in client.get("/de/countries/kazakhstan/").content.decode()


def test_a_page_stays_what_it_is_while_new_texts_arrive(client, long_list, agency):
    second = f"/de/articles/?{client.get('/de/articles/').context['page'].on}"
    before = headlines(client.get(second))
    for number in range(3):
        make_text(f"Neu {number}", source=agency, date="2026-01-01")
    assert headlines(client.get(second)) == before


def test_before_the_first_page_stands_the_first_page(client, long_list):
    first = client.get("/de/articles/").context["page"]
    third = Article.objects.get(headline=long_list[2])
    page = client.get(
        f"/de/articles/?before={Place(place_of(third.date_from, third.time), third.pk)}"
    )
    assert page.context["page"].rows == first.rows


def test_pages_keep_both_choices(client, agency, kazakhstan, energy):
    for number in range(21):
        make_text(f"Text {number}", source=agency, about=[kazakhstan], on=[energy])
    page = client.get("/de/articles/?topic=energy&country=kazakhstan").content.decode()
    assert 'href="/de/articles/?country=kazakhstan&amp;topic=energy&amp;after=20251117-0-' in page


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("articles/?country=atlantis", 404, "kein Land"),
        ("articles/?country=Kazakhstan", 404, "kein Land"),
        ("articles/?country=KZ", 404, "kein Land"),
        ("articles/?country=%00", 404, "kein Land"),
        ("articles/?country=kazakhstan%00", 404, "kein Land"),
        ("articles/?country=%FF%FE", 404, "kein Land"),
        ("articles/?country=" + "k" * 5000, 404, "kein Land"),
        ("articles/?country=kazakhstan&country=atlantis", 404, "kein Land"),
        ("articles/?country='%20OR%201=1--", 404, "kein Land"),
        ("articles/?topic=alchemy", 404, "kein Thema"),
        ("articles/?topic=%00", 404, "kein Thema"),
        ("articles/?topic=" + "9" * 5000, 404, "kein Thema"),
        ("countries/atlantis/", 404, "kein Land"),
        ("countries/%00/", 404, "Hier ist keine Seite"),
        ("countries/" + "k" * 5000 + "/", 404, "kein Land"),
        ("topics/alchemy/", 404, "kein Thema"),
        ("countries/kazakhstan/?topic=alchemy", 404, "kein Thema"),
        ("articles/?after=x", 400, PLACE),
        ("articles/?after=2", 400, PLACE),
        ("articles/?after=20251301-0-1", 400, PLACE),
        ("articles/?after=20250101-250000-1", 400, PLACE),
        ("articles/?after=20250101-0--1", 400, PLACE),
        ("articles/?after=%00", 400, PLACE),
        ("articles/?after=٢٠٢٥٠١٠١-0-1", 400, PLACE),
        ("articles/?before=" + "9" * 5000, 400, PLACE),
        ("articles/?after=20250101-0-" + "9" * 19, 400, PLACE),
        ("articles/?after=19000101-0-1", 404, END),
        ("articles/?after=0-0-1", 404, END),
    ],
)
def test_nonsense_is_answered_in_words(client, kazakhstan, address, status, words):
    answer = client.get(f"/de/{address}")
    assert answer.status_code == status
    assert gettext(words) in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/de/articles/",
        "/de/countries/kazakhstan/",
        "/de/topics/energy/",
        "/de/articles/?country=kazakhstan&topic=energy",
    ],
)
def test_a_list_costs_the_same_however_long_it_is(
    client, django_assert_max_num_queries, agency, kazakhstan, uzbekistan, energy, sport, address
):
    make_text("Der eine", source=agency, about=[kazakhstan], on=[energy])
    client.get(address)  # what was listed anew is read once, in two more queries
    with django_assert_max_num_queries(QUERIES_AT_MOST) as short:
        client.get(address)
    other = make_source("Караван")
    for number in range(25):
        source = other if number % 2 else agency
        make_text(f"T{number}", source=source, about=[kazakhstan, uzbekistan], on=[energy, sport])
    client.get(address)
    with django_assert_max_num_queries(QUERIES_AT_MOST) as long:
        client.get(address)
    assert len(long) <= len(short)
