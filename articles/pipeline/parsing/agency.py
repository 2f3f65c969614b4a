"""The agency or initials that sign a text: `cstr.`, `APA/ag`, `wa/AR (afp, dpa)`, `/tass/`, a dateline's `(dpa)`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..document import Document
from ..results import Found, Label, Span
from .stated import stated_value

_CODE = r"[^\W\d_]{1,12}(?:-[^\W\d_]{2,12})?\.?"
_CODES = rf"{_CODE}(?:\s?[/,+–-]\s?{_CODE}|\s{_CODE}){{0,5}}"
_SIGN_OFF = re.compile(
    rf"(?:\(?{_CODES}(?:, \d[\d. ]+)?\)?|{_CODE}(?:/{_CODE})*\s\({_CODES}\)|/{_CODES}/|\[{_CODES}\]|[–—-] ?\(?{_CODES}\)?)\.?"
)
#: Initials in the shapes desks use where no agency is named.
_INITIALS = re.compile(
    r"[a-zäöüß]{2,4}|[a-zäöüß]{2,6}\.|\(?[a-z]{2,4}(?:/[a-zA-Z]{2,4})+\)?|\([A-Za-zäöüß]{2,5}\.?\)|[a-z]{2,4}/[A-Z]{2}\b.*|/[a-z]{2,4}/?|/[^/]{2,28}/"
)
_AT_THE_END = re.compile(rf"\s(?P<sign>[(/\[]{_CODES}(?:, \d[\d. ]+)?[)/\]])\.?$")
#: An author and the day of print in brackets: "… heißt es im Rathaus. (Anna Berg, 12.1.2025)"
_SIGNED_AND_DATED = re.compile(
    r"[.!?…“”\"»]\s\((?P<sign>[^\W\d_][^()]{1,60}?,\s\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d\d)\)$"
)
_BRACKETED_INITIALS = re.compile(r"\([a-zäöü]{2,4}(?:/[a-zäöü]{2,4})*\)")
_RIGHTS = re.compile(
    r"^(?:©|Quellen?\s?:|Source\s?:|(?:Von|By|Par):?\s)\s*(?:[\w-]+\.\w{2,4}, )?", re.IGNORECASE
)
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-zà-öø-ÿа-яё][\w’'.-]+(?:[ /-][\w’'.-]+){0,3})"
    r"(?:,\s[^\W\d_]{4,14})?(?:[,.]?\s(?P<day>\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)|\d{1,2}\.?\s?[^\W\d_]{3,9}\.?(?:\s\d{4})?))?"
    rf"(?:\.\s(?P<point>{_CODE})(?=\s?[–—-]))?[.,]?\s*(?:\((?P<round>{_CODES})\)|/(?P<slash>{_CODES})/|[–—-]{{1,2}}\s(?P<dash>{_CODE}(?:\s{_CODE})?)\.(?=\s)"
    r"|(?=[–—-]{1,2}\s)|\.(?=\s))"
    r"\s?[.:]?\s?(?:[–—-]{1,2})?"
)
#: "ПАВЛОДАР. KAZINFORM – ", "АСТАНА. 3 мая. КАЗИНФОРМ – "
_POINT = re.compile(
    rf"(?P<place>[^\W\d_a-zà-öø-ÿа-яё][\w’'-]+(?:[ /-][\w’'-]+){{0,2}})\.\s(?:(?P<day>\d{{1,2}}\s[^\W\d_]{{3,9}})\.?\s)?(?P<point>{_CODE})\s?[–—-]\s"
)
#: "(Berlin, 17. September 2015) – "
_IN_BRACKETS = re.compile(
    r"\((?P<place>[^\W\d_][^()\d,]{1,40}),?\s(?:den\s)?(?P<day>\d{1,2}\.?\s?(?:\d{1,2}\.|[^\W\d_]{3,9}\.?)\s?(?:19|20)\d\d|"
    r"[^\W\d_]{3,9}\s\d{1,2},\s(?:19|20)\d\d)\)\s?[–—:-]"
)
#: A desk's own code in brackets before the first dash, known or not: "14.03.2025 | (rsn) - "
_OPENING_CODE = re.compile(
    r"(?:(?P<day>\d[\d.]+\d)\s*[|–-]?\s*)?\((?P<round>[a-zäöü]{2,5}(?:/[a-zäöü]{2,5})*)\)\s?[–—:-]\s"
)
#: Agencies behind an author, initials behind a date: "Von Anna Berg (KNA)", "06:17 Uhr; brus/kurn"
_BEHIND_NAME = re.compile(
    rf"(?:\s\((?P<round>{_CODES})\)|^(?:[Vv]on|[Bb]y|[Pp]ar|BY|VON):?\s(?P<alone>{_CODES}))$"
)
_BEHIND_DATE = re.compile(r"\d.*;\s(?P<codes>[a-zäöü]{2,5}(?:/[a-zäöü]{2,5})+)$")


_CAPITALS = re.compile(
    r"[^\W\d_a-zäöüа-яё]{3,}(?:[ /-][^\W\d_a-zäöüа-яё]+)*(?:, [^\W\d_]+)?\s(?:[–—-]|--)\s"
)


class Agencies:
    """The codes that sign texts: agencies' and our sources'."""

    def __init__(self, codes: Iterable[str] = ("dpa", "afp", "tass")) -> None:
        self._codes = frozenset(code.strip("()[]/. ").casefold() for code in codes)

    def names_one(self, codes: str) -> bool:
        """Return whether one of the codes in a sign-off is an agency's or a source's."""
        return codes.strip("()[]/. ").casefold() in self._codes or any(
            code.strip(". ").casefold() in self._codes for code in re.findall(_CODE, codes)
        )

    def is_sign_off(self, line: str) -> bool:
        """Return whether a whole line is a sign-off: an agency's code, or initials in the shape desks use.

        >>> [Agencies().is_sign_off(line) for line in ("cstr.", "wa/AR (afp, dpa)", "/tass/", "Handel")]
        [True, True, True, False]
        """
        if len(line) > 36 or not _SIGN_OFF.fullmatch(line):
            return False
        words = line.split()
        if len(words) > 1 and not re.search(r"[/,()\[\]+–-]", line):
            return all(
                word.strip(". ").casefold() in self._codes or len(word) < 4 for word in words
            )
        return self.names_one(line) or bool(_INITIALS.fullmatch(line))

    def sign_off_at_end(self, line: str) -> tuple[int, int] | None:
        """Return where a paragraph's closing sign-off stands: "… erklärte er. (dpa)"."""
        if match := _SIGNED_AND_DATED.search(line):
            return match.span("sign")
        match = _AT_THE_END.search(line)
        if match is None:
            return None
        signed = self.names_one(match["sign"]) or _BRACKETED_INITIALS.fullmatch(match["sign"])
        return match.span("sign") if signed else None

    def has_dateline(self, line: str) -> bool:
        """Return whether a line opens with a dateline: one with an agency or a day, or a place in capitals."""
        return self.dateline(line) is not None or _capitals(line)

    def dateline(self, line: str) -> re.Match[str] | None:
        """Return the match of a dateline with an agency or a day, such as "Taschkent, 3. Mai (dpa) –"."""
        if match := _IN_BRACKETS.match(line) or _OPENING_CODE.match(line):
            return match
        match = _POINT.match(line)
        if match and self.names_one(match["point"]):
            return match
        match = _DATELINE.match(line)
        if not match:
            return None
        codes = match["round"] or match["slash"] or match["dash"] or match["point"]
        if codes:
            behind = line[match.end() :].lstrip('„“"«» ')
            closed = not match["round"] or match[0].rstrip()[-1] in "–—-.:" or behind[:1].isupper()
            return match if closed and self.names_one(codes) else None
        closed_by_point = match[0].rstrip().endswith(".")
        return (
            match if match["day"] and (not closed_by_point or match["day"][-4:].isdigit()) else None
        )


def _capitals(line: str) -> bool:
    """Return whether a line opens with a place in capitals and a dash, as English and Russian datelines do."""
    match = _CAPITALS.match(line)
    return match is not None and len(match[0]) < 45


def find_agency(document: Document, agencies: Agencies) -> Found[str] | None:
    """Return the sign-off or the dateline's agency exactly as printed, else the agency that the file states."""
    signed = list(document.lines_with(Label.SIGN_OFF))
    if signed:
        line, span = signed[-1]
        sign = _RIGHTS.sub("", line)
        return Found(sign, (Span(span.end - len(sign), span.end),), "sign-off", 0.95)
    return (
        _of_dateline(document, agencies)
        or _beside_author_or_date(document, agencies)
        or stated_value(document, "agency")
    )


def _of_dateline(document: Document, agencies: Agencies) -> Found[str] | None:
    for line, span in list(document.lines_with(Label.BODY, Label.STANDFIRST))[:3]:
        match = agencies.dateline(line)
        printed = match.groupdict() if match else {}
        group = next(
            (name for name in ("round", "slash", "dash", "point") if printed.get(name)), None
        )
        if match and group:
            start, end = match.span(group)
            if group == "slash":
                start, end = start - 1, end + 1
            return Found(
                line[start:end], (Span(span.start + start, span.start + end),), "dateline", 0.95
            )
    return None


def _beside_author_or_date(document: Document, agencies: Agencies) -> Found[str] | None:
    """Return the agency behind an author's name or in its place, or the initials behind a date."""
    for line, span in document.lines_with(Label.BYLINE, Label.DATE_LINE, Label.SITE):
        match = _BEHIND_DATE.search(line)
        group = "codes"
        if match is None and (match := _BEHIND_NAME.search(line)):
            group = "round" if match["round"] else "alone"
            match = match if agencies.names_one(match[group]) else None
        if match:
            start, end = match.span(group)
            return Found(
                line[start:end], (Span(span.start + start, span.start + end),), "beside-author", 0.8
            )
    return None
