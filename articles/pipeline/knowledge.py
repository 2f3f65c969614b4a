"""What the core needs to know, as plain values: the shell fills them from data files or from the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from .checking.words import CheckWords
from .relations.words import RelationWords


class NameForm(NamedTuple):
    """One form of a name.

    `kind`: name, surname, official, abbreviation, nickname, historic, misspelling, adjective or demonym; `language`: BCP 47
    tags parted by blanks. A `weak` form is also a common word or another's name and counts only with other evidence.
    `start` and `end` tell when a name was in force (YYYY, YYYY-MM or YYYY-MM-DD).
    """

    text: str
    kind: str = "name"
    language: str = ""
    weak: bool = False
    start: str = ""
    end: str = ""


class OfficeTerm(NamedTuple):
    """An office held from `start` to `end` (YYYY, YYYY-MM or YYYY-MM-DD; empty = open) for a country code or ``."""

    title: str
    country: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class EntityRecord:
    """An entity of the gazetteer. `name` is its canonical English name, `kind` as in `Entity.Kind`.

    `not_meant` are printed forms of which an editor judged that they never mean it: that wins over every rule.
    """

    name: str
    kind: str
    forms: tuple[NameForm, ...]
    country: str = ""
    offices: tuple[OfficeTerm, ...] = ()
    not_meant: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicRecord:
    """A topic and the words that speak for it, by language: `Staatsbesuch*|3` in the syntax of topics.toml."""

    code: str
    words: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """An outlet and its habits: how its texts name it, sign, credit, and what its pages print around them."""

    key: str
    name: str
    language: str = ""
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    self_descriptions: tuple[str, ...] = ()
    sign_offs: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    is_agency: bool = False


@dataclass(frozen=True, slots=True)
class FurnitureRule:
    """A general habit of page furniture: a regular expression that a whole line (or fragment) matches."""

    label: str
    pattern: str
    inline: bool = False


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words that mark names which the gazetteer does not hold, all folded (`names.tokens.fold`).

    `given` are given names; `roles` nouns that stand beside a person's name; `common` capitalised words that are never
    part of a name; the `…_heads` nouns that make a phrase an organisation or a place; `place_endings` of place names;
    `offices` the titles of offices by the words that texts use for them beside a name; `outlet_words` and `outlet_endings`
    are words, and endings of words, in the names of outlets, `outlet_sections` those of menus, which are none.
    """

    given: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    organisation_heads: frozenset[str] = frozenset()
    organisation_suffixes: frozenset[str] = frozenset()
    place_heads: frozenset[str] = frozenset()
    place_endings: tuple[str, ...] = ()
    offices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    outlet_words: frozenset[str] = frozenset()
    outlet_endings: tuple[str, ...] = ()
    outlet_sections: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LineWeights:
    """How strongly each sign of a line speaks for each label, and each label for the one that follows it ("" = the top).

    Learnt from annotated texts by `tools/learn_lines.py`.
    """

    labels: tuple[str, ...] = ()
    signs: Mapping[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)
    follow: Mapping[tuple[str, str], float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All of it. `focus` are the country codes of the desk, `no_names` printed words that an editor judged to be no name."""

    entities: tuple[EntityRecord, ...] = ()
    topics: tuple[TopicRecord, ...] = ()
    sources: tuple[SourceRecord, ...] = ()
    furniture: tuple[FurnitureRule, ...] = ()
    words: NameWords = NameWords()
    agencies: frozenset[str] = frozenset()
    focus: frozenset[str] = frozenset()
    no_names: frozenset[str] = frozenset()
    relations: RelationWords = RelationWords()
    checks: CheckWords = CheckWords()
    lines: LineWeights = LineWeights()
