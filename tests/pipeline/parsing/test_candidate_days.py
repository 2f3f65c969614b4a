"""Which days a text of a known month may tell of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.knowledge import relation_words
from articles.pipeline.parsing.candidate_days import candidate_days

WEEKDAYS = relation_words().weekdays


def days_of(*prose: str, month: str = "2022-05") -> list[int] | None:
    found = candidate_days([(text, 0) for text in prose], month, WEEKDAYS)
    return [day.day for day in found.days] if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tokajew hat am Donnerstag einen Besuch absolviert.", [5, 12, 19, 26]),
        ("Die Wahl am Sonntagabend", [1, 8, 15, 22, 29]),
        ("on Friday, the ministry said", [6, 13, 20, 27]),
        ("Президент в четверг прибыл в Ош.", [5, 12, 19, 26]),
        ("mardi, la ministre", [3, 10, 17, 24, 31]),
        # a day of the same month tells the week
        ("Am Donnerstag kam er. Der Gipfel war am 12. Mai zu Ende.", [12]),
        ("Am Montag kam er, am 12. Mai ging er.", [9, 16]),
        ("Am Montag kam er. Am 31.05.2022 ging er.", [30]),
        # a day of another month does not
        ("Am Donnerstag kam er, am 12. Juni ging er.", [5, 12, 19, 26]),
        # rules, dates, and words that only look like days
        ("Jeden Donnerstag tagt der Rat, donnerstags auch das Gericht.", None),
        ("every Thursday", None),
        ("Am kommenden Donnerstag reist er.", None),
        ("Donnerstag, den 12. Mai 2022", None),
        ("Министерство окружающей среды", None),
        ("Es regnete.", None),
        ("", None),
        # the first one that counts
        ("Jeden Montag wird geprobt, am Freitag war das Konzert.", [6, 13, 20, 27]),
    ],
)
def test_candidate_days(text, expected):
    assert days_of(text) == expected


def test_later_paragraphs_tell_the_week_too():
    assert days_of("Er kam am Dienstag.", "Das Abkommen vom 18. Mai.") == [17, 24]


@pytest.mark.parametrize(
    ("month", "expected"), [("2024-02", [1, 8, 15, 22, 29]), ("2023-02", [2, 9, 16, 23])]
)
def test_months_have_their_own_days(month, expected):
    assert days_of("Am Donnerstag", month=month) == expected


def test_spans_are_those_of_the_words():
    text = "Am Donnerstag kam er. Der Gipfel war am 12. Mai zu Ende."
    found = candidate_days([(text, 100)], "2022-05", WEEKDAYS)
    assert text[found.weekday.start - 100 : found.weekday.end - 100] == "Donnerstag"
    assert text[found.known.start - 100 : found.known.end - 100] == "12. Mai"


@given(st.text(), st.integers(1, 12))
def test_any_text_gives_days_of_its_month_or_none(text, month):
    found = candidate_days([(f"{text} am Montag {text}", 0)], f"2022-{month:02}", WEEKDAYS)
    assert found is None or all(
        (day.year, day.month, day.weekday()) == (2022, month, found.days[0].weekday())
        for day in found.days
    )
