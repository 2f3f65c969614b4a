"""Unknown names as questions: one for each name over all texts that print it, in any spelling."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from ..models import Article, Entity, Judgement, UnknownName
from .wording import Words, rule_name, warning_text

SHOWN_FORMS = 12


@dataclass(frozen=True, slots=True)
class Question:
    """A name that nobody knows yet: its spellings, the texts that print it, and whom it could mean.

    `read_by` says by which rule it was read as a name, `warning` what speaks for the first candidate.
    """

    key: str
    name: str
    kind: str
    names: list[str]
    surfaces: list[str]
    articles: list[Article]
    candidates: list[Entity]
    read_by: Words
    warning: Words

    @property
    def kind_name(self) -> str:
        """Its kind in words."""
        return str(Entity.Kind(self.kind).label)

    @property
    def best(self) -> Entity | None:
        """The name that it means most likely."""
        return self.candidates[0] if self.candidates else None

    @property
    def address(self) -> str:
        """The page on which it is judged."""
        return question_address(self.key)


def question_address(key: str) -> str:
    """Return the page on which the unknown names under `key` are judged."""
    return f"{reverse('admin:articles_unknownname_judge')}?{urlencode({'key': key})}"


def questions(keys: Collection[str]) -> list[Question]:
    """Return the open questions under `keys`, in their order, in a constant number of queries."""
    rows: dict[str, list[UnknownName]] = defaultdict(list)
    asked = UnknownName.objects.open().filter(key__in=keys).order_by("pk")
    for row in asked.select_related("article__source"):
        rows[row.key].append(row)
    named = {name for found in rows.values() for row in found for name in row.candidates}
    entities = _entities(named)
    never = _never({row.name for found in rows.values() for row in found}) if entities else set()
    return [_question(rows[key], entities, never) for key in keys if key in rows]


def _question(
    rows: list[UnknownName], entities: dict[str, Entity], never: set[tuple[str, int]]
) -> Question:
    names = Counter(row.name for row in rows)
    likeliest = max(rows, key=lambda row: (bool(row.candidates), row.confidence))
    candidates = dict.fromkeys(
        entities[name]
        for row in [likeliest, *rows]
        for name in row.candidates
        if name in entities and (row.name, entities[name].pk) not in never
    )
    return Question(
        key=rows[0].key,
        name=names.most_common(1)[0][0],
        kind=Counter(row.kind for row in rows).most_common(1)[0][0],
        names=[*names],
        surfaces=_unique(surface for row in rows for surface in row.surfaces)[:SHOWN_FORMS],
        articles=[*dict.fromkeys(row.article for row in rows)],
        candidates=[*candidates],
        read_by=rule_name(likeliest.rule) if likeliest.rule else "",
        warning=warning_text(likeliest.warning) if likeliest.warning else "",
    )


def _unique(values: Iterable[str]) -> list[str]:
    return [*dict.fromkeys(values)]


def _entities(names: Collection[str]) -> dict[str, Entity]:
    """Return the entities of these names, for a merged one that which stands for it."""
    if not names:
        return {}
    found = {one.name: one for one in Entity.objects.filter(name__in=names)}
    if not any(one.merged_into_id for one in found.values()):
        return found
    roots = Entity.objects.all().roots()
    kept = Entity.objects.in_bulk({roots[one.pk] for one in found.values() if one.pk in roots})
    return {name: kept.get(roots.get(one.pk, 0), one) for name, one in found.items()}


def _never(forms: Collection[str]) -> set[tuple[str, int]]:
    """Return which of these forms were judged never to mean which entity."""
    judged = Judgement.objects.everywhere().filter(
        form__in=forms, verdict=Judgement.Verdict.NOT_SAME
    )
    return {(form, entity) for form, entity in judged.values_list("form", "entity_id") if entity}
