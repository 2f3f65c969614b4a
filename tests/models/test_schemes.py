"""The scheme that a spelling follows."""

import pytest

from articles.models.schemes import SCHEMES, scheme_of
from articles.models.spellings import grouped, spellings_of
from articles.pipeline.names import orthographies
from tests.factories import make_entity


@pytest.mark.parametrize(
    ("form", "language", "scheme"),
    [
        ("Kassym-Schomart Tokajew", "de", "german"),
        ("Kassym-Schomart Tokajew", "", "german"),
        ("Almaty", "de", "german"),
        ("Tokajew", "en", "german"),
        ("Tokayev", "de", "english"),
        ("Tokayev", "", "english"),
        ("Kassym-Jomart Tokaïev", "fr", "french"),
        ("Toʻqayev", "uz", "turkic"),
        ("Gurbanguly Berdimuhamedow", "tk", "turkic"),
        ("Qasym Şildebaev", "kk-Latn", "turkic"),
        ("Qaraǵandy", "kk-Latn", "kazakh-2018"),
        ("Şavkat Mirziyoyev", "tr", "turkish"),
        ("Kazachstán", "cs", "slavic"),
        ("Xi Jinping", "zh-Latn", "pinyin"),
        ("Qasym-Jomart Toqajew", "de", "mixed"),
        ("Astana", "", ""),
        ("Токаев", "ru", ""),
        ("习近平", "zh", ""),
        ("", "de", ""),
        ("G7", "", ""),
    ],
)
def test_letters_tell_the_scheme_and_where_they_do_not_the_language(form, language, scheme):
    assert scheme_of(form, language) == scheme


def test_every_scheme_of_the_reader_has_words():
    assert {*orthographies._SCHEMES, "pinyin"} <= SCHEMES.keys()


@pytest.mark.django_db
def test_a_group_is_headed_by_the_scheme_of_most_of_its_spellings():
    entity = make_entity("Kassym-Jomart Tokayev")
    for name in ("Kassym-Schomart Tokajew", "Kassym-Dschomart Tokajew", "Qasym-Jomart Toqajew"):
        entity.aliases.create(name=name, language="de")
    entity.aliases.create(name="KSchT", language="de", kind="abbreviation")
    german = grouped(spellings_of(entity, entity.aliases.all(), {}))[0]
    assert german.scheme == "german"
    assert {one.text: one.scheme for one in german.spellings}["Qasym-Jomart Toqajew"] == "mixed"
    assert {one.text: one.scheme for one in german.spellings}["KSchT"] == ""


@pytest.mark.django_db
def test_translated_names_follow_no_scheme():
    body = make_entity("Shanghai Cooperation Organisation", "organisation")
    assert [one.scheme for one in spellings_of(body, [], {})] == [""]
