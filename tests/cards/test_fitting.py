"""Words in a box. Letters here are as wide as they are large, so widths can be counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.cards.fitting import LEADING, cut, fitted

SIZES = (4, 2, 1)
BOX = (20.0, 10.0)


def measure(text: str, size: int) -> float:
    return len(text) * size


@pytest.mark.parametrize(
    ("text", "size", "lines"),
    [
        ("", 4, ()),
        ("word", 4, ("word",)),
        ("one two", 4, ("one", "two")),
        ("one two three", 2, ("one two", "three")),
        ("water falls", 4, ("water", "falls")),
        ("one two six ten", 2, ("one two", "six ten")),
        ("5\u00a0000 km are far", 2, ("5 000 km", "are far")),
        ("a-very-long-word", 1, ("a-very-long-word",)),
    ],
)
def test_a_text_is_as_large_as_it_fits_in_lines_of_like_length(text, size, lines):
    setting = fitted(text, SIZES, BOX, measure)
    assert (setting.size, setting.lines) == (size, lines)


def test_a_word_that_is_wider_than_the_box_is_broken():
    assert fitted("x" * 30, SIZES, BOX, measure).lines == ("x" * 19 + "-", "x" * 11)


def test_what_does_not_fit_is_an_ellipsis():
    setting = fitted("word " * 100, SIZES, BOX, measure)
    assert setting.size == 1
    assert setting.lines[-1] == "word word word …"
    assert len(setting.lines) == 8


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=900))
def test_no_text_leaves_its_box(text):
    setting = fitted(text, SIZES, BOX, measure)
    assert all(measure(line, setting.size) <= BOX[0] for line in setting.lines)
    assert len(setting.lines) * setting.size * LEADING <= BOX[1]
    assert "".join(setting.lines) or not text.strip()


@given(st.text(st.sampled_from("ab -\u00a0"), max_size=120))
def test_no_word_is_lost_in_a_text_that_fits(text):
    setting = fitted(text, (1,), (200.0, 5.0), measure)
    assert " ".join(setting.lines).split() == text.split()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", ""),
        ("fits in a line", "fits in a line"),
        ("exactly twenty chars", "exactly twenty chars"),
        ("one word more than there is room", "one word more than …"),
        ("x" * 40, "x" * 19 + "…"),
    ],
)
def test_a_line_is_cut_after_a_word(text, line):
    assert cut(text, 20, 1, measure) == line
