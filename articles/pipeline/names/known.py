"""What the gazetteer adds to the rules when names of a list are ranked: aliases, inflected forms, who is somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .comparing import RANK, SAME, UNSURE, Comparison, compare
from .entries import COUNTRY_WORDS
from .gazetteer import Gazetteer
from .inflection import inflected
from .matching import Candidate, NameIndex
from .namesakes import leadership
from .orthographies import plain
from .tokens import tokenize

_BY_GAZETTEER = 0.99


class KnownNames:
    """Ranks names of a list for a query by their sounds and by what the gazetteer knows of both."""

    def __init__(self, names: Sequence[str], gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._bearers = {name: self._meant(name) for name in names}
        self._index = NameIndex({name: self._forms(name) for name in names})

    def rank(self, query: str, most: int = 3) -> list[Candidate]:
        """Return up to `most` names, the likeliest first, as `NameIndex.rank` does."""
        meant = self._meant(query)
        ranked = {found.name: found for found in self._index.rank(query, most=_ENOUGH)}
        if not meant:
            return list(ranked.values())[:most]
        named = [name for name, bearers in self._bearers.items() if bearers & meant]
        verdict = SAME if len(named) == 1 else UNSURE
        for name in named:
            close = ranked[name].comparison.score if name in ranked else 0.0
            score = max(close, _BY_GAZETTEER)
            ranked[name] = Candidate(
                name, Comparison(verdict, score, "a form that the gazetteer knows")
            )
        others = [
            self._as_another(found)
            if found.name not in named and (named or self._bearers[found.name])
            else found
            for found in ranked.values()
        ]
        others.sort(key=lambda found: self._order(query, found))
        return others[:most]

    def _order(self, query: str, found: Candidate) -> tuple[float, ...]:
        """Return what orders candidates: verdict and score, then who led a country, then whose own name is closest."""
        verdict, score = found.comparison.verdict, found.comparison.score
        entities = [self._gazetteer.by_name[name] for name in self._bearers[found.name]]
        led = max((leadership(entity) for entity in entities), default=0)
        return -RANK[verdict], -round(score, 2), -led, -compare(query, found.name).score

    @staticmethod
    def _as_another(found: Candidate) -> Candidate:
        comparison = found.comparison
        if comparison.verdict != SAME:
            return found
        doubt = Comparison(
            UNSURE, comparison.score * 0.9, "sounds alike, but the gazetteer parts them"
        )
        return replace(found, comparison=doubt)

    def _meant(self, name: str) -> frozenset[str]:
        """Return the entities that a whole name means as the gazetteer has it written, by their names."""
        if name in self._gazetteer.by_name:
            return frozenset([name])
        tokens = tokenize(name)
        hits = self._gazetteer.hits(tokens, 0) if tokens else []
        return frozenset(
            hit.entity.name
            for hit in hits
            if hit.length == len(tokens) and not hit.by_sound and hit.form.kind not in COUNTRY_WORDS
        )

    def _forms(self, name: str) -> tuple[str, ...]:
        """Return the forms known for a name: of the one entity that bears it, or, for a people, of its name."""
        bearers = self._bearers[name]
        if len(bearers) == 1:
            forms = self._gazetteer.by_name[min(bearers)].forms
            return tuple(form.text for form in forms if form.kind not in COUNTRY_WORDS)
        key = plain(name)
        for entity in self._gazetteer.entities:
            words = [form for form in entity.forms if form.kind in COUNTRY_WORDS]
            if any(plain(form.text) == key for form in words):
                return tuple(
                    text for form in words for text in sorted(inflected(form.text, kind=form.kind))
                )
        return ()


#: So many of the index's names are looked at before the gazetteer has its say.
_ENOUGH = 12
