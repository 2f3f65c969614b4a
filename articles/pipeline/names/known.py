"""What the gazetteer adds to names of a list: the forms that it knows for each."""

from __future__ import annotations

from collections.abc import Iterable

from .gazetteer import COUNTRY_WORDS, Gazetteer
from .orthographies import plain


def forms_of(names: Iterable[str], gazetteer: Gazetteer) -> dict[str, tuple[str, ...]]:
    """Return for each name the forms that the gazetteer knows for the one entity that bears it."""
    bearers: dict[str, set[str]] = {}
    for entity in gazetteer.entities:
        for form in entity.forms:
            if form.kind not in COUNTRY_WORDS:
                bearers.setdefault(plain(form.text), set()).add(entity.name)
    known: dict[str, tuple[str, ...]] = {}
    for name in names:
        found = bearers.get(plain(name), set())
        meant = name if name in gazetteer.by_name else next(iter(found)) if len(found) == 1 else ""
        forms = gazetteer.by_name[meant].forms if meant else ()
        known[name] = tuple(form.text for form in forms if form.kind not in COUNTRY_WORDS)
    return known
