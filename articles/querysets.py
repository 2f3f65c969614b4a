"""The only door for reads: what the public may see, what lists need, and nothing twice.

Models import these classes, so nothing here imports a model: related tables are reached by lookups.
"""

from __future__ import annotations

from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

#: Policies under which the public sees a text at all.
PUBLIC_POLICIES = ("full", "excerpt")


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

    def published(self) -> Self:
        """Articles that the public may read now: published, past any embargo, allowed by their source today."""
        now = timezone.now()
        return (
            self.with_policy()
            .filter(
                status="published", published_at__lte=now, policy__in=PUBLIC_POLICIES
            )
            .filter(Q(embargo_until__isnull=True) | Q(embargo_until__lte=now))
        )

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

    def newest_first(self) -> Self:
        """Order by the text's own date, newest first; undated ones last, equals by when they came."""
        return self.order_by(
            models.F("date_from").desc(nulls_last=True),
            models.F("time").desc(nulls_last=True),
            "-pk",
        )

    def for_cards(self) -> Self:
        """Load what a card in a list shows, in a constant number of queries."""
        return (
            self.select_related("source")
            .prefetch_related(
                models.Prefetch(
                    "country_links",
                    apps.get_model("articles", "ArticleCountry")
                    .objects.filter(role="about")
                    .select_related("country"),
                    to_attr="about_links",
                ),
                models.Prefetch(
                    "topic_links",
                    apps.get_model("articles", "ArticleTopic").objects.select_related(
                        "topic"
                    ),
                    to_attr="filed_topics",
                ),
            )
            .defer("byline", "translator", "photo_credits", "captions", "note")
        )


class EntityQuerySet(models.QuerySet[Any]):
    """Reads of entities."""

    def matching(self, words: str) -> Self:
        """Entities with a name or alias that contains each of the words, in any spelling that is stored."""
        found = self
        aliases = apps.get_model("articles", "Alias").objects
        for word in words.split():
            held = aliases.filter(entity=OuterRef("pk"), name__icontains=word)
            found = found.filter(Q(name__icontains=word) | Exists(held))
        return found


class SourceQuerySet(models.QuerySet[Any]):
    """Reads of sources."""

    def with_policy(self) -> Self:
        """Add `policy`: what the source allows today; None where it has no policy, which means internal."""
        return self.annotate(policy=_policy_in_force("pk"))


class ImportRunQuerySet(models.QuerySet[Any]):
    """Reads of import runs."""

    def with_counts(self) -> Self:
        """Add `received`, `new`, `same`, `rejected` and `stored`: numbers of the run's items."""
        return self.annotate(
            received=models.Count("items"),
            new=models.Count("items", filter=Q(items__verdict="new")),
            same=models.Count("items", filter=Q(items__verdict="same")),
            rejected=models.Count("items", filter=Q(items__verdict="rejected")),
            stored=models.Count("items", filter=Q(items__article__isnull=False)),
        )
