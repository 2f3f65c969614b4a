"""The gazetteer as an index: words of a text in, the longest name that begins there out.

A form is found as it is written, inflected or not; and, where nothing is written so, by its sounds (`folding`), so that a
spelling that nobody has listed is found too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ..knowledge import EntityRecord, NameForm
from .entries import (
    COUNTRY_WORDS,
    Entry,
    heard_keys,
    is_heard,
    is_written_alone,
    is_written_on,
    may_be_heard,
    may_begin,
    shortest_key,
)
from .folding import form_keys
from .kinds import KindsOfPlaces
from .stems import stem, stems
from .surnames import with_surnames
from .tokens import Remembered, Token, as_token, fold, texts_of, tokenize, words_of

_SHORTEST_HEARD = 3
#: So many letters of a second word are enough to tell most names with the same first one apart.
_LETTERS = 2


@dataclass(slots=True)
class Hit:
    """A form of the gazetteer in a text: `length` words from word `index` on, as written or only by its sounds."""

    index: int
    length: int
    form: NameForm
    entity: EntityRecord
    by_sound: bool = False


class _Leads(NamedTuple):
    """What a word of a text may begin: lone names and names of several words, as written and by their sounds."""

    alone: list[Entry]
    #: by the first letters of the second word, the longest first
    written: dict[str, list[Entry]]
    heard_alone: list[Entry]
    #: by the keys of the second word
    heard: dict[str, list[Entry]]


_NOWHERE = _Leads([], {}, [], {})


class Gazetteer:
    """All entities by the stem and by the sounds of the first word of each of their names."""

    def __init__(self, entities: Iterable[EntityRecord]) -> None:
        self.entities = tuple(entities)
        self.by_name = {entity.name: entity for entity in self.entities}
        #: by the stem of the first word, then by the first letters of the second one ("" for lone words)
        self._written: dict[str, dict[str, list[Entry]]] = {}
        self._sounding: dict[str, list[Entry]] = {}
        self._given = given_names(self.entities)
        for entity in self.entities:
            for form in with_surnames(entity, self._given):
                self._add(entity, form)
        self._kinds = KindsOfPlaces(self.entities)
        self._leads = Remembered(self._leads_of)
        #: the names of several words whose first one has a key, by the keys of their second one
        self._seconds = Remembered(self._seconds_of)
        #: the forms of an entity by its name, without those of its people
        self.aliases = Remembered(self._aliases_of)
        #: the persons whose surname sounds like a word, in the order of the gazetteer
        self.surname_holders = Remembered(self._surname_holders_of)

    def _add(self, entity: EntityRecord, form: NameForm) -> None:
        words = words_of(form.text)
        if not words:
            return
        entry = Entry(words, form, entity)
        second = fold(words[1])[:_LETTERS] if len(words) > 1 else ""
        node = self._written.setdefault(stem(fold(words[0])), {})
        node.setdefault(second, []).append(entry)
        if may_be_heard(entry):
            shortest = shortest_key(entry)
            keys = form_keys(words[0], form.language)
            for key in (key for key in keys if len(key) >= shortest):
                self._sounding.setdefault(key, []).append(entry)

    def beginnings(self, tokens: Sequence[Token]) -> list[int]:
        """Return at which words names may begin, by the word and the next one; at most words none does."""
        leads, last = map(self._leads.__getitem__, texts_of(tokens)), len(tokens) - 1
        return [
            index
            for index, lead in enumerate(leads)
            if lead is not _NOWHERE
            and (
                lead.alone
                or lead.heard_alone
                or (index < last and _may_go_on(lead, tokens[index + 1]))
            )
        ]

    def hits(self, tokens: Sequence[Token], index: int) -> list[Hit]:
        """Return the longest names that begin at word `index`: more than one where entities share a form.

        Of equal length, one as it is written comes before one that only sounds so.
        """
        leads = self._leads[tokens[index].text]
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following is not None:
            if entries := leads.written.get(following.key[:_LETTERS]):
                written = _longest(entries, tokens, index)
                if written:
                    return [Hit(index, len(one.words), one.form, one.entity) for one in written]
            if following.is_capitalised and leads.heard:
                keys = heard_keys(following.text).intersection(leads.heard)
                heard: list[Entry] = []
                for key in sorted(keys):
                    heard = _longer(heard, leads.heard[key], tokens, index)
                if heard:
                    return _heard_hits(heard, index)
        if leads.alone:
            return [Hit(index, 1, entry.form, entry.entity) for entry in leads.alone]
        return _heard_hits(leads.heard_alone, index) if leads.heard_alone else []

    def lone_hits(self, token: Token, index: int) -> list[Hit]:
        """Return the names that a word is by itself, as written."""
        leads = self._leads[token.text]
        return [Hit(index, 1, entry.form, entry.entity) for entry in leads.alone]

    def _leads_of(self, word: str) -> _Leads:
        """Return what a word of a text may begin."""
        token = as_token(word)
        nodes = [self._written[one] for one in sorted(stems(token.key)) if one in self._written]
        keys = self._sounds_of(token)
        if not nodes and not keys:
            return _NOWHERE
        alone = (entry for node in nodes for entry in node.get("", ()))
        heard_alone = (
            entry for key in keys for entry in self._sounding[key] if len(entry.words) == 1
        )
        leads = _Leads(
            alone=[entry for entry in alone if is_written_alone(entry, token)],
            written=_by_second_letters(nodes, token),
            heard_alone=[entry for entry in heard_alone if is_heard(entry, [token], 0)],
            heard=_merged([self._seconds[key] for key in keys]),
        )
        return leads if any(leads) else _NOWHERE

    def _sounds_of(self, token: Token) -> list[str]:
        """Return those keys of a word of a text that names begin with."""
        if not token.is_capitalised or len(token.text) < _SHORTEST_HEARD:
            return []
        return sorted(key for key in heard_keys(token.text) if key in self._sounding)

    def _seconds_of(self, key: str) -> dict[str, list[Entry]]:
        """Return the names of several words whose first one has a key, by the keys of their second one."""
        found: dict[str, list[Entry]] = {}
        for entry in self._sounding[key]:
            if len(entry.words) > 1:
                for second in form_keys(entry.words[1], entry.form.language) or ("",):
                    found.setdefault(second, []).append(entry)
        return found

    def _aliases_of(self, name: str) -> tuple[str, ...]:
        forms = self.by_name[name].forms
        return tuple(dict.fromkeys(form.text for form in forms if form.kind not in COUNTRY_WORDS))

    def as_kind(self, hit: Hit, kind: str) -> Hit:
        """Return the place of a kind (region, river …) that bears the name of the place that was hit, or the hit where there is none."""
        meant = self._kinds.named_like(hit.entity, kind) if hit.entity.kind == "place" else None
        return replace(hit, form=NameForm(hit.form.text), entity=meant) if meant else hit

    def as_natural(self, hit: Hit) -> Hit:
        """Return the river, lake or glacier that bears the name of the place that was hit, or the hit where there is none."""
        meant = self._kinds.natural(hit.entity) if hit.entity.kind == "place" else None
        return replace(hit, form=NameForm(hit.form.text), entity=meant) if meant else hit

    def is_given_name(self, key: str) -> bool:
        """Return whether a folded word is a given name of some person of the gazetteer."""
        return key in self._given

    def bearers(self, word: str) -> list[EntityRecord]:
        """Return the persons of whose full names a word is the first or, by its sounds, the surname."""
        key = fold(word)
        first = [
            entry.entity
            for entries in self._written.get(stem(key), {}).values()
            for entry in entries
            if entry.entity.kind == "person"
            and len(entry.words) == 2
            and fold(entry.words[0]) == key
        ]
        return list(
            {person.name: person for person in (*self.surname_holders[word], *first)}.values()
        )

    def is_surname(self, word: str) -> bool:
        """Return whether a word sounds like the surname of a person."""
        return any(
            entry.form.kind == "surname"
            for key in heard_keys(word)
            for entry in self._sounding.get(key, ())
        )

    def _surname_holders_of(self, word: str) -> list[EntityRecord]:
        holders = {
            entry.entity.name: entry.entity
            for key in sorted(heard_keys(word))
            for entry in self._sounding.get(key, ())
            if entry.form.kind == "surname"
        }
        return list(holders.values())

    def knows(self, text: str) -> bool:
        """Return whether `text` holds a name of the gazetteer; one word of a person's name must be the surname."""
        tokens = tokenize(text)
        return any(
            hit.length > 1
            or hit.form.kind == "surname"
            or (hit.entity.kind != "person" and not hit.form.weak)
            for index in range(len(tokens))
            for hit in self.hits(tokens, index)
        )

    def __len__(self) -> int:
        return len(self.entities)


def _may_go_on(lead: _Leads, following: Token) -> bool:
    """Return whether a word may be the second one of a name of several words."""
    return following.key[:_LETTERS] in lead.written or bool(following.is_capitalised and lead.heard)


def given_names(entities: Iterable[EntityRecord]) -> frozenset[str]:
    """Return the folded given names of the persons: the first word of names of several, both halves of Kassym-Schomart."""
    return frozenset(
        fold(word)
        for entity in entities
        if entity.kind == "person"
        for form in entity.forms
        if form.kind == "name" and " " in form.text
        for word in words_of(form.text.split(maxsplit=1)[0])
    )


def _by_second_letters(
    nodes: Iterable[dict[str, list[Entry]]], token: Token
) -> dict[str, list[Entry]]:
    """Return the names of several words that a word may begin, by the first letters of the second one, the longest first."""
    found: dict[str, list[Entry]] = {}
    for node in nodes:
        for second, entries in node.items():
            if second and (begun := [entry for entry in entries if may_begin(entry, token)]):
                found.setdefault(second, []).extend(begun)
    for begun in found.values():
        begun.sort(key=lambda entry: -len(entry.words))
    return found


def _merged(groups: Sequence[dict[str, list[Entry]]]) -> dict[str, list[Entry]]:
    """Return several groups of names as one, each key with the names of all, in their order."""
    if len(groups) == 1:
        return groups[0]
    found: dict[str, list[Entry]] = {}
    for group in groups:
        for key, entries in group.items():
            found[key] = [*found[key], *entries] if key in found else entries
    return found


def _heard_hits(entries: Iterable[Entry], index: int) -> list[Hit]:
    """Return a hit for each entity, whichever of its forms sounds so."""
    one_each = {entry.entity.name: entry for entry in entries}.values()
    return [Hit(index, len(one.words), one.form, one.entity, by_sound=True) for one in one_each]


def _longest(entries: Iterable[Entry], tokens: Sequence[Token], index: int) -> list[Entry]:
    """Return those of the entries, the longest first, that are written at word `index` and as long as the longest of them."""
    found: list[Entry] = []
    for entry in entries:
        if found and len(entry.words) < len(found[0].words):
            break
        if is_written_on(entry, tokens, index):
            found.append(entry)
    return found


def _longer(
    best: list[Entry], entries: Iterable[Entry], tokens: Sequence[Token], index: int
) -> list[Entry]:
    """Return the longest of `best` and of the entries that sound like the words from word `index` on."""
    for entry in entries:
        length = len(entry.words)
        if best and length < len(best[0].words):
            continue
        if is_heard(entry, tokens, index):
            best = [*best, entry] if best and length == len(best[0].words) else [entry]
    return best
