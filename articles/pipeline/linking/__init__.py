"""Linking: which entities a text names, where, and which countries its words speak of."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..document import Document
from ..knowledge import NameWords
from ..names.gazetteer import Gazetteer
from ..names.misprints import Misprints
from ..names.offices import Offices
from ..names.senses import WordSenses
from ..names.tokens import fold, tokens_of, words_of
from ..results import LinkedEntity, Span
from .doubtful import MOST_CANDIDATES, DoubtfulNames
from .gathering import (
    CountryWord,
    Gathered,
    as_entities,
    country_words,
    gather_given,
    gather_repeated,
    gather_sure,
    gather_unknown,
    given_names_alone,
)
from .scanning import Scanner

__all__ = ["CountryWord", "Linker"]

#: Offices that speak for their country abroad.
LEADING = frozenset(
    {
        "President",
        "Prime Minister",
        "Foreign Minister",
        "Chancellor",
        "Premier",
        "Federal President",
    }
)


class Linker:
    """Links the names of texts to one gazetteer; keeps nothing between texts."""

    def __init__(
        self, gazetteer: Gazetteer, words: NameWords, no_names: Collection[str] = ()
    ) -> None:
        """Prepare `gazetteer` and `words`; `no_names` are printed words that an editor judged to be no name."""
        self.gazetteer = gazetteer
        self.senses = WordSenses(words, gazetteer)
        self._scanner = Scanner(gazetteer, self.senses)
        self._no_names = frozenset(map(fold, no_names))
        self._misprints = Misprints(gazetteer, words.given)
        self._doubtful = DoubtfulNames(self.senses, Offices(words.offices))

    def is_known(self, text: str) -> bool:
        """Return whether a text holds a name of the gazetteer; a surname behind another's given name is none."""
        tokens = tokens_of(text)
        return any(
            not self._scanner.is_another(hit, tokens, text)
            and (
                hit.length > 1
                or (
                    not hit.form.weak
                    and (hit.form.kind == "surname" or hit.entity.kind != "person")
                )
            )
            for index in self.gazetteer.beginnings(tokens)
            for hit in self.gazetteer.hits(tokens, index)
        )

    def ends_with_place(self, text: str) -> bool:
        """Return whether the last word of a text is a place that is nothing else."""
        tokens = tokens_of(text)
        hits = self.gazetteer.hits(tokens, len(tokens) - 1) if tokens else []
        return bool(hits) and all(
            hit.entity.kind in {"place", "country"} and not hit.form.weak for hit in hits
        )

    def is_given_name(self, word: str) -> bool:
        """Return whether a printed word is a given name."""
        words = words_of(word)
        return bool(words) and self.senses.of[words[0]].given

    def is_surname(self, word: str) -> bool:
        """Return whether a printed word is the surname of a person of the gazetteer, genitive included."""
        tokens = tokens_of(word)
        return bool(tokens) and any(
            hit.form.kind == "surname" and not hit.form.weak
            for hit in self.gazetteer.hits(tokens, 0)
        )

    def is_plain_word(self, word: str) -> bool:
        """Return whether a printed word is a common noun or a role."""
        words = words_of(word)
        return bool(words) and (self.senses.of[words[0]].common or self.senses.of[words[0]].role)

    def link(
        self, document: Document, date: str | None
    ) -> tuple[tuple[LinkedEntity, ...], tuple[CountryWord, ...]]:
        """Return the entities named in the article's own text and the words that speak for countries.

        `date` (YYYY…) decides between namesakes by the offices that they held.
        """
        content = document.content
        stretches = [self._scanner.scan(content, span, label) for span, label in document.prose()]
        found: dict[str, Gathered] = {}
        gather_sure(stretches, found)
        surnames = gather_unknown(content, stretches, found, self._misprints, self._no_names)
        given = given_names_alone(content, found)
        self._doubtful.gather(content, stretches, found, surnames, given, date)
        gather_repeated(stretches, found, surnames)
        gather_given(stretches, found, given)
        self._suggest(found)
        meant = {span: name for name, gathered in found.items() for span in gathered.spans}
        words = tuple(word for stretch in stretches for word in country_words(stretch, meant))
        return as_entities(content, found, self.gazetteer.aliases), words

    def _suggest(self, found: dict[str, Gathered]) -> None:
        """Name for each unknown person the known ones of the same surname."""
        for name, gathered in found.items():
            if gathered.known is None and gathered.kind == "person" and not gathered.candidates:
                holders = self.gazetteer.surname_holders[words_of(name)[-1]]
                gathered.candidates = tuple(holder.name for holder in holders[:MOST_CANDIDATES])

    def leaders(self, entities: Sequence[LinkedEntity]) -> dict[str, list[Span]]:
        """Return where a text names people who led a country or its diplomacy, by that country."""
        named: dict[str, list[Span]] = {}
        for entity in entities:
            record = self.gazetteer.by_name.get(entity.name) if entity.known else None
            for office in record.offices if record else ():
                if office.title in LEADING and len(office.country) == 2:
                    named.setdefault(office.country, []).extend(entity.spans)
        return named
