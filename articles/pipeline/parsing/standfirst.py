"""The standfirst: the summary that a text prints under its headline."""

from __future__ import annotations

from ..document import Document
from ..results import Found, Label
from .stated import stated_value


def find_standfirst(document: Document) -> Found[str] | None:
    """Return the standfirst, its lines joined by a blank; where the text prints none, the one that the file states."""
    lines = [line for line in document.lines if line.label is Label.STANDFIRST]
    if not lines:
        return stated_value(document, "standfirst")
    spans = tuple(document.trimmed(line.span) for line in lines)
    words = " ".join(span.text_of(document.content) for span in spans)
    return Found(words, spans, lines[0].rule, min(line.confidence for line in lines))
