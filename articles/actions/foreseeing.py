"""What a judgement would change, before it is given: which texts come under a name, which go, and the words that say so."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from ..models import Article, Entity, Mention, UnknownName
from .judging import standing_on


class Change(StrEnum):
    """What a judgement does to a text: files it under the name, adds places to it, or takes the name out."""

    COMES = "comes"
    MORE = "more"
    GOES = "goes"


@dataclass(slots=True)
class Foreseen:
    """A text that a judgement would change, with the places of the words in its original."""

    article: Article
    change: Change
    spans: list[list[int]] = field(default_factory=list)


def if_same(key: str, entity: Entity) -> list[Foreseen]:
    """Return what `judging.accept` would change: each text that asks under `key`, once."""
    rows = UnknownName.objects.open().filter(key=key).select_related("article__source")
    held = Mention.objects.filter(tag=entity, rejected=False)
    named = set(
        held.filter(content_object__in=rows.values("article")).values_list(
            "content_object", flat=True
        )
    )
    found: dict[int, Foreseen] = {}
    for row in rows.order_by("article_id", "pk"):
        change = Change.MORE if row.article_id in named else Change.COMES
        found.setdefault(row.article_id, Foreseen(row.article, change)).spans.extend(row.spans)
    return list(found.values())


def if_never(forms: Collection[str], entity: Entity) -> list[Foreseen]:
    """Return what `judging.never` would change: each text that stands under the name by one of `forms` alone."""
    mentions = Mention.objects.filter(tag=entity, content_object__in=standing_on(forms, entity))
    return [
        Foreseen(mention.content_object, Change.GOES, mention.spans)
        for mention in mentions.select_related("content_object__source").order_by(
            "content_object_id"
        )
    ]
