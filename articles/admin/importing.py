"""Import runs: the list of them, and the addresses of all that belongs to one."""

from __future__ import annotations

from functools import update_wrapper
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import F
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt

from ..models import ImportRun
from .item_views import ItemViews
from .reviewing import Reviewing
from .run_page import state_of
from .table import Table
from .uploading import Uploading


class RunList(ChangeList):
    """The list of runs: only those of its page are counted."""

    def get_results(self, request: HttpRequest) -> None:
        """Load the page, then the numbers of its runs."""
        super().get_results(request)
        shown = list(self.result_list)
        counted = ImportRun.objects.with_counts().in_bulk([run.pk for run in shown])
        for run in shown:
            run.counted = counted[run.pk]
        self.result_list = shown


@admin.register(ImportRun)
class ImportRunAdmin(Reviewing, Uploading, ItemViews, Table):
    """Import runs: a review page each; nothing is stored before somebody confirms."""

    list_display = ["run", "created_at", "created_by", "state", "received", "new", "near"]
    list_display += ["changed", "same", "rejected", "stored", "undecided"]
    list_filter = ["status", ("created_by", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["created_by"]
    search_fields = ["items__name"]
    search_help_text = gettext_lazy("Name of a file.")

    class Media:
        css: ClassVar = {"all": ["articles/admin/run.css"]}

    def get_queryset(self, request: HttpRequest) -> Any:
        """Tell which runs wait for somebody."""
        rows: Any = super().get_queryset(request)
        return rows.with_waiting()

    def get_ordering(self, request: HttpRequest) -> list[Any]:
        """Put runs that wait for somebody first, then the newest."""
        return [F("waits").desc(), "-pk"]

    def get_changelist(self, request: HttpRequest, **options: Any) -> type[ChangeList]:
        """Count the runs of the page that is shown."""
        return RunList

    @admin.display(description=gettext_lazy("run"), ordering="pk")
    def run(self, run: ImportRun) -> str:
        """Name the run."""
        return str(run)

    @admin.display(description=gettext_lazy("status"), ordering="status")
    def state(self, run: Any) -> str:
        """Show the status as a coloured word; a run in which nothing is to be decided waits for nobody."""
        numbers = {
            "received": run.counted.received,
            "undecided": run.counted.undecided,
            "to_store": run.waits,
        }
        state, words = state_of(run, numbers)
        return format_html('<span class="state run-{}">{}</span>', state, capfirst(str(words)))

    @admin.display(description=gettext_lazy("received"))
    def received(self, run: Any) -> int:
        """Show the number of texts that came."""
        return run.counted.received

    @admin.display(description=gettext_lazy("new"))
    def new(self, run: Any) -> int:
        """Show how many were new."""
        return run.counted.new

    @admin.display(description=gettext_lazy("nearly the same"))
    def near(self, run: Any) -> int:
        """Show how many are nearly the same as another text."""
        return run.counted.near

    @admin.display(description=gettext_lazy("changed"))
    def changed(self, run: Any) -> int:
        """Show how many known texts came again, changed."""
        return run.counted.changed

    @admin.display(description=gettext_lazy("already here"))
    def same(self, run: Any) -> int:
        """Show how many were here already."""
        return run.counted.same

    @admin.display(description=gettext_lazy("rejected"))
    def rejected(self, run: Any) -> int:
        """Show how many could not be read."""
        return run.counted.rejected

    @admin.display(description=gettext_lazy("stored"))
    def stored(self, run: Any) -> int:
        """Show how many became articles or versions of one."""
        return run.counted.stored

    @admin.display(description=gettext_lazy("to be decided"))
    def undecided(self, run: Any) -> int:
        """Show for how many somebody has to decide."""
        return run.counted.undecided if run.status != ImportRun.Status.UNDONE else 0

    def get_urls(self) -> list[Any]:
        """Add the pages of a run and of one text. The upload looks at the sent form itself: see `upload`."""

        def staff(view: Any) -> Any:
            return update_wrapper(
                lambda *args, **options: self.admin_site.admin_view(view)(*args, **options), view
            )

        pages = {
            "progress/": (self.progress, "importrun_progress"),
            "undo/": (self.undo, "importrun_undo"),
            "files/": (csrf_exempt(self.files), "importrun_files"),
            "items/<int:pk>/": (self.item, "importitem"),
            "items/<int:pk>/compare/": (self.compare, "importitem_compare"),
            "items/<int:pk>/original/": (self.original, "importitem_original"),
        }
        own: list[URLPattern] = [
            path("add/", staff(csrf_exempt(self.upload)), name="articles_importrun_add"),
            *(
                path(f"<int:run>/{address}", staff(view), name=f"articles_{name}")
                for address, (view, name) in pages.items()
            ),
        ]
        return own + super().get_urls()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: a run is the record of what came when."""
        return False
