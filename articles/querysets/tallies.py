"""How many texts that the public may see now are listed by what: counted from bits that each process keeps of listings.

Of each block of articles (see `ListingBlock`) a process holds one integer for each key, in which every article of the block
has a bit. What several choices leave is an intersection of integers, and counting is counting bits: a hundred thousand texts
take some milliseconds, whatever is chosen. A block is read again as soon as it bears another mark, so that figures are never
older than what is stored; policies and embargoes are looked at each time.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Aggregate, F, Q, TextField
from django.db.models.functions import Left
from django.utils import timezone

from .listing import EVERYTHING

#: Facets whose values are counted; an article has others (names, days of the year) by which lists are read only.
COUNTED = ("country", "topic", "year", "month", "source", "language", "kind")
#: How the keys begin by which nothing is counted: names, days of the year, what was withdrawn.
_UNCOUNTED = ("enti", "day:", "with")
#: Among the facets of a tally: how many texts each chosen facet leaves by itself.
CHOSEN = "chosen"
_NEVER = datetime.max.replace(tzinfo=UTC)

#: Of each facet the values, and how many texts are listed by them.
Tallies = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class _Block:
    """A block of articles as it was under `mark`: which are published, `values` of each facet, and which are to come later."""

    mark: UUID
    published: int
    values: Mapping[str, Mapping[str, int]]
    later: Collection[tuple[datetime, int]]

    def visible(self, sources: Collection[str], now: datetime) -> int:
        """Return the bits of the articles that readers may see now, if their sources do."""
        of_sources = self.any_of("source", sources)
        ahead = sum(1 << offset for moment, offset in self.later if moment > now)
        return self.published & of_sources & ~ahead

    def any_of(self, facet: str, values: Iterable[str]) -> int:
        """Return the bits of the articles that have at least one of these values."""
        held, found = self.values.get(facet, {}), 0
        for value in values:
            found |= held.get(value, 0)
        return found


_kept: dict[int, _Block] = {}


def tally(
    chosen: Mapping[str, Collection[str]],
    sources: Collection[str],
    among: Collection[int] | None = None,
) -> Tallies:
    """Count the published articles of `sources` by all values of each facet, as if nothing of that facet were chosen.

    `chosen` holds values by facet: those of one are alternatives, different facets hold together. Under `all` stands how many
    all of them leave, under `chosen` how many each facet leaves by itself. Where keys are given, only articles `among` them count.
    """
    now = timezone.now()
    counts: dict[str, Counter[str]] = {facet: Counter() for facet in (*COUNTED, EVERYTHING, CHOSEN)}
    wanted = {facet: values for facet, values in chosen.items() if values}
    limits = None if among is None else _bits_by_block(among)
    for number, block in _blocks().items():
        visible = block.visible(sources, now)
        if limits is not None:
            visible &= limits.get(number, 0)
        if not visible:
            continue
        masks = {facet: block.any_of(facet, values) for facet, values in wanted.items()}
        for facet, mask in masks.items():
            counts[CHOSEN][facet] += (mask & visible).bit_count()
        counts[EVERYTHING][""] += _without(masks, visible).bit_count()
        for facet, values in block.values.items():
            left = _without(masks, visible, facet, "year" if facet == "month" else "")
            if left:
                found = counts[facet]
                for value, bits in values.items():
                    if number_of_texts := (bits & left).bit_count():
                        found[value] += number_of_texts
    return counts


def _without(masks: Mapping[str, int], visible: int, *left_out: str) -> int:
    for facet, mask in masks.items():
        if facet not in left_out:
            visible &= mask
    return visible


def _blocks() -> dict[int, _Block]:
    """Return all blocks as they are now; those that changed since are read again, in two queries."""
    rows = apps.get_model("articles", "ListingBlock").objects
    marks = dict(rows.values_list("number", "mark"))
    stale = [
        number
        for number, mark in marks.items()
        if number not in _kept or _kept[number].mark != mark
    ]
    if stale:
        # Under the marks that were read before them: what changes meanwhile is read once more.
        _kept.update(_read({number: marks[number] for number in stale}))
    return {number: _kept[number] for number in marks}


def _read(marks: Mapping[int, UUID]) -> dict[int, _Block]:
    size = _size()
    listings = apps.get_model("articles", "Listing").objects
    # Not by LIKE, which costs SQLite a call of Python for each row.
    rows = listings.alias(beginning=Left("key", 4)).exclude(beginning__in=_UNCOUNTED)
    rows = rows.filter(_in_blocks("article", marks)).order_by()
    rows = rows.values_list("key", F("article_id") / size)
    values: dict[int, dict[str, dict[str, int]]] = {number: defaultdict(dict) for number in marks}
    joined: Any = rows.annotate(offsets=_Joined(F("article_id") % size))
    for key, number, offsets in joined.iterator():
        facet, _colon, value = key.partition(":")
        values[number][facet][value] = _bits(map(int, offsets.split(",")))
    later = _later(marks)
    return {
        number: _Block(
            mark,
            values[number].pop(EVERYTHING, {}).get("", 0),
            values[number],
            later[number],
        )
        for number, mark in marks.items()
    }


class _Joined(Aggregate):
    """The numbers of a group, with commas between them: joined by the database, they cost a fifth."""

    function = "STRING_AGG"
    template = "%(function)s((%(expressions)s)::text, ',')"
    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Call it as SQLite does."""
        joined = "GROUP_CONCAT(%(expressions)s)"
        return self.as_sql(compiler, connection, template=joined, **context)


def _later(marks: Mapping[int, UUID]) -> dict[int, list[tuple[datetime, int]]]:
    """Return, by block, published articles that readers may not see yet, and when they may."""
    now, size = timezone.now(), _size()
    ahead = Q(published_at__isnull=True) | Q(published_at__gt=now) | Q(embargo_until__gt=now)
    articles = apps.get_model("articles", "Article").objects.filter(ahead, status="published")
    found: dict[int, list[tuple[datetime, int]]] = {number: [] for number in marks}
    rows = articles.filter(_in_blocks("pk", marks)).order_by()
    for pk, published, embargo in rows.values_list("pk", "published_at", "embargo_until"):
        moment = max(published or _NEVER, embargo or now)
        found[pk // size].append((moment, pk % size))
    return found


def _in_blocks(column: str, numbers: Iterable[int]) -> Q:
    """Return the condition that a key lies in one of these blocks; blocks that follow each other are one range."""
    size = _size()
    ranges: list[list[int]] = []
    for number in sorted(numbers):
        if ranges and ranges[-1][1] == number:
            ranges[-1][1] = number + 1
        else:
            ranges.append([number, number + 1])
    wanted = Q()
    for first, end in ranges:
        wanted |= Q(**{f"{column}__gte": first * size, f"{column}__lt": end * size})
    return wanted


def _bits_by_block(keys: Collection[int]) -> dict[int, int]:
    size = _size()
    offsets: dict[int, list[int]] = defaultdict(list)
    for key in keys:
        offsets[key // size].append(key % size)
    return {number: _bits(held) for number, held in offsets.items()}


def _bits(offsets: Iterable[int]) -> int:
    held = bytearray(_size() // 8)
    for offset in offsets:
        held[offset >> 3] |= 1 << (offset & 7)
    return int.from_bytes(held, "little")


def _size() -> int:
    size: int = apps.get_model("articles", "ListingBlock").SIZE
    return size
