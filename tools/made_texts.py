"""Made texts by the thousand, for measuring: German to the eye, about nothing, spread as unevenly as news are."""

import datetime
import functools
import random
from itertools import accumulate

#: Syllables of words, and how long a text is.
_SYLLABLES = (
    "ab an auf aus be bau berg burg da de dorf durch ein er fahr feld fluss ge gen haft heit in kraft land lich markt "
    "mit nach nis recht reich ruf schaft see staat stadt stand tag trag über um ung unter ver vor wasser weg werk zeit zu"
).split()
LENGTH = 2500
DAYS = 3650
_LANGUAGES = ("de", "ru", "en", "kk", "ky", "uz")
#: So many texts are made; more are the same again, so that a hundred thousand take minutes. So many are written at once.
MADE, _AT_ONCE = 5000, 1000


def make_texts(number: int) -> None:
    """Fill an empty database with the reference data and `number` published texts, listed as the desk would list them."""
    from articles.actions.listing import list_anew, mark_blocks
    from articles.actions.reference import load_reference
    from articles.models import Country, Entity, Source, SourcePolicy, Topic
    from articles.pipeline import search

    load_reference()
    chance = random.Random(1)
    policies = ["full"] * 5 + ["excerpt"] * 4 + ["internal"]
    sources = [
        Source.objects.create(name=f"Blatt {one}", slug=f"blatt-{one}", language="de")
        for one in range(40)
    ]
    for one, source in enumerate(sources):
        policy = policies[one % len(policies)]
        SourcePolicy.objects.create(
            source=source, policy=policy, valid_from=datetime.date(2020, 1, 1)
        )
    pick = _Unevenly(
        chance,
        sources=sources,
        countries=list(Country.objects.order_by("position")),
        topics=list(Topic.objects.order_by("position")),
        entities=list(Entity.objects.standing().order_by("pk")),
        languages=_LANGUAGES,
        words=["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(20_000)],
    )
    pick.add("paragraphs", [_paragraph(pick) for _ in range(3000)])
    # The same paragraphs stand in many texts: their words need not be told apart each time.
    search.keys_of = functools.lru_cache(100_000)(search.keys_of)
    keys = []
    while len(keys) < min(number, MADE):
        keys += _write(pick, chance, min(_AT_ONCE, number - len(keys)))
        list_anew(keys[-_AT_ONCE:])
    for start in range(MADE, number, MADE):
        _copy(keys, start, min(MADE, number - start))
    mark_blocks(range(1, number + 1))


def _copy(keys: list[int], shift: int, number: int) -> None:
    """Write the first `number` texts again with all their rows; their keys are those of the first, `shift` further on."""
    from django.db import connection, transaction

    from articles.models import (
        Article,
        ArticleCountry,
        ArticleTopic,
        Body,
        Listing,
        Mention,
        SearchText,
    )

    owners = {Article: "id", Mention: "content_object_id", SearchText: "article_id"}
    with transaction.atomic(), connection.cursor() as cursor:
        for model in (Article, Body, ArticleCountry, ArticleTopic, Mention, Listing, SearchText):
            owner = owners.get(model, "article_id")
            shifted = {owner, "place"} if model is SearchText else {owner}
            columns = [field.column for field in model._meta.concrete_fields]
            columns = [one for one in columns if one != "id" or model is Article]
            values = [f'"{one}" + {shift}' if one in shifted else f'"{one}"' for one in columns]
            table, names = model._meta.db_table, ", ".join(f'"{one}"' for one in columns)
            chosen = f"{owner} BETWEEN {keys[0]} AND {keys[number - 1]}"
            copied = f"SELECT {', '.join(values)} FROM {table} WHERE {chosen}"  # noqa: S608
            cursor.execute(f"INSERT INTO {table} ({names}) {copied}")


class _Unevenly:
    """Picks of each kind: the first often, the last seldom."""

    def __init__(self, chance: random.Random, **kinds) -> None:
        self._chance = chance
        self._kinds = {}
        for name, rows in kinds.items():
            self.add(name, rows)

    def add(self, name: str, rows: list) -> None:
        self._kinds[name] = (rows, list(accumulate(1 / (n + 1) for n, _ in enumerate(rows))))

    def __call__(self, kind: str, most: int = 1) -> list:
        rows, weights = self._kinds[kind]
        return self._chance.choices(rows, cum_weights=weights, k=most)


def _write(pick: _Unevenly, chance: random.Random, number: int) -> list[int]:
    from django.db import transaction
    from django.utils import timezone

    from articles.models import Article, ArticleCountry, ArticleTopic, Body, Mention

    now, today = timezone.now(), timezone.localdate()
    articles = []
    for _ in range(number):
        # The archive grew with the years.
        day = today - datetime.timedelta(days=int(DAYS * chance.random() ** 2))
        precision = chance.choices(("day", "month", "year"), (90, 8, 2))[0]
        date = day.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]
        hour = datetime.time(chance.randrange(24), chance.randrange(60))
        headline = " ".join(pick("words", 6)).capitalize()
        articles.append(
            Article(
                headline=headline,
                slug=f"text-{chance.getrandbits(40):x}",
                standfirst=" ".join(pick("words", 20)).capitalize() + ".",
                language=pick("languages")[0],
                date=date,
                date_precision=precision,
                date_from=datetime.date.fromisoformat(f"{date}-01-01"[:10]),
                time=hour if precision == "day" and chance.random() < 0.3 else None,
                source=pick("sources")[0],
                status="published",
                published_at=now - datetime.timedelta(minutes=chance.randrange(5_000_000)),
            )
        )
    with transaction.atomic():
        Article.objects.bulk_create(articles)
        bodies, countries, topics, mentions = [], [], [], []
        for article in articles:
            bodies.append(Body(article=article, blocks=_blocks(pick)))
            for rank, one in enumerate(
                dict.fromkeys(pick("countries", chance.choice((1, 1, 2)))), 1
            ):
                countries.append(ArticleCountry(article=article, country=one, rank=rank))
            for rank, one in enumerate(
                dict.fromkeys(pick("topics", chance.choice((0, 1, 1, 2)))), 1
            ):
                topics.append(ArticleTopic(article=article, topic=one, rank=rank))
            for one in set(pick("entities", chance.randrange(8))):
                mentions.append(Mention(content_object=article, tag=one, surfaces=[one.name]))
        for model, rows in (
            (Body, bodies),
            (ArticleCountry, countries),
            (ArticleTopic, topics),
            (Mention, mentions),
        ):
            model.objects.bulk_create(rows)
    return [article.pk for article in articles]


def _paragraph(pick: _Unevenly) -> str:
    return " ".join(" ".join(pick("words", 12)).capitalize() + "." for _ in range(4))


def _blocks(pick: _Unevenly) -> list[dict[str, str]]:
    blocks, length = [], 0
    while length < LENGTH:
        blocks.append({"kind": "paragraph", "text": pick("paragraphs")[0]})
        length += len(blocks[-1]["text"])
    return blocks
