"""The body: paragraphs as the author set them, whatever the page or the mail program did to them."""

import pytest

from articles.actions.blocks import body_blocks, text_digest


def reading(*lines: tuple[str, str]):
    text, labelled = "", []
    for label, line in lines:
        labelled.append([len(text), len(text) + len(line), label, "fake", 1.0])
        text += line
    return {"text": text, "lines": labelled}


def texts(*lines: tuple[str, str]) -> list[str]:
    return [block["text"] for block in body_blocks(reading(*lines))]


LONG = "Der Wasserstand des Stausees ist in diesem Herbst so niedrig wie nie zuvor"


@pytest.mark.parametrize(
    ("case", "lines", "expected"),
    [
        (
            "a paragraph a line",
            [("body", "Eins.\n"), ("body", "Zwei.\n")],
            ["Eins.", "Zwei."],
        ),
        (
            "a paragraph that the reader joined from wrapped lines",
            [("body", f"{LONG}\ngemessen worden.\n"), ("blank", "\n"), ("body", "Zwei.\n")],
            [f"{LONG} gemessen worden.", "Zwei."],
        ),
        (
            "a fragment of furniture within a printed line",
            [("body", "Eins "), ("promo", "Lest auch: Zwei"), ("body", " drei.\n")],
            ["Eins", "drei."],
        ),
        (
            "a fragment of another label without a word between",
            [("body", "Eins "), ("body", "zwei.\n")],
            ["Eins zwei."],
        ),
        (
            "Windows line ends",
            [("body", "Eins.\r\n"), ("blank", "\r\n"), ("body", "Zwei.\r\n")],
            ["Eins.", "Zwei."],
        ),
        (
            "only body and cross-heads",
            [("headline", "Titel\n"), ("crosshead", "Zwischen\n"), ("caption", "Bild\n"), ("body", "Text\n")],
            ["Zwischen", "Text"],
        ),
    ],
)  # fmt: skip
def test_paragraphs(case, lines, expected):
    assert texts(*lines) == expected, case


def test_spans_lead_back_to_the_original():
    given = reading(("headline", "Titel\n"), ("body", "  Ein  Text. \n"))
    (block,) = body_blocks(given)
    assert given["text"][slice(*block["span"])] == "Ein  Text."
    assert block["text"] == "Ein Text."


def test_the_digest_sees_words_only():
    body = "Der See ist voll. " * 20
    one = reading(("headline", "A\n"), ("body", body))
    other = reading(("promo", "Lest auch\n"), ("body", body.upper().replace(" ", "  ")))
    different = reading(("headline", "A\n"), ("body", body + "Nicht."))
    assert text_digest(one) == text_digest(other) != text_digest(different)
