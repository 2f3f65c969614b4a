"""Linking: which entities a text names, where, and which countries its words speak of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .document import Document
from .knowledge import EntityRecord, NameWords
from .names.gazetteer import COUNTRY_WORDS, Gazetteer, Hit
from .names.tokens import Token, tokenize
from .names.unknown import UnknownName, UnknownNames
from .results import Label, LinkedEntity, Span

#: How many words around a name may hold the country that decides between namesakes.
CONTEXT = 7


@dataclass(frozen=True, slots=True)
class CountryWord:
    """A word that speaks for a country: its name, an adjective, a demonym, or a place in it."""

    code: str
    span: Span
    kind: str
    label: Label


@dataclass(slots=True)
class _Stretch:
    tokens: list[Token]
    label: Label
    taken: list[bool]
    hits: list[list[Hit]] = field(default_factory=list)
    unknown: list[UnknownName] = field(default_factory=list)


@dataclass(slots=True)
class _Gathered:
    """What one entity collects while a text is read."""

    name: str
    kind: str
    known: EntityRecord | None
    rule: str
    confidence: float
    spans: list[Span] = field(default_factory=list)


class Linker:
    """Links the names of texts to one gazetteer; keeps nothing between texts."""

    def __init__(self, gazetteer: Gazetteer, words: NameWords) -> None:
        self.gazetteer = gazetteer
        self.unknown = UnknownNames(words, gazetteer)

    def is_given_name(self, word: str) -> bool:
        """Return whether a printed word is a given name."""
        tokens = tokenize(word)
        return bool(tokens) and self.unknown.is_given(tokens[0])

    def is_surname(self, word: str) -> bool:
        """Return whether a printed word is the surname of a person of the gazetteer, genitive included."""
        tokens = tokenize(word)
        return bool(tokens) and any(
            hit.form.kind == "surname" for hit in self.gazetteer.hits(tokens, 0)
        )

    def link(
        self, document: Document, date: str | None
    ) -> tuple[tuple[LinkedEntity, ...], tuple[CountryWord, ...]]:
        """Return the entities named in the article's own text and the words that speak for countries.

        `date` (YYYY…) decides between namesakes by the offices that they held.
        """
        content = document.content
        stretches = [self._scan(content, span, label) for span, label in document.prose()]
        found = self._gather_full_names(content, stretches)
        self._gather_surnames(stretches, found, date)
        self._gather_unknown(content, stretches, found)
        words = [word for stretch in stretches for word in self._country_words(stretch)]
        return self._entities(content, found), tuple(words)

    def _scan(self, content: str, span: Span, label: Label) -> _Stretch:
        """Find the gazetteer's names and, between them, unknown ones."""
        tokens = tokenize(content, span.start, span.end)
        stretch = _Stretch(tokens, label, [False] * len(tokens))
        index = 0
        while index < len(tokens):
            hits = [
                hit
                for hit in self.gazetteer.hits(tokens, index)
                if not self._is_another(hit, tokens, content)
            ]
            if not hits:
                index += 1
                continue
            stretch.hits.append(hits)
            length = hits[0].length
            stretch.taken[index : index + length] = [True] * length
            index += length
        index = 0
        while index < len(tokens):
            unknown = self.unknown.find(tokens, index, content, stretch.taken)
            if unknown:
                stretch.unknown.append(unknown)
                self._absorb(stretch, unknown)
            index += unknown.length if unknown else 1
        return stretch

    @staticmethod
    def _absorb(stretch: _Stretch, unknown: UnknownName) -> None:
        """Drop the names that stand inside a longer unknown one: a city in the name of its university."""
        end = unknown.index + unknown.length
        stretch.hits = [hits for hits in stretch.hits if not unknown.index <= hits[0].index < end]
        stretch.taken[unknown.index : end] = [True] * unknown.length

    def _is_another(self, hit: Hit, tokens: Sequence[Token], content: str) -> bool:
        """Return whether a surname belongs to somebody else, whose given name stands before it."""
        if hit.entity.kind != "person" or hit.length > 1 or hit.index == 0:
            return False
        before, name = tokens[hit.index - 1], tokens[hit.index]
        if content[before.end : name.start] not in {" ", "\xa0"} or not self.unknown.is_given(
            before
        ):
            return False
        given = {token.key for form in hit.entity.forms for token in tokenize(form.text)[:-1]}
        return before.key not in given and not self.unknown.is_role(before)

    def _gather_full_names(
        self, content: str, stretches: Sequence[_Stretch]
    ) -> dict[str, _Gathered]:
        """Gather every hit that names one entity beyond doubt: all but surnames and weak forms."""
        found: dict[str, _Gathered] = {}
        weak: list[tuple[Hit, _Stretch]] = []
        for stretch in stretches:
            for hits in stretch.hits:
                hit = hits[0]
                if hit.form.kind in COUNTRY_WORDS or hit.form.kind == "surname":
                    continue
                if (
                    any(other.form.weak for other in hits)
                    or len({other.entity.name for other in hits}) > 1
                ):
                    weak.extend((other, stretch) for other in hits)
                    continue
                _add(found, hit, stretch, "gazetteer", 0.95)
        for hit, stretch in weak:
            if self._has_evidence(hit, stretch, content, found):
                _add(found, hit, stretch, "gazetteer-with-evidence", 0.75)
        return found

    def _has_evidence(
        self, hit: Hit, stretch: _Stretch, content: str, found: dict[str, _Gathered]
    ) -> bool:
        """Return whether something speaks for a form that is also a common word or another's name."""
        if hit.entity.name in found:
            return True
        if hit.entity.kind == "person":
            return False
        token = stretch.tokens[hit.index]
        before = stretch.tokens[hit.index - 1].key if hit.index else ""
        located = before in _PLACE_PREPOSITIONS or before in self.unknown._words.place_heads
        around = stretch.tokens[max(0, hit.index - CONTEXT) : hit.index + CONTEXT]
        near = any(
            hits[0].entity.country == hit.entity.country
            for hits in stretch.hits
            if hits[0].entity is not hit.entity
            and around[0].start <= stretch.tokens[hits[0].index].start <= around[-1].end
        )
        starred = any(
            entity.known and entity.known.country == hit.entity.country for entity in found.values()
        )
        return (
            token.is_capitalised
            and hit.entity.kind != "organisation"
            and ((located and starred) or near)
        )

    def _gather_surnames(
        self, stretches: Sequence[_Stretch], found: dict[str, _Gathered], date: str | None
    ) -> None:
        for stretch in stretches:
            for hits in stretch.hits:
                surnames = [hit for hit in hits if hit.form.kind == "surname"]
                if not surnames:
                    continue
                chosen = self._choose(surnames, stretch, found, date)
                if chosen:
                    _add(found, chosen, stretch, "surname", 0.85 if len(surnames) == 1 else 0.7)

    def _choose(
        self, hits: Sequence[Hit], stretch: _Stretch, found: dict[str, _Gathered], date: str | None
    ) -> Hit | None:
        """Return whom a surname means: who is named in full, whose country stands near, who held office that day."""
        if len(hits) == 1:
            return hits[0]
        around = stretch.tokens[max(0, hits[0].index - CONTEXT) : hits[0].index + CONTEXT]
        near = {
            other[0].entity.country
            for other in stretch.hits
            if around[0].start <= stretch.tokens[other[0].index].start <= around[-1].end
        }

        def weight(hit: Hit) -> float:
            entity = hit.entity
            in_office = [
                office
                for office in entity.offices
                if date and _covers(office.start, office.end, date)
            ]
            return (
                4 * (entity.name in found)
                + 1.5 * (entity.country in near)
                + max(
                    (2.0 if office.title == "President" else 1.0 for office in in_office), default=0
                )
                + 0.5 * any(office.title == "President" for office in entity.offices)
            )

        ranked = sorted(hits, key=weight, reverse=True)
        return ranked[0] if weight(ranked[0]) > weight(ranked[1]) else None

    def _gather_unknown(
        self, content: str, stretches: Sequence[_Stretch], found: dict[str, _Gathered]
    ) -> None:
        """Gather unknown names; a surname alone joins the person whom the text names in full."""
        names = [(unknown, stretch) for stretch in stretches for unknown in stretch.unknown]
        surnames: dict[str, str] = {}
        for unknown, stretch in sorted(names, key=lambda pair: -pair[0].length):
            tokens = stretch.tokens[unknown.index : unknown.index + unknown.length]
            span = Span(tokens[0].start, tokens[-1].end)
            last = tokens[-1].key
            name = surnames.get(last) or surnames.get(last.removesuffix("s"))
            if unknown.kind == "person" and unknown.length == 1 and name:
                found[name].spans.append(span)
                continue
            name = next(
                (held for held in found if _same_printed(held, span.text_of(content))), None
            ) or span.text_of(content)
            if name not in found:
                found[name] = _Gathered(name, unknown.kind, None, unknown.rule, unknown.confidence)
            found[name].spans.append(span)
            if unknown.kind == "person":
                surnames.setdefault(last, name)
        self._repeat(content, stretches, surnames, found)

    @staticmethod
    def _repeat(
        content: str,
        stretches: Sequence[_Stretch],
        surnames: dict[str, str],
        found: dict[str, _Gathered],
    ) -> None:
        """Find the surnames of unknown persons again wherever nothing else was found."""
        for stretch in stretches:
            for index, token in enumerate(stretch.tokens):
                name = surnames.get(token.key) or surnames.get(token.key.removesuffix("s"))
                if name and not stretch.taken[index] and token.is_capitalised:
                    found[name].spans.append(Span(token.start, token.end))

    @staticmethod
    def _country_words(stretch: _Stretch) -> list[CountryWord]:
        words = []
        for hits in stretch.hits:
            hit = hits[0]
            if not hit.entity.country or hit.entity.kind not in {"country", "place", "person"}:
                continue
            first, last = stretch.tokens[hit.index], stretch.tokens[hit.index + hit.length - 1]
            kind = hit.form.kind if hit.form.kind in COUNTRY_WORDS else hit.entity.kind
            words.append(
                CountryWord(hit.entity.country, Span(first.start, last.end), kind, stretch.label)
            )
        return words

    @staticmethod
    def _entities(content: str, found: dict[str, _Gathered]) -> tuple[LinkedEntity, ...]:
        entities = []
        for gathered in found.values():
            spans = tuple(sorted(set(gathered.spans)))
            surfaces = tuple(dict.fromkeys(span.text_of(content) for span in spans))
            record = gathered.known
            aliases = (
                tuple(
                    dict.fromkeys(
                        form.text for form in record.forms if form.kind not in COUNTRY_WORDS
                    )
                )
                if record
                else ()
            )
            entities.append(
                LinkedEntity(
                    gathered.name,
                    gathered.kind,
                    record is not None,
                    surfaces,
                    spans,
                    aliases,
                    record.country or None if record else None,
                    gathered.rule,
                    gathered.confidence,
                )
            )
        return tuple(sorted(entities, key=lambda entity: entity.spans[0]))


_PLACE_PREPOSITIONS = frozenset(
    [
        "in",
        "aus",
        "nach",
        "bei",
        "von",
        "im",
        "bis",
        "uber",
        "in",
        "from",
        "to",
        "at",
        "near",
        "в",
        "из",
        "под",
        "a",
        "au",
        "en",
        "de",
    ]
)


def _add(
    found: dict[str, _Gathered], hit: Hit, stretch: _Stretch, rule: str, confidence: float
) -> None:
    entity = hit.entity
    tokens = stretch.tokens[hit.index : hit.index + hit.length]
    gathered = found.setdefault(
        entity.name, _Gathered(entity.name, entity.kind, entity, rule, confidence)
    )
    gathered.confidence = max(gathered.confidence, confidence)
    gathered.spans.append(Span(tokens[0].start, tokens[-1].end))


def _covers(start: str, end: str, date: str) -> bool:
    """Return whether a term from `start` to `end` overlaps the date, each as exact as it is given."""
    return start[: len(date)] <= date[: len(start)] and (
        not end or date[: len(end)] <= end[: len(date)]
    )


def _same_printed(held: str, printed: str) -> bool:
    return printed in {held, held + "s"}
