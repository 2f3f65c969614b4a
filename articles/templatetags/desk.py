"""What the desk's templates need and Django does not have."""

import datetime

from django import template
from django.utils.formats import date_format
from django.utils.translation import pgettext

register = template.Library()


@register.filter
def honest_date(text: str | None) -> str:
    """Return `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as a reader would write it, and never more exactly."""
    if not text:
        return ""
    try:
        first_day = datetime.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return text
    if len(text) == 4:
        return text
    return date_format(first_day, "F Y" if len(text) == 7 else pgettext("format of a day", "j F Y"))
