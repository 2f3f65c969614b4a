"""Bytes to text: what a file declares or shows, doubted aloud; what is no text is refused by name."""

import codecs

import pytest

from articles.pipeline.reading import Unreadable, decode
from tests.pipeline.press import BODY

GERMAN, RUSSIAN, FRENCH = (" ".join(BODY[language]) for language in ("de", "ru", "fr"))


@pytest.mark.parametrize("text", [GERMAN, RUSSIAN, FRENCH, "Oʻzbekiston", "ҚАЗАҚСТАН", "ä"])
@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_declares_the_encoding_and_is_no_part_of_the_text(text, mark, codec):
    read = decode(mark + text.encode(codec))
    assert (read.content, read.encoding, read.warnings) == (text, codec, ())


def test_text_without_a_mark_is_utf_8_when_it_can_be():
    read = decode(RUSSIAN.encode())
    assert (read.content, read.encoding, read.warnings) == (RUSSIAN, "utf-8", ())


@pytest.mark.parametrize(
    ("text", "codec", "named"),
    [
        (GERMAN, "cp1252", {"cp1252", "cp1250", "iso8859-15", "latin-1", "iso8859-1"}),
        (FRENCH, "cp1252", {"cp1252"}),
        (RUSSIAN, "cp1251", {"cp1251"}),
        (RUSSIAN, "koi8_r", {"koi8-r"}),
        (RUSSIAN, "cp866", {"cp866"}),
        (GERMAN, "utf-16-le", {"utf-16-le"}),
        (RUSSIAN, "utf-16-le", {"utf-16-le"}),
        (RUSSIAN, "utf-16-be", {"utf-16-be"}),
    ],
)
def test_an_undeclared_encoding_is_guessed_and_the_guess_is_told(text, codec, named):
    read = decode(text.encode(codec))
    assert read.content == text
    assert read.encoding in named
    assert read.warnings == ("encoding-guessed",)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        ("\u00a0\u2003\n".encode(), "empty"),
        ("— … !".encode(), "empty"),
        (b"%PDF-1.7\n1 0 obj", "binary"),
        (b"PK\x03\x04\x14\x00\x06\x00", "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "binary"),
        (b"\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0e\x0f" * 4 + b"text", "binary"),
        (bytes(range(256)), "binary"),
        (codecs.BOM_UTF8 + b"Bischkek \xff\xfe", "encoding"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data, code):
    with pytest.raises(Unreadable) as refused:
        decode(data)
    assert refused.value.code == code
    assert str(refused.value).startswith(code)


def test_the_refusal_of_a_broken_encoding_names_the_place():
    with pytest.raises(Unreadable, match="utf-8, byte 9"):
        decode(codecs.BOM_UTF8 + b"Bischkek \xff")


def test_single_control_characters_are_replaced_one_for_one():
    read = decode(f"Kasa\x00chstan\x1b und {GERMAN}".encode())
    assert read.content.startswith("Kasa\N{REPLACEMENT CHARACTER}chstan\N{REPLACEMENT CHARACTER} ")
    assert len(read.content) == len(f"Kasa\x00chstan\x1b und {GERMAN}")
    assert read.warnings == ("control-characters",)


def test_line_ends_tabs_and_soft_hyphens_stay_as_they_are():
    text = "Eins\r\nZwei\tDrei\fVier\u00adfünf\u00a0sechs\n"
    assert decode(text.encode()).content == text
