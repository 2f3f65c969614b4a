"""Text that was read in the wrong code page long ago and is Unicode by now."""

from itertools import permutations

import pytest

from articles.pipeline.reading import decode
from tests.pipeline.press import BODY, LAST, page

RUSSIAN = " ".join((*BODY["ru"], LAST["ru"]))


def misread(text: str, code_page: str, as_page: str) -> str:
    """Return `text` in one code page read in another; bytes that it lacks become controls, as in browsers."""
    return "".join(
        bytes([byte]).decode(as_page, "ignore") or chr(byte) for byte in text.encode(code_page)
    )


@pytest.mark.parametrize(
    ("code_page", "as_page"),
    [
        *permutations(("cp1251", "koi8-r", "cp866", "iso8859-5"), 2),
        ("cp1251", "cp1252"),
        ("cp1251", "latin-1"),
        ("koi8-r", "cp1252"),
        ("koi8-r", "latin-1"),
        ("cp866", "cp1252"),
        ("iso8859-5", "latin-1"),
    ],
)
def test_russian_in_the_wrong_code_page_is_put_right_and_told(code_page, as_page):
    garbled = misread(RUSSIAN, code_page, as_page)
    read = decode(garbled.encode())
    assert read.content == RUSSIAN
    assert read.warnings == ("encoding-repaired",)
    [repair] = read.repairs
    assert (repair.before, repair.after) == (garbled, RUSSIAN)


@pytest.mark.parametrize("language", BODY)
def test_right_texts_stay(language):
    text = page(language=language)
    for one in (text, text.upper(), text.swapcase(), text.title()):
        read = decode(one.encode())
        assert (read.content, read.repairs) == (one, ())


@pytest.mark.parametrize(
    "text",
    [
        "МегаФон ГазПром РосНефть БилайнТВ СберБанк ВымпелКом НорНикель КазМунайГаз ТуркменГаз УзАвто АстанаТВ"
        * 3,
        "У середу міністри зібралися в Києві, її рішення є важливим для України, її людей і її сусідів."
        * 3,
        "Председник Србије разговарао је са министром спољних послова; њихов љубазни разговор ђака."
        * 3,
        "Þjóðþingið samþykkti lög um fiskveiðar við Ísland, sagði ráðherra á föstudaginn í Reykjavík."
        * 3,
        "┌──────┬──────┐\n│ 2019 │ Gas  │\n└──────┴──────┘\n" * 5,
        ("╬" * 30 + "a" * 1970) * 4,
        "ĄĆĘŁŃÓŚŹŻ ąćęłńóśźż ÄÖÜ äöü ß ÀÂÇÉÈÊËÎÏÔÙÛÜŸ àâçéèêëîïôùûüÿ" * 3,
    ],
)
def test_odd_texts_stay(text):
    read = decode(text.encode())
    assert (read.content, read.repairs) == (text, ())
