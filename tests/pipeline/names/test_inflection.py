"""Inflected forms of names, made by rule: German, English and Russian endings."""

import pytest

from articles.pipeline.names.inflection import inflected
from articles.pipeline.names.tokens import fold

FORMS = [
    # word, kind, forms that a text prints
    ("Tokajew", "name", "Tokajew Tokajews"),
    ("Kasachstan", "name", "Kasachstan Kasachstans"),
    ("Taschkent", "name", "Taschkents"),
    ("kasachisch", "adjective", "kasachische kasachischen kasachischer kasachisches kasachischem"),
    ("Kasache", "demonym", "Kasachen Kasachin Kasachinnen"),
    ("Usbeke", "demonym", "Usbeken Usbekin"),
    ("Turkmenistaner", "demonym", "Turkmenistanern Turkmenistaners"),
    ("Токаев", "name", "Токаева Токаеву Токаевым Токаеве"),
    ("Назарбаева", "name", "Назарбаевой Назарбаеву"),
    ("Казахстан", "name", "Казахстана Казахстану Казахстаном Казахстане"),
    ("Бишкек", "name", "Бишкека Бишкеком Бишкеке"),
    ("Алма-Ата", "name", "Алма-Аты Алма-Ате"),
    ("Киргизия", "name", "Киргизии Киргизию Киргизией"),
    ("Астана", "name", "Астаны Астане Астану Астаной"),
    ("Сибирь", "name", "Сибири Сибирью"),
    ("узбекский", "adjective", "узбекского узбекской узбекские узбекских узбекским"),
    ("таджик", "demonym", "таджика таджики таджиков"),
    ("Чуй", "name", "Чуй"),
]


@pytest.mark.parametrize(("word", "kind", "forms"), FORMS)
def test_the_forms_that_texts_print_are_made(word, kind, forms):
    made = inflected(word, kind=kind)
    assert {fold(form) for form in forms.split()} <= made


@pytest.mark.parametrize(
    ("word", "kind", "form"),
    [
        ("Tokajew", "name", "Tokajewa"),
        ("Osch", "name", "Oscher"),
        ("Dan", "name", "dann"),
        ("SOZ", "name", "SOZs"),
        ("Almaty", "name", "Almatyn"),
        ("Paris", "name", "Pariss"),
        ("Токаев", "name", "Токаевка"),
        ("ЕС", "name", "ЕСа"),
    ],
)
def test_no_form_of_another_word_is_made(word, kind, form):
    assert fold(form) not in inflected(word, kind=kind)


def test_the_adjectives_inside_longer_names_are_inflected():
    assert {"vereinten", "vereinte", "vereinter"} <= inflected("Vereinte", multiword=True)
    assert "nationen" in inflected("Nationen", multiword=True)


@pytest.mark.parametrize("word", ["Tokajew", "Токаев", "SOZ", "A", "я", "", "Oʻsh", "ß"])
def test_the_base_form_is_always_among_them(word):
    assert fold(word) in inflected(word)
