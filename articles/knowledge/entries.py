"""What the data files say, as plain values: all that the core needs, and what only the database keeps.

`names` hold the preferred form of each language, `off` the forms that are switched off.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from ..pipeline.checking.words import CheckWords
from ..pipeline.knowledge import (
    EntityRecord,
    FurnitureRule,
    Knowledge,
    LineWeights,
    NameForm,
    NameWords,
    SourceRecord,
    TopicRecord,
)
from ..pipeline.relations.words import RelationWords


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or event of entities/*.toml."""

    record: EntityRecord
    names: Mapping[str, str]
    note: str = ""
    decided: str = ""
    doubtful: str = ""
    wikidata: str = ""
    off: tuple[NameForm, ...] = ()


@dataclass(frozen=True, slots=True)
class Country:
    """A country of countries.toml; its record is the entity that carries the forms of its name."""

    record: EntityRecord
    names: Mapping[str, str]
    note: str
    focus: bool
    position: int
    decided: str = ""
    off: tuple[NameForm, ...] = ()

    @property
    def code(self) -> str:
        """Its ISO 3166-1 code."""
        return self.record.country


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of topics.toml."""

    record: TopicRecord
    names: Mapping[str, str]
    media_topic: str
    position: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the desk judged of a printed form in every text; `entity` is empty where the form is no name at all."""

    form: str
    verdict: str
    entity: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """What may be done with the texts of a source, from a day on."""

    policy: str
    start: date
    end: date | None
    legal_act: str
    checked: date | None
    note: str


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet of sources.toml."""

    record: SourceRecord
    home: str
    label: str
    label_reason: str
    note: str
    policies: tuple[Policy, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """Everything that the data files say."""

    countries: tuple[Country, ...]
    entities: tuple[Entity, ...]
    topics: tuple[Topic, ...]
    sources: tuple[Source, ...]
    furniture: tuple[FurnitureRule, ...]
    words: NameWords
    agencies: frozenset[str]
    lines: LineWeights
    relations: RelationWords = RelationWords()
    checks: CheckWords = CheckWords()
    judgements: tuple[Judgement, ...] = ()

    @property
    def named(self) -> tuple[Country | Entity, ...]:
        """Everything with a name: countries first, then the entities of the gazetteer."""
        return (*self.countries, *self.entities)

    def knowledge(self) -> Knowledge:
        """Return what the core needs of it."""
        not_meant: dict[str, list[str]] = {}
        for judgement in self.judgements:
            if judgement.verdict == "not_same":
                not_meant.setdefault(judgement.entity, []).append(judgement.form)
        return Knowledge(
            entities=tuple(
                replace(named.record, not_meant=tuple(not_meant.get(named.record.name, ())))
                for named in self.named
            ),
            topics=tuple(topic.record for topic in self.topics),
            sources=tuple(source.record for source in self.sources),
            furniture=self.furniture,
            words=self.words,
            agencies=self.agencies,
            lines=self.lines,
            focus=frozenset(country.code for country in self.countries if country.focus),
            relations=self.relations,
            checks=self.checks,
            no_names=frozenset(one.form for one in self.judgements if one.verdict == "no_name"),
        )
