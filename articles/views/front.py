"""What matters now: a rule that anybody can check, with nothing personal in it and nothing hidden.

Of the days up to the newest text come first the events that several outlets tell, those that most of them tell ahead; then
what this newsroom wrote itself; then whatever is newest. One text stands for an event.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

#: Now are so many days up to that of the newest text, whatever day it is today: nothing grows old while nothing comes.
NOW = timedelta(days=3)
#: Among so many texts, the newest, the rule looks for events.
LOOKED_AT = 100


@dataclass(frozen=True)
class Candidate:
    """Of a text what the rule looks at: its key, outlet and day, whether we wrote it, whether it is shown in full."""

    pk: int
    outlet: int | None
    day: date | None
    is_ours: bool
    in_full: bool


@dataclass(frozen=True)
class Matter:
    """A text by its key, by how many outlets its event is told, and whether it is our own."""

    pk: int
    outlets: int
    is_ours: bool


def what_matters(
    newest_first: Sequence[Candidate], alike: Iterable[tuple[int, int]]
) -> list[Matter]:
    """Return the texts in the order in which they matter; `alike` are keys of two texts on one event each.

    For an event stands our own text, else one that is shown in full, else the newest.
    """
    newest = max((one.day for one in newest_first if one.day), default=date.min)
    events = _events(newest_first, alike)
    ranked = []
    for number, event in enumerate(events):
        outlets = len({one.outlet for one in event})
        first = min(event, key=lambda one: (not one.is_ours, not one.in_full))
        now = event[0].day is not None and newest - event[0].day < NOW
        several, ours = now and outlets > 1, now and first.is_ours
        order = (not several, -outlets if several else 0, not ours, number)
        ranked.append((order, Matter(first.pk, outlets, first.is_ours)))
    return [matter for _order, matter in sorted(ranked, key=lambda one: one[0])]


def _events(
    newest_first: Sequence[Candidate], alike: Iterable[tuple[int, int]]
) -> list[list[Candidate]]:
    """Return the texts by event: each event's newest first, and the events in the order of their newest."""
    event_of = {one.pk: [one] for one in newest_first}
    place = {one.pk: number for number, one in enumerate(newest_first)}
    for one, other in alike:
        if one in event_of and other in event_of and event_of[one] is not event_of[other]:
            joined = event_of[one] + event_of[other]
            joined.sort(key=lambda text: place[text.pk])
            event_of.update(dict.fromkeys((text.pk for text in joined), joined))
    return [event for pk, event in event_of.items() if event[0].pk == pk]
