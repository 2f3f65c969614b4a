"""The values of facets that are rows of ours, by what listings call them: looked up once for a page, in one query."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import F, TextField, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.utils.translation import get_language

from ..models import Country, Source, Topic

#: Facets whose values are rows.
ROWS = {"country": Country, "topic": Topic, "source": Source}
#: Of each of them the values as listings have them, in the order of the desk: key in addresses, and name.
Values = Mapping[str, Mapping[str, tuple[str, str]]]


def values_of_facets() -> Values:
    """Return all countries, all topics, and the sources that let readers see something of their texts today."""
    language = (get_language() or "en")[:2]
    parts = []
    for facet, slug in (("country", "slug"), ("topic", "code")):
        name = Coalesce(NullIf(f"name_{language}", Value("")), "name_en")
        rows = ROWS[facet]._default_manager.order_by()
        rows = rows.annotate(facet=Value(facet), called=F("name_en") if language == "en" else name)
        parts.append(rows.values_list("facet", "position", "called", "pk", slug))
    sources = Source.objects.public().order_by()
    sources = sources.annotate(
        facet=Value("source"), position=Value(0), key=Cast("pk", TextField())
    )
    parts.append(sources.values_list("facet", "position", "name", "key", "slug"))
    values: dict[str, dict[str, tuple[str, str]]] = {facet: {} for facet in ROWS}
    for facet, _position, name, value, key in sorted(parts[0].union(*parts[1:], all=True)):
        values[facet][value] = key, name
    return values
