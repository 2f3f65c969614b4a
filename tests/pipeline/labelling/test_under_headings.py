"""Furniture under its own heading: what follows "Mehr zum Thema" is furniture too, and the text is not."""

import pytest

from tests.pipeline.press import BODY, label_of, page


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("Mehr zum Thema", "related"),
        ("Meistgelesen", "related"),
        ("Related stories", "related"),
        ("Читайте также", "related"),
    ],
)
def test_short_lines_under_a_heading_of_furniture_are_furniture(read, heading, label):
    lines = ("Ein Fluss und vier Grenzen", "Wo der Saxaul wächst")
    article = read(page(tail=(heading, *lines)))
    assert [label_of(article, line) for line in (heading, *lines)] == [label] * 3


def test_comments_reach_to_the_end(read):
    comments = (
        "Kommentare",
        "Marat schreibt: Endlich wieder Fisch, und das in meinem Alter, wer hätte es gedacht?",
        "Was die Behörden in Taschkent wohl dazu sagen",
    )
    article = read(page(tail=comments))
    assert {label_of(article, line) for line in comments} == {"comments"}


def test_the_description_of_an_author_stands_under_its_heading(read):
    about = (
        "Jelena Lutz bereist die Region seit vielen Jahren und berichtet aus Almaty für Zeitungen."
    )
    article = read(page(tail=("Über die Autorin", about)))
    assert label_of(article, about) == "author-box"


@pytest.mark.parametrize("heading", ["Mehr zum Thema", "Teilen", "Newsletter", "Kommentare"])
def test_the_paragraphs_of_the_text_are_never_taken_along(read, heading):
    first, second = BODY["de"]
    article = read("\n\n".join(("Die Fischer kehren zurück", heading, first, second, first)))
    assert label_of(article, second) == "body"


def test_a_cross_head_behind_a_glued_promo_stays_a_cross_head(read):
    first, second = BODY["de"]
    article = read(
        "\n\n".join(
            ("Die Fischer kehren zurück", first, "Teilen", second, "Ein Netz für alle", first)
        )
    )
    assert label_of(article, "Ein Netz für alle") == "crosshead"
