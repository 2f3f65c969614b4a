"""The front page, the page about us, and the way in."""

import pytest

from articles.actions.listing import list_anew

from .newsstand import make_source, make_text, relate

QUERIES_AT_MOST = 8


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("", "/de/"),
        ("en-GB,en;q=0.9,de;q=0.5", "/en/"),
        ("de-CH", "/de/"),
        ("ru-KZ,ru;q=0.9,en;q=0.5", "/ru/"),
        ("fr,ky;q=0.8", "/de/"),
        ("*;q=x,,;", "/de/"),
    ],
)
def test_the_bare_address_leads_to_the_readers_language(client, accepted, expected):
    answer = client.get("/", headers={"Accept-Language": accepted})
    assert answer.status_code == 302
    assert answer["Location"] == expected
    assert "Accept-Language" in answer["Vary"]


def test_the_front_page_opens_with_the_newest_text(client, agency, kazakhstan, energy):
    make_text("Älter", source=agency, date="2025-11-01", about=[kazakhstan], on=[energy])
    make_text("Jünger", source=agency, date="2025-11-02", about=[kazakhstan], on=[energy])
    assert [one.headline for one, _matter in client.get("/de/").context["matters"]] == [
        "Jünger",
        "Älter",
    ]


def test_the_front_page_says_what_several_outlets_tell_first(client, agency, kazakhstan):
    ledger = make_source("Steppe Ledger", "excerpt")
    quiet = make_text("Ruhe", source=agency, date="2025-11-17", about=[kazakhstan])
    told = make_text("Beben", source=agency, date="2025-11-16", about=[kazakhstan])
    again = make_text("Erdbeben", source=ledger, date="2025-11-16", about=[kazakhstan])
    relate(told, "same-event", again, confidence=0.5)
    relate(quiet, "near-duplicate", again, confidence=0.5)  # in doubt: readers are not told of it
    page = client.get("/de/")
    matters = [(one.headline, matter.outlets) for one, matter in page.context["matters"]]
    assert matters == [("Beben", 2), ("Ruhe", 1)]
    assert [one.headline for one in page.context["recent"]] == ["Erdbeben"]
    again.status = "withdrawn"
    again.save()
    list_anew([again.pk])
    matters = client.get("/de/").context["matters"]
    assert [one.headline for one, _matter in matters] == ["Ruhe", "Beben"]


def test_our_own_texts_stand_before_the_newest(client, agency, kazakhstan, settings):
    make_text("Fremd", source=make_source("Steppe Ledger"), about=[kazakhstan])
    make_text("Eigen", source=agency, date="2025-11-16", about=[kazakhstan])
    settings.OWN_SOURCE = agency.slug
    page = client.get("/de/")
    assert [one.headline for one, _matter in page.context["matters"]] == ["Eigen", "Fremd"]


def test_each_topic_stands_there_with_its_newest_texts(client, agency, energy, sport):
    for day in range(1, 6):
        make_text(f"E{day}", source=agency, date=f"2025-11-0{day}", on=[energy])
    make_text("Spiel", source=agency, on=[sport])
    by_topic = client.get("/de/").context["by_topic"]
    assert [(one.name, [text.headline for text in texts]) for one, texts in by_topic] == [
        ("Energie", ["E5", "E4", "E3"]),
        ("Sport", ["Spiel"]),
    ]


def test_each_country_of_the_desk_stands_on_the_front_page_with_its_newest_texts(
    client, agency, kazakhstan, uzbekistan
):
    for day in range(1, 6):
        make_text(f"K{day}", source=agency, date=f"2025-11-0{day}", about=[kazakhstan])
    make_text("Beide", source=agency, date="2025-11-09", about=[uzbekistan, kazakhstan])
    make_text("Entwurf", source=agency, date="2025-11-10", about=[uzbekistan], status="draft")
    by_country = {
        country.code: [article.headline for article in latest]
        for country, latest in client.get("/de/").context["by_country"]
    }
    assert by_country == {"KZ": ["Beide", "K5", "K4"], "UZ": ["Beide"]}


def test_the_front_page_offers_the_topics_that_have_texts(client, agency, energy, sport):
    make_text("Strom", source=agency, on=[energy])
    page = client.get("/de/").content.decode()
    assert 'href="/de/topics/energy/"' in page
    assert 'href="/de/topics/sport/"' not in page


def test_an_empty_newsroom_has_a_front_page(client, kazakhstan):
    page = client.get("/de/").content.decode()
    assert "Noch ist nichts erschienen." in page
    assert "Kasachstan" in page


def test_the_language_switch_keeps_the_page(client, agency, kazakhstan):
    article = make_text("Text", source=agency, about=[kazakhstan])
    for address in (
        "/de/",
        "/de/about/",
        "/de/countries/kazakhstan/",
        "/de/articles/?country=kazakhstan",
        article.get_absolute_url(),
    ):
        for language in ("en", "ru"):
            other = address.replace("/de/", f"/{language}/", 1)
            assert f'href="{other}" hreflang="{language}"' in client.get(address).content.decode()
            assert client.get(other).status_code == 200


def test_the_page_about_us_speaks_each_language(client, db):
    assert "Über diese Seite" in client.get("/de/about/").content.decode()
    assert "About this site" in client.get("/en/about/").content.decode()
    assert "О сайте" in client.get("/ru/about/").content.decode()


def test_the_front_page_costs_the_same_however_much_there_is(
    client, django_assert_max_num_queries, agency, kazakhstan, uzbekistan, energy, sport
):
    make_text("Der eine", source=agency, about=[kazakhstan], on=[energy])
    client.get("/de/")  # blocks of listings are kept
    with django_assert_max_num_queries(QUERIES_AT_MOST) as few:
        client.get("/de/")
    for number in range(20):
        make_text(f"T{number}", source=agency, about=[kazakhstan, uzbekistan], on=[energy, sport])
    client.get("/de/")
    with django_assert_max_num_queries(QUERIES_AT_MOST) as many:
        client.get("/de/")
    assert len(few) == len(many)
