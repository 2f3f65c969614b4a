"""Outlets that texts come from, their habits, and what we may do with their texts."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..querysets import SourceQuerySet
from .passages import Passage, reader_text
from .reference import ReferenceModel, ReferencePart
from .taxonomy import Country


class Source(ReferenceModel):
    """An outlet. Without a policy of its own a source is internal: its texts are not published."""

    class Label(models.TextChoices):
        INDEPENDENT = "independent", _("independent")
        STATE = "state", _("state-owned")
        PARTY = "party", _("party or church")
        AGENCY = "agency", _("news agency")
        NGO = "ngo", _("non-governmental organisation")
        COMMERCIAL = "commercial", _("commercial")
        UNKNOWN = "unknown", _("ownership unknown")

    name = models.CharField(_("name"), max_length=120, unique=True)
    slug = models.SlugField(_("address"), max_length=120, unique=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    home = models.ForeignKey(
        Country,
        models.PROTECT,
        verbose_name=_("home country"),
        null=True,
        blank=True,
        related_name="+",
    )
    label = models.CharField(
        _("ownership"), max_length=12, choices=Label.choices, default=Label.UNKNOWN
    )
    label_reason = models.CharField(
        _("reason for the label"),
        max_length=300,
        blank=True,
        help_text=_("Readers see it."),
    )
    note = models.TextField(_("note"), blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def label_reason_told(self) -> Passage:
        """The reason in the language of the page; one that an editor wrote as it was written."""
        return reader_text(self.label_reason)


class SourceHabit(ReferencePart):
    """Something by which a source's texts are known, or that its pages print around them."""

    class Kind(models.TextChoices):
        NAME = "name", _("other printed name")
        DOMAIN = "domain", _("domain")
        SELF_DESCRIPTION = "self", _("self-description")
        SIGN_OFF = "sign_off", _("sign-off")
        CREDIT = "credit", _("credit")
        FURNITURE = "furniture", _("page furniture (opening words)")

    source = models.ForeignKey(
        Source, models.CASCADE, verbose_name=_("source"), related_name="habits"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    text = models.CharField(_("text"), max_length=300)
    in_use = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("habit")
        verbose_name_plural = _("habits")
        ordering = ["kind", "text"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "kind", "text"], name="habit_once_for_a_source"
            )
        ]

    def __str__(self) -> str:
        return self.text


class SourcePolicy(ReferencePart):
    """What the public may see of a source's texts, from a day on. The newest policy in force counts."""

    class Policy(models.TextChoices):
        FULL = "full", _("full text")
        EXCERPT = "excerpt", _("excerpt and link")
        INTERNAL = "internal", _("internal only")
        BLOCKED = "blocked", _("blocked")

    source = models.ForeignKey(
        Source, models.CASCADE, verbose_name=_("source"), related_name="policies"
    )
    policy = models.CharField(
        _("policy"), max_length=10, choices=Policy.choices, default=Policy.INTERNAL
    )
    valid_from = models.DateField(_("valid from"), default=timezone.localdate)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    legal_act = models.CharField(_("legal act or licence"), max_length=300, blank=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("policy")
        verbose_name_plural = _("policies")
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "valid_from"],
                name="one_policy_from_a_day_on",
                violation_error_message=_("Another policy of this source begins on that day."),
            ),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True)
                | models.Q(valid_to__gte=models.F("valid_from")),
                name="policy_ends_after_it_begins",
                violation_error_message=_("The policy ends before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_policy_display()
