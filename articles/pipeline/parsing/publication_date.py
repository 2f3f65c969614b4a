"""The publication date: the header's, a date line's or a dateline's, never an event's or a caption's."""

from __future__ import annotations

import re
from datetime import date

from ..document import Document
from ..results import Found, Label
from .agency import Agencies
from .dates import dates_in, days_in, times_in
from .stated import stated_date, stated_value

_UPDATED = re.compile(
    r"aktualisier|update|stand ?:|zuletzt|geändert|обновлен|mis à jour|modified", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"veröffentlicht|erschienen|publi|datum|posted|опубликован|erstellt|online seit", re.IGNORECASE
)
#: The text that this one was translated from or taken over: "Original erschienen am 21.06.2024".
_ORIGINAL = re.compile(r"\boriginal\w*\b|оригинал", re.IGNORECASE)
_BETWEEN = re.compile(r"[^\w]{0,6}(?:um|at|à|в|uhr|kl\.?)?[^\w]{0,4}", re.IGNORECASE)

#: Of several printed dates the first publication (0) counts before a plain one (1), and that before an update.
_RANK_OF_UPDATE, _RANK_BEHIND = 2, 3


def find_date(document: Document, agencies: Agencies) -> Found[str] | None:
    """Return the date that the text or its file states, as exactly as it does.

    A day printed in a date line, dateline or sign-off refines a month header of the same month; of several printed
    dates the first publication counts, else the last update.
    """
    header = stated_date(document)
    printed = _printed_dates(document)
    if header is None:
        return (
            min(printed, key=lambda candidate: candidate[0])[1]
            if printed
            else _dated_line(document, None, agencies)
        )
    for _, found in sorted(printed, key=lambda candidate: candidate[0]):
        if len(found.value) > len(header.value) and found.value.startswith(header.value):
            return Found(found.value, header.spans + found.spans, "header-and-" + found.rule, 0.95)
    return _day_line(document, header) or _dated_line(document, header, agencies) or header


def find_disagreeing_dates(document: Document) -> tuple[Found[str], Found[str]] | None:
    """Return the date that the file states and the one that a date line prints, where the text cannot be of both.

    Days of a file are within one of the printed ones: it may write them in another time zone.
    """
    stated = stated_date(document)
    printed = sorted(_printed_dates(document), key=lambda candidate: candidate[0])
    if stated is None or not printed or printed[0][0] >= _RANK_OF_UPDATE:
        return None
    found = printed[0][1]
    length = min(len(stated.value), len(found.value))
    if length == len("2022-05-03"):
        days = date.fromisoformat(stated.value) - date.fromisoformat(found.value)
        return (stated, found) if abs(days.days) > 1 else None
    return None if stated.value[:length] == found.value[:length] else (stated, found)


def _day_line(document: Document, header: Found[str]) -> Found[str] | None:
    """Return the day that the first date line prints without its year, within the header's month."""
    for line, span in document.lines_with(Label.DATE_LINE):
        for day in [] if dates_in(line) or _UPDATED.search(line) else days_in(line, span.start):
            if len(header.value) == len("2024-03") and day.value[2:4] == header.value[5:7]:
                value = f"{header.value}-{day.value[5:7]}"
                return Found(value, (*header.spans, day.span), "header-and-date-line", 0.9)
        return None
    return None


def _printed_dates(document: Document) -> list[tuple[int, Found[str]]]:
    """Return the dates on date lines, each with its rank: published 0, plain 1, updated 2, behind the article 3."""
    found: list[tuple[int, Found[str]]] = []
    prose = [span.end for span, label in document.prose() if label is Label.BODY]
    end = max(prose, default=len(document.content))
    for line, span in document.lines_with(Label.DATE_LINE, Label.BYLINE, Label.SIGN_OFF):
        for printed in dates_in(line, span.start):
            before = line[: printed.span.start - span.start]
            words = re.split(r"[|·•,;]|\d{4}", before)[-1] or before
            rank = _rank(words, behind=span.start > end)
            found.append((rank, Found(printed.value, (printed.span,), "date-line", 0.95)))
    return found


def _rank(words: str, *, behind: bool) -> int:
    """Return how early a date counts by the words before it; behind the article, other texts have theirs."""
    if _ORIGINAL.search(words):
        return _RANK_BEHIND
    if _PUBLISHED.search(words):
        return 0
    if _UPDATED.search(words):
        return _RANK_OF_UPDATE
    return _RANK_BEHIND if behind else 1


def find_update(document: Document) -> Found[str] | None:
    """Return the day of the last update that a date line prints, else the one that the file states."""
    updates = [found for rank, found in _printed_dates(document) if rank == _RANK_OF_UPDATE]
    if updates:
        return max(updates, key=lambda found: found.value)
    stated = stated_value(document, "updated")
    printed = dates_in(stated.value, stated.spans[0].start) if stated else []
    if stated is None or not printed:
        return None
    return Found(printed[0].value, (printed[0].span,), stated.rule, stated.confidence)


def _dated_line(
    document: Document, header: Found[str] | None, agencies: Agencies
) -> Found[str] | None:
    """Return the date of a dateline: with its own year, or a day within the header's month."""
    for line, span in list(document.lines_with(Label.BODY, Label.STANDFIRST))[:2]:
        match = agencies.dateline(line)
        day_printed = match.groupdict().get("day") if match else None
        if match is None or not day_printed:
            continue
        offset = span.start + match.start("day")
        full = dates_in(day_printed, offset)
        if full and (header is None or full[0].value.startswith(header.value)):
            return Found(full[0].value, (full[0].span,), "dateline", 0.9)
        for day in days_in(day_printed, offset):
            if header and len(header.value) == 7 and day.value[2:4] == header.value[5:7]:
                value = f"{header.value}-{day.value[5:7]}"
                return Found(value, (*header.spans, day.span), "header-and-dateline", 0.9)
    return None


def find_time(document: Document, date: Found[str] | None) -> Found[str] | None:
    """Return the clock time printed beside the publication date, as HH:MM."""
    if date is None:
        return None
    for line, span in document.lines_with(Label.DATE_LINE, Label.BYLINE):
        for where in date.spans:
            if not span.contains(where):
                continue
            for printed in times_in(line, span.start):
                between = document.content[where.end : printed.span.start]
                if printed.span.start >= where.end and _BETWEEN.fullmatch(between):
                    return Found(printed.value, (printed.span,), "beside-date", 0.95)
    return None


def is_date_line(line: str) -> bool:
    """Return whether a short line is about its date: little is left of it without dates, times and their words.

    >>> [is_date_line(line) for line in ("Stand: 12.03.2024, 14:05 Uhr", "Am 5. März 2019 reiste er nach Moskau.")]
    [True, False]
    """
    if len(line) > 130:
        return False
    found = dates_in(line)
    if not found and len(line) < SHORT_DAY and (_WEEKDAY.match(line) or next(times_in(line), None)):
        found = days_in(line)
    if not found:
        return False
    rest = line
    for span in sorted(
        [printed.span for printed in found] + [time.span for time in times_in(line)], reverse=True
    ):
        rest = rest[: span.start] + " " + rest[span.end :]
    rest = _DATE_WORDS.sub(" ", rest)
    words = re.findall(r"[^\W\d_]{2,}", rest)
    announced = bool(_UPDATED.search(line) or _PUBLISHED.search(line))
    if not announced and line.endswith(".") and any(word.islower() for word in words):
        return False  # "Am 3. Mai 2021 brach der Damm."
    return len(words) <= (3 if announced else 2)


#: "Samstag, 02.03., 19:48 Uhr" is no longer: a day without its year needs a weekday or a clock time.
SHORT_DAY = 40
_WEEKDAY = re.compile(r"(?:Mo|Di|Mi|Do|Fr|Sa|So)[\w]{0,8}(?:,|\.,?|\s)\s?(?:den\s)?\d")
_DATE_WORDS = re.compile(
    r"\b(?:stand|pressemitteilung|pressemeldung|presse|mitteilung|press|release|veröffentlicht|erschienen|aktualisiert|zuletzt|geändert|datum|update[dt]?|publi(?:shed|é|kation|ziert)\w*|last|am|um|"
    r"uhr|on|at|le|à|den|der|vom|seit|online|posted|erstellt|опубликован\w*|обновлен\w*|время|min|minuten|minutes?|read|"
    r"lesezeit|lesedauer|von|time|reading|(?:mon|diens|donners|frei|sams)tag|mittwoch|sonn(?:abend|tag)|(?:mon|tues|"
    r"wednes|thurs|fri|satur|sun)day|mo|di|mi|do|fr|sa|so|понедельник|вторник|сред[аы]|четверг|пятниц[аы]|суббот[аы]|"
    r"воскресенье|года?|г|ausgabe|aus|seite|nr|стр|мин|от|газета|nummer|ausland|inland|politik|artikel|beitrag|meldung|vorlesen|online|print|ab|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|mez|mesz|cet|cest|gmt|utc|мск|est)\b\.?",
    re.IGNORECASE,
)
