"""What a source's policies said and say: rights decide what readers see, so each change leaves a line of history."""

from __future__ import annotations

from ..models import HistoryEntry, Source
from .recording import Person, record


def policies_of(source: Source) -> list[str]:
    """Return a source's policies in words that stay true: "full 2026-01-01–2026-12-31 (licence)", newest first."""
    return [
        f"{row.policy} {row.valid_from}–{row.valid_to or ''}"
        + (f" ({row.legal_act})" if row.legal_act else "")
        for row in source.policies.order_by("-valid_from")
    ]


def record_policies(source: Source, before: list[str], *, by: Person) -> HistoryEntry | None:
    """Write who changed the policies of `source` from `before`; None where nothing changed.

    Call it in the transaction of the change.
    """
    after = policies_of(source)
    if after == before:
        return None
    changes = {"policies": ["; ".join(before), "; ".join(after)]}
    return record(source, HistoryEntry.Deed.CORRECTED, by=by, changes=changes)
