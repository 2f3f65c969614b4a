"""The gazetteer as an index: words of a text in, the longest name that begins there out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..knowledge import EntityRecord, NameForm
from .inflection import inflected
from .tokens import Token, fold, tokenize

#: Kinds of forms that speak for a country without naming it.
COUNTRY_WORDS = ("adjective", "demonym")
#: Words for a region, folded, in the singular and plural forms that stand before names.
REGION_WORDS = frozenset(
    (
        "region regionen gebiet gebiete gebieten gebiets provinz provinzen oblast oblaste oblasten "
        "regions province provinces область области областей областях областью"
    ).split()
)
_ACRONYM_LENGTH = 7


@dataclass(frozen=True, slots=True)
class Hit:
    """A form of the gazetteer in a text: `length` words from word `index` on."""

    index: int
    length: int
    form: NameForm
    entity: EntityRecord


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[frozenset[str], ...]
    printed: str
    form: NameForm
    entity: EntityRecord


class Gazetteer:
    """All entities by every inflected form of the first word of each of their names."""

    def __init__(self, entities: Iterable[EntityRecord]) -> None:
        self.entities = tuple(entities)
        self.by_name = {entity.name: entity for entity in self.entities}
        self._entries: dict[str, list[_Entry]] = defaultdict(list)
        self._given: set[str] = set()
        for entity in self.entities:
            for form in entity.forms:
                self._add(entity, form)
        self._regions = self._by_bare_name()
        for entries in self._entries.values():
            entries.sort(key=lambda entry: len(entry.words), reverse=True)

    def _add(self, entity: EntityRecord, form: NameForm) -> None:
        words = [token.text for token in tokenize(form.text)]
        if not words:
            return
        if entity.kind == "person" and form.kind == "name" and len(words) > 1:
            self._given.update(fold(word) for word in words[:-1])
        multiword = len(words) > 1 and entity.kind != "person"
        keys = tuple(
            frozenset(inflected(word, kind=form.kind, multiword=multiword)) for word in words
        )
        if entity.kind == "person" and len(words) > 1 and words[0].isascii():
            keys = (*(frozenset({fold(word)}) for word in words[:-1]), keys[-1])
        entry = _Entry(keys, form.text, form, entity)
        for key in keys[0]:
            self._entries[key].append(entry)

    def hits(self, tokens: Sequence[Token], index: int) -> list[Hit]:
        """Return the longest names that begin at word `index`: more than one where entities share a form."""
        best: list[Hit] = []
        for entry in self._entries.get(tokens[index].key, ()):
            length = len(entry.words)
            if best and length < best[0].length:
                break
            if self._matches(entry, tokens, index):
                best.append(Hit(index, length, entry.form, entry.entity))
        return best

    @staticmethod
    def _matches(entry: _Entry, tokens: Sequence[Token], index: int) -> bool:
        words = tokens[index : index + len(entry.words)]
        if len(words) < len(entry.words):
            return False
        if any(word.key not in keys for word, keys in zip(words, entry.words, strict=True)):
            return False
        if any(
            after.start - before.end > 3 for before, after in zip(words, words[1:], strict=False)
        ):
            return False
        if entry.printed.isupper() and len(entry.printed) <= _ACRONYM_LENGTH and len(words) == 1:
            return words[0].text == entry.printed
        if entry.form.kind == "adjective":
            return True
        return words[0].is_capitalised or not entry.printed[0].isupper()

    def _by_bare_name(self) -> dict[str, EntityRecord]:
        """Return the regions by their names without the word for a region: "Gebiet Schambyl" under "schambyl"."""
        regions: dict[str, EntityRecord] = {}
        for entity in self.entities:
            if entity.kind == "place" and entity.name.endswith((" Region", " Province")):
                for form in entity.forms:
                    words = [token.key for token in tokenize(form.text)]
                    bare = [word for word in words if word not in REGION_WORDS]
                    if len(bare) < len(words):
                        regions.setdefault(" ".join(bare), entity)
        return regions

    @staticmethod
    def is_region_word(key: str) -> bool:
        """Return whether a folded word announces regions: "die Regionen Turkestan und Osch"."""
        return key in REGION_WORDS

    def as_region(self, hit: Hit) -> Hit:
        """Return the region that bears the name of the town that was hit, or the hit where there is none."""
        bare = " ".join(token.key for token in tokenize(hit.form.text))
        region = self._regions.get(bare)
        if region is None or hit.entity.kind != "place":
            return hit
        return Hit(hit.index, hit.length, NameForm(hit.form.text), region)

    def is_given_name(self, key: str) -> bool:
        """Return whether a folded word is a given name of some person of the gazetteer."""
        return key in self._given

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
