"""Reads of what searches look up: texts by their words and signs, entities by the words of their names."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Self

from django.db import connections, models

from ..pipeline.search import Question, as_fts5, as_tsquery

#: Before and behind all places.
FIRST, LAST = -1, 2**63 - 1
#: FTS5 keeps what it finds in the order of places. PostgreSQL puts it in order (`articles_found`: see the migration); whether
#: words stand in a row it can only read in each text, so it looks for that in the newest so many that hold them all.
_FTS5 = (
    "SELECT rowid FROM articles_fulltext WHERE articles_fulltext MATCH %s "
    "AND rowid > %s AND rowid < %s ORDER BY rowid {order} LIMIT %s"
)
_TSQUERY = "SELECT place FROM articles_found(%s::tsquery, %s, %s, %s, %s)"
_IN_A_ROW = f"{_TSQUERY} WHERE vector @@ %s::tsquery LIMIT %s"
IN_A_ROW_AMONG = 4000


class SearchTextQuerySet(models.QuerySet[Any]):
    """Reads of the words that texts are found by."""

    def found(
        self,
        question: Question,
        most: int,
        *,
        ahead_of: int = LAST,
        behind: int = FIRST,
        descending: bool = True,
    ) -> list[int]:
        """Return the keys of at most `most` articles that hold what is asked for, whether readers may see them or not.

        They stand between two places, the nearest to the end where the order begins.
        """
        connection = connections[self.db]
        if connection.vendor == "sqlite":
            statement = _FTS5.format(order="DESC" if descending else "ASC")
            values: list[Any] = [as_fts5(question), behind, ahead_of, most]
        else:
            direction = -1 if descending else 1
            values = [as_tsquery(question, in_a_row=False), behind, ahead_of, direction]
            if any(len(words.keys) > 1 for part in question for words in part):
                statement = _IN_A_ROW
                values += [IN_A_ROW_AMONG, as_tsquery(question), most]
            else:
                statement = _TSQUERY
                values.append(most)
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            return [place % (1 << self.model.KEY_BITS) for (place,) in cursor.fetchall()]


class NameWordQuerySet(models.QuerySet[Any]):
    """Reads of the words of names."""

    def meant_by(self, words: list[str], most: int) -> dict[str, dict[int, bool]]:
        """Return for each word the entities with a name that holds it, and whether it is a whole form by itself; one query.

        A word in the names of more than `most` entities says of nobody who is meant: of such a word only those whom it
        names by itself.
        """
        rows = self.filter(word__in=words, entity__merged_into__isnull=True)
        meant: dict[str, dict[int, bool]] = {word: {} for word in words}
        for word, entity, alone in rows.order_by("entity").values_list("word", "entity", "alone"):
            meant[word][entity] = alone
        return {
            word: found if len(found) <= most else {key: True for key in found if found[key]}
            for word, found in meant.items()
        }

    def of(self, entities: Collection[int]) -> Self:
        """The words of the names of these entities."""
        return self.filter(entity__in=entities)
