"""Rows that belong to a row of the desk's tables, edited below it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.forms import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _


class KeepFileRows(BaseInlineFormSet):
    """Rows that came from the data files are switched off, never deleted: a deleted one would come back."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """Offer deletion for an editor's own rows only."""
        super().add_fields(form, index)
        box = form.fields.get("DELETE")
        if box:
            box.widget.attrs["aria-label"] = _("delete")
        if box and form.instance.pk and form.instance.is_from_file:
            box.disabled = True
            box.widget.attrs["title"] = _("From the data files: it can be switched off or changed.")


class PartInline(admin.TabularInline):
    """Rows that belong to one of the desk's tables."""

    formset = KeepFileRows
    extra = 1

    def formfield_for_dbfield(self, db_field: Any, request: Any, **options: Any) -> Any:
        """Name each control for screen readers: a table has headings, but no labels."""
        field = super().formfield_for_dbfield(db_field, request, **options)
        if field:
            field.widget.attrs["aria-label"] = field.label
        return field
