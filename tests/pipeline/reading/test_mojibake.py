"""Mojibake undone where it is proven, told with before and after, and nothing else touched."""

import pytest

from articles.pipeline.reading import decode
from tests.pipeline.press import BODY, page

LOST = "\N{REPLACEMENT CHARACTER}"


def misread(text: str, code_page: str) -> str:
    """Return what UTF-8 becomes in `code_page`; bytes that it lacks become controls, as in browsers."""
    return "".join(bytes([byte]).decode(code_page, "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize("code_page", ["cp1252", "latin-1", "cp1251", "cp1250", "cp866"])
@pytest.mark.parametrize("language", ["de", "fr", "ru"])
def test_a_whole_text_read_in_a_code_page_is_repaired(language, code_page):
    text = page("„Früher“ – so sagt man …", language=language)
    read = decode(misread(text, code_page).encode())
    assert read.content == text
    assert read.warnings == ("encoding-repaired",)
    assert read.encoding == "utf-8"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("fÃ¼r", "für"),
        ("fÃƒÂ¼r", "für"),
        ("fÃƒÆ’Ã‚Â¼r", "für"),
        ("fГјr", "für"),
        ("fĂĽr", "für"),
        ("Ã„rzte", "Ärzte"),
        ("Ð¢Ð¾ÐºÐ°ÐµÐ²", "Токаев"),
        ("РўРѕРєР°РµРІ", "Токаев"),
        ("Р РѕСЃСЃРёСЏ", "Россия"),  # a no-break space that became a space
        (f"Р{LOST}СЂР°РЅ", "Иран"),  # the byte that cp1251 lacks
        ("╨в╨╛╨║╨░╨╡╨▓", "Токаев"),
        ("ÒšÐ°Ð·Ð°Ò›Ñ\x81Ñ‚Ð°Ð½", "Қазақстан"),
        ("OÊ»zbekiston", "Oʻzbekiston"),
        ("lâ€™Ã©tÃ©", "l’été"),
        ("â‚¬", "€"),
        ("вЂ“", "–"),
        ("в„–", "№"),
    ],
)
def test_a_word_in_a_right_text_is_repaired_and_told(before, after):
    for text in BODY["de"][0], BODY["ru"][0]:
        read = decode(f"{text}\nDa {before} da. {text}".encode())
        assert read.content == f"{text}\nDa {after} da. {text}"
        assert read.warnings == ("encoding-repaired",)
        [repair] = read.repairs
        assert (repair.before, repair.after) == (before, after)
        assert repair.span.text_of(read.content) == after


def test_the_places_lie_in_the_repaired_text():
    read = decode("Müller ging fÃ¼r ZÃ¼rich nach KÃ¶ln.\nÐ¢Ð¾ÐºÐ°ÐµÐ² nicht.".encode())
    assert read.content == "Müller ging für Zürich nach Köln.\nТокаев nicht."
    told = [(one.before, one.after, one.span.text_of(read.content)) for one in read.repairs]
    assert told == [
        ("fÃ¼r", "für", "für"),
        ("ZÃ¼rich", "Zürich", "Zürich"),
        ("KÃ¶ln", "Köln", "Köln"),
        ("Ð¢Ð¾ÐºÐ°ÐµÐ²", "Токаев", "Токаев"),
    ]


def test_where_a_line_was_wholly_misread_its_repairs_are_one():
    read = decode(misread("Он сказал: «Да, 3 раза».", "cp1251").encode())
    [repair] = read.repairs
    assert repair.after == read.content[: len("Он сказал: «Да, 3 раза»")]


def test_lost_bytes_stay_lost_and_are_told():
    read = decode("Ð¢Ð¾Ð´Ð¾\ufffd Ð´Ð¾Ð¼Ð°".encode())
    assert read.content == f"Тодо{LOST} дома"
    assert read.warnings == ("encoding-repaired", "broken-characters")


@pytest.mark.parametrize(
    "text",
    [
        "В\u00a02021 году в\u00a0Москве, С\u00a01 мая, А\u00a0также Рё.",
        "Распад СССР» и США», «Р» и «РФ».",
        "Её ёлка, вёл, съёмка, Гёте, Её",
        "Ті люди, її Україна, Її",
        "„CAFÉ“ und «FORÊT», SPÄ“TER, Ö1, Å",
        "À la «CITÉ» – l’Île…",
        "Ärzte – „Öl“ – 5 °C, § 5, © dpa, 3 €, ½",
        "San José, El Niño, Łódź, Türkiye, İstanbul",
        "Қазақстан, Ўзбекистон, Тоҷикистон, Ӯ",
        "3×4 ÷ 2 ± 1",
        "│ Tabelle │",
    ],
)
def test_letters_that_are_meant_stay(text):
    read = decode(text.encode())
    assert (read.content, read.warnings, read.repairs) == (text, (), ())


def test_what_may_be_meant_beside_proof_is_left_and_told():
    read = decode("Он сказал, что РўРѕРєР°РµРІ приехал В\u00a02021 году".encode())
    assert read.content == "Он сказал, что Токаев приехал В\u00a02021 году"
    assert read.warnings == ("encoding-repaired", "mojibake")
    assert [one.is_done for one in read.repairs] == [True, False]


def test_signs_in_a_text_of_ascii_letters_are_repaired():
    read = decode("Sie sagt: В«Das Gas geht nach China, 1800В\u00a0KilometerВ».".encode())
    assert read.content == "Sie sagt: «Das Gas geht nach China, 1800\u00a0Kilometer»."
