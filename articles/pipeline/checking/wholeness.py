"""A text whose beginning or end seems to be missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Document
from ..results import Check, Label, Span

#: Shorter lines are lists, verses, captions.
_SHORTEST = 60
#: A text of fewer paragraphs has no habit of ending them.
_FEWEST = 3
#: "… und die" goes on with a sentence; an address, a handle or "dpa" may open one.
_MID_SENTENCE = re.compile(r"(?:\[?(?:\.\.\.|…)\]?\s*)?([^\W\d_]{2,})[\s,](?!\d)")
_CUT = re.compile(r"(?:\[\s*(?:\.\.\.|…)\s*\]|\w\s?(?:\.\.\.|…))\Z")
_ENDED = re.compile(r"[.!?:;…»”“\"'’)\]*]\Z")
_GOES_ON = re.compile(r"[^\W_](?:,|-| –)?\Z")


def find_missing(document: Document) -> Iterator[Check]:
    """Yield a warning where the first paragraph opens inside a sentence, and where the last one ends inside one."""
    body = [
        span
        for _, span in document.lines_with(Label.BODY, Label.STANDFIRST)
        if span.end - span.start >= _SHORTEST
    ]
    if not body:
        return
    content = document.content
    opening = _MID_SENTENCE.match(content, *body[0])
    if opening and opening[1].islower():
        yield _warning("beginning-missing", content, Span(body[0].start, opening.end(1)))
    last = next(
        (line for line in reversed(document.lines) if line.label in (Label.BODY, Label.CROSSHEAD)),
        None,
    )
    ending = document.trimmed(last.span) if last else body[-1]
    if ending != body[-1]:
        return
    words = ending.text_of(content)
    ended = sum(bool(_ENDED.search(span.text_of(content))) for span in body[:-1])
    is_cut = len(body) > _FEWEST and ended == len(body) - 1 and bool(_GOES_ON.search(words))
    if _CUT.search(words) or is_cut:
        start = max(ending.start, content.rfind(" ", 0, max(0, ending.end - 20)) + 1)
        yield _warning("end-missing", content, Span(start, ending.end))


def _warning(code: str, content: str, span: Span) -> Check:
    return Check(code, (span,), {"said": span.text_of(content)})
