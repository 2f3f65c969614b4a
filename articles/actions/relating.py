"""What a new draft has to do with other texts: outlets it cites or was taken from, accounts of its event, translations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from ..models import Article, ArticleRelation, ImportItem, Mention
from ..models.article import Precision
from ..pipeline.relations.events import MOST_DAYS, Rarity, same_event
from ..pipeline.relations.readings import telling_of_reading
from ..pipeline.relations.tellings import Telling
from ..pipeline.relations.translations import is_translation
from .blocks import Reading
from .cleaning import clean_line
from .drafting import Catalogue

Kind = ArticleRelation.Kind
#: So many texts of the same days, and so many in other languages, are looked at: those first that share most rare names.
LOOKED_AT = 12
#: A translation without a remark shares more names than this (`translations.is_translation` wants ten names and figures).
NAMES_OF_TRANSLATION = 3
#: The names of an outlet, and reasons of one kind, that are kept.
NAME_LENGTH, MOST_REASONS = 200, 12


def relate(item: ImportItem, catalogue: Catalogue) -> None:
    """Note the relations of the draft that was just made of `item`; a constant number of queries."""
    article = item.article
    assert article is not None  # just made
    rows = [*_said(article, item.reading, catalogue), *_told(item, article, catalogue)]
    if item.verdict == ImportItem.Verdict.NEAR and item.same_as and item.same_as.article:
        rows.append(_near_duplicate(item, article, item.same_as.article))
    ArticleRelation.objects.bulk_create(_closest(rows))


def relate_again(article: Article, reading: Reading, catalogue: Catalogue) -> None:
    """Let what a text says of outlets and of its original follow a new reading of it; what a person answered stays."""
    named = article.relations.filter(other=None)
    answered = set(named.exclude(confirmed_at=None).values_list("kind", "named"))
    if article.relations.filter(kind=Kind.TRANSLATION, other__isnull=False).exists():
        answered.add((Kind.TRANSLATION, ""))  # the remark stands at the original
    said = [
        row
        for row in _closest(list(_said(article, reading, catalogue)))
        if (row.kind, row.named) not in answered
    ]
    named.filter(confirmed_at=None).delete()
    ArticleRelation.objects.bulk_create(said)


#: Two texts have one relation, the closest.
_CLOSENESS = (Kind.NEAR_DUPLICATE, Kind.TRANSLATION, Kind.SAME_EVENT, Kind.REPRINT, Kind.CITES)


def _closest(rows: list[ArticleRelation]) -> Iterator[ArticleRelation]:
    """Yield one row for each other text and outlet; a remark on the translation goes to the original where it is here."""
    closest: dict[tuple[Any, ...], ArticleRelation] = {}
    for row in sorted(rows, key=lambda row: _CLOSENESS.index(Kind(row.kind))):
        closest.setdefault(("other", row.other_id) if row.other_id else (row.kind, row.named), row)
    originals = [row for row in closest.values() if row.kind == Kind.TRANSLATION and row.other_id]
    if originals and (remark := closest.pop((Kind.TRANSLATION, ""), None)):
        originals[0].spans = remark.spans
    yield from closest.values()


def _near_duplicate(item: ImportItem, article: Article, other: Article) -> ArticleRelation:
    return ArticleRelation(
        article=article,
        kind=Kind.NEAR_DUPLICATE,
        other=other,
        rule="shared-wording",
        confidence=(item.similarity or 0) / 100,
        reasons={"similarity": item.similarity, "contained": item.contained},
    )


def _said(article: Article, reading: Reading, catalogue: Catalogue) -> Iterator[ArticleRelation]:
    """Yield what the text says of itself: outlets it cites, where it appeared first, the language of its original."""
    for field, kind in (
        ("cites", Kind.CITES),
        ("reprint_of", Kind.REPRINT),
        ("translated_from", Kind.TRANSLATION),
    ):
        for one in reading["evidence"].get(field, ()):
            is_language = kind is Kind.TRANSLATION
            yield ArticleRelation(
                article=article,
                kind=kind,
                named="" if is_language else clean_line(one["value"], NAME_LENGTH),
                outlet_id=catalogue.sources.get(one["value"].casefold()),
                reasons={"language": one["value"]} if is_language else {},
                rule=one["rule"][:60],
                confidence=one["confidence"],
                spans=one["spans"],
            )


def _told(item: ImportItem, article: Article, catalogue: Catalogue) -> Iterator[ArticleRelation]:
    """Yield the stored texts that tell of the same event, or the same in another language."""
    tagged = dict(article.mentions.values_list("tag_id", "tag__name"))
    rarity = _rarity(tagged, catalogue)
    rare = [key for key, name in tagged.items() if rarity.is_rare(name)]
    keys = _candidates(article, rare)
    if not keys:
        return
    words = catalogue.relations
    own = telling_of_reading(item.reading, words.weekdays)
    for other in ImportItem.objects.filter(article__in=keys).select_related("article"):
        telling = telling_of_reading(other.reading, words.weekdays)
        relation = _translated(item.reading, own, other.reading, telling) or _same_event(
            own, telling, rarity
        )
        if relation is not None:
            relation.article, relation.other = article, other.article
            yield relation


def _translated(
    reading: Reading, own: Telling, others: Reading, other: Telling
) -> ArticleRelation | None:
    told = reading.get("translated_from") or "", others.get("translated_from") or ""
    found = is_translation(own, other, original_of_one=told[0], original_of_other=told[1])
    if found is None:
        return None
    reasons: dict[str, Any] = {"names": list(dict.fromkeys(found.shared))[:MOST_REASONS]}
    if language := next(filter(None, told), ""):
        reasons["language"] = language
    return ArticleRelation(
        kind=Kind.TRANSLATION, rule="same-order", confidence=found.score, reasons=reasons
    )


def _same_event(own: Telling, other: Telling, rarity: Rarity) -> ArticleRelation | None:
    found = same_event(own, other, rarity)
    if found is None:
        return None
    return ArticleRelation(
        kind=Kind.SAME_EVENT,
        rule="names-and-days",
        confidence=found.score,
        reasons={
            "names": [name for name in found.names if not name.startswith("?")][:MOST_REASONS],
            "figures": list(found.figures)[:MOST_REASONS],
            "days": list(found.days)[:MOST_REASONS],
        },
    )


def _rarity(tagged: dict[int, str], catalogue: Catalogue) -> Rarity:
    """Return how rare the names of a text are among the desk's texts."""
    counted = (
        Mention.objects.filter(tag__in=tagged)
        .order_by()
        .values("tag")
        .annotate(texts=Count("content_object"))
    )
    naming = {tagged[row["tag"]]: row["texts"] for row in counted}
    return Rarity(catalogue.relations.commonness, Article.objects.count(), naming)


def _candidates(article: Article, rare: list[int]) -> set[int]:
    """Return the articles that share rare entities: of about the same days, or many of them in another language."""
    sharing = (
        Mention.objects.filter(tag__in=rare)
        .exclude(content_object=article)
        .order_by()
        .values("content_object")
        .annotate(shared=Count("pk"))
        .order_by("-shared", "content_object")
    )
    keys: set[int] = set()
    if days := _about_the_same_days(article):
        keys |= _first(sharing.filter(days))
    if article.language:
        abroad = sharing.exclude(content_object__language=article.language)
        keys |= _first(abroad.filter(shared__gt=NAMES_OF_TRANSLATION))
    return keys


def _first(sharing: QuerySet[Any, Any]) -> set[int]:
    return {row["content_object"] for row in sharing[:LOOKED_AT]}


def _about_the_same_days(article: Article) -> Q | None:
    """Return the condition that a text is of nearly the same day, or of the same month where a day is not known."""
    first = article.date_from
    if first is None or article.date_precision == Precision.YEAR:
        return None
    month = Q(
        content_object__date_precision=Precision.MONTH,
        content_object__date_from=first.replace(day=1),
    )
    if article.date_precision == Precision.MONTH:
        return month | Q(
            content_object__date_precision=Precision.DAY,
            content_object__date_from__range=(first, _last_of_month(first)),
        )
    near = (first - timedelta(days=MOST_DAYS), first + timedelta(days=MOST_DAYS))
    return month | Q(
        content_object__date_precision=Precision.DAY, content_object__date_from__range=near
    )


def _last_of_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
