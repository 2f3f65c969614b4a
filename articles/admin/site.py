"""The desk: Django's admin site with the newsroom's own front page, order and language switch."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path
from django.utils.translation import gettext_lazy as _
from django.views.i18n import set_language

from .morning import morning

#: The tables of the desk in the order of an editor's day; whatever is missing here comes last.
ORDER = (
    "Article",
    "ImportRun",
    "Source",
    "UnknownName",
    "Entity",
    "Judgement",
    "Lesson",
    "Country",
    "Topic",
    "HistoryEntry",
    "User",
    "Group",
)


class Desk(AdminSite):
    """The editors' side of the newsroom."""

    site_header = _("Central Asia newsroom")
    site_title = _("Newsroom")
    index_title = _("Desk")
    index_template = "admin/desk.html"
    enable_nav_sidebar = (
        False  # one line of links above the page does, and leaves the width to texts
    )

    def get_urls(self) -> list[URLResolver | URLPattern]:
        """Add the switch of the interface language; it must work before anybody has signed in."""
        return [path("language/", set_language, name="language"), *super().get_urls()]

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Return the apps with their tables in the order of `ORDER`."""
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=_place)
        return sorted(apps, key=lambda app: min(map(_place, app["models"])))

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Add the desk's tables as one list for the line of links above each page; those of packages stand elsewhere."""
        context = super().each_context(request)
        tables = [table for app in context["available_apps"] for table in app["models"]]
        context["tables"] = [table for table in tables if table["object_name"] in ORDER]
        return context

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """Show what waits for an editor this morning."""
        return super().index(request, morning(request.user) | (extra_context or {}))


def _place(table: dict[str, Any]) -> int:
    name = table["object_name"]
    return ORDER.index(name) if name in ORDER else len(ORDER)
