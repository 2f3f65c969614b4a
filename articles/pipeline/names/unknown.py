"""Names that the gazetteer does not hold, each kind by a rule of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, count
from operator import attrgetter
from typing import NamedTuple

from .bodies import (
    LONGEST_NAME,
    find_acronym,
    find_organisation,
    may_be_acronym,
    may_open_body,
)
from .persons import ends_as_lone_surname, find_person, joins_names
from .senses import HYPHENS, UnknownName, WordSenses
from .tokens import Remembered, Token, capitalised, fold, texts_of
from .unknown_places import find_closed_place, find_place, is_kind_of_place, may_close_place


class _Hints(NamedTuple):
    """What a word says of unknown names: most words say nothing, and no rule is asked for them.

    `alone`: it may be a name, whatever stands beside it; `opens_body`: a body's name may begin with it; `body`: it may be
    the noun of a body's name; `announces`: a name may follow it; `goes_on`: it may be the second word of a name;
    `closes_place`: it may be the noun that closes a place's name.
    """

    alone: bool
    opens_body: bool
    body: bool
    announces: bool
    goes_on: bool
    closes_place: bool


_IS_BODY = attrgetter("body")
_CLOSES_PLACE = attrgetter("closes_place")
#: Words of a place's name before the noun that closes it.
_BEFORE_CLOSING = 3


class UnknownNames:
    """Finds the unknown names of stretches of prose."""

    def __init__(self, senses: WordSenses) -> None:
        self._senses = senses
        self._hints = Remembered(self._hints_of)

    def _hints_of(self, word: str) -> _Hints:
        key, senses, is_capitalised = fold(word), self._senses.of[word], word[0].isupper()
        return _Hints(
            alone=is_capitalised and (senses.place_ending or ends_as_lone_surname(key)),
            opens_body=is_capitalised and (may_open_body(key) or may_be_acronym(word)),
            body=senses.body or senses.body_suffix,
            announces=(senses.role and is_capitalised) or is_kind_of_place(key),
            goes_on=joins_names(key) or (is_capitalised and not senses.common and not senses.role),
            closes_place=is_capitalised and may_close_place(key),
        )

    def find(
        self, tokens: Sequence[Token], content: str, taken: Sequence[bool]
    ) -> Iterator[UnknownName]:
        """Yield the unknown names between and around the words that are `taken`, in their order; none overlap."""
        hints = list(map(self._hints.__getitem__, texts_of(tokens)))
        near_body, closed = _near_body(hints), _closed(hints)
        end = 0
        for index in capitalised(tokens):
            if index < end:
                continue
            in_body = index in near_body
            behind = content[tokens[index].end : tokens[index].end + 1]
            if (
                in_body
                or index in closed
                or hints[index].opens_body
                or (not taken[index] and _is_hinted(hints, taken, index, behind))
            ):
                name = self._at(index, tokens, content, taken, in_body, index in closed)
                if name:
                    end = index + name.length
                    yield name

    def _at(
        self,
        index: int,
        tokens: Sequence[Token],
        content: str,
        taken: Sequence[bool],
        in_body: bool,
        is_closed: bool,
    ) -> UnknownName | None:
        """Return the unknown name that begins at word `index`, by the first rule that reads one."""
        where = (tokens, index, content, taken, self._senses)
        if not taken[index] and (person := find_person(*where)):
            return person
        if in_body or may_open_body(tokens[index].key):
            body = find_organisation(*where)
        else:
            body = find_acronym(tokens, index, content)
        # A taken word may still open a longer name: a city in the name of its university, a village in that of its valley.
        if not body and is_closed:
            body = find_closed_place(tokens, index, content, self._senses)
        return body or (None if taken[index] else find_place(*where))


def _near_body(hints: Sequence[_Hints]) -> set[int]:
    """Return the words near a noun for a body: only they can be part of its name."""
    return {
        place
        for index in compress(count(), map(_IS_BODY, hints))
        for place in range(max(0, index - LONGEST_NAME + 1), min(len(hints), index + 2))
    }


def _closed(hints: Sequence[_Hints]) -> set[int]:
    """Return the words shortly before a noun that closes the names of places."""
    return {
        place
        for index in compress(count(), map(_CLOSES_PLACE, hints))
        for place in range(max(0, index - _BEFORE_CLOSING), index)
    }


def _is_hinted(hints: Sequence[_Hints], taken: Sequence[bool], index: int, behind: str) -> bool:
    """Return whether word `index` or one beside it says that a name may begin there; `behind` is the character after it."""
    if hints[index].alone or (index and hints[index - 1].announces):
        return True
    following = index + 1
    return (
        following < len(hints)
        and not taken[following]
        and (hints[following].goes_on or behind in HYPHENS)
    )
