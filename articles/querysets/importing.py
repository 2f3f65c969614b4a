"""Reads of import runs and their items."""

from __future__ import annotations

from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

#: The verdicts on the texts of a run: each has one, so that their numbers add up to what was received.
VERDICTS = ("pending", "new", "near", "changed", "same", "rejected")
#: An item that may become a draft or a version and is neither yet; the conditions below are on top of it.
OPEN_ITEM = Q(verdict__in=("new", "near", "changed"), article__isnull=True, version_of__isnull=True)
KNOWN_ITEM = Q(article__isnull=False) | Q(version_of__isnull=False)
UNDECIDED_ITEM = OPEN_ITEM & Q(verdict__in=("near", "changed"), decision="")
ITEM_TO_STORE = OPEN_ITEM & (Q(decision__in=("store", "version")) | Q(verdict="new", decision=""))
ITEM_LEFT_OUT = OPEN_ITEM & Q(decision="skip")
#: What was read has the codes of its warnings beside it.
ITEM_WITH_WARNINGS = Q(verdict__in=("new", "near", "changed")) & ~Q(detail="")


class ImportItemQuerySet(models.QuerySet[Any]):
    """Reads of the texts of import runs."""

    def known(self) -> Self:
        """Texts that the desk holds: each the one that its article shows, or an earlier version of it."""
        return self.filter(KNOWN_ITEM)

    def open(self) -> Self:
        """Texts that may become a draft or a version and are neither yet."""
        return self.filter(OPEN_ITEM)

    def undecided(self) -> Self:
        """Texts like another one of which nobody said yet what is to become of them."""
        return self.filter(UNDECIDED_ITEM)

    def to_store(self) -> Self:
        """Texts that become drafts or versions when their run is stored: decided so, or new and not left out."""
        return self.filter(ITEM_TO_STORE)

    def sure(self) -> Self:
        """New texts that can still be stored and of which nothing that was read is doubtful."""
        return self.filter(OPEN_ITEM, verdict="new", doubts=0)

    def in_numbers(self) -> dict[str, int]:
        """Return how many there are: `received`, by verdict, and by what became of them and may still; one query."""
        numbers = {verdict: Q(verdict=verdict) for verdict in VERDICTS} | {
            "stored": KNOWN_ITEM,
            "open": OPEN_ITEM,
            "to_store": ITEM_TO_STORE,
            "versions": ITEM_TO_STORE & Q(decision="version"),
            "undecided": UNDECIDED_ITEM,
            "left_out": ITEM_LEFT_OUT,
            "doubtful": Q(doubts__gt=0),
            "warnings": ITEM_WITH_WARNINGS,
            "sure": OPEN_ITEM & Q(verdict="new", doubts=0),
        }
        return self.order_by().aggregate(
            received=models.Count("pk"),
            files=models.Count("position", distinct=True),
            **{name: models.Count("pk", filter=where) for name, where in numbers.items()},
        )


class ImportRunQuerySet(models.QuerySet[Any]):
    """Reads of import runs."""

    def with_counts(self) -> Self:
        """Add numbers of the run's items: `received`, one for each verdict, `stored` and `undecided`."""
        open_items = Q(items__article__isnull=True, items__version_of__isnull=True)
        like_another = Q(items__verdict__in=("near", "changed"), items__decision="")
        return self.annotate(
            received=models.Count("items"),
            stored=models.Count("items", filter=Q(items__isnull=False) & ~open_items),
            undecided=models.Count("items", filter=open_items & like_another),
            **{
                verdict: models.Count("items", filter=Q(items__verdict=verdict))
                for verdict in VERDICTS
            },
        )

    def with_waiting(self) -> Self:
        """Add `waits`: whether an editor has to look: a text is to be decided on or stored, or the run is being read."""
        items = apps.get_model("articles", "ImportItem").objects.filter(run=OuterRef("pk"))
        # Of a stored run only what is like another text can be open, which is soon looked up.
        under_review = Q(status="review") & Exists(items.filter(UNDECIDED_ITEM | ITEM_TO_STORE))
        in_part = Q(status="stored") & Exists(items.filter(UNDECIDED_ITEM))
        return self.annotate(waits=Q(status="reading") | under_review | in_part)
