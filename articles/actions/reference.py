"""Load the data files into the database: again and again, and never over an editor's decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from django.db import transaction

from .. import knowledge
from ..knowledge.kept import digest_of
from ..models import (
    Alias,
    Country,
    Entity,
    Judgement,
    Office,
    ReferenceLoad,
    Source,
    SourceHabit,
    SourcePolicy,
    Topic,
)
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
from .listing import list_anew, texts_naming
from .loading import Loaded, load_parts, load_rows
from .searching import index_names

_HERE = Path(__file__).resolve().parent
#: The code that decides what becomes of the files.
_CODE = [
    *(_HERE / f"{name}.py" for name in ("file_rows", "loading", "reference")),
    *(_HERE.parent / "knowledge").glob("*.py"),
]


def is_loaded(folder: Path = knowledge.DATA) -> bool:
    """Return whether the data files are as they were when they were last loaded, so that loading would change nothing."""
    return ReferenceLoad.objects.filter(digest=digest_of(folder, _CODE)).exists()


@transaction.atomic
def load_reference(folder: Path = knowledge.DATA) -> Loaded:
    """Bring the database up to what the data files say, whole or not at all, and return what that changed.

    Raises `knowledge.BadData`, which names the file and the place of a mistake.
    """
    digest = digest_of(folder, _CODE)
    reference = knowledge.read_reference(folder)
    loaded = Loaded()
    load_rows(Country, map(country_row, reference.countries), loaded)
    load_rows(Topic, map(topic_row, reference.topics), loaded)
    kinds = dict(Entity.objects.values_list("pk", "kind"))
    entities = load_rows(Entity, map(entity_row, reference.named), loaded)
    sources = load_rows(Source, map(source_row, reference.sources), loaded)
    owners = _standing(entities)
    load_parts(Alias, "entity", owners, alias_rows(reference.named), loaded)
    load_parts(Office, "person", owners, office_rows(reference.named), loaded)
    load_parts(SourceHabit, "source", sources, habit_rows(reference.sources), loaded)
    load_parts(SourcePolicy, "source", sources, policy_rows(reference.sources), loaded)
    _load_judgements(reference.judgements, owners, loaded)
    changed = [one.pk for one in entities.values() if kinds.get(one.pk, one.kind) != one.kind]
    list_anew(texts_naming(changed))
    index_names()
    ReferenceLoad(pk=1, digest=digest).save()
    return loaded


def _standing(entities: Mapping[str, Entity]) -> dict[str, Entity]:
    """Return the entity that stands for each one now: what a file says of a merged entity belongs to the kept one."""
    roots = Entity.objects.all().roots()
    kept = Entity.objects.in_bulk(set(roots.values())) if roots else {}
    return {
        key: kept[roots[entity.pk]] if entity.pk in roots else entity
        for key, entity in entities.items()
    }


def _load_judgements(
    said: Iterable[knowledge.Judgement], entities: Mapping[str, Entity], loaded: Loaded
) -> None:
    """Add judgements on forms that nobody here has judged yet; an editor's own is never changed."""
    held = set(Judgement.objects.everywhere().values_list("form", "entity_id"))
    rows = {}
    for one in said:
        if not one.entity or one.entity in entities:
            entity = entities[one.entity] if one.entity else None
            row = Judgement(form=one.form, entity=entity, verdict=one.verdict, note=one.note)
            rows[row.form, row.entity_id] = row
    new = [row for key, row in rows.items() if key not in held]
    Judgement.objects.bulk_create(new)
    loaded.created += len(new)
    loaded.unchanged += len(rows) - len(new)
