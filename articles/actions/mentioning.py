"""Mentions that one deed changes in many texts: joined, parted, and noted with each text."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import F
from django.utils import timezone
from django.utils.functional import Promise

from ..models import Article, HistoryEntry, Mention
from .recording import Person

#: What a mention says, apart from its text and its entity.
FIELDS = ("surfaces", "spans", "rule", "confidence", "confirmed_by_id", "confirmed_at", "rejected")

State = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that an undo left as it is, since somebody changed it meanwhile: what, and why."""

    what: str
    why: str | Promise


def state_of(mention: Mention) -> State:
    """Return what a mention says, as plain data."""
    values = {name: getattr(mention, name) for name in FIELDS}
    moment = mention.confirmed_at
    return values | {"confirmed_at": moment.isoformat() if moment else None}


def give_state(mention: Mention, state: Mapping[str, Any]) -> None:
    """Let a mention say what `state` holds; the caller saves it."""
    for name, value in state.items():
        if name == "confirmed_at" and value:
            value = datetime.datetime.fromisoformat(value)
        setattr(mention, name, value)


def joined(first: Mention, second: Mention) -> State:
    """Return what one mention says in place of two of one text: all places; a decision for it before one against it."""
    meant = [one for one in (first, second) if not one.rejected] or [first, second]
    leading = max(meant, key=lambda one: (one.is_confirmed, one.confidence))
    surfaces = [surface for one in meant for surface in one.surfaces]
    spans = [list(span) for one in meant for span in one.spans]
    return state_of(leading) | {
        "surfaces": list(dict.fromkeys(surfaces)),
        "spans": [span for number, span in enumerate(spans) if span not in spans[:number]],
    }


def restored(now: State, before: State, after: State) -> tuple[State, list[str]]:
    """Return a state with all set back that still is as a deed left it, and the names of what somebody changed since.

    Of places and printed forms that grew since, those that the deed brought go.
    """
    back, changed = {}, []
    for name in FIELDS:
        if now[name] == after[name]:
            back[name] = before[name]
            continue
        changed.append(name)
        if name in ("surfaces", "spans"):
            brought = [one for one in after[name] if one not in before[name]]
            back[name] = [one for one in now[name] if one not in brought]
        else:
            back[name] = now[name]
    return back, changed


def without_lost_people(states: Iterable[State]) -> None:
    """Forget in `states` who confirmed them where that account is gone."""
    held = [state for state in states if state["confirmed_by_id"]]
    keys = {state["confirmed_by_id"] for state in held}
    known = set(User.objects.filter(pk__in=keys).values_list("pk", flat=True))
    for state in held:
        if state["confirmed_by_id"] not in known:
            state["confirmed_by_id"] = None


def lock_articles(keys: Collection[int]) -> set[int]:
    """Lock articles until the transaction ends, in the order in which everybody does; return those that exist."""
    rows = Article.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk")
    return set(rows.values_list("pk", flat=True))


def note_articles(
    changes: Mapping[int, tuple[list[int], list[int]]], deed: HistoryEntry.Deed, *, by: Person
) -> None:
    """Give each article its next version and a line of history: by key, the entities it named before and names now.

    Who has an article open on the correction screen is told of it like of any other change.
    """
    Article.objects.filter(pk__in=changes).update(
        version=F("version") + 1, updated_at=timezone.now()
    )
    HistoryEntry.objects.bulk_create(
        HistoryEntry(
            target=Article(pk=key), deed=deed, by=by, changes={"entities": [before, after]}
        )
        for key, (before, after) in changes.items()
    )
