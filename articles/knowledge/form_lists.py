"""The forms of a name as the lists of a data file: what `forms.read_forms` reads, the other way round."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from ..pipeline.knowledge import NameForm
from .forms import LISTS, plain_kind, read_forms
from .tables import Table

_TWO_LETTERS = re.compile(r"[a-z]{2}")
_KEYS = {kind: key for key, kind in LISTS.items()}
#: Order of languages where an entry had none before.
LANGUAGES = ("de", "en", "fr", "ru", "kk", "ky", "uz", "tg", "tk")

Lists = dict[str, list[Any]]


def write_forms(
    name: str,
    kind: str,
    in_use: Collection[NameForm],
    off: Collection[NameForm],
    preferred: Mapping[str, str],
    before: Mapping[str, Any] | None = None,
) -> Lists:
    """Return the lists of an entry's forms, by key.

    `preferred` are the house forms of languages: each comes first in its list. `before` is the entry as it
    was, whose order is kept. What the lists cannot tell stands in `forms`, with all that is known of it.
    """
    spoken = {form.text for form in in_use}
    silent = [form for form in off if form.text not in spoken]
    before = before or {}
    languages = [*dict.fromkeys([*filter(_TWO_LETTERS.fullmatch, before), *LANGUAGES])]
    lists = _natural(name, kind, [*in_use, *silent], preferred, languages)
    for key, values in lists.items():
        values.sort(key=_Place(before.get(key, ()), preferred.get(key, "")))
    weak = (form for form in (*in_use, *silent) if form.weak and _has_list(form, kind))
    lists["weak"] = [*dict.fromkeys(form.text for form in weak)]
    lists["off"] = [*dict.fromkeys(form.text for form in silent)]
    lists = {key: values for key, values in lists.items() if values}
    read = read_forms(name, kind, Table(dict(lists), name))
    told = [_table(form) for form in in_use if form not in read.in_use]
    told += [_table(form) | {"off": True} for form in off if form not in read.off]
    return lists | ({"forms": told} if told else {})


def _has_list(form: NameForm, kind: str) -> bool:
    return form.kind in _KEYS or form.kind == plain_kind(form.text, kind)


def _natural(
    name: str,
    kind: str,
    forms: Iterable[NameForm],
    preferred: Mapping[str, str],
    languages: list[str],
) -> Lists:
    """Return each form in the list where a person would write it."""
    lists: Lists = {language: [] for language in languages}
    for language, text in preferred.items():
        lists.setdefault(language, []).append(text)
    lists["native"] = []
    for form in forms:
        tags = form.language.split()
        if form.kind != plain_kind(form.text, kind):
            if form.kind in _KEYS:
                lists.setdefault(_KEYS[form.kind], []).append(_short(form))
        elif (form.text, tags) == (name, ["en"]):
            continue  # the name itself need not be repeated
        elif form.start or form.end or not tags or not _fits(tags, preferred):
            lists["native"].append(_short(form))
        else:
            for tag in tags:
                lists.setdefault(tag, []).append(form.text)
    natural = [*lists.pop("native")]
    return {key: _unique(values) for key, values in lists.items()} | {"native": natural}


def _fits(tags: list[str], preferred: Mapping[str, str]) -> bool:
    """Return whether a form may stand in the lists of its languages: the first there would be the house form."""
    return all(
        _TWO_LETTERS.fullmatch(tag) and (tag not in ("de", "ru") or preferred.get(tag))
        for tag in tags
    )


class _Place:
    """Where a form stands in its list: the house form first, then as before, new ones behind."""

    def __init__(self, before: Iterable[Any], preferred: str) -> None:
        self.places = {_text(one): number for number, one in enumerate(before)}
        self.preferred = preferred

    def __call__(self, form: Any) -> tuple[bool, int]:
        text = _text(form)
        return text != self.preferred, self.places.get(text, len(self.places))


def _text(form: Any) -> str:
    text: str = form["name"] if isinstance(form, dict) else form
    return text


def _unique(values: list[Any]) -> list[Any]:
    return [value for number, value in enumerate(values) if value not in values[:number]]


def _short(form: NameForm) -> str | dict[str, Any]:
    """Return a form as its text alone where nothing else is to be told."""
    told = {"name": form.text, "language": form.language, "from": form.start, "to": form.end}
    return form.text if not any([form.language, form.start, form.end]) else told


def _table(form: NameForm) -> dict[str, Any]:
    return {
        "name": form.text,
        "kind": form.kind,
        "language": form.language,
        "weak": form.weak,
        "from": form.start,
        "to": form.end,
    }
