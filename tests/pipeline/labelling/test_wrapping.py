"""Lines that somebody wrapped by hand are read as the paragraphs they were."""

import textwrap

import pytest

from articles.pipeline.results import Label
from tests.pipeline.press import BODY, HEADLINE

TEXT = "\n\n".join((HEADLINE["de"], *BODY["de"]))


def wrapped(text: str, width: int, newline: str = "\n") -> str:
    """Break the lines of a text as an editor or a mail program does."""
    lines = [textwrap.fill(line, width) if line else "" for line in text.split("\n")]
    return "\n".join(lines).replace("\n", newline)


@pytest.mark.parametrize(("width", "newline"), [(60, "\n"), (66, "\n"), (72, "\r\n")])
def test_a_wrapped_text_has_the_lines_of_the_unwrapped_one(read, width, newline):
    labels = [line.label for line in read(TEXT).lines if line.label is not Label.BLANK]
    article = read(wrapped(TEXT, width, newline))
    assert [line.label for line in article.lines if line.label is not Label.BLANK] == labels
    assert article.headline.value == read(TEXT).headline.value


def test_offsets_stay_those_of_the_original(read):
    article = read(wrapped(TEXT, 60))
    assert article.text.content == wrapped(TEXT, 60)
    for entity in article.entities:
        for span in entity.spans:
            printed = " ".join(span.text_of(article.text.content).split())
            assert printed in entity.surfaces


def test_short_lines_on_purpose_stay_lines(read):
    text = (
        TEXT
        + "\n\nZwei Lieder\n\nAm See\nsteht ein Boot\nund wartet\nauf den Wind\nder nicht\nkommt\n"
    )
    spans = [line.span.text_of(read(text).text.content) for line in read(text).lines]
    assert "Am See\n" in spans
