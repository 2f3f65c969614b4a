"""A text while a format writes it out: what the file states as lines of a header, then the text's own lines."""

from __future__ import annotations

import re

from ..results import Hint, Item, Label, Span, Stated, Text

#: What no database can store, and what is no text.
_NEVER = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


class Sheet:
    """Collects the lines of one item and returns it; what is stated stands first, whenever it is said."""

    def __init__(self, encoding: str, warnings: tuple[str, ...] = ()) -> None:
        """Begin a text that was decoded from `encoding`."""
        self._encoding = encoding
        self._warnings = warnings
        self._stated: list[tuple[str, str, str, str, float]] = []
        self._lines: list[tuple[str, Label | None, str, float]] = []

    def state(
        self, field: str, title: str, words: str, rule: str, confidence: float = 0.95
    ) -> None:
        """Add what the file states for `field` (one of `STATED`) under the file's own `title`; nothing where it is empty."""
        words = one_line(words)
        if words:
            self._stated.append((field, title, words, rule, confidence))

    def line(
        self, words: str, label: Label | None = None, rule: str = "", confidence: float = 0.9
    ) -> None:
        """Add a line, with its label where the markup tells it; an empty one parts paragraphs."""
        self._lines.append((one_line(words), label, rule, confidence))

    def paragraph(
        self, words: str, label: Label | None = None, rule: str = "", confidence: float = 0.9
    ) -> None:
        """Add the lines of a paragraph (it may hold line breaks) and a blank line; nothing where it is empty."""
        lines = [line for line in map(one_line, words.split("\n")) if line]
        for line in lines:
            self.line(line, label, rule, confidence)
        if lines:
            self.line("")

    def lines(self) -> list[tuple[str, Label | None, str, float]]:
        """Return what was added so far: words, label, rule and confidence of each line, to be written elsewhere."""
        return list(self._lines)

    @property
    def is_empty(self) -> bool:
        """Whether nothing but statements was added."""
        return not any(words for words, *_ in self._lines)

    def item(self, number: int = 1, name: str = "") -> Item:
        """Return the item."""
        parts: list[str] = []
        at = 0

        def write(words: str) -> Span:
            nonlocal at
            parts.append(words)
            at += len(words)
            return Span(at - len(words), at)

        stated = []
        for field, title, words, rule, confidence in self._stated:
            write(f"{title}: ")
            stated.append(Stated(field, write(words), rule, confidence))
            write("\n")
        if stated:
            write("\n")
        body = at
        hints = []
        for words, label, rule, confidence in self._lines:
            span = write(words)
            if label and words:
                hints.append(Hint(span, label, rule, confidence))
            write("\n")
        text = Text("".join(parts), self._encoding, self._warnings)
        return Item(text, number, one_line(name), body, tuple(stated), tuple(hints))


def one_line(words: str) -> str:
    """Return words on one line, white space of any kind as one blank, without controls and lone surrogates.

    >>> one_line("  Ein\\n Wort ")
    'Ein Wort'
    """
    return " ".join(_NEVER.sub(" ", words).split())
