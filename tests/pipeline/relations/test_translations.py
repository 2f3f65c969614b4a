"""Translations: the same names and figures in the same order, in another language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.pipeline.relations.tellings import Telling, telling_of
from articles.pipeline.relations.translations import common_sequence, is_translation

ORDER = "Osh 300 Batken 12 Naryn 2015 Kulsary 4.5 Chingis Oral 88 Bishkek"


def telling(order: str, language: str) -> Telling:
    named = [(name, place) for place, name in enumerate(order.split())]
    return telling_of(language, "2024-05-04", named, (), {})


ORIGINAL = telling(ORDER, "ru")


@pytest.mark.parametrize(
    ("what", "order"),
    [
        ("all of it", ORDER),
        ("a name more, a figure less", ORDER.replace("Naryn", "Naryn Talas").replace("12 ", "")),
        ("one name called otherwise", ORDER.replace("Chingis", "Minister")),
    ],
)
def test_a_translation_tells_the_same_in_the_same_order(what, order):
    found = is_translation(ORIGINAL, telling(order, "de"))
    assert found is not None
    assert found.score > 0.8
    assert not found.is_told
    assert len(found.shared) >= 10


@pytest.mark.parametrize(
    ("what", "other"),
    [
        ("the same language", telling(ORDER, "ru")),
        ("another script of it", telling(ORDER, "ru-Latn")),
        ("another order", telling(" ".join(sorted(ORDER.split())), "de")),
        ("half of it, and other names", telling("Osh 300 Batken 12 Naryn a b c d e f g", "de")),
        ("nothing", telling("", "de")),
    ],
)
def test_other_texts_are_no_translation(what, other):
    assert is_translation(ORIGINAL, other) is None


def test_few_names_suffice_where_a_text_says_that_it_is_a_translation():
    one, other = (telling("Osh 300 Batken 12 Naryn 2015", language) for language in ("ru", "de"))
    assert is_translation(one, other) is None
    found = is_translation(one, other, original_of_other="ru")
    assert found is not None
    assert found.is_told
    assert is_translation(one, other, original_of_other="fr") is None
    assert is_translation(other, one, original_of_one="ru") == found


@given(st.text("abc", max_size=12), st.text("abc", max_size=12))
def test_a_common_sequence_stands_in_both(one: str, other: str):
    common = common_sequence(one, other)
    for text in (one, other):
        letters = iter(text)
        assert all(letter in letters for letter in common)
    assert len(common) == len(common_sequence(other, one))
