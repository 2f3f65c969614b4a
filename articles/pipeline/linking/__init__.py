"""Linking: which entities a text names, where, and which countries its words speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..document import Document
from ..knowledge import NameWords
from ..names.gazetteer import COUNTRY_WORDS, Gazetteer, Hit
from ..names.namesakes import choose_person, choose_place, has_evidence
from ..names.senses import WordSenses
from ..names.tokens import tokenize
from ..results import LinkedEntity, Span
from .gathering import (
    CountryWord,
    Gathered,
    add,
    as_entities,
    country_words,
    gather_repeated,
    gather_unknown,
)
from .scanning import Scanner, Stretch

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

    def __init__(self, gazetteer: Gazetteer, words: NameWords) -> None:
        self.gazetteer = gazetteer
        self.senses = WordSenses(words, gazetteer)
        self._scanner = Scanner(gazetteer, self.senses)

    def is_known(self, text: str) -> bool:
        """Return whether a text holds a name of the gazetteer; a surname behind another's given name is none."""
        tokens = tokenize(text)
        return any(
            not self._scanner.is_another(hit, tokens, text)
            and (
                hit.length > 1
                or hit.form.kind == "surname"
                or (hit.entity.kind != "person" and not hit.form.weak)
            )
            for index in range(len(tokens))
            for hit in self.gazetteer.hits(tokens, index)
        )

    def ends_with_place(self, text: str) -> bool:
        """Return whether the last word of a text is a place that is nothing else."""
        tokens = tokenize(text)
        hits = self.gazetteer.hits(tokens, len(tokens) - 1) if tokens else []
        return bool(hits) and all(
            hit.entity.kind in {"place", "country"} and not hit.form.weak for hit in hits
        )

    def is_given_name(self, word: str) -> bool:
        """Return whether a printed word is a given name."""
        tokens = tokenize(word)
        return bool(tokens) and self.senses.is_given(tokens[0])

    def is_surname(self, word: str) -> bool:
        """Return whether a printed word is the surname of a person of the gazetteer, genitive included."""
        tokens = tokenize(word)
        return bool(tokens) and any(
            hit.form.kind == "surname" for hit in self.gazetteer.hits(tokens, 0)
        )

    def is_plain_word(self, word: str) -> bool:
        """Return whether a printed word is a common noun or a role."""
        tokens = tokenize(word)
        return bool(tokens) and (self.senses.is_common(tokens[0]) or self.senses.is_role(tokens[0]))

    def link(
        self, document: Document, date: str | None
    ) -> tuple[tuple[LinkedEntity, ...], tuple[CountryWord, ...]]:
        """Return the entities named in the article's own text and the words that speak for countries.

        `date` (YYYY…) decides between namesakes by the offices that they held.
        """
        content = document.content
        stretches = [self._scanner.scan(content, span, label) for span, label in document.prose()]
        found: dict[str, Gathered] = {}
        self._gather_sure(stretches, found)
        surnames = gather_unknown(content, stretches, found)
        self._gather_doubtful(stretches, found, surnames, date)
        gather_repeated(stretches, found, surnames)
        meant = {span: name for name, gathered in found.items() for span in gathered.spans}
        words = [word for stretch in stretches for word in country_words(stretch, meant)]
        return as_entities(content, found), tuple(words)

    def leaders(self, entities: Sequence[LinkedEntity]) -> dict[str, list[Span]]:
        """Return where a text names people who led a country or its diplomacy, by that country."""
        named: dict[str, list[Span]] = {}
        for entity in entities:
            record = self.gazetteer.by_name.get(entity.name) if entity.known else None
            for office in record.offices if record else ():
                if office.title in LEADING and len(office.country) == 2:
                    named.setdefault(office.country, []).extend(entity.spans)
        return named

    def _gather_sure(self, stretches: Sequence[Stretch], found: dict[str, Gathered]) -> None:
        """Gather every hit that means one entity beyond doubt: all but surnames, weak and shared forms."""
        for stretch in stretches:
            for hits in stretch.hits.values():
                if hits[0].form.kind in COUNTRY_WORDS or any(
                    hit.form.kind == "surname" or hit.form.weak for hit in hits
                ):
                    continue
                if len({hit.entity.name for hit in hits}) == 1:
                    add(found, hits[0], stretch, "gazetteer", 0.95)

    def _gather_doubtful(
        self,
        stretches: Sequence[Stretch],
        found: dict[str, Gathered],
        surnames: dict[str, str],
        date: str | None,
    ) -> None:
        """Gather surnames, weak forms and forms of several entities, where something decides."""
        countries = [
            code
            for code, _ in Counter(
                hits[0].entity.country for stretch in stretches for hits in stretch.hits.values()
            ).most_common()
            if code
        ]
        for stretch in stretches:
            for hits in stretch.hits.values():
                people = [hit for hit in hits if hit.form.kind == "surname"]
                doubtful = [hit for hit in hits if hit.form.kind not in {*COUNTRY_WORDS, "surname"}]
                near = stretch.near(hits[0].index)
                if people and not any(hit.entity.name in found for hit in people):
                    key = stretch.tokens[people[0].index].key
                    if name := surnames.get(key) or surnames.get(key.removesuffix("s")):
                        found[name].spans.append(stretch.span(people[0].index, 1))
                        continue
                chosen = choose_person(people, found, near, date) if people else None
                if chosen is None and doubtful and (len(hits) > 1 or hits[0].form.weak):
                    chosen = self._choose_doubtful(doubtful, stretch, near, countries, found)
                if chosen:
                    add(found, chosen, stretch, chosen.form.kind, 0.85 if len(hits) == 1 else 0.7)

    def _choose_doubtful(
        self,
        hits: Sequence[Hit],
        stretch: Stretch,
        near: set[str],
        countries: Sequence[str],
        found: dict[str, Gathered],
    ) -> Hit | None:
        named = [hit for hit in hits if hit.entity.name in found]
        if len(named) == 1:
            return named[0]
        meant = choose_place(hits, near, countries) if len(hits) > 1 else hits[0]
        if (
            meant
            and meant.form.weak
            and not has_evidence(meant, stretch.tokens, near, countries, self.senses)
        ):
            return None
        return meant
