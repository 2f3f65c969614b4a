"""Words that texts are found by, and what readers ask for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.pipeline.search import (
    Words,
    as_fts5,
    as_tsquery,
    asked,
    keys_of,
    places_of,
    sign,
    text_to_search,
)

W = Words


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Tokaïev, TOKAJEW", ["tokaiev", "tokajew"]),
        ("Oʻzbekiston O'zbekiston", ["ozbekiston", "ozbekiston"]),
        ("Nur-Sultan", ["nur", "sultan"]),
        ("L’Ouzbékistan", ["l", "ouzbekistan"]),
        ("C5+1 am 20.3.", ["c51", "am", "20", "3"]),
        ("Пётр и май", ["петр", "и", "май"]),
        ("Straße 12a", ["strasse", "12", "a"]),
        ("snake_case \u0000 – … 🙂", ["snake", "case"]),
        ("x" * 100, ["x" * 60]),
        ("xqzall xqz", []),
        ("", []),
    ],
)
def test_keys_are_words_without_case_and_diacritics(text, keys):
    assert keys_of(text) == keys


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Tokajew", [W(("tokajew",), begins=True)]),
        ("Uran EU", [W(("uran",), begins=True), W(("eu",))]),
        ("Uran uran", [W(("uran",), begins=True)]),
        ("„Neues Kasachstan“", [W(("neues", "kasachstan"), quoted=True)]),
        ('"Uran"', [W(("uran",), quoted=True)]),
        ('"Uran', [W(("uran",), begins=True)]),
        ("« Jeti-Ögüs » Bad", [W(("jeti", "ogus"), quoted=True), W(("bad",))]),
        ('"" ()*&|!:<-> NEAR/2 ^', [W(("near",), begins=True), W(("2",))]),
        ("?! …", []),
    ],
)
def test_a_question_is_words_of_which_long_ones_begin_others(question, parts):
    assert asked(question) == parts


def test_words_of_different_parts_of_a_text_stand_in_no_row():
    assert text_to_search(["Uran", "aus Stepnogorsk"], ["topic:x-y", "all"]) == (
        "uran xqz aus stepnogorsk xqzall xqztopicxy"
    )


def test_endless_words_end():
    assert len(text_to_search(["Wort " * 100_000], ["all"])) < 201_000


def test_the_same_question_for_both_databases():
    question = (
        (W(("tokaev",), begins=True), W((sign("entity:7"),))),
        (W(("neues", "kasachstan")),),
    )
    assert as_fts5(question) == '("tokaev"* OR "xqzentity7") AND ("neues kasachstan")'
    assert as_tsquery(question) == "(('tokaev':*) | ('xqzentity7')) & (('neues' <-> 'kasachstan'))"
    assert as_tsquery(question[1:], in_a_row=False) == "(('neues' & 'kasachstan'))"


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Die Rede Tokajews, TOKAJEWA", [W(("tokajew",), begins=True)], ["Tokajews", "TOKAJEWA"]),
        ("Die Rede Tokajews", [W(("tokajew",))], []),
        ("Neues aus dem Neuen Kasachstan", [W(("neuen", "kasachstan"))], ["Neuen Kasachstan"]),
        ("Nur-Sultan, Sultan", [W(("sultan",)), W(("nur", "sultan"))], ["Nur-Sultan", "Sultan"]),
        ("kurz", [W(("kurz", "danach"))], []),
        ("", [W(("kurz",))], []),
    ],
)
def test_places_of_wanted_words(text, wanted, found):
    places = [span for _words, span in places_of(text, wanted)]
    assert [text[span.start : span.end] for span in places] == found


@given(st.text())
def test_whatever_is_asked_only_letters_and_digits_reach_the_databases(text):
    keys = [key for words in asked(text) for key in words.keys]
    assert all(key.isalnum() and not key.startswith("xqz") for key in keys)
