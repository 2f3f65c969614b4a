"""The map of Central Asia: each country of the desk a link with its name and the number of its texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse

from ..models import Country
from .outlines import FRAME, OUTLINES


@dataclass(frozen=True)
class Shape:
    """A country on the map: where its name stands and its borders; `here` is the one whose page it is."""

    name: str
    address: str
    texts: int
    x: int
    y: int
    path: str
    here: bool


@dataclass(frozen=True)
class Map:
    """The countries that have outlines, in the order of the desk, in a frame of `width` and `height`."""

    shapes: list[Shape]
    width: int = FRAME[0]
    height: int = FRAME[1]


def map_of(
    countries: Iterable[Country], texts: Mapping[str, int], here: Country | None = None
) -> Map:
    """Return the map of `countries` with the number of texts by the addresses of the countries."""
    return Map(
        [
            Shape(
                one.name,
                reverse("articles:country", args=[one.slug]),
                texts.get(one.slug, 0),
                *OUTLINES[one.code].label,
                path=OUTLINES[one.code].path,
                here=one == here,
            )
            for one in countries
            if one.code in OUTLINES
        ]
    )
