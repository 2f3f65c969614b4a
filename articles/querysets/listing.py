"""Reads that lists of articles are made of: what narrows them, orders them, counts them, and what a card shows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Left

from .once import IsAmong

#: Press texts of earlier years are not listed by their year.
FIRST_YEAR = 1900
#: The key by which every published article is listed.
EVERYTHING = "all"
#: A place in a list, with the key of the article that stands there.
Beyond = tuple[int, int] | None


class ListedArticles(models.QuerySet[Any]):
    """Articles as lists ask for them; `ArticleQuerySet` adds what one may read and what it has to do with others."""

    def about(self, country: Any) -> Self:
        """Articles filed under `country` (a Country or its code), not those that merely mention it."""
        links = apps.get_model("articles", "ArticleCountry").objects.filter(
            article=OuterRef("pk"), country=country, role="about"
        )
        return self.filter(Exists(links))

    def on(self, topic: Any) -> Self:
        """Articles filed under `topic` (a Topic or its code)."""
        links = apps.get_model("articles", "ArticleTopic").objects.filter(
            article=OuterRef("pk"), topic=topic
        )
        return self.filter(Exists(links))

    def latest_here(self) -> Self:
        """Order by when readers could first see them here, whatever their own dates: what feeds tell."""
        return self.order_by("-published_at", "-pk")

    def newest_first(self) -> Self:
        """Order by the text's own date, newest first; undated ones last, equals by when they came."""
        return self.order_by(
            models.F("date_from").desc(nulls_last=True),
            models.F("time").desc(nulls_last=True),
            "-pk",
        )

    def listed_by(self, *keys: str) -> Self:
        """Articles that are listed by at least one of these keys (see `Listing`)."""
        rows = _listings().filter(article=OuterRef("pk"), key__in=keys)
        return self.filter(Exists(rows))

    def first_keys(
        self, keys: Collection[str], number: int, *, descending: bool = True, beyond: Beyond = None
    ) -> models.QuerySet[Any]:
        """Return the keys of those that stand first in a list, in no order: `number` of each of `keys` by which they are listed.

        They stand behind the place and the key of `beyond`, where it is given. Each key is read in the order of its index
        and no further than needed, whatever narrows these articles besides.
        """
        sign, most = ("-", "lt") if descending else ("", "gt")
        these = Exists(self.order_by().filter(pk=OuterRef("article")))
        rows = _listings().filter(these).order_by(f"{sign}place", f"{sign}article_id")
        if beyond:
            place, pk = beyond
            # The second condition repeats what the first says, as a range of the index.
            behind = Q(**{f"place__{most}": place}) | Q(place=place, **{f"article__{most}": pk})
            rows = rows.filter(behind, **{f"place__{most}e": place})
        firsts = [rows.filter(key=key).values("pk")[:number] for key in keys]
        found = [_listings().filter(IsAmong("pk", first)).values("article") for first in firsts]
        return found[0].union(*found[1:]) if len(found) > 1 else found[0]

    def with_place(self) -> Self:
        """Add `place`: where an article stands in any list (see `Listing`)."""
        here = _listings().filter(article=OuterRef("pk"), key=EVERYTHING)
        return self.annotate(place=Subquery(here.values("place")))

    def by_month(self) -> dict[str, int]:
        """Return how many there are of each month (`2022-05`), those that say only the year under `2022`; one query."""
        periods = self.exclude(date="").order_by().values(period=Left("date", 7))
        counted = periods.annotate(texts=models.Count("pk")).order_by("period")
        return dict(counted.values_list("period", "texts"))

    def their_countries(self) -> models.QuerySet[Any]:
        """Countries that at least one of these articles is filed under."""
        filed = self.filter(country_links__country=OuterRef("pk"), country_links__role="about")
        return apps.get_model("articles", "Country").objects.filter(Exists(filed))

    def their_topics(self) -> models.QuerySet[Any]:
        """Topics that at least one of these articles is filed under."""
        filed = self.filter(topic_links__topic=OuterRef("pk"))
        return apps.get_model("articles", "Topic").objects.filter(Exists(filed))

    def their_countries_with_topics(self) -> list[tuple[str, str]]:
        """Addresses of each country and topic that at least one of these articles is filed under together."""
        filed = self.filter(country_links__role="about", topic_links__isnull=False).order_by()
        pairs = filed.values_list("country_links__country__slug", "topic_links__topic__code")
        return sorted(pairs.distinct())

    def their_languages(self) -> list[str]:
        """Languages of these articles, without script and region."""
        codes = self.exclude(language="").order_by().values_list("language", flat=True).distinct()
        return sorted({code.split("-")[0] for code in codes})

    def days_of_the_year(self) -> list[tuple[int, int]]:
        """Month and day of the dates of these articles, of those that say the day."""
        dated = self.filter(date_precision="day").order_by()
        return sorted(dated.values_list("date_from__month", "date_from__day").distinct())

    def their_sources(self) -> models.QuerySet[Any]:
        """Sources that let the public see something of their texts today, and that at least one of these articles is of."""
        of_theirs = self.filter(source=OuterRef("pk"))
        return apps.get_model("articles", "Source").objects.public().filter(Exists(of_theirs))

    def newest_of_each(self, wanted: Mapping[str, int]) -> dict[str, list[int]]:
        """Return of each key of listings the keys of its newest articles among these, as many as are wanted; one query."""
        these = Exists(self.order_by().filter(pk=OuterRef("article")))
        rows = _listings().filter(these).order_by("-place", "-article_id")
        firsts = [rows.filter(key=key).values("pk")[:number] for key, number in wanted.items()]
        columns = ("key", "place", "article")
        found = [_listings().filter(IsAmong("pk", first)).values_list(*columns) for first in firsts]
        newest: dict[str, list[int]] = {key: [] for key in wanted}
        for key, _place, article in sorted(found[0].union(*found[1:], all=True), reverse=True):
            newest[key].append(article)
        return newest

    def most_named(self, number: int) -> list[Any]:
        """Return the `number` people, organisations, places and events that most of these articles surely name.

        Each entity carries in `texts` how many name it; one query, which reads the mentions of all of them.
        """
        sure = Q(mentions__confirmed_at__isnull=False) | Q(
            mentions__confidence__gte=apps.get_model("articles", "Evidence").DOUBTFUL_BELOW
        )
        entities = apps.get_model("articles", "Entity").objects.standing().exclude(kind="country")
        named = entities.filter(
            sure, mentions__content_object__in=self.values("pk"), mentions__rejected=False
        )
        return list(
            named.annotate(texts=models.Count("mentions")).order_by("-texts", "pk")[:number]
        )

    def with_filing(self) -> Self:
        """Load the countries and topics that each article is filed under, in two queries."""
        return self.prefetch_related(*_filing())

    def for_cards(self) -> Self:
        """Load what a card in a list shows, in a constant number of queries."""
        unread = ("byline", "translator", "photo_credits", "captions", "note")
        return self.select_related("source").with_filing().defer(*unread)


def load_filing(articles: Sequence[Any]) -> None:
    """Load what `with_filing` does for articles that are read already."""
    models.prefetch_related_objects(articles, *_filing())


def _filing() -> list[models.Prefetch[Any]]:
    countries = apps.get_model("articles", "ArticleCountry").objects.filter(role="about")
    topics = apps.get_model("articles", "ArticleTopic").objects.all()
    return [
        models.Prefetch("country_links", countries.select_related("country"), "about_links"),
        models.Prefetch("topic_links", topics.select_related("topic"), "filed_topics"),
    ]


def _listings() -> models.QuerySet[Any]:
    rows: models.QuerySet[Any] = apps.get_model("articles", "Listing").objects.all()
    return rows
