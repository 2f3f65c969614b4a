"""The headline as printed; a proposal, marked as one, where the text has none."""

import pytest

from tests.pipeline.press import BODY, HEADLINE, page, value


@pytest.mark.parametrize("language", HEADLINE)
def test_the_first_line_over_the_text_is_the_headline(read, language):
    article = read(page(language=language))
    assert value(article.headline) == HEADLINE[language]
    assert article.headline_proposed is None


@pytest.mark.parametrize(
    "headline",
    [
        "Wer fischt, hat Zeit",
        "„Wir haben das Meer nie verlassen“",
        "Moynaq: Wo die Schiffe im Sand liegen",
        "Was kostet ein See?",
        "Aralsee – ein Nachruf, der zu früh kam",
        "Warum in Karakalpakstan niemand mehr vom Ende des Meeres spricht und alle vom Anfang",
        "ARALSEE: DIE FISCHER SIND ZURÜCK",
        "Kirgistan, Usbekistan und Tadschikistan einigen sich über Wasser",
        "5 Gründe, an den Aralsee zu reisen",
        "Die Rückkehr. Ein Besuch am Aralsee",
    ],
)
def test_the_headline_is_read_as_printed(read, headline):
    article = read("\n\n".join((headline, *BODY["de"])))
    assert value(article.headline) == headline
    assert article.headline.spans[0].text_of(article.text.content) == headline


def test_a_headline_on_the_line_of_the_date_header_is_read_without_it(read):
    article = read(" date 2021-07 " + page())
    assert value(article.headline) == HEADLINE["de"]


def test_a_short_kicker_is_not_the_headline(read):
    article = read("Aralsee\n\n" + page())
    assert value(article.headline) == HEADLINE["de"]


def test_a_headline_that_the_page_prints_twice_is_one_headline(read):
    article = read(f"Startseite > {HEADLINE['de']}\n\n" + page())
    assert value(article.headline) == HEADLINE["de"]


def test_running_text_has_no_headline_but_a_proposal(read):
    article = read("\n\n".join(BODY["de"]))
    assert article.headline is None
    proposed = article.headline_proposed
    assert proposed.proposed
    assert proposed.confidence < 0.5
    assert BODY["de"][0].startswith(proposed.value.removesuffix(" …"))


@pytest.mark.parametrize(
    ("first", "proposal"),
    [
        ("Der See ist wieder da. Wer es nicht glaubt, der soll kommen und schauen.", None),
        ("„Der See ist wieder da!“, ruft sie, und alle am Ufer drehen sich nach ihr um.", None),
    ],
)
def test_a_proposal_is_the_first_sentence_and_never_long(read, first, proposal):
    article = read("\n\n".join((first, *BODY["de"])))
    assert len(article.headline_proposed.value) <= 92
    assert first.startswith(article.headline_proposed.value[:20])


def test_a_proposal_breaks_off_between_words(read):
    value = read("\n\n".join(BODY["de"])).headline_proposed.value
    assert value.endswith(" …")
    assert BODY["de"][0][len(value) - 2] in " ,"


@pytest.mark.parametrize("opening", ["... und dann kam der Regen.", ". \u2028 Regen", "…"])
def test_points_alone_are_no_proposal(read, opening):
    proposed = read("\n\n".join((opening, *BODY["de"]))).headline_proposed
    assert proposed is None or any(character.isalpha() for character in proposed.value)
