"""Keep the narrow rows that lists are read from as the articles are; every deed that changes one calls this last."""

from __future__ import annotations

import datetime
import uuid
from collections import defaultdict
from collections.abc import Collection
from typing import Any

from ..models import (
    Article,
    ArticleCountry,
    ArticleTopic,
    Entity,
    Listing,
    ListingBlock,
    Mention,
    Status,
)
from .searching import index_texts

#: What readers could see once is listed; whether they may see it now is asked at each reading.
LISTED = (Status.PUBLISHED, Status.WITHDRAWN)
#: Kinds of names that a list can be narrowed to.
KINDS = (
    Entity.Kind.PERSON,
    Entity.Kind.ORGANISATION,
    Entity.Kind.PLACE,
    Entity.Kind.EVENT,
)
#: As many articles are compared at once.
AT_ONCE = 500

#: An article and a key (`country:KZ`), with its place.
Rows = dict[tuple[int, str], int]


def list_anew(keys: Collection[int]) -> None:
    """Make the listings of articles what their rows say now, and what searches find them by too.

    The caller holds the transaction and the locks of the articles.

    Their blocks are marked in the order of their numbers: two deeds that wait for each other there would wait for ever.
    """
    seen: set[int] = set()
    ordered = sorted(set(keys))
    for start in range(0, len(ordered), AT_ONCE):
        some = ordered[start : start + AT_ONCE]
        wanted, held = _wanted(some), _held(some)
        seen |= {pk for pk, _key in (*wanted, *held)}
        stale = [pk for row, (pk, place) in held.items() if wanted.get(row) != place]
        Listing.objects.filter(pk__in=stale).delete()
        Listing.objects.bulk_create(
            (
                Listing(article_id=article, key=key, place=place)
                for (article, key), place in wanted.items()
                if (article, key) not in held or held[article, key][1] != place
            ),
            batch_size=5000,
        )
        index_texts({pk for pk, _key in (*wanted, *held)})
    mark_blocks(seen)


def texts_naming(entities: Collection[int]) -> set[int]:
    """Return the keys of the articles that name entities, whose kind changes or which are deleted."""
    named = Mention.objects.filter(tag__in=entities)
    return set(named.values_list("content_object", flat=True))


def mark_blocks(articles: Collection[int]) -> None:
    """Let whoever counts listings read the blocks of these articles again."""
    numbers = sorted({pk // ListingBlock.SIZE for pk in articles})
    ListingBlock.objects.bulk_create(
        (ListingBlock(number=number, mark=uuid.uuid4()) for number in numbers),
        update_conflicts=True,
        unique_fields=["number"],
        update_fields=["mark"],
    )


def place_of(day: datetime.date | None, time: datetime.time | None) -> int:
    """Return the place of a day and a time in any list; those without a time are the eldest of their day."""
    seconds = time.hour * 3600 + time.minute * 60 + time.second + 1 if time else 0
    return (day.toordinal() * Listing.DAY if day else 0) + seconds


def _held(articles: Collection[int]) -> dict[tuple[int, str], tuple[int, int]]:
    """Return key and place of the listings as they are stored."""
    rows = Listing.objects.filter(article__in=articles)
    return {
        (article, key): (pk, place)
        for pk, article, key, place in rows.values_list("pk", "article", "key", "place")
    }


def _wanted(articles: Collection[int]) -> Rows:
    """Return the listings as the articles' own rows have them; a constant number of queries."""
    listed = Article.objects.filter(pk__in=articles, status__in=LISTED)
    places: dict[int, int] = {}
    keys: dict[int, set[str]] = defaultdict(set)
    for row in listed.values("pk", "status", "date_from", "time", "date", "language", "source"):
        places[row["pk"]] = place_of(row["date_from"], row["time"])
        keys[row["pk"]] = _own_keys(row)
    if not places:
        return {}
    about = ArticleCountry.objects.filter(article__in=places, role=ArticleCountry.Role.ABOUT)
    topics = ArticleTopic.objects.filter(article__in=places)
    named = Mention.objects.sure().filter(content_object__in=places, tag__merged_into__isnull=True)
    for article, country in about.values_list("article", "country"):
        keys[article].add(f"country:{country}")
    for article, topic in topics.values_list("article", "topic"):
        keys[article].add(f"topic:{topic}")
    for article, entity, kind in named.values_list("content_object", "tag", "tag__kind"):
        keys[article].add(f"entity:{entity}")
        if kind in KINDS:
            keys[article].add(f"kind:{kind}")
    return {(pk, key): place for pk, place in places.items() for key in sorted(keys[pk])}


def _own_keys(row: dict[str, Any]) -> set[str]:
    """Return the keys that an article's own row gives it."""
    date, language, source = row["date"], row["language"], row["source"]
    keys = {"all" if row["status"] == Status.PUBLISHED else "withdrawn"}
    if date:
        keys |= {f"year:{date[:4]}", f"month:{date[:7]}"}
    if len(date) == len("2022-05-03"):
        keys.add(f"day:{date[5:]}")
    if language:
        keys.add(f"language:{language.partition('-')[0]}")
    if source:
        keys.add(f"source:{source}")
    return keys
