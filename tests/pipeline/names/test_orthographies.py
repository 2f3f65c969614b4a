"""Which words follow Russian letter by letter, so that each of their vowels counts."""

import pytest

from articles.pipeline.names.orthographies import are_by_letter, plain


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Карим Гафуров", True),
        ("Karim Gafurow", True),
        ("Taschkent", True),
        ("Čimkent", True),
        # English, French and Turkish leave marks out or have other vowels
        ("Karim Gafurov", False),
        ("Tachkent", False),
        ("Karakul", False),
        # native alphabets, Uzbek and Tajik without letters of their own
        ("Қасым Гафуров", False),
        ("Туркманистон", False),
        ("Qassym Tokajew", False),
    ],
)
def test_only_what_follows_russian_is_written_by_letter(name, expected):
    assert are_by_letter(tuple(plain(name).split())) is expected
