"""Make drafts of the texts that an editor confirmed on the review page of a run."""

from __future__ import annotations

import logging
from collections.abc import Collection

from django.db import IntegrityError, OperationalError, transaction
from django.db.models import Q
from django.utils import timezone

from ..models import Article, ImportItem, ImportRun
from .drafting import Catalogue, make_draft
from .recording import Person
from .relating import relate

log = logging.getLogger(__name__)
Verdict = ImportItem.Verdict


def store_run(run: ImportRun, *, by: Person, only: Collection[int] | None = None) -> list[Article]:
    """Store the new texts of `run`, or `only` the items with these keys, as drafts and return these.

    A text that is nearly the same as another is stored only where `only` names it. A second confirmation stores nothing, two at once store no text twice. Each draft is stored whole or not at all,
    so a run that was interrupted goes on when it is confirmed again.
    """
    if not ImportRun.objects.filter(pk=run.pk, status=ImportRun.Status.REVIEW).exists():
        return []
    items = run.items.filter(article__isnull=True)
    if only is None:
        items = items.filter(verdict=Verdict.NEW)
    else:
        items = items.filter(verdict__in=ImportItem.STORABLE, pk__in=only)
    catalogue = Catalogue()
    keys = list(items.order_by("position", "number").values_list("pk", flat=True))
    drafts = [draft for key in keys if (draft := _store(key, catalogue, by))]
    if not run.items.filter(verdict=Verdict.PENDING).exists():
        ImportRun.objects.filter(pk=run.pk, status=ImportRun.Status.REVIEW).update(
            status=ImportRun.Status.STORED, stored_at=timezone.now()
        )
    run.refresh_from_db()
    return drafts


def _store(key: int, catalogue: Catalogue, by: Person) -> Article | None:
    """Store one text; a text that cannot be stored is rejected and stops no other."""
    try:
        try:
            return _store_once(key, catalogue, by)
        except IntegrityError:  # another run stored the same text meanwhile: now it can be seen
            return _store_once(key, catalogue, by)
    except OperationalError:  # the database is busy or gone: no fault of the text
        raise
    except Exception as error:
        log.exception("storing item %s failed", key)
        ImportItem.objects.filter(pk=key, article__isnull=True).update(
            verdict=Verdict.REJECTED, reason=ImportItem.Reason.ERROR, detail=type(error).__name__
        )
        return None


@transaction.atomic
def _store_once(key: int, catalogue: Catalogue, by: Person) -> Article | None:
    """Return the new draft of an item; None if it is stored already, here or by another run."""
    item = ImportItem.objects.select_for_update(of=("self",)).get(pk=key)
    if not item.is_storable:
        return None
    if twin := _stored_twin(item):
        item.verdict, item.same_as = Verdict.SAME, twin
        item.similarity = item.contained = None
        item.save(update_fields=["verdict", "same_as", "similarity", "contained"])
        return None
    item.article = make_draft(item, catalogue, by=by)
    item.save(update_fields=["article"])
    relate(item, catalogue)
    return item.article


def _stored_twin(item: ImportItem) -> ImportItem | None:
    alike = Q(original_id=item.original_id, number=item.number) | Q(text_digest=item.text_digest)
    return ImportItem.objects.filter(alike, article__isnull=False).exclude(pk=item.pk).first()
