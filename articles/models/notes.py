"""What the desk tells readers beside a text, in its own words."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .article import Article


class ReaderNote(models.Model):
    """A correction that the desk owns up to, or a remark of it, in `language` (BCP 47); shown with its day."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", _("correction")
        REMARK = "remark", _("editors' note")

    #: As many characters as a note may have.
    LONGEST = 1000

    article = models.ForeignKey(Article, models.CASCADE, related_name="reader_notes")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    text = models.TextField(_("note"), max_length=LONGEST)
    language = models.CharField(_("language"), max_length=12)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("by"), null=True, related_name="+"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("note for readers")
        verbose_name_plural = _("notes for readers")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text}"
