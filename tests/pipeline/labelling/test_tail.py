"""What stands behind the last paragraph: the byline, the page's short lines, a box about the author."""

import pytest

from tests.pipeline.press import label_of, page, values


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Jelena Lutz", ["Jelena Lutz"]),
        ("Marat Karimow", ["Marat Karimow"]),
        ("Maëlle Kerbrat Für Novastan France", ["Maëlle Kerbrat"]),
        ("Von Jelena Lutz", ["Jelena Lutz"]),
        ("Neue Zeiten", []),
        ("Kassym-Schomart Tokajew", []),
    ],
)
def test_a_name_behind_the_text_signs_it(read, line, author):
    assert values(read(page(tail=(line,))).byline) == author


@pytest.mark.parametrize(
    "line", ["Wohin der Fluss fließt", "Vierzig Grad im Schatten", "Ein Haus am Kanal"]
)
def test_other_short_lines_behind_the_text_belong_to_the_page(read, line):
    article = read(page(tail=(line,)))
    assert label_of(article, line) == "navigation"


def test_a_last_short_sentence_still_belongs_to_the_text(read):
    article = read(page(tail=("Dann geht er.",)))
    assert label_of(article, "Dann geht er.") == "body"


@pytest.mark.parametrize(
    "box",
    [
        "Jelena Lutz ist freie Journalistin und lebt in Almaty.",
        "Jelena Lutz arbeitet als Reporterin in Bischkek.",
        "Jelena Lutz, geboren 1988, schreibt über Osch.",
        "Die Autorin lebt in Almaty.",
        "Theresa Wildgrube ist freie Journalistin in Bischkek. Sie schreibt seit Jahren über das Wasser und die Grenzen der Region.",
    ],
)
def test_what_tells_of_the_author_is_furniture_and_feeds_nothing(read, box):
    article = read(page("Von Jelena Lutz", tail=(box,)))
    assert label_of(article, box) == "author-box"
    assert values(article.countries_mentioned) == []


def test_a_sentence_about_somebody_else_is_no_author_box(read):
    sentence = "Marat Jessenow ist Fischer und lebt in Aralsk."
    article = read(page("Von Jelena Lutz", tail=(sentence,)))
    assert label_of(article, sentence) == "body"
