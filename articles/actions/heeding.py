"""What an editor marked in an original, held against a new reading of it: the marking wins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..pipeline.results import Label
from .blocks import Reading
from .labels import Marked, marked

#: The field that words with a label fill; a value that was read for another field from such words does not stand.
_FILLS = {
    Label.HEADLINE: "headline",
    Label.STANDFIRST: "standfirst",
    Label.BYLINE: "byline",
    Label.TRANSLATOR: "translator",
    Label.SIGN_OFF: "agency",
    Label.CREDIT: "photo_credits",
    Label.CAPTION: "captions",
}
_FILED = ("countries", "countries_mentioned", "topics")


def heeded(reading: Reading, markings: Sequence[Marked]) -> Reading:
    """Return `reading` as `markings` leave it; the reading itself is not changed.

    Lines are labelled as marked; values, names, countries and topics that stand nowhere but on words that an editor made
    something else go.
    """
    if not markings:
        return reading
    silent = [one for one in markings if not Label(one[2]).is_prose]
    evidence = dict(reading["evidence"])
    heeded = {**marked(reading, markings), "evidence": evidence}
    for name, found in reading["evidence"].items():
        field = name.removesuffix("_proposed")
        if field in _FILLS.values():
            bars = [one for one in markings if _bars(one, field, proposed=field != name)]
        else:
            bars = silent if name in _FILED else []
        left = [kept for one in found if (kept := _outside(one, bars))]
        if left == found:
            continue
        evidence[name] = left
        values = [one["value"] for one in left]
        is_list = isinstance(reading[name], list)
        heeded[name] = values if is_list else next(iter(values), None)
    heeded["entities"] = [
        kept for one in reading["entities"] if (kept := _named_outside(one, silent, reading))
    ]
    return heeded


def _bars(marking: Marked, field: str, *, proposed: bool) -> bool:
    """Return whether nothing of a field can stand on words so marked; a proposal is made of any prose."""
    label = Label(marking[2])
    return label.is_furniture or (_FILLS.get(label, field) != field and not proposed)


def _outside(found: dict[str, Any], bars: Sequence[Marked]) -> dict[str, Any] | None:
    """Return a value with the places that lie in no marking; None where it had places and has none left."""
    left = [span for span in found["spans"] if not _lies_in(span, bars)]
    return {**found, "spans": left} if left or not found["spans"] else None


def _named_outside(
    entity: dict[str, Any], bars: Sequence[Marked], reading: Reading
) -> dict[str, Any] | None:
    kept = _outside(entity, bars)
    if kept is None or kept["spans"] == entity["spans"]:
        return kept
    text: str = reading["text"]
    return {**kept, "surface": list(dict.fromkeys(text[slice(*span)] for span in kept["spans"]))}


def _lies_in(span: Sequence[int], bars: Sequence[Marked]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end, _ in bars)
