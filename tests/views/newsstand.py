"""What a page of the public site is made of: a country, a topic, sources, texts."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from articles.actions.listing import list_anew
from articles.models import (
    Article,
    ArticleCountry,
    ArticleRelation,
    ArticleTopic,
    Body,
    Country,
    Entity,
    Mention,
    Source,
    SourcePolicy,
    Topic,
)

PRECISIONS = {0: "", 4: "year", 7: "month", 10: "day"}


def make_country(code: str, english: str, german: str, *, focus: bool = True) -> Country:
    return Country.objects.create(
        code=code, slug=slugify(english), name_en=english, name_de=german, focus=focus
    )


def make_topic(code: str, english: str, german: str) -> Topic:
    return Topic.objects.create(code=code, name_en=english, name_de=german)


def make_source(name: str = "Tienschan-Dienst", policy: str = "full", **fields: Any) -> Source:
    """A source with a policy in force since yesterday; `policy=""` for one that has none."""
    yesterday = timezone.localdate() - timedelta(days=1)
    source = Source.objects.create(name=name, slug=slugify(name), **fields)
    if policy:
        SourcePolicy.objects.create(source=source, policy=policy, valid_from=yesterday)
    return source


def make_text(
    headline: str,
    *,
    source: Source,
    about: list[Country] | None = None,
    on: list[Topic] | None = None,
    body: list[str | tuple[str, str]] | None = None,
    date: str = "2025-11-17",
    **fields: Any,
) -> Article:
    """A published text of an hour ago unless `fields` say otherwise; blocks are (kind, text)."""
    defaults = {
        "slug": slugify(headline),
        "language": "de",
        "status": "published",
        "published_at": timezone.now() - timedelta(hours=1),
        "date_precision": PRECISIONS[len(date)],
        "date_from": f"{date}-01-01"[:10] if date else None,
    }
    article = Article.objects.create(
        headline=headline, source=source, date=date, **(defaults | fields)
    )
    blocks = [b if isinstance(b, tuple) else ("paragraph", b) for b in body or []]
    Body.objects.create(article=article, blocks=[{"kind": k, "text": t} for k, t in blocks])
    for rank, country in enumerate(about or [], start=1):
        ArticleCountry.objects.create(article=article, country=country, rank=rank)
    for rank, topic in enumerate(on or [], start=1):
        ArticleTopic.objects.create(article=article, topic=topic, rank=rank)
    list_anew([article.pk])
    return article


def mention(article: Article, name: str, german: str, **fields: Any) -> Mention:
    entity = Entity.objects.create(name=name, name_de=german, kind="person")
    return name_in(article, entity, **fields)


def name_in(article: Article, entity: Entity, **fields: Any) -> Mention:
    named = Mention.objects.create(content_object=article, tag=entity, **fields)
    list_anew([article.pk])
    return named


def relate(article: Article, kind: str, other: Article | None = None, **fields: Any) -> None:
    """A sure relation of `article` to another text, or to an outlet that `fields` name."""
    ArticleRelation.objects.create(article=article, kind=kind, other=other, **fields)
