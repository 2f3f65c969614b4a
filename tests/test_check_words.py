"""checks.toml: what is wrong in it is told with its place."""

import pytest

from articles.knowledge import DATA, BadData
from articles.knowledge.checks import read_check_words

from .data_files import spoil


def test_words_are_read_by_what_they_are_for():
    words = read_check_words(DATA / "checks.toml")
    assert words.scales["de"]["billionen"] == 1e12
    assert words.scales["en"]["billion"] == 1e9
    assert "im Alter von" in words.magnitudes.ages_before
    assert words.currencies.codes["som"] == ("KGS", "UZS")
    assert words.currencies.codes.keys() >= {"tenge", "€"}
    assert set().union(*words.currencies.codes.values()) == set(words.currencies.rates)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("[holding]", "[held]", "[holding] is missing"),
        ("most = 120", 'most = "120"', "[ages]: most: must be int"),
        ('"25" =', '"quarter" =', "[fractions]: quarter: must be a number"),
        ("KZ = 20.3", "KZ = 20", "[populations]: KZ: must be float"),
        ("low = 0.63", "low = 9.0", "[rates]: EUR 1: low"),
        ("since = 2015, low = 185.0", "since = 2001, low = 185.0", "[rates]: KZT 3: low"),
        ("verbs =", "words =", "[change]: verbs: is missing"),
    ],
)
def test_a_slip_is_told_with_its_place(data_folder, old, new, complaint):
    spoil(data_folder, "checks.toml", old, new)
    with pytest.raises(BadData) as told:
        read_check_words(data_folder / "checks.toml")
    assert f"checks.toml: {complaint}" in str(told.value)
