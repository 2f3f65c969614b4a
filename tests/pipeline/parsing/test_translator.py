"""The translator, as printed, told from the author."""

import pytest

from articles.pipeline.parsing.translator import names_in_line
from tests.pipeline.press import page, values

LINES = [
    ("Aus dem Französischen von Ruth Hallinger", ["Ruth Hallinger"]),
    ("Übersetzung (gekürzt): Ruth Hallinger", ["Ruth Hallinger"]),
    ("Dieser Text erschien zuerst anderswo. Aus dem Englischen von Ole Brandt", ["Ole Brandt"]),
    ("Aus dem Russischen von Ruth Hallinger und Ole Brandt", ["Ruth Hallinger", "Ole Brandt"]),
    ("Aus dem Englischen übersetzt von Ruth Hallinger", ["Ruth Hallinger"]),
    ("(Aus dem Kirgisischen von Aida Sulaimanowa)", ["Aida Sulaimanowa"]),
    ("Übersetzung: Ruth Hallinger", ["Ruth Hallinger"]),
    ("Übersetzung aus dem Russischen von Ruth Hallinger", ["Ruth Hallinger"]),
    ("Übersetzt von Ruth Hallinger", ["Ruth Hallinger"]),
    ("Übersetzt aus dem Usbekischen von Ruth Hallinger", ["Ruth Hallinger"]),
    ("Übersetzerin: Ruth Hallinger", ["Ruth Hallinger"]),
    ("Ins Deutsche übertragen von Ruth Hallinger", ["Ruth Hallinger"]),
    ("Translated by Catriona Mackinlay", ["Catriona Mackinlay"]),
    ("Translated from Russian by Catriona Mackinlay", ["Catriona Mackinlay"]),
    ("Translation: Catriona Mackinlay", ["Catriona Mackinlay"]),
    ("Traduit du russe par Loïc Vasseur", ["Loïc Vasseur"]),
    ("Traduit de l’allemand par Loïc Vasseur", ["Loïc Vasseur"]),
    ("Traduction : Loïc Vasseur", ["Loïc Vasseur"]),
    ("Перевод: Пётр Засухин", ["Пётр Засухин"]),
    ("Перевод с английского: Пётр Засухин", ["Пётр Засухин"]),
    ("Перевела Жанара Молдобекова", ["Жанара Молдобекова"]),
]
NO_LINES = [
    "Aus dem Dorf sind alle fortgezogen, die Arbeit suchten.",
    "Aus dem Westen von Usbekistan kommen die meisten Fische.",
    "Übersetzung ist Verrat, sagt ein altes Sprichwort.",
    "Von Ruth Hallinger",
    "Translated into Russian, the word means nothing.",
    "Перевод денег занимает три дня",
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_a_translators_line_gives_the_names(line, expected):
    assert [name for name, _ in names_in_line(line)] == expected


@pytest.mark.parametrize("line", NO_LINES)
def test_other_lines_with_the_same_words_name_no_translator(line):
    assert names_in_line(line) == []


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_the_span_of_each_translator_says_the_name(line, expected):
    assert [line[span.start : span.end] for _, span in names_in_line(line)] == expected


def test_the_translator_is_no_author_and_the_author_no_translator(read):
    article = read(page("Von Maëlle Kerbrat", "Aus dem Französischen von Ruth Hallinger"))
    assert values(article.byline) == ["Maëlle Kerbrat"]
    assert values(article.translator) == ["Ruth Hallinger"]


def test_a_translator_behind_the_text_is_read_too(read):
    article = read(page(tail=("Maëlle Kerbrat", "Aus dem Französischen von Ruth Hallinger")))
    assert values(article.byline) == ["Maëlle Kerbrat"]
    assert values(article.translator) == ["Ruth Hallinger"]
