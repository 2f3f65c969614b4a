"""A stretch of prose while its names are found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..names.entries import COUNTRY_WORDS
from ..names.gazetteer import Hit
from ..names.namesakes import CONTEXT
from ..names.senses import UnknownName
from ..names.tokens import Token
from ..results import Label, Span
from .guards import is_doubtful

_AND = frozenset(["und", "sowie", "and", "oder", "or", "et", "и"])
#: Words of the longest name in a list that speaks for the next one.
_LONGEST_LISTED = 6


class Name(NamedTuple):
    """A name of the gazetteer in a text: the span of the name itself, what it may mean, and whether that is in doubt."""

    span: Span
    hits: list[Hit]
    is_doubtful: bool


@dataclass(slots=True)
class Stretch:
    """A stretch of prose while its names are found: `taken` marks the words that belong to one."""

    tokens: list[Token]
    label: Label
    taken: list[bool]
    #: what begins at a word, by the word's index
    hits: dict[int, list[Hit]] = field(default_factory=dict)
    #: the hits that no unknown name holds, in their order
    names: list[Name] = field(default_factory=list)
    #: the capitalised words that belong to no name
    free: list[int] = field(default_factory=list)
    unknown: list[UnknownName] = field(default_factory=list)
    #: how many words a name begins later than its hit: "Region Issyk-Kul", "Papst Franziskus"
    leading: dict[int, int] = field(default_factory=dict)

    def name_span(self, hit: Hit) -> Span:
        """Return the span of the name itself, without the noun for its kind or office before it."""
        skipped = self.leading.get(hit.index, 0)
        return self.span(hit.index + skipped, hit.length - skipped)

    def span(self, index: int, length: int) -> Span:
        """Return the span of `length` words from word `index` on."""
        return Span(self.tokens[index].start, self.tokens[index + length - 1].end)

    def listed_with(self, hit: Hit, content: str) -> Hit | None:
        """Return the sure name that a list holds right before or behind a hit: "Adidas, Zara und C&A", "Georgia and Turkey"."""
        first, end = hit.index, hit.index + hit.length
        ahead = first - 1 if first and self.tokens[first - 1].key in _AND else first
        for place in range(ahead - 1, max(-1, ahead - _LONGEST_LISTED), -1):
            other = self.hits.get(place)
            if other and place + other[0].length == ahead and self._is_sure(other):
                gap = content[self.tokens[ahead - 1].end : self.tokens[ahead].start]
                return other[0] if gap == ", " or ahead < first else None
        last = end + 1 if end < len(self.tokens) and self.tokens[end].key in _AND else end
        following = self.hits.get(last)
        if following and self._is_sure(following):
            gap = content[self.tokens[end - 1].end : self.tokens[end].start]
            return following[0] if gap == ", " or last > end else None
        return None

    @staticmethod
    def _is_sure(hits: Sequence[Hit]) -> bool:
        return not is_doubtful(hits) and hits[0].form.kind not in COUNTRY_WORDS

    def near(self, index: int) -> set[str]:
        """Return the countries of the other names around word `index`."""
        around = range(max(0, index - CONTEXT), index + CONTEXT + 1)
        return {
            self.hits[place][0].entity.country
            for place in around
            if place != index
            and place in self.hits
            and self.hits[place][0].entity.country
            and not self.hits[place][0].form.weak
            and self.hits[place][0].form.kind != "surname"
        }
