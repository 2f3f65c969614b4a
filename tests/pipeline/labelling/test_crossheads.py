"""Cross-heads: on lines of their own, or glued to their sentences; an interviewer's questions are none."""

import pytest

from tests.pipeline.press import BODY, HEADLINE, LAST, around, label_of, page, values

CROSSHEADS = [
    ("de", "Zwei Meter Wasser"),
    ("de", "Kein Fisch mehr"),
    ("de", "Pro und Contra"),
    ("de", "Der neue Trend"),
    ("de", "Wem gehört der Fluss?"),
    ("de", "„Wir bleiben hier“"),
    ("de", "Vom Hafen zur Wüste – und zurück"),
    ("de", "2005: Das Jahr des Damms"),
    ("de", "Kirgistan zögert"),
    ("de", "Ein Netz, ein Boot, ein Kredit"),
    ("de", "Präsident Tokajew unter Druck"),
    ("en", "A Sea Divided"),
    ("en", "What Happens Next?"),
    ("en", "Waiting for the Water"),
    ("ru", "Что дальше"),
    ("ru", "Слабое место — связь"),
    ("ru", "«Мы остаёмся»"),
    ("fr", "Deux mètres de plus"),
    ("fr", "À qui appartient le fleuve ?"),
]


@pytest.mark.parametrize(("language", "line"), CROSSHEADS)
def test_a_short_line_between_paragraphs_is_a_cross_head_as_printed(read, language, line):
    article = read(around(line, language=language))
    assert values(article.crossheads) == [line]
    assert article.crossheads[0].spans[0].text_of(article.text.content) == line


@pytest.mark.parametrize("line", ["Weniger Wasser"])
def test_a_cross_head_may_stand_behind_the_opening_paragraph(read, line):
    article = read("\n\n".join((HEADLINE["de"], BODY["de"][0], line, BODY["de"][1], LAST["de"])))
    assert values(article.crossheads) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Er schwieg.",
        "Das war alles, was er dazu sagte:",
        "So steht es im Vertrag;",
        "und dann kam der Regen",
        "Am Abend sitzen sie vor dem Haus, sie reden wenig und sie warten noch",
    ],
)
def test_a_short_sentence_between_paragraphs_is_none(read, line):
    assert read(around(line)).crossheads == ()


def test_neither_the_first_nor_the_last_line_of_a_text_is_a_cross_head(read):
    article = read("\n\n".join(("Zwei Meter mehr", *BODY["de"], "Wem gehört der Fluss")))
    assert article.crossheads == ()


@pytest.mark.parametrize(
    ("glued", "expected"),
    [
        ("{0} {0}Zwei Meter Wasser\n{1}", ["Zwei Meter Wasser"]),
        ("{0}Wem gehört das Wasser?{1}", ["Wem gehört das Wasser?"]),
        ("{0}Waffenruhe gebrochen?{1}", ["Waffenruhe gebrochen?"]),
        ("{0}Der Preis des FischsAbends {2}", ["Der Preis des Fischs"]),
        ("Weniger Wasser als früher Nach {3}", ["Weniger Wasser als früher"]),
        ("{0} {1}", []),
    ],
)
def test_a_cross_head_glued_to_its_sentences_is_cut_out(read, glued, expected):
    first, second = BODY["de"]
    rest = LAST["de"].removeprefix("Abends ")
    late = "einem langen Winter stieg der See wieder, und mit ihm kamen die Vögel und die Gäste."
    paragraph = glued.format(second, LAST["de"], rest, late)
    assert values(read("\n\n".join((HEADLINE["de"], first, paragraph))).crossheads) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Firma heißt nun eBay.de und verkauft Fisch, was am Ufer niemand so recht glauben mochte.",
        "Der Bericht nennt die Z.B.Liste und zählt darauf elf Boote, die keinen Besitzer mehr hatten.",
        "Um 14.30Uhr kam das Schiff, und um 15.10Uhr war es wieder fort, so steht es im Hafenbuch hier.",
    ],
)
def test_a_missing_blank_alone_makes_no_cross_head(read, sentence):
    assert read(around(sentence)).crossheads == ()


def test_the_questions_of_an_interview_are_no_cross_heads(read):
    questions = (
        "Wann sind Sie zurückgekommen?",
        "Wovon leben Sie?",
        "Und Ihre Kinder?",
        "Was fehlt noch?",
    )
    answers = BODY["de"] * 2
    lines = [line for pair in zip(questions, answers, strict=True) for line in pair]
    article = read("\n\n".join((HEADLINE["de"], BODY["de"][0], *lines)))
    assert article.crossheads == ()
    assert {label_of(article, question) for question in questions} == {"body"}


def test_a_cross_head_is_read_for_names_but_a_promo_of_the_same_length_is_not(read):
    crosshead = read(around("Kirgistan zögert"))
    promo = read(page(tail=("Lesen Sie auch: Kirgistan zögert",)))
    assert values(crosshead.countries_mentioned) == ["KG"]
    assert values(promo.countries_mentioned) == []
