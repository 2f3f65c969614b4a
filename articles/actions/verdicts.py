"""What each text of a run is to the texts that are here already: new, nearly the same, the same."""

from __future__ import annotations

from django.db.models import Q

from ..models import ImportItem
from .resembling import find_near_duplicate, wording_of_item

Verdict = ImportItem.Verdict


def judge(item: ImportItem) -> None:
    """Decide between new, nearly the same and same: as a stored text, or as an earlier one of this run."""
    alike = Q(original_id=item.original_id, number=item.number) | Q(text_digest=item.text_digest)
    counts = Q(article__isnull=False) | Q(run=item.run_id, verdict__in=ImportItem.STORABLE)
    earlier = ImportItem.objects.filter(alike, counts).exclude(pk=item.pk).order_by("pk").first()
    if earlier is not None:
        mark_same(item, earlier)
    elif near := find_near_duplicate(item, wording_of_item(item)):
        item.verdict, item.same_as = Verdict.NEAR, near.item
        item.similarity = round(near.likeness.similarity * 100)
        item.contained = round(near.likeness.contained * 100)
    else:
        item.verdict = Verdict.NEW


def stored_whole(item: ImportItem) -> ImportItem | None:
    """Return an earlier item of the same bytes if each text of that file became an article, so that none is read twice."""
    earlier = (
        ImportItem.objects.filter(original_id=item.original_id, article__isnull=False)
        .order_by("pk")
        .first()
    )
    if earlier is None:
        return None
    siblings = ImportItem.objects.filter(run=earlier.run_id, position=earlier.position)
    left_out = siblings.filter(verdict__in=ImportItem.STORABLE, article__isnull=True)
    return None if left_out.exists() else earlier


def mark_same(item: ImportItem, earlier: ImportItem) -> None:
    """Say of `item` that it is here already, as `earlier`; the caller saves it."""
    item.verdict = Verdict.SAME
    item.same_as = earlier
