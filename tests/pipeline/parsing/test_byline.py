"""The byline: who wrote the text, as printed, without "Von", titles, places and outlets."""

import pytest

from articles.pipeline.parsing.byline import bare_name, names_in_line
from tests.pipeline.press import page, values

BYLINES = [
    # German
    ("Von Gulnara Estebesowa", ["Gulnara Estebesowa"]),
    ("von Marit Osterloh", ["Marit Osterloh"]),
    ("VON HANNES BRINKMEIER", ["HANNES BRINKMEIER"]),
    ("Von Marit Osterloh, Almaty", ["Marit Osterloh"]),
    ("Von Marit Osterloh, Bischkek und Osch", ["Marit Osterloh"]),
    ("Von Dr. Marit Osterloh", ["Marit Osterloh"]),
    ("Von Prof. Dr. Henrik van der Velde", ["Henrik van der Velde"]),
    ("Von Marit Osterloh und Azamat Kenschebajew", ["Marit Osterloh", "Azamat Kenschebajew"]),
    ("Von Jelena Lutz, Timur Abdraimow und Ole Brandt", "Jelena Lutz|Timur Abdraimow|Ole Brandt"),
    ("Von Sophie-Charlotte Kern | 12. Januar 2023", ["Sophie-Charlotte Kern"]),
    ("Von Ole Brandt – aktualisiert am 3. Mai 2021", ["Ole Brandt"]),
    ("Von Ole Brandt aus Taschkent", ["Ole Brandt"]),
    ("Von Ole Brandt (Text) ", ["Ole Brandt"]),
    ("Ein Gastbeitrag von Aida Sulaimanowa", ["Aida Sulaimanowa"]),
    ("Eine Reportage von Jelena Lutz", ["Jelena Lutz"]),
    ("Kommentar von Ole Brandt", ["Ole Brandt"]),
    ("Text und Fotos von Jelena Lutz", ["Jelena Lutz"]),
    ("Text: Jelena Lutz", ["Jelena Lutz"]),
    ("Autorin: Jelena Lutz", ["Jelena Lutz"]),
    ("Interview: Aida Sulaimanowa", ["Aida Sulaimanowa"]),
    ("Das Gespräch führte Annika Rohde", ["Annika Rohde"]),
    ("Das Interview führten Ole Brandt und Jelena Lutz", ["Ole Brandt", "Jelena Lutz"]),
    ("AUS NUKUS UND MOYNAQ JELENA LUTZ", ["JELENA LUTZ"]),
    ("Veröffentlicht am 3. Mai 2021 von Jelena Lutz", ["Jelena Lutz"]),
    ("* Von Ole Brandt, Kulob", ["Ole Brandt"]),
    ("Von: dpa, afp und Ole Brandt", ["Ole Brandt"]),
    ("Von unserer Redakteurin Jelena Lutz", ["Jelena Lutz"]),
    ("Text von Ole Brandt-Kuhn", ["Ole Brandt-Kuhn"]),
    ("STEPPE-online-Korrespondentin Jelena Lutz", ["Jelena Lutz"]),
    ("Die Fragen stellte Jelena Lutz.", ["Jelena Lutz"]),
    ("04.06.2014, von Ole Brandt", ["Ole Brandt"]),
    ("Von Ole Brandt, 3. Mai 2021", ["Ole Brandt"]),
    ("09/30/2023 September 30, 2023 By Catriona Mackinlay", ["Catriona Mackinlay"]),
    ("Par Maëlle Girard (à Istanbul) et Batyr Saryev", ["Maëlle Girard", "Batyr Saryev"]),
    # English
    ("By Catriona Mackinlay", ["Catriona Mackinlay"]),
    ("By Catriona Mackinlay in Bishkek", ["Catriona Mackinlay"]),
    ("By Catriona Mackinlay and Ruslan Ongarbaev", ["Catriona Mackinlay", "Ruslan Ongarbaev"]),
    ("By Catriona Mackinlay | June 2, 2022", ["Catriona Mackinlay"]),
    ("Written by Desmond O’Hanlon", ["Desmond O’Hanlon"]),
    ("Words: Desmond O'Hanlon", ["Desmond O'Hanlon"]),
    # Russian
    ("Автор: Жанара Молдобекова", ["Жанара Молдобекова"]),
    ("Автор Жанара Молдобекова", ["Жанара Молдобекова"]),
    ("Авторы: Жанара Молдобекова и Пётр Засухин", ["Жанара Молдобекова", "Пётр Засухин"]),
    ("Текст: Пётр Засухин", ["Пётр Засухин"]),
    # French
    ("Par Maëlle Kerbrat", ["Maëlle Kerbrat"]),
    ("Par Maëlle Kerbrat et Loïc Vasseur", ["Maëlle Kerbrat", "Loïc Vasseur"]),
    ("Propos recueillis par : Maëlle Kerbrat", ["Maëlle Kerbrat"]),
    ("Propos recueillis par Léa Pons", ["Léa Pons"]),
    # names with particles and patronymics of the region
    ("Von Bakyt uulu Nurlan", ["Bakyt uulu Nurlan"]),
    ("Von Ursula von Trotha", ["Ursula von Trotha"]),
    ("Von Baqytjan A. Serikuly", ["Baqytjan A. Serikuly"]),
]
NO_BYLINES = [
    "Von Almaty nach Bischkek sind es mit dem Bus kaum fünf Stunden",
    "Von der Leyen reist nach Samarkand",
    "Von Anfang an war das Projekt umstritten",
    "Von wegen Steppe: Was Kasachstan auf dem Teller hat",
    "Von den Bergen in die Stadt",
    "Von Turkestan bis Osch reichte die Seidenstraße im Mittelalter einmal.",
    "By the time the train left, the platform was empty",
    "By 2030 the valley will need twice the water",
    "Par exemple, le prix du coton a doublé",
    "Автор исследования не назвал своего имени",
    "Texte zur Kunst",
    "Interview mit einer Hydrologin",
    "Kommentar",
    "",
]


@pytest.mark.parametrize(("line", "expected"), BYLINES)
def test_a_byline_gives_the_names_and_nothing_else(line, expected):
    wanted = expected.split("|") if isinstance(expected, str) else expected
    assert [name for name, _ in names_in_line(line)] == wanted


@pytest.mark.parametrize("line", NO_BYLINES)
def test_a_line_that_only_begins_like_a_byline_gives_none(line):
    assert names_in_line(line) == []


@pytest.mark.parametrize(("line", "expected"), BYLINES)
def test_the_span_of_each_author_says_the_name(line, expected):
    for name, span in names_in_line(line, 100):
        assert line[span.start - 100 : span.end - 100] == name


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Jelena Lutz", ["Jelena Lutz"]),
        ("Jelena Lutz und Ole Brandt", ["Jelena Lutz", "Ole Brandt"]),
        ("Maëlle Kerbrat Für Novastan France", ["Maëlle Kerbrat"]),
        ("Catriona Mackinlay · 4 March 2020", ["Catriona Mackinlay"]),
        ("Пётр Засухин", ["Пётр Засухин"]),
        ("Wie der Fisch zurückkam", []),
        ("Basar", []),
        ("Wer kommt, wer geht?", []),
        ("Reuters Staff", []),
        ("Redaktion Ausland", []),
    ],
)
def test_a_line_of_nothing_but_names_is_told_from_other_short_lines(line, expected):
    assert [name for name, _ in bare_name(line)] == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("de", "Von Jelena Lutz", ["Jelena Lutz"]),
        ("de", "Jelena Lutz", ["Jelena Lutz"]),
        ("de", "Von Jelena Lutz, Novastan", ["Jelena Lutz"]),
        ("en", "By Catriona Mackinlay", ["Catriona Mackinlay"]),
        ("ru", "Автор: Жанара Молдобекова", ["Жанара Молдобекова"]),
        ("fr", "Par Maëlle Kerbrat", ["Maëlle Kerbrat"]),
    ],
)
def test_the_byline_under_the_headline_is_read(read, language, line, expected):
    assert values(read(page(line, language=language)).byline) == expected


def test_a_byline_printed_above_and_below_is_one_author_in_two_places(read):
    article = read(page("Von Jelena Lutz", tail=("Jelena Lutz",)))
    [author] = article.byline
    assert author.value == "Jelena Lutz"
    assert [span.text_of(article.text.content) for span in author.spans] == ["Jelena Lutz"] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Von Almaty nach Bischkek fährt der Bus vier Stunden, wenn an der Grenze niemand wartet.",
        "Von der Leyen sprach in Samarkand von einem neuen Kapitel, und alle nickten höflich dazu.",
        "Von Jelena Lutz hieß es im Dorf, sie habe als Erste wieder ein Netz ausgeworfen.",
    ],
)
def test_a_sentence_that_begins_with_von_is_no_byline(read, sentence):
    assert read(page(sentence)).byline == ()


def test_a_known_statesman_named_under_the_headline_is_no_author(read):
    assert read(page("Kassym-Schomart Tokajew")).byline == ()
