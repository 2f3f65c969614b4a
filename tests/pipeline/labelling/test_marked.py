"""Lines that say themselves what they are: dates, bylines, translators, credits, rights, sign-offs."""

import pytest

from tests.pipeline.press import BODY, around, label_of, page

HEAD = [
    ("byline", "Von Jelena Lutz"),
    ("byline", "By Catriona Mackinlay"),
    ("byline", "Par Maëlle Kerbrat"),
    ("byline", "Автор: Жанара Молдобекова"),
    ("byline", "Jelena Lutz, 3. Mai 2021"),
    ("translator", "Aus dem Russischen von Ruth Hallinger"),
    ("translator", "Translated by Catriona Mackinlay"),
    ("translator", "Перевод: Пётр Засухин"),
    ("date-line", "3. Mai 2021"),
    ("date-line", "Stand: 12.03.2024, 14:05 Uhr"),
    ("date-line", "March 5, 2019"),
    ("date-line", "5 ноября 2022 года"),
    ("credit", "Foto: Privat"),
]
TAIL = [
    ("sign-off", "(dpa)"),
    ("sign-off", "cstr."),
    ("sign-off", "/tass/"),
    ("sign-off", "© dpa"),
    ("sign-off", "Quelle: APA"),
    ("site", "© Steppenblatt"),
    ("site", "Copyright 2021 Steppenblatt"),
]


@pytest.mark.parametrize(("label", "line"), HEAD)
def test_a_marked_line_gets_its_label_under_the_headline(read, label, line):
    assert label_of(read(page(line)), line) == label


@pytest.mark.parametrize(("label", "line"), TAIL)
def test_a_marked_line_gets_its_label_behind_the_text(read, label, line):
    assert label_of(read(page(tail=(line,))), line) == label


@pytest.mark.parametrize(("label", "line"), [row for row in HEAD + TAIL if row[0] != "site"])
def test_marked_lines_are_neither_prose_nor_furniture(read, label, line):
    article = read(page(tail=(line,)))
    assert not any(line in fragment.value for fragment in article.boilerplate)
    assert not any(
        line in span.text_of(article.text.content)
        for span in [entity.spans[0] for entity in article.entities]
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Von Almaty nach Bischkek fährt der Bus vier Stunden.",
        "Von der Leyen sprach in Samarkand von einem neuen Kapitel.",
        "Am 3. Mai 2021 brach der Damm.",
        "Aus dem Russischen von damals ist wenig geblieben.",
        "Das Foto zeigt ein Boot im Sand.",
        "By Samarkand, the river turns north.",
        "Die Quelle: ein Loch im Fels.",
    ],
)
def test_a_short_sentence_with_such_words_is_body(read, sentence):
    assert label_of(read(around(sentence)), sentence) == "body"


def test_a_sign_off_closing_the_last_paragraph_is_cut_off(read):
    article = read(page(tail=(f"{BODY['de'][0]} (dpa)",)))
    assert label_of(article, "(dpa)") == "sign-off"
    assert article.agency.value == "(dpa)"


def test_a_sign_off_before_the_furniture_is_found(read):
    article = read(page(tail=("tsd", "Mehr zum Thema: Ein Fluss, vier Grenzen", "Impressum")))
    assert article.agency.value == "tsd"
