"""The standfirst: repeated in the body, parted from it, or told again by the paragraph behind it."""

import pytest

from tests.pipeline.press import BODY, HEADLINE, label_of, labelled

SUMMARY = (
    "Ein Damm hat einem Dorf sein Wasser zurückgegeben. Nun streiten die Nachbarn darum, wem der Fisch "
    "gehört."
)
TOLD_AGAIN = (
    "Als der Damm fertig war, stand das ganze Dorf am Ufer und schwieg. Dann, sagt der alte Lehrer, "
    "habe jemand gelacht."
)


@pytest.mark.parametrize(
    "between",
    [
        "Von Jelena Lutz",
        "3. Mai 2021",
        "Ein Boot bei Moynaq. Foto: Privat",
        "Foto: Privat",
    ],
)
def test_a_paragraph_that_a_byline_date_or_picture_parts_from_the_body_is_the_standfirst(
    read, between
):
    article = read("\n\n".join((HEADLINE["de"], SUMMARY, between, *BODY["de"])))
    assert article.standfirst.value == SUMMARY
    assert [label_of(article, text) for text in BODY["de"]] == ["body", "body"]


def test_a_standfirst_printed_twice_is_read_once(read):
    article = read("\n\n".join((HEADLINE["de"], SUMMARY, BODY["de"][0], SUMMARY, BODY["de"][1])))
    assert [label for text, label in labelled(article) if text == SUMMARY] == [
        "standfirst",
        "repeated",
    ]
    assert article.standfirst.value == SUMMARY


def test_what_is_repeated_feeds_nothing_twice(read):
    named = SUMMARY + " Kasachstan zahlt."
    article = read("\n\n".join((HEADLINE["de"], named, BODY["de"][0], named, BODY["de"][1])))
    [country] = [entity for entity in article.entities if entity.name == "Kazakhstan"]
    assert len(country.spans) == 1


def test_the_standfirst_behind_a_month_header_is_told_from_the_body(read):
    article = read(f" date 2021-07 {SUMMARY}\n\n{TOLD_AGAIN}\n\n" + "\n\n".join(BODY["de"]))
    assert article.standfirst.value == SUMMARY
    assert label_of(article, TOLD_AGAIN) == "body"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Der Fischer Marat Jessenow hat sein Boot verkauft, weil die Netze im Herbst leer blieben.",
            "Jessenow wollte nicht warten. Er ging nach Aktau, wo sein Bruder im Hafen Kräne wartet.",
        ),
        (
            "Die Juristin Dinara Ospanowa berät Männer, die im Frühling auf die Baustellen nach Russland fahren.",
            "„Sie kommen mit einer Frage“, sagt Ospanowa, „und sie gehen mit einer Liste nach Hause.“",
        ),
    ],
)
def test_a_paragraph_that_the_next_one_carries_on_is_no_standfirst(read, first, second):
    article = read("\n\n".join((HEADLINE["de"], first, second, *BODY["de"])))
    assert label_of(article, first) == "body"
    assert article.standfirst is None


@pytest.mark.parametrize("dateline", ["Osch (dpa) – ", "Osch, 3. Mai 2021 – ", "OSCH – "])
def test_a_paragraph_with_a_dateline_is_no_standfirst(read, dateline):
    article = read("\n\n".join((HEADLINE["de"], dateline + SUMMARY, TOLD_AGAIN, *BODY["de"])))
    assert article.standfirst is None


def test_a_very_long_first_paragraph_is_no_standfirst(read):
    article = read("\n\n".join((HEADLINE["de"], " ".join(BODY["de"] * 2), SUMMARY, *BODY["de"])))
    assert article.standfirst is None


def test_the_standfirst_stands_where_its_span_says(read):
    article = read("\n\n".join((HEADLINE["de"], SUMMARY, "Von Jelena Lutz", *BODY["de"])))
    [span] = article.standfirst.spans
    assert span.text_of(article.text.content) == SUMMARY
