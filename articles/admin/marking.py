"""Words of the original made a headline, a byline, furniture …: what an editor sent, and what the screen shows then."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..actions.blocks import line_blocks
from ..actions.labels import marked
from ..actions.marking import LISTS, MOST, ROLES, CannotMark, Mark, labels, values_under
from ..models import Article
from .body_text import to_blocks, to_text
from .original import LABELS

#: Each role with its words on the screen and its key, in the order of the buttons.
KEYS: dict[str, tuple[str | Promise, str]] = {
    "headline": (_("Headline"), "h"),
    "standfirst": (_("Standfirst"), "s"),
    "byline": (_("Byline"), "b"),
    "translator": (_("Translator"), "r"),
    "date": (_("Date"), "d"),
    "source": (_("Source"), "o"),
    "agency": (_("Sign-off"), "g"),
    "crosshead": (_("Cross-head"), "x"),
    "body": (_("Body"), "t"),
    "caption": (_("Caption"), "p"),
    "credit": (_("Picture credit"), "c"),
    "furniture": (_("Furniture"), "f"),
}
_SENT = re.compile(r"(?P<start>\d{1,9})-(?P<end>\d{1,9}) (?P<role>[a-z]+)", re.ASCII)
_LINES = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class RoleButton:
    """A button of the original's toolbar."""

    role: str
    words: str | Promise
    key: str
    colour: str


def role_buttons() -> list[RoleButton]:
    """Return the buttons in their order."""
    return [
        RoleButton(role, words, key, LABELS[label][1] if (label := ROLES[role].label) else "origin")
        for role, (words, key) in KEYS.items()
    ]


def marks_in(sent: str, length: int) -> list[Mark]:
    """Return the marks that a form carries, "12-80 headline, 90-95 date", in a text of `length`.

    Raises ValueError for anything else: only our own pages write it.
    """
    rows = [one for one in sent.split(",") if one.strip()]
    if len(rows) > MOST:
        raise ValueError("too many marks")
    marks = []
    for row in rows:
        found = _SENT.fullmatch(row.strip())
        if found is None or found["role"] not in ROLES:
            raise ValueError(f"no mark: {row!r}")
        mark = Mark(int(found["start"]), int(found["end"]), found["role"])
        if not mark.start < mark.end <= length:
            raise ValueError(f"outside the text: {row!r}")
        marks.append(mark)
    return marks


def as_sent(marks: Iterable[Mark]) -> str:
    """Return marks as a form carries them."""
    return ", ".join(f"{one.start}-{one.end} {one.role}" for one in marks)


def mark_sent(data: QueryDict, reading: dict[str, Any]) -> Mark:
    """Return the mark that an editor made: a role, and words by their place, or by line and wording. Raises `CannotMark`."""
    role = data.get("_mark", "")
    if role not in ROLES:
        raise CannotMark(_("Choose what the words are."))
    start, end = place_sent(data, reading, "mark")
    return Mark(start, end, role)


def place_sent(data: QueryDict, reading: dict[str, Any], prefix: str) -> tuple[int, int]:
    """Return where words stand that an editor chose: selected, or named by line and wording. Raises `CannotMark`."""
    text: str = reading["text"]
    start, end = data.get(f"{prefix}_start", ""), data.get(f"{prefix}_end", "")
    if start.isdecimal() and end.isdecimal() and len(start + end) < 20:
        if 0 <= int(start) < int(end) <= len(text):
            return int(start), int(end)
        raise CannotMark(_("These words do not stand in the original."))
    first, last = _lines_sent(data.get(f"{prefix}_lines", ""), reading)
    words = data.get(f"{prefix}_words", "").split()
    if not words and not data.get(f"{prefix}_lines", "").strip():
        raise CannotMark(_("Name a line, or write the words."))
    if not words:
        return first, last
    found = re.compile(r"\s+".join(map(re.escape, words))).search(text, first, last)
    if found is None:
        raise CannotMark(_("These words do not stand in the original."))
    return found.span()


def _lines_sent(sent: str, reading: dict[str, Any]) -> tuple[int, int]:
    """Return where the lines "7" or "7-9" begin and end; all of the text where none are named and words are."""
    lines = reading["lines"]
    if not sent.strip():
        return (lines[0][0], lines[-1][1]) if lines else (0, 0)
    numbers = _LINES.fullmatch(sent.strip())
    if numbers is None:
        raise CannotMark(_("Write a line as 7, several as 7-9."))
    first, last = int(numbers[1]), int(numbers[2] or numbers[1])
    if not 1 <= first <= last <= len(lines):
        raise CannotMark(_("The original has no such line."))
    return lines[first - 1][0], lines[last - 1][1]


def screen_under(
    mark: Mark,
    article: Article,
    data: Mapping[str, Any],
    reading: dict[str, Any],
    pending: Iterable[Mark],
) -> dict[str, str]:
    """Return what the fields show that a mark changes, by name, as the browser sends them. Raises `CannotMark`.

    `pending` are the marks before it that are not saved yet.
    """
    values = {name: _lines_of(data.get(name, "")) for name in LISTS}
    read = {
        row.field: row.value for row in article.evidence.all() if row.value and not row.is_confirmed
    }
    blocks = to_blocks(data.get("body", ""), known_blocks(article, reading, pending))
    changed = values_under(mark, values, blocks, reading, read)
    return {name: _typed(name, value) for name, value in changed.items()}


def known_blocks(
    article: Article, reading: dict[str, Any], pending: Iterable[Mark]
) -> list[dict[str, Any]]:
    """Return the paragraphs whose places are known: those of the body, then every line of the original as it is marked."""
    body = getattr(article, "body", None)
    lines = line_blocks(marked(reading, all_markings(article, reading, pending)))
    return [*(body.blocks if body else []), *lines]


def all_markings(
    article: Any, reading: dict[str, Any], pending: Iterable[Mark]
) -> list[tuple[int, int, str]]:
    """Return what editors marked in the original of a loaded article, then what is not saved yet."""
    rows = sorted(article.marked or (), key=lambda row: row["pk"])
    saved = [(row["start"], row["end"], row["label"]) for row in rows]
    return saved + [
        (one.start, one.end, str(label))
        for one in pending
        if (label := ROLES[one.role].label) and labels(one, reading)
    ]


def _lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _typed(name: str, value: Any) -> str:
    if name == "body":
        return to_text(value)
    return "\n".join(value) if isinstance(value, list) else str(value)
