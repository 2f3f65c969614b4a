"""The agency or initials that sign a text: `cstr.`, `APA/ag`, `wa/AR (afp, dpa)`, `/tass/`, a dateline's `(dpa)`."""

from __future__ import annotations

import re

from ..document import Document
from ..results import Found, Label, Span

#: Agencies as they sign (checked lower-cased); initials of editors may stand beside them.
AGENCIES = frozenset(
    [
        "dpa",
        "afp",
        "apa",
        "ap",
        "reuters",
        "rtr",
        "kna",
        "epd",
        "sda",
        "ats",
        "keystone-sda",
        "tass",
        "тасс",
        "interfax",
        "интерфакс",
        "ria",
        "риа",
        "xinhua",
        "sid",
        "ansa",
        "efe",
        "dts",
        "ag",
        "red",
        "redaktion",
        "ots",
        "idw",
        "kap",
        "cna",
        "zenit",
        "fides",
        "afx",
        "upi",
        "pti",
        "anadolu",
        "aa",
        "kazinform",
        "казинформ",
        "akipress",
        "аки",
        "pm",
        "pte",
        "awp",
        "bloomberg",
        "dpa-afx",
        "kabar",
        "кабар",
        "khovar",
        "ховар",
        "uza",
        "уза",
        "trend",
    ]
)
_CODE = r"[A-Za-zА-Яа-яЁёÄÖÜäöüß]{1,9}(?:-[A-Za-z]{2,4})?"
_CODES = rf"{_CODE}(?:[/,+][  ]?{_CODE}|[  ]{{1}}{_CODE}){{0,4}}"
_SIGN_OFF = re.compile(
    rf"(?:\(?{_CODES}\.?\)?|{_CODE}(?:/{_CODE})*[  ]\({_CODES}\)|/{_CODES}/|\[{_CODES}\]|[–—-] ?\(?{_CODES}\)?)\.?"
)
_INITIALS = re.compile(
    r"[a-zäöüß]{2,6}\.|\(?[a-z]{2,4}(?:/[a-zA-Z]{2,4})+\)?|\([a-zäöüß]{2,5}\.?\)|[a-z]{2,4}/[A-Z]{2}\b.*"
)
_AT_THE_END = re.compile(rf"[  ](?P<sign>[(/\[]{_CODES}[)/\]])[.]?$")
_DATELINE = re.compile(
    rf"(?P<place>[A-ZÄÖÜА-ЯЁ][\w’'.-]+(?:[ /-][\w’'.-]+){{0,3}})"
    rf"(?:[,.]?[  ](?P<day>\d{{1,2}}\.?[  ]?[^\W\d_]{{3,9}}\.?(?:[  ]\d{{4}})?))?"
    rf"[.,]?[  ]*(?:\((?P<round>{_CODES})\)|/(?P<slash>{_CODES})/|[–—-]{{1,2}}[  ](?P<dash>{_CODE}(?:[  ]{_CODE})?)\.(?=[  ]))"
    rf"[  ]?[.:]?[  ]?(?:[–—-]{{1,2}})?"
)


def has_agency(codes: str) -> bool:
    """Return whether one of the codes in a sign-off is an agency's."""
    return any(code.lower() in AGENCIES for code in re.findall(rf"{_CODE}", codes))


def is_sign_off(line: str) -> bool:
    """Return whether a whole line is a sign-off: an agency's code, or initials in the shape desks use.

    >>> [is_sign_off(line) for line in ("cstr.", "wa/AR (afp, dpa)", "/tass/", "Handel")]
    [True, True, True, False]
    """
    if len(line) > 32 or not _SIGN_OFF.fullmatch(line):
        return False
    return has_agency(line) or bool(_INITIALS.fullmatch(line))


def sign_off_at_end(line: str) -> tuple[int, int] | None:
    """Return where a paragraph's closing sign-off stands: "… erklärte er. (dpa)"."""
    match = _AT_THE_END.search(line)
    return match.span("sign") if match and has_agency(match["sign"]) else None


def dateline(line: str) -> re.Match[str] | None:
    """Return the match of a dateline with its agency, such as "Taschkent, 3. Mai (dpa) –"; groups place and day."""
    match = _DATELINE.match(line)
    if not match:
        return None
    codes = match["round"] or match["slash"] or match["dash"]
    return match if has_agency(codes) else None


def find_agency(document: Document) -> Found[str] | None:
    """Return the sign-off or the dateline's agency exactly as printed."""
    signed = list(document.lines_with(Label.SIGN_OFF))
    if signed:
        line, span = signed[-1]
        return Found(line, (span,), "sign-off", 0.95)
    for line, span in list(document.lines_with(Label.BODY, Label.STANDFIRST))[:3]:
        if match := dateline(line):
            group = next(name for name in ("round", "slash", "dash") if match[name])
            start, end = match.span(group)
            if group == "slash":
                start, end = start - 1, end + 1
            where = Span(span.start + start, span.start + end)
            return Found(line[start:end], (where,), "dateline", 0.95)
    for line, span in document.lines_with(Label.BYLINE):
        if has_agency(line) and is_sign_off(line.rpartition("|")[2].strip()):
            return Found(line, (span,), "byline-agency", 0.8)
    return None
