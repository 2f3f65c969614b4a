"""What a list can be narrowed by: figures, several values at once, what is chosen and how it is taken away."""

import random
from collections import Counter
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.utils import timezone
from django.utils.translation import gettext

from articles.models import Article, Entity, Source

from .newsstand import make_source, make_text, name_in


@pytest.fixture
def shelf(agency, kazakhstan, uzbekistan, energy, sport):
    """Texts that differ in each facet, and one that readers may not see."""
    ledger = make_source("Steppe Ledger", "excerpt")
    for headline, fields in {
        "A": {"about": [kazakhstan], "on": [energy], "date": "2024-05-03"},
        "B": {"about": [kazakhstan, uzbekistan], "on": [energy, sport], "date": "2024-05"},
        "C": {"about": [uzbekistan], "on": [sport], "date": "2023", "language": "kk-Cyrl"},
        "D": {"about": [uzbekistan], "date": "2023-01-01", "source": ledger, "language": "de-AT"},
        "E": {"about": [kazakhstan], "on": [energy], "date": "2022", "status": "draft"},
    }.items():
        make_text(headline, **{"source": agency} | fields)


def headlines(answer):
    return "".join(article.headline for article in answer.context["page"].rows)


def figures(answer):
    facets = answer.context["facets"].offered()
    return {
        str(facet.title): {one.name: one.texts for one in facet.options if one.key}
        for facet in facets
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "BADC"),
        ("country=kazakhstan&country=uzbekistan", "BADC"),
        ("country=uzbekistan&topic=sport", "BC"),
        ("topic=energy&topic=sport", "BAC"),
        ("year=2024", "BA"),
        ("year=2023&year=2024", "BADC"),
        ("year=1999", ""),
        ("source=steppe-ledger", "D"),
        ("language=de", "BAD"),
        ("language=kk&language=de", "BADC"),
        ("sort=oldest", "CDAB"),
        ("sort=newest&year=&source=", "BADC"),
        ("country=uzbekistan&year=2023&language=de&source=steppe-ledger&sort=oldest", "D"),
    ],
)
def test_a_list_is_narrowed_by_any_of_several_values_and_by_all_facets(
    client, shelf, query, expected
):
    answer = client.get(f"/de/articles/?{query}")
    assert sorted(headlines(answer)) == sorted(expected)
    if query in ("", "sort=oldest"):
        newest_first = ["A", "B", "D", "C"] if not query else None
        shown = list(headlines(answer))
        assert newest_first is None or shown == newest_first
        assert query == "" or shown[-2:] == ["B", "A"]


def test_each_value_tells_how_many_texts_it_has(client, shelf):
    assert figures(client.get("/de/articles/")) == {
        "Länder": {"Kasachstan": 2, "Usbekistan": 3},
        "Themen": {"Energie": 2, "Sport": 2},
        gettext("Years"): {"2024": 2, "2023": 2},
        gettext("Sources"): {"Tienschan-Dienst": 3, "Steppe Ledger": 1},
        gettext("Languages"): {"Deutsch": 3, "Kasachisch": 1},
    }


def test_a_facet_counts_what_its_other_values_would_bring_and_the_others_what_is_chosen(
    client, shelf
):
    shown = figures(client.get("/de/countries/kazakhstan/?topic=energy"))
    assert shown["Länder"] == {"Kasachstan": 2, "Usbekistan": 1}
    assert shown["Themen"] == {"Energie": 2, "Sport": 1}


def test_a_chosen_value_that_brings_nothing_can_still_be_taken_away(client, shelf):
    shown = figures(client.get("/de/articles/?country=kazakhstan&year=2023"))
    assert shown[gettext("Years")] == {"2024": 2, "2023": 0}


def test_a_list_tells_how_many_texts_it_holds(client, shelf):
    for query, total in (("", 4), ("year=2024", 2), ("country=uzbekistan&year=2023", 2)):
        assert client.get(f"/de/articles/?{query}").context["facets"].total == total


def test_what_is_chosen_is_shown_and_taken_away_by_a_link(client, shelf):
    answer = client.get("/de/articles/?year=2024&country=uzbekistan&country=kazakhstan")
    assert answer.context["selection"].chosen == [
        ("Kasachstan", "/de/articles/?country=uzbekistan&year=2024"),
        ("Usbekistan", "/de/articles/?country=kazakhstan&year=2024"),
        ("2024", "/de/articles/?country=kazakhstan&country=uzbekistan"),
    ]
    assert "Kasachstan, Usbekistan · 2024" in answer.content.decode()


def test_an_order_and_what_is_chosen_survive_turning_the_page(client, agency, kazakhstan):
    for number in range(25):
        make_text(f"T{number}", source=agency, about=[kazakhstan])
    first = client.get("/de/countries/kazakhstan/?sort=oldest")
    assert 'href="/de/articles/?country=kazakhstan&amp;sort=oldest&amp;after=' in (
        first.content.decode()
    )
    second = client.get(f"{first.context['selection'].address}&{first.context['page'].on}")
    assert len(second.context["page"].rows) == 5


@pytest.mark.parametrize(
    ("address", "indexed"),
    [
        ("articles/", True),
        ("countries/kazakhstan/", True),
        ("articles/?country=kazakhstan&topic=energy", True),
        ("articles/?year=2024", True),
        ("articles/?sort=oldest", False),
        ("articles/?country=kazakhstan&country=uzbekistan", False),
        ("articles/?country=kazakhstan&topic=energy&year=2024", False),
    ],
)
def test_search_engines_are_not_led_through_every_combination(client, shelf, address, indexed):
    page = client.get(f"/de/{address}").content.decode()
    assert ('name="robots" content="noindex"' not in page) == indexed


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("year=abc", 404),
        ("year=0", 404),
        ("year=99999", 404),
        ("year=%00", 404),
        ("year=٢٠٢٤", 404),
        ("source=nirgends", 404),
        ("source=%00", 404),
        ("source='--", 404),
        ("language=xx", 404),
        ("language=de-AT", 404),
        ("language=%FF", 404),
        ("kind=country", 404),
        ("kind=nobody", 404),
        ("kind=%00", 404),
        ("sort=best", 400),
        ("sort=%00", 400),
        ("&".join(f"year={year}" for year in range(2000, 2020)), 400),
    ],
)
def test_nonsense_is_answered_in_words(client, shelf, query, status):
    answer = client.get(f"/de/articles/?{query}")
    assert answer.status_code == status
    assert "<h1>" in answer.content.decode()


def test_a_source_that_stays_in_the_house_cannot_be_chosen(client, db):
    make_source("Intern", "internal")
    assert client.get("/de/articles/?source=intern").status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "",
        "country=kazakhstan&topic=energy&source=tienschan-dienst&year=2024&language=de&kind=person",
        "country=kazakhstan&country=uzbekistan&topic=energy&topic=sport&sort=oldest",
    ],
)
def test_a_narrowed_list_costs_as_much_as_any(client, shelf, query, django_assert_max_num_queries):
    client.get("/de/articles/")
    with django_assert_max_num_queries(8):
        client.get(f"/de/articles/?{query}")


def test_figures_and_texts_are_as_fresh_as_each_other(client, shelf, agency, kazakhstan):
    assert client.get("/de/articles/").context["facets"].total == 4
    make_text("N", source=agency, about=[kazakhstan], date="2025-01-01")
    again = client.get("/de/articles/")
    assert (headlines(again), again.context["facets"].total) == ("NABDC", 5)
    assert client.get("/de/countries/kazakhstan/").context["facets"].total == 3


def test_an_embargo_that_ends_and_a_policy_that_changes_are_seen_at_once(
    client, shelf, agency, kazakhstan, monkeypatch
):
    def total():
        return client.get("/de/countries/kazakhstan/").context["facets"].total

    now = timezone.now()
    make_text("N", source=agency, about=[kazakhstan], embargo_until=now + timedelta(hours=1))
    assert total() == 2
    with monkeypatch.context() as later:
        later.setattr(timezone, "now", lambda: now + timedelta(hours=2))
        assert total() == 3
    assert total() == 2
    agency.policies.update(policy="blocked")
    assert total() == 0
    assert client.get("/de/articles/").context["facets"].total == 1


def test_a_list_is_narrowed_by_the_kinds_of_names_in_its_texts(client, agency, kazakhstan):
    for headline, kinds in {"P": ["person"], "B": ["person", "place"], "N": []}.items():
        text = make_text(headline, source=agency, about=[kazakhstan])
        for kind in kinds:
            name_in(text, Entity.objects.create(name=f"{headline} {kind}", kind=kind))
    assert figures(client.get("/de/articles/"))[gettext("Named in the text")] == {
        gettext("People"): 2,
        gettext("Places"): 1,
    }
    assert sorted(headlines(client.get("/de/articles/?kind=person"))) == ["B", "P"]
    assert headlines(client.get("/de/countries/kazakhstan/?kind=place")) == "B"
    chosen = client.get("/de/articles/?kind=place").context["selection"].chosen
    assert chosen == [(gettext("Places"), "/de/articles/")]


# --- the whole of it ----------------------------------------------------------------------------

FACETS = {
    "country": ["kazakhstan", "uzbekistan"],
    "topic": ["energy", "sport"],
    "year": ["2023", "2024"],
    "source": ["tienschan-dienst", "steppe-ledger"],
    "language": ["de", "kk"],
    "kind": ["person", "place"],
}


def answers_to(article, facet):
    """The values of a facet that a text answers to, told from its own rows."""
    if facet == "country":
        return {link.country.slug for link in article.country_links.all() if link.role == "about"}
    if facet == "topic":
        return {link.topic_id for link in article.topic_links.all()}
    if facet == "kind":
        return {mention.tag.kind for mention in article.mentions.all() if not mention.rejected}
    single = {"year": article.date[:4], "source": article.source.slug}
    return {single.get(facet, article.language[:2])}


def test_whatever_is_chosen_the_list_and_its_figures_are_what_the_texts_themselves_say(
    client, shelf, agency, kazakhstan, uzbekistan, energy, sport
):
    chance = random.Random(7)
    sources = [agency, Source.objects.get(slug="steppe-ledger"), make_source("Intern", "internal")]
    names = [Entity.objects.create(name=kind, kind=kind) for kind in FACETS["kind"]]
    for number in range(40):
        text = make_text(
            f"T{number}",
            source=chance.choice(sources),
            about=chance.sample([kazakhstan, uzbekistan], chance.randint(0, 2)),
            on=chance.sample([energy, sport], chance.randint(0, 2)),
            date=chance.choice(["2022", "2023", "2023-05", "2024-05-03", "2024-05-03"]),
            time=chance.choice([None, "12:30", "07:05"]),
            language=chance.choice(["de", "de-AT", "kk-Cyrl", "ru", ""]),
            status=chance.choice(["published", "published", "published", "withdrawn", "draft"]),
        )
        for name in chance.sample(names, chance.randint(0, 2)):
            name_in(text, name, rejected=chance.random() < 0.2)
    texts = list(Article.objects.published())
    assert 15 < len(texts) < 40
    for _ in range(60):
        chosen = {
            facet: chance.sample(values, chance.randint(1, 2))
            for facet, values in FACETS.items()
            if chance.random() < 0.35
        }
        query = urlencode(chosen, doseq=True)
        left = {
            facet: [
                one
                for one in texts
                if all(
                    answers_to(one, other) & {*keys}
                    for other, keys in chosen.items()
                    if other != facet
                )
            ]
            for facet in (*FACETS, "")
        }
        answer = client.get(f"/de/articles/?{query}")
        shown = [article.pk for article in answer.context["page"].rows]
        if on := answer.context["page"].on:
            rest = client.get(f"/de/articles/?{query}&{on}").context["page"].rows
            shown += [article.pk for article in rest]
        in_order = Article.objects.newest_first().filter(pk__in=[one.pk for one in left[""]])
        assert shown == [one.pk for one in in_order][:40], query
        facets = answer.context["facets"]
        assert facets.total == len(left[""]), query
        for facet in FACETS:
            told = {one.key: one.texts for one in facets.options(facet) if one.texts}
            counted = Counter(key for one in left[facet] for key in answers_to(one, facet) if key)
            assert told == counted, (query, facet)
