"""Lines of history, written in the transaction of the deed that they tell of."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone

from ..models import HistoryEntry

#: Who acts: a person, or None for the system (a command).
Person = User | None


def record(
    target: models.Model,
    deed: HistoryEntry.Deed,
    *,
    by: Person,
    changes: dict[str, list[Any]],
    reason: str = "",
) -> HistoryEntry:
    """Write who did what to `target`; `changes` hold for each field what it was and what it became."""
    return HistoryEntry.objects.create(
        target=target, deed=deed, by=by, changes=changes, reason=reason[:300]
    )


def stamp(by: Person) -> dict[str, Any]:
    """Return who decided on a value, and when, as the fields of `Confirmable`."""
    return {"confirmed_by": by, "confirmed_at": timezone.now()}
