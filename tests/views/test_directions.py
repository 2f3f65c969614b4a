"""Texts that run from right to left, inside pages that run from left to right."""

import pytest

from articles.templatetags.reading import written_in, written_otherwise

from .newsstand import make_source, make_text

UYGHUR = "بۈگۈن ئۈرۈمچىدە يىغىن ئېچىلدى."


@pytest.mark.parametrize(
    ("language", "attributes"),
    [
        ("de", ' lang="de"'),
        ("de-AT", ' lang="de-AT"'),
        ("ug", ' lang="ug" dir="rtl"'),
        ("ug-Cyrl", ' lang="ug-Cyrl"'),
        ("ar", ' lang="ar" dir="rtl"'),
        ("kk-Arab", ' lang="kk-Arab" dir="rtl"'),
        ("he", ' lang="he" dir="rtl"'),
        ("", ' dir="auto"'),
        ('"><b>', ' lang="&quot;&gt;&lt;b&gt;"'),
    ],
)
def test_an_element_says_its_language_and_which_way_it_runs(language, attributes):
    assert written_in(language) == attributes


@pytest.mark.parametrize(
    ("words", "language", "attributes"),
    [
        ("Ein Satz.", "de", ""),
        ("2025: 14 %", "de", ""),
        ("Он сказал: «Нет».", "de", ' lang="und-Cyrl"'),
        (UYGHUR, "de", ' lang="und-Arab" dir="rtl"'),
        ("Ein Satz.", "ug", ' lang="und-Latn" dir="ltr"'),
        (UYGHUR, "ug", ""),
        # It begins with a long quotation and goes on in the text's own letters.
        ("«Он сказал нет и ещё раз нет, и потом ещё раз то же»" + ": so steht es da" * 5, "de", ""),
        (UYGHUR, "", ""),
    ],
)
def test_a_passage_in_other_letters_is_not_read_as_the_texts_own(words, language, attributes):
    assert written_otherwise(words, language) == attributes


@pytest.fixture
def uyghur(agency, kazakhstan):
    return make_text(
        "ئۈرۈمچىدە يىغىن",
        source=agency,
        slug="yighin",
        language="ug",
        about=[kazakhstan],
        standfirst=UYGHUR,
        body=[UYGHUR * 3, ("crosshead", "Deutsch")],
        captions=[UYGHUR],
    )


def _directions(page, *selectors):
    return [
        page.evaluate("(one) => getComputedStyle(document.querySelector(one)).direction", one)
        for one in selectors
    ]


def test_a_text_from_right_to_left_reads_so_and_the_page_around_it_does_not(page, uyghur):
    page.goto(uyghur.get_absolute_url())
    assert _directions(page, "h1", ".standfirst", ".body p", ".pictures ul") == ["rtl"] * 4
    assert _directions(page, "html", ".meta", ".provenance", ".body h2") == ["ltr"] * 4
    # It begins at its right edge.
    right, edge = page.evaluate(
        """() => {
            const words = document.createRange();
            words.selectNodeContents(document.querySelector("h1"));
            return [words.getBoundingClientRect().right, document.querySelector("h1").getBoundingClientRect().right];
        }"""
    )
    assert abs(right - edge) < 2


def test_its_card_and_its_plain_page_do_so_too(page, uyghur):
    page.goto("/de/countries/kazakhstan/")
    assert _directions(page, ".card .headline", ".card .standfirst") == ["rtl"] * 2
    assert _directions(page, ".card .meta", ".card") == ["ltr"] * 2
    page.goto(f"{uyghur.get_absolute_url()}?lite=1")
    assert _directions(page, "h1", "main p", "footer p") == ["rtl", "rtl", "ltr"]


def test_a_quotation_from_right_to_left_stands_in_a_text_from_left_to_right(page, db):
    source = make_source("Blatt")
    text = make_text("Zitat", source=source, body=["Er sagte:", ("quotation", UYGHUR)])
    page.goto(text.get_absolute_url())
    assert _directions(page, ".body p", "blockquote") == ["ltr", "rtl"]
    # The line that marks it stands where it begins.
    assert (
        page.evaluate("getComputedStyle(document.querySelector('blockquote')).borderRightWidth")
        == "3px"
    )
