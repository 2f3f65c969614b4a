"""Summits that the gazetteer does not hold: by the noun before the body that meets."""

from __future__ import annotations

from collections.abc import Sequence

from .gazetteer import Hit
from .senses import UnknownName
from .tokens import Token

_SUMMITS = frozenset(
    "gipfel gipfeltreffen gipfels summit sommet саммит саммита саммите саммиту саммитом".split()
)
#: Who meets: "Gipfeltreffen der Staatschefs der …".
_LEADERS = frozenset(
    "staatschefs staatsoberhaupter regierungschefs staats leaders dirigeants глав".split()
)
_OF = frozenset("der des of the de la du von l".split())
_LONGEST = 5


def find_summit(hit: Hit, tokens: Sequence[Token]) -> UnknownName | None:
    """Return the summit of the body that was hit: "Gipfel der GUS", "саммит Шанхайской организации сотрудничества"."""
    for place in range(hit.index - 1, max(-1, hit.index - 1 - _LONGEST), -1):
        key = tokens[place].key
        if key in _SUMMITS:
            length = hit.index + hit.length - place
            return UnknownName(place, length, "event", "summit", 0.5)
        if key not in _OF and key not in _LEADERS:
            return None
    return None
