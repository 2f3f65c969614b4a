"""Who did what: beside each article, and as a list that nobody can change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from ..models import Country, Entity, HistoryEntry, Status, Topic
from ..templatetags.reading import language_name
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


def entries_of(row: models.Model) -> models.QuerySet[HistoryEntry]:
    """Return the entries of `row`, newest first."""
    found = HistoryEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(row), object_id=str(row.pk)
    )
    return found.select_related("by")


def history_of(row: models.Model) -> list[Deed]:
    """Return the newest deeds on `row`, newest first."""
    entries = list(entries_of(row)[:LENGTH])
    names = _names_in(entries)
    return [
        Deed(entry, [_change(field, *pair, names=names) for field, pair in entry.changes.items()])
        for entry in entries
    ]


def _change(field: str, before: Any, after: Any, *, names: dict[str, dict[Any, str]]) -> Change:
    """Return a change in words; of the names of a text, which are many, only those that came and went."""
    known = names.get(field, {})
    if field == "entities" and before != after:
        was, now = before or [], after or []
        gone = [f"− {known.get(one, one)}" for one in was if one not in now]
        come = [f"+ {known.get(one, one)}" for one in now if one not in was]
        before, after = None, gone + come
    return Change(field_title(field), _words(field, before, known), _words(field, after, known))


def _names_in(entries: Iterable[HistoryEntry]) -> dict[str, dict[Any, str]]:
    """Return, by field, what the keys are called that its changes hold; at most three queries."""
    keys: dict[str, set[Any]] = {}
    for entry in entries:
        for field, values in entry.changes.items():
            lists = (value for value in values if isinstance(value, list))
            keys.setdefault(field, set()).update(
                one for value in lists for one in value if isinstance(one, int | str)
            )
    countries = keys.get("countries", set()) | keys.get("countries_mentioned", set())
    called = {one.code: one.name for one in Country.objects.filter(code__in=countries)}
    topics = Topic.objects.filter(code__in=keys.get("topics", set()))
    entities = Entity.objects.in_bulk(
        [key for key in keys.get("entities", set()) if isinstance(key, int)]
    )
    return {
        "countries": called,
        "countries_mentioned": called,
        "topics": {topic.code: topic.name for topic in topics},
        "entities": {key: str(entity) for key, entity in entities.items()},
    }


def _words(field: str, value: Any, names: dict[Any, str], length: int = 160) -> str:
    if field == "status" and value in Status.values:
        text = str(Status(value).label)
    elif field == "language" and value:
        text = language_name(value)
    elif field == "body" and isinstance(value, list):
        text = " ".join(block["text"] for block in value)
    elif isinstance(value, list):
        text = ", ".join(str(names.get(one, one)) for one in value)
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
