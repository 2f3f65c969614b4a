"""Pages of a list of texts by the place where they begin: they stay what they are while new texts arrive.

A page is the texts behind (`?after=`) or ahead of (`?before=`) a place, which is the date, the time and the key of a text
on the page before. It is read one row further than it is long, which says whether another follows: nothing is counted, and
the last page of a list costs what the first one does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.utils.translation import gettext as _

from ..querysets import ArticleQuerySet
from ..templatetags.reading import with_parameter
from .errors import Missing, Unreadable

PAGE_SIZE = 20
#: `20220503-1200-17`; `0` where the date or the time is not known.
_PLACE = re.compile(r"(\d{8}|0)-(\d{6}|0)-(\d{1,18})", re.ASCII)


@dataclass(frozen=True)
class Place:
    """Where a text stands in a list: its date and time, None where they are not known, and its key."""

    day: date | None
    time: time | None
    pk: int

    def __str__(self) -> str:
        day = f"{self.day:%Y%m%d}" if self.day else "0"
        return f"{day}-{self.time:%H%M%S}-{self.pk}" if self.time else f"{day}-0-{self.pk}"


@dataclass(frozen=True)
class Page:
    """One page of a list: its rows, and the parameters of the pages before and behind it and of itself.

    They are empty where there is no such page; the first page needs none.
    """

    rows: list[Any]
    back: str = ""
    on: str = ""
    here: str = ""

    def address(self, address: str) -> str:
        """Return the address of this page of the list at `address`; the first one's is the list's own."""
        return with_parameter(address, self.here)


def turn_to_place(
    listed: ArticleQuerySet,
    parameters: Mapping[str, str],
    *,
    descending: bool = True,
    undated: bool = True,
) -> Page:
    """Return the page of a list that `after` or `before` asks for, the first without them.

    Raises `Unreadable` where they are no place, and `Missing` where nothing stands behind it. `listed` is in any order;
    where it is known to hold no `undated` texts a query is saved.
    """
    halves = (True, False) if undated else (True,)
    if before := parameters.get("before", ""):
        rows = _read(listed, _place(before), halves[::-1], descending=not descending)
        if len(rows) >= PAGE_SIZE:
            rows, more = rows[:PAGE_SIZE][::-1], len(rows) > PAGE_SIZE
            return _page(rows, f"before={before}" if more else "", back=more, on=True)
    after = "" if before else parameters.get("after", "")
    rows = _read(listed, _place(after) if after else None, halves, descending=descending)
    if after and not rows:
        raise Missing(_("Behind this place the list holds nothing more."))
    here = f"after={after}" if after else ""
    return _page(rows[:PAGE_SIZE], here, back=bool(after), on=len(rows) > PAGE_SIZE)


def newest(listed: ArticleQuerySet, number: int, *, undated: bool = True) -> list[Any]:
    """Return the newest `number` of these texts; known to hold no `undated` ones, they cost one query."""
    halves = (True, False) if undated else (True,)
    return _read(listed, None, halves, descending=True, number=number)


def _page(rows: list[Any], here: str, *, back: bool, on: bool) -> Page:
    return Page(
        rows,
        back=f"before={_place_of(rows[0])}" if back else "",
        on=f"after={_place_of(rows[-1])}" if on else "",
        here=here,
    )


def _read(
    listed: ArticleQuerySet,
    place: Place | None,
    halves: tuple[bool, ...],
    *,
    descending: bool,
    number: int = PAGE_SIZE + 1,
) -> list[Any]:
    """Return `number` rows behind `place`, of the dated half (True) and the undated one in the order of `halves`."""
    if place and (dated := place.day is not None) in halves:
        halves = halves[halves.index(dated) :]
    rows: list[Any] = []
    for half in halves:
        found = listed.dated(half, descending=descending)
        if place and half == (place.day is not None):
            found = found.beyond(place.day, place.time, place.pk, descending=descending)
        if len(rows) < number:
            rows += found[: number - len(rows)]
    return rows


def _place_of(article: Any) -> Place:
    return Place(article.date_from, article.time, article.pk)


def _place(text: str) -> Place:
    found = _PLACE.fullmatch(text)
    try:
        if found is None:
            raise ValueError
        day, hour, pk = found.groups()
        return Place(
            date.fromisoformat(day) if day != "0" else None,
            time.fromisoformat(hour) if hour != "0" else None,
            int(pk),
        )
    except ValueError:
        raise Unreadable(_("The place in this list cannot be read.")) from None
