"""Controls of the correction screen that work without JavaScript and keep an order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple


class OrderedSelects(forms.Widget):
    """One drop-down list for each value, in order, and some empty ones to add more."""

    template_name = "admin/widgets/ordered_selects.html"
    spare = 2
    choices: Iterable[Any] = ()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the rows: the first has the id that the label names."""
        context = super().get_context(name, value, attrs)
        values = [str(one) for one in value or []]
        options = [(str(key), str(words)) for key, words in self.choices]
        empty = [""] * self.spare
        context["widget"] |= {
            "options": options,
            "rows": [*values, *empty],
            "empty_rows": empty,
            "kept": [(key, dict(options).get(key, key)) for key in values],
        }
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """Return the values in the order of the page, without the empty ones."""
        return [value for value in data.getlist(name) if value]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Return False: an unticked box sends nothing, and that is an answer."""
        return False

    def id_for_label(self, id_: str, index: Any = None) -> str:
        """Return the id of the first control."""
        return f"{id_}_1" if id_ else ""


class KeepAndAdd(OrderedSelects):
    """A ticked box for each value, to untick, and drop-down lists to add more: for many values without order."""

    template_name = "admin/widgets/keep_and_add.html"


class ListField(forms.MultipleChoiceField):
    """Several of the choices, each once, in the order given."""

    widget = OrderedSelects

    def clean(self, value: Any) -> list[str]:
        """Return each choice once."""
        return list(dict.fromkeys(super().clean(value)))


def _is_key(value: Any) -> bool:
    """Whether a value may be a row's key: Django looks its words up without asking."""
    return value.isascii() and value.isdecimal() and len(value) <= 18


class KeySelect(AutocompleteSelect):
    """A row that is searched for; nothing where something else than a key was sent."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        """Return the key."""
        value: str = super().value_from_datadict(data, files, name) or ""
        return value if _is_key(value) else ""


class KeysSelect(AutocompleteSelectMultiple):
    """Rows that are searched for; of what was sent the keys."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """Return the keys."""
        return [value for value in super().value_from_datadict(data, files, name) if _is_key(value)]


class KeysField(forms.MultipleChoiceField):
    """Keys of rows that a page showed, also of those that are gone since."""

    def valid_value(self, value: Any) -> bool:
        """Whether it may be a key: the page showed it, or it means nothing."""
        return _is_key(value)


class SeenField(forms.JSONField):
    """What a page showed, as it comes back; data that are nested without end are no data."""

    def to_python(self, value: Any) -> Any:
        """Return the data."""
        try:
            return super().to_python(value)
        except RecursionError:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Return what is shown again."""
        try:
            return super().bound_data(data, initial)
        except RecursionError:
            return None


class LinesField(forms.CharField):
    """A list of short texts, one a line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.Textarea({"rows": 2, "dir": "auto"}), **options)

    def prepare_value(self, value: Any) -> Any:
        """Return a list as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """Return the lines without empty ones."""
        return [line.strip() for line in str(value or "").splitlines() if line.strip()]

    def validate(self, value: Any) -> None:
        """Accept any number of lines; the action knows the limits."""

    def run_validators(self, value: Any) -> None:
        """Check nothing of a single text: this is a list."""
