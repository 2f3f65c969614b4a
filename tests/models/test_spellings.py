"""Which outlets print which spelling, and how the spellings of a name are put in order."""

import pytest

from articles.models.spellings import by_outlet, by_period, grouped, spellings_of, usage_of
from tests.factories import make_entity

FORMS = ["Kassym-Schomart Tokajew", "Tokajew", "Токаев", "Osch"]


@pytest.mark.parametrize(
    ("surface", "form"),
    [
        ("Tokajew", "Tokajew"),
        ("TOKAJEW", "Tokajew"),
        ("Tokajews", "Tokajew"),
        ("Токаевым", "Токаев"),
        ("Kassym-\u00adSchomart\nTokajew", "Kassym-Schomart Tokajew"),
        ("Kassym\u2011Schomart Tokajews", "Kassym-Schomart Tokajew"),
        ("Tokajewismus", "Tokajewismus"),
        ("Oschs", "Osch"),
        ("Toqajew", "Toqajew"),
    ],
)
def test_an_inflected_form_counts_for_the_form_it_is_made_of(surface, form):
    assert usage_of(FORMS, [("Dienst", [surface])]) == {form: {"Dienst": 1}}


def test_a_text_counts_once_for_each_form():
    usage = usage_of(FORMS, [("A", ["Tokajew", "Tokajews"]), ("A", ["Tokajew"]), ("B", ["Токаев"])])
    assert usage == {"Tokajew": {"A": 2}, "Токаев": {"B": 1}}
    assert by_outlet(usage) == [("A", [("Tokajew", 2)]), ("B", [("Токаев", 1)])]


@pytest.mark.django_db
def test_spellings_stand_by_language_and_script_the_desks_own_first():
    entity = make_entity(name_ru="Касым-Жомарт Токаев")
    for name, language in [
        ("Tokaïev", "fr"),
        ("Tokajew", "de"),
        ("Toqaev", "kk kaa"),
        ("Тоқаев", "kk"),
        ("Tokayev", ""),
    ]:
        entity.aliases.create(name=name, language=language)
    groups = grouped(spellings_of(entity, entity.aliases.all(), {}))
    assert [(one.language, one.script, [s.text for s in one.spellings]) for one in groups] == [
        ("de", "Latn", ["Tokajew"]),
        ("en", "Latn", ["Kassym-Jomart Tokayev"]),
        ("ru", "Cyrl", ["Касым-Жомарт Токаев"]),
        ("fr", "Latn", ["Tokaïev"]),
        ("kaa", "Latn", ["Toqaev"]),
        ("kk", "Cyrl", ["Тоқаев"]),
        ("kk", "Latn", ["Toqaev"]),
        ("", "Latn", ["Tokayev"]),
    ]


@pytest.mark.django_db
def test_former_names_stand_by_their_time_each_once():
    entity = make_entity("Astana", "place")
    entity.aliases.create(name="Nur-Sultan", kind="historic", language="de en", start="2019-03-23")
    entity.aliases.create(name="Akmolinsk", kind="historic", end="1961")
    entity.aliases.create(name="Akmola", kind="historic", start="1992", end="1998")
    forms = spellings_of(entity, entity.aliases.filter(kind="historic"), {})
    periods = by_period(one for one in forms if one.kind == "historic")
    assert [(start, end, [one.text for one in found]) for start, end, found in periods] == [
        ("", "1961", ["Akmolinsk"]),
        ("1992", "1998", ["Akmola"]),
        ("2019-03-23", "", ["Nur-Sultan"]),
    ]


@pytest.mark.django_db
def test_a_form_knows_its_script_whenever_it_is_saved():
    form = make_entity().aliases.create(name="Тоқаев")
    assert form.script == "Cyrl"
    form.name = "Toqaev"
    form.save(update_fields=["name"])
    form.refresh_from_db()
    assert form.script == "Latn"
