"""Teach a habit of a source from one text: see every stored text that it would change, teach it, take it back."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models.fields.json import KeyTransform
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..actions.teaching import MOST_LOOKED_AT, CannotTeach, Preview, begin, go_on, preview
from ..actions.unteaching import take_back, texts_that_follow
from ..models import Article, Lesson
from ..tasks import wake_lesson
from .lesson_form import LessonForm, Taught
from .lesson_page import texts_of_lesson, texts_of_preview
from .merging import tell_what_stayed
from .table import Table

#: So many texts stand on a page of a lesson.
A_PAGE = 25
HERE = "admin:articles_lesson"


@admin.register(Lesson)
class LessonAdmin(Table):
    """All lessons: who taught what, how many texts it changed. They are taught from a text, and taken back here."""

    list_display = ["text", "kind", "source", "by", "at", "number", "state"]
    list_filter = ["kind", ("at", admin.DateFieldListFilter)]
    list_select_related = ["source", "by"]
    search_fields = ["text", "source__name"]

    def get_urls(self) -> list[Any]:
        """Add the pages that go on with a lesson and that take it back."""
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/go-on/", wrap(self.go_on_page), name="articles_lesson_go_on"),
            path(
                "<int:pk>/take-back/", wrap(self.take_back_page), name="articles_lesson_take_back"
            ),
            *super().get_urls(),
        ]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Load of what a lesson changed only how much it was: the notes are as long as the texts."""
        rows: Any = super().get_queryset(request)
        told = {"texts": KeyTransform("number", "outcome"), "done": KeyTransform("done", "outcome")}
        return rows.annotate(**told).defer("outcome")

    @admin.display(description=gettext_lazy("texts"))
    def number(self, lesson: Any) -> int:
        """Show how many texts it changed."""
        return lesson.texts

    @admin.display(description=gettext_lazy("status"), ordering="taken_back_at")
    def state(self, lesson: Any) -> str:
        """Show whether it holds, is still at work, or was taken back."""
        if lesson.taken_back_at:
            return _("taken back")
        return _("holds") if lesson.done else _("at work")

    # --- Teaching -----------------------------------------------------------------------------

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show what teaching some words would change; a button teaches them."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        given = request.POST if request.method == "POST" else request.GET
        taught = Taught.of(given)
        form = LessonForm(taught.filled(given)) if taught.is_asked(given) else LessonForm()
        is_sent = request.method == "POST" and form.is_bound and form.is_valid()
        if is_sent and (answer := self._taught(request, form)):
            return answer
        shown = self._previewed(form)
        context = self.admin_site.each_context(request) | {
            "opts": self.opts,
            "title": _("Teach: always for this source"),
            "form": form,
            "taught": taught,
            "parted": taught.parted(form["text"].value()),
            "preview": shown,
            "texts": texts_of_preview(shown) if shown else [],
        }
        return TemplateResponse(request, "admin/articles/lesson/teach.html", context)

    def _taught(self, request: HttpRequest, form: LessonForm) -> HttpResponse | None:
        """Teach what the form says, if what was shown still is so; None where the page must be shown again."""
        by: Any = request.user
        try:
            keys, now = form.candidates()
            if now != request.POST.get("seen"):
                messages.warning(
                    request, _("The texts changed meanwhile: please look again before you teach.")
                )
                return None
            lesson = begin(**form.cleaned_data, by=by)
            if len(keys) > MOST_LOOKED_AT:
                wake_lesson(lesson)
            else:
                go_on(lesson)
        except CannotTeach as refusal:
            form.add_error("text", str(refusal.reason))
            return None
        said = format_html(
            '{} <a href="{}">{}</a>', _said(lesson), _page("take_back", lesson), _("Take it back")
        )
        messages.success(request, said)
        return HttpResponseRedirect(_page("change", lesson))

    def _previewed(self, form: LessonForm) -> Preview | None:
        """Return what the form's words would change; None, with the reason in the form, where they cannot be taught."""
        if not form.is_bound or not form.is_valid():
            return None
        try:
            return preview(**form.cleaned_data)
        except CannotTeach as refusal:
            form.add_error("text", str(refusal.reason))
            return None

    # --- One lesson -----------------------------------------------------------------------------

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show a lesson with every text that it changed."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        lesson = self._lesson(object_id)
        keys = sorted(map(int, lesson.outcome["articles"]))
        page = Paginator(keys, A_PAGE).get_page(request.GET.get("page"))
        refused = lesson.outcome["refused"]
        context = self.admin_site.each_context(request) | {
            "opts": self.opts,
            "title": lesson.text,
            "lesson": lesson,
            "page": page,
            "texts": texts_of_lesson(lesson, list(page)),
            "refused": [
                (one, refused[str(one.pk)]) for one in Article.objects.filter(pk__in=refused)
            ],
            "may_change": self.has_undo_permission(request),
        }
        return TemplateResponse(request, "admin/articles/lesson/lesson.html", context)

    def go_on_page(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Wake a lesson that stopped before all texts followed it."""
        if request.method != "POST" or not self.has_undo_permission(request):
            raise PermissionDenied
        lesson = self._lesson(pk)
        wake_lesson(lesson)
        messages.info(request, _("The texts that are left follow in the background."))
        return HttpResponseRedirect(_page("change", lesson))

    def take_back_page(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Say what taking a lesson back does, and take it back."""
        if not self.has_undo_permission(request):
            raise PermissionDenied
        lesson = self._lesson(pk)
        if request.method == "POST":
            return self._taken_back(request, lesson)
        context = self.admin_site.each_context(request) | {
            "opts": self.opts,
            "title": _("Take the lesson back"),
            "lesson": lesson,
            "number": len(lesson.outcome["articles"]),
            "following": len(texts_that_follow(lesson)),
        }
        return TemplateResponse(request, "admin/articles/lesson/take_back.html", context)

    def _taken_back(self, request: HttpRequest, lesson: Lesson) -> HttpResponse:
        by: Any = request.user
        try:
            stayed = take_back(lesson, by=by)
        except CannotTeach as refusal:
            messages.error(request, str(refusal.reason))
        else:
            messages.success(request, _("“%(words)s” is taken back.") % {"words": lesson.text})
            tell_what_stayed(request, stayed)
        return HttpResponseRedirect(_page("change", lesson))

    def _lesson(self, key: Any) -> Lesson:
        rows = Lesson.objects.select_related("source", "by", "habit")
        return get_object_or_404(rows, pk=key if str(key).isdecimal() else None)

    def has_undo_permission(self, request: HttpRequest) -> bool:
        """Allow it to those who may change lessons."""
        return request.user.has_perm("articles.change_lesson")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: taking back undoes what it changed, deleting would not."""
        return False


def _said(lesson: Lesson) -> str:
    """Say what came of a lesson."""
    if not lesson.outcome["done"]:
        return _("Taught. The stored texts follow in the background.")
    number = lesson.outcome["number"]
    words = ngettext("Taught: %(n)d text changed.", "Taught: %(n)d texts changed.", number)
    return words % {"n": number}


def _page(name: str, lesson: Lesson) -> str:
    return reverse(f"{HERE}_{name}", args=[lesson.pk])
