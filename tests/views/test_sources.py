"""The page of a source: who owns it, how much of it readers may see, what we have from it."""

import pytest

from .newsstand import make_source, make_text

QUERIES_AT_MOST = 8


def test_a_source_shows_its_texts_and_no_others(client, agency):
    make_text("Vom Dienst", source=agency)
    make_text("Von anderswo", source=make_source("Blatt"))
    page = client.get("/de/sources/tienschan-dienst/").content.decode()
    assert "Vom Dienst" in page
    assert "Von anderswo" not in page
    assert "Nachrichtenagentur" in page
    assert "Gehört der Redaktion." in page


def test_an_article_leads_to_its_source(client, agency):
    page = client.get(make_text("Text", source=agency).get_absolute_url()).content.decode()
    assert '<a href="/de/sources/tienschan-dienst/">Tienschan-Dienst</a>' in page


def test_a_source_says_that_it_gives_the_beginning_only(client, db):
    make_source("Steppe Ledger", "excerpt")
    page = client.get("/en/sources/steppe-ledger/").content.decode()
    assert "Steppe Ledger lets us show the beginning only." in page
    assert "Nothing from this source has been published yet." in page


@pytest.mark.parametrize("slug", ["niemand", "%00", "k" * 5000, "tienschan-dienst%00"])
def test_what_is_no_source_is_not_found(client, agency, slug):
    assert client.get(f"/en/sources/{slug}/").status_code == 404


def test_a_wrong_page_is_answered_in_words(client, agency):
    assert client.get("/de/sources/tienschan-dienst/?after=x").status_code == 400
    assert client.get("/de/sources/tienschan-dienst/?after=0-0-1").status_code == 404


def test_a_source_costs_the_same_however_much_it_has(
    client, django_assert_max_num_queries, agency, kazakhstan, energy
):
    counts = []
    for number in (1, 30):
        for one in range(number):
            make_text(f"T{number}-{one}", source=agency, about=[kazakhstan], on=[energy])
        address = "/de/sources/tienschan-dienst/"
        client.get(address)  # what was listed anew is read once, in two more queries
        with django_assert_max_num_queries(QUERIES_AT_MOST) as queries:
            client.get(address)
        counts.append(len(queries))
    assert counts[1] <= counts[0]
