"""Entries of the data files as the database holds them: whether they say what their file says, and their text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from .. import knowledge
from ..knowledge.form_lists import write_forms
from ..knowledge.writing import header, table
from ..models import Alias, Country, Entity, Source, SourceHabit, Topic
from ..pipeline.knowledge import NameForm
from .file_rows import (
    alias_rows,
    country_row,
    entity_row,
    habit_rows,
    office_rows,
    policy_rows,
    source_row,
    topic_row,
)
from .loading import Said

Values = dict[str, Any]


class Entry(Protocol):
    """A row that a data file tells of, with the rows that belong to it."""

    def is_as_said(self) -> bool:
        """Return whether the file says all that the database holds."""

    def text(self, before: Mapping[str, Any] | None = None) -> str:
        """Return the entry for the file; `before` is what its file said, of which the rest is kept."""


def _alike(row: Any, said: Said) -> bool:
    return all(getattr(row, name) == value for name, value in said.all_values.items())


def _same_parts(rows: Iterable[Any], said: Iterable[Said]) -> bool:
    """Return whether rows are those that a file tells of, in any order."""
    entries = list(said)
    names = [*entries[0].all_values] if entries else []
    held = Counter(tuple(getattr(row, name) for name in names) for row in rows)
    return held == Counter(tuple(entry.all_values.values()) for entry in entries)


@dataclass(frozen=True)
class TopicEntry:
    """A topic."""

    row: Topic
    said: knowledge.Topic | None

    def is_as_said(self) -> bool:
        """Return whether the file says all that the database holds."""
        return self.said is not None and _alike(self.row, topic_row(self.said))

    def text(self, before: Mapping[str, Any] | None = None) -> str:
        """Return the entry for the file."""
        row = self.row
        kept = dict((before or {}).get(row.code, {}))
        names = {"en": row.name_en, "de": row.name_de, "ru": row.name_ru}
        values = {"position": row.position, "medtop": row.media_topic} | names
        more = {key: value for key, value in kept.items() if key not in {*values, "words"}}
        words = table(header(row.code, "words"), row.words) if row.words else ""
        return table(header(row.code), values | more) + words


@dataclass(frozen=True)
class SourceEntry:
    """An outlet with its habits and policies."""

    row: Source
    said: knowledge.Source | None

    def is_as_said(self) -> bool:
        """Return whether the file says all that the database holds."""
        if self.said is None or not _alike(self.row, source_row(self.said)):
            return False
        habits = [habit for habit in self.row.habits.all() if habit.in_use]
        return _same_parts(habits, habit_rows([self.said])) and _same_parts(
            self.row.policies.all(), policy_rows([self.said])
        )

    def text(self, before: Mapping[str, Any] | None = None) -> str:
        """Return the entry for the file."""
        row, kinds = self.row, SourceHabit.Kind
        key = row.reference_key or row.slug
        habits = defaultdict(list)
        for habit in row.habits.filter(in_use=True).order_by("pk"):
            habits[habit.kind].append(habit.text)
        values = {
            "name": row.name,
            "names": habits[kinds.NAME],
            "language": row.language,
            "home": row.home_id,
            "domains": habits[kinds.DOMAIN],
            "self": habits[kinds.SELF_DESCRIPTION],
            "sign_offs": habits[kinds.SIGN_OFF],
            "credits": habits[kinds.CREDIT],
            "furniture": habits[kinds.FURNITURE],
            "label": row.label,
            "label_reason": row.label_reason,
            "note": row.note,
        }
        policies = [
            table(
                header(key, "policies", listed=True),
                {
                    "policy": policy.policy,
                    "from": policy.valid_from,
                    "to": policy.valid_to,
                    "checked": policy.checked_on,
                    "legal_act": policy.legal_act,
                    "note": policy.note,
                },
            )
            for policy in row.policies.order_by("valid_from")
        ]
        return table(header(key), values) + "".join(policies)


@dataclass(frozen=True)
class NamedEntry:
    """A person, organisation, place or event with its forms and offices."""

    row: Entity
    said: knowledge.Entity | None

    def is_as_said(self) -> bool:
        """Return whether the file says all that the database holds."""
        said = self.said
        return said is not None and _same_named(self.row, said)

    def text(self, before: Mapping[str, Any] | None = None) -> str:
        """Return the entry for the file."""
        row = self.row
        kept = (before or {}).get("entity", [{}])[0]
        offices = [
            {
                "title": office.title,
                "of": office.country_id or "",
                "from": office.start,
                "to": office.end,
            }
            for office in row.offices.order_by("pk")
        ]
        values = {"name": row.name, "kind": row.kind, "country": row.country_id}
        about = {
            "offices": offices,
            "note": row.note,
            "decided": row.decided,
            "doubtful": row.doubtful,
            "wikidata": row.wikidata,
        }
        return table(header("entity", listed=True), values | _forms(row, kept) | about)


@dataclass(frozen=True)
class CountryEntry:
    """A country with the forms of the entity that bears its name; a country's names are those of its entity."""

    row: Country
    named: Entity | None
    said: knowledge.Country | None

    def is_as_said(self) -> bool:
        """Return whether the file says all that the database holds."""
        said = self.said
        if said is None or self.named is None:
            return False
        return _alike(self.row, country_row(said)) and _same_named(self.named, said)

    def text(self, before: Mapping[str, Any] | None = None) -> str:
        """Return the entry for the file."""
        row, kept = self.row, (before or {}).get(self.row.code, {})
        values = {
            "name": row.name_en,
            "focus": row.focus,
            "position": row.position,
            "capital": kept.get("capital"),
        }
        named = self.named or Entity(name=row.name_en, kind=Entity.Kind.COUNTRY)
        named.name_de, named.name_ru = row.name_de, row.name_ru
        about = {"note": row.note, "decided": row.decided}
        return table(header(row.code), values | _forms(named, kept) | about)


def _same_named(row: Entity, said: knowledge.Country | knowledge.Entity) -> bool:
    return (
        _alike(row, entity_row(said))
        and _same_parts(row.aliases.all(), alias_rows([said]))
        and _same_parts(row.offices.all(), office_rows([said]))
    )


def _forms(entity: Entity, kept: Mapping[str, Any]) -> Values:
    aliases = list(entity.aliases.order_by("pk")) if entity.pk else []
    preferred = {"de": entity.name_de, "ru": entity.name_ru}
    return dict(
        write_forms(
            entity.name,
            entity.kind,
            [_form(alias) for alias in aliases if alias.in_use],
            [_form(alias) for alias in aliases if not alias.in_use],
            {language: name for language, name in preferred.items() if name},
            kept,
        )
    )


def _form(alias: Alias) -> NameForm:
    kind = "name" if alias.kind == Alias.Kind.HOUSE else alias.kind
    return NameForm(alias.name, kind, alias.language, alias.weak, alias.start, alias.end)
