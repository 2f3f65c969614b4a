"""Bytes to text: what a file declares or shows, doubted aloud; what is no text is refused by name."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.pipeline.reading import Unreadable, decode
from tests.pipeline.press import BODY

GERMAN, RUSSIAN, FRENCH = (" ".join(BODY[language]) for language in ("de", "ru", "fr"))
LOST = "\N{REPLACEMENT CHARACTER}"


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
    ("text", "codec"),
    [
        (GERMAN, "cp1252"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "iso8859-5"),
        (GERMAN, "utf-16-le"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
    ],
)
def test_an_undeclared_encoding_is_guessed_and_the_guess_is_told(text, codec):
    read = decode(text.encode(codec))
    assert (read.content, read.encoding, read.warnings) == (text, codec, ("encoding-guessed",))


@pytest.mark.parametrize(
    ("text", "codec", "declared"),
    [
        (GERMAN, "cp1252", "ISO-8859-1"),
        (GERMAN, "iso8859-15", "iso-8859-15"),
        (RUSSIAN, "cp1251", "Windows-1251"),
        (RUSSIAN, "cp1251", " x-cp1251 "),
        (RUSSIAN, "koi8-r", "KOI8-U"),
        (RUSSIAN, "utf-8", "UTF8"),
        (RUSSIAN, "utf-16-le", "utf-16"),
        ("Bahnhof", "ascii", "us-ascii"),
        ("fœhn", "iso8859-15", "iso-8859-15"),
        ("北京与阿斯塔纳签署了多项协议，双方将继续扩大贸易", "gb18030", "gb2312"),
    ],
)
def test_a_declared_encoding_that_fits_is_taken_without_a_warning(text, codec, declared):
    read = decode(text.encode(codec), declared)
    assert (read.content, read.warnings) == (text, ())


@pytest.mark.parametrize(
    ("data", "declared", "text", "warnings"),
    [
        (RUSSIAN.encode(), "windows-1251", RUSSIAN, ("encoding-contradicted",)),
        (b"\xef\xbb\xbf" + GERMAN.encode(), "latin-1", GERMAN, ()),
        (RUSSIAN.encode("utf-16"), "utf-8", RUSSIAN, ()),
        (
            RUSSIAN.encode("koi8-r"),
            "windows-1251",
            RUSSIAN,
            ("encoding-contradicted", "encoding-guessed"),
        ),
        (
            GERMAN.encode("cp1252"),
            "koi8-r",
            GERMAN,
            ("encoding-contradicted", "encoding-guessed"),
        ),
        (
            GERMAN.encode("cp1252"),
            "utf-8",
            GERMAN,
            ("encoding-contradicted", "encoding-guessed"),
        ),
        (GERMAN.encode("cp1252"), "base64", GERMAN, ("encoding-guessed",)),
        (GERMAN.encode("cp1252"), "no-such\0name", GERMAN, ("encoding-guessed",)),
    ],
)
def test_the_bytes_win_over_what_is_declared(data, declared, text, warnings):
    read = decode(data, declared)
    assert read.content == text
    assert read.warnings == warnings


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("лодки на воде".encode()[:-1], "лодки на вод" + LOST),
        ("Über Bischkek – ".encode()[:-2], "Über Bischkek " + LOST),
        (GERMAN.encode() + b"\xff\xfe" + GERMAN.encode(), GERMAN + LOST * 2 + GERMAN),
        (
            f"{RUSSIAN}\n".encode() + "Müller in Köln\n".encode("cp1252") + RUSSIAN.encode(),
            f"{RUSSIAN}\nM{LOST}ller in K{LOST}ln\n{RUSSIAN}",
        ),
        (codecs.BOM_UTF8 + GERMAN.encode() + b"\xff", GERMAN + LOST),
        (f"Schon {LOST} früher".encode(), f"Schon {LOST} früher"),
    ],
)
def test_utf_8_that_is_broken_in_places_stays_utf_8(data, text):
    read = decode(data)
    assert (read.content, read.encoding, read.warnings) == (text, "utf-8", ("broken-characters",))


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-16"])
def test_utf_16_cut_in_the_middle_of_a_character_is_read_up_to_there(codec):
    read = decode(RUSSIAN.encode(codec)[:-1])
    assert read.content == RUSSIAN[:-1] + LOST
    assert "broken-characters" in read.warnings


def test_cyrillic_in_a_code_page_is_never_taken_for_broken_utf_8():
    for codec in ("cp1251", "koi8-r", "cp866", "iso8859-5"):
        assert decode(RUSSIAN.encode(codec)).encoding == codec


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
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data, code):
    with pytest.raises(Unreadable) as refused:
        decode(data)
    assert refused.value.code == code
    assert str(refused.value).startswith(code)


@pytest.mark.parametrize("codec", ["utf-8", "cp1252"])
def test_single_control_characters_are_replaced_one_for_one(codec):
    written = f"Kasa\x00chstan\x1b und {GERMAN}" if codec == "utf-8" else f"Kasa\x1achstan {GERMAN}"
    read = decode(written.encode(codec))
    assert read.content.startswith(f"Kasa{LOST}chstan")
    assert len(read.content) == len(written)
    assert "control-characters" in read.warnings
    assert "broken-characters" not in read.warnings


def test_line_ends_tabs_and_soft_hyphens_stay_as_they_are():
    text = "Eins\r\nZwei\tDrei\fVier\u00adfünf\u00a0sechs\n"
    assert decode(text.encode()).content == text


@settings(max_examples=200)
@given(
    data=st.binary(max_size=300), declared=st.sampled_from(["", "utf-8", "cp1251", "utf-16", "x"])
)
def test_any_bytes_are_decoded_or_refused(data, declared):
    try:
        read = decode(data, declared)
    except Unreadable:
        return
    assert all(one.span.text_of(read.content) == one.after for one in read.repairs)
    read.content.encode()


@settings(max_examples=200)
@given(text=st.text(st.sampled_from("abc ÄöüßéабвРСё»„“–\u00a0\n"), min_size=1, max_size=60))
def test_utf_8_without_mojibake_is_never_changed(text):
    if not any(map(str.isalnum, text)):
        return
    read = decode(text.encode())
    undone = [one for one in read.repairs if one.is_done]
    assert bool(undone) == (read.content != text)
    assert not undone or "encoding-repaired" in read.warnings
