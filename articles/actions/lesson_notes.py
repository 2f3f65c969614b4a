"""What a lesson changed of one text: noted so that it can be taken back, as far as nobody changed it since."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from ..models import Article
from .blocks import Reading
from .rereading import keep_reading, write_changes
from .states import Changes, State, changes_of, in_words, state_of, told

#: What a lesson changed of one text: `parts` of its state, each before and after; `read`: what its reading was.
Note = dict[str, Any]


def note_of(before: State, after: State, read: Reading, reading: Reading) -> Note | None:
    """Return what following `reading` changed of a text that was read as `read` before; None for nothing.

    Of the reading before only what differs is kept, since the text itself is the same.
    """
    parts = changes_of(before, after)
    was = {key: value for key, value in read.items() if value != reading.get(key)}
    if not parts and not was:
        return None
    return {
        "parts": {key: list(pair) for key, pair in parts.items()},
        "read": {"was": was, "new": sorted(reading.keys() - read.keys()), "now": _hash(reading)},
    }


def values_in(note: Note) -> dict[str, tuple[Any, Any]]:
    """Return by field what a noted text had and got; of lists only what came and went."""
    had = told({key: before for key, (before, _) in note["parts"].items() if before})
    got = told({key: after for key, (_, after) in note["parts"].items() if after})
    pairs = {name: (had.get(name), got.get(name)) for name in had | got}
    pairs = {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
    return {name: (before, after) for name, (before, after) in in_words(pairs).items()}


def waits_in(note: Note) -> list[str]:
    """Return the fields that stayed, since a person decided on them, and that something waits beside."""
    after = {key: pair[1] for key, pair in note["parts"].items() if pair[1]}
    return [key for key, part in after.items() if (part.get("evidence") or {}).get("suggestion")]


def set_back(article: Article, note: Note) -> tuple[dict[str, list[Any]], list[str]]:
    """Set a locked text back to what it was before a lesson; return the values that changed, and the parts that stay.

    A part stays where somebody changed it since. Raises `NotReady` where a published text would lose what it needs.
    """
    now = state_of(article)
    back: Changes = {}
    stayed = []
    for key, (before, after) in note["parts"].items():
        if now.get(key) == after:
            back[key] = (after, before)
        elif now.get(key) != before:
            stayed.append(key)
    will = {**now, **{key: part for key, (_, part) in back.items() if part}}
    for key, (_, part) in back.items():
        if part is None:
            del will[key]
    held, told_then = told(now), told(will)
    values = {
        name: (value, told_then[name]) for name, value in held.items() if value != told_then[name]
    }
    write_changes(article, back, values)
    _set_reading_back(article, note["read"])
    return in_words(values), stayed


def _set_reading_back(article: Article, read: dict[str, Any]) -> None:
    """Give the item of a text its reading back, unless it was read again since."""
    item = getattr(article, "item", None)
    if item and item.reading and _hash(item.reading) == read["now"]:
        kept = {key: value for key, value in item.reading.items() if key not in read["new"]}
        keep_reading(item, kept | read["was"])


def _hash(reading: Reading) -> str:
    said = json.dumps(reading, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()
