"""An office that a person did not hold when the text was written: President Tokayev in a text of 2017."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as calendar_date
from datetime import timedelta

from ..knowledge import EntityRecord, OfficeTerm
from ..names.tokens import fold
from ..results import Check, LinkedEntity, Span
from .words import one_of

#: Texts and offices may differ by so many days: who is elected is called so before, who went out a while after.
_MARGIN = timedelta(days=31)
#: The word right before a name is looked for in so many characters.
_LONGEST_WORD = 40
#: A year near by tells of another time than the text's.
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_SENTENCE_BACK, _SENTENCE_ON = 160, 120


class HeldOffices:
    """Knows which words name which office, and who held which office when."""

    def __init__(
        self,
        offices: Mapping[str, tuple[str, ...]],
        persons: Mapping[str, EntityRecord],
        not_now: Iterable[str],
        other_time: Iterable[str],
    ) -> None:
        """Prepare `offices` (titles by folded word, as in `NameWords`), `persons` by name, and words of other times.

        Words of `not_now` are said of former holders too, and `other_time` near a name tells that the office is not held now.
        """
        unclear = {fold(word) for word in not_now}
        self._titles = {
            word: titles
            for word, titles in offices.items()
            if len(titles) == 1 and word not in unclear
        }
        self._persons = persons
        self._other_time = re.compile(rf"(?<!\w){one_of(other_time)}")

    def find(
        self,
        content: str,
        lines: Sequence[Span],
        entities: Iterable[LinkedEntity],
        date: str | None,
    ) -> Iterator[Check]:
        """Yield a warning for each person with an office right before the name that was not held at `date` (YYYY-MM…).

        `lines` are those in which the text names its entities.
        """
        if not date or len(date) == len("YYYY"):
            return
        for entity in entities:
            record = self._persons.get(entity.name) if entity.known else None
            for span in entity.spans if record and entity.kind == "person" else ():
                yield from self._judge(content, lines, span, record.offices if record else (), date)

    def _judge(
        self,
        content: str,
        lines: Sequence[Span],
        span: Span,
        offices: Iterable[OfficeTerm],
        date: str,
    ) -> Iterator[Check]:
        ahead = content[max(0, span.start - _LONGEST_WORD) : span.start].split()
        titles = self._titles.get(fold(ahead[-1])) if ahead else None
        if not titles:
            return
        start = content.rindex(ahead[-1], 0, span.start)
        terms = [term for term in offices if titles[0] in term.title]
        dated = [term for term in terms if term.title == titles[0] and term.start]
        if not dated or any(_may_hold(term, date) for term in terms):
            return
        line = next(line for line in lines if line.contains(span))
        near = Span(
            max(line.start, span.start - _SENTENCE_BACK), min(line.end, span.end + _SENTENCE_ON)
        )
        if start < line.start or _YEAR.search(content, *near):
            return
        if self._other_time.search(content, *near):
            return
        yield Check(
            "office-not-held",
            (Span(start, span.end),),
            {
                "said": content[start : span.end],
                "terms": "; ".join(f"{term.start}–{term.end}" for term in dated),
                "date": date,
            },
        )


def _may_hold(term: OfficeTerm, date: str) -> bool:
    """Return whether an office may have been held at a date, which is only as exact as it is given; unknown ends are open."""
    begins = _first_day(term.start) - _MARGIN if term.start else calendar_date.min
    ends = _last_day(term.end) + _MARGIN if term.end else calendar_date.max
    return begins <= _last_day(date) and _first_day(date) <= ends


def _first_day(date: str) -> calendar_date:
    """Return the first day of a date; the margin would leave the calendar before the year 2."""
    return calendar_date.fromisoformat(date + "-01-01"[len(date) - 4 :])


def _last_day(date: str) -> calendar_date:
    """Return the last day of a date."""
    first = _first_day(date)
    if len(date) == len("YYYY"):
        return first.replace(month=12, day=31)
    if len(date) == len("YYYY-MM"):
        return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first
