"""Make words of an original a headline, a byline, furniture …: what that changes, and how it is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..models import Article, ArticleCountry, ArticleTopic, Evidence, Marking, Mention, Source
from ..pipeline.parsing.dates import dates_in
from ..pipeline.results import Label
from .blocks import Block, Reading, remade
from .recording import Person

#: So many markings can be made before they are saved.
MOST = 500


@dataclass(frozen=True, slots=True)
class Role:
    """What words can be made: the field that they fill, the label that they get, the kind of block they become."""

    field: str = ""
    label: Label | None = None
    block: str = ""
    within: bool = True  # whether it takes the words out of the sentence that they are a part of


ROLES: dict[str, Role] = {
    "headline": Role("headline", Label.HEADLINE),
    "standfirst": Role("standfirst", Label.STANDFIRST),
    "byline": Role("byline", Label.BYLINE),
    "translator": Role("translator", Label.TRANSLATOR),
    "date": Role("date", Label.DATE_LINE, within=False),
    "source": Role("source", within=False),
    "agency": Role("agency", Label.SIGN_OFF),
    "crosshead": Role(label=Label.CROSSHEAD, block="crosshead"),
    "body": Role(label=Label.BODY, block="paragraph"),
    "credit": Role("photo_credits", Label.CREDIT),
    "caption": Role("captions", Label.CAPTION),
    "furniture": Role(label=Label.PROMO),
}
LISTS = frozenset({"byline", "translator", "photo_credits", "captions"})


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the original, from `start` to `end`, and the role (a key of `ROLES`) that an editor gives them."""

    start: int
    end: int
    role: str


class CannotMark(ValueError):
    """Words cannot be given a role; `reason` says why, for the editor."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(str(reason))
        self.reason = reason


def values_under(
    mark: Mark, values: Mapping[str, Any], blocks: list[Block], reading: Reading, read: Any
) -> dict[str, Any]:
    """Return the values that a mark changes, of those that stand on the screen; nothing is written.

    `values` hold the fields by name (lists as lists), `blocks` the body, `read` by field what the reading said and nobody
    confirmed: of a list that goes, what a person said stays. Raises `CannotMark`.
    """
    role = ROLES[mark.role]
    words = " ".join(reading["text"][mark.start : mark.end].split())
    if not words:
        raise CannotMark(_("There are no words."))
    changed: dict[str, Any] = {}
    if role.field:
        changed[role.field] = _value(role.field, words, values, read)
    if labels(mark, reading):
        changed["body"] = remade(blocks, reading, mark.start, mark.end, role.block)
    return changed


def labels(mark: Mark, reading: Reading) -> bool:
    """Return whether a mark says what its words are; a date or a source inside a sentence stays part of it."""
    role = ROLES[mark.role]
    return role.label is not None and (role.within or _is_whole(mark, reading))


def _is_whole(mark: Mark, reading: Reading) -> bool:
    """Return whether nothing but white space stands beside the words on their lines."""
    text: str = reading["text"]
    touched = [line for line in reading["lines"] if line[0] < mark.end and mark.start < line[1]]
    beside = [text[line[0] : max(mark.start, line[0])] for line in touched]
    beside += [text[min(mark.end, line[1]) : line[1]] for line in touched]
    return not "".join(beside).strip()


def _value(field: str, words: str, values: Mapping[str, Any], read: Mapping[str, Any]) -> Any:
    if field == "date":
        return _date(words)
    if field == "source":
        return _source(words)
    if field not in LISTS:
        return words
    kept = [one for one in values[field] if one not in (read.get(field) or ())]
    return list(dict.fromkeys([*kept, words]))


def _date(words: str) -> str:
    found = dates_in(words)
    if not found:
        raise CannotMark(_("There is no date with a year in these words."))
    return found[0].value


def _source(words: str) -> int:
    """Return the key of the outlet that is called so, by its name or by one of its habits."""
    called = Source.objects.filter(name__iexact=words) | Source.objects.filter(
        habits__text__iexact=words, habits__in_use=True
    )
    keys = set(called.values_list("pk", flat=True))
    if len(keys) != 1:
        text = _("The desk knows no source “%(words)s”: choose it from the list, or create it.")
        raise CannotMark(str(text) % {"words": words[:80]})
    return keys.pop()


def keep_marks(article: Article, marks: Collection[Mark], reading: Reading, *, by: Person) -> None:
    """Keep what an editor marked: labels over the original, and the places that fields were read from.

    What is furniture now feeds nothing: unconfirmed names, countries and topics that stand on such words alone go.
    """
    Marking.objects.bulk_create(
        Marking(article=article, start=one.start, end=one.end, label=str(label), by=by)
        for one in marks
        if (label := ROLES[one.role].label) and labels(one, reading)
    )
    places: dict[str, list[list[int]]] = {}
    for one in marks:
        if field := ROLES[one.role].field:
            if field not in LISTS:
                places.pop(field, None)  # the last word on a headline is the one that stands
            places.setdefault(field, []).append([one.start, one.end])
    for field, spans in places.items():
        Evidence.objects.update_or_create(
            article=article, field=field, defaults={"spans": spans, "rule": "editor"}
        )
    silent = [one for one in marks if not ROLES[one.role].block and labels(one, reading)]
    _silence(article, [one for one in silent if ROLES[one.role].label not in _SPEAKING])


#: Labels whose words are read for names, countries and topics.
_SPEAKING = frozenset({Label.HEADLINE, Label.STANDFIRST, Label.CAPTION})


def _silence(article: Article, marks: Collection[Mark]) -> None:
    """Take names, countries and topics away that stand nowhere but on words that feed nothing; confirmed ones stay."""
    if not marks:
        return
    for model, owner in (
        (Mention, "content_object"),
        (ArticleCountry, "article"),
        (ArticleTopic, "article"),
    ):
        rows: Iterable[Any] = model._default_manager.filter(
            confirmed_at__isnull=True, **{owner: article}
        )
        for row in rows:
            left = [span for span in row.spans if not _lies_in(span, marks)]
            if row.spans and not left:
                row.delete()
            elif left != row.spans:
                row.spans = left
                row.save(update_fields=["spans"])


def _lies_in(span: list[int], marks: Iterable[Mark]) -> bool:
    return any(one.start <= span[0] and span[1] <= one.end for one in marks)
