"""Numbered pages of a list of names, without counting it; lists of texts have places (`places.py`).

A list is read one row further than a page is long: that row says whether there is a next page. A deep page still has its
OFFSET; LAST_PAGE keeps that within what a reader could ever turn to.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from .errors import Missing, Unreadable

LAST_PAGE = 9_999


@dataclass(frozen=True)
class Page:
    """One page of a list: its rows, its number, and whether another follows."""

    rows: list[Any]
    number: int
    has_next: bool


def turn_to(listed: QuerySet[Any], page: str, size: int) -> Page:
    """Return the page that the parameter `page` asks for; none means the first."""
    number = _page_number(page)
    start = (number - 1) * size
    rows = list(listed[start : start + size + 1])
    if number > 1 and not rows:
        raise Missing(_("This list has no page with that number."))
    return Page(rows[:size], number, has_next=len(rows) > size)


def address_of(page: Page, address: str) -> str:
    """Return the address of a page of the list at `address`; the first one's is the list's own."""
    if page.number == 1:
        return address
    return f"{address}{'&' if '?' in address else '?'}page={page.number}"


def _page_number(page: str) -> int:
    if not page:
        return 1
    if not (page.isascii() and page.isdigit()):
        raise Unreadable(_("The number of the page is not a number."))
    # By length first: int() itself refuses thousands of digits.
    if len(page) > len(str(LAST_PAGE)) or int(page) == 0:
        raise Missing(_("This list has no page with that number."))
    return int(page)
