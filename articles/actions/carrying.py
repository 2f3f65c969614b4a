"""Places in an original, found again in another version of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .states import State

Span = Sequence[int]


def place_in(later: str, earlier: str, span: Span) -> list[int] | None:
    """Return where the words of `span` stand in the later text: nearest to where they stood; None where they are gone.

    >>> place_in("Neu: Aktau. Und Aktau.", "Aktau. Aktau.", [7, 12])
    [16, 21]
    """
    start, end = span
    words = earlier[start:end]
    if not words.strip():
        return None
    expected = start * len(later) // max(len(earlier), 1)
    found = [later.find(words, expected), later.rfind(words, 0, expected + len(words))]
    places = [place for place in found if place >= 0]
    if not places:
        return None
    nearest = min(places, key=lambda place: abs(place - expected))
    return [nearest, nearest + len(words)]


def carried(state: State, earlier: str, later: str) -> State:
    """Return a state whose places point to the same words of the later text; words that are gone have none."""
    return {key: _carried(part, earlier, later) for key, part in state.items()}


def _carried(value: Any, earlier: str, later: str) -> Any:
    """Return data with its `spans` (a list) and `span` (of a block) moved, at any depth."""
    match value:
        case list():
            return [_carried(one, earlier, later) for one in value]
        case dict():
            moved: dict[str, Any] = {}
            for key, one in value.items():
                if key == "spans":
                    moved[key] = [to for span in one if (to := place_in(later, earlier, span))]
                elif key == "span":
                    if to := place_in(later, earlier, one):
                        moved[key] = to
                else:
                    moved[key] = _carried(one, earlier, later)
            return moved
        case _:
            return value
