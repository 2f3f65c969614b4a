"""One text of a run: as it came and as it was read, beside the one it is like, and its untouched bytes."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from ..models import ImportItem
from .comparing import prose_of, word_changes
from .evidence import marks_of_reading
from .item_page import fields_of, names_of
from .original import LEGEND, shown_lines
from .run_filter import RunFilter
from .run_rows import rows_of


class ItemViews:
    """The pages of one text; part of the run's admin."""

    admin_site: Any
    opts: Any
    has_view_permission: Any

    def item(self, request: HttpRequest, run: int, pk: int) -> HttpResponse:
        """Show one text as it came, line by line, and all that was read from it."""
        item = self._item(request, run, pk)
        reading = item.reading
        context = self._context_of(request, item) | {
            "title": str(item),
            "lines": shown_lines(reading, marks_of_reading(reading)) if reading else [],
            "fields": fields_of(reading) if reading else [],
            "names": names_of(reading) if reading else [],
            "legend": LEGEND,
        }
        return TemplateResponse(request, "admin/articles/importrun/item.html", context)

    def compare(self, request: HttpRequest, run: int, pk: int) -> HttpResponse:
        """Show word by word how a text differs from the one that it is like."""
        item = self._item(request, run, pk)
        other = item.same_as
        if not item.reading or other is None or not other.reading:
            raise Http404
        context = self._context_of(request, item) | {
            "title": _("Compared"),
            "other": other,
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

    def _context_of(self, request: HttpRequest, item: Any) -> dict[str, Any]:
        """Return what the pages of a text share: it, what may become of it, and its neighbours in the run."""
        user: Any = request.user
        chosen = RunFilter.of(request.GET)
        keys = chosen.keys(item.run)
        place = keys.index(item.pk) if item.pk in keys else None
        return self.admin_site.each_context(request) | {
            "opts": self.opts,
            "item": item,
            "run": item.run,
            "row": rows_of([item], item.run)[0],
            "may_store": user.has_perm("articles.add_article"),
            "query": chosen.address(),
            "place": None if place is None else place + 1,
            "places": len(keys),
            "previous": keys[place - 1] if place else None,
            "next": keys[place + 1] if place is not None and place + 1 < len(keys) else None,
        }

    def _item(self, request: HttpRequest, run: int, pk: int) -> Any:
        if not self.has_view_permission(request):
            raise PermissionDenied
        rows = ImportItem.objects.select_related(
            "run", "original", "article", "version_of", "same_as__article", "same_as__version_of"
        )
        item = rows.filter(run_id=run, pk=pk).first()
        if item is None:
            raise Http404
        return item


def _attachment(name: str) -> str:
    return content_disposition_header(True, name.rsplit("/", 1)[-1]) or "attachment"
