"""The headline as printed, or a proposal where the text has none."""

from __future__ import annotations

import re

from ..document import Document
from ..results import Found, Label, Span
from .stated import stated_value

#: A proposal longer than this is cut at a word.
PROPOSAL_LENGTH = 90
_SENTENCE = re.compile(r".+?[.!?…](?=[\s“”\"»]|$)", re.DOTALL)


def find_headline(document: Document) -> Found[str] | None:
    """Return the printed headline, or the one that the file states where the text prints none."""
    first = next((line for line in document.lines if line.label is Label.HEADLINE), None)
    if first is None:
        return stated_value(document, "headline")
    span = document.trimmed(first.span)
    return Found(span.text_of(document.content), (span,), first.rule, first.confidence)


def propose_headline(document: Document) -> Found[str] | None:
    """Return a headline made from the first sentence of the standfirst or body, marked as proposed."""
    for line, span in document.lines_with(Label.STANDFIRST, Label.BODY):
        sentence = _SENTENCE.match(line)
        words = (sentence[0] if sentence else line).rstrip(". ")
        if not any(character.isalnum() for character in words):
            continue  # "... und dann": nothing is said before the first full stop
        where = Span(span.start, span.start + len(words))
        if len(words) > PROPOSAL_LENGTH:
            words = words[:PROPOSAL_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
        return Found(words, (where,), "first-sentence", 0.3, proposed=True)
    return None
