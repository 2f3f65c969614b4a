"""The archive: texts by year and month of their own dates, and those of a day of the year.

A text that says only the month stands in its month, one that says only the year in its year; neither has a day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from ..dates import month_in_words
from ..models import Article
from .addresses import versions_of_page
from .errors import Missing
from .facets import facets_of
from .places import Page, turn_to_place
from .rendering import Head, render_page
from .selection import asked_for

#: A leap year: it has every day that a year can have.
_ANY_YEAR = 2024


@dataclass(frozen=True)
class Month:
    """A month of the archive, `2022-05`, and how many texts it holds."""

    key: str
    texts: int

    @property
    def first_day(self) -> date:
        """Its first day, of which only year and month mean anything."""
        return date.fromisoformat(f"{self.key}-01")

    @property
    def address(self) -> str:
        """Where its texts are."""
        return reverse("articles:month", args=[self.key[:4], self.key[5:]])


@dataclass(frozen=True)
class Year:
    """A year of the archive: its months that hold texts, and how many texts say no more than the year."""

    key: str
    months: list[Month]
    vague: int

    @property
    def texts(self) -> int:
        """How many texts the year holds."""
        return self.vague + sum(month.texts for month in self.months)

    @property
    def address(self) -> str:
        """Where its months are."""
        return reverse("articles:year", args=[self.key])


def years_of(months: Mapping[str, int]) -> list[Year]:
    """Return the years of figures by month (`2022-05`) and year (`2022`), the newest first."""
    return [
        Year(
            year,
            [Month(key, n) for key, n in sorted(months.items()) if key[:4] == year and key[4:]],
            months.get(year, 0),
        )
        for year in sorted({key[:4] for key in months}, reverse=True)
    ]


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """All years and their months, with the number of texts."""
    title, address = _top()
    head = Head(title, versions_of_page(request, address), trail=[_top()])
    return render_page(request, "articles/archive.html", head, {"years": _years()})


@require_safe
def year(request: HttpRequest, year: str) -> HttpResponse:
    """The months of a year, and the texts that say no more than the year."""
    found = next((one for one in _years() if one.key == year), None)
    if found is None:
        raise Missing(_("We have no texts of that year."))
    page = turn_to_place(Article.objects.all(), request.GET, keys=[f"month:{year}"])
    head = _head(request, [(year, found.address)], page)
    context = {"year": found, "page": page, "address": found.address}
    return render_page(request, "articles/archive_year.html", head, context)


@require_safe
def month(request: HttpRequest, year: str, month: str) -> HttpResponse:
    """The texts of a month, the newest first; those that say no more than the month stand last."""
    if not 1 <= int(month) <= 12 or int(year) < 1:
        raise Missing(_("We have no texts of that month."))
    page = turn_to_place(Article.objects.all(), request.GET, keys=[f"month:{year}-{month}"])
    if not page.rows:
        raise Missing(_("We have no texts of that month."))
    here = Month(f"{year}-{month}", 0)
    title = capfirst(month_in_words(here.first_day))
    of_year = reverse("articles:year", args=[year])
    head = _head(request, [(year, of_year), (title, here.address)], page)
    context = {"page": page, "address": here.address, "title": title}
    context["before"], context["after"] = _beside(here.key)
    return render_page(request, "articles/archive_month.html", head, context)


@require_safe
def on_this_day(request: HttpRequest, month: str = "", day: str = "") -> HttpResponse:
    """The texts of a day of any year: of today unless the address names another."""
    today = timezone.localdate()
    try:
        here = date(_ANY_YEAR, int(month or today.month), int(day or today.day))
    except ValueError:
        raise Missing(_("No year has that day.")) from None
    page = turn_to_place(Article.objects.all(), request.GET, keys=[f"day:{here:%m-%d}"])
    address = address_of_day(here.month, here.day)
    title = _("On %(day)s") % {"day": _day(here)}
    head = _head(request, [(title, address)], page, indexed=bool(page.rows))
    days = [here + timedelta(days=step) for step in (-1, 1)]
    context = {"page": page, "address": address, "title": title}
    context["before"], context["after"] = [
        (_day(one), address_of_day(one.month, one.day)) for one in days
    ]
    return render_page(request, "articles/archive_month.html", head, context)


def _head(
    request: HttpRequest, trail: list[tuple[str, str]], page: Page, *, indexed: bool = True
) -> Head:
    title, address = trail[-1]
    return Head(
        title,
        versions_of_page(request, page.address(address)),
        trail=[_top(), *trail],
        indexed=indexed and not page.here,
    )


def _top() -> tuple[str, str]:
    return _("Archive"), reverse("articles:archive")


def _years() -> list[Year]:
    everything, _channel = asked_for(QueryDict())
    return years_of(facets_of(everything).months)


def _beside(key: str) -> list[Any]:
    """Return name and address of the months with texts before and after that of `key`, None where there is none."""
    months = [month for one in reversed(_years()) for month in one.months]
    before = [month for month in months if month.key < key][-1:]
    after = [month for month in months if month.key > key][:1]
    return [
        (capfirst(month_in_words(found[0].first_day)), found[0].address) if found else None
        for found in (before, after)
    ]


def _day(day: date) -> str:
    """Return a day of any year in words."""
    return date_format(day, pgettext("format of a day of any year", "j F"))


def address_of_day(month: int, day: int) -> str:
    """Return where the texts of a day of any year are."""
    return reverse("articles:on-day", args=[f"{month:02}", f"{day:02}"])
