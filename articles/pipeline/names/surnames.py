"""The surnames of persons, made by rule: the last word of each full name, unless the data says otherwise."""

from __future__ import annotations

from collections.abc import Collection

from ..knowledge import EntityRecord, NameForm
from .tokens import fold, words_of

#: Words that belong to the one before them: Turgunbek uulu, Bektur Asanow ogly.
DESCENT = frozenset("kysy kyzy oglu ogly qizi uly uulu кызы оглы улы уулу".split())
_FULL_NAMES = ("name", "official", "historic")
_SHORTEST = 3


def with_surnames(entity: EntityRecord, given: Collection[str]) -> tuple[NameForm, ...]:
    """Return the forms of an entity and, for a person whose surnames are not listed, those that the names end in.

    A surname that is also a folded given name of somebody counts only with other evidence.
    """
    forms = entity.forms
    if entity.kind != "person" or any(form.kind == "surname" for form in forms):
        return forms
    made: dict[str, NameForm] = {}
    for form in forms:
        words = words_of(form.text)
        if form.kind not in _FULL_NAMES or len(words) < 2 or not words[-1][0].isupper():
            continue
        last, key = words[-1], fold(words[-1])
        if len(last) >= _SHORTEST and key not in DESCENT:
            weak = key in given or form.weak
            made.setdefault(last, NameForm(last, "surname", form.language, weak))
    return (*forms, *made.values())
