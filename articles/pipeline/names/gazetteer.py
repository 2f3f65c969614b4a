"""The gazetteer as an index: words of a text in, the longest name that begins there out.

A form is found as it is written, inflected or not; and, where nothing is written so, by its sounds (`folding`), so that a
spelling that nobody has listed is found too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ..knowledge import EntityRecord, NameForm
from .folding import word_keys
from .inflection import inflected
from .regions import Regions
from .surnames import with_surnames
from .tokens import Token, tokenize

#: Kinds of forms that speak for a country without naming it.
COUNTRY_WORDS = ("adjective", "demonym")
#: Kinds of forms that are found only as they are written.
_AS_WRITTEN = (*COUNTRY_WORDS, "abbreviation", "misspelling", "nickname")
_ACRONYM_LENGTH = 8
#: A lone word of fewer sounds is found only as it is written: Osch, Kant, Mary are too like other words.
_SHORTEST_SURNAME, _SHORTEST_NAME = 5, 6
#: Words of a name stand close: a hyphen, a blank, a point.
_WIDEST_GAP = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A form of the gazetteer in a text: `length` words from word `index` on, as written or only by its sounds."""

    index: int
    length: int
    form: NameForm
    entity: EntityRecord
    by_sound: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    form: NameForm
    entity: EntityRecord


class Gazetteer:
    """All entities by the inflected forms and by the sounds of the first word of each of their names."""

    def __init__(self, entities: Iterable[EntityRecord]) -> None:
        self.entities = tuple(entities)
        self.by_name = {entity.name: entity for entity in self.entities}
        self._written: dict[str, list[_Entry]] = defaultdict(list)
        self._sounding: dict[str, list[_Entry]] = defaultdict(list)
        self._given = given_names(self.entities)
        for entity in self.entities:
            for form in with_surnames(entity, self._given):
                self._add(entity, form)
        self._regions = Regions(self.entities)
        for index in (self._written, self._sounding):
            for entries in index.values():
                entries.sort(key=lambda entry: len(entry.words), reverse=True)

    def _add(self, entity: EntityRecord, form: NameForm) -> None:
        words = tuple(token.text for token in tokenize(form.text))
        if not words:
            return
        entry = _Entry(words, form, entity)
        for key in _written_keys(entry, 0):
            self._written[key].append(entry)
        if _may_be_heard(entry):
            for key in word_keys(words[0]):
                self._sounding[key].append(entry)

    def hits(self, tokens: Sequence[Token], index: int) -> list[Hit]:
        """Return the longest names that begin at word `index`: more than one where entities share a form."""
        entries = self._written.get(tokens[index].key, ())
        best = self._longest(
            (entry for entry in entries if _is_written(entry, tokens, index)), index
        )
        return best or self._heard(tokens, index)

    def _longest(self, entries: Iterable[_Entry], index: int, by_sound: bool = False) -> list[Hit]:
        """Return the first of entries that are sorted by their length, and the others as long."""
        best: list[Hit] = []
        for entry in entries:
            length = len(entry.words)
            if best and length < best[0].length:
                break
            best.append(Hit(index, length, entry.form, entry.entity, by_sound))
        return best

    def _heard(self, tokens: Sequence[Token], index: int) -> list[Hit]:
        """Return the longest names that sound like the words from `index` on."""
        token = tokens[index]
        if not token.is_capitalised or len(token.text) < 3:
            return []
        found: list[Hit] = []
        for key in heard_keys(token.text):
            entries = (
                entry for entry in self._sounding.get(key, ()) if _is_heard(entry, tokens, index)
            )
            hits = self._longest(entries, index, by_sound=True)
            if hits and (not found or hits[0].length > found[0].length):
                found = hits
        return list({hit.entity.name: hit for hit in found}.values())

    @staticmethod
    def is_region_word(key: str) -> bool:
        """Return whether a folded word announces regions: "die Regionen Turkestan und Osch"."""
        return Regions.is_region_word(key)

    def as_region(self, hit: Hit) -> Hit:
        """Return the region that bears the name of the town that was hit, or the hit where there is none."""
        region = self._regions.named_like(hit.form.text) if hit.entity.kind == "place" else None
        return replace(hit, form=NameForm(hit.form.text), entity=region) if region else hit

    def is_given_name(self, key: str) -> bool:
        """Return whether a folded word is a given name of some person of the gazetteer."""
        return key in self._given

    def bearers(self, word: str) -> list[EntityRecord]:
        """Return the persons of whose full names a word is the first or, by its sounds, the surname."""
        key = tokenize(word)[0].key if tokenize(word) else ""
        first = [
            entry.entity
            for entry in self._written.get(key, ())
            if entry.entity.kind == "person" and len(entry.words) == 2
        ]
        return list(
            {person.name: person for person in (*self.surname_holders(word), *first)}.values()
        )

    def surname_holders(self, word: str) -> list[EntityRecord]:
        """Return the persons whose surname sounds like a word, in the order of the gazetteer."""
        holders = {
            entry.entity.name: entry.entity
            for key in heard_keys(word)
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


def given_names(entities: Iterable[EntityRecord]) -> frozenset[str]:
    """Return the folded given names of the persons: the first word of names of several, both halves of Kassym-Schomart."""
    return frozenset(
        token.key
        for entity in entities
        if entity.kind == "person"
        for form in entity.forms
        if form.kind == "name" and " " in form.text
        for token in tokenize(form.text.split(maxsplit=1)[0])
    )


@lru_cache(maxsize=200_000)
def _inflections(word: str, kind: str, multiword: bool) -> frozenset[str]:
    return frozenset(inflected(word, kind=kind, multiword=multiword))


def _written_keys(entry: _Entry, place: int) -> frozenset[str]:
    """Return the folded forms under which a text may print one word of a form; given names in Latin script stay as they are."""
    word, last = entry.words[place], place == len(entry.words) - 1
    is_person = entry.entity.kind == "person"
    if is_person and not last and entry.words[0].isascii():
        return _inflections(word, "given", False)
    multiword = len(entry.words) > 1 and not is_person
    return _inflections(word, entry.form.kind, multiword)


def _is_written(entry: _Entry, tokens: Sequence[Token], index: int) -> bool:
    words = tokens[index : index + len(entry.words)]
    if not _stand_close(entry, words):
        return False
    if any(
        word.key not in _written_keys(entry, place) for place, word in enumerate(words) if place
    ):
        return False
    printed = entry.form.text
    if len(words) == 1 and printed.isupper() and len(printed) <= _ACRONYM_LENGTH:
        return words[0].text == printed
    if entry.form.kind == "adjective":
        return True
    return (words[0].is_capitalised or not printed[0].isupper()) and _is_meant(entry, words)


def _is_heard(entry: _Entry, tokens: Sequence[Token], index: int) -> bool:
    words = tokens[index : index + len(entry.words)]
    return (
        _stand_close(entry, words)
        and all(
            not heard_keys(word.text).isdisjoint(word_keys(own))
            for word, own in zip(words[1:], entry.words[1:], strict=True)
        )
        and words[-1].is_capitalised
        and _is_meant(entry, words)
    )


def _stand_close(entry: _Entry, words: Sequence[Token]) -> bool:
    return len(words) == len(entry.words) and all(
        after.start - before.end <= _WIDEST_GAP
        for before, after in zip(words, words[1:], strict=False)
    )


def _is_meant(entry: _Entry, words: Sequence[Token]) -> bool:
    """Return whether no editor judged that these words never mean the entity."""
    if not entry.entity.not_meant:
        return True
    printed = [token.key for token in words]
    return all(
        printed != [token.key for token in tokenize(form)] for form in entry.entity.not_meant
    )


def _may_be_heard(entry: _Entry) -> bool:
    """Return whether a form may be found by its sounds: no abbreviation, nothing weak, no short lone word."""
    form = entry.form
    if form.kind in _AS_WRITTEN or form.weak or not form.text[0].isupper():
        return False
    if len(entry.words) > 1:
        return True
    shortest = _SHORTEST_SURNAME if form.kind == "surname" else _SHORTEST_NAME
    return len(form.text) >= shortest and not form.text.isupper()


@lru_cache(maxsize=200_000)
def heard_keys(word: str) -> frozenset[str]:
    """Return the keys of a word as a text prints it: with a German genitive, also those without."""
    keys = set(word_keys(word))
    if len(word) > 4 and word[-1] == "s" and word[-2] not in "sß'’":
        keys.update(word_keys(word[:-1]))
    return frozenset(keys)


def all_forms(entities: Iterable[EntityRecord]) -> Iterator[tuple[EntityRecord, NameForm]]:
    """Yield every form of every entity, the surnames that rules make included."""
    entities = tuple(entities)
    given = given_names(entities)
    for entity in entities:
        for form in with_surnames(entity, given):
            yield entity, form
