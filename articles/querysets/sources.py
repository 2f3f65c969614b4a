"""Reads of sources, and what their policies allow today."""

from __future__ import annotations

from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

#: Policies under which the public sees a text at all.
PUBLIC_POLICIES = ("full", "excerpt")


def policy_in_force(source: str) -> Subquery:
    """Return the newest policy valid today of the source that the outer row points to by `source`."""
    today = timezone.localdate()
    policies = (
        apps.get_model("articles", "SourcePolicy")
        .objects.filter(source=OuterRef(source), valid_from__lte=today)
        .filter(Q(valid_to__isnull=True) | Q(valid_to__gte=today))
        .order_by("-valid_from")
    )
    return Subquery(policies.values("policy")[:1])


class SourceQuerySet(models.QuerySet[Any]):
    """Reads of sources."""

    def with_policy(self) -> Self:
        """Add `policy`: what the source allows today; None where it has no policy, which means internal."""
        return self.annotate(policy=policy_in_force("pk"))

    def public(self) -> Self:
        """Sources that let the public see something of their texts today."""
        return self.with_policy().filter(policy__in=PUBLIC_POLICIES)
