"""Reading the data files: every form once, and a mistake named with its file and place."""

import pytest

from articles.knowledge import DATA, BadData, from_files, read_reference
from articles.pipeline.knowledge import NameForm
from tests.data_files import spoil


def test_the_forms_of_a_country_come_with_their_kinds(data_folder):
    country, _person = from_files(data_folder).entities
    assert (country.name, country.kind, country.country) == ("Kazakhstan", "country", "KZ")
    assert set(country.forms) == {
        NameForm("Kazakhstan", language="en fr"),
        NameForm("Kasachstan", language="de"),
        NameForm("Republik Kasachstan", language="de"),
        NameForm("Казахстан", language="ru"),
        NameForm("РК", language="ru", weak=True),
        NameForm("Қазақстан"),
        NameForm("Kasachische SSR", "historic"),
        NameForm("kasachisch", "adjective"),
        NameForm("Kazakh", "adjective"),
        NameForm("Kasache", "demonym"),
        NameForm("Kazakh", "demonym"),
    }


def test_surnames_typos_and_offices_come_with_a_person(data_folder):
    _country, person = from_files(data_folder).entities
    kinds = {form.text: form.kind for form in person.forms}
    assert kinds["Tokajew"] == "surname"
    assert kinds["Tokajev"] == "misspelling"
    assert person.offices[0].start == "2019-03-20"


def test_a_former_name_that_stands_under_its_language_too_is_historic_only(data_folder):
    spoil(data_folder, "countries.toml", "weak =", 'typos = ["Kasachstan"]\nweak =')
    spoil(data_folder, "countries.toml", '"Kasachische SSR"', '"Republik Kasachstan"')
    forms = {form.text: form for form in from_files(data_folder).entities[0].forms}
    assert forms["Republik Kasachstan"] == NameForm("Republik Kasachstan", "historic", "de")
    assert forms["Kasachstan"].kind == "misspelling"


def test_a_form_may_tell_its_language_and_the_time_of_its_validity(data_folder):
    told = '["Kasachische SSR", { name = "Казахская АССР", language = "ru", from = "1925", to = "1936-12-05" }]'
    spoil(data_folder, "countries.toml", '["Kasachische SSR"]', told)
    forms = {form.text: form for form in from_files(data_folder).entities[0].forms}
    assert forms["Казахская АССР"] == NameForm(
        "Казахская АССР", "historic", "ru", start="1925", end="1936-12-05"
    )


def test_a_form_that_is_switched_off_is_not_known_even_if_it_is_the_name(data_folder):
    spoil(data_folder, "entities/people.toml", "surnames", 'off = ["Tokajew"]\nsurnames')
    person = read_reference(data_folder).entities[0]
    assert [(form.text, form.kind) for form in person.off] == [("Tokajew", "surname")]
    assert "Tokajew" not in {form.text for form in person.record.forms}


def test_judgements_are_read_where_there_are_any(data_folder):
    (data_folder / "judgements.toml").write_text(
        """
        [[judgement]]
        form = "Tokarew"
        entity = "Kassym-Jomart Tokayev"
        verdict = "not_same"
        [[judgement]]
        form = "Der Westen"
        verdict = "no_name"
        """,
        encoding="utf-8",
    )
    known = from_files(data_folder)
    assert known.entities[1].not_meant == ("Tokarew",)
    assert known.no_names == {"Der Westen"}


@pytest.mark.parametrize(
    ("entity", "verdict"),
    [("Nobody", "not_same"), ("Kazakhstan", "no_name"), ("", "same"), ("Kazakhstan", "perhaps")],
)
def test_a_judgement_that_cannot_be_is_named(data_folder, entity, verdict):
    row = f'[[judgement]]\nform = "Wort"\nverdict = "{verdict}"\nentity = "{entity}"\n'
    (data_folder / "judgements.toml").write_text(row, encoding="utf-8")
    with pytest.raises(BadData, match="judgements.toml: judgement 1"):
        read_reference(data_folder)


def test_an_office_may_be_of_a_body_instead_of_a_country(data_folder):
    spoil(data_folder, "entities/people.toml", 'of = "KZ"', 'of = "United Nations"')
    office = from_files(data_folder).entities[1].offices[0]
    assert (office.title, office.country) == ("President, United Nations", "")


def test_the_countries_of_the_desk_are_the_focus(data_folder):
    assert from_files(data_folder).focus == {"KZ"}


@pytest.mark.parametrize(
    ("name", "old", "new", "complaint"),
    [
        ("countries.toml", "[KZ]", "[kz]", "countries.toml: [kz]: two capital letters"),
        ("countries.toml", "[KZ]", "[KZ", "countries.toml: "),
        ("countries.toml", "focus = true", "focus = 1", "[KZ]: focus: must be bool"),
        ("countries.toml", "former", "formr", "[KZ]: formr: unknown here"),
        ("countries.toml", '"Kazakhstan"\n', '" "\n', "[KZ]: name: is empty"),
        ("countries.toml", '["kasachisch"', '["", "kasachisch"', "[KZ]: adjectives: must be a list"),
        ("entities/people.toml", '"person"', '"man"', "entity 1 (Kassym-Jomart Tokayev): kind: 'man'"),
        ("entities/people.toml", '"KZ"\n', '"XX"\n', "country: 'XX' is not in countries.toml"),
        ("entities/people.toml", "2019-03-20", "2019-13", "offices 1: from: '2019-13' is no date"),
        ("entities/people.toml", '"Kassym-Jomart Tokayev"', '"Kazakhstan"', "stands in countries.toml"),
        ("topics.toml", 'de = "Energie"', "", "topics.toml: [energy]: de: is missing"),
        ("topics.toml", '["Erdgas*|2"]', '"Erdgas"', "topics.toml: [energy]: words: de: must be list"),
        ("sources.toml", '"full"', '"free"', "[karawan]: policies 1: policy: 'free' is none of"),
        ("sources.toml", "2020-01-01", "2020", "policies 1: from: '2020' is no date"),
        ("furniture.toml", "navigation", "nav", "furniture.toml: rule 1: label: 'nav'"),
        ("furniture.toml", "startseite$", "(startseite", "furniture.toml: rule 1: pattern: "),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_file_and_place(data_folder, name, old, new, complaint):
    spoil(data_folder, name, old, new)
    with pytest.raises(BadData) as raised:
        from_files(data_folder)
    assert complaint in str(raised.value)


def test_a_missing_file_is_named(data_folder):
    (data_folder / "topics.toml").unlink()
    with pytest.raises(BadData, match=r"topics\.toml: the file is missing"):
        from_files(data_folder)


def test_our_own_data_files_are_sound():
    reference = read_reference(DATA)
    assert len(reference.topics) == 17
    assert {country.code for country in reference.countries if country.focus} == {
        "KZ",
        "KG",
        "TJ",
        "TM",
        "UZ",
    }
    assert len(reference.entities) >= 150


def test_a_source_of_ours_is_public_only_where_it_is_invented_or_has_a_legal_ground():
    for source in read_reference(DATA).sources:
        for policy in source.policies:
            if policy.policy in {"full", "excerpt"}:
                assert policy.legal_act or "nvented" in policy.note + source.label_reason
