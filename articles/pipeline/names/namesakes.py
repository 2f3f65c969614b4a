"""Which of several entities a name means: who is named in full, whose country stands near, who held office that day."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from ..knowledge import EntityRecord, OfficeTerm
from .gazetteer import Hit
from .senses import WordSenses, is_german, opens_sentence
from .tokens import Token, fold, words_of

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
_ARTICLES = frozenset("der die das dem den des am vom zum the le la du au".split())
#: Words of the canonical names of what has an article.
_NATURAL = frozenset(
    "river lake sea range mountains mountain desert valley pass peak canal reservoir glacier plateau basin gorge steppe".split()
)
_IN = frozenset(
    "in aus nach bei von im bis uber near at to from of в из под у до a au en de".split()
)
_QUOTES = '„“”"«»‘’‚'
#: Words before the name of somebody who is quoted, and behind it.
_QUOTING = frozenset("laut gegenuber selon according".split())
_REPORTING = frozenset(
    "zufolge berichtet berichtete meldet meldete schreibt schrieb reports reported сообщает сообщил".split()
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a surname: all that may decide whom it means.

    `named` are the entities that the text names in full, `near` the countries named close by, `countries` those of the
    whole text, the commonest first; `titles` the offices that words beside it name, `past` whether as former ones;
    `contested` says that an unknown person of that surname is named in full too; `age` is 1 where words beside it speak of the elder of a family, -1 of the younger. `date` (YYYY…) is the text's own.
    """

    named: Collection[str] = ()
    near: Collection[str] = ()
    countries: Sequence[str] = ()
    titles: Collection[str] = ()
    past: bool = False
    age: int = 0
    contested: bool = False
    date: str | None = None


def choose_person(hits: Sequence[Hit], around: Surroundings) -> tuple[Hit, str] | None:
    """Return whom a surname means and by which rule, or None where nothing decides: then an editor is asked.

    In this order: elder or younger of a family of leaders, the only bearer named in full, the holder of the office named beside it at
    the text's date (of those named in full, if any are), the one who led a country then, the only one whose country the
    text names, the only bearer who ever led one. Of several named in full a leader is chosen only beside
    relatives without any office; else texts call them by their given names, and nobody is.
    """
    bearers = list({hit.entity.name: hit for hit in hits}.values())
    led = sorted(
        filter(_ever_led, bearers),
        key=lambda hit: min(office.start for office in hit.entity.offices),
    )
    if around.age and len(led) > 1:
        return led[0 if around.age > 0 else -1], "elder-or-younger"
    in_full = [hit for hit in bearers if hit.entity.name in around.named]
    if len(in_full) == 1 and not around.contested:
        return in_full[0], "named-in-full"
    if holder := _holder(in_full or bearers, around):
        return holder, "holder-of-office"
    if around.contested:
        return None
    if in_full:
        main = around.countries[:1]
        in_full = [hit for hit in in_full if hit.entity.country in main] or in_full
        if len(in_full) == 1:
            return in_full[0], "country-of-person"
        leaders = [hit for hit in in_full if _leads(hit, around.date)]
        leaders = leaders or list(filter(_ever_led, in_full))
        others = [hit for hit in in_full if hit not in leaders]
        if len(leaders) == 1 and not any(hit.entity.offices for hit in others):
            return leaders[0], "leader-of-country"
        return None
    return _by_country(bearers, around)


def _holder(bearers: Sequence[Hit], around: Surroundings) -> Hit | None:
    """Return the one who held the office named beside the surname: at the text's date, or else at any time."""
    if not around.titles:
        return None
    for when in (around, replace(around, date=None)):
        holders = [hit for hit in bearers if _held(hit, when)]
        if len(holders) == 1:
            return holders[0]
    return None


def _held(hit: Hit, around: Surroundings) -> bool:
    """Return whether a person held an office that is named, at the text's date or, as a former one, before it."""
    return any(
        office.title.startswith(tuple(around.titles))
        and (
            around.date is None
            or (covers(office, around.date) and not around.past)
            or (around.past and office.start <= around.date and not covers(office, around.date))
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
    return leadership(hit.entity) > 0


def leadership(entity: EntityRecord) -> int:
    """Return 2 for a head of state, 1 for a head of government, 0 for all others."""
    titles = {office.title for office in entity.offices}
    return 2 if "President" in titles else int(not titles.isdisjoint(_LEADING))


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
    content: str,
    near: Collection[str],
    named_countries: Sequence[str],
    senses: WordSenses,
) -> bool:
    """Return whether something speaks for a weak form: its country near by, or a place's preposition and country.

    Kant, Osch, Naryn are also a philosopher, a common word and a canteen. A river needs an article and its country in the text.
    A person needs more than that.
    """
    if hit.entity.kind == "person":
        return False
    if hit.entity.kind == "organisation":
        return _is_body_meant(hit, tokens, content, {*near, *list(named_countries)[:1]}, senses)
    if hit.entity.country in near:
        return True
    if is_located(hit.index, tokens, senses) and hit.entity.country in named_countries:
        return True
    ahead = tokens[hit.index - 1].key if hit.index else ""
    countries = {"", *named_countries}
    return is_natural(hit) and ahead in _ARTICLES and hit.entity.country in countries


def _is_body_meant(
    hit: Hit, tokens: Sequence[Token], content: str, countries: Collection[str], senses: WordSenses
) -> bool:
    """Return whether something speaks for the weak form of an organisation.

    A noun right before it ("der Markenname Lada", "агентство «Фергана»", "the website Orient"), or words of quoting ("laut jW");
    or its country stands near or leads the text, and it is an abbreviation, stands in quotation marks, is of several words, or
    has a capital that only names have.
    """
    name, last = tokens[hit.index], tokens[hit.index + hit.length - 1]
    ahead = tokens[hit.index - 1] if hit.index else None
    gap = content[ahead.end : name.start] if ahead else "\n"
    if ahead and gap.strip(_QUOTES) in {" ", "\xa0"} and len(gap) <= len(" „"):
        quoted = len(gap) > 1
        if senses.is_body(ahead) or (
            ahead.is_capitalised and not quoted and not senses.is_given(ahead)
        ):
            return True
        if ahead.key in _QUOTING:
            return True
    end = hit.index + hit.length
    following = tokens[end] if end < len(tokens) and tokens[end].start - last.end == 1 else None
    if following and following.key in _REPORTING:
        return True
    german = is_german(content, name)
    goes_on = following is not None and following.is_capitalised and not german
    if hit.entity.country not in countries or goes_on:
        return False
    if hit.form.kind == "abbreviation" or hit.length > 1 or gap[-1:] in _QUOTES:
        return True
    return (
        name.is_capitalised
        and not german
        and not opens_sentence(content, name)
        and not senses.is_plain(name)
    )


def is_located(index: int, tokens: Sequence[Token], senses: WordSenses) -> bool:
    """Return whether the word before a name says that it is a place: in, nach, von, Stadt, Hafen von."""
    ahead = tokens[index - 1] if index else None
    return ahead is not None and (ahead.key in _IN or senses.is_place_head(ahead))


def by_article(hits: Sequence[Hit], tokens: Sequence[Token]) -> list[Hit]:
    """Return the places that an article before the name leaves: German and French rivers have one, towns have none.

    "am Naryn" is the river, "in Naryn" the town.
    """
    ahead = tokens[hits[0].index - 1].key if hits[0].index else ""
    natural = [hit for hit in hits if is_natural(hit)]
    if not natural or len(natural) == len(hits):
        return list(hits)
    return natural if ahead in _ARTICLES else [hit for hit in hits if hit not in natural]


def is_natural(hit: Hit) -> bool:
    """Return whether a hit is a river, lake, valley …, by the noun in its canonical name."""
    return hit.entity.kind == "place" and any(
        fold(word) in _NATURAL for word in words_of(hit.entity.name)
    )


def choose_place(
    hits: Sequence[Hit], near: Collection[str], named_countries: Sequence[str]
) -> Hit | None:
    """Return which of several places of one name is meant: the one whose country stands near, or leads the text."""
    for countries in (near, named_countries[:1], named_countries):
        meant = [hit for hit in hits if hit.entity.country and hit.entity.country in countries]
        if len({hit.entity.name for hit in meant}) == 1:
            return meant[0]
    return None
