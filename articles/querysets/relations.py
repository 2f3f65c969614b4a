"""Reads of relations: what an article is to other texts and outlets."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q

from .names import trusted


class RelationQuerySet(models.QuerySet[Any]):
    """Reads of relations."""

    def standing(self) -> Self:
        """Relations that no editor has called wrong."""
        return self.filter(rejected=False)

    def touching(self, article: Any) -> Self:
        """Relations of `article`, either way."""
        return self.filter(Q(article=article) | Q(other=article))

    def for_readers(self) -> Self:
        """Relations that readers are told of: those that are read with doubt are kept from them.

        The score of an event says how much two texts share, not how surely they do: it has passed its threshold.
        """
        return self.standing().filter(trusted() | Q(kind="same-event"))
