"""Words of a text, and the key under which spellings of one script meet."""

import pytest

from articles.pipeline.names import tokens
from articles.pipeline.names.tokens import Remembered, fold, tokenize


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tokajew", "TOKAJEW"),
        ("Tokaïev", "Tokaiev"),
        ("Köln", "Koln"),
        ("Oʻzbekiston", "O‘zbekiston"),
        ("Oʻzbekiston", "O'zbekiston"),
        ("Gʻani", "G’ani"),
        ("Straße", "Strasse"),
        ("Kasach\u00adstan", "Kasachstan"),
        ("Пётр", "Петр"),
        ("Казахста\u0301н", "Казахстан"),
        ("И\u0306ран", "Йран"),
        ("e\u0301t", "ét"),
        ("𝕬lmaty", "Almaty"),
    ],
)
def test_spellings_of_one_name_meet(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ош", "Osh"),
        ("май", "маи"),
        ("Тоқаев", "Токаев"),
        ("Өскемен", "Оскемен"),
        ("Almaty", "Almata"),
    ],
)
def test_different_letters_stay_different(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kassym-Schomart Tokajews Reise", ["Kassym", "Schomart", "Tokajews", "Reise"]),
        ("Oʻzbekiston G‘ani", ["Oʻzbekiston", "G‘ani"]),
        ("Gipfel C5+1 in Astana", ["Gipfel", "C5+1", "in", "Astana"]),
        ("am 20. Januar", ["am", "20", "Januar"]),
        ("Kasach\u00adstan", ["Kasach\u00adstan"]),
        ("„Osch“, sagte er.", ["Osch", "sagte", "er"]),
        ("Xi'an", ["Xi", "an"]),
        ("Ата-Бейит", ["Ата", "Бейит"]),
        ("", []),
        ("— 3,5 %", ["3", "5"]),
        ("北京", ["北京"]),
    ],
)
def test_a_text_is_cut_into_words(text, words):
    assert [token.text for token in tokenize(text)] == words


def test_words_stand_where_they_say():
    text = "Am Morgen fuhr Gʻani nach Osch."
    for token in tokenize(text, 3, 25):
        assert text[token.start : token.end] == token.text
        assert 3 <= token.start < token.end <= 25


def test_a_capital_is_known_in_every_script():
    words = {token.text: token.is_capitalised for token in tokenize("Osch osch Ош ош Ässe Örtlich")}
    assert words == {
        "Osch": True,
        "osch": False,
        "Ош": True,
        "ош": False,
        "Ässe": True,
        "Örtlich": True,
    }


def test_a_word_is_asked_once_and_all_are_forgotten_when_they_are_too_many(monkeypatch):
    asked = []
    monkeypatch.setattr(tokens, "_MOST_REMEMBERED", 2)
    remembered = Remembered(lambda word: asked.append(word) or len(word))
    assert [remembered[word] for word in ("Osch", "Osch", "Kant", "Naryn", "Osch")] == [
        4,
        4,
        4,
        5,
        4,
    ]
    assert asked == ["Osch", "Kant", "Naryn", "Osch"]
