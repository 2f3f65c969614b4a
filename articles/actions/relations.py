"""What an editor says of a relation that was read: it is so, it is not so, or it is open again."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from django.db import transaction

from ..models import Article, ArticleRelation, HistoryEntry
from .recording import Person, record, stamp


class Answer(StrEnum):
    """What an editor may say of a relation."""

    SO = "so"
    NOT_SO = "not-so"
    OPEN = "open"


@transaction.atomic
def answer_relation(
    article: Article, key: int, answer: Answer, *, by: Person
) -> ArticleRelation | None:
    """Note what an editor says of the relation `key` of `article`, and return it; None where it is there no more.

    One that is so is shown to readers however weakly it was read, one that is not so never; no later reading asks again.
    """
    rows = ArticleRelation.objects.touching(article).select_for_update(of=("self",))
    row: ArticleRelation | None = rows.filter(pk=key).first()
    if row is None or answer == answer_to(row):
        return row
    before = answer_to(row)
    signed: dict[str, Any] = {"confirmed_by": None, "confirmed_at": None}
    row.rejected = answer == Answer.NOT_SO
    for name, value in (signed if answer == Answer.OPEN else stamp(by)).items():
        setattr(row, name, value)
    row.save(update_fields=["rejected", "confirmed_by", "confirmed_at"])
    changes = {"relations": [f"{row} ({before})", f"{row} ({answer})"]}
    record(article, HistoryEntry.Deed.CONFIRMED, by=by, changes=changes)
    return row


def answer_to(row: ArticleRelation) -> Answer:
    """Return what was said of a relation last."""
    if not row.is_confirmed:
        return Answer.OPEN
    return Answer.NOT_SO if row.rejected else Answer.SO
