"""Reads that lists of articles are made of: what narrows them, orders them, counts them, and what a card shows."""

from __future__ import annotations

from calendar import isleap
from datetime import date
from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Left, NullIf
from django.utils import timezone

#: Press texts of earlier years are not looked for on a day of the year.
FIRST_YEAR = 1900


class ListedArticles(models.QuerySet[Any]):
    """Articles as lists ask for them; `ArticleQuerySet` adds what one may read and what it has to do with others."""

    def about(self, country: Any) -> Self:
        """Articles filed under `country` (a Country or its code), not those that merely mention it."""
        links = apps.get_model("articles", "ArticleCountry").objects.filter(
            article=OuterRef("pk"), country=country, role="about"
        )
        return self.filter(Exists(links))

    def about_any(self, countries: list[Any]) -> Self:
        """Articles filed under at least one of `countries`."""
        links = apps.get_model("articles", "ArticleCountry").objects.filter(
            article=OuterRef("pk"), country__in=countries, role="about"
        )
        return self.filter(Exists(links))

    def on_any(self, topics: list[Any]) -> Self:
        """Articles filed under at least one of `topics`."""
        links = apps.get_model("articles", "ArticleTopic").objects.filter(
            article=OuterRef("pk"), topic__in=topics
        )
        return self.filter(Exists(links))

    def in_languages(self, languages: list[str]) -> Self:
        """Articles in one of these languages, whatever their script or region; in any if none is named."""
        wanted = Q()
        for language in languages:
            wanted |= Q(language=language) | Q(language__startswith=f"{language}-")
        return self.filter(wanted)

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

    def dated(self, dated: bool, *, descending: bool) -> Self:
        """Those with a date, or those without, in its order; within a day those without a time are the eldest.

        As `newest_first` is, in two halves: each can be read from the index by date, which no database does for both.
        """
        time: Any = models.F("time")
        time = time.desc(nulls_last=True) if descending else time.asc(nulls_first=True)
        sign = "-" if descending else ""
        half = self.filter(date_from__isnull=not dated)
        return half.order_by(*[f"{sign}date_from"] * dated, time, f"{sign}pk")

    def beyond(self, day: Any, time: Any, pk: int, *, descending: bool) -> Self:
        """Those that stand behind a place (date or None, time or None, key) in the order of their half (see `dated`)."""
        sign = "lt" if descending else "gt"
        behind = Q(time=time) & Q(**{f"pk__{sign}": pk})
        if time is not None:
            behind |= Q(**{f"time__{sign}": time})
        if descending != (time is None):
            # No time is less than any.
            behind |= Q(time__isnull=descending)
        if day is None:
            return self.filter(behind)
        # The first condition repeats what the second says, as a range of the index.
        place = Q(**{f"date_from__{sign}": day}) | Q(date_from=day) & behind
        return self.filter(place, **{f"date_from__{sign}e": day})

    def dated_in(self, year: int, month: int = 0) -> Self:
        """Articles whose date lies in a year, or in a month of it: one that says only the year lies in no month."""
        first, months = (month or 1), (1 if month else 12)
        past = (year + 1, 1) if first + months > 12 else (year, first + months)
        found = self.filter(date_from__gte=date(year, first, 1), date_from__lt=date(*past, 1))
        return found.exclude(date_precision="year") if month else found

    def dated_in_any(self, years: list[int]) -> Self:
        """Articles whose date lies in one of these years; of any date, or none, if none is named."""
        wanted = Q()
        for year in years:
            wanted |= Q(date_from__gte=date(year, 1, 1), date_from__lt=date(year + 1, 1, 1))
        return self.filter(wanted)

    def on_day(self, month: int, day: int) -> Self:
        """Articles of that day of any year; those that say no more than the month are of no day."""
        days = [
            date(year, month, day)
            for year in range(FIRST_YEAR, timezone.localdate().year + 1)
            if (month, day) != (2, 29) or isleap(year)
        ]
        return self.filter(date_precision="day", date_from__in=days)

    def counted(self, facet: str, language: str) -> models.QuerySet[Any, Any]:
        """Return rows of `facet`, key, name, position and number of texts; those of several facets can be united.

        A facet is `country`, `topic`, `source`, `language` or `month`; names are in `language` (`de`), or empty.
        """
        key, name, position = _facet(facet, language)
        found = self.filter(country_links__role="about") if facet == "country" else self
        counted = found.order_by().values(key=key, called=name, position=position)
        counted = counted.annotate(
            facet=Value(facet, output_field=models.CharField()), texts=models.Count("pk")
        )
        counted = counted.filter(key__isnull=False)
        return counted.values_list("facet", "key", "called", "position", "texts")

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

    def their_sources(self) -> models.QuerySet[Any]:
        """Sources that let the public see something of their texts today, and that at least one of these articles is of."""
        of_theirs = self.filter(source=OuterRef("pk"))
        return apps.get_model("articles", "Source").objects.public().filter(Exists(of_theirs))

    def latest_about_each(
        self, countries: models.QuerySet[Any], number: int
    ) -> list[tuple[Any, list[Any]]]:
        """Return each of `countries` with its newest `number` articles, in two queries.

        One subquery for each place on the page, since it stops at that row; a window function
        would rank every article of the country.
        """
        newest = self.about(OuterRef(OuterRef("pk"))).dated(True, descending=True).values("pk")
        places = {f"place_{n}": Subquery(newest[n : n + 1]) for n in range(number)}
        rows = list(countries.annotate(**places))
        keys = [[getattr(row, place) for place in places] for row in rows]
        found = self.in_bulk([pk for keys_of_row in keys for pk in keys_of_row if pk])
        return [
            (row, [found[pk] for pk in keys_of_row if pk in found])
            for row, keys_of_row in zip(rows, keys, strict=True)
        ]

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
        countries = apps.get_model("articles", "ArticleCountry").objects.filter(role="about")
        topics = apps.get_model("articles", "ArticleTopic").objects.all()
        return self.prefetch_related(
            models.Prefetch("country_links", countries.select_related("country"), "about_links"),
            models.Prefetch("topic_links", topics.select_related("topic"), "filed_topics"),
        )

    def for_cards(self) -> Self:
        """Load what a card in a list shows, in a constant number of queries."""
        unread = ("byline", "translator", "photo_credits", "captions", "note")
        return self.select_related("source").with_filing().defer(*unread)


def _facet(facet: str, language: str) -> tuple[Any, Any, Any]:
    """Return what of an article is the key, the name and the position of what it counts under."""
    nothing = Value("", output_field=models.CharField())
    last = Value(0, output_field=models.IntegerField())
    if facet in ("country", "topic"):
        row = f"{facet}_links__{facet}"
        slug = "slug" if facet == "country" else "code"
        own = f"{row}__name_{language if language in ('de', 'ru') else 'en'}"
        name = Coalesce(NullIf(own, Value("")), f"{row}__name_en")
        return models.F(f"{row}__{slug}"), name, models.F(f"{row}__position")
    if facet == "source":
        return models.F("source__slug"), models.F("source__name"), last
    return (Left("date", 7) if facet == "month" else models.F("language")), nothing, last
