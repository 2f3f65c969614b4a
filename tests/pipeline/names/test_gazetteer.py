"""The gazetteer as an index: words of a text in, the longest name that begins there out."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.pipeline.knowledge import EntityRecord, NameForm
from articles.pipeline.names.gazetteer import Gazetteer
from articles.pipeline.names.kinds import kind_named
from articles.pipeline.names.tokens import tokenize


def entity(name: str, kind: str, *forms: str | NameForm, country: str = "") -> EntityRecord:
    """Return an entity with the forms given; plain words are names."""
    return EntityRecord(
        name,
        kind,
        tuple(form if isinstance(form, NameForm) else NameForm(form) for form in forms),
        country,
    )


SMALL = Gazetteer(
    [
        entity("Kazakhstan", "country", "Kasachstan", NameForm("kasachisch", "adjective")),
        entity("Turkistan", "place", "Turkestan", country="KZ"),
        entity("Turkistan Region", "place", "Gebiet Turkestan", "Region Turkestan", country="KZ"),
        entity("Nursultan Nazarbayev", "person", "Nursultan Nasarbajew"),
        entity("Nur Sultanov", "person", "Nur Sultanow", NameForm("Sultanow", "surname")),
        entity("World Bank", "organisation", "Weltbank", "WB"),
        entity("Shanghai Cooperation Organisation", "organisation", "SOZ"),
        entity("Osh", "place", NameForm("Osch", weak=True), country="KG"),
        entity("Kant (city)", "place", NameForm("Kant", weak=True), country="KG"),
        entity("Immanuel Kant", "person", NameForm("Kant", "surname", weak=True)),
        entity("United Nations", "organisation", "Vereinte Nationen", "UN"),
    ]
)


def hits(text: str) -> list[set[str]]:
    """Return the entities of the hits, word by word, where there are any."""
    tokens = tokenize(text)
    found = [SMALL.hits(tokens, index) for index in range(len(tokens))]
    return [{hit.entity.name for hit in at} for at in found if at]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kasachstans Norden", [{"Kazakhstan"}]),
        ("das kasachische Meer", [{"Kazakhstan"}]),
        ("Nursultan Nasarbajews Reise", [{"Nursultan Nazarbayev"}] * 2),  # and the surname
        # by their sounds, where nobody has listed the spelling
        ("Noursoultan Nazarbaïev", [{"Nursultan Nazarbayev"}] * 2),
        ("Нур Султанов", [{"Nur Sultanov"}]),
        ("Kasakhstan", [{"Kazakhstan"}]),
        ("das Gebiet Turkestan", [{"Turkistan Region"}, {"Turkistan"}]),
        ("die Vereinten Nationen", [{"United Nations"}]),
        ("VEREINTE NATIONEN", [{"United Nations"}]),
        ("SOZ-Gipfel", [{"Shanghai Cooperation Organisation"}]),
        ("Kant schrieb", [{"Kant (city)", "Immanuel Kant"}]),
        # no hits
        ("soz", []),
        ("un homme", []),
        ("weltbank", []),
        ("Nursultan und Sultan", []),
        ("Sultanowa, Nasarbajewa", []),
        ("Vereinte, einst starke Nationen", []),
        ("Kasachstanreise", []),
        ("", []),
    ],
)
def test_names_are_found_inflected_but_whole_and_written_as_names(text, expected):
    assert hits(text) == expected


@given(st.randoms(use_true_random=False))
def test_the_order_of_entities_and_of_their_forms_does_not_matter(chance):
    entities = list(SMALL.entities)
    chance.shuffle(entities)
    shuffled = Gazetteer(
        replace(one, forms=tuple(chance.sample(one.forms, len(one.forms)))) for one in entities
    )
    text = "Kant, das Gebiet Turkestan, Noursoultan Nazarbaïev, Vereinten Nationen, kasachische SOZ"
    tokens = tokenize(text)
    for index in range(len(tokens)):
        assert found_at(shuffled, tokens, index) == found_at(SMALL, tokens, index)


@given(st.text(max_size=80))
def test_any_text_can_be_searched_and_hits_lie_inside_it(text):
    tokens = tokenize(text)
    for index in range(len(tokens)):
        assert all(index + hit.length <= len(tokens) for hit in SMALL.hits(tokens, index))


def found_at(gazetteer, tokens, index):
    return {(hit.length, hit.entity.name, hit.by_sound) for hit in gazetteer.hits(tokens, index)}


def test_the_longest_name_is_found_first():
    [hit] = SMALL.hits(tokenize("Gebiet Turkestan"), 0)
    assert (hit.entity.name, hit.length) == ("Turkistan Region", 2)


def test_a_region_is_known_by_the_name_of_its_town_where_regions_are_listed():
    tokens = tokenize("Regionen Turkestan und Osch")
    assert kind_named(tokens[0].key) == "region"
    town = SMALL.hits(tokens, 1)[0]
    assert SMALL.as_kind(town, "region").entity.name == "Turkistan Region"
    other = SMALL.hits(tokens, 3)[0]
    assert SMALL.as_kind(other, "region") == other


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Kasachstan", True),
        ("Sultanow", True),
        ("Nursultan Nasarbajew", True),
        ("Osch", False),
        ("Jelena Lutz", False),
        ("", False),
    ],
)
def test_what_holds_a_name_is_known_unless_the_form_is_weak(text, known):
    assert SMALL.knows(text) is known


def test_given_names_of_known_persons_are_given_names():
    assert SMALL.is_given_name("nursultan")
    assert not SMALL.is_given_name("nasarbajew")


def test_every_entity_of_the_data_files_is_found_by_its_own_names(reader):
    gazetteer = reader.gazetteer
    lost = []
    for record in gazetteer.entities:
        for form in record.forms:
            tokens = tokenize(form.text)
            if tokens and form.kind in {"name", "historic"}:
                named = {hit.entity.name for hit in gazetteer.hits(tokens, 0)}
                lost += [] if record.name in named else [(record.name, form.text, named)]
    assert len(gazetteer) > 150
    assert lost == []
