"""Which of several entities a name means: who is named in full, whose country stands near, who held office that day."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..knowledge import OfficeTerm
from .gazetteer import Hit
from .senses import WordSenses
from .tokens import Token

#: How many words around a name may hold the country that speaks for it.
CONTEXT = 7
_IN = frozenset("in aus nach bei von im bis uber near at to from of в из под у a au en de".split())


def choose_person(
    hits: Sequence[Hit], named: Collection[str], near: Collection[str], date: str | None
) -> Hit | None:
    """Return whom a surname means, or None where nothing decides between namesakes.

    `named` are the entities that the text names in full, `near` the country codes around the name, `date` (YYYY…) the
    text's own date. A head of state is meant before other holders of office.
    """
    if len(hits) == 1:
        hit = hits[0]
        return (
            hit
            if not hit.form.weak or hit.entity.name in named or hit.entity.country in near
            else None
        )

    def weight(hit: Hit) -> float:
        in_office = [office for office in hit.entity.offices if date and covers(office, date)]
        return (
            4.0 * (hit.entity.name in named)
            + 1.5 * (hit.entity.country in near)
            + max(
                (2.0 if office.title == "President" else 1.0 for office in in_office), default=0.0
            )
            + 0.5 * any(office.title == "President" for office in hit.entity.offices)
        )

    ranked = sorted(hits, key=weight, reverse=True)
    return ranked[0] if weight(ranked[0]) > weight(ranked[1]) else None


def covers(office: OfficeTerm, date: str) -> bool:
    """Return whether an office was held at a date, each date as exact as it is given.

    >>> covers(OfficeTerm("President", "KZ", "2019-03-20"), "2022-05")
    True
    """
    start, end = office.start, office.end
    return start[: len(date)] <= date[: len(start)] and (
        not end or date[: len(end)] <= end[: len(date)]
    )


def has_evidence(
    hit: Hit,
    tokens: Sequence[Token],
    near: Collection[str],
    named_countries: Collection[str],
    senses: WordSenses,
) -> bool:
    """Return whether something speaks for a weak form: its country near by, or a place's preposition and country.

    Kant, Osch, Naryn are also a philosopher, a common word and a canteen. An organisation needs a noun right before it
    ("der Markenname Lada"), a person more than that.
    """
    ahead = tokens[hit.index - 1] if hit.index else None
    if hit.entity.kind == "person":
        return False
    if hit.entity.kind == "organisation":
        apposed = (
            ahead is not None and tokens[hit.index].start - ahead.end <= 2 and ahead.is_capitalised
        )
        return apposed and ahead is not None and not senses.is_given(ahead)
    located = ahead is not None and (ahead.key in _IN or senses.is_place_head(ahead))
    return hit.entity.country in near or (located and hit.entity.country in named_countries)


def choose_place(
    hits: Sequence[Hit], near: Collection[str], named_countries: Sequence[str]
) -> Hit | None:
    """Return which of several places of one name is meant: the one whose country stands near, or leads the text."""
    for countries in (near, named_countries[:1], named_countries):
        meant = [hit for hit in hits if hit.entity.country and hit.entity.country in countries]
        if len({hit.entity.name for hit in meant}) == 1:
            return meant[0]
    return None
