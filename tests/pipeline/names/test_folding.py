"""Keys: the spellings of one name meet, in any script and scheme."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.pipeline.names.folding import grouping_key, word_keys
from articles.pipeline.names.orthographies import plain
from articles.pipeline.names.tokens import fold


@pytest.mark.parametrize(
    "spellings",
    [
        "Tokajew Toqajew Toqaev Tokayev Tokaïev Tokaev Токаев Тоқаев",
        "Schaparow Dschaparow Japarov Zhaparov Жапаров Žaparov",
        "Nasarbajew Nazarbaev Nazarbayev Nazarbaïev Назарбаев",
        "Mirsijojew Mirziyoyev Мирзиёев",
        "Taschkent Tashkent Tachkent Taşkent Ташкент Taškent",
        "Khujand Chudschand Худжанд Хуҷанд Xudžand",
        "Schawkat Shavkat Chavkat Шавкат Şavkat",
    ],
)
def test_spellings_of_one_word_share_a_key(spellings):
    keys = [set(word_keys(word)) for word in spellings.split()]
    assert set.intersection(*keys)


@pytest.mark.parametrize(
    "pair", ["Tokajew Tokarew", "Karimow Karimowa", "Chorog Chorgos", "Osch Orsk"]
)
def test_false_friends_share_none(pair):
    one, other = pair.split()
    assert set(word_keys(one)).isdisjoint(word_keys(other))


def test_the_key_of_a_name_ignores_order_and_patronymic():
    assert grouping_key("Садыр Нургожоевич Жапаров") == grouping_key("Japarov, Sadyr")


def test_a_script_that_is_not_read_is_its_own_key():
    assert grouping_key("王毅") == "王毅"
    assert word_keys("王毅") == ()


@given(st.text(max_size=60))
def test_any_text_has_a_key_and_folding_twice_changes_nothing(text):
    assert isinstance(grouping_key(text), str)
    assert plain(plain(text)) == plain(text)
    assert fold(fold(text)) == fold(text)
