"""How far words of names are apart: endings of lands, sounds heard as one."""

import pytest

from articles.pipeline.names.words import allowed, distance_of_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Туркмения", "Turkmenistan"),
        ("Turkmenien", "Türkmenistan"),
        ("Bulgarien", "Bulgaristan"),
        ("Киргизия", "Kirghizie"),
        ("Kirgistan", "Kyrgyzstan"),
    ],
)
def test_one_land_is_one_word_whatever_its_ending(one, other):
    assert distance_of_words(one.casefold(), other.casefold()) <= allowed(12)


@pytest.mark.parametrize(
    ("one", "other"), [("Turkmenistan", "Turkmene"), ("Karakalpakie", "Karakalpak")]
)
def test_a_people_is_no_land(one, other):
    assert distance_of_words(one.casefold(), other.casefold()) > allowed(12)
