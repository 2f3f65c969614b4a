"""Rows that files and editors share: who may write what (`ReferenceModel` and `ReferencePart` tell the rule)."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from itertools import chain, count
from typing import Any

from ..knowledge import BadData
from ..models.reference import ReferencePart

Values = dict[str, Any]


@dataclass(slots=True)
class Loaded:
    """What a loading did, in numbers of rows. `kept` rows differ from their file because an editor decided so."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    kept: int = 0
    removed: int = 0

    def counts(self) -> dict[str, int]:
        """Return the numbers by name."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says of one row: its key, the values by which it is recognised, all others, and its first address."""

    key: str
    identity: Values
    values: Values = field(default_factory=dict)
    slug: str = ""

    @property
    def all_values(self) -> Values:
        """Every value that the file decides as long as no editor does."""
        return self.identity | self.values


def load_rows(model: type[Any], said: Iterable[Said], loaded: Loaded) -> dict[str, Any]:
    """Create or change rows of a `ReferenceModel`, count in `loaded`, and return the rows by their keys.

    A row that an editor made is adopted by the file that says the same name later, and keeps the editor's values.
    Rows that no file names any more stay: articles may hang on them.
    """
    entries = {entry.key: entry for entry in said}
    rows = list(model._default_manager.all())
    by_key = {row.reference_key: row for row in rows if row.reference_key}
    identity = [*next(iter(entries.values())).identity] if entries else []
    by_name = {_values(row, identity): row for row in rows}
    slugs = {row.slug for row in rows}
    found: dict[str, Any] = {}
    created, changed = [], []
    for key, entry in entries.items():
        row, namesake = by_key.get(key), by_name.get(tuple(entry.identity.values()))
        owner = row or namesake
        if owner is None:
            found[key] = _new_row(model, entry, slugs)
            created.append(found[key])
        elif namesake not in (None, owner) or (
            owner.reference_key != key and owner.reference_key in entries
        ):
            loaded.kept += 1  # an editor gave the name to another row
            found |= {key: row} if row else {}
        else:
            found[key] = owner
            if _bring_up(owner, entry, loaded) | (owner.reference_key != key):
                owner.reference_key = key
                changed.append(owner)
    _write(model, created, changed, ["reference_key", "reference_digest"], entries.values())
    loaded.created += len(created)
    return found


def load_parts(
    model: type[Any], owner: str, owners: Mapping[str, Any], said: Iterable[Said], loaded: Loaded
) -> None:
    """Create, change or remove rows of a `ReferencePart`; each belongs to the row of `owners` under its key.

    What the files say no more goes, unless an editor changed it or switched it off; an editor's own rows stay.
    """
    entries = [entry for entry in said if entry.key in owners]
    # Two entries may have one owner, where editors merged them; what both say counts once.
    listed: dict[Any, dict[tuple[Any, ...], Said]] = defaultdict(dict)
    rows = defaultdict(list)
    for entry in entries:
        listed[owners[entry.key].pk].setdefault(tuple(entry.identity.values()), entry)
    for row in model._default_manager.all():
        rows[getattr(row, f"{owner}_id")].append(row)
    names = [*entries[0].all_values] if entries else []
    created, changed, gone = [], [], []
    for parent in {row.pk: row for row in owners.values()}.values():
        wanted, left = _claimed([*listed[parent.pk].values()], rows[parent.pk])
        gone += [row.pk for row in left if _untouched(row, names)]
        for entry, row in wanted:
            if row is None:
                digest = _digest(entry.all_values)
                created.append(
                    model(**{owner: parent}, reference_digest=digest, **entry.all_values)
                )
            elif _bring_up(row, entry, loaded):
                changed.append(row)
    _write(model, created, changed, ["reference_digest"], entries)
    model._default_manager.filter(pk__in=gone).delete()
    loaded.created += len(created)
    loaded.removed += len(gone)


def _claimed(
    entries: list[Said], rows: list[Any]
) -> tuple[list[tuple[Said, Any | None]], list[Any]]:
    """Return each entry with its row, or None where it has none yet, and the rows that no entry claims.

    A row belongs to the entry from which it was made, even when an editor renamed it, else to one that says the same.
    """
    made_from = {row.reference_digest: row for row in rows if row.reference_digest}
    identity = [*entries[0].identity] if entries else []
    alike = {_values(row, identity): row for row in rows}
    left = {row.pk: row for row in rows}
    pairs: list[tuple[Said, Any | None]] = []
    digests = {id(entry): _digest(entry.all_values) for entry in entries}
    for entry in sorted(entries, key=lambda entry: digests[id(entry)] not in made_from):
        row = made_from.get(digests[id(entry)]) or alike.get(tuple(entry.identity.values()))
        if row is None or left.pop(row.pk, None) is not None:
            pairs.append((entry, row))
    return pairs, [*left.values()]


def _bring_up(row: Any, entry: Said, loaded: Loaded) -> bool:
    """Give `row` what its file says unless an editor decided otherwise; return whether it must be written."""
    said, held, before = (
        _digest(entry.all_values),
        _digest(_held(row, entry.all_values)),
        row.reference_digest,
    )
    if held == said:
        loaded.unchanged += 1
    elif held == before:
        for name, value in entry.all_values.items():
            setattr(row, name, value)
        loaded.changed += 1
    else:
        loaded.kept += 1
    if isinstance(row, ReferencePart) and not before:
        return False  # an editor's own row, whatever the file says now
    row.reference_digest = said
    return bool(before != said)


def _untouched(row: Any, names: Collection[str]) -> bool:
    """Return whether a row is as its file made it; `names` are the fields that a file decides."""
    in_use = "in_use" in names or getattr(row, "in_use", True)
    return in_use and row.reference_digest == _digest(_held(row, names))


def _new_row(model: type[Any], entry: Said, slugs: set[str]) -> Any:
    row = model(
        reference_key=entry.key, reference_digest=_digest(entry.all_values), **entry.all_values
    )
    if entry.slug:
        numbered = (f"{entry.slug}-{number}" for number in count(2))
        row.slug = next(slug for slug in chain([entry.slug], numbered) if slug not in slugs)
        slugs.add(row.slug)
    return row


def _write(
    model: type[Any],
    created: list[Any],
    changed: list[Any],
    bookkeeping: list[str],
    entries: Iterable[Said],
) -> None:
    fields = {model._meta.get_field(name) for entry in entries for name in entry.all_values}
    for row in (*created, *changed):
        _check_lengths(row, fields)
    model._default_manager.bulk_create(created)
    names = [field.name for field in fields if not field.primary_key]
    if changed:
        model._default_manager.bulk_update(changed, [*names, *bookkeeping], batch_size=200)


def _check_lengths(row: Any, fields: Iterable[Any]) -> None:
    """Complain of a value that is too long: SQLite would store it, PostgreSQL would not."""
    for model_field in fields:
        longest, value = model_field.max_length, getattr(row, model_field.attname)
        if longest and isinstance(value, str) and len(value) > longest:
            what = f"longer than {longest} characters: {value[:60]}…"
            raise BadData(f"{row._meta.verbose_name}, {model_field.name}: {what}")


def _values(row: Any, names: Iterable[str]) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in names)


def _held(row: Any, names: Iterable[str]) -> Values:
    return {name: getattr(row, name) for name in names}


def _digest(values: Values) -> str:
    text = json.dumps(values, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
