"""Reads of names: entities, where texts name them, questions and judgements about them."""

from __future__ import annotations

from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce, Lower, NullIf, Replace

#: Words of a search that count: more would make a statement that no database answers soon.
LONGEST_SEARCH = 8


#: As many mentions of an entity are asked for its spellings; for a president these are the newest months.
NEWEST_MENTIONS = 5000


class EntityQuerySet(models.QuerySet[Any]):
    """Reads of entities."""

    def standing(self) -> Self:
        """Entities that are not merged into another: all that lists, searches and choices offer."""
        return self.filter(merged_into__isnull=True)

    def published(self) -> Self:
        """Entities that a text which the public may read now surely names."""
        return self.standing().filter(
            Exists(sure_mentions().of_published().filter(tag=OuterRef("pk")))
        )

    def matching(self, words: str) -> Self:
        """Entities with a name or alias that contains each of the words, in any spelling that is stored."""
        found = self
        aliases = apps.get_model("articles", "Alias").objects
        for word in words.split()[:LONGEST_SEARCH]:
            held = aliases.filter(entity=OuterRef("pk"), name__icontains=word)
            own = Q(name__icontains=word) | Q(name_de__icontains=word) | Q(name_ru__icontains=word)
            found = found.filter(own | Exists(held))
        return found

    def called(self, name: str) -> Self:
        """Standing entities with exactly this name or form in use, in any case."""
        held = apps.get_model("articles", "Alias").objects.filter(
            entity=OuterRef("pk"), name__iexact=name, in_use=True
        )
        own = Q(name__iexact=name) | Q(name_de__iexact=name) | Q(name_ru__iexact=name)
        return self.standing().filter(own | Exists(held))

    def by_house_name(self, language: str) -> Self:
        """Order by the house form in `language`, as `Entity.display_name` shows it."""
        name: Any = models.F("name")
        if language in ("de", "ru"):
            name = Coalesce(NullIf(f"name_{language}", models.Value("")), name)
        if language == "ru":
            # Ё counts as Е in Russian lists; by its number it stands before or behind all other letters.
            for letter, sorted_as in (("Ё", "Е"), ("ё", "е")):
                name = Replace(name, models.Value(letter), models.Value(sorted_as))
        return self.order_by(Lower(name), "pk")

    def roots(self) -> dict[int, int]:
        """Return, for each entity that was merged, the one that stands for it now, over all merges between."""
        into = dict(
            self.model._default_manager.filter(merged_into__isnull=False).values_list(
                "pk", "merged_into_id"
            )
        )
        roots = {}
        for key, root in into.items():
            while root in into:
                root = into[root]
            roots[key] = root
        return roots


class MentionQuerySet(models.QuerySet[Any]):
    """Reads of mentions."""

    def sure(self) -> Self:
        """Mentions that may be printed: read with confidence or confirmed, and not rejected."""
        return self.filter(trusted(), rejected=False)

    def of_published(self) -> Self:
        """Mentions in articles that the public may read now."""
        # Row by row: a list of all published articles would be made for each question.
        articles = apps.get_model("articles", "Article").objects.published()
        return self.filter(Exists(articles.filter(pk=OuterRef("content_object"))))

    def as_printed(self) -> list[tuple[str, list[str]]]:
        """Return, for each of the newest mentions, the name of the outlet and the forms that its text prints."""
        rows = self.filter(content_object__source__isnull=False).order_by("-content_object")
        return list(rows.values_list("content_object__source__name", "surfaces")[:NEWEST_MENTIONS])


def trusted() -> Q:
    """Return the condition of a value that may be relied on: read surely, or confirmed."""
    doubtful_below = apps.get_model("articles", "Evidence").DOUBTFUL_BELOW
    return Q(confirmed_at__isnull=False) | Q(confidence__gte=doubtful_below)


def sure_mentions() -> MentionQuerySet:
    """Return the mentions that may be relied on."""
    mentions: MentionQuerySet = apps.get_model("articles", "Mention").objects.sure()
    return mentions


class JudgementQuerySet(models.QuerySet[Any]):
    """Reads of judgements."""

    def everywhere(self) -> Self:
        """Judgements that hold for every text."""
        return self.filter(article__isnull=True)


class UnknownNameQuerySet(models.QuerySet[Any]):
    """Reads of names that nobody knew."""

    def open(self) -> Self:
        """Names that no judgement has answered."""
        return self.filter(judgement__isnull=True)

    def by_key(self) -> models.QuerySet[Any, dict[str, Any]]:
        """Return the keys of these names with the number of `texts` that print them, the most frequent first."""
        counted = (
            self.order_by().values("key").annotate(texts=models.Count("article", distinct=True))
        )
        return counted.order_by("-texts", "key")
