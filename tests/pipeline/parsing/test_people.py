"""Lists of people in credits: each name apart, titles, places and outlets left out."""

import pytest

from articles.pipeline.parsing.people import is_name, split_names


@pytest.mark.parametrize(
    ("credit", "expected"),
    [
        ("Jelena Lutz", ["Jelena Lutz"]),
        ("Jelena Lutz und Ole Brandt", ["Jelena Lutz", "Ole Brandt"]),
        ("Jelena Lutz, Ole Brandt & Aida Sulaimanowa", "Jelena Lutz|Ole Brandt|Aida Sulaimanowa"),
        ("Jelena Lutz / Ole Brandt", ["Jelena Lutz", "Ole Brandt"]),
        ("Jelena Lutz and Desmond O’Hanlon", ["Jelena Lutz", "Desmond O’Hanlon"]),
        ("Maëlle Kerbrat et Loïc Vasseur", ["Maëlle Kerbrat", "Loïc Vasseur"]),
        ("Жанара Молдобекова и Пётр Засухин", ["Жанара Молдобекова", "Пётр Засухин"]),
        ("Dr. Jelena Lutz", ["Jelena Lutz"]),
        ("Prof. Dr. phil. Jelena Lutz", ["Jelena Lutz"]),
        ("Jelena Lutz (Name geändert)", ["Jelena Lutz"]),
        ("Jelena Lutz, Almaty", ["Jelena Lutz"]),
        ("Jelena Lutz, Reuters", ["Jelena Lutz"]),
        ("Steppenwolf", ["Steppenwolf"]),
        ("Jelena Lutz, Studio Moskau", ["Jelena Lutz"]),
        ("unserer Redaktion", []),
        ("", []),
    ],
)
def test_a_credit_is_split_into_names(credit, expected):
    wanted = expected.split("|") if isinstance(expected, str) else expected
    assert [name for name, _ in split_names(credit)] == wanted


def test_each_name_stands_where_its_span_says():
    credit = "Prof. Dr. Jelena Lutz, Ole Brandt (Fotos) und Aida Sulaimanowa"
    for name, span in split_names(credit, 30):
        assert credit[span.start - 30 : span.end - 30] == name
    assert len(split_names(credit)) == 3


@pytest.mark.parametrize(
    "name",
    [
        "Jelena Lutz",
        "Jean-Luc O’Hanlon",
        "Dinmuhammed A. Qunajew",
        "Bakyt uulu Nurlan",
        "Ursula von der Heide",
        "Oʻgʻiloy Qodirova",
        "Ёлкин Пётр",
        "Élodie Noël",
    ],
)
def test_names_of_many_languages_have_the_shape_of_a_name(name):
    assert is_name(name)


@pytest.mark.parametrize(
    "words",
    [
        "jelena lutz",
        "Jelena lutz",
        "Die 3 Fischer",
        "Jelena Lutz.Reuters 24",
        "Team Ausland",
        "Eins Zwei Drei Vier Fünf Sechs",
        "Redaktion Ausland",
        "",
    ],
)
def test_other_words_have_not(words):
    assert not is_name(words)
