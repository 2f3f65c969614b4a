"""The only door for reads: what the public may see, what lists need, and nothing twice.

Models import these classes, so nothing here imports a model: related tables are reached by lookups.
"""

from .articles import ArticleQuerySet
from .importing import (
    ITEM_LEFT_OUT,
    ITEM_TO_STORE,
    ITEM_WITH_WARNINGS,
    KNOWN_ITEM,
    OPEN_ITEM,
    UNDECIDED_ITEM,
    ImportItemQuerySet,
    ImportRunQuerySet,
)
from .listing import FIRST_YEAR
from .names import EntityQuerySet, JudgementQuerySet, MentionQuerySet, UnknownNameQuerySet
from .once import IsAmong
from .relations import RelationQuerySet
from .search import NameWordQuerySet, SearchTextQuerySet
from .sources import SourceQuerySet

__all__ = [
    "FIRST_YEAR",
    "ITEM_LEFT_OUT",
    "ITEM_TO_STORE",
    "ITEM_WITH_WARNINGS",
    "KNOWN_ITEM",
    "OPEN_ITEM",
    "UNDECIDED_ITEM",
    "ArticleQuerySet",
    "EntityQuerySet",
    "ImportItemQuerySet",
    "ImportRunQuerySet",
    "IsAmong",
    "JudgementQuerySet",
    "MentionQuerySet",
    "NameWordQuerySet",
    "SearchTextQuerySet",
    "RelationQuerySet",
    "SourceQuerySet",
    "UnknownNameQuerySet",
]
