"""The forms of an entity's name as the data files list them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from ..pipeline.knowledge import NameForm
from .tables import Form, Table

#: Lists of forms that belong to no language, and the kind of form that they hold.
LISTS = {
    "surnames": "surname",
    "nicknames": "nickname",
    "official": "official",
    "abbreviations": "abbreviation",
    "former": "historic",
    "typos": "misspelling",
    "adjectives": "adjective",
    "demonyms": "demonym",
}
#: Kinds under which a form counts even where it stands under its language too.
_SPECIAL = {"historic", "misspelling", "official", "abbreviation", "nickname"}
#: Up to so many capitals are an abbreviation: SOZ, ЕАЭС, CAREC.
_ABBREVIATION_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a name: those in use, each once per kind, those switched off, and the preferred one of a language."""

    in_use: tuple[NameForm, ...]
    off: tuple[NameForm, ...]
    preferred: dict[str, str]


def read_forms(name: str, kind: str, table: Table) -> Forms:
    """Return all forms of an entity.

    A form printed in several languages carries all of them ("de fr"). One that stands under its language and in a
    special list (a historic name, a misspelling, an official name) counts as what the list says.
    """
    spoken = {language: table.forms(language) for language in table.languages()}
    names = {language: forms[0].text for language, forms in spoken.items() if forms}
    languages: dict[str, list[str]] = {}
    for language, forms in spoken.items():
        for text in dict.fromkeys(form.text for form in forms):
            languages.setdefault(text, []).append(language)
    if "en" not in languages.setdefault(name, []):
        languages[name].insert(0, "en")
    listed = [(form, kind) for key, kind in LISTS.items() for form in table.forms(key)]
    special = {form.text for form, kind in listed if kind in _SPECIAL} - {name}
    weak = table.texts("weak")
    told = {form.text for form, _ in listed}
    bare = [Form(text) for text in weak if text not in told]
    plain = chain((Form(name),), *spoken.values(), table.forms("native"), bare)
    pairs = chain(
        ((form, plain_kind(form.text, kind)) for form in plain if form.text not in special), listed
    )
    found: dict[tuple[str, str], NameForm] = {}
    for form, form_kind in pairs:
        spoken_in = form.language or " ".join(languages.get(form.text, ()))
        known = NameForm(form.text, form_kind, spoken_in, form.text in weak, form.start, form.end)
        found.setdefault((form.text, form_kind), known)
    silent = set(table.texts("off"))
    off = {key for key in found if key[0] in silent}
    for row in table.tables("forms"):
        known = _told_form(row)
        key = known.text, known.kind
        found[key] = known
        off = off | {key} if row.take("off", bool, False) else off - {key}
        row.finish()
    return Forms(
        in_use=tuple(form for key, form in found.items() if key not in off),
        off=tuple(form for key, form in found.items() if key in off),
        preferred=names | {"en": name},
    )


def _told_form(row: Table) -> NameForm:
    """Return a form of which the file tells everything, since no list could."""
    return NameForm(
        row.text("name"),
        row.choice("kind", ("name", *LISTS.values())),
        row.text("language", ""),
        row.take("weak", bool, False),
        row.period_date("from"),
        row.period_date("to"),
    )


def plain_kind(text: str, kind: str) -> str:
    """Return `abbreviation` for a body's or an event's name in capitals, else `name`."""
    capitals = text.isupper() and len(text) <= _ABBREVIATION_LENGTH and " " not in text
    return "abbreviation" if capitals and kind in {"organisation", "event"} else "name"
