"""Figures as texts print them."""

import pytest

from articles.pipeline.checking.figures import Figures
from articles.pipeline.results import Span


@pytest.fixture(scope="module")
def figures(knowledge):
    return Figures(knowledge.checks.scales)


@pytest.mark.parametrize(
    ("language", "text", "value", "step", "unit"),
    [
        ("de", "1.234,5 Tonnen", 1234.5, 0.1, "tonnen"),
        ("en", "1,234.5 tonnes", 1234.5, 0.1, "tonnes"),
        ("fr", "1 234,5 tonnes", 1234.5, 0.1, "tonnes"),
        ("ru", "1\xa0234\xa0567 тонн", 1234567, 1, "тонн"),
        ("de", "1.234", 1234, 1, ""),
        ("en", "1.234", 1.234, 0.001, ""),
        ("de", "0,125 Prozent", 0.125, 0.001, "prozent"),
        ("de", "625,2 Millionen US-Dollar", 625.2e6, 0.1e6, "us-dollar"),
        ("de", "3 Mrd. Som", 3e9, 1e9, "som"),
        ("de", "2 Billionen Euro", 2e12, 1e12, "euro"),
        ("en", "2 billion euros", 2e9, 1e9, "euros"),
        ("en", "$100 million", 100e6, 1e6, "$"),
        ("ru", "100 тыс. долларов", 100e3, 1e3, "долларов"),
        ("fr", "14 pour cent", 14, 1, "pour cent"),
        ("de", "14%", 14, 1, "%"),
    ],
)
def test_each_language_prints_numbers_its_own_way(figures, language, text, value, step, unit):
    [found] = figures.find(text, Span(0, len(text)), language)
    assert found.value == pytest.approx(value)
    assert found.step == pytest.approx(step)
    assert found.unit == unit


@pytest.mark.parametrize("text", ["am 3.5.2022", "um 14:05 Uhr", "C5", "2:1", "1.234"])
def test_dates_times_and_what_may_be_read_in_two_ways_are_no_figures(figures, text):
    assert list(figures.find(text, Span(0, len(text)), "")) == []
