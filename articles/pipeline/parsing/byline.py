"""The byline: who wrote the text, as printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..document import Document
from ..results import Found, Label, Span
from .dates import dates_in
from .people import is_name, split_names
from .stated import stated_people

#: No byline is longer.
LONGEST = 160
#: What opens a byline. A noun needs a colon ("Text:"), a preposition does not ("Von", "By").
_OPENINGS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            r"(?:(?:ein(?:e|en)?\s)?(?:gast)?(?:beitrag|kommentar|analyse|reportage|bericht|essay|interview|rezension|"
            r"porträt|gastbeitrag|gastkommentar|protokoll|aufgezeichnet|text|text und fotos?)\s)?von\s*:?\s(?:unser\w*\s\w*(?:korrespondent|redakteur|reporter|mitarbeiter)\w*\s)?"
        ),
        r"aus\s[^,.]{3,40}?\s(?:berichtet|berichten)\s",
        (
            r"(?:text|texte|autor(?:in(?:nen)?|en|:in|\*in)?|autor/in|bericht|reportage|interview|analyse|kommentar|protokoll|author|"
            r"words|story|reporting|автор(?:ы)?|текст|auteure?|propos recueillis par|geschrieben von|verfasst von)\s?:\s*(?:von\s)?"
        ),
        # "Korrespondentin Anna Berg", "FOCUS-online-Korrespondentin Anna Berg"
        r"(?-i:(?:Unsere?\s)?(?:[\w.]+-)*(?:[A-ZÄÖÜ][a-zäöü]*)?(?:[Kk]orrespondent|[Rr]edakteur|[Rr]eporter|[Aa]utor)(?:in)?\s(?=[A-ZÄÖÜ]\S+\s[A-ZÄÖÜ]\S+$))",
        r"(?:das\s)?(?:interview|gespräch)\sführten?\s|die fragen stellten?\s",
        r"(?:written |reported |posted |story )?by\s|(?:propos recueillis |textes? |récit )?par\s|автор\s|подготовил[аи]?\s",
    )
)
#: "AUS SCHAHRINAW UND DUSCHANBE LOUISA KETTENBACH": the place of writing before the name, in capitals.
_FROM = re.compile(r"AUS [^\W\d_a-zäöü][^\sa-zäöü]+(?:(?:,| UND|,? SOWIE) [^\sa-zäöü]+)* ")
#: What may follow the names on their line: an outlet, a place, a date, a sign-off, somebody's trade.
_TAIL = re.compile(
    r"\s*(?:[|•·–—]|\s\S+@\S|\s-\s|\s(?:für|for|pour|aus|in|at|from|на|для)\s|\(|,?\s*\d|,\s*(?:stand|aktualisiert|veröffentlicht|published|"
    r"updated|\w*korrespondent|\w*redakteur|staff|special|senior|researcher|editor|analyst|fellow|director|professor|freie[rs]?\s|\w*journalist|\w*reporter|\w*referent|\w*expert|журналист|корреспондент|специально|dpa|afp|reuters|ap|epd|kna|apa|tass|rfe/rl)|"
    r"\s[„“\"«]|,\s*[„“\"«]).*$",
    re.IGNORECASE,
)
#: The parts of a line between upright strokes or dots: "27.06.2023 | Von Anna Berg | Almaty".
_PART = re.compile(r"[^\s|•·](?:[^|•·]*[^\s|•·])?")
#: Where they wrote: "Par Anna Berg (à Istanbul) et Batyr Saryev".
_BRACKETS = re.compile(r"\s\([^()]{2,40}\)(?=\s)")
#: A date that opens a line has no more characters before it.
OPENING_DATE = 20
#: A mark before the byline, and agencies before its author: "* Von Anna Berg", "Von: dpa, afp und Anna Berg".
_SIGN_BEFORE = re.compile(
    r"^\s*[*•–—-]\s|(?<=^Von:)\s(?:[a-zA-Z]{2,8}(?:,|\sund)\s)+(?=[^\W\d_]+\s[^\W\d_])|(?<=^Von)\s(?:[a-z]{2,4}(?:,|\sund)\s)+"
)
#: The place of writing behind the last name: "Friedrich Maurer, Nowosibirsk".
_PLACE = re.compile(r",\s[^\W\d_][^\s,]+(?:[\s/-][^\W\d_][^\s,]+)?$")


def names_in_line(line: str, offset: int = 0) -> list[tuple[str, Span]]:
    """Return the names on a byline such as "Von Anna Berg, Almaty"; empty when the line is none.

    >>> [name for name, _ in names_in_line("Von Anna Berg und Bolot Asanow | 3. Mai 2021")]
    ['Anna Berg', 'Bolot Asanow']
    """
    if len(line) > LONGEST:
        return []
    line = _BRACKETS.sub(lambda match: " " * len(match[0]), line)
    line = _SIGN_BEFORE.sub(lambda match: " " * len(match[0]), line)
    for part in _PART.finditer(_blanked_date(line)):
        prefix = _opening_of(part[0])
        if prefix:
            names = _without_tail(part[0][prefix.end() :])
            return split_names(names, offset + part.start() + prefix.end())
    return []


def _opening_of(words: str) -> re.Match[str] | None:
    """Return what opens a byline, before its names."""
    return next((match for opening in (*_OPENINGS, _FROM) if (match := opening.match(words))), None)


def _blanked_date(line: str) -> str:
    """Return a line whose opening date is blank, and what leads to it: "Veröffentlicht am 3. Mai 2021 von Anna Berg"."""
    printed = dates_in(line[:60])
    if not printed or printed[0].span.start > OPENING_DATE or _opening_of(line):
        return line
    end = printed[-1].span.end
    return " " * end + re.sub(r"^[\s,–-]+", lambda match: " " * len(match[0]), line[end:])


def bare_name(line: str, offset: int = 0) -> list[tuple[str, Span]]:
    """Return the names on a line of nothing but names, an outlet behind "Für" left out.

    >>> [name for name, _ in bare_name("Arthur Quinquenet Für Novastan France")]
    ['Arthur Quinquenet']
    """
    if len(line) > LONGEST:
        return []
    rest = _without_tail(line)
    names = split_names(rest, offset)
    length = sum(len(name) for name, _ in names)
    if (
        not names
        or length < len(_PLACE.sub("", rest)) - 8 * len(names)
        or not all(is_name(name) and " " in name.replace("\xa0", " ") for name, _ in names)
    ):
        return []
    return names


def _without_tail(line: str) -> str:
    """Return the names of a byline without a date, an outlet or a trade behind them."""
    printed = dates_in(line)
    named = _TAIL.sub("", line[: printed[0].span.start] if printed else line).rstrip(" ,;:–|-\xa0")
    return (
        named if re.search(r"\b[^\W\d_]\.$", named) else named.rstrip(" .")
    )  # "Reinhard L." keeps its point


def _places(found: dict[str, list[Span]]) -> Iterator[int]:
    return (span.start for spans in found.values() for span in spans)


def find_byline(document: Document, is_no_person: Callable[[str], bool]) -> tuple[Found[str], ...]:
    """Return the authors, each once, with every place where the byline names them; outlets are none.

    Where the text prints nobody, the authors whom its file states.
    """
    found: dict[str, list[Span]] = {}
    rules: dict[str, str] = {}
    prose = [span for span, label in document.prose() if label is Label.BODY]
    start, end = (prose[0].start, prose[-1].end) if prose else (0, len(document.content))
    for line, span in document.lines_with(Label.BYLINE):
        # behind the article, authors with their dates are those of other texts
        if span.start > end and found and dates_in(line) and min(_places(found)) < start:
            continue
        for name, where in names_in_line(line, span.start) or bare_name(line, span.start):
            if is_no_person(name):
                continue
            found.setdefault(name, []).append(where)
            rules.setdefault(name, "byline-prefix" if names_in_line(line) else "name-line")
    return tuple(
        Found(name, tuple(spans), rules[name], 0.95 if rules[name] == "byline-prefix" else 0.85)
        for name, spans in found.items()
    ) or tuple(author for author in stated_people(document) if not is_no_person(author.value))
