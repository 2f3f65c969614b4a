"""Dates and times as texts print them, at the precision they print, in the desk's languages."""

import pytest

from articles.pipeline.parsing.dates import dates_in, days_in, times_in

DATES = [
    # German, Austrian, Swiss
    ("5. März 2019", ["2019-03-05"]),
    ("5.März 2019", ["2019-03-05"]),
    ("05.03.2019", ["2019-03-05"]),
    ("5. 3. 2019", ["2019-03-05"]),
    ("Dienstag, 5. März 2019, 14.05 Uhr", ["2019-03-05"]),
    ("17. Jänner 2022", ["2022-01-17"]),
    ("2. Feber 2022", ["2022-02-02"]),
    ("1. Mrz. 2020", ["2020-03-01"]),
    ("3. Sept. 2020", ["2020-09-03"]),
    ("im Mai 2022", ["2022-05"]),
    ("Dezember 2018", ["2018-12"]),
    # English
    ("March 5, 2019", ["2019-03-05"]),
    ("March 5th, 2019", ["2019-03-05"]),
    ("5 March 2019", ["2019-03-05"]),
    ("5th March 2019", ["2019-03-05"]),
    ("Sept. 3, 2020", ["2020-09-03"]),
    ("2019-03-05T14:05:00+05:00", ["2019-03-05"]),
    ("in May 2022", ["2022-05"]),
    # French
    ("5 mars 2019", ["2019-03-05"]),
    ("1er février 2021", ["2021-02-01"]),
    ("le 14 août 2020", ["2020-08-14"]),
    ("22 décembre 2017", ["2017-12-22"]),
    # Russian, Kazakh
    ("5 марта 2019 года", ["2019-03-05"]),
    ("5 ноября 2022", ["2022-11-05"]),
    ("15 янв. 2020", ["2020-01-15"]),
    ("в мае 2022", []),
    # letters that only look like a month's when case is ignored
    ("5. Maı 2019", []),
    ("ſept 2019", []),
    ("5 қазан 2021", ["2021-10-05"]),
    # several
    ("3. Oktober 2021, aktualisiert am 11. Januar 2022", ["2021-10-03", "2022-01-11"]),
    # of an impossible day only the month is left; numbers that are no dates
    ("31. Februar 2020", ["2020-02"]),
    ("29. Februar 2019", ["2019-02"]),
    ("29. Februar 2020", ["2020-02-29"]),
    ("32.01.2020", []),
    ("5.13.2020", []),
    ("2019", []),
    ("1,234.2019", []),
    ("10.000 Menschen", []),
    ("Mai", []),
    ("12. Oktober", []),
    ("Telefon 0049 30 2019 0505", []),
    ("§ 5 Absatz 3", []),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates_with_a_year_are_read_as_exactly_as_they_are_printed(text, expected):
    assert [printed.value for printed in dates_in(text)] == expected


@pytest.mark.parametrize("text", [text for text, expected in DATES if expected])
def test_the_span_of_a_date_holds_its_digits(text):
    for printed in dates_in(text, 50):
        words = text[printed.span.start - 50 : printed.span.end - 50]
        assert printed.value[:4] in words
        assert words == words.strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Taschkent, 3. Mai (dpa)", ["--05-03"]),
        ("on May 3", ["--05-03"]),
        ("3 мая", ["--05-03"]),
        ("29. Februar", ["--02-29"]),
        ("30. Februar", []),
        ("im Mai", []),
        ("3. Maiglöckchen", []),
    ],
)
def test_days_without_a_year_are_read_as_days_of_any_year(text, expected):
    assert [printed.value for printed in days_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:05", ["14:05"]),
        ("14.05 Uhr", ["14:05"]),
        ("9 Uhr", ["09:00"]),
        ("9:30 Uhr", ["09:30"]),
        ("14h05", ["14:05"]),
        ("2:05 pm", ["14:05"]),
        ("12:10 a.m.", ["00:10"]),
        ("12:10 p.m.", ["12:10"]),
        ("00:01", ["00:01"]),
        ("24:00", []),
        ("14.05", []),
        ("5.20 Euro", []),
        ("Verhältnis 3:2", []),
        ("Uhr", []),
    ],
)
def test_clock_times_are_read_as_hours_and_minutes(text, expected):
    assert [printed.value for printed in times_in(text)] == expected
