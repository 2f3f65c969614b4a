"""The byline: who wrote the text, as printed."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..document import Document
from ..results import Found, Label, Span
from .dates import dates_in
from .people import is_name, split_names

_PREFIX = re.compile(
    r"(?:(?:ein(?:e|en)?\s)?(?:\w+\s)?(?:gast)?(?:beitrag|kommentar|analyse|reportage|bericht|essay|interview|"
    r"gastkommentar|rezension|text und fotos?)?\s?von\s*:?|"
    r"(?:text|texte|autor(?:in)?(?:en)?|autor:in|bericht|reportage|interview|analyse|kommentar|author|words|story|"
    r"автор(?:ы)?|текст|auteur|propos recueillis par|das (?:interview|gespräch) führten?|die fragen stellten?|interview(?: führte)?)"
    r"\s?:?\s|by\s|written by\s|par\s|автор\s|das (?:interview|gespräch) führten?\s|die fragen stellten?\s)",
    re.IGNORECASE,
)
#: "AUS SCHAHRINAW UND DUSCHANBE LOUISA KETTENBACH": the place of writing before the name, in capitals.
_FROM = re.compile(r"AUS [^\W\d_a-zäöü][^\sa-zäöü]+(?:(?:,| UND|,? SOWIE) [^\sa-zäöü]+)* ")
_COLON_FREE = re.compile(
    r"(?:aus|von|by|par|written by|das (?:interview|gespräch) führten?|die fragen stellten?)\b|.*\bvon$",
    re.IGNORECASE,
)
#: What may follow the names on their line: an outlet, a date, a sign-off.
_TAIL = re.compile(
    r"\s*(?:[|•·–—]|\s(?:für|for|pour|aus|in|at|from|на|для)\s|\(|,?\s*\d|,\s*(?:stand|aktualisiert|"
    r"veröffentlicht|published|updated|korrespondent|redakteur|staff|special|журналист)).*$",
    re.IGNORECASE,
)


def names_in_line(line: str, offset: int = 0) -> list[tuple[str, Span]]:
    """Return the names on a byline such as "Von Anna Berg, Almaty"; empty when the line is none.

    >>> [name for name, _ in names_in_line("Von Anna Berg und Bolot Asanow | 3. Mai 2021")]
    ['Anna Berg', 'Bolot Asanow']
    """
    prefix = _PREFIX.match(line) or _FROM.match(line)
    if not prefix or len(line) > 160:
        return []
    words = prefix[0].rstrip(" \xa0")
    if not words.endswith(":") and not _COLON_FREE.match(words):
        return []
    rest = _TAIL.sub("", line[prefix.end() :]).rstrip(" .,;:\xa0")
    return split_names(rest, offset + prefix.end())


def bare_name(line: str, offset: int = 0) -> list[tuple[str, Span]]:
    """Return the names on a line of nothing but names, an outlet behind "Für" left out.

    >>> [name for name, _ in bare_name("Arthur Quinquenet Für Novastan France")]
    ['Arthur Quinquenet']
    """
    printed = dates_in(line)
    rest = _TAIL.sub("", line[: printed[0].span.start] if printed else line).rstrip(" .,;:–|-\xa0")
    names = split_names(rest, offset)
    length = sum(len(name) for name, _ in names)
    if (
        not names
        or length < len(rest) - 8 * len(names)
        or not all(is_name(name) and " " in name.replace("\xa0", " ") for name, _ in names)
    ):
        return []
    return names


def find_byline(document: Document, is_outlet: Callable[[str], bool]) -> tuple[Found[str], ...]:
    """Return the authors as printed, each once, with every place where the byline names them; outlets are none."""
    found: dict[str, list[Span]] = {}
    rules: dict[str, str] = {}
    for line, span in document.lines_with(Label.BYLINE):
        for name, where in names_in_line(line, span.start) or bare_name(line, span.start):
            if is_outlet(name):
                continue
            found.setdefault(name, []).append(where)
            rules.setdefault(name, "byline-prefix" if names_in_line(line) else "name-line")
    return tuple(
        Found(name, tuple(spans), rules[name], 0.95 if rules[name] == "byline-prefix" else 0.85)
        for name, spans in found.items()
    )
