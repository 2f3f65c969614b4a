"""The source: the outlet that a text shows itself to come from, or a proposal from weaker signs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..document import Document
from ..knowledge import SourceRecord
from ..results import Found, Label, Span

_SELF = re.compile(
    r"(?P<name>[A-ZÄÖÜА-Я][\w.-]*(?:\s[A-ZÄÖÜА-Я0-9][\w.-]*){0,3}) (?:ist|is) (?:das|ein|eine|die|der|an?|the) [^.]{0,60}"
    r"(?:magazin|portal|zeitung|medium|plattform|agentur|magazine|news|outlet|agency|newspaper)"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:by\s+)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?[ ,]*)?(?:by\s+)?"
    r"(?P<name>[A-ZÄÖÜА-Я][\w.’'-]*(?:\s(?:[A-ZÄÖÜА-Я][\w.’'-]*|für|der|und)){0,4})",
    re.IGNORECASE,
)
_OUTLET_OF_BYLINE = re.compile(
    r"\s(?:für|for|pour|для)\s+(?P<name>[A-ZÄÖÜА-Я][\w.-]*(?:\s[A-ZÄÖÜА-Я][\w.-]*){0,3})\.?$",
    re.IGNORECASE,
)
_QUELLE = re.compile(
    r"^(?:Quelle|Source|Источник)\s?: ?(?P<name>[A-ZÄÖÜa-z][\w.-]+\.(?:de|at|ch|com|org|net|kz|kg|uz|tj|tm|ru|info))\b"
)


def find_source(document: Document, sources: Sequence[SourceRecord]) -> Found[str] | None:
    """Return the outlet that the page shows as its own: by a sentence about itself, a copyright line, a byline."""
    furniture = [
        Label.SITE,
        Label.APPEAL,
        Label.NEWSLETTER,
        Label.PROMO,
        Label.SHARE,
        Label.RELATED,
        Label.NAVIGATION,
        Label.COOKIE,
        Label.PAYWALL,
    ]
    lines = list(document.lines_with(*furniture, Label.CREDIT))
    for line, span in lines:
        for source in sources:
            for words in source.self_descriptions:
                if words.casefold() in line.casefold():
                    return Found(source.name, (span,), "self-description", 0.97)
    for line, span in document.lines_with(Label.BYLINE):
        if match := _OUTLET_OF_BYLINE.search(line):
            return _found(match, span, sources, "outlet-of-byline", 0.9)
    for line, span in document.lines_with(*furniture):
        for rule, pattern in (
            ("copyright", _COPYRIGHT),
            ("self-description", _SELF),
            ("source-line", _QUELLE),
        ):
            if match := pattern.search(line):
                return _found(match, span, sources, rule, 0.85)
    return _by_own_furniture(lines, sources)


def _found(
    match: re.Match[str], span: Span, sources: Sequence[SourceRecord], rule: str, confidence: float
) -> Found[str]:
    where = Span(span.start + match.start("name"), span.start + match.end("name"))
    return Found(_known_name(match["name"], sources), (where,), rule, confidence)


def _known_name(printed: str, sources: Sequence[SourceRecord]) -> str:
    """Return our name of an outlet whose name begins the printed one (Novastan France), else the printed name."""
    folded = printed.casefold()
    names = [source for source in sources if folded.startswith(source.name.casefold())]
    domains = [source for source in sources if any(domain in folded for domain in source.domains)]
    longest = max(names, key=lambda source: len(source.name), default=None)
    return longest.name if longest else domains[0].name if domains else printed


def _by_own_furniture(
    lines: Sequence[tuple[str, Span]], sources: Sequence[SourceRecord]
) -> Found[str] | None:
    """Return the outlet whose own furniture or address stands on the page."""
    for line, span in lines:
        for source in sources:
            for sign in (*source.furniture, *source.credits):
                if (
                    line.casefold().startswith(sign.casefold())
                    and source.name.split()[0].casefold() in sign.casefold()
                ):
                    return Found(source.name, (span,), "own-furniture", 0.85)
    return None


def propose_source(agency: Found[str] | None, sources: Sequence[SourceRecord]) -> Found[str] | None:
    """Return the source whose sign-off closes the text, marked as proposed: initials are a weak sign."""
    if agency is None:
        return None
    signed = agency.value.strip("()[]/. ").casefold()
    for source in sources:
        if any(sign.strip("()[]/. ").casefold() == signed for sign in source.sign_offs):
            return Found(source.name, agency.spans, "sign-off", 0.6, proposed=True)
    return None
