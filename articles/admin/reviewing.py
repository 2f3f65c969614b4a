"""The pages of a run on which an editor decides: what is stored, what is read again, and whether all of it is undone."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..actions.deciding import CannotDecide, decide
from ..actions.importing import RunClosed, retry
from ..actions.storing import CannotStore, start_storing
from ..actions.undoing import UNDOABLE, CannotUndo, is_first, kept_if_undone, start_undoing
from ..models import ImportItem, ImportRun
from ..tasks import wake
from .run_filter import RunFilter
from .run_page import KEPT, first_draft, loaded, summary_of, texts_of
from .run_rows import rows_of

Decision = ImportItem.Decision

#: Sent by the page's script: only the parts of the page that a decision changes are wanted.
PARTS = "X-Parts"
#: So many texts that would stay are named before a run is undone.
NAMED = 200


class Reviewing:
    """The review page of a run and its buttons; part of the run's admin."""

    admin_site: Any
    opts: Any
    has_view_permission: Any

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show what was read, what is doubtful and what will become of it; take decisions."""
        run = self.run_for(request, object_id)
        chosen = RunFilter.of(request.GET)
        if request.method == "POST":
            return self._answer(request, run, chosen)
        texts = texts_of(run, chosen, request.GET.get("page"))
        context = self._context(request, run) | summary_of(run, chosen) | texts
        if context["numbers"]["stored"]:
            context["first_draft"] = first_draft(run)
        return TemplateResponse(request, "admin/articles/importrun/change_form.html", context)

    def run_for(self, request: HttpRequest, key: str | int) -> ImportRun:
        """Return a run that the user may see."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        digits = str(key)
        runs = ImportRun.objects.select_related("created_by", "decided_by")
        run = (
            runs.filter(pk=int(digits)).first() if digits.isdecimal() and len(digits) < 19 else None
        )
        if run is None:
            raise Http404
        return run

    def _context(self, request: HttpRequest, run: ImportRun) -> dict[str, Any]:
        user: Any = request.user
        return self.admin_site.each_context(request) | {
            "title": str(run),
            "opts": self.opts,
            "may_store": user.has_perm("articles.add_article"),
            "may_import": user.has_perm("articles.add_importrun"),
        }

    # --- Decisions ------------------------------------------------------------------------------

    def _answer(self, request: HttpRequest, run: ImportRun, chosen: RunFilter) -> HttpResponse:
        """Do what the button says and go back to where it was pressed."""
        sent, place = request.POST, ""
        if "retry" in sent:
            self._retry(request, run, sent["retry"])
        elif not request.user.has_perm("articles.add_article"):
            raise PermissionDenied
        elif "decide" in sent:
            key, _colon, decision = sent["decide"].partition(":")
            if not self._decide(request, run, run.items.filter(pk=_number(key)), decision):
                if PARTS in request.headers:
                    return HttpResponse(status=409)
            elif PARTS in request.headers:
                return self._parts(request, run, chosen, _number(key))
            if back := _page_of_item(run, _number(key), sent.get("back", "")):
                return HttpResponseRedirect(back + chosen.address())
            place = f"#item-{_number(key)}"
        elif "bulk" in sent:
            items = self._meant(run, chosen, sent)
            self._decide(request, run, items, sent.get("what", ""), tell=True)
        elif "store" in sent:
            self._store(request, run)
        page = sent.get("page", "")
        here = chosen.address(int(page) if page.isdecimal() and len(page) < 9 else 1)
        return HttpResponseRedirect(f"{run.get_absolute_url()}{here}{place}")

    def _meant(self, run: ImportRun, chosen: RunFilter, sent: Any) -> Any:
        """Return the texts that a decision for many is meant for."""
        which = sent.get("which")
        if which == "filter":
            return ImportItem.objects.filter(pk__in=chosen.keys(run))
        if which == "sure":
            return run.items.sure()
        return run.items.filter(pk__in=[_number(key) for key in sent.getlist("ticked")])

    def _decide(
        self, request: HttpRequest, run: ImportRun, items: Any, decision: str, *, tell: bool = False
    ) -> bool:
        by: Any = request.user
        try:
            decided = decide(run, items, decision, by=by)
        except ValueError as error:
            raise BadRequest("no such decision") from error
        except CannotDecide:
            messages.error(request, _("The run is just being worked on: nothing was decided."))
            return False
        if decided.noted and tell:
            words = ngettext("Decided for %(n)d text.", "Decided for %(n)d texts.", decided.noted)
            messages.success(request, words % {"n": decided.noted})
        elif tell and not decided.unfit:
            messages.warning(request, _("No text was meant, or all were decided so already."))
        if decided.unfit:
            words = ngettext(
                "%(n)d text is like no other and can be no version: it stays as it was decided.",
                "%(n)d texts are like no other and can be no versions: they stay as they were decided.",
                decided.unfit,
            )
            messages.warning(request, words % {"n": decided.unfit})
        return True

    def _parts(
        self, request: HttpRequest, run: ImportRun, chosen: RunFilter, key: int
    ) -> HttpResponse:
        """Return the parts of the page that a decision on one text changed, for its script to put in place."""
        context = self._context(request, run) | summary_of(run, chosen)
        context["rows"] = rows_of(loaded([key]), run)
        return TemplateResponse(request, "admin/articles/importrun/_parts.html", context)

    def _store(self, request: HttpRequest, run: ImportRun) -> None:
        by: Any = request.user
        try:
            wake(start_storing(run, by=by))
        except CannotStore:
            messages.warning(
                request, _("There is nothing to store, or the run is at work already.")
            )

    def _retry(self, request: HttpRequest, run: ImportRun, which: str) -> None:
        if not request.user.has_perm("articles.add_importrun"):
            raise PermissionDenied
        try:
            number = retry(run, None if which == "all" else [_number(which)])
        except RunClosed:
            messages.error(request, _("This run is closed: import the files anew."))
            return
        wake(run)
        words = ngettext("%(n)d file is read again.", "%(n)d files are read again.", number)
        messages.success(request, words % {"n": number})

    # --- The work on it --------------------------------------------------------------------------

    def progress(self, request: HttpRequest, run: int) -> HttpResponse:
        """Say how far the work on a run is, for the page's script."""
        summary = summary_of(self.run_for(request, run), RunFilter())
        progress = summary["progress"]
        return JsonResponse(
            {
                "status": summary["run"].status,
                "numbers": summary["numbers"],
                "progress": progress.as_data() if progress else None,
            }
        )

    # --- Undoing ---------------------------------------------------------------------------------

    def undo(self, request: HttpRequest, run: int) -> HttpResponse:
        """Tell what undoing a run would do, and start it when that is confirmed."""
        found = self.run_for(request, run)
        if not request.user.has_perm("articles.add_article"):
            raise PermissionDenied
        if request.method == "POST":
            by: Any = request.user
            try:
                wake(start_undoing(found, by=by))
            except CannotUndo:
                messages.warning(request, _("Nothing of this run is stored, or it is at work."))
            return HttpResponseRedirect(found.get_absolute_url())
        stored = found.items.known().select_related("article", "version_of").defer("reading")
        items = list(stored)
        kept = kept_if_undone(items)
        # An article stays or goes once, however many of its versions the run brought.
        stays = {
            item.article or item.version_of: KEPT[kept[item.pk]]
            for item in sorted(items, key=lambda item: item.article_id is not None)
            if item.pk in kept
        }
        staying = list(stays.items())
        going = [item for item in items if item.pk not in kept]
        drafts = {item.article_id or item.version_of_id for item in going if is_first(item)}
        changed = {item.article_id or item.version_of_id for item in going}
        context = self._context(request, found) | {
            "title": _("Undo %(run)s") % {"run": found},
            "run": found,
            "may_be_undone": found.status in UNDOABLE and bool(items),
            "drafts": len(drafts),
            "versions": len(changed - drafts),
            "staying": staying[:NAMED],
            "more": max(0, len(staying) - NAMED),
        }
        return TemplateResponse(request, "admin/articles/importrun/undo.html", context)


def _number(key: str) -> int:
    """Return a key that was sent as a number; 0, which no row has, for anything else."""
    return int(key) if key.isdecimal() and len(key) < 19 else 0


def _page_of_item(run: ImportRun, key: int, name: str) -> str:
    """Return the address of an item's own page, or of its comparison, if the decision was sent from there."""
    pages = {"item": "admin:articles_importitem", "compare": "admin:articles_importitem_compare"}
    return reverse(pages[name], args=[run.pk, key]) if name in pages and key else ""
