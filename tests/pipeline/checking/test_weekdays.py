"""Days of the week and dates."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "date", "day"),
    [
        ("Das geschah am Montag, dem 3. Mai 2022, in Osch.", None, "2022-05-03"),
        ("Das geschah am Montag, dem 3. Mai, in Osch.", "2022-05-05", "2022-05-03"),
        ("Das geschah am Montag (3. Mai) in Osch.", "2022-05", "2022-05-03"),
        ("Am Sonntag, 31. Dezember, wird gefeiert.", "2022-12-20", "2022-12-31"),
        ("Am Freitag, den 31. Dezember, wurde gefeiert.", "2023-01-05", "2022-12-31"),
        ("Am Dienstag, 13.05.2024, tagt das Parlament.", None, "2024-05-13"),
        ("It happened on Monday, May 3, 2022, in Osh.", None, "2022-05-03"),
        ("It happened on Monday (3 May 2022) in Osh.", None, "2022-05-03"),
        ("Cela s’est passé lundi 3 mai 2022 à Och.", None, "2022-05-03"),
        ("Это случилось в понедельник, 3 мая 2022 года.", None, "2022-05-03"),
    ],
)
def test_a_day_that_the_date_does_not_fall_on_is_told(check, sentence, date, day):
    [found] = check(sentence, date=date)
    assert (found.code, found.values["day"]) == ("weekday-disagrees", day)
    assert [span.text_of(sentence) for span in found.spans] == [
        found.values["weekday"],
        found.values["date"],
    ]


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Das geschah am Dienstag, dem 3. Mai 2022, in Osch.", None),
        ("Das geschah am Dienstag, dem 3. Mai, in Osch.", "2022-05-05"),
        ("Das geschah am Montag, dem 3. Mai, in Osch.", None),
        ("Das geschah am Montag, dem 3. Mai, in Osch.", "2022"),
        ("Das geschieht am Montag, dem 3. Mai.", "2022-11-20"),  # which year is meant, is not told
        ("Er wurde am Montag, dem 3. Mai 1802, geboren.", None),
        ("Am Montag starben 3. Mai war es.", "2022-05-05"),
        ("Von Montag bis Mittwoch, 2. bis 4. Mai 2022.", None),
        ("Am Montag, dem 32. Mai 2022.", None),
        ("Sie kamen am Montag, 3 Männer und 5 Frauen.", "2022-05-05"),
        ("Am Freitag, dem 29. Februar, kam er.", "2023-02-20"),
    ],
)
def test_days_that_fit_or_that_no_year_is_known_of_are_not(check, sentence, date):
    assert check(sentence, date=date) == []
