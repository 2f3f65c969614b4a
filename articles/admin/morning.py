"""What the front page of the desk shows: the work that waits, oldest worry first."""

from typing import Any

from ..models import Article, ImportRun, Status, UnknownName
from .doubts import doubtful, with_doubts

LENGTH = 8


def morning(user: Any) -> dict[str, Any]:
    """Return the lists of the front page, each only as far as `user` may see its table."""
    context: dict[str, Any] = {"may_import": user.has_perm("articles.add_importrun")}
    if user.has_perm("articles.view_importrun"):
        # A run in which nothing is to be decided waits for nobody.
        runs: Any = ImportRun.objects.with_waiting()
        waiting = runs.filter(waits=True).order_by("-pk").values_list("pk", flat=True)
        keys = list(waiting[:LENGTH])
        counted = ImportRun.objects.filter(pk__in=keys).with_counts()
        context["runs"] = counted.select_related("created_by").order_by("-pk")
    if user.has_perm("articles.view_article"):
        cards = Article.objects.select_related("source").with_filing()
        drafts = cards.filter(status__in=[Status.DRAFT, Status.REVIEW])
        context |= {
            "doubtful": with_doubts(doubtful(drafts)).order_by("-pk")[:LENGTH],
            "sure": doubtful(drafts, False).order_by("-pk")[:LENGTH],
            "published": cards.filter(status=Status.PUBLISHED).order_by("-published_at")[:LENGTH],
        }
    if user.has_perm("articles.view_unknownname"):
        context["unknown_names"] = UnknownName.objects.open().by_key().count()
    return context
