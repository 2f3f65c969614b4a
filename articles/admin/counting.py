"""Numbers of rows beside each row of a list."""

from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce


def number_of(rows: QuerySet[Any], owner: str) -> Any:
    """Return an expression: how many of `rows` belong, by their field `owner`, to the row of the outer query.

    A subquery for each number: two counts over joined tables would multiply their rows first.
    """
    counted = rows.filter(**{owner: OuterRef("pk")}).order_by().values(owner)
    return Coalesce(Subquery(counted.annotate(n=Count("pk")).values("n")), 0)
