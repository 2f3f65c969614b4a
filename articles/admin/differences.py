"""What fields were and would be, word by word: beside a field where a later reading differs, and before a lesson is taught."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from ..models import Country, Entity, Topic
from ..templatetags.desk import honest_date
from ..templatetags.reading import language_name
from .comparing import Change, word_changes
from .wording import field_title

#: So many words of what stays are shown on each side of a change.
AROUND = 8
#: Fields whose lists hold keys.
_KEYED = ("countries", "countries_mentioned", "topics", "entities")
Names = Mapping[str, Mapping[Any, str]]
Pair = tuple[Any, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """How one field differs: its title in words, and its paragraphs with what goes, what comes, and a little around it."""

    field: str
    title: str
    paragraphs: list[list[Change]]


def differences_in(pairs: Mapping[str, Pair], names: Names) -> list[Difference]:
    """Return how each field differs of which `pairs` hold what it was and what it would be."""
    return [
        Difference(field, str(field_title(field)), _paragraphs(field, *pair, names.get(field, {})))
        for field, pair in pairs.items()
    ]


def names_in(many: Iterable[Mapping[str, Pair]]) -> Names:
    """Return, by field, what the keys in such pairs are called; at most three queries for any number of them."""
    keys: dict[str, set[Any]] = {field: set() for field in _KEYED}
    for pairs in many:
        for field in keys.keys() & pairs.keys():
            keys[field].update(one for value in pairs[field] for one in value or ())
    codes = keys["countries"] | keys["countries_mentioned"]
    countries = (
        {one.code: one.name for one in Country.objects.filter(code__in=codes)} if codes else {}
    )
    topics = Topic.objects.filter(code__in=keys["topics"]) if keys["topics"] else ()
    entities = Entity.objects.in_bulk(keys["entities"]) if keys["entities"] else {}
    return {
        "countries": countries,
        "countries_mentioned": countries,
        "topics": {one.code: one.name for one in topics},
        "entities": {key: str(entity) for key, entity in entities.items()},
    }


def _paragraphs(
    field: str, before: Any, after: Any, names: Mapping[Any, str]
) -> list[list[Change]]:
    if isinstance(before, list) and field != "body":
        return [_entries(before, after or [], names)]
    changed = word_changes(_in_words(field, before), _in_words(field, after))
    return [
        _shortened(paragraph)
        for paragraph in changed
        if any(one.kind != "same" for one in paragraph)
    ]


def _entries(before: list[Any], after: list[Any], names: Mapping[Any, str]) -> list[Change]:
    """Return the entries of a list that go and come; where only their order differs, the list as it would be."""
    gone = [Change("gone", str(names.get(one, one))) for one in before if one not in after]
    come = [Change("come", str(names.get(one, one))) for one in after if one not in before]
    return [*gone, *come] or [Change("come", ", ".join(str(names.get(one, one)) for one in after))]


def _in_words(field: str, value: Any) -> list[str]:
    """Return a value as the paragraphs that an editor reads."""
    if field == "body":
        return [block["text"] for block in value or ()]
    if not value:
        return [_("(empty)")]
    if field == "date":
        return [honest_date(value)]
    return [language_name(value)] if field == "language" else str(value).split("\n")


def _shortened(paragraph: list[Change]) -> list[Change]:
    """Return a paragraph with only a few of the words that stay, around those that change."""
    short = []
    for number, one in enumerate(paragraph):
        words = one.words.split()
        if one.kind == "same" and len(words) > 2 * AROUND:
            first = words[:AROUND] if number else []
            last = words[-AROUND:] if number + 1 < len(paragraph) else []
            short.append(Change("same", " ".join([*first, "…", *last])))
        else:
            short.append(one)
    return short
