"""The wording of a text, as other texts are compared with it."""

import pytest

from articles.pipeline.relations.wording import figures_in, wording_of


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        ("17.000 Menschen", ["17000"]),
        ("17,000 people", ["17000"]),
        ("17 000 человек", ["17000"]),
        ("17’000 Menschen", ["17000"]),
        ("1.234.567,50 Euro", ["1234567.50"]),
        ("6,4 Milliarden", ["6.4"]),
        ("6.4 billion", ["6.4"]),
        ("0,1991 сома", ["0.1991"]),
        ("2024", ["2024"]),
        ("12.07.2024 um 4.09 Uhr", ["12.07", "2024", "4.09"]),
        ("bis 2024 300 Menschen", ["2024", "300"]),
        ("keine", []),
    ],
)
def test_figures_are_written_alike_for_every_language(printed, values):
    assert [value for value, _ in figures_in(printed)] == values


def test_a_figure_says_where_it_stands():
    assert figures_in("rund 300, später 1.200") == [("300", 5), ("1200", 17)]


def test_wording_folds_words_and_counts_capitals_and_figures():
    wording = wording_of(["Präsident Tokajew kam.", "TOKAJEW blieb 3 Tage."])
    assert wording.words == ("prasident", "tokajew", "kam", "tokajew", "blieb", "3", "tage")
    assert wording.capitals == {"prasident": 1, "tokajew": 2, "tage": 1}
    assert wording.figures == {"3": 1}


def test_a_text_without_words_has_an_empty_wording():
    assert wording_of(["…", ""]).words == ()
