"""What all tables of the desk have in common."""

from __future__ import annotations

from itertools import chain
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.text import capfirst


class Table(admin.ModelAdmin):
    """A table whose list is headed by its name, and that never counts all its rows for a search."""

    list_per_page = 50
    show_full_result_count = False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """Head the list with the name of the table, and drop NUL from what it is asked: PostgreSQL refuses it."""
        if "\x00" in "".join(chain.from_iterable(values for _, values in request.GET.lists())):
            asked = request.GET.copy()
            for name, values in request.GET.lists():
                asked.setlist(name, [value.replace("\x00", "") for value in values])
            request.GET = asked  # type: ignore[assignment]
        title = {"title": capfirst(str(self.opts.verbose_name_plural))}
        return super().changelist_view(request, title | (extra_context or {}))
