"""What an article has to do with other texts."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..querysets import RelationQuerySet
from .article import Article, Confirmable
from .source import Source


class ArticleRelation(Confirmable):
    """What an article is to another text, or says of an outlet; it points from the later text to the earlier one.

    `other` is the other text where the desk has it, `outlet` the outlet where the desk knows it, `named` its name as read.
    `reasons` holds what spoke for it: `names`, `figures`, `days`, `similarity`, `contained`, `language`.
    """

    class Kind(models.TextChoices):
        NEAR_DUPLICATE = "near-duplicate", _("nearly the same text")
        SAME_EVENT = "same-event", _("same event, told otherwise")
        TRANSLATION = "translation", _("translation")
        REPRINT = "reprint", _("first printed elsewhere")
        CITES = "cites", _("cites")

    article = models.ForeignKey(Article, models.CASCADE, related_name="relations")
    kind = models.CharField(_("kind"), max_length=14, choices=Kind.choices)
    other = models.ForeignKey(
        Article,
        models.CASCADE,
        verbose_name=_("other text"),
        null=True,
        blank=True,
        related_name="related_from",
    )
    outlet = models.ForeignKey(
        Source,
        models.SET_NULL,
        verbose_name=_("outlet"),
        null=True,
        blank=True,
        related_name="+",
    )
    named = models.CharField(_("outlet as read"), max_length=200, blank=True)
    reasons: Any = models.JSONField(_("reasons"), default=dict, blank=True)

    rejected = models.BooleanField(
        _("not so"),
        default=False,
        editable=False,
        help_text=_(
            "An editor said that these texts, or this text and this outlet, have nothing of it in common."
        ),
    )

    objects = RelationQuerySet.as_manager()

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        ordering = ["kind", "-confidence", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "kind", "other"],
                condition=Q(other__isnull=False),
                name="relation_once_for_two_articles",
            ),
            models.UniqueConstraint(
                fields=["article", "kind", "named"],
                condition=Q(other__isnull=True),
                name="relation_once_for_an_outlet",
            ),
            models.CheckConstraint(
                condition=~Q(other=F("article")), name="relation_to_another_article"
            ),
        ]
        indexes = [models.Index(fields=["outlet", "kind"], name="relations_to_an_outlet")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.other or self.outlet or self.named}"
