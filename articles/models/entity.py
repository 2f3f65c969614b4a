"""Entities (the people, organisations, places and events that texts name) and every form of their names."""

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..knowledge import office_titles
from ..pipeline.scripts import script_of
from ..querysets import EntityQuerySet
from .addresses import ascii_slug
from .passages import Passage, in_language_of_page, reader_text
from .reference import ReferenceModel, ReferencePart
from .tagging import EntityBase
from .taxonomy import Country


class Entity(EntityBase, ReferenceModel):
    """A tag of the newsroom. `name` is its usual English name; pages show the name in their language."""

    class Kind(models.TextChoices):
        PERSON = "person", _("person")
        ORGANISATION = "organisation", _("organisation")
        PLACE = "place", _("place")
        EVENT = "event", _("event")
        COUNTRY = "country", _("country")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    country = models.ForeignKey(
        Country,
        models.PROTECT,
        verbose_name=_("country"),
        related_name="entities",
        null=True,
        blank=True,
        help_text=_("The country it belongs to: a text that names it mentions that country."),
    )
    name_de = models.CharField(_("name (German)"), max_length=200, blank=True)
    name_ru = models.CharField(_("name (Russian)"), max_length=200, blank=True)
    note = models.TextField(_("note"), blank=True)
    decided = models.CharField(
        _("decided"),
        max_length=120,
        blank=True,
        help_text=_(
            "Who decided what the note says, and when. A decided note is shown to readers."
        ),
    )
    doubtful = models.TextField(
        _("doubtful"), blank=True, help_text=_("What is uncertain about it, and why.")
    )
    wikidata = models.CharField(
        _("Wikidata"), max_length=20, blank=True, help_text=_("For example Q165413.")
    )
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("merged into"),
        related_name="absorbed",
        null=True,
        blank=True,
        editable=False,
    )

    objects = EntityQuerySet.as_manager()

    class Meta:
        verbose_name = _("entity")
        verbose_name_plural = _("entities")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        """The house form in the language of the page, else the English name."""
        return getattr(self, f"name_{(get_language() or 'en')[:2]}", "") or self.name

    @property
    def note_told(self) -> Passage:
        """The note in the language of the page; one that an editor wrote as it was written."""
        return reader_text(self.note)

    @property
    def has_page(self) -> bool:
        """Whether the public site has an address for it: a state that is no more has none."""
        return self.kind != self.Kind.COUNTRY or self.country_id is not None

    def get_absolute_url(self) -> str:
        """Return its public address; a country's is the list of texts about it."""
        if self.kind == self.Kind.COUNTRY and self.country:
            return reverse("articles:country", args=[self.country.slug])
        return reverse(f"articles:{self.kind}", args=[self.slug])

    def slugify(self, tag: str, i: int | None = None) -> str:
        """Return the address of an entity; taggit calls this on first save and counts `i` up on a clash."""
        slug = ascii_slug(tag, 90) or "name"
        return slug if i is None else f"{slug}-{i}"


class Alias(ReferencePart):
    """One form of an entity's name as a text may print it. Inflected forms are made by rules, not stored."""

    class Kind(models.TextChoices):
        HOUSE = "house", _("house style")
        NAME = "name", _("other name")
        SURNAME = "surname", _("surname alone")
        OFFICIAL = "official", _("official name")
        ABBREVIATION = "abbreviation", _("abbreviation")
        NICKNAME = "nickname", _("nickname")
        HISTORIC = "historic", _("historic name")
        MISSPELLING = "misspelling", _("misspelling")
        ADJECTIVE = "adjective", _("adjective")
        DEMONYM = "demonym", _("name of the people")

    entity = models.ForeignKey(
        Entity, models.CASCADE, verbose_name=_("entity"), related_name="aliases"
    )
    name = models.CharField(_("form"), max_length=200, db_index=True)
    language = models.CharField(
        _("language"),
        max_length=60,
        blank=True,
        help_text=_("Codes such as de or kk-Latn, parted by blanks."),
    )
    script = models.CharField(_("script"), max_length=4, blank=True, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.NAME)
    start = models.CharField(
        _("valid from"), max_length=10, blank=True, help_text=_("YYYY, YYYY-MM or YYYY-MM-DD")
    )
    end = models.CharField(_("valid to"), max_length=10, blank=True)
    weak = models.BooleanField(
        _("needs other evidence"),
        default=False,
        help_text=_(
            "Also a common word or somebody else's name: counts only where something else speaks for it."
        ),
    )
    in_use = models.BooleanField(
        _("in use"),
        default=True,
        help_text=_("Switched off, the form links nothing, and no loading brings it back."),
    )

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        ordering = ["kind", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["entity", "name", "kind"], name="alias_once_for_an_entity"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **options: Any) -> None:
        """Save the form with the script of its letters."""
        self.script = script_of(self.name)
        if options.get("update_fields") is not None:
            options["update_fields"] = {*options["update_fields"], "script"}
        super().save(*args, **options)


class Office(ReferencePart):
    """An office that a person held, with its dates: it decides between namesakes by the date of a text."""

    person = models.ForeignKey(
        Entity, models.CASCADE, verbose_name=_("person"), related_name="offices"
    )
    title = models.CharField(_("office"), max_length=120)
    country = models.ForeignKey(
        Country,
        models.PROTECT,
        verbose_name=_("country"),
        null=True,
        blank=True,
        related_name="+",
    )
    start = models.CharField(
        _("from"), max_length=10, blank=True, help_text=_("YYYY, YYYY-MM or YYYY-MM-DD")
    )
    end = models.CharField(_("to"), max_length=10, blank=True)

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["start"]

    def __str__(self) -> str:
        return f"{self.title} {self.start}–{self.end}"

    @property
    def told(self) -> Passage:
        """The title in the language of the page: feminine in German where the Russian name is known to be a woman's.

        A title that office_titles.toml does not have, as one that an editor wrote, stays as it is. Costs no query where the
        office comes with its person.
        """
        known, person = office_titles(), self.person
        woman = known.women.tell(person.name_ru, person.country_id or "")
        return in_language_of_page(
            self.title,
            lambda language: known.title_in(language, self.title, self.country_id or "", woman),
        )
