"""Plain press text, with or without the archive's header ` date 2022-05 `."""

import pytest

from articles.pipeline.formats.press_text import read_press_text
from articles.pipeline.results import Span, Text


@pytest.mark.parametrize(
    ("content", "date", "begins"),
    [
        (" date 2022-05 Bei den Gesprächen in Osch", "2022-05", "Bei den"),
        ("date 2022-05 Bei den Gesprächen in Osch", "2022-05", "Bei den"),
        ("\n date 2022-05\nDie Fischer von Moynaq", "2022-05", "Die Fischer"),
        (" date 2020 Auf Sendung", "2020", "Auf Sendung"),
        (" date 2024-03-09 Lawinen", "2024-03-09", "Lawinen"),
        (" date 1999-12 Рыбаки", "1999-12", "Рыбаки"),
        (" date\t2022-05 Bei", "2022-05", "Bei"),
    ],
)
def test_the_header_dates_the_text_and_is_set_aside(content, date, begins):
    item = read_press_text(Text(content, "utf-8"))
    [stated] = item.stated
    assert (stated.field, stated.span.text_of(content)) == ("date", date)
    assert content[item.body :].startswith(begins)
    assert item.text.content == content


def test_a_header_below_lines_of_the_page_dates_the_text_too():
    content = "Menü\n date 2017-10 Die Fischer kehren zurück\nAm Ufer"
    item = read_press_text(Text(content, "utf-8"))
    assert [one.span.text_of(content) for one in item.stated] == ["2017-10"]
    assert item.body == 0


@pytest.mark.parametrize(
    "content",
    [
        "Am Ufer\nUpdate 2022-05 Bei den Gesprächen",
        "Datum 2022-05 Bei den Gesprächen",
        "Update 2022-05 Bei den Gesprächen",
        "date of birth: 2022-05",
        " date 22-05 Bei",
        " date 20225 Bei",
        " date 1822-05 Bei",
        "Am Tag danach, date 2022-05 im Kopf",
        "",
    ],
)
def test_other_beginnings_are_no_header(content):
    item = read_press_text(Text(content, "utf-8"))
    assert (item.stated, item.body) == ((), 0)


@pytest.mark.parametrize(
    ("content", "date"),
    [
        (" date 2022-13 Bei", "2022"),
        (" date 2022-00 Bei", "2022"),
        (" date 2022-5 Bei", "2022"),
        (" date 2022-13-45 Bei", "2022"),
        (" date 2022-05-41 Bei", "2022-05"),
        (" date 2022-02-31 Bei", "2022-02"),
        (" date 2023-02-29 Bei", "2023-02"),
    ],
)
def test_an_impossible_month_or_day_is_set_aside_and_leaves_a_doubt(content, date):
    item = read_press_text(Text(content, "utf-8"))
    [stated] = item.stated
    assert (stated.span.text_of(content), stated.confidence) == (date, 0.5)
    assert content[item.body :] == "Bei"


def test_a_leap_day_is_no_doubt():
    [stated] = read_press_text(Text(" date 2024-02-29 Bei", "utf-8")).stated
    assert (stated.span, stated.confidence) == (Span(6, 16), 1.0)
