"""Which of several entities a name means: who is named in full, whose country stands near, who held office that day."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from ..knowledge import OfficeTerm
from .gazetteer import Hit
from .senses import WordSenses
from .tokens import Token

#: Offices whose holder is known by the surname alone.
_LEADING = (
    "President",
    "Prime Minister",
    "Chancellor",
    "Federal President",
    "Premier",
    "Supreme Leader",
    "King",
)
#: How many words around a name may hold the country that speaks for it.
CONTEXT = 7
_IN = frozenset("in aus nach bei von im bis uber near at to from of в из под у a au en de".split())


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a surname: all that may decide whom it means.

    `named` are the entities that the text names in full, the latest before it last; `near` the countries named close by,
    `countries` those of the whole text; `titles` the offices that words beside it name, `past` whether as former ones;
    `age` is 1 where words beside it speak of the elder of a family, -1 of the younger. `date` (YYYY…) is the text's own.
    """

    named: Sequence[str] = ()
    near: Collection[str] = ()
    countries: Collection[str] = ()
    titles: Collection[str] = ()
    past: bool = False
    age: int = 0
    date: str | None = None


def choose_person(hits: Sequence[Hit], around: Surroundings) -> tuple[Hit, str] | None:
    """Return whom a surname means and by which rule, or None where nothing decides: then an editor is asked.

    In this order: elder or younger of a family, the person named in full (the latest), the holder of the office named
    beside it at the text's date, the only bearer whose country the text names, the one who led that country then.
    """
    bearers = list({hit.entity.name: hit for hit in hits}.values())
    if around.age and len(bearers) > 1:
        by_age = sorted(
            bearers, key=lambda hit: min((o.start for o in hit.entity.offices), default="9")
        )
        return by_age[0 if around.age > 0 else -1], "elder-or-younger"
    in_full = [hit for hit in bearers if hit.entity.name in around.named]
    if in_full:
        return max(in_full, key=lambda hit: around.named.index(hit.entity.name)), "named-in-full"
    if around.titles:
        then = [hit for hit in bearers if _held(hit, around)]
        ever = [hit for hit in bearers if _held(hit, replace(around, date=None))]
        for holders in (then, ever):
            if len(holders) == 1:
                return holders[0], "holder-of-office"
        bearers = then or ever or bearers
    return _by_country(bearers, around)


def _held(hit: Hit, around: Surroundings) -> bool:
    """Return whether a person held an office that is named, at the text's date or, as a former one, before it."""
    return any(
        office.title.startswith(tuple(around.titles))
        and (
            around.date is None
            or covers(office, around.date)
            or (around.past and office.start <= around.date)
        )
        for office in hit.entity.offices
    )


def _by_country(bearers: Sequence[Hit], around: Surroundings) -> tuple[Hit, str] | None:
    bearers = [hit for hit in bearers if not hit.form.weak]
    for countries in (around.near, around.countries):
        meant = [hit for hit in bearers if hit.entity.country and hit.entity.country in countries]
        if len(meant) == 1:
            return meant[0], "country-of-person"
        leading = [hit for hit in meant if _leads(hit, around.date)]
        if len(leading) == 1:
            return leading[0], "leader-of-country"
    if len(bearers) == 1 and _ever_led(bearers[0]):
        return bearers[0], "only-bearer"
    return None


def _leads(hit: Hit, date: str | None) -> bool:
    return any(
        office.title in _LEADING and (date is None or covers(office, date))
        for office in hit.entity.offices
    )


def _ever_led(hit: Hit) -> bool:
    return any(office.title in _LEADING for office in hit.entity.offices)


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
    located = is_located(hit.index, tokens, senses)
    return hit.entity.country in near or (located and hit.entity.country in named_countries)


def is_located(index: int, tokens: Sequence[Token], senses: WordSenses) -> bool:
    """Return whether the word before a name says that it is a place: in, nach, von, Stadt, Hafen von."""
    ahead = tokens[index - 1] if index else None
    return ahead is not None and (ahead.key in _IN or senses.is_place_head(ahead))


def choose_place(
    hits: Sequence[Hit], near: Collection[str], named_countries: Sequence[str]
) -> Hit | None:
    """Return which of several places of one name is meant: the one whose country stands near, or leads the text."""
    for countries in (near, named_countries[:1], named_countries):
        meant = [hit for hit in hits if hit.entity.country and hit.entity.country in countries]
        if len({hit.entity.name for hit in meant}) == 1:
            return meant[0]
    return None
