"""Who did what, when and why: append-only."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class HistoryEntry(models.Model):
    """One deed of one person (or of the system) on one row, written in the same transaction as the deed."""

    class Deed(models.TextChoices):
        IMPORTED = "imported", _("imported")
        CORRECTED = "corrected", _("corrected")
        CONFIRMED = "confirmed", _("confirmed")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")
        MERGED = "merged", _("merged")
        PARTED = "parted", _("parted again")
        JUDGED = "judged", _("judged")
        TAUGHT = "taught", _("taught")
        READ_AGAIN = "read-again", _("read again")
        UNDONE = "undone", _("undone")
        TAKEN_BACK = "taken-back", _("taken back")

    at = models.DateTimeField(_("at"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("by"),
        null=True,
        related_name="+",
    )
    deed = models.CharField(_("deed"), max_length=10, choices=Deed.choices)
    content_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    object_id = models.CharField(max_length=64)
    target = GenericForeignKey("content_type", "object_id")
    changes: Any = models.JSONField(
        _("changes"),
        default=dict,
        help_text=_("By field: what it was, what it became."),
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("history entry")
        verbose_name_plural = _("history")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["content_type", "object_id"], name="history_of_a_row")]

    def __str__(self) -> str:
        return f"{self.get_deed_display()} {self.at:%Y-%m-%d %H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the entry once; a second writing is refused, since history is append-only."""
        if self.pk is not None:
            raise TypeError("history is append-only")
        super().save(*args, **kwargs)
