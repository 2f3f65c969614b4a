"""The body as plain text in a box, and back."""

import pytest

from articles.admin.body_text import to_blocks, to_text


def paragraph(text, *span):
    return {"kind": "paragraph", "text": text} | ({"span": [*span]} if span else {})


BODIES = [
    [],
    [paragraph("Бишкек. Ein Absatz.")],
    [paragraph("Eins.", 0, 5), {"kind": "crosshead", "text": "Wasser", "span": [7, 13]}],
    [{"kind": "quotation", "text": "Erste Zeile\nzweite Zeile"}, paragraph("„Danach“")],
    [paragraph("## kein Zwischentitel"), paragraph("> kein Zitat"), paragraph(r"\> auch nicht")],
    [paragraph(">ohne Leerzeichen"), paragraph("## eins\n## zwei")],
    [paragraph("#ohne"), paragraph("a > b"), paragraph("Zeile\numbrochen")],
    [paragraph("Zweimal.", 0, 8), paragraph("Zweimal.", 20, 28)],
]


@pytest.mark.parametrize("blocks", BODIES)
def test_a_body_comes_back_as_it_was(blocks):
    assert to_blocks(to_text(blocks), blocks) == blocks


@pytest.mark.parametrize("blocks", BODIES)
def test_a_browser_s_line_ends_change_nothing(blocks):
    assert to_blocks(to_text(blocks).replace("\n", "\r\n"), blocks) == blocks


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        ("  \n \n\t\n", []),
        ("## Titel\nText", [{"kind": "crosshead", "text": "Titel"}, paragraph("Text")]),
        ("## A\n## B", [{"kind": "crosshead", "text": "A"}, {"kind": "crosshead", "text": "B"}]),
        ("> a\n>b\nc", [{"kind": "quotation", "text": "a\nb"}, paragraph("c")]),
        ("a\n\n\n\n  b  ", [paragraph("a"), paragraph("b")]),
        ("##", [paragraph("##")]),
    ],
)
def test_what_an_editor_types_becomes_blocks(text, blocks):
    assert to_blocks(text, []) == blocks


def test_an_unchanged_block_keeps_its_place_in_the_original():
    before = [paragraph("Alt.", 0, 4), paragraph("Bleibt.", 6, 13)]
    assert to_blocks("Neu.\n\nBleibt.", before) == [paragraph("Neu."), paragraph("Bleibt.", 6, 13)]


def test_a_relabelled_block_keeps_its_place_in_the_original():
    assert to_blocks("## Wasser", [paragraph("Wasser", 3, 9)]) == [
        {"kind": "crosshead", "text": "Wasser", "span": [3, 9]}
    ]
