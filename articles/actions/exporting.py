"""Write what editors decided back into data files, so that a fresh database is loaded with the same.

Every file is copied; an entry that says what the database holds stays as it is, word for word, the others are written
anew. A merged entity leaves the files: its forms are those of the kept one. Habits that are switched off leave them too.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from .. import knowledge
from ..knowledge.writing import Block, header, rewritten, split, table
from ..models import Country, Entity, Judgement, Source, Topic
from .exported_entries import CountryEntry, Entry, NamedEntry, SourceEntry, TopicEntry
from .reference import load_reference

NEW_NAMES = "entities/desk.toml"


@dataclass(slots=True)
class Exported:
    """What an export wrote, in numbers of entries."""

    written: int = 0
    added: int = 0
    dropped: int = 0
    judgements: int = 0


class NotEmpty(Exception):
    """The folder to export to holds something already, or lies in the one that is exported."""


def export_reference(folder: Path, data: Path = knowledge.DATA) -> Exported:
    """Write the data files of `data` to a new or empty folder, brought up to what the database holds.

    The files are loaded first: after that, what differs is what editors decided. Raises `NotEmpty`, and `knowledge.BadData` where the files that it starts from, or the written ones, cannot be read.
    """
    inside = folder.resolve().is_relative_to(data.resolve())
    if inside or (folder.exists() and any(folder.iterdir())):
        raise NotEmpty(folder)
    load_reference(data)
    reference = knowledge.read_reference(data)
    shutil.copytree(data, folder, dirs_exist_ok=True)
    done = Exported()
    _export_file(folder / "topics.toml", _topics(reference), done)
    _export_file(folder / "sources.toml", _sources(reference), done)
    countries, entities = _countries(reference), _entities(reference)
    _export_file(folder / "countries.toml", countries, done)
    _export_entities(folder, entities, done)
    _export_judgements(folder / "judgements.toml", done)
    knowledge.read_reference(folder)
    return done


def _topics(reference: knowledge.Reference) -> dict[str, Entry]:
    said = {topic.record.code: topic for topic in reference.topics}
    return {row.code: TopicEntry(row, said.get(row.code)) for row in Topic.objects.order_by("pk")}


def _sources(reference: knowledge.Reference) -> dict[str, Entry]:
    said = {source.record.key: source for source in reference.sources}
    rows = Source.objects.order_by("pk").prefetch_related("habits", "policies")
    keyed = {row.reference_key or row.slug: row for row in rows}
    return {key: SourceEntry(row, said.get(key)) for key, row in keyed.items()}


def _countries(reference: knowledge.Reference) -> dict[str, CountryEntry]:
    said = {country.code: country for country in reference.countries}
    rows = {row.code: row for row in Country.objects.order_by("pk")}
    names = {
        code: said[code].record.name if code in said else row.name_en for code, row in rows.items()
    }
    named = {one.reference_key or one.name: one for one in _standing()}
    return {
        code: CountryEntry(row, named.get(names[code]), said.get(code))
        for code, row in rows.items()
    }


def _entities(reference: knowledge.Reference) -> dict[str, Entry]:
    """Return the entries of entities/ by their name there; a merged one has none."""
    said = {entity.record.name: entity for entity in reference.entities}
    countries = {entry.named.pk for entry in _countries(reference).values() if entry.named}
    return {
        key: NamedEntry(row, said.get(key))
        for row in _standing()
        if row.pk not in countries and (key := row.reference_key or row.name)
    }


def _standing() -> Iterable[Entity]:
    rows: Iterable[Entity] = (
        Entity.objects.standing().order_by("pk").prefetch_related("aliases", "offices")
    )
    return rows


def _export_entities(folder: Path, entries: Mapping[str, Entry], done: Exported) -> None:
    known: set[str] = set()
    for path in sorted((folder / "entities").glob("**/*.toml")):
        text = path.read_text(encoding="utf-8")
        here = {key: entries[key] for key in map(_key_of, split(text)[0]) if key in entries}
        known |= here.keys()
        _export_file(path, here, done)
    new = [entry.text() for key, entry in entries.items() if key not in known]
    if new:
        path = folder / NEW_NAMES
        path.parent.mkdir(exist_ok=True)
        held = (
            path.read_text(encoding="utf-8") if path.exists() else "# Names that the desk added.\n"
        )
        path.write_text(held + "".join(f"\n{text}" for text in new), encoding="utf-8")
        done.added += len(new)


def _export_file(path: Path, entries: Mapping[str, Entry], done: Exported) -> None:
    """Bring one file up to `entries`; an entry of the file that is none of them any more is dropped."""
    seen: set[str] = set()

    def change(block: Block) -> str | None:
        key = _key_of(block)
        seen.add(key)
        if key not in entries:
            done.dropped += 1
            return None
        if entries[key].is_as_said():
            return block.text
        done.written += 1
        return entries[key].text(block.values)

    text = path.read_text(encoding="utf-8")
    changed = rewritten(text, change)
    added = [entry.text() for key, entry in entries.items() if key not in seen]
    done.added += len(added)
    path.write_text(changed + "".join(f"\n{one}" for one in added), encoding="utf-8")


def _key_of(block: Block) -> str:
    """Return the key of an entry: that of its table, or the name of an entity."""
    key, value = next(iter(block.values.items()))
    return value[0]["name"].strip() if isinstance(value, list) else key


def _export_judgements(path: Path, done: Exported) -> None:
    judgements = Judgement.objects.everywhere().select_related("entity").order_by("form", "pk")
    texts = []
    for one in judgements:
        entity = one.entity.name if one.entity else ""
        values = {"form": one.form, "verdict": one.verdict, "entity": entity, "note": one.note}
        texts.append(table(header("judgement", listed=True), values))
    done.judgements = len(texts)
    if texts:
        opening = "# What the desk judged of printed forms, for every text.\n\n"
        path.write_text(opening + "\n".join(texts), encoding="utf-8")
    else:
        path.unlink(missing_ok=True)
