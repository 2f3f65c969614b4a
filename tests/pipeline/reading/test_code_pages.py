"""Code pages told apart by how their letters read, and doubted where that does not tell."""

import pytest

from articles.pipeline.reading.code_pages import decoded, guess
from tests.pipeline.press import BODY, LAST

TEXTS = {language: " ".join((*BODY[language], LAST[language])) for language in BODY} | {
    "kk": (
        "Жағада қайықтар қайтадан суда тұр, ерте тұрған адам торын алып теңізге шыққан ер кісілерді көреді. "
        "Он жыл бұрын ауыл бос қалуға жақын еді, енді балық оралды, үй иелері де қайтып келді."
    ),
    "ky": (
        "Жээкте кайыктар кайрадан сууда турат, эрте тургандар тор алып көлгө чыккан эркектерди көрөт. "
        "Он жыл мурун айыл дээрлик бош болчу, эми балык кайтып келди, үй-бүлөлөр да келүүдө."
    ),
    "tg": (
        "Дар соҳил қаиқҳо боз дар об меистанд, ва ҳар кӣ барвақт хезад, мардонро бо тӯр мебинад. "
        "Даҳ сол пеш деҳа қариб холӣ буд, ҳоло моҳӣ баргашт ва оилаҳо низ ба хона меоянд."
    ),
    "uz": (
        "Соҳилда қайиқлар яна сувда турибди, эрта турган одам тўр кўтарган эркакларни кўради. "
        "Ўн йил олдин қишлоқ деярли бўш эди, энди балиқ қайтди, оилалар ҳам уйига қайтмоқда."
    ),
    "uk": (
        "На березі моря човни знову стоять на воді, і той, хто встає рано, бачить, як чоловіки йдуть із "
        "сітями. Ще десять років тому село майже спорожніло, тепер її родини повертаються."
    ),
    "tr": (
        "Kıyıda tekneler yeniden suda duruyor, erken kalkan ağlarıyla açılan adamları görüyor. On yıl önce köy "
        "neredeyse boştu, şimdi balık döndüğü için aileler de dönüyor."
    ),
    "pl": (
        "Łodzie znów stoją na wodzie, a kto wstanie wcześnie, zobaczy mężczyzn z sieciami. Dziesięć lat temu "
        "wieś była prawie pusta, teraz rodziny wracają, bo wróciła ryba."
    ),
    "tk": (
        "Kenarda gaýyklar ýene suwda durýar, ir turan adam tor alyp çykýan erkekleri görýär. On ýyl öň oba "
        "boşdy, indi balyk gaýdyp geldi, maşgalalar hem öýüne dolanýar."
    ),
}


@pytest.mark.parametrize(
    ("language", "pages"),
    [
        ("de", "cp1252 iso8859-15 cp1250 cp850 mac-roman"),
        ("fr", "cp1252 cp1254 mac-roman"),
        ("ru", "cp1251 koi8-r koi8-u cp866 iso8859-5 mac-cyrillic kz1048 ptcp154 koi8-t"),
        ("uk", "cp1251 koi8-u iso8859-5"),
        ("kk", "kz1048 ptcp154"),
        ("ky", "kz1048 ptcp154"),
        ("tg", "koi8-t ptcp154"),
        ("uz", "ptcp154"),
        ("tr", "cp1254"),
        ("pl", "cp1250 iso8859-2"),
        ("tk", "cp1250"),
    ],
)
def test_a_few_sentences_tell_the_code_page(language, pages):
    text = TEXTS[language]
    for page in pages.split():
        data = text.encode(page)
        found = guess(data)
        assert decoded(data, found.page) == text, page
        assert not found.is_doubtful, page


@pytest.mark.parametrize("page", ["cp1251", "koi8-r", "cp866", "iso8859-5"])
def test_capitals_alone_are_told_apart_as_well(page):
    capitals = TEXTS["ru"].upper().replace("Ё", "Е")
    data = capitals.encode(page)
    assert decoded(data, guess(data).page) == capitals


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Preise in €: 3", "iso8859-15"),  # the same byte is ¤ in cp1252
        ("Startseite \u00a0\u00a0\u00a0 Kultur, Lieder für Karaganda", "cp1252"),
        ("Sie sagte: »Das Wasser ist zurück« und ging.", "cp1252"),
        ("„Und dann?“ – „Nichts“, sagt er.", "cp1252"),
        ("Voilà, à Bichkek", "cp1252"),
        ("Токаев", "koi8-r"),
        ("Казахстан", "cp866"),
    ],
)
def test_a_few_words_are_often_enough(text, page):
    data = text.encode(page)
    assert decoded(data, guess(data).page) == text


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("он", "cp1251"),
        ("Президент", "mac-cyrillic"),
        ("中国外交部发言人周四在北京表示，中方高度重视发展同哈萨克斯坦的关系", "gb18030"),
        ("カザフスタンの大統領は木曜日に東京を訪れ、首相と会談した", "shift-jis"),
        ("Ο πρόεδρος του Καζακστάν επισκέφθηκε την Αθήνα την Πέμπτη", "cp1253"),
        ("נשיא קזחסטן ביקר ביום חמישי בירושלים ונפגש עם ראש הממשלה", "cp1255"),
        ("На берегу моря лодки снова стоят на воде, и люди выходят на лов", "cp855"),
    ],
)
def test_what_is_too_short_or_in_none_of_the_pages_is_doubtful(text, page):
    assert guess(text.encode(page)).is_doubtful


def test_the_answer_does_not_depend_on_how_often_a_text_stands_there():
    data = TEXTS["ru"].encode("koi8-r")
    assert guess(data * 50) == guess(data)
