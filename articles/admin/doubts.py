"""Which values of an article a person should look at before it goes out."""

from functools import reduce
from operator import add, or_
from typing import Any

from django.db.models import Exists, OuterRef, Q

from ..models import ArticleCountry, ArticleTopic, Evidence
from ..querysets import ArticleQuerySet
from .counting import number_of

#: Read with little confidence or only proposed, and confirmed by nobody.
_OPEN = Q(confirmed_at__isnull=True)
_UNSURE = _OPEN & Q(confidence__lt=Evidence.DOUBTFUL_BELOW)
DOUBTFUL_EVIDENCE = _UNSURE | (_OPEN & Q(proposed=True))
#: Of countries only those that file the text: a mention misleads nobody.
DOUBTFUL_COUNTRY = _UNSURE & Q(role=ArticleCountry.Role.ABOUT)


def _doubts() -> tuple[Any, ...]:
    return (
        Evidence.objects.filter(DOUBTFUL_EVIDENCE),
        ArticleCountry.objects.filter(DOUBTFUL_COUNTRY),
        ArticleTopic.objects.filter(_UNSURE),
    )


def doubtful(articles: ArticleQuerySet, wanted: bool = True) -> ArticleQuerySet:
    """Return those of `articles` with a doubtful value, or those without one."""
    some = reduce(or_, (Exists(rows.filter(article=OuterRef("pk"))) for rows in _doubts()))
    return articles.filter(some if wanted else ~some)


def with_doubts(articles: ArticleQuerySet) -> ArticleQuerySet:
    """Add `doubts`: how many values of the article are doubtful."""
    return articles.annotate(doubts=reduce(add, (number_of(rows, "article") for rows in _doubts())))
