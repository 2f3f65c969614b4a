"""What editors lay over an original while they correct it, and who is looking at a text right now."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .article import Article
from .source import Source, SourceHabit


class Marking(models.Model):
    """What an editor said that words of the original are: it wins over the label that the reading gave them.

    `start` and `end` are places in the decoded original, `label` a `pipeline.results.Label`. The newest of two that overlap
    counts. The original stays untouched, and a later reading changes no marking.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="markings")
    start = models.PositiveIntegerField(_("from"))
    end = models.PositiveIntegerField(_("to"))
    label = models.CharField(_("label"), max_length=20)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("by"), null=True, related_name="+"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("marking")
        verbose_name_plural = _("markings")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="marking_holds_words")
        ]

    def __str__(self) -> str:
        return f"{self.start}-{self.end}: {self.label}"


class Presence(models.Model):
    """Somebody has a text open on the correction screen; `seen_at` is the last sign of it."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seen_at = models.DateTimeField(_("seen at"))
    changed = models.BooleanField(_("has unsaved changes"), default=False)

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = [
            models.UniqueConstraint(fields=["article", "user"], name="present_once_at_an_article")
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.seen_at:%H:%M})"


class Lesson(models.Model):
    """Something that an editor taught from one text for all texts of a source, and what it changed.

    `outcome` notes, so that it can be taken back: `habit` (whether it was made or switched on) and `articles`, by key,
    each field with what it was and what it became.
    """

    class Kind(models.TextChoices):
        FURNITURE = "furniture", _("page furniture")
        SIGN_OFF = "sign_off", _("sign-off")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    source = models.ForeignKey(
        Source, models.CASCADE, verbose_name=_("source"), related_name="lessons"
    )
    habit = models.ForeignKey(
        SourceHabit, models.SET_NULL, verbose_name=_("habit"), null=True, related_name="+"
    )
    text = models.CharField(_("words"), max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("by"), null=True, related_name="+"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)
    taken_back_at = models.DateTimeField(_("taken back at"), null=True, editable=False)
    outcome: Any = models.JSONField(_("outcome"), default=dict, editable=False)

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.text
