"""Magnitudes that cannot be: shares of more than a whole, ages beyond any person's, countries ten times as large as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..results import Check, LinkedEntity, Span
from .figures import Figure
from .words import MagnitudeWords, one_of

#: Between a percentage and its whole: der, aller, of the, de la.
_OF = r"\s+(?:(?:der|des|aller|of|all|the|its|de|la|les|des|ses|всех|всего)\s+|d['’]|[\w-]+(?:en|er|es)\s+){0,3}"
#: A share of a whole that grew "by 120 percent" is none.
_GROWTH = re.compile(r"(?<!\w)(?:um|by|на|de|plus|\+)(?:\s+\w+){0,2}\s*\Z", re.IGNORECASE)
#: The number of inhabitants that a text may give differs from the one we know by less than this factor.
_FACTOR = 3
_NEAR = 40


class Magnitudes:
    """Finds figures of magnitudes that cannot be."""

    def __init__(self, words: MagnitudeWords, about: Iterable[str]) -> None:
        """Prepare `words`; `about` are words such as "etwa" that may stand before a figure."""
        self._words = words
        approximately = rf"(?:\s+{one_of(about)})*\s*\Z"
        self._of_whole = re.compile(rf"{_OF}{one_of(words.wholes)}", re.IGNORECASE)
        self._aged = re.compile(rf"(?<!\w){one_of(words.ages_before)}{approximately}")
        self._adjective = re.compile(
            rf"[\s-]?{one_of(words.age_adjectives)}\s+{one_of(words.persons)}"
        )
        self._peopled = re.compile(
            rf"s?(?:\s*\([^)]*\))?,?\s+{one_of(words.peopled)}{approximately}"
        )
        self._inhabitants = frozenset(word.lower() for word in words.inhabitants)

    def find(
        self, content: str, figures: Sequence[Figure], countries: Sequence[tuple[Span, str]]
    ) -> Iterator[Check]:
        """Yield a warning for each; `countries` are the places of countries of the desk, in order, with their codes."""
        for figure in figures:
            if figure.is_percent:
                yield from self._share(content, figure)
            elif figure.scale == 1 and self._words.most_years < figure.value < 1000:
                yield from self._age(content, figure)
            elif figure.unit in self._inhabitants and figure.value >= 1e5:
                yield from self._population(content, figure, countries)

    def _share(self, content: str, figure: Figure) -> Iterator[Check]:
        if figure.value <= 100:
            return
        whole = self._of_whole.match(content, figure.unit_end)
        before = content[max(0, figure.span.start - _NEAR) : figure.span.start]
        if whole and not _GROWTH.search(before):
            yield _warning("share-above-whole", content, Span(figure.span.start, whole.end()))

    def _age(self, content: str, figure: Figure) -> Iterator[Check]:
        before = content[max(0, figure.span.start - _NEAR) : figure.span.start]
        behind = self._adjective.match(content, figure.span.end)
        if behind or self._aged.search(before):
            end = behind.end() if behind else figure.unit_end
            yield _warning("age-implausible", content, Span(figure.span.start, end))

    def _population(
        self, content: str, figure: Figure, countries: Sequence[tuple[Span, str]]
    ) -> Iterator[Check]:
        for place, code in countries:
            known = self._words.populations.get(code)
            if known and 0 <= figure.span.start - place.end <= _NEAR * 2:
                between = content[place.end : figure.span.start]
                ratio = figure.value / known
                if self._peopled.match(between) and not 1 / _FACTOR < ratio < _FACTOR:
                    told = Span(figure.span.start, figure.unit_end)
                    yield Check(
                        "population-implausible",
                        (place, told),
                        {
                            "country": place.text_of(content),
                            "said": told.text_of(content),
                            "known": f"{known / 1e6:.1f}",
                        },
                    )


def _warning(code: str, content: str, span: Span) -> Check:
    return Check(code, (span,), {"said": span.text_of(content)})


def countries_in(entities: Iterable[LinkedEntity], codes: Iterable[str]) -> list[tuple[Span, str]]:
    """Return where `entities` that are countries of `codes` are named, in order."""
    wanted = frozenset(codes)
    return sorted(
        (span, entity.country)
        for entity in entities
        if entity.kind == "country" and entity.country in wanted
        for span in entity.spans
    )
