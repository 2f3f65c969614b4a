"""Whom an unknown name could mean: known names compared with it by their sounds, with the verdict and its reason in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from ..models import Alias, Entity, Office
from ..pipeline.names.comparing import RANK, Comparison, compare
from .wording import Words

#: Forms that name nobody in full: a bare surname agrees with every bearer of it.
_NO_NAMES = (Alias.Kind.SURNAME, Alias.Kind.ADJECTIVE, Alias.Kind.DEMONYM)
VERDICTS: dict[str, Words] = {
    "same": _("the same name"),
    "unsure": _("perhaps the same name"),
    "different": _("sounds different"),
}
REASONS: dict[str, Words] = {
    "the same letters": _("the same letters"),
    "a genitive": _("a genitive"),
    "no letters that can be read": _("no letters that can be read"),
    "only one is in capitals": _("only one is in capitals"),
    "the same abbreviation in another script": _("the same abbreviation in another script"),
    "abbreviations that differ": _("abbreviations that differ"),
    "spellings of one word": _("spellings of one word"),
    "close, but not the same sounds": _("close, but not the same sounds"),
    "close, but a letter differs": _("close, but a letter differs"),
    "different sounds": _("different sounds"),
    "one has a word more": _("one has a word more"),
    "feminine and masculine surname": _("feminine and masculine surname"),
    "a land and its people": _("a land and its people"),
    "an initial only": _("an initial only"),
    "spellings of one name": _("spellings of one name"),
    "different kinds of place or body": _("different kinds of place or body"),
    "only one names its kind": _("only one names its kind"),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known name that an unknown one could mean, and what speaks for it."""

    entity: Entity
    verdict: str
    percent: int
    because: Words
    form: str

    @property
    def is_likely(self) -> bool:
        """Whether it may be offered with one button; what sounds different is to be looked at first."""
        return self.verdict != "different"

    @property
    def office(self) -> Office | None:
        """The latest office that it held: what tells namesakes apart."""
        return max(self.entity.offices.all(), key=lambda one: one.start, default=None)

    @property
    def office_years(self) -> str:
        """The years of that office, as far as they are known."""
        if self.office is None or not (self.office.start or self.office.end):
            return ""
        return "–".join((self.office.start[:4], self.office.end[:4]))

    @property
    def words(self) -> Words:
        """The verdict in words."""
        return VERDICTS[self.verdict]


def candidates_of(name: str, entities: Iterable[Entity]) -> list[Candidate]:
    """Return `entities` with what speaks for each of them, the best first; equally good ones stay in their order.

    How long a given name is says nothing about a surname alone: of several bearers the reader's order stays. Their aliases
    and offices should be prefetched.
    """
    found = [(*_closest(name, entity), entity) for entity in entities]
    lone = len(name.split()) == 1
    found.sort(key=lambda one: _weight(one[1])[: 1 if lone else 2], reverse=True)
    return [
        Candidate(
            entity=entity,
            verdict=comparison.verdict,
            percent=round(comparison.score * 100),
            because=REASONS.get(comparison.reason) or comparison.reason,
            form=form if form != entity.display_name else "",
        )
        for form, comparison, entity in found
    ]


def _closest(name: str, entity: Entity) -> tuple[str, Comparison]:
    """Return the form of an entity that is closest to a printed name."""
    forms = dict.fromkeys([entity.display_name, entity.name, entity.name_de, entity.name_ru])
    forms |= dict.fromkeys(
        alias.name for alias in entity.aliases.all() if alias.in_use and alias.kind not in _NO_NAMES
    )
    compared = [(form, _compared(name, form)) for form in forms if form]
    return max(compared, key=lambda one: _weight(one[1]))


def _weight(comparison: Comparison) -> tuple[int, float]:
    return RANK[comparison.verdict], round(comparison.score, 2)


@lru_cache(maxsize=20_000)
def _compared(one: str, other: str) -> Comparison:
    return compare(one, other)
