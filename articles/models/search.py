"""What readers' searches look up. The rows repeat what other tables say and are written with it (`actions.searching`)."""

from django.db import models

from ..pipeline.search import LONGEST_WORD
from ..querysets import NameWordQuerySet, SearchTextQuerySet
from .article import Article
from .entity import Entity


class SearchText(models.Model):
    """The words and signs that a published article is found by (see `pipeline.search`), and its place among all texts.

    The place is that of its listings with the key of the article behind it, so that the order of places is that of every
    list: the newest text has the highest. An index of the words stands beside this table, kept by the database itself: on
    SQLite the FTS5 table `articles_fulltext` with triggers, on PostgreSQL the column `vector` (see the migration).
    """

    #: So many bits of a place are the article's key.
    KEY_BITS = 24

    article = models.OneToOneField(
        Article, models.CASCADE, primary_key=True, related_name="search_text"
    )
    place = models.BigIntegerField(unique=True)
    words = models.TextField()

    objects = SearchTextQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.article_id} {self.words[:80]}"

    @classmethod
    def place_of(cls, place: int, article: int) -> int:
        """Return the place of an article among all texts, given that of its listings and its key."""
        return (place << cls.KEY_BITS) + article


class NameWord(models.Model):
    """A word that stands in a name of an entity, in any form that is in use; `alone` if it is a whole form by itself."""

    entity = models.ForeignKey(Entity, models.CASCADE, related_name="name_words")
    word = models.CharField(max_length=LONGEST_WORD)
    alone = models.BooleanField()

    objects = NameWordQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["word", "entity"], name="name_word_once_for_an_entity")
        ]

    def __str__(self) -> str:
        return f"{self.entity_id} {self.word}"
