"""The stretches of a text while they wait for their labels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from ..results import Hint, Label, Line, Span

#: Words from which a stretch counts as prose: with a full stop at its end, or whatever its end.
PROSE_WORDS = 14
SURE_PROSE_WORDS = 30
_CLOSING = (".", "!", "?", "…", ":")


@dataclass(eq=False)
class Piece:
    """A stretch of the text, `start` to `end` with the white space around it, and its words, which never change.

    `hinted` is one that the markup of its file labels.
    """

    start: int
    end: int
    text: str
    label: Label | None = None
    rule: str = ""
    confidence: float = 1.0
    hinted: bool = False
    words: int = field(init=False)
    ends_a_sentence: bool = field(init=False)
    is_prose: bool = field(init=False)

    def __post_init__(self) -> None:
        """Tell at once what nearly every rule asks: the words never change.

        `words` is how many there are; `ends_a_sentence` whether the stretch closes like a sentence, quotation marks and
        brackets aside; `is_prose` whether it is running text: long, or long enough and closed like a sentence.
        """
        self.words = len(self.text.split())
        self.ends_a_sentence = self.text.rstrip("“”\"»«‘’')] \xa0").endswith(_CLOSING)
        self.is_prose = self.words >= (PROSE_WORDS if self.ends_a_sentence else SURE_PROSE_WORDS)

    @cached_property
    def squeezed(self) -> str:
        """The stretch as it compares with its repetitions."""
        return squeezed(self.text)

    @property
    def is_open(self) -> bool:
        """Whether the stretch still waits for a label."""
        return self.label is None

    def mark(self, label: Label, rule: str, confidence: float = 1.0) -> None:
        """Give the stretch its label."""
        self.label, self.rule, self.confidence = label, rule, confidence

    def line(self) -> Line:
        """Return the labelled stretch; what nothing spoke against is body."""
        return Line(
            Span(self.start, self.end),
            self.label or Label.BODY,
            self.rule or "rest",
            self.confidence,
        )


def squeezed(text: str) -> str:
    """Return a line as it compares with its repetitions: without case, white space and soft hyphens."""
    return "".join(text.split()).replace("\u00ad", "").casefold()


def split_lines(content: str, body: int, inner_header: Span | None = None) -> list[Piece]:
    """Return the printed lines of a text; the characters before `body` are its header, or it opens a line up to `inner_header`."""
    pieces = []
    if body:
        header = Piece(0, body, content[:body].strip())
        header.mark(Label.HEADER, "header")
        pieces.append(header)
    position = body
    for line in content[body:].splitlines(keepends=True):
        piece = Piece(position, position + len(line), line.strip())
        if not piece.text:
            piece.mark(Label.BLANK, "empty")
        position = piece.end
        if inner_header and piece.start <= inner_header.start < piece.end:
            header, *rest = cut(content, piece, inner_header.end)
            header.mark(Label.HEADER, "header")
            pieces += [header, *rest]
        else:
            pieces.append(piece)
    return pieces


def mark_hinted(content: str, pieces: list[Piece], hints: Iterable[Hint]) -> None:
    """Label the lines of which the markup says what they are; pieces and hints in the order of the text."""
    waiting = iter(hints)
    hint = next(waiting, None)
    for piece in pieces:
        if not piece.is_open:
            continue
        start = content.index(piece.text, piece.start)
        while hint and hint.span.end <= start:
            hint = next(waiting, None)
        if hint is None:
            return
        if hint.span.contains(Span(start, start + len(piece.text))):
            piece.mark(hint.label, hint.rule, hint.confidence)
            piece.hinted = True


def cut(content: str, piece: Piece, *places: int) -> list[Piece]:
    """Return `piece` cut at the given offsets of the text, white space before a cut going to the left part."""
    bounds = [
        piece.start,
        *sorted(place for place in set(places) if piece.start < place < piece.end),
        piece.end,
    ]
    parts = [
        Piece(start, end, content[start:end].strip())
        for start, end in zip(bounds, bounds[1:], strict=False)
    ]
    for part in parts:
        if not part.text:
            part.mark(Label.BLANK, "empty")
    return parts
