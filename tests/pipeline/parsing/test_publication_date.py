"""The publication date: what the text itself states of it, never an event's, a caption's or a guess."""

import pytest

from articles.pipeline.parsing.publication_date import is_date_line
from tests.pipeline.press import BODY, HEADLINE, around, page, value

DATE_LINES = [
    "5. März 2019",
    "Dienstag, 5. März 2019",
    "05.03.2019, 14:05 Uhr",
    "Stand: 12.03.2024, 14:05 Uhr",
    "Veröffentlicht am 3. Oktober 2021, zuletzt aktualisiert am 11. Januar 2022",
    "Erschienen am 3. Mai 2020 um 9 Uhr",
    "Aktualisiert: 3. Mai 2020, 18:22",
    "Wien, 17. Jänner 2022",
    "Published March 5, 2019",
    "Last updated: 5 March 2019 at 10:30 GMT",
    "March 5, 2019 | 3 min read",
    "Publié le 5 mars 2019 à 14h05",
    "Опубликовано: 5 ноября 2022 года",
    "5 ноября 2022, 14:30",
    "2019-03-05",
    "081412 Nov 19",
]
NO_DATE_LINES = [
    "Am 5. März 2019 reiste der Minister nach Moskau.",
    "Seit dem 3. Mai 2020 ist die Brücke gesperrt",
    "Der Damm im Frühjahr, aufgenommen am 3. Mai 2020",
    "On March 5, 2019 the president stepped down.",
    "5 марта 2019 года президент подписал указ о переносе столицы",
    "Wahlen im Mai 2022: Wer tritt an, wer nicht?",
    "Telefon 2019",
    "gestern",
    "",
]


@pytest.mark.parametrize("line", DATE_LINES)
def test_a_line_of_little_but_a_date_is_a_date_line(line):
    assert is_date_line(line)


@pytest.mark.parametrize("line", NO_DATE_LINES)
def test_a_sentence_with_a_date_is_no_date_line(line):
    assert not is_date_line(line)


@pytest.mark.parametrize(
    ("line", "date", "time"),
    [
        ("5. März 2019", "2019-03-05", None),
        ("Dienstag, 5. März 2019, 14.05 Uhr", "2019-03-05", "14:05"),
        ("Wien, 17. Jänner 2022", "2022-01-17", None),
        ("Stand: 12.03.2024, 14:05 Uhr", "2024-03-12", "14:05"),
        ("Mai 2022", "2022-05", None),
        ("March 5, 2019, 2:05 pm", "2019-03-05", "14:05"),
        ("Publié le 5 mars 2019 à 14h05", "2019-03-05", "14:05"),
        ("Опубликовано: 5 ноября 2022 года", "2022-11-05", None),
        ("Aktualisiert am 3. Mai 2020", "2020-05-03", None),
        # of two, the first publication counts
        ("Veröffentlicht am 3. Mai 2020, aktualisiert am 9. Juni 2020", "2020-05-03", None),
        ("Aktualisiert am 9. Juni 2020 | Veröffentlicht am 3. Mai 2020", "2020-05-03", None),
        ("Von Jelena Lutz | 3. Mai 2020", "2020-05-03", None),
    ],
)
def test_a_date_line_dates_the_text(read, line, date, time):
    article = read(page(line))
    assert (value(article.date), value(article.time)) == (date, time)


@pytest.mark.parametrize(
    ("header", "line", "date", "precision"),
    [
        ("2020", None, "2020", "year"),
        ("2020-05", None, "2020-05", "month"),
        ("2020-05-03", None, "2020-05-03", "day"),
        ("2020-05", "3. Mai 2020", "2020-05-03", "day"),
        ("2020", "3. Mai 2020", "2020-05-03", "day"),
        ("2020-05", "3. Juni 2020", "2020-05", "month"),
        ("2020-05", "3. Mai 2019", "2020-05", "month"),
    ],
)
def test_a_header_is_refined_only_by_a_day_within_it(read, header, line, date, precision):
    article = read(f" date {header} " + page(*([line] if line else [])))
    assert (value(article.date), article.date_precision) == (date, precision)


@pytest.mark.parametrize(
    ("dateline", "header", "date"),
    [
        ("Osch, 3. Mai 2020 – ", "", "2020-05-03"),
        ("Osch, 3. Mai (dpa) – ", "2020-05", "2020-05-03"),
        ("Osch, 3. Mai (dpa) – ", "2020-06", "2020-06"),
        ("Osch, 3. Mai (dpa) – ", "", None),
        ("Osch (dpa) – ", "", None),
    ],
)
def test_a_dateline_dates_the_text_when_the_year_is_known(read, dateline, header, date):
    first, second = BODY["de"]
    head = f" date {header} " if header else ""
    assert value(read(f"{head}{HEADLINE['de']}\n\n{dateline}{first}\n\n{second}").date) == date


@pytest.mark.parametrize(
    "sentence",
    [
        "Am 5. März 2019 trat der Präsident zurück, und in Moynaq merkte es beinahe niemand im Dorf.",
        "Das Abkommen vom 21. Mai 1999 gilt bis heute, auch wenn es kaum jemand gelesen hat, sagt er.",
        "On 5 March 2019 the boats went out for the first time, and on 7 June 2021 for the last time.",
        "Der Laichzug beginnt im April 2023 wieder, sofern das Wasser aus den Bergen rechtzeitig kommt.",
    ],
)
def test_the_date_of_an_event_is_not_the_date_of_the_text(read, sentence):
    assert read(around(sentence)).date is None


def test_the_date_of_a_caption_or_of_a_promo_is_not_the_date_of_the_text(read):
    caption = "Der Damm am 3. Mai 2020. Foto: Jelena Lutz"
    promo = "Lesen Sie auch: Wahl am 7. Juni 2021"
    assert read(page(caption, tail=(promo,))).date is None


def test_a_date_stands_where_its_span_says(read):
    article = read(page("Veröffentlicht am 3. Mai 2020, 9:30 Uhr"))
    assert article.date.spans[0].text_of(article.text.content) == "3. Mai 2020"
    assert article.time.spans[0].text_of(article.text.content) == "9:30 Uhr"
