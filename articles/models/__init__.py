"""The newsroom's tables, a module for each noun."""

from .article import (
    Article,
    ArticleCountry,
    ArticleTopic,
    Body,
    Confirmable,
    Evidence,
    Mention,
    Precision,
    Status,
)
from .desk import Lesson, Marking, Presence
from .entity import Alias, Entity, Office
from .history import HistoryEntry
from .importing import ImportItem, ImportRun, Original, SketchHash
from .judgement import Judgement, UnknownName
from .listing import Listing, ListingBlock
from .merge import EntityMerge
from .notes import ReaderNote
from .reference import ReferenceLoad
from .relation import ArticleRelation
from .search import NameWord, SearchText
from .source import Source, SourceHabit, SourcePolicy
from .taxonomy import Country, Topic

__all__ = [
    "Alias",
    "Article",
    "ArticleCountry",
    "ArticleRelation",
    "ArticleTopic",
    "Body",
    "Confirmable",
    "Country",
    "Entity",
    "EntityMerge",
    "Evidence",
    "HistoryEntry",
    "ImportItem",
    "ImportRun",
    "Judgement",
    "Lesson",
    "Listing",
    "ListingBlock",
    "Marking",
    "Mention",
    "NameWord",
    "Office",
    "Original",
    "Precision",
    "Presence",
    "ReaderNote",
    "ReferenceLoad",
    "SearchText",
    "SketchHash",
    "Source",
    "SourceHabit",
    "SourcePolicy",
    "Status",
    "Topic",
    "UnknownName",
]
