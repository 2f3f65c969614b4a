"""What the letters of cards can write, and what becomes of the rest."""

import pytest

from articles.cards.letters import REGULAR, SEMIBOLD, font, is_drawn, writable

#: What the newsroom's languages, and those of its partners, write; each name is that of a person, a place or an outlet.
NAMES = {
    "German": "Jürgen Weiß, Österreich: „Größe“ – ‚Übel‘ … §",
    "Russian": "Жээнбеков, Щёлково, Объездчиков, Цой «Эхо» № 7",
    "Kazakh": "Қасым-Жомарт Тоқаев, Әлихан Смайылов, Ғұмар, Үрімші, Өскемен, Һәм, Іле, Ңұ",
    "Kyrgyz": "Садыр Жапаров, Өзгөн, Үсөнов, Миңдибаев",
    "Tajik": "Эмомалӣ Раҳмон, Қурғонтеппа, Ҷумҳурӣ, Ӯзбекистон, Ғарм, Ӣсо",
    "Uzbek in Cyrillic": "Шавкат Мирзиёев, Ўзбекистон, Қўқон, Ғиждувон, Ҳисор",
    "Uzbek in Latin": "Oʻzbekiston, Gʻijduvon, Farg‘ona, Ma’mun, Shavkat Mirziyoyev",
    "Turkmen": "Gurbanguly Berdimuhamedow, Aşgabat, Türkmenbaşy, Garagöz, Ýöleten, Žurnal, ň ÿ Ň",
    "Kazakh in Latin": "Qazaqstan, Ğalym, Ūlytau, Şymkent, Öskemen, Äbu, Ñ",
    "Karakalpak": "Qaraqalpaqstan, Nókis, Ğárezsiz, Úrgenish, Ń",
    "Turkish": "İstanbul, Iğdır, Şırnak, Çağrı",
    "Mongolian": "Өвөрхангай, Үндэсний",
    "Czech and Polish": "Łódź, Dvořák, Kraków, Šťastný",
    "Spanish, French and Portuguese": "¿Señor? Ça, œuvre, São, Ümit",
    "Greek": "Αθήνα, Δημήτρης",
    "figures": "5 000 km², 3,5 % – 12:30 Uhr, 20 €, 7 $, +4°, 1/2",
}


@pytest.mark.parametrize("language", NAMES)
def test_a_name_is_written_whole(language):
    assert writable(NAMES[language]) == NAMES[language]


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("weight", [REGULAR, SEMIBOLD])
def test_both_weights_have_every_letter(language, weight):
    lacking = bytes(font(weight, 40).getmask("\U0010ffff"))
    letters = set(NAMES[language]) - set(" ")
    assert [one for one in letters if bytes(font(weight, 40).getmask(one)) == lacking] == []


@pytest.mark.parametrize(
    ("letter", "plain"), ["ҚК", "ҒГ", "ӘЭ", "ҢН", "ҮУ", "ҰУ", "ӨО", "ҲХ", "ҶЧ", "ӣи", "ӯу", "ňn", "şs", "ýy"]
)  # fmt: skip
def test_a_letter_of_its_own_looks_like_no_other(letter, plain):
    letters = font(REGULAR, 60)
    assert bytes(letters.getmask(letter)) != bytes(letters.getmask(plain))


@pytest.mark.parametrize(
    "text",
    ["رئیس جمهور تاجیکستان", "قازاقستان", "თბილისი", "Երևան", "中国", "ירושלים", "Bäckerei „نان“ eröffnet"],
)  # fmt: skip
def test_a_text_in_letters_that_we_lack_is_not_written_with_holes(text):
    assert writable(text) == ""


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Öl 🔥 steigt", "Öl  steigt"),
        ("So\u00adft, \u200bunseen, \u202eturned\u202c", "Soft, unseen, turned"),
        ("\x00\x07bell", "bell"),
        ("Ӯ", "Ӯ"),
        ("и\u0306од", "йод"),
        ("\ue000", ""),
        ("  ", ""),
    ],
)
def test_signs_that_are_no_letters_are_left_out(text, written):
    assert writable(text) == written


def test_the_sign_for_what_is_lacking_is_never_drawn():
    assert not is_drawn("🔥")
    assert is_drawn("Ҷ")
