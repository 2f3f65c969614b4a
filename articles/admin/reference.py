"""What the desk knows: sources and their rights, names in all their forms, countries, topics."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib import admin
from django.db.models import QuerySet
from django.forms import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ..actions.rights import policies_of, record_policies
from ..models import (
    Alias,
    Article,
    Country,
    Entity,
    Mention,
    Office,
    Source,
    SourceHabit,
    SourcePolicy,
    Topic,
)
from .counting import number_of
from .table import Table

# taggit's own table of tags: our entities are the tags of the newsroom.
admin.site.unregister(apps.get_model("taggit", "Tag"))


class KeepFileRows(BaseInlineFormSet):
    """Rows that came from the data files are switched off, never deleted: a deleted one would come back."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """Offer deletion for an editor's own rows only."""
        super().add_fields(form, index)
        box = form.fields.get("DELETE")
        if box:
            box.widget.attrs["aria-label"] = _("delete")
        if box and form.instance.pk and form.instance.is_from_file:
            box.disabled = True
            box.widget.attrs["title"] = _("From the data files: it can be switched off or changed.")


class PartInline(admin.TabularInline):
    """Rows that belong to one of the desk's tables."""

    formset = KeepFileRows
    extra = 1

    def formfield_for_dbfield(self, db_field: Any, request: Any, **options: Any) -> Any:
        """Name each control for screen readers: a table has headings, but no labels."""
        field = super().formfield_for_dbfield(db_field, request, **options)
        if field:
            field.widget.attrs["aria-label"] = field.label
        return field


class HabitInline(PartInline):
    """How a source's texts are known, and what its pages print around them."""

    model = SourceHabit


class PolicyInline(admin.StackedInline):
    """What the public may see of a source's texts, from a day on."""

    model = SourcePolicy
    formset = KeepFileRows
    extra = 0
    fields = [
        ("policy", "valid_from", "valid_to"),
        ("legal_act", "checked_on"),
        "note",
    ]


@admin.register(Source)
class SourceAdmin(Table):
    """Outlets. The policy in force stands in the list: what it says decides what readers see."""

    list_display = ["name", "label", "language", "home", "policy_now", "texts"]
    list_filter = ["label", "language"]
    list_select_related = ["home"]
    search_fields = ["name", "habits__text"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["home"]
    inlines = [PolicyInline, HabitInline]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Add the policy in force and the number of texts."""
        rows: Any = super().get_queryset(request)
        return rows.with_policy().annotate(number=number_of(Article.objects.all(), "source"))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save the policies and, in the same transaction, who changed them."""
        by: Any = request.user
        before = policies_of(form.instance)
        super().save_related(request, form, formsets, change)
        record_policies(form.instance, before, by=by)

    @admin.display(description=_("policy in force"))
    def policy_now(self, source: Any) -> str:
        """Show what the public may see today; without a policy nothing."""
        policy = SourcePolicy.Policy(source.policy or SourcePolicy.Policy.INTERNAL)
        words = policy.label if source.policy else _("internal only: no policy recorded")
        return format_html('<span class="state policy-{}">{}</span>', policy.value, words)

    @admin.display(description=_("texts"), ordering="number")
    def texts(self, source: Any) -> int:
        """Show how many texts came from it."""
        return source.number

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Allow it for a source that no text came from and no file names."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or not obj.reference_key)


class AliasInline(PartInline):
    """Every form of a name. Inflected forms are made by rules and need no row."""

    model = Alias
    fields = ["name", "language", "kind", "weak", "in_use"]


class OfficeInline(PartInline):
    """Offices with their dates: they decide between namesakes."""

    model = Office
    autocomplete_fields = ["country"]
    extra = 0


@admin.register(Entity)
class EntityAdmin(Table):
    """People, organisations, places and events, in every spelling that texts print."""

    list_display = ["display_name", "kind", "country", "forms", "texts"]
    list_filter = ["kind", ("country", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["country"]
    search_fields = ["name"]  # shows the box; get_search_results looks at every form
    search_help_text = _("Any form of the name.")
    fields = ["name", "kind", "country", "name_de", "name_ru", "slug", "note"]
    autocomplete_fields = ["country"]
    inlines = [AliasInline, OfficeInline]
    ordering = ["name"]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Add the numbers of forms and texts."""
        rows = super().get_queryset(request)
        return rows.annotate(
            number_of_forms=number_of(Alias.objects.all(), "entity"),
            number_of_texts=number_of(Mention.objects.filter(rejected=False), "tag"),
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[Any, bool]:
        """Search every form of the name."""
        return queryset.matching(search_term.replace("\x00", "")), False  # type: ignore[attr-defined]

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any
    ) -> Any:
        """Let the address be empty: it is then made from the name."""
        form = super().get_form(request, obj, change, **options)
        if "slug" in form.base_fields:
            form.base_fields["slug"].required = False
            form.base_fields["slug"].label = capfirst(_("address"))
        return form

    @admin.display(description=_("name"), ordering="name")
    def display_name(self, entity: Entity) -> str:
        """Show the house form in the language of the page."""
        return entity.display_name

    @admin.display(description=_("forms"), ordering="number_of_forms")
    def forms(self, entity: Any) -> int:
        """Show how many forms of the name are known."""
        return entity.number_of_forms

    @admin.display(description=_("texts"), ordering="number_of_texts")
    def texts(self, entity: Any) -> int:
        """Show how many texts name it."""
        return entity.number_of_texts

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse what came from the files: the next loading would bring it back."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or not obj.reference_key)


@admin.register(Country)
class CountryAdmin(Table):
    """Countries; the forms of their names are those of the entity of the same name."""

    list_display = ["name", "code", "focus", "position"]
    list_filter = ["focus"]
    search_fields = ["name_en", "name_de", "name_ru", "code"]
    prepopulated_fields = {"slug": ["name_en"]}
    list_per_page = 150

    @admin.display(description=_("name"), ordering="name_en")
    def name(self, country: Country) -> str:
        """Show the name in the language of the page."""
        return country.name

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Keep the code of an existing country: articles hang on it."""
        return ["code"] if obj else []

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: countries come and go with the data files."""
        return False


@admin.register(Topic)
class TopicAdmin(Table):
    """The desk's topics, each tied to an IPTC Media Topic."""

    list_display = ["name", "code", "media_topic", "position"]
    search_fields = ["name_en", "name_de", "name_ru", "code"]

    @admin.display(description=_("name"), ordering="name_en")
    def name(self, topic: Topic) -> str:
        """Show the name in the language of the page."""
        return topic.name

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Keep the code of an existing topic: articles hang on it."""
        return ["code"] if obj else []

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: topics come and go with the data files."""
        return False
