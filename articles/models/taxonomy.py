"""What a desk files a text under: countries and topics."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .passages import Passage, reader_text
from .reference import ReferenceModel


class Named(models.Model):
    """Something with a name in each language of the interface."""

    name_en = models.CharField(_("name (English)"), max_length=120)
    name_de = models.CharField(_("name (German)"), max_length=120)
    name_ru = models.CharField(_("name (Russian)"), max_length=120, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the language of the page, else in English."""
        return getattr(self, f"name_{(get_language() or 'en')[:2]}", "") or self.name_en


class Country(Named, ReferenceModel):
    """A country by its ISO 3166-1 code; its forms in texts are aliases of the entity of that name."""

    code = models.CharField(_("ISO code"), max_length=2, primary_key=True)
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    focus = models.BooleanField(
        _("country of the desk"),
        default=False,
        help_text=_("Shown in the navigation of the site."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=99)
    note = models.TextField(
        _("note"),
        blank=True,
        help_text=_("Policy on the name or disputed geography, with owner and date."),
    )
    decided = models.CharField(
        _("decided"),
        max_length=120,
        blank=True,
        help_text=_(
            "Who decided what the note says, and when. A decided note is shown to readers."
        ),
    )

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["position", "name_en"]

    @property
    def note_told(self) -> Passage:
        """The note in the language of the page; one that an editor wrote as it was written."""
        return reader_text(self.note)


class Topic(Named, ReferenceModel):
    """One of the desk's topics, each tied to an IPTC Media Topic."""

    code = models.SlugField(_("code"), max_length=40, primary_key=True)
    media_topic = models.CharField(
        _("IPTC Media Topic"),
        max_length=20,
        blank=True,
        help_text=_("For example medtop:20000593."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=99)
    words = models.JSONField(
        _("words that speak for it"),
        default=dict,
        blank=True,
        help_text=_("By language; a * matches any ending, |2 doubles the weight."),
    )

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["position", "code"]

    @property
    def slug(self) -> str:
        """The topic's part of an address."""
        return self.code
