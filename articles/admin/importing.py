"""Import: upload files, review what was read, store what the editor ticked, look at a text as it came."""

from __future__ import annotations

from functools import update_wrapper
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, TooManyFilesSent
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.http import content_disposition_header
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from ..actions.deciding import decide
from ..actions.importing import read_run, receive, store_run
from ..models import ImportItem, ImportRun
from ..tasks import wake
from .comparing import prose_of, word_changes
from .evidence import marks_of_reading
from .left_out import LeftOut
from .original import LEGEND, shown_lines
from .run_page import fields_of, names_of, rows_of
from .table import Table

PER_PAGE = 50


@admin.register(ImportRun)
class ImportRunAdmin(Table):
    """Import runs: a review page each; nothing is stored before somebody confirms."""

    list_display = ["run", "created_at", "created_by", "state", "received", "new", "near"]
    list_display += ["same", "rejected", "stored"]
    list_filter = ["status", ("created_by", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["created_by"]
    search_fields = ["items__name"]
    search_help_text = gettext_lazy("Name of a file.")

    # --- The list -----------------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> Any:
        """Count the items of each run."""
        rows: Any = super().get_queryset(request)
        return rows.with_counts()

    @admin.display(description=gettext_lazy("run"), ordering="pk")
    def run(self, run: ImportRun) -> str:
        """Name the run."""
        return str(run)

    @admin.display(description=gettext_lazy("status"), ordering="status")
    def state(self, run: ImportRun) -> str:
        """Show the status as a coloured word."""
        words = capfirst(run.get_status_display())
        return format_html('<span class="state run-{}">{}</span>', run.status, words)

    @admin.display(description=gettext_lazy("received"))
    def received(self, run: Any) -> int:
        """Show the number of texts that came."""
        return run.received

    @admin.display(description=gettext_lazy("new"))
    def new(self, run: Any) -> int:
        """Show how many were new."""
        return run.new

    @admin.display(description=gettext_lazy("nearly the same"))
    def near(self, run: Any) -> int:
        """Show how many are nearly the same as another text."""
        return run.near

    @admin.display(description=gettext_lazy("already here"))
    def same(self, run: Any) -> int:
        """Show how many were here already."""
        return run.same

    @admin.display(description=gettext_lazy("rejected"))
    def rejected(self, run: Any) -> int:
        """Show how many could not be read."""
        return run.rejected

    @admin.display(description=gettext_lazy("drafts"))
    def stored(self, run: Any) -> int:
        """Show how many became articles."""
        return run.stored

    # --- Upload -------------------------------------------------------------------------------

    def get_urls(self) -> list[Any]:
        """Add the pages of one item. The upload looks at the sent form itself: see `upload`."""

        def staff(view: Any) -> Any:
            return update_wrapper(
                lambda *args, **options: self.admin_site.admin_view(view)(*args, **options), view
            )

        own: list[URLPattern] = [
            path("add/", staff(csrf_exempt(self.upload)), name="articles_importrun_add"),
            path("<int:run>/items/<int:pk>/", staff(self.item), name="articles_importitem"),
            path(
                "<int:run>/items/<int:pk>/compare/",
                staff(self.compare),
                name="articles_importitem_compare",
            ),
            path(
                "<int:run>/items/<int:pk>/original/",
                staff(self.original),
                name="articles_importitem_original",
            ),
        ]
        return own + super().get_urls()

    def upload(self, request: HttpRequest) -> HttpResponse:
        """Show the upload, or take what was sent and go to the run's page.

        Django refuses too many files while it looks for the CSRF token, so the token is looked for in here, where that
        can be said in words.
        """
        if not self.has_add_permission(request):
            raise PermissionDenied
        try:
            return csrf_protect(self._upload)(request)
        except TooManyFilesSent:
            limit = settings.DATA_UPLOAD_MAX_NUMBER_FILES
            return self._upload_page(
                request,
                _("At most %(limit)d files can be sent at once. Nothing was imported.")
                % {"limit": limit},
            )

    def _upload(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return self._upload_page(request)
        files: list[Any] = request.FILES.getlist("files")
        if not files:
            return self._upload_page(request, _("Choose at least one file."))
        by: Any = request.user
        run = receive([(sent.name, sent) for sent in files], by=by)
        wake(run)
        return HttpResponseRedirect(run.get_absolute_url())

    def _upload_page(self, request: HttpRequest, error: str = "") -> HttpResponse:
        context = self.admin_site.each_context(request) | {
            "title": _("Import texts"),
            "opts": self.opts,
            "error": error,
            "max_files": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
            "max_megabytes": settings.IMPORT_MAX_BYTES // 1024**2,
        }
        template = "admin/articles/importrun/upload.html"
        return TemplateResponse(request, template, context, status=400 if error else 200)

    # --- Review ---------------------------------------------------------------------------------

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show what was read and what is doubtful; store what stays ticked."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        run: Any = self.get_object(request, object_id)
        if run is None:
            raise Http404
        left_out = LeftOut(request, run)
        if request.method == "POST":
            return self._review(request, run, left_out)
        items = run.items.select_related("article", "same_as__article").defer("same_as__reading")
        page = Paginator(items, PER_PAGE).get_page(request.GET.get("page"))
        context = self.admin_site.each_context(request) | {
            "title": str(run),
            "opts": self.opts,
            "run": run,
            "page": page,
            "rows": rows_of(page.object_list, left_out.keys),
            "may_store": request.user.has_perm("articles.add_article"),
            "storable": run.new + run.near,
            "to_store": run.new + run.near - run.stored - len(left_out.keys),
            "pending": run.received - run.new - run.near - run.same - run.rejected,
        }
        return TemplateResponse(request, "admin/articles/importrun/change_form.html", context)

    def _review(self, request: HttpRequest, run: Any, left_out: LeftOut) -> HttpResponse:
        """Remember the ticks of this page; then go to another page, or store all that stays ticked on any page."""
        left_out.remember(request.POST.getlist("shown"), request.POST.getlist("items"))
        if page := request.POST.get("go"):
            number = int(page) if page.isdecimal() and len(page) < 9 else 1
            return HttpResponseRedirect(f"{run.get_absolute_url()}?page={number}")
        if not request.user.has_perm("articles.add_article"):
            raise PermissionDenied
        if "read" in request.POST:
            read_run(run)
            return HttpResponseRedirect(run.get_absolute_url())
        storable = run.items.filter(verdict__in=ImportItem.STORABLE, article__isnull=True)
        keys = set(storable.values_list("pk", flat=True)) - left_out.keys
        if not keys:
            messages.warning(request, _("Nothing is ticked: nothing was stored."))
            return HttpResponseRedirect(run.get_absolute_url())
        by: Any = request.user
        decide(run, run.items.exclude(pk__in=keys), ImportItem.Decision.SKIP, by=by)
        decide(run, run.items.filter(pk__in=keys), ImportItem.Decision.STORE, by=by)
        drafts = store_run(run, by=by)
        left_out.forget()
        words = ngettext("%(n)d draft stored.", "%(n)d drafts stored.", len(drafts))
        messages.success(request, words % {"n": len(drafts)})
        return HttpResponseRedirect(run.get_absolute_url())

    def item(self, request: HttpRequest, run: int, pk: int) -> HttpResponse:
        """Show one text as it came, line by line, and all that was read from it."""
        item = self._item(request, run, pk)
        reading = item.reading
        context = self.admin_site.each_context(request) | {
            "title": str(item),
            "opts": self.opts,
            "item": item,
            "run": item.run,
            "lines": shown_lines(reading, marks_of_reading(reading)) if reading else [],
            "fields": fields_of(reading) if reading else [],
            "names": names_of(reading) if reading else [],
            "row": rows_of([item], set())[0],
            "legend": LEGEND,
        }
        return TemplateResponse(request, "admin/articles/importrun/item.html", context)

    def compare(self, request: HttpRequest, run: int, pk: int) -> HttpResponse:
        """Show word by word how a text differs from the one that it is nearly the same as."""
        item = self._item(request, run, pk)
        other = item.same_as
        if not item.reading or other is None or not other.reading:
            raise Http404
        context = self.admin_site.each_context(request) | {
            "title": _("Compared"),
            "opts": self.opts,
            "item": item,
            "other": other,
            "run": item.run,
            "paragraphs": word_changes(prose_of(other.reading), prose_of(item.reading)),
        }
        return TemplateResponse(request, "admin/articles/importrun/compare.html", context)

    def original(self, request: HttpRequest, run: int, pk: int) -> HttpResponse:
        """Send the untouched bytes as a file to keep: never as a page of ours, whatever is in them."""
        item = self._item(request, run, pk)
        if item.original is None:
            raise Http404
        if not request.user.has_perm("articles.view_original"):
            raise PermissionDenied
        response = HttpResponse(item.original.read(), content_type="application/octet-stream")
        response.headers["Content-Disposition"] = _attachment(item.name)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response

    def _item(self, request: HttpRequest, run: int, pk: int) -> Any:
        if not self.has_view_permission(request):
            raise PermissionDenied
        rows = ImportItem.objects.select_related("run", "original", "article", "same_as__article")
        item = rows.filter(run_id=run, pk=pk).first()
        if item is None:
            raise Http404
        return item

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: a run is the record of what came when."""
        return False


def _attachment(name: str) -> str:
    return content_disposition_header(True, name.rsplit("/", 1)[-1]) or "attachment"
