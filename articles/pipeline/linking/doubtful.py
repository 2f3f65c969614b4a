"""Surnames, weak forms and forms of several entities: linked where something decides, else left to the editor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..names.entries import COUNTRY_WORDS
from ..names.gazetteer import Hit
from ..names.namesakes import (
    Surroundings,
    by_article,
    choose_person,
    choose_place,
    has_evidence,
    is_located,
)
from ..names.offices import Offices, age_beside
from ..names.senses import WordSenses
from ..names.tokens import fold
from ..results import Span
from .gathering import Gathered, add
from .stretch import Stretch

#: So many known entities are offered for a name that nothing decides.
MOST_CANDIDATES = 5
#: Beside which kinds of names in a list a weak one is a name too.
_LISTED_WITH = {
    "organisation": {"organisation"},
    "place": {"place", "country"},
    "country": {"place", "country"},
}
#: How sure each way to decide is.
_CONFIDENCE = {
    "named-in-full": 0.9,
    "holder-of-office": 0.85,
    "elder-or-younger": 0.8,
    "country-of-person": 0.7,
    "leader-of-country": 0.75,
    "only-bearer": 0.65,
}


class DoubtfulNames:
    """Decides what a name means that could mean several things, by what stands around it."""

    def __init__(self, senses: WordSenses, offices: Offices) -> None:
        self._senses = senses
        self._offices = offices

    def gather(
        self,
        content: str,
        stretches: Sequence[Stretch],
        found: dict[str, Gathered],
        surnames: dict[str, str],
        given: dict[str, str],
        date: str | None,
    ) -> None:
        """Gather surnames, weak forms and forms of several entities.

        `surnames` are those of unknown persons, `given` the given names of all who are named in full.
        """
        countries = _countries(stretches)
        full = {name for name, gathered in found.items() if gathered.kind == "person"}
        for stretch in stretches:
            for span, hits, is_doubtful in stretch.names:
                if not is_doubtful:
                    continue
                people = [hit for hit in hits if hit.form.kind == "surname"]
                if people and _belongs_to_unknown(people, stretch, found, full, surnames):
                    continue
                decided = None
                if people:
                    contested = _unknown_bearer(people, stretch, surnames) is not None
                    around = self._surroundings(
                        content, hits, stretch, full, countries, contested, date
                    )
                    decided = choose_person(people, around)
                if decided:
                    add(found, decided[0], span, decided[1], _CONFIDENCE[decided[1]])
                elif others := [
                    hit for hit in hits if hit.form.kind not in {*COUNTRY_WORDS, "surname"}
                ]:
                    person = self._person_called(others[0], stretch, given)
                    if person:
                        found[person].spans.append(stretch.span(others[0].index, 1))
                    else:
                        self._gather_thing(content, others, stretch, span, countries, found)
                elif any(not hit.form.weak for hit in people):
                    _leave_open(people, stretch, found)

    def _person_called(self, hit: Hit, stretch: Stretch, given: dict[str, str]) -> str | None:
        """Return the person whose given name a place bears too, where nothing says that the place is meant: Nursultan."""
        if hit.length > 1 or is_located(hit.index, stretch.tokens, self._senses):
            return None
        return given.get(stretch.tokens[hit.index].key)

    def _surroundings(
        self,
        content: str,
        hits: Sequence[Hit],
        stretch: Stretch,
        full: set[str],
        countries: Sequence[str],
        contested: bool,
        date: str | None,
    ) -> Surroundings:
        index = hits[0].index
        titles, past = self._offices.beside(stretch.tokens, index, content)
        return Surroundings(
            named=full,
            near=stretch.near(index),
            countries=countries,
            titles=titles,
            past=past,
            age=age_beside(stretch.tokens, index, content),
            contested=contested,
            date=date,
        )

    def _gather_thing(
        self,
        content: str,
        hits: Sequence[Hit],
        stretch: Stretch,
        span: Span,
        countries: Sequence[str],
        found: dict[str, Gathered],
    ) -> None:
        """Gather a place, body or event whose form is weak or shared, where something speaks for it."""
        if is_located(hits[0].index, stretch.tokens, self._senses):
            hits = [hit for hit in hits if hit.entity.kind in {"place", "country"}] or hits
        hits = by_article(hits, stretch.tokens)
        named = [hit for hit in hits if hit.entity.name in found]
        near = stretch.near(hits[0].index)
        if len(named) == 1:
            meant: Hit | None = named[0]
        else:
            meant = choose_place(hits, near, countries) if len(hits) > 1 else hits[0]
            if (
                meant
                and meant.form.weak
                and not has_evidence(meant, stretch.tokens, content, near, countries, self._senses)
                and not _is_listed(meant, stretch, content)
            ):
                meant = None
        if meant:
            add(found, meant, span, meant.form.kind, 0.85 if len(hits) == 1 else 0.7)


def _is_listed(hit: Hit, stretch: Stretch, content: str) -> bool:
    """Return whether a list names a place beside a place, or a body beside a body."""
    other = stretch.listed_with(hit, content)
    if other is None or hit.entity.kind not in _LISTED_WITH:
        return False
    return other.entity.kind in _LISTED_WITH[hit.entity.kind]


def _belongs_to_unknown(
    people: Sequence[Hit],
    stretch: Stretch,
    found: dict[str, Gathered],
    full: set[str],
    surnames: dict[str, str],
) -> bool:
    """Give a surname to the unknown person whom the text names in full, unless a known bearer is named in full too.

    Printed exactly as the unknown person's (Ташиева, a woman) it is not the genitive of a known one's (Ташиев).
    """
    printed = stretch.tokens[people[0].index]
    exact, name = surnames.get(printed.key), _unknown_bearer(people, stretch, surnames)
    if not name:
        return False
    as_known = any(fold(hit.form.text) == printed.key for hit in people)
    if any(hit.entity.name in full for hit in people) and not (exact and not as_known):
        return False
    found[name].spans.append(stretch.span(people[0].index, 1))
    return True


def _unknown_bearer(
    people: Sequence[Hit], stretch: Stretch, surnames: dict[str, str]
) -> str | None:
    """Return the unknown person of a surname whom the text names in full."""
    key = stretch.tokens[people[0].index].key
    return surnames.get(key) or surnames.get(key.removesuffix("s"))


def _countries(stretches: Sequence[Stretch]) -> list[str]:
    """Return the countries that the names of a text belong to beyond doubt, the commonest first."""
    codes = (
        name.hits[0].entity.country
        for stretch in stretches
        for name in stretch.names
        if not name.is_doubtful
    )
    return [code for code, _ in Counter(codes).most_common() if code]


def _leave_open(people: Sequence[Hit], stretch: Stretch, found: dict[str, Gathered]) -> None:
    """Gather a surname that nothing decides as an unknown name, with those whom it could mean."""
    printed = stretch.tokens[people[0].index].text
    name = (
        printed.removesuffix("s")
        if printed.removesuffix("s") in {h.form.text for h in people}
        else printed
    )
    open_name = found.setdefault(name, Gathered("person", None, "surname-of-several", 0.4))
    open_name.spans.append(stretch.span(people[0].index, people[0].length))
    if not open_name.candidates:
        names = dict.fromkeys(hit.entity.name for hit in people)
        open_name.candidates = tuple(names)[:MOST_CANDIDATES]
