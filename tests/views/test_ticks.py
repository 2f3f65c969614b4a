"""Where a chart names its years, and a map its countries."""

import pytest

from articles.views.coverage import LABEL, coverage_of

from .newsstand import make_text


@pytest.mark.parametrize(
    ("months", "ticks"),
    [
        (["2024-02", "2024-05", "2024-07"], []),
        (["2023-11", "2024-05", "2024-07"], [(20, 2024, False)]),
        (["2023-12", "2024-05", "2025-02"], [(10, 2024, False), (150, 2025, True)]),
        (["2024-10", "2024-11", "2025-01"], [(40, 2025, True)]),
        (["2024-10", "2024-11", "2025-04"], [(30, 2025, False)]),
    ],
)
def test_a_year_is_named_under_its_january_and_never_outside_the_chart(months, ticks):
    chart = coverage_of(dict.fromkeys(months, 1))
    assert chart.ticks == ticks
    assert all(x == chart.width if last else x + LABEL <= chart.width for x, _, last in ticks)


def test_the_names_on_a_map_stand_above_all_its_outlines(client, agency, kazakhstan, uzbekistan):
    make_text("Text", source=agency, about=[kazakhstan, uzbekistan])
    page = client.get("/de/countries/kazakhstan/").content.decode()
    drawn = page[page.index("<svg") : page.index("</svg>")]
    assert drawn.rindex("<path") < drawn.index("<text")
    assert [drawn.count(f">{name}</text>") for name in ("Kasachstan", "Usbekistan")] == [1, 1]
