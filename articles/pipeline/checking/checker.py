"""All checks of a text together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..document import Document
from ..knowledge import EntityRecord, NameWords
from ..parsing.publication_date import find_disagreeing_dates
from ..results import Check, Label, LinkedEntity, Span
from .changes import Changes
from .currencies import Currencies
from .figures import Figures
from .magnitudes import Magnitudes, countries_in
from .offices import HeldOffices
from .weekdays import find_weekdays
from .wholeness import find_missing
from .words import CheckWords


class Checker:
    """Checks texts by one state of knowledge."""

    def __init__(
        self,
        words: CheckWords,
        weekdays: Mapping[str, int],
        names: NameWords,
        entities: Sequence[EntityRecord],
    ) -> None:
        """Prepare `words`; `weekdays` are names of days (Monday = 0), `names` knows the words for offices, `entities` their holders."""
        self._weekdays = weekdays
        self._populations = words.magnitudes.populations
        self._figures = Figures(words.scales)
        self._changes = Changes(words.change)
        self._magnitudes = Magnitudes(words.magnitudes, words.change.about)
        self._currencies = Currencies(words.currencies, words.change.about)
        holders = {one.name: one for one in entities if one.offices}
        self._offices = HeldOffices(names.offices, holders, words.not_now, words.other_time)

    def check(
        self,
        document: Document,
        language: str,
        date: str | None,
        entities: Sequence[LinkedEntity],
    ) -> tuple[Check, ...]:
        """Return the warnings in the order of the text; `language` is its code or "", `date` its own (YYYY…)."""
        found = [
            *find_missing(document),
            *_misspelt(document.content, entities),
            *_misdated(document),
        ]
        content = document.content
        prose = [line.span for line in document.lines if line.label.is_prose]
        dates = [line.span for line in document.lines if line.label is Label.DATE_LINE]
        found += self._offices.find(content, prose, entities, date)
        countries = countries_in(entities, self._populations)
        for span in prose:
            found += self._of_figures(content, span, language, date, countries)
        for span in (*prose, *dates):
            found += find_weekdays(content, span, self._weekdays, date)
        return tuple(sorted(found, key=lambda check: (check.spans, check.code)))

    def _of_figures(
        self,
        content: str,
        span: Span,
        language: str,
        date: str | None,
        countries: Sequence[tuple[Span, str]],
    ) -> Iterator[Check]:
        figures = list(self._figures.find(content, span, language))
        if figures:
            yield from self._changes.find(content, span, figures)
            yield from self._magnitudes.find(content, figures, countries)
            yield from self._currencies.find(content, figures, date)


def _misdated(document: Document) -> Iterator[Check]:
    """Yield a warning where the file states another date than the text prints."""
    if dates := find_disagreeing_dates(document):
        stated, printed = dates
        yield Check(
            "dates-disagree",
            (*stated.spans, *printed.spans),
            {"stated": stated.value, "printed": printed.value},
        )


def _misspelt(content: str, entities: Sequence[LinkedEntity]) -> Iterator[Check]:
    """Yield a warning for each known name that is printed with a misprint, at the places where it is."""
    for entity in entities:
        if entity.warning == "misspelling":
            known = {entity.name, *entity.aliases}
            spans = tuple(span for span in entity.spans if span.text_of(content) not in known)
            if spans:
                said = spans[0].text_of(content)
                yield Check("misspelling", spans, {"said": said, "known": entity.name})
