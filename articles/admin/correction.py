"""The correction screen: shows an article beside its original, and hands to the actions what an editor changed."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from ..actions.correcting import READ_FIELDS, confirm, correct
from ..actions.editing import EditConflict
from ..actions.marking import CannotMark, Mark
from ..actions.publishing import NotReady, publish, send_to_review, withdraw
from ..models import Article, Status
from .conflict import conflict_of
from .correction_form import CorrectionForm, reading_of_article
from .correction_page import loaded, original_of, page
from .evidence import sure_fields
from .marking import as_sent, mark_sent, marks_in, place_sent, screen_under
from .next_text import address_of, next_of_run
from .printed_name import take_printed_name
from .reader_notes import note_form, take_note
from .reading_again import read_selected
from .relations import take_answer
from .settling import settle_here
from .suggestions import answer_suggestion

#: What "publish" and "withdraw" need for now; roles of their own come with the workflow.
PERMISSION = "articles.change_article"


class Correction:
    """One request to the correction screen of one article."""

    def __init__(self, request: HttpRequest, pk: Any) -> None:
        self.request = request
        self.may_change = request.user.has_perm(PERMISSION)
        article = loaded(pk)
        if article is None:
            raise Http404
        self.article = article

    def shown(self, form: CorrectionForm | None = None, **said: Any) -> dict[str, Any]:
        """Return the context of the page: the article as it stands, or `form` with what the editor typed."""
        form = form or CorrectionForm.showing(self.article, may_change=self.may_change)
        asked = self.request.GET.get("names") == "all"
        options: dict[str, Any] = {"pending": form.pending(), "with_candidates": asked} | said
        own = {
            "may_change": self.may_change,
            "reason": self.request.POST.get("reason", ""),
            "note": note_form(self.request, self.article),
        }
        return page(self.article, form, **options) | own

    def saved(self) -> HttpResponse | dict[str, Any]:
        """Save what was sent and return where to go on, or the context of a page that says what is wrong."""
        if not self.may_change:
            raise PermissionDenied
        if self.request.POST.get("_mark"):
            return self._marked()
        form = CorrectionForm(self.request.POST, article=self.article)
        if not form.is_valid():
            return self.shown(form)
        try:
            self._write(form)
        except EditConflict:
            return self._conflict(form)
        except NotReady as refusal:
            return self.shown(form, refusals=refusal.obstacles)
        except ValidationError as error:
            form.add_errors(error.message_dict)
            return self.shown(form)
        return self._step()

    # --- Words of the original ---------------------------------------------------------------------

    def marking(self) -> HttpResponse:
        """Answer the script: the values that a mark changes, and the original as it looks then. Nothing is written.

        Where it sends no mark, it took one back and asks for the original only.
        """
        if not self.may_change:
            raise PermissionDenied
        values = {}
        try:
            if "_mark" in self.request.POST:
                values = self._with_mark()
        except CannotMark as refusal:
            return JsonResponse({"refusal": str(refusal.reason)}, status=422)
        markings = values.get("markings", self.request.POST.get("markings", ""))
        return JsonResponse({"values": values, "lines": self._lines(markings)})

    def _marked(self) -> dict[str, Any]:
        """Show the page as it is with a mark more, not saved yet: for browsers without JavaScript."""
        data = self.request.POST.copy()
        again = {}
        try:
            for name, value in self._with_mark().items():
                data[name] = value
        except CannotMark as refusal:
            messages.warning(self.request, str(refusal.reason))
            again = {name: data.get(name, "") for name in ("mark_lines", "mark_words")}
        return self.shown(CorrectionForm(data, article=self.article)) | again

    def _with_mark(self) -> dict[str, str]:
        """Return the values that the sent mark changes, as the browser sends them, with all marks so far."""
        reading = reading_of_article(self.article)
        mark = mark_sent(self.request.POST, reading)
        pending = self._pending(self.request.POST.get("markings", ""), reading)
        changed = screen_under(mark, self.article, self.request.POST, reading, pending)
        return changed | {"markings": as_sent([*pending, mark])}

    def _lines(self, markings: str) -> str:
        reading = reading_of_article(self.article)
        pending = self._pending(markings, reading)
        context = {"lines": original_of(self.article, pending), "language": self.article.language}
        return render_to_string("admin/articles/_lines.html", context, self.request)

    @staticmethod
    def _pending(markings: str, reading: dict[str, Any]) -> list[Mark]:
        """Return the marks that stand on the screen and are not saved yet."""
        try:
            return marks_in(markings, len(reading["text"]))
        except ValueError as error:
            raise BadRequest(str(error)) from error

    # --- Saving -----------------------------------------------------------------------------------

    @transaction.atomic
    def _write(self, form: CorrectionForm) -> None:
        """Correct and confirm, both or neither."""
        by: Any = self.request.user
        before = self.article.version
        said = form.cleaned_data
        article = correct(
            self.article, form.changes(), by=by, version=said["version"], marks=said["markings"]
        )
        article = confirm(article, self._confirmed(), by=by, names=self._meant())
        if "_file" in self.request.POST:
            article = send_to_review(article, by=by)
        elif article.version != before:
            messages.success(self.request, _("Saved."))
        elif "_save" in self.request.POST:
            messages.info(self.request, _("Nothing was changed."))
        self.article = article

    def _confirmed(self) -> set[str]:
        sent = self.request.POST
        fields = set(sent.getlist("confirm")) & (READ_FIELDS | {"entities"})
        all_sure = "_confirm_sure" in sent or "_file" in sent
        return fields | set(sure_fields(self.article) if all_sure else ())

    def _meant(self) -> set[int]:
        """Return the names that were confirmed one by one."""
        return {int(key[:18]) for key in self.request.POST.getlist("meant") if key.isdecimal()}

    def _step(self) -> HttpResponse | dict[str, Any]:
        """Take the step whose button was pressed; what was saved before stays saved."""
        by: Any = self.request.user
        sent = self.request.POST
        place = ""
        try:
            if "_publish" in sent:
                self.article = publish(self.article, by=by)
                self._say_published()
            elif "_file" in sent:
                return self._next()
            elif "_settle" in sent:
                settle_here(self.request, sent["_settle"], self.article)
                place = "#field-entities"
            elif answered := answer_suggestion(self.request, self.article):
                return answered
            elif "_teach" in sent:
                return self._teach(sent["_teach"])
            elif "_reread" in sent:
                read_selected(self.request, Article.objects.filter(pk=self.article.pk))
            elif "_name" in sent:
                take_printed_name(self.request, self.article, reading_of_article(self.article))
                place = "#field-entities"
            elif "_relation" in sent:
                take_answer(self.request, self.article)
                place = "#relations"
            elif "_note" in sent or "_note_back" in sent:
                return self._noted()
            elif "_withdraw" in sent:
                self.article = withdraw(self.article, by=by, reason=sent.get("reason", ""))
                messages.success(self.request, _("Withdrawn: readers no longer see the text."))
        except NotReady as refusal:
            return self._anew(refusals=refusal.obstacles)
        except ValidationError as error:
            return self._anew() | {"reason_errors": error.messages}
        except EditConflict:
            messages.warning(self.request, _("Somebody changed the text meanwhile: look again."))
        except CannotMark as refusal:
            messages.warning(self.request, str(refusal.reason))
        return HttpResponseRedirect(address_of(self.article) + place)

    def _teach(self, kind: str) -> HttpResponse:
        """Go to the page that shows what it would change if these words were always that; what was typed is saved."""
        start, end = place_sent(self.request.POST, reading_of_article(self.article), "mark")
        said = {"article": self.article.pk, "start": start, "end": end, "kind": kind}
        return HttpResponseRedirect(f"{reverse('admin:articles_lesson_add')}?{urlencode(said)}")

    def _noted(self) -> HttpResponse | dict[str, Any]:
        """Write a note for readers, or take one back; what was typed stays where it cannot be written."""
        try:
            take_note(self.request, self.article)
        except ValidationError as error:
            return self._anew() | {"note_errors": error.messages}
        return HttpResponseRedirect(f"{address_of(self.article)}#field-notes")

    def _next(self) -> HttpResponse:
        """Go to the next draft of the run; to the run, or the list, once there is none."""
        item = getattr(self.article, "item", None)
        following = next_of_run(item.run_id, item) if item else None
        if following is not None:
            in_review = self.article.status == Status.REVIEW
            said = _("Filed: “%(text)s”.") if in_review else _("Saved: “%(text)s”.")
            messages.success(self.request, said % {"text": self.article})
            return HttpResponseRedirect(address_of(following))
        messages.success(self.request, _("All texts of this run are filed."))
        texts = reverse("admin:articles_article_changelist")
        return HttpResponseRedirect(item.run.get_absolute_url() if item else texts)

    def _anew(self, **said: Any) -> dict[str, Any]:
        self.article = loaded(self.article.pk) or self.article
        return self.shown(**said)

    def _say_published(self) -> None:
        text = _('Published. <a href="{}">Read it on the site</a>.')
        messages.success(self.request, format_html(text, self.article.get_absolute_url()))

    def _conflict(self, form: CorrectionForm) -> dict[str, Any]:
        """Show both versions: the editor's own words in the fields, beside them what somebody saved meanwhile."""
        marks = form.cleaned_data["markings"]
        self.article = loaded(self.article.pk) or self.article
        met = conflict_of(form, self.article)
        fresh = CorrectionForm.showing(self.article, mine=met.mine, marks=marks)
        return self.shown(fresh, conflict=met.disputed, pending=marks) | {
            "met": met,
            "status": 409,
        }
