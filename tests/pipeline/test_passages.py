"""Passages in another language than the text's: paragraphs and longer quotations, and nothing else."""

import pytest

from articles.pipeline.document import Document
from articles.pipeline.passages import find_passages
from articles.pipeline.results import Found, Label, Line, Span
from tests.pipeline.press import BODY, LAST, around

KAZAKH = (
    "Балықшылар ертемен көлге шықты, бірақ бұл жолы балық аз болды. Олар кешке дейін күтті де, "
    "ауылға қайтып келді, өйткені жел күшейіп, су суық еді."
)
KAZAKH_LATIN = (
    "Balyqshylar ertemen kólge shyqty, biraq bul joly balyq az boldy. Olar keshke deıin kútti de, "
    "aýylǵa qaıtyp keldi, sebebi bul kúni jel kúsheıip, sý sýyq edi, dep jazady gazet."
)
UZBEK = (
    "Baliqchilar erta tongda koʻlga chiqishdi va bu safar baliq kam boʻldi. Ular kechgacha kutib, keyin "
    "qishloqqa qaytishdi, chunki shamol kuchaygan va suv sovuq edi."
)
UZBEK_CYRILLIC = (
    "Балиқчилар эрта тонгда кўлга чиқишди ва бу сафар балиқ кам бўлди. Улар кечгача кутиб, кейин "
    "қишлоққа қайтишди, чунки шамол кучайган ва сув совуқ эди."
)


def passages(text: str, language: str, label: Label = Label.BODY) -> list[tuple[str, list[str]]]:
    """Return the passages of a text in `language` whose lines all have one label."""
    lines, position = [], 0
    for line in text.splitlines(keepends=True):
        lines.append(Line(Span(position, position + len(line)), label, "given"))
        position += len(line)
    own = Found(language, (Span(0, len(text)),), "given")
    found = find_passages(Document(text, tuple(lines)), own)
    assert all(0.9 <= one.confidence <= 1 for one in found)
    return [(one.value, [span.text_of(text) for span in one.spans]) for one in found]


@pytest.mark.parametrize("own", BODY)
@pytest.mark.parametrize("foreign", BODY)
def test_a_paragraph_in_another_language_is_found(own, foreign):
    text = "\n\n".join((*BODY[own], *BODY[foreign], LAST[own]))
    expected = [(foreign, list(BODY[foreign]))] if foreign != own else []
    assert passages(text, own) == expected


@pytest.mark.parametrize(
    ("own", "foreign", "paragraph"),
    [
        ("ru", "kk", KAZAKH),
        ("ru", "kk-Latn", KAZAKH_LATIN),
        ("ru", "uz", UZBEK),
        ("ru", "uz-Cyrl", UZBEK_CYRILLIC),
        ("de", "kk", KAZAKH),
        ("de", "uz", UZBEK),
        ("kk", "ru", BODY["ru"][0]),
        ("uz", "uz-Cyrl", UZBEK_CYRILLIC),
        ("uz", "ru", BODY["ru"][0]),
        ("kk", "kk-Latn", KAZAKH_LATIN),
    ],
)
def test_languages_of_the_region_are_told_with_their_script(own, foreign, paragraph):
    text = f"{paragraph}\n"
    assert passages(text, own) == [(foreign, [paragraph])]


@pytest.mark.parametrize(
    ("line", "foreign"),
    [
        (f"Der Fischer sagte: „{BODY['ru'][0]}“ Dann ging er.", ("ru", BODY["ru"][0])),
        (f"Der Fischer sagte: „{BODY['en'][1]}“ Dann ging er.", ("en", BODY["en"][1])),
        (f"Er zitierte {BODY['ru'][1][:-1]} und schwieg.", ("ru", BODY["ru"][1][:-1])),
    ],
)
def test_a_longer_quotation_inside_a_paragraph_is_found(line, foreign):
    language, quotation = foreign
    assert passages(line, "de") == [(language, [quotation])]


@pytest.mark.parametrize(
    ("line", "own"),
    [
        (
            "Sadyr Japarov, Kassym-Jomart Tokayev, Shavkat Mirziyoyev, Emomali Rahmon, Serdar Berdi",
            "de",
        ),
        (
            "Das Human Rights Watch World Report 2024, die International Crisis Group und Freedom House",
            "de",
        ),
        ("Foto: Office of the President of the Republic of Kazakhstan / Handout via Reuters", "de"),
        ("Er rief „Allons enfants de la Patrie“ und lachte, dann ging er nach Hause.", "de"),
        (
            "Комитет «Human Rights Watch» и «Committee to Protect Journalists» осудили приговор.",
            "ru",
        ),
        (
            "https://www.example.org/the-fishermen-return-to-the-sea-and-it-is-not-what-they-had",
            "de",
        ),
        (
            "Қазақстан, Өзбекстан, Қырғызстан, Тәжікстан, Түрікменстан, Ресей, Қытай, Ауғанстан",
            "ru",
        ),
        (
            "Almaty, Astana, Schymkent, Aktau, Aktöbe, Karaganda, Pawlodar, Semei, Taras, Turkestan",
            "de",
        ),
        (
            "12 345 678 90 12 345 678 90 12 345 678 90 12 345 678 90 12 345 678 90 12 345 678 90",
            "de",
        ),
    ],
)
def test_names_titles_and_half_sentences_are_none(line, own):
    assert passages(line, own) == []


def test_a_foreign_paragraph_with_a_quotation_in_it_is_one_passage():
    paragraph = (
        "The oldest fisherman of the village had been waiting for us at the shore and said: "
        f"“{BODY['en'][1]}” And then he left for his home."
    )
    assert passages(paragraph, "de") == [("en", [paragraph])]


def test_a_paragraph_that_is_a_quotation_needs_no_other_words():
    [(language, [words])] = passages(f"«{BODY['ru'][0]}»", "de")
    assert (language, words) == ("ru", f"«{BODY['ru'][0]}»")


def test_furniture_and_headlines_are_not_looked_at():
    assert passages(BODY["en"][0], "de", Label.NAVIGATION) == []
    assert passages(BODY["en"][0], "de", Label.HEADLINE) == []


@pytest.mark.parametrize("language", BODY)
def test_a_text_in_one_language_has_none(language):
    assert passages("\n\n".join((*BODY[language], LAST[language])), language) == []


def test_a_text_without_a_language_has_none():
    assert find_passages(Document("", ()), None) == ()


def test_a_reading_tells_them(read):
    article = read(around(BODY["ru"][0]))
    [passage] = article.passages
    assert passage.value == "ru"
    assert [span.text_of(article.text.content) for span in passage.spans] == [BODY["ru"][0]]
