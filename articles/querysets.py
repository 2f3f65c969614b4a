"""The only door for reads: what the public may see, what lists need, and nothing twice.

Models import these classes, so nothing here imports a model: related tables are reached by lookups.
"""

from __future__ import annotations

from calendar import isleap
from datetime import UTC, date, datetime
from typing import Any, Self

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, Left, Lower, NullIf
from django.utils import timezone

#: Policies under which the public sees a text at all.
PUBLIC_POLICIES = ("full", "excerpt")
#: Words of a search that count: more would make a statement that no database answers soon.
LONGEST_SEARCH = 8
#: What readers call a correction: a change of the text itself, not of how it is filed.
CORRECTED_FIELDS = ("headline", "standfirst", "body", "byline", "date")
#: Press texts of earlier years are not looked for on a day of the year.
FIRST_YEAR = 1900
#: As many mentions of an entity are asked for its spellings; for a president these are the newest months.
NEWEST_MENTIONS = 5000


def _policy_in_force(source: str) -> Subquery:
    """Return the newest policy valid today of the source that the outer row points to by `source`."""
    today = timezone.localdate()
    policies = (
        apps.get_model("articles", "SourcePolicy")
        .objects.filter(source=OuterRef(source), valid_from__lte=today)
        .filter(Q(valid_to__isnull=True) | Q(valid_to__gte=today))
        .order_by("-valid_from")
    )
    return Subquery(policies.values("policy")[:1])


class ArticleQuerySet(models.QuerySet[Any]):
    """Reads of articles."""

    def with_policy(self) -> Self:
        """Add `policy`: what the source allows today; None where it has no policy, which means internal."""
        return self.annotate(policy=_policy_in_force("source"))

    def of_public_sources(self) -> Self:
        """Articles whose source allows the public to see something of them today."""
        return self.with_policy().filter(policy__in=PUBLIC_POLICIES)

    def published(self) -> Self:
        """Articles that the public may read now: published, past any embargo, allowed by their source today."""
        return self.of_public_sources()._out_now()

    def published_to_count(self) -> Self:
        """The same articles as `published`, without `policy`: quick where all of them are counted, not the first read."""
        sources = apps.get_model("articles", "Source").objects
        barred = sources.exclude(pk__in=sources.public().values("pk"))
        # Asked for the other way round: no database begins with the sources then, and the policies are read once.
        return self._out_now().filter(source__isnull=False).exclude(source__in=barred.values("pk"))

    def _out_now(self) -> Self:
        now = timezone.now()
        past_embargo = Q(embargo_until__isnull=True) | Q(embargo_until__lte=now)
        # As an expression: nearly all are out, and a database that looked them up by this would sort them all anew.
        never = Value(datetime.max.replace(tzinfo=UTC), output_field=models.DateTimeField())
        out_since = Coalesce("published_at", never)
        return self.alias(out_since=out_since).filter(
            past_embargo, status="published", out_since__lte=now
        )

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

    def naming(self, entity: Any) -> Self:
        """Articles that surely name `entity`."""
        # From its mentions to the articles: most names stand in few of them.
        return self.filter(pk__in=_sure_mentions().filter(tag=entity).values("content_object"))

    def related_to(self, article: Any, kind: str) -> Self:
        """Articles in a relation of `kind` (`near-duplicate`, `same-event`, `translation`) to `article`, either way."""
        relations = apps.get_model("articles", "ArticleRelation").objects.filter(kind=kind)
        there = relations.filter(article=article, other__isnull=False).values("other")
        here = relations.filter(other=article).values("article")
        return self.filter(Q(pk__in=there) | Q(pk__in=here))

    def reprinted_from(self, outlet: Any) -> Self:
        """Articles that say that they appeared first at `outlet` (a Source)."""
        return self._pointing_to(outlet, "reprint")

    def citing(self, outlet: Any) -> Self:
        """Articles that cite `outlet` (a Source)."""
        return self._pointing_to(outlet, "cites")

    def _pointing_to(self, outlet: Any, kind: str) -> Self:
        relations = apps.get_model("articles", "ArticleRelation").objects
        return self.filter(pk__in=relations.filter(outlet=outlet, kind=kind).values("article"))

    def with_origin(self) -> Self:
        """Add `is_ours` (written in this house) and `is_reprint` (in full here, and at an address elsewhere)."""
        ours = Q(source__slug=settings.OWN_SOURCE) if settings.OWN_SOURCE else Q(pk__in=())
        elsewhere = Q(url__startswith="http://") | Q(url__startswith="https://")
        return self.annotate(
            is_ours=_whether(ours), is_reprint=_whether(elsewhere & Q(policy="full") & ~ours)
        )

    def of_our_own(self) -> Self:
        """Articles that were written in this house."""
        return self.with_origin().filter(is_ours=True)

    def for_search_engines(self) -> Self:
        """Articles that search engines are to find here: those reprinted in full belong to where they appeared."""
        return self.with_origin().filter(is_reprint=False)

    def with_corrections(self) -> Self:
        """Add `corrected_at`: when the text itself was last changed after readers could see it; None if never."""
        entries = apps.get_model("articles", "HistoryEntry").objects.filter(
            content_type__app_label="articles",
            content_type__model="article",
            object_id=Cast(OuterRef("pk"), models.CharField(max_length=64)),
            at__gt=OuterRef("published_at"),
            changes__has_any_keys=CORRECTED_FIELDS,
        )
        return self.annotate(corrected_at=Subquery(entries.order_by("-at").values("at")[:1]))

    def translations_of(self, article: Any) -> list[Any]:
        """Return those of these texts that are surely one text in several languages with `article`, it among them.

        The eldest comes first. Asks once for each step from text to text: a text without translations costs one query.
        """
        relations = apps.get_model("articles", "ArticleRelation").objects.filter(
            _trusted(), kind="translation", other__isnull=False
        )
        keys = fresh = {article.pk}
        while fresh:
            pairs = relations.filter(Q(article__in=fresh) | Q(other__in=fresh))
            fresh = {key for pair in pairs.values_list("article", "other") for key in pair} - keys
            keys = keys | fresh
        if len(keys) == 1:
            return [article]
        shown = self.for_search_engines().filter(pk__in=keys)
        return list(shown.only("slug", "language").order_by("pk"))

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

    def withdrawn(self) -> Self:
        """Articles that the public could read once and that were withdrawn since."""
        reached_readers = Q(embargo_until__isnull=True) | Q(
            embargo_until__lte=models.F("withdrawn_at")
        )
        return self.filter(reached_readers, status="withdrawn", published_at__lte=timezone.now())

    def their_countries(self) -> models.QuerySet[Any]:
        """Countries that at least one of these articles is filed under."""
        filed = self.filter(country_links__country=OuterRef("pk"), country_links__role="about")
        return apps.get_model("articles", "Country").objects.filter(Exists(filed))

    def their_topics(self) -> models.QuerySet[Any]:
        """Topics that at least one of these articles is filed under."""
        filed = self.filter(topic_links__topic=OuterRef("pk"))
        return apps.get_model("articles", "Topic").objects.filter(Exists(filed))

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

    def for_feed(self) -> Self:
        """Load what an entry of a feed tells, in a constant number of queries."""
        return self.with_corrections().select_related("source", "body").with_filing()

    def for_page(self) -> Self:
        """Load all that an article's page shows; of the names, those that are sure enough to print."""
        names = apps.get_model("articles", "Mention").objects.sure()
        names = names.filter(tag__merged_into__isnull=True).select_related("tag__country")
        return (
            self.with_origin()
            .with_corrections()
            .select_related("source", "body")
            .with_filing()
            .prefetch_related(models.Prefetch("mentions", names, "named"))
        )


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


def _whether(condition: Q) -> Case:
    return Case(
        When(condition, then=Value(True)),
        default=Value(False),
        output_field=models.BooleanField(),
    )


class EntityQuerySet(models.QuerySet[Any]):
    """Reads of entities."""

    def standing(self) -> Self:
        """Entities that are not merged into another: all that lists, searches and choices offer."""
        return self.filter(merged_into__isnull=True)

    def published(self) -> Self:
        """Entities that a text which the public may read now surely names."""
        return self.standing().filter(
            Exists(_sure_mentions().of_published().filter(tag=OuterRef("pk")))
        )

    def matching(self, words: str) -> Self:
        """Entities with a name or alias that contains each of the words, in any spelling that is stored."""
        found = self
        aliases = apps.get_model("articles", "Alias").objects
        for word in words.split()[:LONGEST_SEARCH]:
            held = aliases.filter(entity=OuterRef("pk"), name__icontains=word)
            own = Q(name__icontains=word) | Q(name_de__icontains=word) | Q(name_ru__icontains=word)
            found = found.filter(own | Exists(held))
        return found

    def called(self, name: str) -> Self:
        """Standing entities with exactly this name or form in use, in any case."""
        held = apps.get_model("articles", "Alias").objects.filter(
            entity=OuterRef("pk"), name__iexact=name, in_use=True
        )
        own = Q(name__iexact=name) | Q(name_de__iexact=name) | Q(name_ru__iexact=name)
        return self.standing().filter(own | Exists(held))

    def by_house_name(self, language: str) -> Self:
        """Order by the house form in `language`, as `Entity.display_name` shows it."""
        name: Any = models.F("name")
        if language in ("de", "ru"):
            name = Coalesce(NullIf(f"name_{language}", models.Value("")), name)
        return self.order_by(Lower(name), "pk")

    def roots(self) -> dict[int, int]:
        """Return, for each entity that was merged, the one that stands for it now, over all merges between."""
        into = dict(
            self.model._default_manager.filter(merged_into__isnull=False).values_list(
                "pk", "merged_into_id"
            )
        )
        roots = {}
        for key, root in into.items():
            while root in into:
                root = into[root]
            roots[key] = root
        return roots


class MentionQuerySet(models.QuerySet[Any]):
    """Reads of mentions."""

    def sure(self) -> Self:
        """Mentions that may be printed: read with confidence or confirmed, and not rejected."""
        return self.filter(_trusted(), rejected=False)

    def of_published(self) -> Self:
        """Mentions in articles that the public may read now."""
        # Row by row: a list of all published articles would be made for each question.
        articles = apps.get_model("articles", "Article").objects.published()
        return self.filter(Exists(articles.filter(pk=OuterRef("content_object"))))

    def as_printed(self) -> list[tuple[str, list[str]]]:
        """Return, for each of the newest mentions, the name of the outlet and the forms that its text prints."""
        rows = self.filter(content_object__source__isnull=False).order_by("-content_object")
        return list(rows.values_list("content_object__source__name", "surfaces")[:NEWEST_MENTIONS])


def _trusted() -> Q:
    doubtful_below = apps.get_model("articles", "Evidence").DOUBTFUL_BELOW
    return Q(confirmed_at__isnull=False) | Q(confidence__gte=doubtful_below)


def _sure_mentions() -> MentionQuerySet:
    mentions: MentionQuerySet = apps.get_model("articles", "Mention").objects.sure()
    return mentions


class JudgementQuerySet(models.QuerySet[Any]):
    """Reads of judgements."""

    def everywhere(self) -> Self:
        """Judgements that hold for every text."""
        return self.filter(article__isnull=True)


class UnknownNameQuerySet(models.QuerySet[Any]):
    """Reads of names that nobody knew."""

    def open(self) -> Self:
        """Names that no judgement has answered."""
        return self.filter(judgement__isnull=True)

    def by_key(self) -> models.QuerySet[Any, dict[str, Any]]:
        """Return the keys of these names with the number of `texts` that print them, the most frequent first."""
        counted = (
            self.order_by().values("key").annotate(texts=models.Count("article", distinct=True))
        )
        return counted.order_by("-texts", "key")


class SourceQuerySet(models.QuerySet[Any]):
    """Reads of sources."""

    def with_policy(self) -> Self:
        """Add `policy`: what the source allows today; None where it has no policy, which means internal."""
        return self.annotate(policy=_policy_in_force("pk"))

    def public(self) -> Self:
        """Sources that let the public see something of their texts today."""
        return self.with_policy().filter(policy__in=PUBLIC_POLICIES)


#: The verdicts on the texts of a run: each has one, so that their numbers add up to what was received.
VERDICTS = ("pending", "new", "near", "changed", "same", "rejected")
#: An item that may become a draft or a version and is neither yet; the conditions below are on top of it.
OPEN_ITEM = Q(verdict__in=("new", "near", "changed"), article__isnull=True, version_of__isnull=True)
KNOWN_ITEM = Q(article__isnull=False) | Q(version_of__isnull=False)
UNDECIDED_ITEM = OPEN_ITEM & Q(verdict__in=("near", "changed"), decision="")
ITEM_TO_STORE = OPEN_ITEM & (Q(decision__in=("store", "version")) | Q(verdict="new", decision=""))
ITEM_LEFT_OUT = OPEN_ITEM & Q(decision="skip")
#: What was read has the codes of its warnings beside it.
ITEM_WITH_WARNINGS = Q(verdict__in=("new", "near", "changed")) & ~Q(detail="")


class ImportItemQuerySet(models.QuerySet[Any]):
    """Reads of the texts of import runs."""

    def known(self) -> Self:
        """Texts that the desk holds: each the one that its article shows, or an earlier version of it."""
        return self.filter(KNOWN_ITEM)

    def open(self) -> Self:
        """Texts that may become a draft or a version and are neither yet."""
        return self.filter(OPEN_ITEM)

    def undecided(self) -> Self:
        """Texts like another one of which nobody said yet what is to become of them."""
        return self.filter(UNDECIDED_ITEM)

    def to_store(self) -> Self:
        """Texts that become drafts or versions when their run is stored: decided so, or new and not left out."""
        return self.filter(ITEM_TO_STORE)

    def sure(self) -> Self:
        """New texts that can still be stored and of which nothing that was read is doubtful."""
        return self.filter(OPEN_ITEM, verdict="new", doubts=0)

    def in_numbers(self) -> dict[str, int]:
        """Return how many there are: `received`, by verdict, and by what became of them and may still; one query."""
        numbers = {verdict: Q(verdict=verdict) for verdict in VERDICTS} | {
            "stored": KNOWN_ITEM,
            "open": OPEN_ITEM,
            "to_store": ITEM_TO_STORE,
            "versions": ITEM_TO_STORE & Q(decision="version"),
            "undecided": UNDECIDED_ITEM,
            "left_out": ITEM_LEFT_OUT,
            "doubtful": Q(doubts__gt=0),
            "warnings": ITEM_WITH_WARNINGS,
            "sure": OPEN_ITEM & Q(verdict="new", doubts=0),
        }
        return self.order_by().aggregate(
            received=models.Count("pk"),
            files=models.Count("position", distinct=True),
            **{name: models.Count("pk", filter=where) for name, where in numbers.items()},
        )


class ImportRunQuerySet(models.QuerySet[Any]):
    """Reads of import runs."""

    def with_counts(self) -> Self:
        """Add numbers of the run's items: `received`, one for each verdict, `stored` and `undecided`."""
        open_items = Q(items__article__isnull=True, items__version_of__isnull=True)
        like_another = Q(items__verdict__in=("near", "changed"), items__decision="")
        return self.annotate(
            received=models.Count("items"),
            stored=models.Count("items", filter=Q(items__isnull=False) & ~open_items),
            undecided=models.Count("items", filter=open_items & like_another),
            **{
                verdict: models.Count("items", filter=Q(items__verdict=verdict))
                for verdict in VERDICTS
            },
        )

    def with_waiting(self) -> Self:
        """Add `waits`: whether an editor has to look: a text is to be decided on or stored, or the run is being read."""
        items = apps.get_model("articles", "ImportItem").objects.filter(run=OuterRef("pk"))
        # Of a stored run only what is like another text can be open, which is soon looked up.
        under_review = Q(status="review") & Exists(items.filter(UNDECIDED_ITEM | ITEM_TO_STORE))
        in_part = Q(status="stored") & Exists(items.filter(UNDECIDED_ITEM))
        return self.annotate(waits=Q(status="reading") | under_review | in_part)
