"""Reads of relations: what an article is to other texts and outlets."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q


class RelationQuerySet(models.QuerySet[Any]):
    """Reads of relations."""

    def standing(self) -> Self:
        """Relations that no editor has called wrong."""
        return self.filter(rejected=False)

    def touching(self, article: Any) -> Self:
        """Relations of `article`, either way."""
        return self.filter(Q(article=article) | Q(other=article))
