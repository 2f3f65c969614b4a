"""Signs of a line among the lines of its page."""

import pytest

from articles.pipeline.labelling.pieces import Piece
from articles.pipeline.labelling.signs import LOOKED_THROUGH, page_of, signs_of_line

LINE = "Der Damm am Karatal"
REPETITIONS = ("again", "inside", "holds")


class Nobody:
    """Senses that know nobody and nothing."""

    def __getattr__(self, name: str):
        return lambda text: False


def repetitions(line: str, others: list[str]) -> list[str]:
    pieces = [Piece(0, 0, text) for text in (line, *others)]
    signs = signs_of_line(pieces[0], page_of(pieces, []), Nobody())
    return [sign for sign in signs if sign in REPETITIONS]


@pytest.mark.parametrize(
    ("line", "others", "told"),
    [
        (LINE, ["Die Fischer von Balchasch"], []),
        (LINE, ["DER DAMM am  Kara\u00adtal"], ["again"]),
        (LINE, ["Start > Der Damm am Karatal | Steppe"], ["inside"]),
        (f"{LINE} und die Fischer", [f"{LINE} und"], []),
        (f"{LINE} und die Fischer | Steppe", [f"{LINE} und die Fischer"], ["holds"]),
        ("Der Damm", ["Der Damm am Karatal"], []),
    ],
)
def test_a_line_that_the_page_prints_elsewhere_says_so(line, others, told):
    assert repetitions(line, others) == told


def test_a_line_is_looked_for_among_the_first_lines_of_its_page_only():
    others = [f"Meldung Nummer {number}" for number in range(LOOKED_THROUGH - 2)]
    assert repetitions(LINE, [*others, f"Start > {LINE}"]) == ["inside"]
    assert repetitions(LINE, [*others, "Wetter", f"Start > {LINE}"]) == []
