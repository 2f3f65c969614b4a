"""Reads of articles: what the public may see now, and what a text has to do with others."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Self

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Case, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from .aggregates import rows_as_json
from .listing import ListedArticles
from .names import trusted
from .sources import PUBLIC_POLICIES, policy_in_force

#: What readers call a correction: a change of the text itself, not of how it is filed, or a note that says so.
CORRECTED_FIELDS = ("headline", "standfirst", "body", "byline", "date", "correction")


class ArticleQuerySet(ListedArticles):
    """Reads of articles."""

    def with_policy(self) -> Self:
        """Add `policy`: what the source allows today; None where it has no policy, which means internal."""
        return self.annotate(policy=policy_in_force("source"))

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

    def naming(self, entity: Any) -> Self:
        """Articles that surely name `entity`."""
        # From its listings to the articles: most names stand in few of them.
        rows = apps.get_model("articles", "Listing").objects.filter(key=f"entity:{entity.pk}")
        return self.filter(pk__in=rows.values("article"))

    def related_to(self, article: Any, kind: str) -> Self:
        """Articles in a relation of `kind` (`near-duplicate`, `same-event`, `translation`) to `article`, either way."""
        relations = _relations().filter(kind=kind)
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
        relations = _relations().filter(outlet=outlet, kind=kind)
        return self.filter(pk__in=relations.values("article"))

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

    def with_notes(self) -> Self:
        """Add `noted`: what the desk tells readers beside each text, as rows for `showing.notes_of`; no query of its own."""
        notes = apps.get_model("articles", "ReaderNote").objects.all()
        columns = ("pk", "kind", "text", "language", "at")
        said = {name: name for name in columns} | {"by": "by__username"}
        return self.annotate(noted=rows_as_json(notes, "article", **said))

    def translations_of(self, article: Any) -> list[Any]:
        """Return those of these texts that are surely one text in several languages with `article`, it among them.

        The eldest comes first. Asks once for each step from text to text: a text without translations costs one query.
        """
        relations = _relations().filter(trusted(), kind="translation", other__isnull=False)
        keys = fresh = {article.pk}
        while fresh:
            pairs = relations.filter(Q(article__in=fresh) | Q(other__in=fresh))
            fresh = {key for pair in pairs.values_list("article", "other") for key in pair} - keys
            keys = keys | fresh
        if len(keys) == 1:
            return [article]
        shown = self.for_search_engines().filter(pk__in=keys)
        return list(shown.only("slug", "language").order_by("pk"))

    def withdrawn(self) -> Self:
        """Articles that the public could read once and that were withdrawn since."""
        reached_readers = Q(embargo_until__isnull=True) | Q(
            embargo_until__lte=models.F("withdrawn_at")
        )
        return self.filter(reached_readers, status="withdrawn", published_at__lte=timezone.now())

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
            .with_notes()
            .select_related("source", "body")
            .with_filing()
            .prefetch_related(models.Prefetch("mentions", names, "named"))
        )


def _relations() -> Any:
    return apps.get_model("articles", "ArticleRelation").objects.standing()


def _whether(condition: Q) -> Case:
    return Case(
        When(condition, then=Value(True)),
        default=Value(False),
        output_field=models.BooleanField(),
    )
