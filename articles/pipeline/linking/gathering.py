"""Gathering: what each entity collects while a text is read, and the words that speak for countries."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..knowledge import EntityRecord
from ..names.entries import COUNTRY_WORDS
from ..names.gazetteer import Hit
from ..names.misprints import Misprints
from ..names.tokens import fold, words_of
from ..results import Label, LinkedEntity, Span
from .stretch import Stretch

#: How sure a name is that was read out of a misprint.
_MISPRINT = 0.6
#: Shorter last words are as often given names or plain words.
_SHORT_SURNAME = 4
#: The kinds of entities whose names speak for a country.
_COUNTRY_KINDS = frozenset({"country", "place", "person"})


class CountryWord(NamedTuple):
    """A word that speaks for a country: its name, an adjective, a demonym, a place in it, a person of it."""

    code: str
    span: Span
    kind: str
    label: Label


@dataclass(slots=True)
class Gathered:
    """What one entity collects while a text is read."""

    kind: str
    known: EntityRecord | None
    rule: str
    confidence: float
    spans: list[Span] = field(default_factory=list)
    candidates: tuple[str, ...] = ()
    warning: str = ""


def gather_sure(stretches: Sequence[Stretch], found: dict[str, Gathered]) -> None:
    """Gather every hit that means one entity beyond doubt: all but surnames, weak and shared forms."""
    for stretch in stretches:
        for span, (hit, *_), is_doubtful in stretch.names:
            if not is_doubtful and hit.form.kind not in COUNTRY_WORDS:
                rule, confidence = ("spelling", 0.85) if hit.by_sound else ("gazetteer", 0.95)
                add(found, hit, span, rule, confidence)


def gather_unknown(
    content: str,
    stretches: Sequence[Stretch],
    found: dict[str, Gathered],
    misprints: Misprints,
    no_names: Collection[str],
) -> dict[str, str]:
    """Gather unknown names, longest first; return the surnames of the unknown persons that are named in full.

    What an editor judged to be no name (`no_names`, folded) is none. A name that is a known one but for a slip of the pen is gathered as that one, with a warning.
    """
    names = [(unknown, stretch) for stretch in stretches for unknown in stretch.unknown]
    surnames: dict[str, str] = {}
    known = surnames_in_full(content, found)
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
        if fold(printed) in no_names:
            continue
        name = next(
            (held for held in (printed, printed.removesuffix("s")) if held in found), printed
        )
        if unknown.rule == "bracketed-acronym":
            name = next(
                (ends[span.start - gap] for gap in (2, 3) if span.start - gap in ends), name
            )
        elif unknown.rule == "given-behind-role":
            name = given_names_alone(content, found).get(last, name)
        elif unknown.kind == "person" and unknown.length == 1:
            bare = last.removesuffix("s")
            bearer = surnames.get(last) or surnames.get(bare)
            name = bearer or known.get(last) or known.get(bare) or name
        elif unknown.kind == "person":
            surnames.setdefault(last, name)
        meant = misprints.of[name] if unknown.kind == "person" and name not in found else None
        if meant:
            name = meant.name
        gathered = found.setdefault(
            name,
            Gathered(unknown.kind, meant, "misspelling", _MISPRINT)
            if meant
            else Gathered(unknown.kind, None, unknown.rule, unknown.confidence),
        )
        gathered.warning = "misspelling" if meant else gathered.warning
        gathered.spans.append(span)
        if unknown.kind == "organisation":
            ends[span.end] = name
    return surnames


def gather_repeated(
    stretches: Sequence[Stretch], found: dict[str, Gathered], surnames: dict[str, str]
) -> None:
    """Find the surnames of unknown persons again wherever nothing else was found."""
    for stretch in stretches if surnames else ():
        for index in stretch.free:
            _, key, start, end, _ = stretch.tokens[index]
            if key in surnames or key[:-1] in surnames:
                name = surnames.get(key) or surnames.get(key.removesuffix("s"))
                if name:
                    found[name].spans.append(Span(start, end))


def surnames_in_full(content: str, found: Mapping[str, Gathered]) -> dict[str, str]:
    """Return the last words of the full names of known persons, folded, as a text prints them, each with its only bearer.

    The gazetteer may list other spellings of the surname than the text has: Bechsod Mussajew, Mussajew.
    """
    bearers: dict[str, set[str]] = {}
    for name, gathered in found.items():
        if gathered.kind == "person" and gathered.known:
            for span in gathered.spans:
                words = words_of(span.text_of(content))
                if len(words) > 1 and len(words[-1]) > _SHORT_SURNAME:
                    bearers.setdefault(fold(words[-1]), set()).add(name)
    return {last: min(names) for last, names in bearers.items() if len(names) == 1}


def given_names_alone(content: str, found: dict[str, Gathered]) -> dict[str, str]:
    """Return the given names that only one person of those named in full bears, folded, each with that person."""
    bearers: dict[str, set[str]] = {}
    for name, gathered in found.items():
        if gathered.kind == "person":
            for span in gathered.spans:
                words = words_of(span.text_of(content))
                if len(words) > 1:
                    bearers.setdefault(fold(words[0]), set()).add(name)
    return {given: min(names) for given, names in bearers.items() if len(names) == 1}


def gather_given(
    stretches: Sequence[Stretch], found: dict[str, Gathered], given: dict[str, str]
) -> None:
    """Find persons called by their given names alone: "Dariga sagte", where the text names one Dariga in full."""
    for stretch in stretches if given else ():
        tokens = stretch.tokens
        for index in stretch.free:
            token = tokens[index]
            key = token.key
            if key not in given and key[:-1] not in given:
                continue
            name = given.get(key) or given.get(key.removesuffix("s"))
            beside = tokens[index + 1 : index + 2]
            if name and not any(
                one.is_capitalised and one.start - token.end <= 1 for one in beside
            ):
                found[name].spans.append(Span(token.start, token.end))


def add(found: dict[str, Gathered], hit: Hit, span: Span, rule: str, confidence: float) -> None:
    """Add a place where an entity is named to what it gathered."""
    entity = hit.entity
    gathered = found.get(entity.name)
    if gathered is None:
        gathered = found[entity.name] = Gathered(entity.kind, entity, rule, confidence)
    elif gathered.confidence < confidence:
        gathered.confidence = confidence
    if hit.form.kind == "misspelling":
        gathered.warning = "misspelling"
    gathered.spans.append(span)


def country_words(stretch: Stretch, meant: Mapping[Span, str]) -> Iterator[CountryWord]:
    """Yield the words of a stretch that speak for a country: adjectives and demonyms, and names that were linked."""
    for span, hits, _ in stretch.names:
        name = meant.get(span)
        spoken: Hit | None = None
        linked: Hit | None = None
        for hit in reversed(hits):
            if hit.form.kind in COUNTRY_WORDS:
                spoken = hit
            if hit.entity.name == name:
                linked = hit
        speaks = linked or spoken
        if speaks and speaks.entity.country and speaks.entity.kind in _COUNTRY_KINDS:
            kind = speaks.form.kind if speaks is spoken else speaks.entity.kind
            yield CountryWord(speaks.entity.country, span, kind, stretch.label)


def as_entities(
    content: str, found: Mapping[str, Gathered], aliases: Mapping[str, tuple[str, ...]]
) -> tuple[LinkedEntity, ...]:
    """Return what was gathered, in the order of the text; `aliases` are the forms of known entities by their names."""
    entities = []
    for name, gathered in found.items():
        spans = tuple(sorted(set(gathered.spans)))
        record = gathered.known
        entities.append(
            LinkedEntity(
                name=name,
                kind=gathered.kind,
                known=record is not None,
                surfaces=tuple(dict.fromkeys([content[start:end] for start, end in spans])),
                spans=spans,
                aliases=aliases[record.name] if record else (),
                country=(record.country or None) if record else None,
                rule=gathered.rule,
                confidence=gathered.confidence,
                candidates=gathered.candidates,
                warning=gathered.warning,
            )
        )
    return tuple(sorted(entities, key=lambda entity: entity.spans[0]))
