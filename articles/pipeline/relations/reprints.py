"""Reprints: the outlet in which a text says that it appeared first, and the language that it was translated from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..document import Document
from ..results import Found, Label, Span
from .citations import Outlets
from .sentences import sentences_of
from .words import RelationWords, any_of, telling_of

#: Where a page speaks of other texts, pictures and readers.
_NOT_OF_THIS_TEXT = frozenset(
    {
        Label.BLANK,
        Label.CAPTION,
        Label.CREDIT,
        Label.COMMENTS,
        Label.RELATED,
        Label.COOKIE,
        Label.SHARE,
        Label.HEADLINE,
    }
)
#: A remark on where a text comes from is no long paragraph.
_LONGEST = 300
#: What stands before an unknown outlet: "published by openDemocracy", "erschien zuerst in der Zeitschrift „Das Heft“".
_BEFORE_NAME = (
    r"(?<!\w)(?i:in|im|bei|beim|auf|von|by|on|at|from|of|dans|par|sur|chez|на|в|с)\s"
    r"(?:(?i:der|dem|den|the|la|le)\s)?"
)
_NAME = (
    r"(?:[„“«\"](?P<quoted>[^„“”«»\"]{2,40})[“”»\"]"
    r"|(?P<plain>(?:[A-ZÄÖÜА-ЯЁ][\w’'.-]*\w|[a-z]+[A-Z]\w+)(?:\s[A-ZÄÖÜА-ЯЁ0-9][\w’'.-]*\w)*))"
)
#: Behind the language a remark ends or goes on with its translator; "Aus dem kasachischen Aktau kommt …" is none.
_BEHIND_LANGUAGE = (
    r"(?=\s*(?:[.,:;)\]/|]|$)|\s+(?i:von|by|par|ins|into|en|на|übersetzt|übertragen)(?!\w)"
    r"|(?:\s+[A-ZÄÖÜА-ЯЁ][\w.’'-]*){2,4}\W*$)"
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text says that it comes from: the outlet that printed it first, the language (BCP 47) of its original."""

    reprint_of: Found[str] | None = None
    translated_from: Found[str] | None = None


class Origins:
    """Finds remarks on the origin of a text, with patterns compiled once."""

    def __init__(self, words: RelationWords, outlets: Outlets) -> None:
        self._outlets = outlets
        told, said = words.reprinting, words.translating
        self._permission = re.compile(any_of(told.permission))
        self._first = re.compile(any_of(told.first))
        self._appeared = re.compile(any_of(told.appeared))
        self._telling = telling_of((*told.permission, *told.first))
        texts = any_of(told.texts)
        # "Dieser Artikel …" and "Zuerst erschienen in …", never "Das Buch erschien zuerst in …".
        self._of_text = re.compile(
            rf"\W*(?:(?:\w+\W+){{0,4}}?{texts}|{any_of(told.first)}|{any_of(told.appeared)})"
        )
        self._printed = re.compile(rf"{_BEFORE_NAME}(?:{any_of(words.citing.kinds)}\s)?{_NAME}")
        self._languages = {name.casefold(): code for name, code in said.languages.items()}
        names = "|".join(map(re.escape, sorted(self._languages, key=len, reverse=True)))
        language = rf"(?P<language>(?i:{names}))\w*"
        self._opening = re.compile(rf"\W*{any_of(said.openings)}\s*{language}{_BEHIND_LANGUAGE}")
        self._within = re.compile(rf"{any_of((*said.openings, *said.within))}\s*{language}")

    def find(self, document: Document, language: str) -> Origin:
        """Return what a text in `language` (BCP 47) says of its origin, None for what it does not say."""
        reprint: Found[str] | None = None
        original: Found[str] | None = None
        for line, span, label in _remarks(document):
            opening = self._opening.match(line)
            if opening is None and label is Label.TRANSLATOR:
                opening = self._within.search(line)
            original = original or self._original(opening, span.start)
            folded = line.casefold()
            if not any(word in folded for word in self._telling):
                continue
            if not (self._permission.search(line) or self._first.search(line)):
                continue
            for sentence, where in sentences_of(line, span.start):
                if self._is_remark(sentence):
                    reprint = reprint or self._outlet(sentence, where)
                    within = self._within.search(sentence)
                    original = original or self._original(within, where.start)
        return Origin(reprint, original if original and original.value != language else None)

    def _is_remark(self, sentence: str) -> bool:
        if self._permission.search(sentence):
            return True
        said = self._first.search(sentence) and self._appeared.search(sentence)
        return bool(said and self._of_text.match(sentence))

    def _outlet(self, sentence: str, where: Span) -> Found[str] | None:
        named = self._outlets.named_in(sentence, where.start)
        if named:
            return Found(named[0][0], (named[0][1],), "first-publication", 0.95)
        for match in self._printed.finditer(sentence):
            group = "quoted" if match["quoted"] else "plain"
            if match["quoted"] or self._outlets.may_be_outlet(match["plain"]):
                start, end = match.span(group)
                place = Span(where.start + start, where.start + end)
                return Found(match[group], (place,), "first-publication", 0.75)
        return None

    def _original(self, match: re.Match[str] | None, offset: int) -> Found[str] | None:
        """Return the language that a remark names."""
        if match is None:
            return None
        start, end = match.span("language")
        code = self._languages[match["language"].casefold()]
        return Found(code, (Span(offset + start, offset + end),), "remark-on-translation", 0.95)


def _remarks(document: Document) -> Iterator[tuple[str, Span, Label]]:
    """Yield the lines on which a remark on the origin may stand."""
    for label, words, span in document.printed:
        if label not in _NOT_OF_THIS_TEXT and len(words) <= _LONGEST:
            yield words, span, label
