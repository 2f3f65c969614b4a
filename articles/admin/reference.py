"""What the desk knows of the world around texts: sources and their rights, countries, topics."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from ..actions.rights import policies_of, record_policies
from ..models import Article, Country, Source, SourceHabit, SourcePolicy, Topic
from .article_filters import LanguageFilter
from .counting import number_of
from .parts import KeepFileRows, PartInline
from .table import Table


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
    list_filter = ["label", LanguageFilter]
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
