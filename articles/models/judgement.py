"""Names that the reader found and nobody knew, and what editors judged of printed forms."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..querysets import JudgementQuerySet, UnknownNameQuerySet
from .article import Article
from .entity import Entity


class Judgement(models.Model):
    """What an editor decided about a printed form, in one text or in all. "Not the same" wins over every rule.

    `outcome` holds exactly what the judgement made or changed (forms, mentions, an entity), so that it can be taken
    back.
    """

    class Verdict(models.TextChoices):
        SAME = "same", _("means this entity")
        NOT_SAME = "not_same", _("never means this entity")
        UNSURE = "unsure", _("unsure whether it means this entity")
        NO_NAME = "no_name", _("is not a name")

    form = models.CharField(_("as printed"), max_length=200)
    entity = models.ForeignKey(
        Entity,
        models.CASCADE,
        verbose_name=_("entity"),
        related_name="judgements",
        null=True,
        blank=True,
    )
    verdict = models.CharField(_("verdict"), max_length=8, choices=Verdict.choices)
    article = models.ForeignKey(
        Article,
        models.CASCADE,
        verbose_name=_("in this text"),
        related_name="judgements",
        null=True,
        blank=True,
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
    note = models.TextField(_("note"), blank=True)
    outcome: Any = models.JSONField(default=dict, blank=True, editable=False)

    objects = JudgementQuerySet.as_manager()

    class Meta:
        verbose_name = _("judgement")
        verbose_name_plural = _("judgements")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict="no_name", entity__isnull=True)
                | (~Q(verdict="no_name") & Q(entity__isnull=False)),
                name="judgement_of_an_entity_or_no_name",
            ),
            # Empty keys differ from each other in SQL, so each case has a rule of its own.
            models.UniqueConstraint(
                fields=["form", "entity", "article"], name="judgement_once_in_a_text"
            ),
            models.UniqueConstraint(
                fields=["form", "entity"],
                condition=Q(article__isnull=True),
                name="judgement_once_everywhere",
            ),
            models.UniqueConstraint(
                fields=["form", "article"],
                condition=Q(entity__isnull=True),
                name="no_name_once_in_a_text",
            ),
            models.UniqueConstraint(
                fields=["form"],
                condition=Q(entity__isnull=True, article__isnull=True),
                name="no_name_once_everywhere",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form}: {self.get_verdict_display()}"


class UnknownName(models.Model):
    """A name in a text that the gazetteer did not hold: a question to the editors until a judgement answers it."""

    article = models.ForeignKey(
        Article, models.CASCADE, verbose_name=_("article"), related_name="unknown_names"
    )
    name = models.CharField(_("name"), max_length=200)
    key = models.CharField(
        _("key"),
        max_length=200,
        db_index=True,
        help_text=_("Spellings of one name in several texts share it."),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Entity.Kind.choices)
    surfaces = models.JSONField(_("as printed"), default=list, blank=True)
    spans = models.JSONField(_("places in the original"), default=list, blank=True)
    candidates = models.JSONField(
        _("could mean"),
        default=list,
        blank=True,
        help_text=_("Names of entities, likeliest first."),
    )
    rule = models.CharField(_("rule"), max_length=60, blank=True)
    confidence = models.FloatField(_("confidence"), default=1.0)
    warning = models.CharField(_("warning"), max_length=60, blank=True)
    judgement = models.ForeignKey(
        Judgement,
        models.SET_NULL,
        verbose_name=_("judgement"),
        related_name="answered",
        null=True,
        blank=True,
    )

    objects = UnknownNameQuerySet.as_manager()

    class Meta:
        verbose_name = _("unknown name")
        verbose_name_plural = _("unknown names")
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["key"], condition=Q(judgement__isnull=True), name="open_unknown_names"
            )
        ]

    def __str__(self) -> str:
        return self.name
