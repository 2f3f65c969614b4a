"""Cross-heads: the headings inside the body, exactly as printed."""

from __future__ import annotations

from ..document import Document
from ..results import Found, Label


def find_crossheads(document: Document) -> tuple[Found[str], ...]:
    """Return the cross-heads in order."""
    return tuple(
        Found(
            document.trimmed(line.span).text_of(document.content),
            (document.trimmed(line.span),),
            line.rule,
            line.confidence,
        )
        for line in document.lines
        if line.label is Label.CROSSHEAD
    )
