"""What is to become of the texts of a run: noted when an editor says so, done when the run is stored."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from ..models import HistoryEntry, ImportItem, ImportRun
from ..querysets import ImportItemQuerySet
from .recording import Person, record

Decision = ImportItem.Decision
Status = ImportRun.Status

#: States of a run in which its texts can be decided on; what was left out can still be taken after the others are stored.
DECIDABLE = (Status.READING, Status.REVIEW, Status.STORED)
#: So many names of texts stand in a line of history.
NAMED = 5


class CannotDecide(Exception):
    """A run is being stored or undone just now, or was undone."""


@dataclass(frozen=True, slots=True)
class Decided:
    """How many texts a decision was noted for, and how many of those meant it does not fit."""

    noted: int
    unfit: int


@transaction.atomic
def decide(run: ImportRun, items: ImportItemQuerySet, decision: str, *, by: Person) -> Decided:
    """Note for those of `items` that belong to `run` and are not stored what is to become of them.

    `decision` is a value of `ImportItem.Decision`, or blank: what the verdict suggests. A new version can only be what is
    like another text; those that are not stay as they were decided. Raises `CannotDecide`, and ValueError for another word.
    """
    if decision and decision not in Decision.values:
        raise ValueError(decision)
    now = ImportRun.objects.select_for_update().get(pk=run.pk)
    if now.status not in DECIDABLE:
        raise CannotDecide
    meant = items.filter(run=now).open()
    fit = meant.filter(same_as__isnull=False) if decision == Decision.VERSION else meant
    keys = list(fit.exclude(decision=decision).order_by("position", "number").values_list("pk"))
    unfit = meant.count() - fit.count() if decision == Decision.VERSION else 0
    changed = ImportItem.objects.filter(pk__in=[key for (key,) in keys])
    names = [str(item) for item in changed.only("name", "number")[:NAMED]]
    noted = changed.update(decision=decision, reason="")
    if noted:
        more = "" if noted <= NAMED else " …"
        record(
            now,
            HistoryEntry.Deed.JUDGED,
            by=by,
            changes={"decision": ["", decision], "texts": ["", str(noted)]},
            reason=", ".join(names) + more,
        )
    return Decided(noted, unfit)
