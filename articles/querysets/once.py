"""A condition that a value is among the rows of a subquery which the database reads once, whatever it thinks of it."""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, F, Func, QuerySet, Subquery


class IsAmong(Func):
    """`column IN (rows)`, which PostgreSQL reads before all else.

    Before it has statistics of a table (after a migration, a restore, a great import) it expects one row of everything, and reads such
    a subquery again for each row of the outer query: minutes for a few hundred texts. An array is made once.
    """

    output_field = BooleanField()
    template = "%(expressions)s"
    arg_joiner = " IN "

    def __init__(self, column: str, rows: QuerySet[Any, Any]) -> None:
        """Name the column and the rows, which have one column."""
        super().__init__(F(column), Subquery(rows))

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Compare with an array."""
        array = {"arg_joiner": " = ANY(ARRAY", "template": "%(expressions)s)"}
        return self.as_sql(compiler, connection, **array | context)
