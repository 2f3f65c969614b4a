"""The chart of coverage and the map: what they count, and that nobody needs to see them to know it."""

import re
from datetime import date

import pytest

from articles.views.coverage import MONTHS, coverage_of
from articles.views.maps import map_of
from articles.views.outlines import FRAME, OUTLINES

from .newsstand import make_country, make_text, mention, name_in


def bars(months):
    return [(f"{bar.month:%Y-%m}", bar.texts) for bar in coverage_of(months).bars]


def test_a_chart_has_every_month_between_the_first_and_the_last():
    assert bars({"2024-11": 2, "2025-01": 1, "2025-03": 4}) == [
        ("2024-11", 2),
        ("2024-12", 0),
        ("2025-01", 1),
        ("2025-02", 0),
        ("2025-03", 4),
    ]


def test_a_chart_ends_with_the_newest_months():
    months = {f"{year}-{month:02}": 1 for year in range(2010, 2026) for month in range(1, 13)}
    shown = bars(months)
    assert (len(shown), shown[0][0], shown[-1][0]) == (MONTHS, "2023-01", "2025-12")


def test_texts_that_say_only_the_year_are_in_no_month_of_the_chart():
    chart = coverage_of({"2025": 5, "2025-01": 1, "2025-02": 1, "2025-03": 1, "1999": 3})
    assert chart.most == 1
    assert chart.years == [("2025", 5)]


def test_the_fullest_month_fills_the_chart_and_one_text_is_seen():
    one, _, most = coverage_of({"2025-01": 1, "2025-02": 0, "2025-03": 5000}).bars
    assert (most.height, most.y) == (90, 0)
    assert one.height == 2


@pytest.mark.parametrize("months", [{}, {"2025-01": 9, "2025-02": 9}, {"2025": 9, "2024": 1}])
def test_few_months_make_no_chart(months):
    assert coverage_of(months) is None


def test_rows_of_the_table_are_months_with_texts_the_newest_first():
    rows = coverage_of({"2025-01": 1, "2025-03": 2, "2025-04": 3}).rows
    assert [(row.month, row.texts) for row in rows] == [
        (date(2025, 4, 1), 3),
        (date(2025, 3, 1), 2),
        (date(2025, 1, 1), 1),
    ]


def test_the_chart_stands_on_pages_of_countries_topics_and_names(
    client, agency, kazakhstan, energy
):
    for month in ("2025-01", "2025-03", "2025-04-30"):
        text = make_text(month, source=agency, date=month, about=[kazakhstan], on=[energy])
    person = mention(text, "Sadyr Japarov", "Sadyr Dschaparow").tag
    for month in ("2025-01", "2025-03"):
        other = make_text(f"{month} b", source=agency, date=month)
        name_in(other, person)
    for address in ("/de/countries/kazakhstan/", "/de/topics/energy/", person.get_absolute_url()):
        page = client.get(address).content.decode()
        assert '<tr><th scope="row">April 2025</th><td>1</td></tr>' in page
        assert page.count("<rect ") == 3
    assert "<rect " not in client.get("/de/articles/").content.decode()


def test_every_country_of_the_region_is_inside_the_frame():
    assert set(OUTLINES) == {"KZ", "KG", "TJ", "TM", "UZ"}
    for outline in OUTLINES.values():
        points = [
            tuple(map(float, one.split(","))) for one in re.findall(r"[\d.]+,[\d.]+", outline.path)
        ]
        assert all(0 <= x <= FRAME[0] and 0 <= y <= FRAME[1] for x, y in [*points, outline.label])


def test_a_map_holds_the_countries_that_have_outlines(kazakhstan, uzbekistan):
    countries = [kazakhstan, uzbekistan, make_country("MN", "Mongolia", "Mongolei")]
    shapes = map_of(countries, {"kazakhstan": 7}, here=uzbekistan).shapes
    assert [(one.name, one.texts, one.here) for one in shapes] == [
        ("Kasachstan", 7, False),
        ("Usbekistan", 0, True),
    ]
