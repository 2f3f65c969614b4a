"""Which values of a reading a person should look at before it becomes an article."""

from __future__ import annotations

from typing import Any

from ..models import Evidence

#: Values that an item's summary shows apart, or that editors need not judge.
NOT_JUDGED = ("boilerplate", "countries_mentioned", "crossheads")


def doubtful_fields(reading: dict[str, Any]) -> tuple[str, ...]:
    """Return the fields of a reading (`pipeline.records`) in which something is doubtful or only proposed."""
    return tuple(
        field
        for field, found in reading["evidence"].items()
        if field not in NOT_JUDGED and any(_is_open(one) for one in found)
    )


def warning_codes(reading: dict[str, Any]) -> tuple[str, ...]:
    """Return the codes of the warnings of a reading, of its letters and of what it says, each once."""
    codes = [*reading.get("warnings", ()), *(one["code"] for one in reading.get("checks", ()))]
    return tuple(dict.fromkeys(codes))


def _is_open(one: dict[str, Any]) -> bool:
    row = Evidence(proposed=one["proposed"], confidence=one["confidence"])
    return row.proposed or row.is_doubtful
