"""The next text of an import run that nobody has filed yet."""

from __future__ import annotations

from django.urls import reverse

from ..models import Article, ImportItem, Status


def next_of_run(run: int, after: ImportItem | None = None) -> Article | None:
    """Return the next draft of a run behind the item `after`, from the start again behind the last; None if all are filed."""
    items = ImportItem.objects.filter(run=run, article__status=Status.DRAFT)
    rows = list(items.values_list("position", "number", "article_id"))
    if after is not None:
        here = (after.position, after.number)
        rows = [row for row in rows if row[:2] != here]
        rows = [row for row in rows if row[:2] > here] or rows
    return Article.objects.get(pk=min(rows)[2]) if rows else None


def address_of(article: Article) -> str:
    """Return the correction screen of an article."""
    return reverse("admin:articles_article_change", args=[article.pk])
