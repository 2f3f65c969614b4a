"""Finding: the gazetteer's names in a stretch of prose and, between and around them, unknown ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..knowledge import NameForm
from ..names.gazetteer import Gazetteer, Hit
from ..names.namesakes import CONTEXT
from ..names.senses import UnknownName, WordSenses
from ..names.tokens import Token, tokenize
from ..names.unknown import find_unknown
from ..results import Label, Span

_CURRENCY = frozenset({"dollar", "dollars", "cent", "cents"})
#: Between the members of a list that share one "Regionen" before them.
_LIST = frozenset(["und", "sowie", "and", "bzw", "oder", "or", "et", "и"])


@dataclass(slots=True)
class Stretch:
    """A stretch of prose while its names are found: `taken` marks the words that belong to one."""

    tokens: list[Token]
    label: Label
    taken: list[bool]
    #: what begins at a word, by the word's index
    hits: dict[int, list[Hit]] = field(default_factory=dict)
    unknown: list[UnknownName] = field(default_factory=list)

    def span(self, index: int, length: int) -> Span:
        """Return the span of `length` words from word `index` on."""
        return Span(self.tokens[index].start, self.tokens[index + length - 1].end)

    def near(self, index: int) -> set[str]:
        """Return the countries of the other names around word `index`."""
        around = range(max(0, index - CONTEXT), index + CONTEXT + 1)
        return {
            self.hits[place][0].entity.country
            for place in around
            if place != index and place in self.hits and not self.hits[place][0].form.weak
        }


class Scanner:
    """Finds names in stretches of prose; what they mean is decided later."""

    def __init__(self, gazetteer: Gazetteer, senses: WordSenses) -> None:
        self._gazetteer = gazetteer
        self._senses = senses

    def scan(self, content: str, span: Span, label: Label) -> Stretch:
        """Find the gazetteer's names and, between and around them, unknown ones."""
        tokens = tokenize(content, span.start, span.end)
        stretch = Stretch(tokens, label, [False] * len(tokens))
        index, listed = 0, False
        while index < len(tokens):
            hits = [
                hit
                for hit in self._gazetteer.hits(tokens, index)
                if not self.is_another(hit, tokens, content)
            ]
            listed = self._gazetteer.is_region_word(tokens[index].key) or (
                listed and (bool(hits) or tokens[index].key in _LIST)
            )
            if not hits:
                index += 1
                continue
            stretch.hits[index] = [self._meant(hit, tokens, content, listed) for hit in hits]
            length = hits[0].length
            stretch.taken[index : index + length] = [True] * length
            index += length
        self._find_unknown(content, stretch)
        return stretch

    def _meant(self, hit: Hit, tokens: Sequence[Token], content: str, listed: bool) -> Hit:
        """Return what a hit means in its place: a region in a list of regions, "US-" before a noun an adjective."""
        if listed:
            return self._gazetteer.as_region(hit)
        last = tokens[hit.index + hit.length - 1]
        if hit.form.text == "US" and content[last.end : last.end + 1] in {"-", "‑"}:
            return Hit(hit.index, hit.length, NameForm("US-", "adjective"), hit.entity)
        return hit

    def _find_unknown(self, content: str, stretch: Stretch) -> None:
        """Find unknown names; names that stand inside a longer one, as a city in its university's, are dropped."""
        index = 0
        while index < len(stretch.tokens):
            unknown = find_unknown(stretch.tokens, index, content, stretch.taken, self._senses)
            if unknown is None:
                index += 1
                continue
            end = index + unknown.length
            inside = [place for place in range(index, end) if place in stretch.hits]
            if any(stretch.hits[place][0].entity.kind == "organisation" for place in inside):
                index = end
                continue
            stretch.unknown.append(unknown)
            for place in inside:
                del stretch.hits[place]
            stretch.taken[index:end] = [True] * unknown.length
            index = end

    def is_another(self, hit: Hit, tokens: Sequence[Token], content: str) -> bool:
        """Return whether a form means something else here: US before Dollar, a name behind another's given name."""
        following = (
            tokens[hit.index + hit.length].key if hit.index + hit.length < len(tokens) else ""
        )
        if hit.form.text in {"US", "USA"} and following in _CURRENCY:
            return True
        named_so = hit.entity.kind == "person" or hit.form.weak
        if not named_so or hit.length > 1 or hit.index == 0:
            return False
        ahead, name = tokens[hit.index - 1], tokens[hit.index]
        if content[ahead.end : name.start] not in {" ", "\xa0"} or not self._senses.is_given(ahead):
            return False
        given = {token.key for form in hit.entity.forms for token in tokenize(form.text)[:-1]}
        return ahead.key not in given and not self._senses.is_role(ahead)
