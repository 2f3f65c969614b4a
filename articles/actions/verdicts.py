"""What each text of a run is to the texts that are here already: new, changed, nearly the same, the same."""

from __future__ import annotations

from django.db.models import Q

from ..models import ImportItem
from ..querysets import KNOWN_ITEM
from .resembling import (
    Resemblance,
    find_alike,
    find_at_address,
    likeness_of,
    wording_of_item,
)

Verdict = ImportItem.Verdict


def judge(item: ImportItem) -> None:
    """Decide what a text that was read is to a text that the desk holds, or to an earlier one of its run.

    *Same*: same bytes or same words. *Changed*: a known text that came again with other words. *Nearly the same*: most of
    its words, and no sign that it is the same text. The caller saves the item.
    """
    counts = KNOWN_ITEM | Q(run=item.run_id, verdict__in=ImportItem.STORABLE)
    earlier = ImportItem.objects.filter(_alike(item), counts).exclude(pk=item.pk)
    if (same := earlier.order_by("pk").first()) is not None:
        mark_same(item, same)
        return
    wording = wording_of_item(item)
    alike = find_alike(item, wording)
    if before := _came_before(item, find_at_address(item, wording), alike):
        _mark_like(item, Verdict.CHANGED, before)
    elif alike:
        _mark_like(item, Verdict.NEAR, alike[0])
    else:
        item.verdict = Verdict.NEW


def held_twin(item: ImportItem) -> ImportItem | None:
    """Return a text with the same bytes or words that the desk holds, as an article or as a version of one."""
    held = ImportItem.objects.known().filter(_alike(item)).exclude(pk=item.pk)
    return held.order_by("pk").first()


def stored_whole(item: ImportItem) -> ImportItem | None:
    """Return an earlier item of the same bytes if the desk holds each text of that file, so that none is read twice."""
    earlier = ImportItem.objects.known().filter(original_id=item.original_id).order_by("pk").first()
    if earlier is None:
        return None
    siblings = ImportItem.objects.filter(run=earlier.run_id, position=earlier.position)
    return None if siblings.open().exists() else earlier


def mark_same(item: ImportItem, earlier: ImportItem) -> None:
    """Say of `item` that it is here already, as `earlier`; the caller saves it."""
    item.verdict = Verdict.SAME
    item.same_as = earlier


def _alike(item: ImportItem) -> Q:
    return Q(original_id=item.original_id, number=item.number) | Q(text_digest=item.text_digest)


def _came_before(
    item: ImportItem, at_address: list[Resemblance], alike: list[Resemblance]
) -> Resemblance | None:
    """Return the known text of which `item` is a later version: by its address, or by the name of its file."""
    several = len({_text_of(one.item) for one in at_address}) > 1
    for one in at_address:
        # A feed may give all its texts the address of one page: then the words must agree too.
        doubtful = several or one.item.original_id == item.original_id
        if one.likeness.is_near_duplicate or not doubtful:
            return one
    for one in alike:
        known_by_name = (one.item.name, one.item.number) == (item.name, item.number)
        if known_by_name and one.item.run_id != item.run_id:
            return one
    return None


def _text_of(item: ImportItem) -> tuple[str, int]:
    """Return what all versions of one text share."""
    article = item.article_id or item.version_of_id
    return ("article", article) if article else ("item", item.pk)


def _mark_like(item: ImportItem, verdict: ImportItem.Verdict, found: Resemblance) -> None:
    """Say what `item` is like: of a text that has later versions, the one that its article shows now."""
    other, likeness = found.item, found.likeness
    shown = getattr(other.version_of, "item", other)
    if shown != other:
        other, likeness = shown, likeness_of(item, shown)
    item.verdict, item.same_as = verdict, other
    item.similarity = round(likeness.similarity * 100)
    item.contained = round(likeness.contained * 100)
