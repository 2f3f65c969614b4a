"""Texts of like wording: sketches kept beside the items of imports, and looked up for each new text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q

from ..models import ImportItem, SketchHash
from ..pipeline.relations.addresses import address_hash
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

    @property
    def rank(self) -> tuple[float, int]:
        """Return what the closest of several has most of; of equals the one that came first."""
        return self.likeness.similarity, -self.item.pk


def wording_of_item(item: ImportItem) -> Wording:
    """Return the wording of an item that was read."""
    return wording_of_reading(item.reading)


def find_alike(item: ImportItem, wording: Wording) -> list[Resemblance]:
    """Return the near-duplicates of `item` among the texts that the desk holds and those of its run, closest first.

    Three queries, however many there are.
    """
    found = [
        Resemblance(other, compare(wording, wording_of_item(other)))
        for other in _candidates(item, sketch_of(wording))
    ]
    near = [one for one in found if one.likeness.is_near_duplicate]
    return sorted(near, key=lambda one: one.rank, reverse=True)


def find_at_address(item: ImportItem, wording: Wording) -> list[Resemblance]:
    """Return the known texts that state the same web address as `item`, closest first."""
    value = address_hash(item.reading.get("address"))
    if value is None:
        return []
    sharing = SketchHash.objects.filter(_counts(item), value=value).exclude(item=item.pk)
    others = ImportItem.objects.filter(pk__in=sharing.order_by("-item").values("item")[:LOOKED_AT])
    found = [Resemblance(other, compare(wording, wording_of_item(other))) for other in others]
    return sorted(found, key=lambda one: one.rank, reverse=True)


def likeness_of(item: ImportItem, other: ImportItem) -> Likeness:
    """Return how much two texts that were read share."""
    return compare(wording_of_item(item), wording_of_item(other))


def keep_sketch(item: ImportItem, wording: Wording) -> None:
    """Keep the sketch of an item that was saved, and the address that it states, so that later texts find it."""
    address = address_hash(item.reading.get("address"))
    values = sketch_of(wording) if address is None else (*sketch_of(wording), address)
    SketchHash.objects.bulk_create(SketchHash(item=item, value=value) for value in values)


def _counts(item: ImportItem) -> Q:
    """Return which texts others are compared with: those that the desk holds, and those of the same run."""
    held = Q(item__article__isnull=False) | Q(item__version_of__isnull=False)
    return held | Q(item__run=item.run_id, item__verdict__in=ImportItem.STORABLE)


def _candidates(item: ImportItem, sketch: tuple[int, ...]) -> list[ImportItem]:
    """Return the texts that are worth comparing word by word, with their readings."""
    sharing = (
        SketchHash.objects.filter(_counts(item), value__in=sketch)
        .exclude(item=item.pk)
        .order_by()
        .values("item")
        .annotate(shared=Count("pk"))
        .filter(shared__gte=SHARED)
        .order_by("-shared", "item")
    )
    keys = [row["item"] for row in sharing[:LOOKED_AT]] if sketch else []
    sketches: dict[int, list[int]] = defaultdict(list)
    of_words = SketchHash.objects.filter(item__in=keys, value__gte=0)
    for key, value in of_words.values_list("item", "value"):
        sketches[key].append(value)
    worth = [key for key in keys if estimate(sketch, sketches[key]) >= WORTH_COMPARING]
    return list(ImportItem.objects.filter(pk__in=worth)) if worth else []
