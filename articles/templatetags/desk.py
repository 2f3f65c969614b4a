"""What the desk's templates need and Django does not have."""

from django import template

from ..dates import date_in_words

register = template.Library()


@register.filter
def honest_date(text: str | None) -> str:
    """Return `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as a reader would write it, and never more exactly."""
    return date_in_words(text or "")


@register.filter
def behind_preposition(text: str) -> str:
    """Return the same date as it is written behind "since" or "until"."""
    return date_in_words(text, behind_preposition=True)
