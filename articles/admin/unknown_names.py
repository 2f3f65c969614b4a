"""Names that nobody knows yet: a list of questions, and a page to answer each, for all its texts at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Case, When
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.cleaning import clean_line
from ..actions.foreseeing import if_never, if_same
from ..actions.judging import CannotJudge, accept, accept_as_new, never, reject
from ..models import Country, Entity, Judgement, UnknownName
from .effects import SHOWN_TEXTS, effects_of, quoted_rows
from .judgements import tell_judged
from .merging import OFFERED
from .questions import Question, question_address, questions
from .settling import settle_here
from .table import Table

A_PAGE = 25
#: Answers that change texts in a way that is shown first.
ANSWERS = ("same", "never")
LONGEST_KEY = 200


class NewName(forms.ModelForm):
    """What a new name needs to be known by."""

    class Meta:
        model = Entity
        fields = ["name", "name_de", "name_ru", "kind", "country"]
        labels = {"name": capfirst(gettext_lazy("name (English)"))}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        countries: Any = self.fields["country"]
        countries.queryset = Country.objects.order_by("position", "name_en")


@admin.register(UnknownName)
class UnknownNameAdmin(Table):
    """Questions to the editors. They come with texts, and go with a judgement."""

    def get_urls(self) -> list[Any]:
        """Add the page on which one question is answered."""
        view = self.admin_site.admin_view(self.judge_page)
        return [path("judge/", view, name="articles_unknownname_judge"), *super().get_urls()]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """Show the open questions, those of most texts first."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        words = clean_line(request.GET.get("q", ""), 100)
        asked = UnknownName.objects.open()
        kind = request.GET.get("kind", "")
        asked = asked.filter(kind=kind) if kind in Entity.Kind.values else asked
        asked = asked.filter(name__icontains=words) if words else asked
        page = Paginator(asked.by_key(), A_PAGE).get_page(request.GET.get("page"))
        context = self.admin_site.each_context(request) | {
            "opts": self.opts,
            "title": capfirst(str(self.opts.verbose_name_plural)),
            "questions": questions([row["key"] for row in page]),
            "page": page,
            "words": words,
            "kind": kind,
            "kinds": [one for one in Entity.Kind.choices if one[0] != Entity.Kind.COUNTRY],
            "may_judge": self.has_change_permission(request),
            "here": request.get_full_path(),
        }
        return TemplateResponse(request, "admin/articles/unknownname/questions.html", context)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **options: Any) -> Any:
        """Go to the question that the name belongs to."""
        row = get_object_or_404(UnknownName, pk=object_id if object_id.isdecimal() else None)
        return HttpResponseRedirect(question_address(row.key))

    # --- One question -------------------------------------------------------------------------

    def judge_page(self, request: HttpRequest) -> HttpResponse:
        """Show one question with all that may be answered, or take the answer."""
        allowed = self.has_view_permission(request)
        if not allowed or (request.method == "POST" and not self.has_change_permission(request)):
            raise PermissionDenied
        given = request.POST if request.method == "POST" else request.GET
        key = given.get("key", "").replace("\x00", "")[:LONGEST_KEY]
        asked = questions([key])
        if not asked:
            messages.info(request, _("Nobody asks about this name any more."))
            return self._back(request)
        form = NewName(initial={"name": asked[0].name, "kind": asked[0].kind})
        looks = request.method == "GET" and given.get("verdict") in ANSWERS
        if looks and (shown := self._foreseen(request, asked[0])):
            return shown
        if request.method == "POST" and given.get("verdict") == "here":
            settle_here(request, given.get("pair", ""))
            return self._on(request, key)
        if request.method == "POST":
            if given.get("verdict") == "new":
                form = NewName(request.POST)
            answer = self._judged(request, asked[0], form)
            if answer:
                return answer
        return self._shown(request, asked[0], form)

    def _judged(self, request: HttpRequest, question: Question, form: NewName) -> Any:
        """Give the judgement that a button asks for; None where something is missing."""
        by: Any = request.user
        verdict, key = request.POST.get("verdict"), question.key
        judgements: list[Judgement] = []
        try:
            match verdict:
                case "no_name":
                    judgements = reject(key, by=by)
                case "new" if form.is_valid() and self._may_add(request):
                    values = form.cleaned_data
                    _entity, judgements = accept_as_new(key, by=by, **values)
                case "same" | "never":
                    entity = self._chosen(request)
                    if entity and verdict == "same":
                        judgements = accept(key, entity, by=by)
                    elif entity:
                        judgements = never(question.names, entity, by=by)
        except CannotJudge as refusal:
            messages.error(request, str(refusal.reason))
        if not judgements:
            return None
        self._say(request, question, judgements)
        return self._back(request)

    def _foreseen(self, request: HttpRequest, question: Question) -> HttpResponse | None:
        """Show every text that an answer would change, with a button that gives it; None where no name is chosen."""
        entity = self._chosen(request)
        if entity is None or not self.has_change_permission(request):
            return None
        same = request.GET["verdict"] == "same"
        names = {"form": question.name, "name": entity}
        title = (
            _("“%(form)s” is a form of %(name)s") if same else _("“%(form)s” never means %(name)s")
        )
        texts = if_same(question.key, entity) if same else if_never(question.names, entity)
        sent = {name: request.GET.get(name, "") for name in ("key", "verdict", "entity", "next")}
        context = self.admin_site.each_context(request) | {
            "opts": self.opts,
            "title": title % names,
            "effects": effects_of(texts),
            "entity": entity,
            "sent": sent,
            "deed": _("Alias of %(name)s") % names if same else _("Never means %(name)s") % names,
            "action": reverse("admin:articles_unknownname_judge"),
            "back": question.address,
        }
        return TemplateResponse(request, "admin/articles/judgement/effects.html", context)

    def _chosen(self, request: HttpRequest) -> Entity | None:
        given = request.POST if request.method == "POST" else request.GET
        key = given.get("entity", "")
        chosen = None
        if key.isascii() and key.isdecimal():
            chosen = Entity.objects.standing().filter(pk=int(key[:18])).first()
        if chosen is None:
            messages.error(request, _("Choose one of the names."))
        return chosen

    def _may_add(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.add_entity")

    def _say(self, request: HttpRequest, question: Question, judgements: list[Judgement]) -> None:
        """Say what was judged, with the way to take it back."""
        verdict = judgements[0]
        said = {
            Judgement.Verdict.SAME: _("“%(form)s” is a form of %(name)s, in all texts."),
            Judgement.Verdict.NO_NAME: _("“%(form)s” is no name, in no text."),
            Judgement.Verdict.NOT_SAME: _("“%(form)s” never means %(name)s."),
        }[Judgement.Verdict(verdict.verdict)] % {"form": question.name, "name": verdict.entity}
        tell_judged(request, said, judgements)

    def _on(self, request: HttpRequest, key: str) -> HttpResponse:
        """Stay with a question as long as other texts ask it."""
        if not UnknownName.objects.open().filter(key=key).exists():
            return self._back(request)
        address, given = question_address(key), request.POST.get("next", "")
        more = f"&{urlencode({'next': given})}" if given else ""
        return HttpResponseRedirect(f"{address}{more}")

    def _back(self, request: HttpRequest) -> HttpResponseRedirect:
        """Return to the list where it was left."""
        here, given = reverse("admin:articles_unknownname_changelist"), request.POST.get("next", "")
        return HttpResponseRedirect(given if given.startswith(f"{here}?") else here)

    def _shown(self, request: HttpRequest, question: Question, form: NewName) -> HttpResponse:
        words = clean_line(request.GET.get("q", ""), 100)
        found: Any = Entity.objects.standing().matching(words) if words else Entity.objects.none()
        same_kind = Case(When(kind=question.kind, then=0), default=1)
        rest = found.exclude(pk__in=[one.entity.pk for one in question.candidates])
        context = self.admin_site.each_context(request) | {
            "opts": self.opts,
            "title": question.name,
            "question": question,
            "rows": quoted_rows(question.rows[:SHOWN_TEXTS]),
            "form": form,
            "words": words,
            "found": rest.select_related("country").order_by(same_kind, "name")[:OFFERED],
            "may_judge": self.has_change_permission(request),
            "may_add": self._may_add(request),
            "next": request.POST.get("next") or request.GET.get("next", ""),
        }
        return TemplateResponse(request, "admin/articles/unknownname/judge.html", context)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: questions come with texts."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: a question is answered."""
        return False
