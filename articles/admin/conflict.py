"""Two editors saved one text: what each of them changed, so that both versions stand there and nobody's words are lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..models import Article, HistoryEntry
from .comparing import Change, word_changes
from .correction_form import CorrectionForm, fingerprints, shown_values
from .correction_page import in_words
from .history import Deed, history_of
from .wording import field_title

#: Fields that are words: what was saved is shown by what differs. The others are shown as they are.
PROSE = frozenset(
    ("headline", "standfirst", "body", "byline", "translator", "agency")
    + ("photo_credits", "captions", "slugline", "note")
)


@dataclass(frozen=True, slots=True)
class Theirs:
    """What somebody else saved in a field that the editor changed too; for prose also what differs, word by word."""

    words: str
    paragraphs: list[list[Change]]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Both versions: the editor's values as the page shows them now, and by field what stands against them."""

    mine: dict[str, Any]
    disputed: dict[str, Theirs]
    yours: list[str]
    theirs_only: list[str]
    deeds: list[Deed]

    @property
    def is_published(self) -> bool:
        """Whether somebody published the text meanwhile: what is saved now, readers see at once."""
        return any(deed.entry.deed == HistoryEntry.Deed.PUBLISHED for deed in self.deeds)


def conflict_of(form: CorrectionForm, article: Article) -> Conflict:
    """Return how a valid `form`, begun on an older version, stands to `article`, loaded as it is now."""
    base, theirs = form.cleaned_data["base"], shown_values(article)
    changed = {name for name, hash_ in fingerprints(theirs).items() if hash_ != base.get(name)}
    mine = form.changed()
    if "entities" in mine:
        mine["entities"] = _names_of_both(form, theirs["entities"])
        if mine["entities"] == theirs["entities"]:
            del mine["entities"]
    disputed = {
        name: _theirs(name, mine[name], theirs[name], CorrectionForm.showing(article))
        for name in changed & mine.keys()
        if theirs[name] != mine[name]
    }
    versions = max(1, article.version - form.cleaned_data["version"])
    return Conflict(
        mine=mine,
        disputed=disputed,
        yours=[field_title(name) for name in mine],
        theirs_only=sorted(field_title(name) for name in changed - mine.keys()),
        deeds=history_of(article)[:versions],
    )


def _names_of_both(form: CorrectionForm, theirs: list[int]) -> list[int]:
    """Return the names that are meant after both: a list without order, in which nobody's step undoes another's."""
    said = form.cleaned_data
    was_rejected = set(said["base"].get("rejected", ()))
    rejected = {int(key) for key in said["not_meant"]}
    added = {entity.pk for entity in (*said["add_entities"], *said["add_names"])}
    kept = set(theirs) - (rejected - was_rejected)
    return sorted(kept | (was_rejected - rejected) | added)


def _theirs(name: str, mine: Any, theirs: Any, form: CorrectionForm) -> Theirs:
    differing = word_changes(_lines(mine), _lines(theirs)) if name in PROSE and theirs else []
    return Theirs(in_words(form, name, theirs), differing)


def _lines(value: Any) -> list[str]:
    return value if isinstance(value, list) else value.split("\n")
