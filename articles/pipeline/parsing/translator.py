"""The translator, as printed: "Aus dem Französischen von Florian Coppenrath"."""

from __future__ import annotations

import re

from ..document import Document
from ..results import Found, Label, Span
from .people import split_names

_PREFIX = re.compile(
    r"\(?(?:aus dem \w+en(?: \(\w+\))?(?: ins \w+)?(?: übersetzt)?(?: von)?|(?:deutsche )?übersetzung(?: \([^()]{3,20}\))?(?: aus dem \w+en)?(?: von| ?:)|"
    r"übersetz(?:t|er(?:in)?)(?: aus dem \w+en)?(?: von| ?:)|ins deutsche übertragen von|"
    r"(?:translated|translation)(?: from (?:the )?\w+)?(?: by| ?:)|traduit (?:du|de l['’]|de la) ?\w+(?: par)|traduction ?:|"
    r"перев(?:од|ела|ёл|ел)(?: с \w+)?(?: ?:)?)\s*:?\s*",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.!?]\s+(?=[A-ZÄÖÜ])")


def names_in_line(line: str, offset: int = 0) -> list[tuple[str, Span]]:
    """Return the translators that a line names; empty when it is no translator's line.

    >>> [name for name, _ in names_in_line("Aus dem Russischen von Robin Roth")]
    ['Robin Roth']
    """
    if len(line) > 140:
        return []
    # "Dieser Artikel erschien zuerst auf Französisch. Aus dem Französischen von Anna Berg"
    starts = [0, *(match.end() for match in _SENTENCE_END.finditer(line))]
    prefix = next((match for start in starts if (match := _PREFIX.match(line, start))), None)
    if not prefix:
        return []
    named = re.split(r"(?<=[^\W\d_]{3})\.\s", line[prefix.end() :])[
        0
    ]  # "… von Anna Berg. Das Original erschien …"
    return split_names(named.rstrip(" .)\xa0"), offset + prefix.end())


def find_translator(document: Document) -> tuple[Found[str], ...]:
    """Return the translators as printed."""
    return tuple(
        Found(name, (where,), "translator-prefix", 0.97)
        for line, span in document.lines_with(Label.TRANSLATOR)
        for name, where in names_in_line(line, span.start)
    )
