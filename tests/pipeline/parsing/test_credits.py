"""Picture credits and captions, exactly as printed."""

import pytest

from articles.pipeline.parsing.credits import credit_ahead, credit_in
from tests.pipeline.press import around, names, page, values

LINES = [
    # the line, its caption, its credit
    ("Foto: Jelena Lutz", "", "Foto: Jelena Lutz"),
    ("Fotos: Jelena Lutz / Ole Brandt", "", "Fotos: Jelena Lutz / Ole Brandt"),
    ("Bild: Imago", "", "Bild: Imago"),
    ("Bildquelle: Presseamt Nukus", "", "Bildquelle: Presseamt Nukus"),
    ("© Jelena Lutz", "", "© Jelena Lutz"),
    ("Photo: Catriona Mackinlay", "", "Photo: Catriona Mackinlay"),
    ("Photo credit: Catriona Mackinlay", "", "Photo credit: Catriona Mackinlay"),
    ("Image: Wikimedia Commons", "", "Image: Wikimedia Commons"),
    ("Фото: пресс-служба порта", "", "Фото: пресс-служба порта"),
    ("Crédit photo : Loïc Vasseur", "", "Crédit photo : Loïc Vasseur"),
    ("picture alliance / dpa", "", "picture alliance / dpa"),
    ("Getty Images", "", "Getty Images"),
    ("Die Mole von Aralsk im Mai. Foto: Privat", "Die Mole von Aralsk im Mai. ", "Foto: Privat"),
    ("Die Mole von Aralsk (Foto: Privat)", "Die Mole von Aralsk ", "(Foto: Privat)"),
    ("Die Mole im Mai © Jelena Lutz", "Die Mole im Mai ", "© Jelena Lutz"),
    ("The pier in May. Photo: Handout", "The pier in May. ", "Photo: Handout"),
    ("Turar Iskakow / AP", "", "Turar Iskakow / AP"),
    ("APA/AFP/Marat Karimow", "", "APA/AFP/Marat Karimow"),
    ("Die Mole im Mai.  Ole Brandt / NZZ", "Die Mole im Mai.  ", "Ole Brandt / NZZ"),
    ("La jetée, en mai. TURAR ISKAKOV / AFP", "La jetée, en mai. ", "TURAR ISKAKOV / AFP"),
    (
        "Die Mole, bevor die Boote kommen. OSTERLOH",
        "Die Mole, bevor die Boote kommen. ",
        "OSTERLOH",
    ),
    ("Die Mole (FOTO: REUTERS)", "Die Mole ", "(FOTO: REUTERS)"),
    ("Фото автора", "", "Фото автора"),
    ("Die Mole von Aralsk  Bild: REUTERS", "Die Mole von Aralsk  ", "Bild: REUTERS"),
    ("Die Mole von Aralsk Foto: Ole Brandt/dpa", "Die Mole von Aralsk ", "Foto: Ole Brandt/dpa"),
    ("Причал в мае. Фото: Пётр Засухин", "Причал в мае. ", "Фото: Пётр Засухин"),
]
NO_CREDITS = [
    "Photo stories are told at the pier",
    "Auf dem Foto lacht er.",
    "Ein Bild sagt mehr als tausend Worte",
    "Fotografieren verboten",
    "(Foto - Archiv)",
    "Impressum | Datenschutz | © Steppenpost GmbH & Co. KG",
    "© dpa-infocom, dpa:240219-99-43817/4",
    "hba/Reuters",
    "Quelle des Syrdarja ist der Zusammenfluss zweier Flüsse",
    "На фото видно, как блестит вода",
]


@pytest.mark.parametrize(("line", "caption", "credit"), LINES)
def test_a_credit_is_told_from_the_caption_before_it(line, caption, credit):
    place = credit_in(line)
    assert (line[:place], line[place:]) == (caption, credit)


@pytest.mark.parametrize(
    ("credit", "caption"),
    [
        ("Foto: imago images/Xinhua ", "Die Mole von Aralsk an einem Morgen im Mai"),
        ("dpa/Malte Brandt ", "Minister Azamat Kenschebajew (Mitte) auf der Mole"),
        ("Bild: © KNA/Vatican Media/Romano Brandt ", "Papst Franziskus auf dem Weg nach Astana"),
    ],
)
def test_a_credit_may_stand_ahead_of_its_caption(credit, caption):
    assert credit_ahead(credit + caption) == len(credit)


def test_a_caption_with_a_stroke_is_no_credit():
    assert credit_ahead("Die Mole von Aralsk/Kasachstan an einem Morgen im Mai") is None


@pytest.mark.parametrize("line", NO_CREDITS)
def test_a_line_that_only_speaks_of_pictures_has_no_credit(line):
    assert credit_in(line) is None


@pytest.mark.parametrize(
    ("line", "caption", "credit"), [row for row in LINES if "Getty" not in row[0]]
)
def test_pictures_between_paragraphs_are_read_and_are_no_body(read, line, caption, credit):
    article = read(around(line))
    assert values(article.photo_credits) == [credit]
    assert values(article.captions) == ([caption.strip()] if caption else [])
    assert article.boilerplate == ()


def test_a_sentence_about_a_photo_is_no_credit(read):
    sentence = (
        "Auf dem Foto: ein Mann, ein Boot, ein Himmel, und dahinter nichts als Salz und Sand."
    )
    article = read(page(tail=(sentence * 3,)))
    assert article.photo_credits == ()


def test_a_caption_names_entities_and_its_credit_does_not(read):
    article = read(page("Ein Basar in Aktau im Winter. Foto: Ruslan Ongarbajew"))
    assert "Aktau" in names(article)
    assert not any("Ongarbajew" in name for name in names(article))
