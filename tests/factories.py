"""What tests of the desk are made of: plain functions, each with defaults that make it valid."""

from datetime import date, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from articles.actions.listing import list_anew
from articles.models import (
    Article,
    ArticleCountry,
    ArticleTopic,
    Body,
    Country,
    Entity,
    Evidence,
    Mention,
    Source,
    SourcePolicy,
    Topic,
    UnknownName,
)
from articles.models.addresses import ascii_slug
from articles.pipeline.reading import decode
from articles.pipeline.results import Found, Label, Line, LinkedEntity, ParsedArticle, Span


def make_editor(name: str = "aigul") -> User:
    return User.objects.create_user(name, password="x", is_staff=True)


def make_country(code: str = "KZ", english: str = "Kazakhstan", **fields: Any) -> Country:
    defaults = {"slug": ascii_slug(english), "name_en": english, "name_de": english, "focus": True}
    return Country.objects.get_or_create(code=code, defaults=defaults | fields)[0]


def make_topic(code: str = "energy", **fields: Any) -> Topic:
    defaults = {"name_en": code.title(), "name_de": code.title()} | fields
    return Topic.objects.get_or_create(code=code, defaults=defaults)[0]


def make_entity(name: str = "Kassym-Jomart Tokayev", kind: str = "person", **fields: Any) -> Entity:
    return Entity.objects.create(name=name, kind=kind, slug=ascii_slug(name), **fields)


def make_source(name: str = "Tienschan-Dienst", policy: str = "full", **fields: Any) -> Source:
    """A source with `policy` in force; an empty one for a source without any policy."""
    source = Source.objects.create(name=name, slug=ascii_slug(name), **fields)
    if policy:
        add_policy(source, policy)
    return source


def add_policy(source: Source, policy: str, *, start: int = -1, end: int | None = None) -> None:
    """Give `source` a policy from `start` to `end`, in days from today."""
    today = timezone.localdate()
    SourcePolicy.objects.create(
        source=source,
        policy=policy,
        valid_from=today + timedelta(days=start),
        valid_to=None if end is None else today + timedelta(days=end),
    )


def make_article(
    headline: str = "Toqajew reist nach Aktau",
    *,
    source: Source | None = None,
    about: list[Country] | None = None,
    topics: list[Topic] | None = None,
    entities: list[Entity] | None = None,
    body: list[str] | None = None,
    **fields: Any,
) -> Article:
    """A draft that may be published: from a source with full rights, about Kazakhstan, unless told otherwise."""
    defaults = {
        "slug": ascii_slug(headline) or "text",
        "language": "de",
        "date": "2026-11-20",
        "date_precision": "day",
        "date_from": date(2026, 11, 20),
        "source": source or Source.objects.filter(name="Tienschan-Dienst").first() or make_source(),
    }
    article = Article.objects.create(headline=headline, **defaults | fields)
    blocks = [{"kind": "paragraph", "text": text} for text in body or ["Der Text."]]
    Body.objects.create(article=article, blocks=blocks)
    for rank, country in enumerate([make_country()] if about is None else about, 1):
        ArticleCountry.objects.create(article=article, country=country, rank=rank)
    for rank, topic in enumerate(topics or [], 1):
        ArticleTopic.objects.create(article=article, topic=topic, rank=rank)
    for entity in entities or []:
        Mention.objects.create(content_object=article, tag=entity, surfaces=[entity.name])
    list_anew([article.pk])
    return article


def make_published(headline: str = "Schon erschienen", **fields: Any) -> Article:
    hour_ago = timezone.now() - timedelta(hours=1)
    return make_article(headline, **{"status": "published", "published_at": hour_ago} | fields)


def propose(article: Article, field: str, **fields: Any) -> Evidence:
    """Note that the value of `field` was proposed by a rule and confirmed by nobody."""
    values = {"value": str(getattr(article, field)), "proposed": True, "rule": "guess"} | fields
    return Evidence.objects.create(article=article, field=field, **values)


def ask_name(article: Article, name: str, *surfaces: str, **fields: Any) -> UnknownName:
    """A name in `article` that nobody knows yet."""
    asked = article.unknown_names.count()
    printed = list(surfaces or (name,))
    spans = [[100 * asked + 10 * number, 100 * asked + 9] for number, _ in enumerate(printed)]
    defaults = {"key": name.casefold(), "kind": "person", "surfaces": printed, "spans": spans}
    return UnknownName.objects.create(article=article, name=name, **defaults | fields)


# --- a reader of its own ------------------------------------------------------------------------


def found(value: str, *spans: tuple[int, int], proposed: bool = False, **fields: Any) -> Found[str]:
    places = tuple(Span(*span) for span in spans or [(0, 1)])
    return Found(value, places, fields.pop("rule", "fake"), proposed=proposed, **fields)


def named(name: str, *surfaces: str, kind: str = "person", known: bool = True) -> LinkedEntity:
    spans = tuple(Span(number, number + 1) for number, _ in enumerate(surfaces))
    return LinkedEntity(name, kind, known, surfaces, spans, rule="fake", confidence=0.9)


class FakeReader:
    """Reads the first line as headline and the others as body; `values` are what it reads besides."""

    def __init__(self, **values: Any) -> None:
        self.values = values
        self.names: list[str] = []

    def read(self, data: bytes, name: str) -> list[ParsedArticle]:
        self.names.append(name)
        text = decode(data)
        lines, start = [], 0
        for number, line in enumerate(text.content.splitlines(keepends=True)):
            label = Label.HEADLINE if number == 0 else Label.BODY
            lines.append(Line(Span(start, start + len(line)), label, "fake"))
            start += len(line)
        headline = text.content.split("\n", 1)[0]
        defaults = {"headline": found(headline, (0, len(headline)))}
        return [ParsedArticle(text=text, number=1, lines=tuple(lines), **defaults | self.values)]


class BrokenReader:
    """Fails on files whose name begins with `bad`, as a reader with a fault would."""

    def read(self, data: bytes, name: str) -> list[ParsedArticle]:
        if name.startswith("bad"):
            raise ZeroDivisionError("in some rule")
        return FakeReader().read(data, name)
