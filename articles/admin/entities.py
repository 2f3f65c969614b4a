"""People, organisations, places and events: every spelling, who prints it, judgements and merges."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ..actions.listing import list_anew, texts_naming
from ..actions.searching import index_names
from ..models import Alias, Entity, Mention, Office
from .counting import number_of
from .merging import merge_page, undo_page
from .name_page import name_page, never_page
from .parts import PartInline
from .table import Table

# taggit's own table of tags: our entities are the tags of the newsroom.
admin.site.unregister(apps.get_model("taggit", "Tag"))


class AliasInline(PartInline):
    """Every form of a name. Inflected forms are made by rules and need no row."""

    model = Alias
    fields = ["name", "language", "kind", "start", "end", "weak", "in_use"]


class OfficeInline(PartInline):
    """Offices with their dates: they decide between namesakes."""

    model = Office
    autocomplete_fields = ["country"]
    extra = 0


class CertaintyFilter(admin.SimpleListFilter):
    """Names about which something is uncertain, or on which the desk decided."""

    title = _("certainty")
    parameter_name = "certainty"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Offer both."""
        return [("doubtful", _("something is doubtful")), ("decided", _("the desk decided"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Narrow the list."""
        if self.value() in ("doubtful", "decided"):
            return queryset.exclude((self.value(), ""))
        return queryset


@admin.register(Entity)
class EntityAdmin(Table):
    """People, organisations, places and events, in every spelling that texts print."""

    list_display = ["display_name", "kind", "country", "forms", "texts", "doubt"]
    list_filter = ["kind", CertaintyFilter, ("country", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["country"]
    search_fields = ["name"]  # shows the box; get_search_results looks at every form
    search_help_text = _("Any form of the name.")
    fields = [
        "name",
        ("kind", "country"),
        ("name_de", "name_ru"),
        "note",
        "decided",
        "doubtful",
        ("wikidata", "slug"),
    ]
    autocomplete_fields = ["country"]
    inlines = [AliasInline, OfficeInline]
    ordering = ["name"]

    def get_urls(self) -> list[Any]:
        """Add the steps of a merge, and the judgement that a form never means this name."""
        steps = (
            ("merge/", merge_page, "merge"),
            ("merges/<int:merge>/undo/", undo_page, "undo_merge"),
            ("never/", never_page, "never"),
        )
        return [self._step(*step) for step in steps] + super().get_urls()

    def _step(self, address: str, page: Any, name: str) -> URLPattern:
        def view(request: HttpRequest, pk: int, **given: Any) -> HttpResponse:
            answer: HttpResponse = page(request, pk, **given)
            return answer

        wrapped = self.admin_site.admin_view(view)
        return path(f"<int:pk>/{address}", wrapped, name=f"articles_entity_{name}")

    # --- The list -----------------------------------------------------------------------------

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
        """Search every form of the name; merged names are nowhere offered."""
        rows: Any = queryset
        return rows.standing().matching(search_term.replace("\x00", "")), False

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

    @admin.display(description=_("doubtful"), ordering="doubtful")
    def doubt(self, entity: Entity) -> str:
        """Show what is uncertain about it."""
        if not entity.doubtful:
            return ""
        return format_html('<span class="doubt">{}</span> {}', _("doubtful"), entity.doubtful)

    # --- One name -----------------------------------------------------------------------------

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any
    ) -> Any:
        """Let the address be empty: it is then made from the name."""
        form = super().get_form(request, obj, change, **options)
        if "slug" in form.base_fields:
            form.base_fields["slug"].required = False
            form.base_fields["slug"].label = capfirst(_("address"))
        return form

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> HttpResponse:
        """Show all that is known about the name beside its form."""
        if entity := context.get("original"):
            context |= name_page(entity, request.user)
        return super().render_change_form(request, context, *args, **options)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save the name; where it became of another kind, the lists of texts follow."""
        super().save_model(request, obj, form, change)
        if change and "kind" in form.changed_data:
            list_anew(texts_naming([obj.pk]))

    def save_related(self, request: HttpRequest, form: Any, *rest: Any) -> None:
        """Save the forms of the name; searches follow."""
        super().save_related(request, form, *rest)
        index_names([form.instance.pk])

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete the name; the lists of texts follow."""
        texts = texts_naming([obj.pk])
        super().delete_model(request, obj)
        list_anew(texts)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Delete several names at once; the lists of texts follow."""
        texts = texts_naming(list(queryset.values_list("pk", flat=True)))
        super().delete_queryset(request, queryset)
        list_anew(texts)

    def view_on_site(self, entity: Entity) -> str | None:
        """Return where readers find it, if they do."""
        public = entity.has_page and Entity.objects.published().filter(pk=entity.pk).exists()
        return entity.get_absolute_url() if public else None

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse it for a merged name: what is to be changed is the one that stands for it."""
        merged = obj is not None and obj.merged_into_id is not None
        return not merged and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse what came from the files (the next loading would bring it back) and what was ever merged."""
        if not super().has_delete_permission(request, obj) or obj is None:
            return super().has_delete_permission(request, obj)
        merges = Q(merges__isnull=False) | Q(merges_kept__isnull=False)
        return not obj.reference_key and not Entity.objects.filter(merges, pk=obj.pk).exists()
