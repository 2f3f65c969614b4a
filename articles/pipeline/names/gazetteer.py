"""The gazetteer as an index: words of a text in, the longest name that begins there out.

A form is found as it is written, inflected or not; and, where nothing is written so, by its sounds (`folding`), so that a
spelling that nobody has listed is found too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ..knowledge import EntityRecord, NameForm
from .folding import form_keys, word_keys
from .inflection import inflected
from .regions import Regions
from .stems import stem, stems
from .surnames import with_surnames
from .tokens import Token, fold, tokenize, words_of

#: Kinds of forms that speak for a country without naming it.
COUNTRY_WORDS = ("adjective", "demonym")
#: Kinds of forms that are found only as they are written.
_AS_WRITTEN = (*COUNTRY_WORDS, "abbreviation", "misspelling", "nickname")
_ACRONYM_LENGTH = 8
#: A lone word of fewer sounds is found only as it is written: Osch, Kant, Mary are too like other words.
_SHORTEST_SURNAME, _SHORTEST_NAME = 5, 6
_SHORTEST_HEARD = 3
_UMLAUTS = re.compile("[äöüÄÖÜ]")
#: So many letters of a second word are enough to tell most names with the same first one apart.
_LETTERS = 2
#: So many words of texts are remembered with what they lead to.
_MOST_REMEMBERED = 200_000
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
    """All entities by the stem and by the sounds of the first word of each of their names."""

    def __init__(self, entities: Iterable[EntityRecord]) -> None:
        self.entities = tuple(entities)
        self.by_name = {entity.name: entity for entity in self.entities}
        #: by the stem of the first word, then by the first letters of the second one ("" for lone words)
        self._written: dict[str, dict[str, list[_Entry]]] = {}
        self._sounding: dict[str, list[_Entry]] = {}
        self._given = given_names(self.entities)
        for entity in self.entities:
            for form in with_surnames(entity, self._given):
                self._add(entity, form)
        self._regions = Regions(self.entities)
        self._memo_written: dict[str, tuple[dict[str, list[_Entry]], ...]] = {}
        self._memo_heard: dict[str, tuple[tuple[_Entry, ...], tuple[_Entry, ...]]] = {}

    def _add(self, entity: EntityRecord, form: NameForm) -> None:
        words = words_of(form.text)
        if not words:
            return
        entry = _Entry(words, form, entity)
        second = fold(words[1])[:_LETTERS] if len(words) > 1 else ""
        node = self._written.setdefault(stem(fold(words[0])), {})
        node.setdefault(second, []).append(entry)
        if _may_be_heard(entry):
            for key in form_keys(words[0], form.language):
                self._sounding.setdefault(key, []).append(entry)

    def hits(self, tokens: Sequence[Token], index: int) -> list[Hit]:
        """Return the longest names that begin at word `index`: more than one where entities share a form."""
        nodes = self._memo_written.get(tokens[index].key)
        if nodes is None:
            nodes = self._remember_written(tokens[index].key)
        best: list[_Entry] = []
        if nodes:
            second = tokens[index + 1].key[:_LETTERS] if index + 1 < len(tokens) else ""
            for node in nodes:
                for entries in (node.get(""), node.get(second) if second else None):
                    if entries:
                        best = _longer(best, entries, tokens, index, _is_written)
        if best:
            return [Hit(index, len(entry.words), entry.form, entry.entity) for entry in best]
        return self._heard(tokens, index)

    def _remember_written(self, key: str) -> tuple[dict[str, list[_Entry]], ...]:
        if len(self._memo_written) > _MOST_REMEMBERED:
            self._memo_written.clear()
        nodes = tuple(self._written[one] for one in sorted(stems(key)) if one in self._written)
        self._memo_written[key] = nodes
        return nodes

    def _heard(self, tokens: Sequence[Token], index: int) -> list[Hit]:
        """Return the longest names that sound like the words from `index` on."""
        token = tokens[index]
        if not token.is_capitalised or len(token.text) < _SHORTEST_HEARD:
            return []
        remembered = self._memo_heard.get(token.text)
        if remembered is None:
            remembered = self._remember_heard(token.text)
        alone, followed = remembered
        best: list[_Entry] = []
        if followed and index + 1 < len(tokens) and tokens[index + 1].is_capitalised:
            best = _longer(best, followed, tokens, index, _is_heard)
        if alone and not best:
            best = _longer(best, alone, tokens, index, _is_heard)
        hits = {entry.entity.name: entry for entry in best}.values()
        return [Hit(index, len(one.words), one.form, one.entity, by_sound=True) for one in hits]

    def _remember_heard(self, word: str) -> tuple[tuple[_Entry, ...], tuple[_Entry, ...]]:
        """Return the names that sound like a word and those of several words that begin so."""
        if len(self._memo_heard) > _MOST_REMEMBERED:
            self._memo_heard.clear()
        entries = [
            entry for key in sorted(heard_keys(word)) for entry in self._sounding.get(key, ())
        ]
        alone = tuple(entry for entry in entries if len(entry.words) == 1)
        followed = tuple(entry for entry in entries if len(entry.words) > 1)
        self._memo_heard[word] = alone, followed
        return alone, followed

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
        fold(word)
        for entity in entities
        if entity.kind == "person"
        for form in entity.forms
        if form.kind == "name" and " " in form.text
        for word in words_of(form.text.split(maxsplit=1)[0])
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
    languages = entry.form.language
    german = not languages or "de" in languages or is_person or not word.isascii()
    return _inflections(
        word, entry.form.kind if german or multiword else _foreign(entry), multiword
    )


def _longer(
    best: list[_Entry],
    entries: Iterable[_Entry],
    tokens: Sequence[Token],
    index: int,
    matches: Callable[[_Entry, Sequence[Token], int], bool],
) -> list[_Entry]:
    """Return the longest of `best` and of the entries that match at word `index`."""
    for entry in entries:
        length = len(entry.words)
        if best and length < len(best[0].words):
            continue
        if matches(entry, tokens, index):
            best = [*best, entry] if best and length == len(best[0].words) else [entry]
    return best


def _foreign(entry: _Entry) -> str:
    """Return the kind under which a form that is not German is inflected: it takes no genitive (France: no Frances)."""
    return entry.form.kind if entry.form.kind in COUNTRY_WORDS else "given"


def _is_written(entry: _Entry, tokens: Sequence[Token], index: int) -> bool:
    if tokens[index].key not in _written_keys(entry, 0):
        return False
    words = tokens[index : index + len(entry.words)]
    if len(entry.words) > 1 and not _stand_close(entry, words):
        return False
    if any(word.key not in _written_keys(entry, place) for place, word in enumerate(words)):
        return False
    printed = entry.form.text
    if len(words) == 1 and printed.isupper() and len(printed) <= _ACRONYM_LENGTH:
        return words[0].text == printed
    if entry.form.kind == "adjective":
        return True
    if len(words) == 1 and _UMLAUTS.search(words[0].text) and not _UMLAUTS.search(printed):
        return False  # Über is no Uber, Blätter no Blatter
    return (words[0].is_capitalised or not printed[0].isupper()) and _is_meant(entry, words)


def _is_heard(entry: _Entry, tokens: Sequence[Token], index: int) -> bool:
    words = tokens[index : index + len(entry.words)]
    if len(words) == 1 and _is_cyrillic(words[0].text) != _is_cyrillic(entry.words[0]):
        return False  # across scripts a lone word sounds like too many: Bein, Бэйцзин
    return (
        _stand_close(entry, words)
        and all(
            not heard_keys(word.text).isdisjoint(form_keys(own, entry.form.language))
            for word, own in zip(words[1:], entry.words[1:], strict=True)
        )
        and words[-1].is_capitalised
        and _is_meant(entry, words)
    )


def _is_cyrillic(word: str) -> bool:
    return "\u0400" <= word[0] <= "\u04ff"


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
