"""Dates as honest as the text: a year, a month or a day."""

from __future__ import annotations

import re
from datetime import date

from ..models import Precision

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_PRECISIONS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}


def period_of(text: str) -> tuple[str, date | None]:
    """Return the precision of a date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and the first day of its period.

    An empty text has neither. Raises ValueError for anything else, and outside the years 1900 to 2100.
    """
    if not text:
        return "", None
    if not _DATE.fullmatch(text):
        raise ValueError(text)
    first_day = date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    if not 1900 <= first_day.year <= 2100:
        raise ValueError(text)
    return str(_PRECISIONS[len(text)]), first_day
