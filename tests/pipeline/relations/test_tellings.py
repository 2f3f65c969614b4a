"""What a text tells: names, figures, their order, and the days it speaks of."""

from datetime import date

import pytest

from articles.knowledge import DATA
from articles.knowledge.relations import read_relation_words
from articles.pipeline.records import to_record
from articles.pipeline.relations.readings import telling_of_reading, wording_of_reading
from articles.pipeline.relations.tellings import telling_of

WEEKDAYS = read_relation_words(DATA / "relations.toml").weekdays


def days_of(text: str, published: str) -> list[str]:
    return sorted(map(str, telling_of("de", published, (), [(text, 0)], WEEKDAYS).days))


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        ("Das Parlament stimmte am Donnerstag ab.", "2024-03-14", ["2024-03-14"]),
        ("Das Parlament stimmte am Donnerstag ab.", "2024-03-15", ["2024-03-14"]),
        ("The vote on Sunday was calm.", "2023-07-10", ["2023-07-09"]),
        ("В среду прошли выборы.", "2023-07-10", ["2023-07-05"]),
        ("Le scrutin de dimanche fut calme.", "2023-07-10", ["2023-07-09"]),
        ("Am 3. Mai bebte die Erde.", "2024-05-04", ["2024-05-03"]),
        ("Am 30. Dezember bebte die Erde.", "2024-01-02", ["2023-12-30"]),
        ("Am 3. Mai 2011 bebte die Erde.", "2024-05-04", ["2011-05-03"]),
        ("Am Donnerstag und am 29. Februar.", "2024-05", []),
        ("Im Mai, am Markttag.", "2024-05-04", []),
    ],
)
def test_days_are_those_before_the_text_was_published(text, published, days):
    assert days_of(text, published) == days


def test_names_and_figures_stand_in_the_order_of_the_text():
    text = "In Osch leben 300.000 Menschen, in Batken 27.000."
    named = [("Batken", text.index("Batken")), ("Osh", text.index("Osch"))]
    told = telling_of("de", "2024-05-04", named, [(text, 0)], {})
    assert told.order == ("Osh", "300000", "Batken", "27000")
    assert told.names == {"Osh": 1, "Batken": 1}
    assert told.day == date(2024, 5, 4)


def test_a_date_that_is_less_exact_is_no_day():
    assert telling_of("de", "2024-05", (), (), {}).day is None


def test_a_reading_tells_known_names_by_their_canonical_form_and_others_by_their_sound(read):
    german = read("Die Lage in Osch\n\nPräsident Sadyr Schaparow traf Bolot Nurdinow in Osch.\n")
    english = read("The situation in Osh\n\nPresident Sadyr Japarov met Bolot Nurdinov in Osh.\n")
    told = [
        telling_of_reading(to_record(one, file="a", sha256="", with_text=True), {})
        for one in (german, english)
    ]
    assert told[0].names == told[1].names
    assert {"Sadyr Japarov", "Osh"} < set(told[0].names)


def test_furniture_has_no_part_in_wording_and_telling(read):
    page = "Ein Titel\n\nDie Boote liegen im Wasser und warten.\n\nMehr zum Thema: 300 Schiffe in Osch\n"
    reading = to_record(read(page), file="a", sha256="", with_text=True)
    assert "schiffe" not in wording_of_reading(reading).words
    assert "300" not in telling_of_reading(reading, {}).figures
