"""Merge two entities that are one, and part them again as if nothing had been: what came later stays, and is told.

A merge moves rows and notes their keys; two mentions of one text become one, and the note holds both as they were. To
undo a merge that others followed, those are undone first and done again behind it, so the order never matters.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..models import Alias, Entity, EntityMerge, HistoryEntry, Judgement, Mention, Office
from .listing import list_anew
from .mentioning import (
    Kept,
    give_state,
    joined,
    lock_articles,
    note_articles,
    restored,
    state_of,
    without_lost_people,
)
from .recording import Person, record
from .searching import index_names

Moved = dict[str, Any]


class CannotMerge(Exception):
    """Two entities cannot be merged, or a merge not be undone; `reason` says why, for the editor."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Plan:
    """What a merge moves to the kept entity; what both have alike stays where it is."""

    aliases: list[Alias]
    names: dict[str, str]
    offices: list[Office]
    judgements: list[Judgement]
    mentions: list[Mention]
    pairs: list[tuple[Mention, Mention]]


def plan_merge(merged: Entity, kept: Entity) -> Plan:
    """Return what merging `merged` into `kept` would move; CannotMerge where it cannot be."""
    _check(merged, kept)
    forms = {(alias.name, alias.kind) for alias in kept.aliases.all()}
    known = {name for name, _ in forms} | {kept.name, kept.name_de, kept.name_ru}
    aliases = [one for one in merged.aliases.all() if (one.name, one.kind) not in forms]
    known |= {alias.name for alias in aliases}
    names = {merged.name_de: "de", merged.name_ru: "ru", merged.name: "en"}
    terms = set(kept.offices.values_list("title", "country_id", "start", "end"))
    forms_judged = set(kept.judgements.values_list("form", "article_id"))
    held = {mention.content_object_id: mention for mention in kept.mentions.all()}
    mentions = list(merged.mentions.all())
    return Plan(
        aliases=aliases,
        names={name: language for name, language in names.items() if name and name not in known},
        offices=[
            one
            for one in merged.offices.all()
            if (one.title, one.country_id, one.start, one.end) not in terms
        ],
        judgements=[
            one for one in merged.judgements.all() if (one.form, one.article_id) not in forms_judged
        ],
        mentions=[one for one in mentions if one.content_object_id not in held],
        pairs=[
            (held[one.content_object_id], one) for one in mentions if one.content_object_id in held
        ],
    )


def _check(merged: Entity, kept: Entity) -> None:
    if merged == kept:
        raise CannotMerge(_("A name cannot be merged into itself."))
    if merged.merged_into_id or kept.merged_into_id:
        raise CannotMerge(_("One of the two has been merged already."))
    if merged.kind != kept.kind:
        raise CannotMerge(_("They are of different kinds: correct the kind of one first."))
    if reason := cannot_be_merged(merged):
        raise CannotMerge(reason)


def cannot_be_merged(entity: Entity) -> str | Promise:
    """Return why an entity cannot be merged into any other, "" where it can."""
    if entity.merged_into_id:
        return _("One of the two has been merged already.")
    if entity.kind == Entity.Kind.COUNTRY:
        return _("Countries come with the data files and are not merged.")
    return ""


@transaction.atomic
def merge(merged: Entity, into: Entity, *, by: Person) -> EntityMerge:
    """Merge `merged` into another entity and return the note of it; CannotMerge where it cannot be.

    Forms, offices, judgements and mentions move; the row stays, hidden, and its address leads to the kept one.
    """
    rows = _locked({merged.pk, into.pk})
    merged, kept = rows[merged.pk], rows[into.pk]
    _check(merged, kept)
    note = EntityMerge(merged=merged, kept=kept, by=by)
    _join(note, by=by)
    note.save()
    Deed = HistoryEntry.Deed
    record(kept, Deed.MERGED, by=by, changes={"merged": ["", merged.name]})
    record(merged, Deed.MERGED, by=by, changes={"merged_into": ["", kept.name]})
    return note


@transaction.atomic
def undo_merge(note: EntityMerge, *, by: Person) -> list[Kept]:
    """Part two entities that were merged, and return what stayed as it is since somebody changed it meanwhile.

    CannotMerge where somebody parted them already.
    """
    keys = {key for one in _standing_from(note) for key in (one.kept_id, one.merged_id)}
    _locked(keys | {note.kept_id, note.merged_id})
    merges = _standing_from(note)
    if not merges or merges[0].pk != note.pk:
        raise CannotMerge(_("Somebody has undone this merge already."))
    if {one.merged_id for one in merges} - keys:
        raise CannotMerge(_("Somebody merged more into it just now: please try again."))
    note, *later = merges
    for one in reversed(later):
        _part(one, by=by)
    stayed = _part(note, by=by)
    note.undone_by, note.undone_at = by, timezone.now()
    note.save(update_fields=["undone_by", "undone_at"])
    for one in later:
        _join(one, by=by)
        one.save(update_fields=["moved"])
    Deed = HistoryEntry.Deed
    record(note.kept, Deed.PARTED, by=by, changes={"merged": [note.merged.name, ""]})
    record(note.merged, Deed.PARTED, by=by, changes={"merged_into": [note.kept.name, ""]})
    return stayed


def _locked(keys: Iterable[int]) -> dict[int, Entity]:
    rows = Entity.objects.select_for_update(of=("self",)).filter(pk__in=set(keys))
    return {row.pk: row for row in rows.order_by("pk")}


def _standing_from(note: EntityMerge) -> list[EntityMerge]:
    """Return the merge, where it still stands, and those after it that touch what it moved, the oldest first."""
    standing = EntityMerge.objects.filter(undone_at__isnull=True, pk__gte=note.pk)
    touched, found = {note.kept_id}, []
    for one in standing.select_related("kept", "merged").order_by("pk"):
        if one.pk == note.pk or {one.kept_id, one.merged_id} & touched:
            touched.add(one.kept_id)
            found.append(one)
    return found


def _join(note: EntityMerge, *, by: Person) -> None:
    """Move all that a merge moves, and note it in `moved`; the caller saves the note."""
    merged, kept = note.merged, note.kept
    texts = Mention.objects.filter(tag__in=[merged, kept]).values_list("content_object", flat=True)
    lock_articles(set(texts))
    plan = plan_merge(Entity.objects.get(pk=merged.pk), Entity.objects.get(pk=kept.pk))
    moved: Moved = {
        "aliases": _move(Alias, "entity", plan.aliases, kept),
        "offices": _move(Office, "person", plan.offices, kept),
        "judgements": _move(Judgement, "entity", plan.judgements, kept),
        "mentions": _move(Mention, "tag", plan.mentions, kept),
        "added": [
            {"pk": kept.aliases.create(name=name, language=language).pk, "name": name}
            for name, language in plan.names.items()
        ],
        "joined": [_join_mentions(*pair) for pair in plan.pairs],
    }
    note.moved = moved
    Entity.objects.filter(pk=merged.pk).update(merged_into=kept)
    changes = {one.content_object_id: ([merged.pk], [kept.pk]) for one in plan.mentions}
    changes |= {
        one.content_object_id: ([merged.pk, kept.pk], [kept.pk]) for one, _other in plan.pairs
    }
    note_articles(changes, HistoryEntry.Deed.MERGED, by=by)
    index_names([merged.pk, kept.pk])
    list_anew(changes)


def _move(model: type[Any], owner: str, rows: list[Any], kept: Entity) -> list[int]:
    keys = [row.pk for row in rows]
    model._default_manager.filter(pk__in=keys).update(**{owner: kept})
    return keys


def _join_mentions(held: Mention, absorbed: Mention) -> Moved:
    before, after = state_of(held), joined(held, absorbed)
    note = {
        "mention": held.pk,
        "article": held.content_object_id,
        "before": before,
        "after": after,
        "absorbed": {"pk": absorbed.pk, "state": state_of(absorbed)},
    }
    absorbed.delete()
    give_state(held, after)
    held.save()
    return note


def _part(note: EntityMerge, *, by: Person) -> list[Kept]:
    """Move back all that a merge moved and nobody changed since, and return the rest."""
    merged, kept, moved = note.merged, note.kept, note.moved
    texts = Mention.objects.filter(pk__in=moved["mentions"]).values_list(
        "content_object", flat=True
    )
    articles = lock_articles({*texts, *(one["article"] for one in moved["joined"])})
    stayed = [
        *_move_back(Alias, "entity", moved["aliases"], note, ("name", "kind")),
        *_move_back(Office, "person", moved["offices"], note, ()),
        *_move_back(Judgement, "entity", moved["judgements"], note, ("form", "article_id")),
        *_drop_added(moved["added"], kept),
    ]
    theirs = Mention.objects.filter(tag=merged).values("content_object")
    back = Mention.objects.filter(pk__in=moved["mentions"], tag=kept).exclude(
        content_object__in=theirs
    )
    changes = {
        key: ([kept.pk], [merged.pk]) for key in back.values_list("content_object", flat=True)
    }
    back.update(tag=merged)
    for one in moved["joined"]:
        if one["article"] in articles:
            stayed += _part_mentions(one, merged, kept)
            changes[one["article"]] = ([kept.pk], [merged.pk, kept.pk])
    Entity.objects.filter(pk=merged.pk).update(merged_into=None)
    note_articles(changes, HistoryEntry.Deed.PARTED, by=by)
    index_names([merged.pk, kept.pk])
    list_anew(articles)
    return stayed


def _move_back(
    model: type[Any], owner: str, keys: list[int], note: EntityMerge, identity: tuple[str, ...]
) -> list[Kept]:
    """Return rows to the merged entity; one that it has by now, or that somebody deleted, is told instead."""
    rows = {row.pk: row for row in model._default_manager.filter(pk__in=keys)}
    there = model._default_manager.filter(**{owner: note.merged})
    held = set(there.values_list(*identity)) if identity else set()
    stayed, free = [], []
    for key in keys:
        row = rows.get(key)
        if row is None:
            what = f"{model._meta.verbose_name} {key}"
            stayed.append(Kept(what, _("somebody deleted it after the merge")))
        elif getattr(row, f"{owner}_id") != note.kept_id:
            stayed.append(Kept(str(row), _("it belongs to another name by now")))
        elif tuple(getattr(row, name) for name in identity) in held:
            stayed.append(Kept(str(row), _("both have it by now")))
        else:
            free.append(key)
    model._default_manager.filter(pk__in=free).update(**{owner: note.merged})
    return stayed


def _drop_added(added: list[Moved], kept: Entity) -> list[Kept]:
    """Delete the forms that a merge made of the merged entity's own names, unless somebody changed them."""
    stayed = []
    rows = Alias.objects.in_bulk([one["pk"] for one in added])
    for one in added:
        row = rows.get(one["pk"])
        if row is None:
            continue
        fresh = Alias(entity=kept, name=one["name"], language=row.language)
        same = ("name", "kind", "entity_id", "weak", "in_use", "start", "end", "reference_digest")
        if all(getattr(row, name) == getattr(fresh, name) for name in same):
            row.delete()
        else:
            stayed.append(Kept(row.name, _("somebody changed it after the merge")))
    return stayed


def _part_mentions(note: Moved, merged: Entity, kept: Entity) -> list[Kept]:
    """Part a mention that was joined of two; what somebody decided on it since stays decided."""
    absorbed: dict[str, Any] = note["absorbed"]
    without_lost_people([note["before"], note["after"], absorbed["state"]])
    held = Mention.objects.filter(pk=note["mention"], tag=kept).first()
    stayed = []
    if held is not None:
        back, changed = restored(state_of(held), note["before"], note["after"])
        give_state(held, back)
        held.save()
        if changed:
            what = str(held.content_object)
            stayed.append(Kept(what, _("somebody decided on the name in this text since")))
    other = Mention(pk=absorbed["pk"], content_object_id=note["article"], tag=merged)
    give_state(other, absorbed["state"])
    if not Mention.objects.filter(content_object=note["article"], tag=merged).exists():
        other.save(force_insert=True)
    return stayed
