"""Two texts side by side in one: what both say, what only the earlier says, and what only the later."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from ..pipeline.results import Label

#: Words of each text that are compared: time grows faster than length.
MOST_WORDS = 8000
#: Stands between two paragraphs, so that they stay apart.
_BREAK = "\n"
_PROSE = frozenset(label.value for label in Label if label.is_prose)


@dataclass(frozen=True, slots=True)
class Change:
    """Words that both texts have (`same`), or only the earlier (`gone`) or the later (`come`)."""

    kind: str
    words: str


def prose_of(reading: dict[str, Any]) -> list[str]:
    """Return the paragraphs of an article's own text, furniture left out."""
    stretches = (
        reading["text"][start:end] for start, end, label, *_ in reading["lines"] if label in _PROSE
    )
    return [stretch.strip() for stretch in stretches if stretch.strip()]


def word_changes(earlier: list[str], later: list[str]) -> list[list[Change]]:
    """Return how the paragraphs of a text changed from `earlier` to `later`, paragraph by paragraph."""
    before, after = _words(earlier), _words(later)
    changes: list[Change] = []
    for _, start, end, other_start, other_end in SequenceMatcher(None, before, after).get_opcodes():
        gone, come = before[start:end], after[other_start:other_end]
        if gone == come:
            changes += _pieces("same", come)
        else:
            changes += _pieces("gone", [word for word in gone if word != _BREAK])
            changes += _pieces("come", come)
    return _paragraphs(changes)


def _words(paragraphs: list[str]) -> list[str]:
    words = [word for paragraph in paragraphs for word in (*paragraph.split(), _BREAK)]
    return words[:MOST_WORDS]


def _pieces(kind: str, words: list[str]) -> list[Change]:
    """Return words as changes, each break between paragraphs one of its own."""
    pieces: list[Change] = []
    run: list[str] = []
    for word in [*words, ""]:
        if word in (_BREAK, ""):
            pieces += [Change(kind, " ".join(run))] if run else []
            pieces += [Change("break", "")] if word else []
            run = []
        else:
            run.append(word)
    return pieces


def _paragraphs(changes: list[Change]) -> list[list[Change]]:
    paragraphs: list[list[Change]] = [[]]
    for change in changes:
        if change.kind == "break":
            paragraphs.append([])
        else:
            paragraphs[-1].append(change)
    return [paragraph for paragraph in paragraphs if paragraph]
