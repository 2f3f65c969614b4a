"""Lines that say themselves what they are: dates, bylines, translators, credits, sign-offs."""

from __future__ import annotations

import re

from ..parsing.byline import bare_name, names_in_line
from ..parsing.credits import credit_ahead, credit_in
from ..parsing.publication_date import is_date_line
from ..parsing.translator import names_in_line as translators_in_line
from ..results import Label
from .authors import CLOSES_A_SENTENCE, is_author
from .pieces import Piece, cut
from .senses import Senses

_ARCHIVE = re.compile(
    r"\((?:file photo|archivbild|archivfoto|symbolbild|symbolfoto|archiv|screenshot|архивное фото)\)\.?$",
    re.IGNORECASE,
)
#: "BILD 1: Kinder im Zentrum", "FILE – Families in southern Uzbekistan"
_NUMBERED = re.compile(
    r"(?:BILD|Bild|FOTO|Foto|Abb\.|Abbildung|Figure|Fig\.|Photo|Рис\.)\s?\d{1,2}\s?[.:–-]\s\S|(?:FILE(?: PHOTO)?|ARCHIV|Archivbild|Symbolbild|Архив)\s?[–:-]\s\S"
)
_ASKED = re.compile(r"(?:das\s)?(?:interview|gespräch)\sführte|die fragen stellte", re.IGNORECASE)
_NOUN = re.compile(
    r"(?:analyse|kommentar|bericht|reportage|interview|protokoll|story|report)\w*\s?:",
    re.IGNORECASE,
)
#: A line that names authors is no longer.
MOST_NAMED = 7
_MORE_OF = re.compile(
    r"(?:mehr|alle|weitere|more|all)\s(?:\w+\s)?(?:von|by|from)\s(?P<name>[^\W\d_][\w.’'-]*(?:\s[^\W\d_][\w.’'-]*){1,3})(?:\s\(\w+\)|\s?[›»→>])?$",
    re.IGNORECASE,
)
#: What a page prints on the line above its author's name.
_AUTHOR_HEADING = re.compile(
    r"(?:Von|By|Par|Text|Autor(?:in)?|Author|Auteure?|Автор|Текст)\s?:?", re.IGNORECASE
)
#: "Anna Berg, «Вестник Ферганы»"
_OF_OUTLET = re.compile(r"\w,\s[«„][^»“]{3,40}[»“]$")
#: "Von dpa", "Le Monde avec AFP", "Mit Material von Reuters": agencies and nobody else.
_BY_AGENCIES = re.compile(
    r"(?:.{2,25}\s)?(?:von|by|par|mit|avec|with|à partir de|по материалам)\s?:?\s(?P<codes>[^\s,/]{2,14}(?:(?:,\s|/|\sund\s|\set\s|\sand\s)[^\s,/]{2,14}){0,4})$",
    re.IGNORECASE,
)
_BETWEEN_CODES = re.compile(r",\s|/|\s(?:und|et|and)\s")
#: A sign-off stands among so many last lines that are not plainly the page's.
TAIL = 14
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright|quellen?\s?:|source\s?:|источник\s?:)\s*", re.IGNORECASE
)
#: What signs a line of rights or sources: "ZEIT ONLINE, dpa, KNA, ces", "F.A.Z./dpa", "dpa-infocom, dpa:231211".
_SIGNED = re.compile(
    r"[^\s,/:–-][^\s,/:–]*(?:\s[A-ZÄÖÜ]{2,}\b)?(?:[,/]\s?[^\s,/:–-][^\s,/:–]*(?:\s[A-ZÄÖÜ]{2,}\b)?){0,5}"
)


def label_marked_lines(content: str, pieces: list[Piece], senses: Senses) -> list[Piece]:
    """Label the lines that say themselves what they are: dates, bylines, translators, credits."""
    labelled: list[Piece] = []
    last_prose = max(
        (piece.start for piece in pieces if piece.is_open and piece.is_prose), default=0
    )
    authors = _authors_of_page(pieces)
    under = _under_or_over_headings(pieces)
    for piece in pieces:
        if not piece.is_open or piece.words > 60:
            labelled.append(piece)
        elif piece.words <= MOST_NAMED and _is_named_as_author(
            piece.text, id(piece) in under, authors
        ):
            piece.mark(Label.BYLINE, "byline-prefix", 0.95)
            labelled.append(piece)
        elif (
            piece.words <= 4 and senses.is_source(piece.text) and not senses.is_sign_off(piece.text)
        ):
            piece.mark(Label.SITE, "name-of-source", 0.8)
            labelled.append(piece)
        elif piece.words <= MOST_NAMED and _is_by_agencies(piece.text, senses):
            piece.mark(Label.SIGN_OFF, "agency-line", 0.9)
            labelled.append(piece)
        elif translators_in_line(piece.text):
            piece.mark(Label.TRANSLATOR, "translator-prefix", 0.97)
            labelled.append(piece)
        elif _is_byline(piece, senses):
            outlets = all(senses.is_source(name) for name, _ in names_in_line(piece.text))
            piece.mark(Label.RELATED if outlets else Label.BYLINE, "byline-prefix", 0.95)
            labelled.append(piece)
        elif is_date_line(piece.text):
            author = is_author(piece, senses)
            piece.mark(
                Label.BYLINE if author else Label.DATE_LINE,
                "name-and-date" if author else "date-line",
                0.9,
            )
            labelled.append(piece)
        elif (opening := _RIGHTS.match(piece.text)) and (
            piece.start > last_prose or _is_list_of_sources(piece.text[opening.end() :], senses)
        ):
            labelled.extend(_rights_line(content, piece, opening, senses))
        else:
            labelled.extend(_caption_and_credit(content, piece))
    return labelled


def _authors_of_page(pieces: list[Piece]) -> frozenset[str]:
    """Return the names of those of whom the page offers more: "Mehr Artikel von Anna Berg"."""
    return frozenset(
        match["name"].casefold()
        for piece in pieces
        if piece.words <= MOST_NAMED * 2 and (match := _MORE_OF.match(piece.text))
    )


def _is_by_agencies(words: str, senses: Senses) -> bool:
    """Return whether a line says from which agencies a text comes, and names nobody else."""
    match = _BY_AGENCIES.match(words)
    return match is not None and all(map(senses.signs, _BETWEEN_CODES.split(match["codes"])))


def _under_or_over_headings(pieces: list[Piece]) -> frozenset[int]:
    """Return the lines that touch "Autor:" from below or from above, by identity."""
    printed = [piece for piece in pieces if piece.text]
    headings = [
        index for index, piece in enumerate(printed) if _AUTHOR_HEADING.fullmatch(piece.text)
    ]
    return frozenset(
        id(printed[index + step])
        for index in headings
        for step in (-1, 1)
        if 0 <= index + step < len(printed)
    )


def _is_named_as_author(words: str, heading: bool, authors: frozenset[str]) -> bool:
    """Return whether a line is nothing but the name of an author: beside "Autor:", of whom the page has more, of an outlet."""
    of_outlet = words[-1] in "»“" and bool(_OF_OUTLET.search(words))
    if not (heading or authors or of_outlet):
        return False
    people = bare_name(words)
    named = all(name.casefold() in authors for name, _ in people)
    return bool(people) and (heading or of_outlet or named)


def _is_byline(piece: Piece, senses: Senses) -> bool:
    """Return whether a line is a byline; a noun with a colon needs a given name: "Analyse: Grüner Wasserstoff" is none."""
    people = names_in_line(piece.text)
    if not people or (CLOSES_A_SENTENCE.search(piece.text) and not _ASKED.match(piece.text)):
        return False
    return not _NOUN.match(piece.text) or any(
        senses.is_given_name(name.split()[0]) for name, _ in people
    )


def _is_list_of_sources(words: str, senses: Senses) -> bool:
    """Return whether words list several sources, an agency among them, and nothing else."""
    return (
        bool(_SIGNED.fullmatch(words))
        and bool(re.search(r"[,/]", words))
        and senses.signs(words)
        and "©" not in words
    )


def _rights_line(content: str, piece: Piece, opening: re.Match[str], senses: Senses) -> list[Piece]:
    """Label a line of rights or sources: a sign-off where agencies sign it, else the site's."""
    signed = _SIGNED.match(piece.text, opening.end())
    # "© SZ/dpa/sid" and "© dpa" are sign-offs, "© Караван-Вести" is the outlet's own line
    lists_agencies = signed is not None and (
        "/" in signed[0]
        or signed[0].islower()
        or signed[0].isupper()
        or not opening[0].startswith("©")
    )
    if signed is None or not lists_agencies or not senses.signs(signed[0]):
        piece.mark(Label.SITE, "rights-line", 0.85)
        return [piece]
    inner = piece.start + content[piece.start : piece.end].index(piece.text)
    behind = re.compile(r"\s*[-–|:]?\s*").match(piece.text, signed.end())
    sign, *rest = cut(content, piece, inner + signed.end(), inner + (behind.end() if behind else 0))
    sign.mark(Label.SIGN_OFF, "agency-rights-line", 0.85)
    for part in rest:
        if part.is_open:
            part.mark(Label.SITE, "rights-line", 0.85)
    return [sign, *rest]


def _caption_and_credit(content: str, piece: Piece) -> list[Piece]:
    if ahead := credit_ahead(piece.text):
        inner = piece.start + content[piece.start : piece.end].index(piece.text)
        credit, caption = cut(content, piece, inner + ahead)
        credit.mark(Label.CREDIT, "credit", 0.9)
        caption.mark(Label.CAPTION, "behind-credit", 0.9)
        return [credit, caption]
    place = credit_in(piece.text)
    if place is None:
        if _NUMBERED.match(piece.text):
            piece.mark(Label.CAPTION, "picture-prefix", 0.9)
        elif _ARCHIVE.search(piece.text) and not piece.is_prose:
            piece.mark(Label.CAPTION, "archive-picture", 0.85)
        return [piece]
    inner = piece.start + content[piece.start : piece.end].index(piece.text)
    *captions, credit = cut(content, piece, inner + place)
    credit.mark(Label.CREDIT, "credit", 0.9)
    for caption in (caption for caption in captions if caption.is_open):
        caption.mark(Label.CAPTION, "before-credit", 0.9)
    return [*captions, credit]


def label_sign_off(content: str, pieces: list[Piece], senses: Senses) -> list[Piece]:
    """Label the sign-off: a line of its own behind the body, or the brackets that close the last paragraph."""
    own = [piece for piece in pieces if piece.label is None or not piece.label.is_furniture]
    tail = [piece for piece in own if piece.label is not Label.BLANK][-TAIL:]
    lines = [piece for piece in reversed(tail) if piece.is_open and senses.is_sign_off(piece.text)]
    if by_agency := next((piece for piece in lines if senses.signs(piece.text)), None):
        by_agency.mark(Label.SIGN_OFF, "agency-sign-off", 0.95)
        return pieces
    for last in reversed(tail):
        where = senses.sign_off_at_end(last.text) if last.is_open and last.words > 5 else None
        if where is None:
            continue
        inner = last.start + content[last.start : last.end].index(last.text)
        body, sign = cut(content, last, inner + where[0])
        rule = "agency-sign-off" if senses.signs(sign.text) else "sign-off-at-end"
        sign.mark(Label.SIGN_OFF, rule, 0.95)
        index = pieces.index(last)
        return [*pieces[:index], body, sign, *pieces[index + 1 :]]
    if lines:
        lines[0].mark(Label.SIGN_OFF, "sign-off-line", 0.95)
    return pieces
