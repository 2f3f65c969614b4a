"""Two people, one article: whoever comes second is told, and overwrites nothing."""

from __future__ import annotations

from typing import Any

from django.db.models import F
from django.utils import timezone

from ..models import Article


class EditConflict(Exception):
    """Somebody changed the article since it was shown; `theirs` is the article as it stands now."""

    def __init__(self, theirs: Article) -> None:
        super().__init__(f"article {theirs.pk} is at version {theirs.version} now")
        self.theirs = theirs


def locked(key: int, *, version: int) -> Article:
    """Return the article, locked until the transaction ends; EditConflict unless it still is at `version`."""
    article: Article = Article.objects.select_for_update(of=("self",)).get(pk=key)
    if article.version != version:
        raise EditConflict(article)
    return article


def write(article: Article, **values: Any) -> None:
    """Write `values` and the next version, compared and set in one statement; EditConflict where it is taken.

    The lock makes that certain on PostgreSQL, the immediate transaction on SQLite; comparing costs nothing and holds
    even where a caller forgot both.
    """
    values = values | {"updated_at": timezone.now()}
    row = Article.objects.filter(pk=article.pk, version=article.version)
    if not row.update(version=F("version") + 1, **values):
        raise EditConflict(Article.objects.get(pk=article.pk))
    for name, value in values.items():
        setattr(article, name, value)
    article.version += 1
