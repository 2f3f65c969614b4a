"""Dates in words, alone and within a sentence, in each language of the interface."""

import datetime

import pytest
from django.utils.translation import override

from articles.dates import date_in_words, month_in_words, weekday_in_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022", {"de": "2022", "en": "2022", "ru": "2022"}),
        ("2022-05", {"de": "Mai 2022", "en": "May 2022", "ru": "май 2022\xa0г."}),
        ("2022-05-03", {"de": "3. Mai 2022", "en": "3 May 2022", "ru": "3 мая 2022\xa0г."}),
        (
            "2022-08-21",
            {"de": "21. August 2022", "en": "21 August 2022", "ru": "21 августа 2022\xa0г."},
        ),
        ("", {"de": "", "en": "", "ru": ""}),
        ("2022-13", {"de": "2022-13", "en": "2022-13", "ru": "2022-13"}),
        ("um 2022", {"de": "um 2022", "en": "um 2022", "ru": "um 2022"}),
    ],
)
def test_a_date_in_words_is_as_exact_as_it_is_known(text, words):
    for language, expected in words.items():
        with override(language):
            assert date_in_words(text) == expected


@pytest.mark.parametrize(
    ("text", "german", "russian"),
    [
        ("2022", "2022", "2022\xa0г."),
        ("2022-05", "Mai 2022", "мая 2022\xa0г."),
        ("2022-05-03", "3. Mai 2022", "3 мая 2022\xa0г."),
        ("um 2022", "um 2022", "um 2022"),
    ],
)
def test_behind_a_preposition_russian_inflects_the_date(text, german, russian):
    for language, expected in (("de", german), ("ru", russian)):
        with override(language):
            assert date_in_words(text, behind_preposition=True) == expected


def test_months_and_weekdays_are_small_within_a_russian_line():
    day = datetime.date(2022, 5, 3)
    for language, month, weekday in (
        ("de", "Mai 2022", "Dienstag"),
        ("en", "May 2022", "Tuesday"),
        ("ru", "май 2022\xa0г.", "вторник"),
    ):
        with override(language):
            assert (month_in_words(day), weekday_in_words(day)) == (month, weekday)
