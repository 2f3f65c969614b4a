"""Finding: the gazetteer's names in a stretch of prose and, between and around them, unknown ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ..knowledge import NameForm
from ..names.entries import COUNTRY_WORDS
from ..names.gazetteer import Gazetteer, Hit, given_names
from ..names.namesakes import CONTEXT
from ..names.persons import ends_as_surname
from ..names.regions import REGION_WORDS
from ..names.senses import UnknownName, WordSenses, is_german, opens_sentence
from ..names.tokens import Token, capitalised, tokenize
from ..names.unknown import UnknownNames
from ..results import Label, Span
from .guards import (
    is_description,
    is_doubtful,
    is_genitive,
    is_inflected,
    is_judged_otherwise,
    is_thing_named_after,
    is_weak_surname,
)

_BLANKS = frozenset([" ", "\xa0"])
#: A surname that is only heard proves nothing alone where it is shorter: Query, Kerry.
_LONG_SURNAME = 7
#: Longer words before a surname are more often a role than a given name.
_LONGEST_GIVEN = 9
_CURRENCY = frozenset({"dollar", "dollars", "cent", "cents"})
#: Between the members of a list that share one "Regionen" before them.
_LIST = frozenset(["und", "sowie", "and", "bzw", "oder", "or", "et", "и"])


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

    def near(self, index: int) -> set[str]:
        """Return the countries of the other names around word `index`."""
        around = range(max(0, index - CONTEXT), index + CONTEXT + 1)
        return {
            self.hits[place][0].entity.country
            for place in around
            if place != index
            and place in self.hits
            and not self.hits[place][0].form.weak
            and self.hits[place][0].form.kind != "surname"
        }


def _goes_on(between: Sequence[Token], listed: bool) -> bool:
    """Return whether a list of regions goes on over the words `between` two names, or begins there; `listed`: it had begun."""
    for token in reversed(between):
        if token.key not in _LIST:
            return token.key in REGION_WORDS
    return listed


class Scanner:
    """Finds names in stretches of prose; what they mean is decided later."""

    def __init__(self, gazetteer: Gazetteer, senses: WordSenses) -> None:
        self._gazetteer = gazetteer
        self._senses = senses
        self._unknown = UnknownNames(senses)

    def scan(self, content: str, span: Span, label: Label) -> Stretch:
        """Find the gazetteer's names and, between and around them, unknown ones."""
        tokens = tokenize(content, span.start, span.end)
        stretch = Stretch(tokens, label, [False] * len(tokens))
        end, listed = 0, False
        for index in self._gazetteer.beginnings(tokens):
            hits = self._hits(tokens, index, content) if index >= end else []
            if not hits:
                continue
            listed = tokens[index].key in REGION_WORDS or _goes_on(tokens[end:index], listed)
            stretch.hits[index] = [self._meant(hit, tokens, content, listed) for hit in hits]
            end = index + hits[0].length
            if end - index > 1:
                if leading := self._leading_nouns(hits[0], tokens, content):
                    stretch.leading[index] = leading
                self._look_inside(stretch, index, tokens, content)
            if not all(map(is_weak_surname, stretch.hits[index])):
                stretch.taken[index:end] = [True] * (end - index)
        self._find_unknown(content, stretch)
        stretch.names = [
            Name(stretch.name_span(found[0]), found, is_doubtful(found))
            for found in stretch.hits.values()
        ]
        stretch.free = [index for index in capitalised(tokens) if not stretch.taken[index]]
        return stretch

    def _hits(self, tokens: Sequence[Token], index: int, content: str) -> list[Hit]:
        """Return the names that begin at word `index` and mean nothing else there, a country before its people: Polen."""
        hits = self._gazetteer.hits(tokens, index)
        if hits and is_description(hits[0], tokens):
            hits = self._gazetteer.lone_hits(tokens[index], index)
        hits = [hit for hit in hits if not self.is_another(hit, tokens, content)]
        if len(hits) > 1:
            hits.sort(key=lambda hit: hit.form.kind in COUNTRY_WORDS)
        return hits

    def _leading_nouns(self, hit: Hit, tokens: Sequence[Token], content: str) -> int:
        """Return how many words before a name only tell its kind or office: Fluss, Gebiet, Papst; in German and written small."""
        for place in range(hit.length - 1):
            token = tokens[hit.index + place]
            if hit.entity.kind == "person":
                is_noun = self._senses.is_role(token)
            else:
                is_noun = hit.entity.kind == "place" and self._senses.is_place_head(token)
            if not is_noun or (token.is_capitalised and not is_german(content, token)):
                return place
        return hit.length - 1

    def _look_inside(
        self, stretch: Stretch, index: int, tokens: Sequence[Token], content: str
    ) -> None:
        """Find the countries and places that a longer name holds: "Gesundheitsministerium Kasachstans", "Gipfel in Samarkand".

        Of a body only a country in the genitive at its end counts (Kazakhstan Temir Zholy names no country).
        """
        outer = stretch.hits[index][0]
        end = index + outer.length
        if outer.entity.kind not in {"organisation", "event"}:
            return
        for place in range(index + 1, end):
            inner = self._gazetteer.hits(tokens, place)
            if not inner or inner[0].index + inner[0].length > end or inner[0].by_sound:
                continue
            country = inner[0].entity.kind == "country" and inner[0].form.kind not in COUNTRY_WORDS
            belongs = (
                country
                and inner[0].index + inner[0].length == end
                and is_genitive(inner[0], tokens)
            )
            named = outer.entity.kind == "event" and inner[0].entity.kind in {"country", "place"}
            if belongs or (named and len(inner) == 1 and not inner[0].form.weak):
                stretch.hits[place] = inner

    def _meant(self, hit: Hit, tokens: Sequence[Token], content: str, listed: bool) -> Hit:
        """Return what a hit means in its place: a region in a list of regions, "US-" before a noun an adjective."""
        if listed:
            return self._gazetteer.as_region(hit)
        if hit.form.kind == "surname" and self._may_be_another(hit, tokens, content):
            return replace(hit, form=hit.form._replace(weak=True))
        last = tokens[hit.index + hit.length - 1]
        if hit.form.text == "US" and content[last.end : last.end + 1] in {"-", "‑"}:
            return Hit(hit.index, hit.length, NameForm("US-", "adjective"), hit.entity)
        return hit

    def _find_unknown(self, content: str, stretch: Stretch) -> None:
        """Find unknown names; names that stand inside a longer one, as a city in its university's, are dropped."""
        for unknown in self._unknown.find(stretch.tokens, content, stretch.taken):
            end = unknown.index + unknown.length
            inside = [place for place in range(unknown.index, end) if place in stretch.hits]
            if any(stretch.hits[place][0].entity.kind == "organisation" for place in inside):
                continue
            stretch.unknown.append(unknown)
            for place in inside:
                del stretch.hits[place]
            stretch.taken[unknown.index : end] = [True] * unknown.length

    def is_another(self, hit: Hit, tokens: Sequence[Token], content: str) -> bool:
        """Return whether a form means something else here: US before Dollar, a name behind another's given name."""
        is_person = hit.entity.kind == "person"
        if is_person and is_thing_named_after(hit, tokens, content):
            return True
        end = hit.index + hit.length
        following = tokens[end] if end < len(tokens) else None
        if following and following.key in _CURRENCY and hit.form.text in {"US", "USA"}:
            return True
        if hit.length > 1:
            return False
        return (
            (hit.by_sound and self._senses.is_plain(tokens[hit.index]))
            or is_judged_otherwise(hit, tokens)
            or self._opens_a_person(hit, following, content, tokens)
            or ((is_person or hit.form.weak) and self._closes_a_person(hit, tokens, content))
        )

    def _opens_a_person(
        self, hit: Hit, following: Token | None, content: str, tokens: Sequence[Token]
    ) -> bool:
        """Return whether a word is the given name of a person whose surname follows: Lena Ostendorf, Nursultan Weber."""
        name = tokens[hit.index]
        return (
            following is not None
            and following.is_capitalised
            and content[name.end : following.start] in _BLANKS
            and not self._senses.is_plain(following)
            and (
                self._senses.is_given(name)
                or (hit.entity.kind in {"place", "person"} and ends_as_surname(following))
            )
        )

    def _closes_a_person(self, hit: Hit, tokens: Sequence[Token], content: str) -> bool:
        """Return whether a word is the surname of somebody else, whose given name stands before it."""
        ahead = self._ahead(hit, tokens, content)
        if ahead is None or not (
            self._senses.is_given(ahead) or self._may_be_given(ahead, hit, tokens, content)
        ):
            return False
        return ahead.key not in given_names([hit.entity]) and not self._senses.is_role(ahead)

    @staticmethod
    def _ahead(hit: Hit, tokens: Sequence[Token], content: str) -> Token | None:
        """Return the word before a hit where only a blank parts them."""
        ahead = tokens[hit.index - 1] if hit.index else None
        close = ahead and content[ahead.end : tokens[hit.index].start] in _BLANKS
        return ahead if close else None

    def _may_be_given(self, ahead: Token, hit: Hit, tokens: Sequence[Token], content: str) -> bool:
        """Return whether the word before a surname may be a given name that no list has: "Zhanel Tulegenova", "Mels Karimow".

        German roles are longer; in Cyrillic the first word of a sentence may be anything.
        """
        return (
            hit.entity.kind == "person"
            and len(ahead.text) <= _LONGEST_GIVEN
            and (ahead.text.isascii() or not opens_sentence(content, ahead))
            and self._is_no_word(ahead, hit, tokens)
        )

    def _may_be_another(self, hit: Hit, tokens: Sequence[Token], content: str) -> bool:
        """Return whether a surname is a plain word too, or stands behind a word that may be somebody's given name."""
        name = tokens[hit.index]
        if self._senses.is_plain(name) or (hit.by_sound and len(name.text) < _LONG_SURNAME):
            return True
        ahead = self._ahead(hit, tokens, content)
        return (
            ahead is not None
            and (name.text.isascii() or not opens_sentence(content, ahead))
            and self._is_no_word(ahead, hit, tokens)
        )

    def _is_no_word(self, ahead: Token, hit: Hit, tokens: Sequence[Token]) -> bool:
        """Return whether the word before a hit is capitalised and nothing that we know: no noun, role, place.

        Before a genitive stands a noun: "Porträt Akajews", "Адвокаты Исакова".
        """
        return (
            ahead.is_capitalised
            and not is_inflected(hit, tokens)
            and not self._senses.is_plain(ahead)
            and all(one.by_sound for one in self._gazetteer.hits(tokens, hit.index - 1))
        )
