"""Texts whose beginning or end is missing."""

import pytest

from articles.pipeline.checking.wholeness import find_missing
from articles.pipeline.document import Document
from articles.pipeline.results import Label, Line, Span

WHOLE = "Die Brücke über den Fluss ist seit gestern wieder offen, sagte die Stadt."
CUT = "Die Brücke über den Fluss ist seit gestern wieder offen, sagte der Sprecher der"


def codes(*lines: str, last: Label = Label.BODY) -> list[str]:
    text, found = "\n".join(lines), []
    position = 0
    for number, line in enumerate(lines, 1):
        label = last if number == len(lines) else Label.BODY
        found.append(Line(Span(position, position + len(line)), label, "test"))
        position += len(line) + 1
    return [check.code for check in find_missing(Document(text, tuple(found)))]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([WHOLE] * 4, []),
        (["und die Brücke über den Fluss ist seit gestern wieder offen, sagte er."] + [WHOLE] * 3, ["beginning-missing"]),
        (["… und die Brücke über den Fluss ist seit gestern wieder offen, sagte er.", WHOLE], ["beginning-missing"]),
        (["eurasianet.org meldet, dass die Brücke über den Fluss wieder offen ist."], []),
        (["kurz und klein"], []),
        ([WHOLE, WHOLE, WHOLE, CUT], ["end-missing"]),
        ([WHOLE, CUT + " …"], ["end-missing"]),
        ([WHOLE, CUT + " [...]"], ["end-missing"]),
        ([CUT, CUT, CUT, CUT], []),  # a text without full stops
        ([WHOLE, CUT], []),  # too few paragraphs to know
        ([WHOLE, WHOLE, WHOLE, WHOLE[:-1] + "!“"], []),
        ([WHOLE, WHOLE, WHOLE, "Ende"], []),
    ],
)  # fmt: skip
def test_a_text_that_opens_or_ends_inside_a_sentence_is_told(lines, expected):
    assert codes(*lines) == expected


def test_a_cut_before_the_page_s_furniture_is_seen():
    assert codes(WHOLE, WHOLE, WHOLE, CUT, "Weiterlesen", last=Label.PAYWALL) == ["end-missing"]


def test_a_text_without_body_has_no_ends():
    assert codes("Weiterlesen", last=Label.PAYWALL) == []
