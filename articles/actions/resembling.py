"""Texts of like wording: sketches kept beside the items of imports, and looked up for each new text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q

from ..models import ImportItem, SketchHash
from ..pipeline.relations.duplicates import (
    WORTH_COMPARING,
    Likeness,
    compare,
    estimate,
    sketch_of,
)
from ..pipeline.relations.readings import wording_of_reading
from ..pipeline.relations.wording import Wording

#: So many texts are compared word by word, those first that share most hashes; one shared hash is chance.
LOOKED_AT, SHARED = 8, 2


@dataclass(frozen=True, slots=True)
class Resemblance:
    """An earlier text that is nearly the same, and how much the two share."""

    item: ImportItem
    likeness: Likeness


def wording_of_item(item: ImportItem) -> Wording:
    """Return the wording of an item that was read."""
    return wording_of_reading(item.reading)


def find_near_duplicate(item: ImportItem, wording: Wording) -> Resemblance | None:
    """Return the text most like `item` among those stored and those of its run, if it is a near-duplicate; three queries."""
    found = [
        Resemblance(other, compare(wording, wording_of_item(other)))
        for other in _candidates(item, sketch_of(wording))
    ]
    near = [one for one in found if one.likeness.is_near_duplicate]
    return max(near, key=lambda one: (one.likeness.similarity, -one.item.pk), default=None)


def keep_sketch(item: ImportItem, wording: Wording) -> None:
    """Keep the sketch of an item that was saved, so that later texts find it."""
    SketchHash.objects.bulk_create(
        SketchHash(item=item, value=value) for value in sketch_of(wording)
    )


def _candidates(item: ImportItem, sketch: tuple[int, ...]) -> list[ImportItem]:
    """Return the texts that are worth comparing word by word, with their readings."""
    counts = Q(item__article__isnull=False) | Q(
        item__run=item.run_id, item__verdict__in=ImportItem.STORABLE
    )
    sharing = (
        SketchHash.objects.filter(counts, value__in=sketch)
        .exclude(item=item.pk)
        .order_by()
        .values("item")
        .annotate(shared=Count("pk"))
        .filter(shared__gte=SHARED)
        .order_by("-shared", "item")
    )
    keys = [row["item"] for row in sharing[:LOOKED_AT]] if sketch else []
    sketches: dict[int, list[int]] = defaultdict(list)
    for key, value in SketchHash.objects.filter(item__in=keys).values_list("item", "value"):
        sketches[key].append(value)
    worth = [key for key in keys if estimate(sketch, sketches[key]) >= WORTH_COMPARING]
    return list(ImportItem.objects.filter(pk__in=worth)) if worth else []
