"""What lists are made of: the values that each article is listed by, narrow and in the order of the lists."""

from django.db import models

from .article import Article


class Listing(models.Model):
    """One value that an article is listed by once readers could see it, with the article's place in any list.

    The key names facet and value: `country:KZ` (what it is about), `topic:energy`, `source:12`, `language:de`, `year:2022`,
    `month:2022-05` (`month:2022` where the text says no more), `day:05-03`, `entity:7` (it surely names it), `kind:person` (it
    names one); and `all`, or `withdrawn`. The place is the day of its date as an ordinal, times 100,000, and one more than the
    seconds of its time; what is not known counts nothing.
    The rows repeat what other tables say and are written with it (`actions.listing`); whether readers may see an article
    now is asked of those.
    """

    #: A place is counted in seconds; a day has room for all of its own.
    DAY = 100_000

    article = models.ForeignKey(Article, models.CASCADE, related_name="listings", db_index=False)
    key = models.CharField(max_length=60)
    place = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "key"], name="listed_once_by_a_value")
        ]
        indexes = [models.Index(fields=["key", "place", "article"], name="listings_in_order")]

    def __str__(self) -> str:
        return f"{self.article_id} {self.key}"


class ListingBlock(models.Model):
    """A block of articles by their keys (`SIZE` to a block), with a mark that each change of their listings makes anew.

    Who counts listings keeps what it read of a block for as long as the block bears the same mark.
    """

    #: So many articles are read again when one of them changes.
    SIZE = 2048

    number = models.PositiveIntegerField(primary_key=True)
    mark = models.UUIDField()

    def __str__(self) -> str:
        return f"{self.number} {self.mark}"
