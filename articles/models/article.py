"""Articles: what a text says of itself, what the desk files it under, and where each value was read."""

from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..querysets import ArticleQuerySet, MentionQuerySet
from .entity import Entity
from .source import Source
from .tagging import EntityField, MentionBase
from .taxonomy import Country, Topic


class Status(models.TextChoices):
    """The states of an article; only actions move it from one to the next."""

    DRAFT = "draft", _("draft")
    REVIEW = "review", _("in review")
    SCHEDULED = "scheduled", _("scheduled")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")
    SPIKED = "spiked", _("spiked")


class Precision(models.TextChoices):
    """How exactly the text's own date is known."""

    YEAR = "year", _("year")
    MONTH = "month", _("month")
    DAY = "day", _("day")


class Article(models.Model):
    """A press text as the desk files and publishes it. Body, evidence and original lie in tables of their own."""

    headline = models.CharField(_("headline"), max_length=400, blank=True)
    standfirst = models.TextField(_("standfirst"), blank=True)
    slug = models.SlugField(_("address"), max_length=80, blank=True, allow_unicode=False)
    language = models.CharField(_("language"), max_length=12, blank=True)
    date = models.CharField(
        _("date"),
        max_length=10,
        blank=True,
        help_text=_("YYYY, YYYY-MM or YYYY-MM-DD: as exactly as the text says."),
    )
    date_precision = models.CharField(
        _("precision"),
        max_length=5,
        choices=Precision.choices,
        blank=True,
        editable=False,
    )
    date_from = models.DateField(
        _("sorting date"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("First day of the date's period."),
    )
    time = models.TimeField(_("time"), null=True, blank=True)
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        verbose_name=_("source"),
        related_name="articles",
        null=True,
        blank=True,
    )
    url = models.URLField(_("address of the original"), max_length=500, blank=True)
    byline = models.JSONField(_("byline"), default=list, blank=True)
    translator = models.JSONField(_("translator"), default=list, blank=True)
    agency = models.CharField(_("sign-off"), max_length=120, blank=True)
    photo_credits = models.JSONField(_("picture credits"), default=list, blank=True)
    captions = models.JSONField(_("captions"), default=list, blank=True)
    slugline = models.CharField(
        _("slugline"),
        max_length=80,
        blank=True,
        help_text=_("The desk's working name; readers never see it."),
    )
    note = models.TextField(_("note to the desk"), blank=True)

    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status.choices,
        default=Status.DRAFT,
        editable=False,
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    updated_at = models.DateTimeField(_("changed at"), auto_now=True)

    countries = models.ManyToManyField(Country, through="ArticleCountry", related_name="articles")
    topics = models.ManyToManyField(Topic, through="ArticleTopic", related_name="articles")
    entities = EntityField(through="Mention", blank=True, verbose_name=_("entities"))

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-date_from", "-pk"]
        indexes = [
            models.Index(fields=["status", "-date_from", "-id"], name="article_by_status_newest"),
            # Feeds tell what was published last.
            models.Index(fields=["status", "-published_at", "-id"], name="article_by_publication"),
        ]

    def __str__(self) -> str:
        return self.headline or self.slugline or str(_("(no headline yet)"))

    def get_absolute_url(self) -> str:
        return reverse("articles:article", args=[self.slug or "-", self.pk])


class Body(models.Model):
    """The text of an article as blocks, each with the span of the original it was read from.

    A block is `{"kind": "paragraph" | "crosshead" | "quotation", "text": str, "span": [start, end]}`; the span is
    missing where an editor wrote the block. Lists never read this table.
    """

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="body")
    blocks = models.JSONField(_("body"), default=list, blank=True)

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")

    def __str__(self) -> str:
        return " ".join(block["text"] for block in self.blocks)[:80]


class Confirmable(models.Model):
    """A value that a machine read and a person may confirm. Confirmed ones are never overwritten by a reading."""

    #: Read with less confidence than this, a value is doubtful.
    DOUBTFUL_BELOW = 0.8

    rule = models.CharField(_("rule"), max_length=60, blank=True, editable=False)
    confidence = models.FloatField(_("confidence"), default=1.0, editable=False)
    spans = models.JSONField(_("places in the original"), default=list, blank=True, editable=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("confirmed by"),
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_confirmed(self) -> bool:
        """Whether a person has decided on this value."""
        return self.confirmed_at is not None

    @property
    def is_doubtful(self) -> bool:
        """Whether a person should look: read with little confidence, and not confirmed yet."""
        return not self.is_confirmed and self.confidence < self.DOUBTFUL_BELOW


class Evidence(Confirmable):
    """Where the value of one field was read, by which rule, how surely, and who confirmed it."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="evidence")
    field = models.CharField(_("field"), max_length=20)
    value = models.JSONField(_("as read"), null=True, blank=True)
    proposed = models.BooleanField(
        _("proposed"),
        default=False,
        help_text=_("Not printed in the text: a proposal of the reader."),
    )
    #: What a later reading said of a confirmed field: `value`, `spans`, `rule`, `confidence`; None where nothing waits.
    suggestion: Any = models.JSONField(_("suggestion"), null=True, editable=False)

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        constraints = [
            models.UniqueConstraint(fields=["article", "field"], name="evidence_once_for_a_field")
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.value}"

    @property
    def is_doubtful(self) -> bool:
        """Whether a person should look: as for any value, or since it was only proposed."""
        return super().is_doubtful or (self.proposed and not self.is_confirmed)


class ArticleCountry(Confirmable):
    """A country that an article is about, or that it merely mentions. Only the former files it in lists."""

    class Role(models.TextChoices):
        ABOUT = "about", _("about")
        MENTIONED = "mentioned", _("mentioned")

    article = models.ForeignKey(Article, models.CASCADE, related_name="country_links")
    country = models.ForeignKey(
        Country, models.PROTECT, verbose_name=_("country"), related_name="article_links"
    )
    role = models.CharField(_("role"), max_length=9, choices=Role.choices, default=Role.ABOUT)
    rank = models.PositiveSmallIntegerField(_("rank"), default=1)

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["role", "rank"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "country"], name="country_once_for_an_article"
            )
        ]
        indexes = [
            models.Index(fields=["country", "role", "article"], name="articles_about_a_country")
        ]

    def __str__(self) -> str:
        return f"{self.country_id} ({self.get_role_display()})"


class ArticleTopic(Confirmable):
    """A topic of an article, with the words that spoke for it."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="topic_links")
    topic = models.ForeignKey(
        Topic, models.PROTECT, verbose_name=_("topic"), related_name="article_links"
    )
    rank = models.PositiveSmallIntegerField(_("rank"), default=1)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["rank"]
        constraints = [
            models.UniqueConstraint(fields=["article", "topic"], name="topic_once_for_an_article")
        ]
        indexes = [models.Index(fields=["topic", "article"], name="articles_on_a_topic")]

    def __str__(self) -> str:
        return str(self.topic_id)


class Mention(Confirmable, MentionBase):
    """An entity named in an article: one row for both, the places where it stands below it in `spans`."""

    content_object = models.ForeignKey(
        Article, models.CASCADE, verbose_name=_("article"), related_name="mentions"
    )
    tag = models.ForeignKey(
        Entity, models.CASCADE, verbose_name=_("entity"), related_name="mentions"
    )
    surfaces = models.JSONField(_("as printed"), default=list, blank=True)
    rejected = models.BooleanField(
        _("not meant"),
        default=False,
        help_text=_("An editor said that this text does not mean this entity."),
    )

    objects = MentionQuerySet.as_manager()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        constraints = [
            models.UniqueConstraint(
                fields=["content_object", "tag"], name="mention_once_for_an_article"
            )
        ]

    def __str__(self) -> str:
        return ", ".join(self.surfaces)
