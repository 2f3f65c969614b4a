"""The page of a country: who is in its news, the map with its neighbours; and the map on the front page."""

import pytest

from .newsstand import make_source, make_text, mention, name_in


@pytest.fixture
def news(agency, kazakhstan, uzbekistan):
    """A president in two texts, others in one or none that counts."""
    text = make_text("Eins", source=agency, about=[kazakhstan])
    tokayev = mention(text, "Tokayev", "Tokajew").tag
    second = make_text("Zwei", source=agency, about=[kazakhstan])
    name_in(second, tokayev)
    mention(second, "Aktau", "Aktau")
    mention(second, "Doubtful", "Zweifelhaft", confidence=0.4)
    mention(second, "Rejected", "Verworfen", rejected=True)
    mention(make_text("Usbekisch", source=agency, about=[uzbekistan]), "Mirziyoyev", "Mirsijojew")
    mention(make_text("Entwurf", source=agency, about=[kazakhstan], status="draft"), "Hidden", "H")
    barred = make_source("Intern", "internal")
    mention(make_text("Intern", source=barred, about=[kazakhstan]), "Barred", "Versperrt")


def in_the_news(answer):
    return [(one.display_name, one.texts) for one in answer.context["in_the_news"]]


def test_a_country_tells_who_is_most_named_in_its_newest_texts(client, news):
    answer = client.get("/de/countries/kazakhstan/")
    assert in_the_news(answer) == [("Tokajew", 2), ("Aktau", 1)]
    assert 'href="/de/people/tokayev/">Tokajew</a> <small>2</small>' in answer.content.decode()


def test_only_the_newest_texts_count(client, news, agency, kazakhstan, monkeypatch):
    monkeypatch.setattr("articles.views.lists.LATELY", 1)
    mention(make_text("Neu", source=agency, date="2026-01-01", about=[kazakhstan]), "New", "Neu")
    assert in_the_news(client.get("/de/countries/kazakhstan/")) == [("Neu", 1)]


def test_the_map_of_a_country_marks_it_and_leads_to_the_others(client, news):
    page = client.get("/de/countries/kazakhstan/").content.decode()
    assert 'aria-label="Kasachstan: 2 Texte" class="here" aria-current="page"' in page
    assert '<a href="/de/countries/uzbekistan/" aria-label="Usbekistan: 1 Text">' in page


def test_the_front_page_has_the_map_with_figures_and_a_list_beside_it(client, news):
    page = client.get("/de/").content.decode()
    assert '<a href="/de/countries/kazakhstan/" aria-label="Kasachstan: 2 Texte">' in page
    assert '<a href="/de/countries/kazakhstan/">Kasachstan</a> <small>2</small>' in page
    assert "Natural Earth" in page


@pytest.mark.parametrize("address", ["topics/energy/", "articles/?country=kazakhstan&year=2025"])
def test_other_lists_have_no_map(client, news, energy, address):
    assert "map" not in client.get(f"/de/{address}").context


def test_a_country_costs_few_queries(client, news, django_assert_max_num_queries):
    client.get("/de/countries/kazakhstan/")
    with django_assert_max_num_queries(8):
        client.get("/de/countries/kazakhstan/")
    with django_assert_max_num_queries(8):
        client.get("/de/")
