"""Reading the data files: every form once, and a mistake named with its file and place."""

import shutil

import pytest

from articles.knowledge import DATA, BadData, from_files, read_reference
from articles.pipeline.knowledge import NameForm

FILES = {
    "countries.toml": """
        [KZ]
        name = "Kazakhstan"
        focus = true
        de = ["Kasachstan", "Republik Kasachstan"]
        fr = ["Kazakhstan"]
        ru = ["Казахстан", "РК"]
        native = ["Қазақстан"]
        former = ["Kasachische SSR"]
        adjectives = ["kasachisch", "Kazakh"]
        demonyms = ["Kasache", "Kazakh"]
        weak = ["РК"]
        """,
    "entities/people.toml": """
        [[entity]]
        name = "Kassym-Jomart Tokayev"
        kind = "person"
        country = "KZ"
        de = ["Kassym-Schomart Tokajew"]
        surnames = ["Tokajew"]
        typos = ["Tokajev"]
        offices = [{ title = "President", of = "KZ", from = "2019-03-20" }]
        """,
    "topics.toml": """
        [energy]
        en = "Energy"
        de = "Energie"
        medtop = "medtop:20000256"
        [energy.words]
        de = ["Erdgas*|2"]
        """,
    "sources.toml": """
        [karawan]
        name = "Karawan"
        home = "KZ"
        domains = ["karawan.example"]
        [[karawan.policies]]
        policy = "full"
        from = "2020-01-01"
        """,
    "furniture.toml": """
        [[rule]]
        label = "navigation"
        pattern = "startseite$"
        """,
}


@pytest.fixture
def folder(tmp_path):
    """Data files that hold one of each, to be spoilt by tests; lists of words are our own."""
    (tmp_path / "entities").mkdir()
    for path in DATA.glob("*.toml"):
        shutil.copy(path, tmp_path)
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def spoil(folder, name, old, new):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_forms_of_a_country_come_with_their_kinds(folder):
    country, _person = from_files(folder).entities
    assert (country.name, country.kind, country.country) == ("Kazakhstan", "country", "KZ")
    assert set(country.forms) == {
        NameForm("Kazakhstan"),  # English and French: inflected as the text at hand does
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


def test_surnames_typos_and_offices_come_with_a_person(folder):
    _country, person = from_files(folder).entities
    kinds = {form.text: form.kind for form in person.forms}
    assert kinds["Tokajew"] == "surname"
    assert kinds["Tokajev"] == "misspelling"
    assert person.offices[0].start == "2019-03-20"


def test_a_former_name_that_stands_under_its_language_too_is_historic_only(folder):
    spoil(folder, "countries.toml", "weak =", 'typos = ["Kasachstan"]\nweak =')
    spoil(folder, "countries.toml", '"Kasachische SSR"', '"Republik Kasachstan"')
    forms = {form.text: form for form in from_files(folder).entities[0].forms}
    assert forms["Republik Kasachstan"] == NameForm("Republik Kasachstan", "historic", "de")
    assert forms["Kasachstan"].kind == "misspelling"


def test_an_office_may_be_of_a_body_instead_of_a_country(folder):
    spoil(folder, "entities/people.toml", 'of = "KZ"', 'of = "United Nations"')
    office = from_files(folder).entities[1].offices[0]
    assert (office.title, office.country) == ("President, United Nations", "")


def test_the_countries_of_the_desk_are_the_focus(folder):
    assert from_files(folder).focus == {"KZ"}


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
def test_a_mistake_is_named_with_its_file_and_place(folder, name, old, new, complaint):
    spoil(folder, name, old, new)
    with pytest.raises(BadData) as raised:
        from_files(folder)
    assert complaint in str(raised.value)


def test_a_missing_file_is_named(folder):
    (folder / "topics.toml").unlink()
    with pytest.raises(BadData, match=r"topics\.toml: the file is missing"):
        from_files(folder)


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
