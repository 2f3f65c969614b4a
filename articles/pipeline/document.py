"""A text with its labelled lines: what the parsing of each field looks at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from .results import PROSE, Label, Line, Span, Stated


@dataclass(frozen=True)
class Document:
    """The decoded text, its lines, which cover it exactly once, and what its file states beside it."""

    content: str
    lines: tuple[Line, ...]
    stated: tuple[Stated, ...] = ()

    def trimmed(self, span: Span) -> Span:
        """Return `span` without the white space at its ends."""
        text = span.text_of(self.content)
        start = span.end - len(text.lstrip())
        return Span(start, max(start, span.start + len(text.rstrip())))

    @cached_property
    def printed(self) -> list[tuple[Label, str, Span]]:
        """The label, the words and the trimmed span of each line: every field asks for them."""
        spans = [self.trimmed(line.span) for line in self.lines]
        return [
            (line.label, span.text_of(self.content), span)
            for line, span in zip(self.lines, spans, strict=True)
        ]

    def lines_with(self, *labels: Label) -> Iterator[tuple[str, Span]]:
        """Yield the words and the trimmed span of each line with one of `labels`, in order."""
        for label, words, span in self.printed:
            if label in labels:
                yield words, span

    def stated_as(self, field: str) -> Iterator[tuple[str, Stated]]:
        """Yield the words that the file states for `field`, in order."""
        for stated in self.stated:
            if stated.field == field:
                yield stated.span.text_of(self.content), stated

    @cached_property
    def _prose(self) -> list[tuple[Span, Label]]:
        return [(span, label) for label, _, span in self.printed if label in PROSE]

    def prose(self) -> list[tuple[Span, Label]]:
        """Return the stretches that are read for names, countries and topics, in order, with their labels."""
        return self._prose
