"""Other accounts of one event: texts of nearly the same day that name the same rare people, places and bodies.

Conservative: a pair that is missed costs an editor nothing, a wrong one costs trust.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from .tellings import Telling

#: Accounts of an event appear within so many days.
MOST_DAYS = 3
#: A name is rare where fewer of a hundred texts have it.
RARE_IN_HUNDRED = 6
#: Texts that the given shares of common names count for, beside the desk's own.
_GIVEN_TEXTS = 100
#: Cosine of the names' weights from which two accounts tell of one event; the second where days are not known exactly.
_LIKE, _VERY_LIKE = 0.45, 0.6
_RARE_NAMES, _RARE_NAMES_WITH_FIGURE = 2, 1
#: Years and single digits stand in every text.
_SAYS_NOTHING = re.compile(r"\d|(?:19|20)\d\d")


class Rarity:
    """How much a name says: little when many texts have it (inverse document frequency)."""

    def __init__(
        self, given: Mapping[str, int], texts: int = 0, naming: Mapping[str, int] | None = None
    ) -> None:
        """Prepare from shares `given` for a hundred texts, and `texts` of the desk of which `naming` have each name."""
        self._given = given
        self._texts = texts + _GIVEN_TEXTS
        self._naming = naming or {}

    def share(self, name: str) -> float:
        """Return the share of texts that have a name, 0 to 1."""
        return (self._given.get(name, 0) + self._naming.get(name, 0)) / self._texts

    def weight(self, name: str) -> float:
        """Return how much a name says: 0 when all texts have it."""
        return -math.log(min(1.0, self.share(name) + 1 / self._texts))

    def is_rare(self, name: str) -> bool:
        """Return whether few texts have a name."""
        return self.share(name) * 100 < RARE_IN_HUNDRED


@dataclass(frozen=True, slots=True)
class SameEvent:
    """Why two texts tell of one event: a score from 0 to 1, the rare names and the figures that both have, the days of it."""

    score: float
    names: tuple[str, ...]
    figures: tuple[str, ...]
    days: tuple[str, ...]


def same_event(one: Telling, other: Telling, rarity: Rarity) -> SameEvent | None:
    """Return why two texts tell of the same event; None when they do not, or when that is not sure."""
    gap = _days_between(one, other)
    if gap is None or gap > MOST_DAYS:
        return None
    days = one.days & other.days
    if one.days and other.days and not days:
        return None
    names = sorted(
        (name for name in one.names.keys() & other.names.keys() if rarity.is_rare(name)),
        key=lambda name: (-rarity.weight(name), name),
    )
    figures = {
        figure for figure in one.figures & other.figures if not _SAYS_NOTHING.fullmatch(figure)
    }
    needed = _RARE_NAMES_WITH_FIGURE if figures else _RARE_NAMES
    score = _cosine(one, other, rarity)
    exact = one.day is not None and other.day is not None
    if len(names) < needed or score < (_LIKE if exact else _VERY_LIKE):
        return None
    if not exact and not (figures or days):
        return None
    return SameEvent(
        round(score, 3), tuple(names), tuple(sorted(figures)), tuple(sorted(map(str, days)))
    )


def _days_between(one: Telling, other: Telling) -> int | None:
    """Return the days between two texts; 0 where a month-only date leaves the same month, None where nothing is known."""
    if one.day and other.day:
        return abs((one.day - other.day).days)
    length = min(len(one.date), len(other.date))
    return 0 if length >= 7 and one.date[:length] == other.date[:length] else None


def _cosine(one: Telling, other: Telling, rarity: Rarity) -> float:
    """Return how alike the names of two texts are, rare ones counting most: 0 to 1."""
    here, there = _weights(one, rarity), _weights(other, rarity)
    shared = sum(here[name] * there[name] for name in here.keys() & there.keys())
    lengths = math.hypot(*here.values()) * math.hypot(*there.values())
    return shared / lengths if lengths else 0.0


def _weights(telling: Telling, rarity: Rarity) -> dict[str, float]:
    return {
        name: (1 + math.log(count)) * rarity.weight(name) for name, count in telling.names.items()
    }
