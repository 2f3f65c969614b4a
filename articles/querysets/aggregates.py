"""Rows that belong to a row, brought along in the same query."""

from typing import Any

from django.db.models import Aggregate, JSONField, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject


class JSONRows(Aggregate):
    """A JSON list of an expression over all rows of a group, on both databases."""

    function = "JSONB_AGG"
    output_field = JSONField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Call it as SQLite does."""
        return self.as_sql(compiler, connection, function="JSON_GROUP_ARRAY", **context)


def rows_as_json(rows: QuerySet[Any], owner: str, **columns: str) -> Subquery:
    """Return a subquery: those of `rows` whose column `owner` is the outer row's key, as a list of dicts of `columns`.

    None where there are none; in no order.
    """
    of_row = rows.filter(**{owner: OuterRef("pk")}).order_by().values(owner)
    return Subquery(of_row.annotate(as_json=JSONRows(JSONObject(**columns))).values("as_json"))
