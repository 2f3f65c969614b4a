"""The gate: what readers may see, on every page that could show it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import SourcePolicy

from .newsstand import make_source, make_text

HEADLINE = "Geheimer Stausee"


def now(**offset: int):
    return timezone.now() + timedelta(**offset)


@pytest.fixture
def places(kazakhstan, energy):
    """The addresses of every page that lists articles."""
    return [
        "/de/",
        "/de/articles/",
        "/de/countries/kazakhstan/",
        "/de/topics/energy/",
        "/de/articles/?country=kazakhstan&topic=energy",
        *[f"/de/articles/feed.{form}" for form in ("rss", "atom", "json")],
        "/de/countries/kazakhstan/feed.atom",
        "/de/topics/energy/feed.rss",
        "/de/articles/feed.json?country=kazakhstan&topic=energy",
    ]


def pages_showing(client, places, words):
    return [place for place in places if words in client.get(place).content.decode()]


def test_a_published_text_stands_on_every_page_that_lists_it(
    client, places, agency, kazakhstan, energy
):
    make_text(HEADLINE, source=agency, about=[kazakhstan], on=[energy])
    assert pages_showing(client, places, HEADLINE) == places


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"status": "draft"}, 404),
        ({"status": "review"}, 404),
        ({"status": "scheduled", "published_at": None}, 404),
        ({"status": "spiked", "published_at": None}, 404),
        ({"published_at": now(days=1)}, 404),
        ({"embargo_until": now(hours=1)}, 404),
        ({"status": "withdrawn", "withdrawn_at": now(minutes=-5)}, 410),
        ({"status": "withdrawn", "published_at": None}, 404),
        (
            {
                "status": "withdrawn",
                "withdrawn_at": now(minutes=-5),
                "embargo_until": now(hours=1),
            },
            404,
        ),
    ],
)
def test_what_is_not_published_is_seen_nowhere(
    client, places, agency, kazakhstan, energy, fields, status
):
    hidden = make_text(HEADLINE, source=agency, about=[kazakhstan], on=[energy], **fields)
    answer = client.get(hidden.get_absolute_url())
    assert answer.status_code == status
    assert HEADLINE not in answer.content.decode()
    assert pages_showing(client, places, HEADLINE) == []


@pytest.mark.parametrize("policy", ["", "internal", "blocked"])
def test_a_restricted_source_shows_nothing(client, places, kazakhstan, energy, policy):
    source = make_source("Sperrblatt", policy)
    hidden = make_text(HEADLINE, source=source, about=[kazakhstan], on=[energy])
    answer = client.get(hidden.get_absolute_url())
    assert answer.status_code == 404
    assert HEADLINE not in answer.content.decode()
    assert pages_showing(client, places, HEADLINE) == []


def test_a_policy_counts_on_its_days_only(client, places, kazakhstan):
    today = timezone.localdate()
    source = make_source("Wechselblatt", "")
    text = make_text(HEADLINE, source=source, about=[kazakhstan])
    policy = SourcePolicy.objects.create(
        source=source, policy="full", valid_from=today - timedelta(days=9), valid_to=today
    )
    assert client.get(text.get_absolute_url()).status_code == 200
    SourcePolicy.objects.filter(pk=policy.pk).update(valid_to=today - timedelta(days=1))
    assert client.get(text.get_absolute_url()).status_code == 404
    assert pages_showing(client, places, HEADLINE) == []


@pytest.mark.parametrize("policy", ["", "internal", "blocked"])
def test_a_restricted_source_has_neither_page_nor_feed(client, db, policy):
    make_text(HEADLINE, source=make_source("Sperrblatt", policy))
    for place in ("", *[f"feed.{form}" for form in ("rss", "atom", "json")]):
        answer = client.get(f"/de/sources/sperrblatt/{place}")
        assert answer.status_code == 404
        assert "Sperrblatt" not in answer.content.decode()


def test_a_newer_block_ends_an_older_permission(client, agency):
    text = make_text(HEADLINE, source=agency)
    SourcePolicy.objects.create(source=agency, policy="blocked")
    assert client.get(text.get_absolute_url()).status_code == 404


def test_a_country_that_is_merely_mentioned_does_not_list_the_text(
    client, agency, kazakhstan, uzbekistan
):
    text = make_text(HEADLINE, source=agency, about=[kazakhstan])
    text.country_links.create(country=uzbekistan, role="mentioned")
    assert HEADLINE not in client.get("/de/countries/uzbekistan/").content.decode()


def test_a_wrong_address_of_a_hidden_text_does_not_give_its_headline_away(client, agency):
    hidden = make_text(HEADLINE, source=agency, status="draft")
    answer = client.get(f"/de/articles/x-{hidden.pk}/")
    assert answer.status_code == 404
    assert "Location" not in answer


def test_a_withdrawn_text_leaves_a_sentence_in_its_place(client, agency):
    gone = make_text(HEADLINE, source=agency, status="withdrawn", withdrawn_at=now(minutes=-5))
    german = client.get(gone.get_absolute_url()).content.decode()
    assert "später zurückgezogen" in german
    english = client.get(f"/en/articles/anything-{gone.pk}/")
    assert english.status_code == 410
    assert "later withdrew it" in english.content.decode()
