"""What editors judged of printed forms: to be read, and to be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..actions.judging import CannotJudge
from ..actions.taking_back import take_back
from ..models import Judgement
from .merging import tell_what_stayed
from .table import Table

#: As many judgements are taken back at once.
LONGEST_LIST = 200


@admin.register(Judgement)
class JudgementAdmin(Table):
    """All judgements. They are given where the question is, and taken back here."""

    list_display = ["form", "verdict", "its_entity", "article", "by", "at", "note"]
    list_display_links = None
    list_filter = ["verdict", ("at", admin.DateFieldListFilter)]
    list_select_related = ["entity", "article", "by"]
    search_fields = ["form", "entity__name", "note"]
    actions = ["take_back_selected"]

    def get_urls(self) -> list[Any]:
        """Add the page that asks before judgements are taken back."""
        view = self.admin_site.admin_view(self.take_back_page)
        return [path("take-back/", view, name="articles_judgement_take_back"), *super().get_urls()]

    @admin.display(description=gettext_lazy("name"), ordering="entity__name")
    def its_entity(self, judgement: Judgement) -> str:
        """Link to the name."""
        if judgement.entity is None:
            return ""
        address = reverse("admin:articles_entity_change", args=[judgement.entity_id])
        return format_html('<a href="{}">{}</a>', address, judgement.entity)

    @admin.action(description=gettext_lazy("Take back the ticked judgements"), permissions=["undo"])
    def take_back_selected(
        self, request: HttpRequest, queryset: QuerySet[Judgement]
    ) -> HttpResponse:
        """Ask, then take back what is ticked."""
        keys = queryset.values_list("pk", flat=True)[:LONGEST_LIST]
        return HttpResponseRedirect(take_back_address(keys))

    def take_back_page(self, request: HttpRequest) -> HttpResponse:
        """Show what would be taken back, and take it back."""
        if not self.has_undo_permission(request):
            raise PermissionDenied
        given = request.POST if request.method == "POST" else request.GET
        keys = [int(key[:18]) for key in given.get("ids", "").split(",") if key.isdecimal()]
        judgements = Judgement.objects.filter(pk__in=keys[:LONGEST_LIST])
        if request.method == "POST":
            return self._taken_back(request, keys[:LONGEST_LIST])
        context = self.admin_site.each_context(request) | {
            "opts": self.opts,
            "title": _("Take judgements back"),
            "judgements": judgements.select_related("entity", "by"),
            "ids": ",".join(map(str, keys)),
        }
        return TemplateResponse(request, "admin/articles/judgement/take_back.html", context)

    def _taken_back(self, request: HttpRequest, keys: list[int]) -> HttpResponse:
        by: Any = request.user
        taken = Judgement.objects.filter(pk__in=keys).count()
        try:
            stayed = take_back(keys, by=by)
        except CannotJudge as refusal:
            messages.error(request, str(refusal.reason))
        else:
            words = ngettext("%(n)d judgement taken back.", "%(n)d judgements taken back.", taken)
            messages.success(request, words % {"n": taken})
            tell_what_stayed(request, stayed)
        return HttpResponseRedirect(reverse("admin:articles_judgement_changelist"))

    def has_undo_permission(self, request: HttpRequest) -> bool:
        """Allow it to those who may change judgements."""
        return request.user.has_perm("articles.change_judgement")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: a judgement is given where its question is."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: a judgement is taken back and given anew."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: taking back undoes what it made, deleting would not."""
        return False


def tell_judged(request: HttpRequest, words: str, judgements: Iterable[Judgement]) -> None:
    """Say what was judged, with the way to take it back."""
    address = take_back_address(one.pk for one in judgements)
    link = format_html('{} <a href="{}">{}</a>', words, address, _("Take it back"))
    messages.success(request, link)


def take_back_address(keys: Any) -> str:
    """Return the page that asks before these judgements are taken back."""
    return f"{reverse('admin:articles_judgement_take_back')}?ids={','.join(map(str, keys))}"
