"""The texts of a run as rows of its page: what was read, what is doubtful, and what may become of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from ..actions.deciding import DECIDABLE
from ..actions.doubting import doubtful_fields
from ..models import Country, ImportItem, ImportRun, Topic
from ..templatetags.desk import honest_date
from ..templatetags.reading import language_name
from .checks import checks_of
from .wording import Words, field_title, warnings_of

Verdict = ImportItem.Verdict
Decision = ImportItem.Decision

_STORE = (Decision.STORE, _("Store"), "s")
_BOTH = (Decision.STORE, _("Keep both"), "s")
_VERSION = (Decision.VERSION, _("New version"), "v")
_SKIP = (Decision.SKIP, _("Leave out"), "x")
#: What an editor may choose for a text, by its verdict: the likelier first. Each with the key that chooses it.
CHOICES: dict[str, tuple[tuple[str, Words, str], ...]] = {
    Verdict.NEW: (_STORE, _SKIP),
    Verdict.NEAR: (_BOTH, _VERSION, _SKIP),
    Verdict.CHANGED: (_VERSION, _BOTH, _SKIP),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that may become of a text; `is_chosen` if that is what will happen as things stand."""

    decision: str
    words: Words
    key: str
    is_chosen: bool


class Names:
    """The names of countries and topics by their codes, looked up once for a page."""

    def __init__(self) -> None:
        self.countries = {country.code: country.name for country in Country.objects.all()}
        self.topics = {topic.code: topic.name for topic in Topic.objects.all()}

    def of(self, field: str, value: Any) -> str:
        """Return a value of a reading in words."""
        if field in ("countries", "countries_mentioned"):
            return self.countries.get(value, value)
        if field == "topics":
            return self.topics.get(value, value)
        if field in ("language", "passages", "translated_from"):
            return language_name(value)
        return honest_date(value) if field == "date" else str(value)


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item of a run with a summary of its reading."""

    item: ImportItem
    choices: tuple[Choice, ...] = ()
    state: Words = ""
    may_retry: bool = False
    headline: str = ""
    is_proposed: bool = False
    standfirst: str = ""
    date: str = ""
    source: str = ""
    source_is_proposed: bool = False
    byline: str = ""
    countries: str = ""
    topics: str = ""
    doubts: tuple[Words, ...] = ()
    warnings: tuple[Words, ...] = ()
    unknown: int = 0

    @property
    def is_undecided(self) -> bool:
        """Whether somebody has to say what is to become of it."""
        return bool(self.choices) and not any(choice.is_chosen for choice in self.choices)


def rows_of(
    items: Iterable[ImportItem], run: ImportRun, *, retryable: Iterable[int] = ()
) -> list[ItemRow]:
    """Return the rows of a page, in two queries however many items; `retryable` are those that can be read again."""
    names, again = Names(), set(retryable)
    return [_row(item, names, run, item.pk in again) for item in items]


def choices_of(item: ImportItem, run: ImportRun) -> tuple[Choice, ...]:
    """Return what may become of an item; nothing where that is settled."""
    if run.status not in DECIDABLE or not item.is_storable:
        return ()
    suggested = Decision.STORE if item.verdict == Verdict.NEW else ""
    decided = item.decision or suggested
    return tuple(
        Choice(decision, words, key, is_chosen=decision == decided)
        for decision, words, key in CHOICES[item.verdict]
        if decision != Decision.VERSION or item.same_as_id
    )


def _state(item: ImportItem, run: ImportRun) -> Words:
    """Return what became of an item that is neither an article nor open any more."""
    if item.article_id or item.verdict not in ImportItem.STORABLE:
        return ""
    if item.version_of_id:
        return _("a later version followed")
    if run.status == ImportRun.Status.UNDONE:
        return _("left out") if item.decision == Decision.SKIP else _("undone")
    return ""


def _row(item: ImportItem, names: Names, run: ImportRun, may_retry: bool) -> ItemRow:
    choices, state = choices_of(item, run), _state(item, run)
    reading = item.reading
    if not reading:
        return ItemRow(item, choices, state, may_retry)
    return ItemRow(
        item,
        choices,
        state,
        may_retry,
        headline=reading["headline"] or reading["headline_proposed"] or "",
        is_proposed=not reading["headline"],
        standfirst=reading["standfirst"] or "",
        date=honest_date(reading["date"]),
        source=reading["source_name"] or reading["source_proposed"] or "",
        source_is_proposed=not reading["source_name"],
        byline=", ".join(reading["byline"]),
        countries=", ".join(names.of("countries", code) for code in reading["countries"]),
        topics=", ".join(names.of("topics", code) for code in reading["topics"]),
        doubts=doubts_of(reading),
        warnings=(*warnings_of(reading), *checks_of(reading)),
        unknown=sum(not entity["known"] for entity in reading["entities"]),
    )


def doubts_of(reading: dict[str, Any]) -> tuple[Words, ...]:
    """Return the names of the fields in which something is doubtful or only proposed."""
    fields = [field_title(field) for field in doubtful_fields(reading)]
    return tuple(dict.fromkeys(fields))
