"""The boundary of texts: nothing passes that a database refuses or a reader cannot see."""

import json

import pytest

from articles.actions.cleaning import (
    clean_data,
    clean_line,
    clean_name,
    clean_text,
    forbidden_in_line,
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Токаев\t und\n Toqajew ", "Токаев und Toqajew"),
        ("a\x00b\x07c\x7fd\x9fe", "abcde"),
        ("a\u202eb\u2066c\u200ed\u061ce", "abcde"),
        ("a\ud800b", "ab"),
        ("O‘zbekiston\u00a0–\u2009ja", "O‘zbekiston – ja"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # the joiner is part of Persian spelling
        ("👩\u200d👧", "👩\u200d👧"),
    ],
)
def test_a_line_holds_no_invisible_controls(text, line):
    assert clean_line(text) == line
    assert not forbidden_in_line(line)


def test_a_long_line_is_cut_with_an_ellipsis():
    assert clean_line("Wort " * 10, 12) == "Wort Wort W…"


def test_forbidden_characters_are_named():
    assert forbidden_in_line("a\x00b\u202ec\x00") == "U+0000, U+202E"


def test_a_text_keeps_its_lines():
    assert clean_text("\r\nEins. \r\n\r\nZwei\x00.\rDrei\t!\n") == "Eins.\n\nZwei.\nDrei\t!"


def test_data_keeps_its_lengths():
    data = {"a\x00": ["b\ud800c", 1, None, ("\u202e", 0.5)]}
    clean = clean_data(data)
    assert clean == {"a\ufffd": ["b\ufffdc", 1, None, ["\u202e", 0.5]]}
    json.dumps(clean, ensure_ascii=False).encode()


def test_a_name_keeps_its_end():
    assert clean_name("ordner\\" + "x" * 300 + ".txt").endswith("xxx.txt")
    assert len(clean_name("x" * 300)) == 255
