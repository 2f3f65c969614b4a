"""Who did what: beside each article, and as a list that nobody can change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from ..models import HistoryEntry, Status
from .table import Table
from .wording import field_title

LENGTH = 50


@dataclass(frozen=True, slots=True)
class Change:
    """What one field was and what it became, in words."""

    field: str
    before: str
    after: str

    @property
    def is_confirmation(self) -> bool:
        """Whether the value stayed as it was and a person vouched for it."""
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class Deed:
    """An entry of history with its changes in words."""

    entry: HistoryEntry
    changes: list[Change]


def history_of(row: models.Model) -> list[Deed]:
    """Return the newest deeds on `row`, newest first."""
    entries = HistoryEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(row), object_id=str(row.pk)
    )
    return [deed(entry) for entry in entries.select_related("by")[:LENGTH]]


def deed(entry: HistoryEntry) -> Deed:
    """Return an entry with its changes in words."""
    return Deed(
        entry,
        [
            Change(field_title(field), _words(field, before), _words(field, after))
            for field, (before, after) in entry.changes.items()
        ],
    )


def _words(field: str, value: Any, length: int = 160) -> str:
    if field == "status" and value in Status.values:
        text = str(Status(value).label)
    elif field == "body" and isinstance(value, list):
        text = " ".join(block["text"] for block in value)
    elif isinstance(value, list):
        text = ", ".join(map(str, value))
    else:
        text = "" if value is None else str(value)
    return text if len(text) <= length else text[: length - 1] + "…"


@admin.register(HistoryEntry)
class HistoryAdmin(Table):
    """The whole newsroom's history; it can be read and searched, never changed."""

    list_display = ["at", "by", "deed", "on", "what", "reason"]
    list_filter = ["deed", ("at", admin.DateFieldListFilter)]
    list_select_related = ["by", "content_type"]
    list_display_links = None
    search_fields = ["by__username", "reason"]

    @admin.display(description=_("on"))
    def on(self, entry: HistoryEntry) -> str:
        """Link to the row that the deed was done on."""
        name = f"{entry.content_type.name} {entry.object_id}"
        try:
            address = reverse(
                f"admin:{entry.content_type.app_label}_{entry.content_type.model}_change",
                args=[entry.object_id],
            )
        except NoReverseMatch:
            return name
        return format_html('<a href="{}">{}</a>', address, name)

    @admin.display(description=_("changes"))
    def what(self, entry: HistoryEntry) -> str:
        """Name the fields that were changed."""
        return ", ".join(field_title(field) for field in entry.changes)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: history is written by deeds."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: history is append-only."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: history is append-only."""
        return False
