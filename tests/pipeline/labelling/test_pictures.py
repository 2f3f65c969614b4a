"""Captions: around a credit that stands alone, and above a caption."""

import pytest

from tests.pipeline.press import BODY, HEADLINE, around, label_of, values

CAPTION = "Die Mole von Aralsk an einem Morgen im Mai"
CREDIT = "Foto: Privat"


@pytest.mark.parametrize(
    "picture",
    [
        f"{CAPTION}\n{CREDIT}",
        f"{CAPTION}\n\n{CREDIT}",
        f"{CAPTION}. {CREDIT}",
        f"{CAPTION} ({CREDIT})",
        f"{CREDIT}\n{CAPTION}",
    ],
)
def test_a_caption_is_read_wherever_its_credit_stands(read, picture):
    article = read(around(picture))
    assert [caption.rstrip(".") for caption in values(article.captions)] == [CAPTION]
    assert [credit.strip("()") for credit in values(article.photo_credits)] == [CREDIT]
    assert [label_of(article, text) for text in BODY["de"]][1] == "body"


@pytest.mark.parametrize("prefix", ["BILD 1: ", "Abb. 2: ", "FILE – ", "Figure 1. "])
def test_a_picture_that_is_numbered_or_from_the_archive_has_a_caption(read, prefix):
    article = read(around(prefix + CAPTION))
    assert values(article.captions) == [prefix + CAPTION]


def test_a_description_above_a_caption_belongs_to_the_picture(read):
    article = read(around(f"Aralsk Mole Morgen\n{CAPTION}. {CREDIT}"))
    assert values(article.captions) == ["Aralsk Mole Morgen", f"{CAPTION}."]


def test_a_long_paragraph_above_a_credit_is_no_caption(read):
    first, second = BODY["de"]
    article = read("\n\n".join((HEADLINE["de"], first, second + " " + first, CREDIT, second)))
    assert article.captions == ()
    assert values(article.photo_credits) == [CREDIT]


@pytest.mark.parametrize(
    ("language", "caption", "credit"),
    [
        ("en", "The pier at Aralsk on a morning in May.", "Photo: Catriona Mackinlay"),
        ("ru", "Причал Аральска майским утром.", "Фото: Пётр Засухин"),
        ("fr", "La jetée d’Aralsk un matin de mai.", "Photo : Loïc Vasseur"),
    ],
)
def test_captions_are_read_in_the_desks_languages(read, language, caption, credit):
    article = read(around(f"{caption} {credit}", language=language))
    assert (values(article.captions), values(article.photo_credits)) == ([caption], [credit])


def test_neither_captions_nor_credits_are_furniture(read):
    assert read(around(f"{CAPTION}\n{CREDIT}")).boilerplate == ()
