"""Pages of a list of texts by the place where they begin: they stay what they are while new texts arrive.

A page is the texts behind (`?after=`) or ahead of (`?before=`) a place, which is the date, the time and the key of a text
on the page before. It is read one row further than it is long, which says whether another follows: nothing is counted, and
the last page of a list costs what the first one does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.utils.translation import gettext as _

from ..actions.listing import place_of
from ..models import Listing
from ..querysets import ArticleQuerySet, IsAmong
from ..querysets.listing import EVERYTHING
from ..templatetags.reading import with_parameter
from .errors import Missing, Unreadable

PAGE_SIZE = 20
#: `20220503-1200-17`; `0` where the date or the time is not known.
_PLACE = re.compile(r"(\d{8}|0)-(\d{6}|0)-(\d{1,18})", re.ASCII)


@dataclass(frozen=True)
class Place:
    """Where a text stands in a list: its place there (see `Listing`) and its key."""

    place: int
    pk: int

    def __str__(self) -> str:
        day, seconds = divmod(self.place, Listing.DAY)
        printed = f"{date.fromordinal(day):%Y%m%d}" if day else "0"
        if not seconds:
            return f"{printed}-0-{self.pk}"
        hour, rest = divmod(seconds - 1, 3600)
        return f"{printed}-{hour:02}{rest // 60:02}{rest % 60:02}-{self.pk}"


#: Reads the texts of a page behind a place, and one more, whichever end the list begins with.
Reader = Callable[[Place | None, bool], list[Any]]


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
    keys: Collection[str] = (EVERYTHING,),
    descending: bool = True,
) -> Page:
    """Return the page of a list that `after` or `before` asks for, the first without them.

    The list holds those of `listed`, in any order and whether readers may see them or not, that are listed by one of `keys`;
    the fewer these are, the sooner it is read. Raises `Unreadable` where the parameters are no place, and `Missing` where
    nothing stands behind it.
    """

    def read(place: Place | None, descending: bool) -> list[Any]:
        return _read(listed, keys, place, descending=descending)

    return turn(read, parameters, descending=descending)


def turn(read: Reader, parameters: Mapping[str, str], *, descending: bool = True) -> Page:
    """Return the page that `after` or `before` asks for of whatever list `read` reads; see `turn_to_place`."""
    if before := parameters.get("before", ""):
        rows = read(_place(before), not descending)
        if len(rows) >= PAGE_SIZE:
            rows, more = rows[:PAGE_SIZE][::-1], len(rows) > PAGE_SIZE
            return _page(rows, f"before={before}" if more else "", back=more, on=True)
    after = "" if before else parameters.get("after", "")
    rows = read(_place(after) if after else None, descending)
    if after and not rows:
        raise Missing(_("Behind this place the list holds nothing more."))
    here = f"after={after}" if after else ""
    return _page(rows[:PAGE_SIZE], here, back=bool(after), on=len(rows) > PAGE_SIZE)


def newest(listed: ArticleQuerySet, number: int) -> list[Any]:
    """Return the newest `number` of these texts that readers may see."""
    return _read(listed, (EVERYTHING,), None, descending=True, number=number)


def _page(rows: list[Any], here: str, *, back: bool, on: bool) -> Page:
    return Page(
        rows,
        back=f"before={_place_of(rows[0])}" if back else "",
        on=f"after={_place_of(rows[-1])}" if on else "",
        here=here,
    )


def _read(
    listed: ArticleQuerySet,
    keys: Collection[str],
    place: Place | None,
    *,
    descending: bool,
    number: int = PAGE_SIZE + 1,
) -> list[Any]:
    """Return `number` rows behind `place` in their order."""
    first = listed.published_to_count().first_keys(
        keys, number, descending=descending, beyond=(place.place, place.pk) if place else None
    )
    rows = listed.published().filter(IsAmong("pk", first)).with_place().for_cards()
    return sorted(rows.order_by(), key=_in_order, reverse=descending)[:number]


def _in_order(article: Any) -> tuple[int, int]:
    return article.place, article.pk


def _place_of(article: Any) -> Place:
    return Place(article.place, article.pk)


def _place(text: str) -> Place:
    found = _PLACE.fullmatch(text)
    try:
        if found is None:
            raise ValueError
        day, hour, pk = found.groups()
        return Place(
            place_of(
                date.fromisoformat(day) if day != "0" else None,
                time.fromisoformat(hour) if hour != "0" else None,
            ),
            int(pk),
        )
    except ValueError:
        raise Unreadable(_("The place in this list cannot be read.")) from None
