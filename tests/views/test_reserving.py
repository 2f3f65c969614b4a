"""Text and data mining: reserved for our own texts, and for nobody else's."""

import pytest

from .newsstand import make_source, make_text
from .validators import Head


def reserved(client, address):
    """Return what header and page say."""
    answer = client.get(address)
    return answer.get("TDM-Reservation"), Head(answer.content.decode()).meta("tdm-reservation")


@pytest.fixture
def ours(agency, settings):
    settings.OWN_SOURCE = "tienschan-dienst"
    return make_text("Eigenes", source=agency)


def rules(client):
    answer = client.get("/.well-known/tdmrep.json")
    assert answer["Content-Type"] == "application/json"
    assert answer["Cache-Control"] == "no-cache"
    return answer.json()


def test_our_own_texts_are_reserved_by_header_page_and_file(client, ours):
    for language in ("de", "en", "ru"):
        address = f"/{language}/articles/eigenes-{ours.pk}/"
        assert reserved(client, address) == ("1", ["1"])
    assert rules(client) == [{"location": f"/*/articles/*-{ours.pk}/$", "tdm-reservation": 1}]


def test_nothing_is_claimed_for_texts_of_others_and_pages_that_list_them(client, ours):
    other = make_text("Fremdes", source=make_source("Blatt"))
    for address in (other.get_absolute_url(), "/de/", "/de/articles/", "/de/sources/blatt/"):
        assert reserved(client, address) == (None, [])
    assert len(rules(client)) == 1


def test_a_newsroom_without_a_source_of_its_own_claims_nothing(client, ours, settings):
    settings.OWN_SOURCE = ""
    assert reserved(client, ours.get_absolute_url()) == (None, [])
    assert rules(client) == []


def test_the_file_tells_nothing_of_texts_that_are_not_published(client, agency, settings):
    settings.OWN_SOURCE = "tienschan-dienst"
    make_text("Entwurf", source=agency, status="draft")
    assert rules(client) == []
