"""Unknown names as questions: one for each name over all texts that print it, in any spelling."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.http import urlencode

from ..models import Article, Entity, Judgement, UnknownName
from .candidates import Candidate, candidates_of
from .wording import Words, rule_name, warning_text

SHOWN_FORMS = 12
#: The rule of a surname that several known people bear: each text may mean another of them.
SHARED = "surname-of-several"


@dataclass(frozen=True, slots=True)
class Question:
    """A name that nobody knows yet: its spellings, the texts that print it, and whom it could mean.

    `read_by` says by which rule it was read as a name, `warning` where the reader has doubts. Where it `is_shared`, each
    text may mean another of the candidates.
    """

    key: str
    name: str
    kind: str
    names: list[str]
    surfaces: list[str]
    articles: list[Article]
    candidates: list[Candidate]
    rows: list[UnknownName]
    is_shared: bool
    read_by: Words
    warning: Words

    @property
    def kind_name(self) -> str:
        """Its kind in words."""
        return str(Entity.Kind(self.kind).label)

    @property
    def best(self) -> Entity | None:
        """The name that it means most likely; None where each text may mean another, and where none sounds alike."""
        if self.is_shared or not self.likely:
            return None
        return self.likely[0].entity

    @property
    def likely(self) -> list[Candidate]:
        """The candidates that it may well mean."""
        return likely(self.candidates, shared=self.is_shared)

    @property
    def address(self) -> str:
        """The page on which it is judged."""
        return question_address(self.key)


def likely(candidates: list[Candidate], *, shared: bool) -> list[Candidate]:
    """Return the candidates to be offered with a button: all bearers of a shared surname, else those that sound alike."""
    return [one for one in candidates if shared or one.is_likely]


def question_address(key: str) -> str:
    """Return the page on which the unknown names under `key` are judged."""
    return f"{reverse('admin:articles_unknownname_judge')}?{urlencode({'key': key})}"


def questions(keys: Collection[str]) -> list[Question]:
    """Return the open questions under `keys`, in their order, in a constant number of queries."""
    rows: dict[str, list[UnknownName]] = defaultdict(list)
    asked = UnknownName.objects.open().filter(key__in=keys).order_by("pk")
    for row in asked.select_related("article__source"):
        rows[row.key].append(row)
    offers = Offers(row for found in rows.values() for row in found)
    return [_question(rows[key], offers) for key in keys if key in rows]


class Offers:
    """The known names that questions could mean, looked up once for many questions."""

    def __init__(self, rows: Iterable[UnknownName]) -> None:
        held = list(rows)
        self._entities = known_by({name for row in held for name in row.candidates})
        self._never = _never({row.name for row in held}) if self._entities else set()

    def of(self, name: str, rows: Iterable[UnknownName]) -> list[Candidate]:
        """Return what `rows` could mean, compared with `name`, the best first."""
        offered = dict.fromkeys(
            self._entities[one]
            for row in rows
            for one in row.candidates
            if one in self._entities and (row.name, self._entities[one].pk) not in self._never
        )
        return candidates_of(name, offered)


def _question(rows: list[UnknownName], offers: Offers) -> Question:
    names = Counter(row.name for row in rows)
    name = names.most_common(1)[0][0]
    likeliest = max(rows, key=lambda row: (bool(row.candidates), row.confidence))
    candidates = offers.of(name, [likeliest, *rows])
    return Question(
        key=rows[0].key,
        name=name,
        kind=Counter(row.kind for row in rows).most_common(1)[0][0],
        names=[*names],
        surfaces=_unique(surface for row in rows for surface in row.surfaces)[:SHOWN_FORMS],
        articles=[*dict.fromkeys(row.article for row in rows)],
        candidates=candidates,
        rows=rows,
        is_shared=len(candidates) > 1 and any(row.rule == SHARED for row in rows),
        read_by=rule_name(likeliest.rule) if likeliest.rule else "",
        warning=warning_text(likeliest.warning) if likeliest.warning else "",
    )


def _unique(values: Iterable[str]) -> list[str]:
    return [*dict.fromkeys(values)]


def known_by(names: Collection[str]) -> dict[str, Entity]:
    """Return the entities that readings called by these names, with their aliases and offices: as they are called by now.

    For a merged one that which stands for it; one that an editor renamed is known by its name in the data files.
    """
    if not names:
        return {}
    rows = Entity.objects.filter(Q(name__in=names) | Q(reference_key__in=names))
    read = [*rows.select_related("country").prefetch_related("aliases", "offices")]
    found = {one.reference_key: one for one in read if one.reference_key}
    found |= {one.name: one for one in read}
    if not any(one.merged_into_id for one in found.values()):
        return found
    roots = Entity.objects.all().roots()
    standing = Entity.objects.select_related("country").prefetch_related("aliases", "offices")
    kept = standing.in_bulk({roots[one.pk] for one in found.values() if one.pk in roots})
    return {name: kept.get(roots.get(one.pk, 0), one) for name, one in found.items()}


def _never(forms: Collection[str]) -> set[tuple[str, int]]:
    """Return which of these forms were judged never to mean which entity."""
    judged = Judgement.objects.everywhere().filter(
        form__in=forms, verdict=Judgement.Verdict.NOT_SAME
    )
    return {(form, entity) for form, entity in judged.values_list("form", "entity_id") if entity}
