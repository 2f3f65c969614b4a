"""The standfirst: the summary that a text prints under its headline."""

from __future__ import annotations

from ..document import Document
from ..results import Found, Label


def find_standfirst(document: Document) -> Found[str] | None:
    """Return the standfirst as printed; lines of one standfirst are joined by a blank."""
    lines = [line for line in document.lines if line.label is Label.STANDFIRST]
    if not lines:
        return None
    spans = tuple(document.trimmed(line.span) for line in lines)
    words = " ".join(span.text_of(document.content) for span in spans)
    return Found(words, spans, lines[0].rule, min(line.confidence for line in lines))
