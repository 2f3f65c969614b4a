"""A text written out by a format: statements first, lines behind, every span true."""

from articles.pipeline.formats.sheet import Sheet
from articles.pipeline.results import Label


def written():
    sheet = Sheet("utf-8", ("encoding-guessed",))
    sheet.paragraph("Fischer am Aralsee", Label.HEADLINE, "h1")
    sheet.state("date", "Date", "Mon, 06 May 2024", "mail-date")
    sheet.paragraph("Erste Zeile\n\n zweite  Zeile ")
    return sheet.item(2, "b\n.txt")


def test_what_the_file_states_stands_first_under_its_own_title():
    item = written()
    assert item.text.content == (
        "Date: Mon, 06 May 2024\n\nFischer am Aralsee\n\nErste Zeile\nzweite Zeile\n\n"
    )
    assert item.text.content[item.body :].startswith("Fischer")


def test_spans_of_statements_and_hints_hold_their_words():
    item = written()
    [stated], [hint] = item.stated, item.hints
    assert stated.span.text_of(item.text.content) == "Mon, 06 May 2024"
    assert hint.span.text_of(item.text.content) == "Fischer am Aralsee"


def test_an_item_carries_number_name_encoding_and_warnings():
    item = written()
    assert (item.number, item.name) == (2, "b .txt")
    assert (item.text.encoding, item.text.warnings) == ("utf-8", ("encoding-guessed",))


def test_nothing_is_stated_by_nothing():
    sheet = Sheet("utf-8")
    sheet.state("date", "Date", " \n ", "mail-date")
    sheet.paragraph(" ")
    assert sheet.is_empty
    assert sheet.item().text.content == ""
