"""The name that a page prints above everything else: "The Diplomat   Regions   Topics", "DAZ – Deutsche Allgemeine Zeitung"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from ..document import Document
from ..results import Found, Label, Span
from .outlets import OutletNames

#: A page names itself in its first lines, and says it again in its furniture.
TOP, LONGEST = 4, 6
_UNPRINTED = frozenset({Label.BLANK, Label.HEADER})
#: Lines that are the article's even if they are nothing but the name of an outlet.
_OF_ARTICLE = frozenset(
    {
        Label.HEADLINE,
        Label.BODY,
        Label.BYLINE,
        Label.SIGN_OFF,
        Label.CREDIT,
        Label.CAPTION,
        Label.STANDFIRST,
    }
)
#: What parts the name from the sections, the motto or the motto's long form behind it.
_PARTED = re.compile(r"\s[–—|·•›>:-]\s|\s{2,}|[›|\t]|\xa0{2,}|\xa0\s")
#: The number of an issue behind the name: "EURASISCHES MAGAZIN 03-12", "Zentralasien-Analysen Nr. 149".
_ISSUE = re.compile(r"\s(?:(?:Nr|No|№|Ausgabe|Heft|Issue)\.?\s?)?\d[\d/.-]*$")
_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}")
#: Lines in which a page speaks of itself: rights, letters, addresses, requests.
_OF_ITSELF = re.compile(
    r"©|\([cC]\)|copyright|newsletter|redaktion|verlag|gmbh|e\. ?v\.|stiftung|abo\b|unterstütz|support|subscribe|folg|follow|werde[nt]?\b|"
    r"kontakt|contact|telefon|straße|www\.|\.(?:de|at|ch|com|org|net|kz|kg|uz|tj|tm|ru|info)\b|подпис|редакци|издани|свидетельств|"
    r"спонсор|реклам|abonn|mentions|ihre daten|app\b|lesen|read|mehr (?:von|auf|aus|bei)|logo|über|about",
    re.IGNORECASE,
)


class Outlets(Protocol):
    """The known outlets."""

    def is_source(self, text: str) -> bool:
        """Return whether a text is the name of a known outlet and nothing else."""

    def named_in(self, line: str, offset: int = 0) -> list[tuple[str, Span]]:
        """Return the known outlets that a line names."""


def known_masthead(document: Document, names: Outlets) -> Found[str] | None:
    """Return the known outlet whose name alone opens one of the page's first lines, under our name for it."""
    for label, part, span in _openings(document):
        if label not in _OF_ARTICLE and names.is_source(part):
            return Found(names.named_in(part)[0][0], (span,), "masthead", 0.92)
    return None


def unknown_masthead(document: Document, outlets: OutletNames) -> Found[str] | None:
    """Return the words that open one of the first lines where the page's furniture says them again of itself."""
    furniture = [
        words.casefold()
        for line, words in _printed(document)
        if line.is_furniture or line in {Label.SIGN_OFF, Label.CREDIT}
    ]
    for label, part, span in _openings(document):
        if not label.is_furniture and label is not Label.KICKER:
            continue
        name = part.casefold()
        if outlets.is_section(part) or not (part[0].isupper() or part[0].isdigit() or "." in part):
            continue
        again = [words for words in furniture if _says(words, name)]
        own = [
            words
            for words in again
            if _OF_ITSELF.search(words.replace(name, " ", 1)) or words.startswith("©")
        ]
        # the line itself is one of them; an address alone needs no other
        if _ADDRESS.fullmatch(part) or (len(again) > 1 and own):
            return Found(part, (span,), "masthead", 0.75)
    return None


def _says(words: str, name: str) -> bool:
    """Return whether words hold a name, or an address made of it."""
    place = words.find(name)
    whole = place >= 0 and not (
        words[place - 1 : place].isalnum()
        or words[place + len(name) : place + len(name) + 1].isalnum()
    )
    joined = re.sub(r"\W", "", name)
    return whole or (
        len(joined) > 3 and bool(re.search(rf"\b{joined}\.[a-z]{{2,5}}\b", words.replace("-", "")))
    )


def _openings(document: Document) -> Iterator[tuple[Label, str, Span]]:
    """Yield the first part of each of the first lines, where it has no more words than a name."""
    for line in [line for line in document.lines if line.label not in _UNPRINTED][:TOP]:
        span = document.trimmed(line.span)
        part = _PARTED.split(span.text_of(document.content), maxsplit=1)[0]
        part = _ISSUE.sub("", part).strip(" :.\xa0")
        if part and len(part.split()) <= LONGEST:
            start = document.content.index(part, span.start)
            yield line.label, part, Span(start, start + len(part))


def _printed(document: Document) -> Iterator[tuple[Label, str]]:
    for line in document.lines:
        if line.label not in _UNPRINTED:
            yield line.label, document.trimmed(line.span).text_of(document.content)
