"""Two entities that were one: what was moved when they were merged, so that they can be parted again."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .entity import Entity


class EntityMerge(models.Model):
    """A merge of one entity into another, standing until it is undone.

    `moved` holds the keys of the rows that were moved or added, and every mention that was joined with another as it was
    before. See `actions/merging.py`.
    """

    kept = models.ForeignKey(
        Entity, models.PROTECT, verbose_name=_("kept"), related_name="merges_kept"
    )
    merged = models.ForeignKey(
        Entity, models.PROTECT, verbose_name=_("merged"), related_name="merges"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("by"),
        null=True,
        editable=False,
        related_name="+",
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("undone by"),
        null=True,
        editable=False,
        related_name="+",
    )
    undone_at = models.DateTimeField(_("undone at"), null=True, editable=False)
    moved: Any = models.JSONField(_("moved"), default=dict, editable=False)

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kept=models.F("merged")), name="merge_of_two_entities"
            ),
            models.UniqueConstraint(
                fields=["merged"],
                condition=models.Q(undone_at__isnull=True),
                name="merged_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.merged} → {self.kept}"
