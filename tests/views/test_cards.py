"""The pictures of links: every page names one, and none is there that readers may not see."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone, translation
from PIL import Image

from articles.cards import Card, png_of
from articles.models import Entity

from .newsstand import make_source, make_text, mention
from .validators import Head

SITE = "http://testserver"


def card_of(client, address):
    """Return the path of the card that a page names, and the words that it tells of it."""
    head = Head(client.get(address).content.decode())
    (picture,), (words,) = head.meta("og:image"), head.meta("og:image:alt")
    assert head.meta("twitter:image") == [picture]
    assert head.meta("twitter:image:alt") == [words]
    assert head.meta("twitter:card") == ["summary_large_image"]
    assert head.meta("og:image:type") == ["image/png"]
    size = (int(*head.meta("og:image:width")), int(*head.meta("og:image:height")))
    answer = client.get(picture.removeprefix(SITE))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/png"
    assert Image.open(BytesIO(answer.content)).size == size
    return picture.removeprefix(SITE), words


def test_every_page_names_a_card_that_is_there(client, addresses):
    for address in addresses:
        page = client.get(address)
        if page.status_code == 200 and "lite=1" not in address:
            card_of(client, address)


@pytest.mark.parametrize(
    ("address", "picture", "words"),
    [
        ("/de/", "/de/card.png", []),
        ("/en/", "/en/card.png", ["Central Asia newsroom"]),
        ("/de/articles/", "/de/card.png", []),
        ("/de/countries/kazakhstan/", "/de/countries/kazakhstan/card.png", ["Kasachstan"]),
        ("/en/countries/kazakhstan/", "/en/countries/kazakhstan/card.png", ["Kazakhstan"]),
        ("/de/countries/kazakhstan/?language=de", "/de/card.png", []),
        ("/de/topics/energy/", "/de/topics/energy/card.png", ["Energie"]),
        ("/de/articles/?country=kazakhstan&topic=energy", "/de/card.png", []),
        (
            "/de/sources/tienschan-dienst/",
            "/de/sources/tienschan-dienst/card.png",
            ["Quelle", "Tienschan-Dienst", "Nachrichtenagentur"],
        ),
        ("/de/people/rogun/", "/de/people/rogun/card.png", ["Personen", "Rogun"]),
        ("/de/about/", "/de/card.png", []),
    ],
)
def test_a_page_has_its_own_card_or_that_of_the_site(
    client, agency, kazakhstan, energy, address, picture, words
):
    mention(make_text("Text", source=agency, about=[kazakhstan], on=[energy]), "Rogun", "Rogun")
    path, told = card_of(client, address)
    assert path == picture
    assert [word for word in words if word not in told] == []


@pytest.mark.parametrize(
    ("language", "date", "told"),
    [
        ("de", "2025-11-17", "17. November 2025"),
        ("en", "2025-11-17", "17 November 2025"),
        ("de", "2022-05", "Mai 2022"),
        ("de", "2022", "2022"),
        ("de", "", ""),
    ],
)
@pytest.mark.parametrize("policy", ["full", "excerpt"])
def test_the_card_of_an_article_says_where_it_comes_from_as_exactly_as_is_known(
    client, kazakhstan, energy, policy, language, date, told
):
    source = make_source("Steppenbote", policy)
    article = make_text("Damm", source=source, about=[kazakhstan], on=[energy], date=date)
    with translation.override(language):
        path, words = card_of(client, article.get_absolute_url())
        country, topic = kazakhstan.name, energy.name
    origin = f"Steppenbote · {told}" if told else "Steppenbote"
    assert words.startswith(f"{country} · {topic} – Damm – {origin} – ")
    site = words.rpartition(" – ")[2]
    card = Card(site, "Damm", (country, topic), tuple(origin.split(" · ")))
    assert client.get(path).content == png_of(card)


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"status": "draft"}, 404),
        ({"status": "review"}, 404),
        ({"published_at": timezone.now() + timedelta(days=1)}, 404),
        ({"embargo_until": timezone.now() + timedelta(hours=1)}, 404),
        ({"status": "withdrawn", "withdrawn_at": timezone.now()}, 410),
        ({}, 200),
    ],
)
def test_what_readers_may_not_see_has_no_card(client, agency, fields, status):
    article = make_text("Text", source=agency, **fields)
    named = mention(article, "Rogun", "Rogun").tag
    assert client.get(f"{article.get_absolute_url()}card.png").status_code == status
    gone = 200 if status == 200 else 404
    assert client.get(f"{named.get_absolute_url()}card.png").status_code == gone


@pytest.mark.parametrize("policy", ["", "internal", "blocked"])
def test_a_barred_source_and_its_texts_have_no_card(client, db, policy):
    article = make_text("Text", source=make_source("Sperrblatt", policy))
    for address in (article.get_absolute_url(), "/de/sources/sperrblatt/"):
        assert client.get(f"{address}card.png").status_code == 404


@pytest.mark.parametrize(
    "address", ["countries/atlantis", "topics/x", "sources/x", "people/x", "articles/x-999"]
)
def test_an_unknown_address_has_no_card(client, db, address):
    assert client.get(f"/de/{address}/card.png").status_code == 404


def test_an_outdated_address_leads_to_the_present_one(client, agency):
    article = make_text("Text", source=agency, slug="neu")
    kept = mention(article, "Rogun", "Rogun").tag
    merged = Entity.objects.create(name="Roghun", slug="roghun", kind="place", merged_into=kept)
    for outdated, present in (
        (f"/de/articles/alt-{article.pk}/card.png", f"{article.get_absolute_url()}card.png"),
        (f"/de/places/{merged.slug}/card.png", f"{kept.get_absolute_url()}card.png"),
    ):
        answer = client.get(outdated)
        assert (answer.status_code, answer["Location"]) == (301, present)


def test_who_holds_a_card_is_told_that_it_is_the_same(client, agency):
    article = make_text("Text", source=agency)
    address = f"{article.get_absolute_url()}card.png"
    first = client.get(address)
    assert first["Cache-Control"] == "no-cache"
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    article.headline = "Anders"
    article.save(update_fields=["headline"])
    changed = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


def test_a_card_sets_no_cookie_and_keeps_the_policy_of_the_site(client, db):
    answer = client.get("/de/card.png")
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert client.post("/de/card.png").status_code == 405


def test_the_card_of_our_own_text_may_not_be_mined(client, agency, settings):
    settings.OWN_SOURCE = agency.slug
    ours = make_text("Text", source=agency)
    theirs = make_text("Text", source=make_source("Steppenbote"))
    assert client.get(f"{ours.get_absolute_url()}card.png")["TDM-Reservation"] == "1"
    assert "TDM-Reservation" not in client.get(f"{theirs.get_absolute_url()}card.png")


@pytest.mark.parametrize(
    "headline", ["Damm " * 100, "x" * 400, "قازاقستان", "\u202everkehrt", "</meta><script>"]
)
def test_any_headline_has_a_card(client, agency, headline):
    article = make_text(headline[:400], source=agency, slug="x")
    card_of(client, article.get_absolute_url())


def test_the_card_of_an_article_costs_no_more_than_its_filing(
    client, agency, kazakhstan, energy, django_assert_max_num_queries
):
    article = make_text("Text", source=agency, about=[kazakhstan], on=[energy])
    named = mention(article, "Rogun", "Rogun").tag
    for address, queries in (
        (article.get_absolute_url(), 3),
        (named.get_absolute_url(), 2),
        ("/de/countries/kazakhstan/", 2),
        ("/de/", 0),
    ):
        with django_assert_max_num_queries(queries):
            assert client.get(f"{address}card.png").status_code == 200
