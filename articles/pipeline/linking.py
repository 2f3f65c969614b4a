"""Linking: which entities a text names, where, and which countries its words speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from .document import Document
from .knowledge import EntityRecord, NameForm, NameWords
from .names.gazetteer import COUNTRY_WORDS, Gazetteer, Hit
from .names.namesakes import CONTEXT, choose_person, choose_place, has_evidence
from .names.senses import UnknownName, WordSenses
from .names.tokens import Token, tokenize
from .names.unknown import find_unknown
from .results import Label, LinkedEntity, Span

_CURRENCY = frozenset({"dollar", "dollars", "cent", "cents"})
#: Between the members of a list that share one "Regionen" before them.
_LIST = frozenset(["und", "sowie", "and", "bzw", "oder", "or", "et", "и"])


@dataclass(frozen=True, slots=True)
class CountryWord:
    """A word that speaks for a country: its name, an adjective, a demonym, a place in it, a person of it."""

    code: str
    span: Span
    kind: str
    label: Label


@dataclass(slots=True)
class _Stretch:
    """A stretch of prose while its names are found: `taken` marks the words that belong to one."""

    tokens: list[Token]
    label: Label
    taken: list[bool]
    hits: list[list[Hit]] = field(default_factory=list)
    unknown: list[UnknownName] = field(default_factory=list)

    def span(self, index: int, length: int) -> Span:
        """Return the span of `length` words from word `index` on."""
        return Span(self.tokens[index].start, self.tokens[index + length - 1].end)

    def near(self, index: int) -> set[str]:
        """Return the countries of the other names around word `index`."""
        return {
            hits[0].entity.country
            for hits in self.hits
            if hits[0].index != index
            and abs(hits[0].index - index) <= CONTEXT
            and not hits[0].form.weak
        }


@dataclass(slots=True)
class _Gathered:
    """What one entity collects while a text is read."""

    kind: str
    known: EntityRecord | None
    rule: str
    confidence: float
    spans: list[Span] = field(default_factory=list)


class Linker:
    """Links the names of texts to one gazetteer; keeps nothing between texts."""

    def __init__(self, gazetteer: Gazetteer, words: NameWords) -> None:
        self.gazetteer = gazetteer
        self.senses = WordSenses(words, gazetteer)

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
        stretches = [self._scan(content, span, label) for span, label in document.prose()]
        found: dict[str, _Gathered] = {}
        self._gather_sure(stretches, found)
        surnames = _gather_unknown(content, stretches, found)
        self._gather_doubtful(stretches, found, surnames, date)
        _gather_repeated(stretches, found, surnames)
        meant = {span: name for name, gathered in found.items() for span in gathered.spans}
        words = [word for stretch in stretches for word in _country_words(stretch, meant)]
        return _entities(content, found), tuple(words)

    # --- finding --------------------------------------------------------------------------------------

    def _scan(self, content: str, span: Span, label: Label) -> _Stretch:
        """Find the gazetteer's names and, between and around them, unknown ones."""
        tokens = tokenize(content, span.start, span.end)
        stretch = _Stretch(tokens, label, [False] * len(tokens))
        index, listed = 0, False
        while index < len(tokens):
            hits = [
                hit
                for hit in self.gazetteer.hits(tokens, index)
                if not self._is_another(hit, tokens, content)
            ]
            listed = self.gazetteer.is_region_word(tokens[index].key) or (
                listed and (bool(hits) or tokens[index].key in _LIST)
            )
            if not hits:
                index += 1
                continue
            stretch.hits.append([self._meant(hit, tokens, content, listed) for hit in hits])
            length = hits[0].length
            stretch.taken[index : index + length] = [True] * length
            index += length
        self._find_unknown(content, stretch)
        return stretch

    def _meant(self, hit: Hit, tokens: Sequence[Token], content: str, listed: bool) -> Hit:
        """Return what a hit means in its place: a region in a list of regions, "US-" before a noun an adjective."""
        if listed:
            return self.gazetteer.as_region(hit)
        last = tokens[hit.index + hit.length - 1]
        if hit.form.text == "US" and content[last.end : last.end + 1] in {"-", "‑"}:
            return Hit(hit.index, hit.length, NameForm("US-", "adjective"), hit.entity)
        return hit

    def _find_unknown(self, content: str, stretch: _Stretch) -> None:
        """Find unknown names; names that stand inside a longer one, as a city in its university's, are dropped."""
        index = 0
        while index < len(stretch.tokens):
            unknown = find_unknown(stretch.tokens, index, content, stretch.taken, self.senses)
            if unknown is None:
                index += 1
                continue
            end = index + unknown.length
            if any(
                index <= hits[0].index < end and hits[0].entity.kind == "organisation"
                for hits in stretch.hits
            ):
                index = end
                continue
            stretch.unknown.append(unknown)
            stretch.hits = [hits for hits in stretch.hits if not index <= hits[0].index < end]
            stretch.taken[index:end] = [True] * unknown.length
            index = end

    def _is_another(self, hit: Hit, tokens: Sequence[Token], content: str) -> bool:
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
        if content[ahead.end : name.start] not in {" ", "\xa0"} or not self.senses.is_given(ahead):
            return False
        given = {token.key for form in hit.entity.forms for token in tokenize(form.text)[:-1]}
        return ahead.key not in given and not self.senses.is_role(ahead)

    # --- deciding -------------------------------------------------------------------------------------

    def _gather_sure(self, stretches: Sequence[_Stretch], found: dict[str, _Gathered]) -> None:
        """Gather every hit that means one entity beyond doubt: all but surnames, weak and shared forms."""
        for stretch in stretches:
            for hits in stretch.hits:
                if hits[0].form.kind in COUNTRY_WORDS or any(
                    hit.form.kind == "surname" or hit.form.weak for hit in hits
                ):
                    continue
                if len({hit.entity.name for hit in hits}) == 1:
                    _add(found, hits[0], stretch, "gazetteer", 0.95)

    def _gather_doubtful(
        self,
        stretches: Sequence[_Stretch],
        found: dict[str, _Gathered],
        surnames: dict[str, str],
        date: str | None,
    ) -> None:
        """Gather surnames, weak forms and forms of several entities, where something decides."""
        countries = [
            code
            for code, _ in Counter(
                hits[0].entity.country for stretch in stretches for hits in stretch.hits
            ).most_common()
            if code
        ]
        for stretch in stretches:
            for hits in stretch.hits:
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
                    _add(found, chosen, stretch, chosen.form.kind, 0.85 if len(hits) == 1 else 0.7)

    def _choose_doubtful(
        self,
        hits: Sequence[Hit],
        stretch: _Stretch,
        near: set[str],
        countries: Sequence[str],
        found: dict[str, _Gathered],
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


def _gather_unknown(
    content: str, stretches: Sequence[_Stretch], found: dict[str, _Gathered]
) -> dict[str, str]:
    """Gather unknown names, longest first; return the surnames of the unknown persons that are named in full."""
    names = [(unknown, stretch) for stretch in stretches for unknown in stretch.unknown]
    surnames: dict[str, str] = {}
    ends = {
        span.end: name
        for name, gathered in found.items()
        for span in gathered.spans
        if gathered.kind == "organisation"
    }
    for unknown, stretch in sorted(names, key=lambda pair: -pair[0].length):
        span = stretch.span(unknown.index, unknown.length)
        last = stretch.tokens[unknown.index + unknown.length - 1].key
        printed = span.text_of(content)
        name = next(
            (held for held in (printed, printed.removesuffix("s")) if held in found), printed
        )
        if unknown.rule == "bracketed-acronym":
            name = next(
                (ends[span.start - gap] for gap in (2, 3) if span.start - gap in ends), name
            )
        elif unknown.kind == "person" and unknown.length == 1:
            name = surnames.get(last) or surnames.get(last.removesuffix("s")) or name
        elif unknown.kind == "person":
            surnames.setdefault(last, name)
        gathered = found.setdefault(
            name, _Gathered(unknown.kind, None, unknown.rule, unknown.confidence)
        )
        gathered.spans.append(span)
        if unknown.kind == "organisation":
            ends[span.end] = name
    return surnames


def _gather_repeated(
    stretches: Sequence[_Stretch], found: dict[str, _Gathered], surnames: dict[str, str]
) -> None:
    """Find the surnames of unknown persons again wherever nothing else was found."""
    for stretch in stretches:
        for index, token in enumerate(stretch.tokens):
            name = surnames.get(token.key) or surnames.get(token.key.removesuffix("s"))
            if name and not stretch.taken[index] and token.is_capitalised:
                found[name].spans.append(Span(token.start, token.end))


def _add(
    found: dict[str, _Gathered], hit: Hit, stretch: _Stretch, rule: str, confidence: float
) -> None:
    gathered = found.setdefault(
        hit.entity.name, _Gathered(hit.entity.kind, hit.entity, rule, confidence)
    )
    gathered.confidence = max(gathered.confidence, confidence)
    gathered.spans.append(stretch.span(hit.index, hit.length))


def _country_words(stretch: _Stretch, meant: dict[Span, str]) -> list[CountryWord]:
    """Return the words of a stretch that speak for a country: adjectives and demonyms, and names that were linked."""
    words = []
    for hits in stretch.hits:
        span = stretch.span(hits[0].index, hits[0].length)
        spoken = next((hit for hit in hits if hit.form.kind in COUNTRY_WORDS), None)
        linked = next((hit for hit in hits if meant.get(span) == hit.entity.name), None)
        hit = linked or spoken
        if hit and hit.entity.country and hit.entity.kind in {"country", "place", "person"}:
            kind = hit.form.kind if hit is spoken else hit.entity.kind
            words.append(CountryWord(hit.entity.country, span, kind, stretch.label))
    return words


def _entities(content: str, found: dict[str, _Gathered]) -> tuple[LinkedEntity, ...]:
    """Return what was gathered, in the order of the text."""
    entities = []
    for name, gathered in found.items():
        spans = tuple(sorted(set(gathered.spans)))
        record = gathered.known
        forms = (
            [form.text for form in record.forms if form.kind not in COUNTRY_WORDS] if record else []
        )
        entities.append(
            LinkedEntity(
                name=name,
                kind=gathered.kind,
                known=record is not None,
                surfaces=tuple(dict.fromkeys(span.text_of(content) for span in spans)),
                spans=spans,
                aliases=tuple(dict.fromkeys(forms)),
                country=(record.country or None) if record else None,
                rule=gathered.rule,
                confidence=gathered.confidence,
            )
        )
    return tuple(sorted(entities, key=lambda entity: entity.spans[0]))
