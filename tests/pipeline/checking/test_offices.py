"""Offices that a person did not hold when the text was written."""

import pytest


@pytest.mark.parametrize(
    ("date", "sentence"),
    [
        ("2017-03", "Der Kremlchef besuchte Präsident Kassym-Schomart Tokajew in Astana."),
        ("2015-06-01", "Präsident Shavkat Mirziyoyev empfing die Gäste in Taschkent."),
        ("2017-03", "In Astana sprach Präsident Tokajew mit Gästen aus Usbekistan."),
        ("2023-05-10", "Heute empfing Präsident Nursultan Nasarbajew die Minister in Astana."),
        ("2017-03", "Президент Касым-Жомарт Токаев принял гостей в Астане."),
    ],
)
def test_an_office_that_the_person_did_not_hold_is_told(read, date, sentence):
    [found] = [one for one in read(f" date {date} {sentence}").checks if "office" in one.code]
    assert found.code == "office-not-held"
    assert found.values["date"] == date


@pytest.mark.parametrize(
    ("date", "sentence"),
    [
        ("2021-03", "Der Kremlchef besuchte Präsident Kassym-Schomart Tokajew in Astana."),
        ("2019-03", "Der neue Präsident Kassym-Schomart Tokajew sprach in Astana."),
        ("2019-03", "In Astana sprach Präsident Nursultan Nasarbajew mit Gästen."),
        ("2023-05-10", "Der frühere Präsident Nursultan Nasarbajew sprach in Astana."),
        ("2023-05-10", "Expräsident Nursultan Nasarbajew sprach in Astana."),
        ("2023-05-10", "1997 verlegte Präsident Nursultan Nasarbajew die Hauptstadt."),
        ("2023-05-10", "Langzeitherrscher Nursultan Nasarbajew sprach in Astana."),
        ("2017", "Der Kremlchef besuchte Präsident Kassym-Schomart Tokajew in Astana."),
    ],
)
def test_offices_that_were_held_or_of_another_time_are_not(read, date, sentence):
    found = [one.code for one in read(f" date {date} {sentence}").checks]
    assert "office-not-held" not in found
