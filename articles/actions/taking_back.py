"""Take judgements back with exactly what they made; what somebody changed meanwhile stays and is told."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ..models import Alias, Entity, HistoryEntry, Judgement, Mention
from .judging import CannotJudge, entity_as_made, form_as_taught
from .listing import list_anew
from .mentioning import (
    Kept,
    give_state,
    lock_articles,
    note_articles,
    restored,
    state_of,
)
from .naming import standing
from .recording import Person, record
from .searching import index_names

Deed = HistoryEntry.Deed


@transaction.atomic
def take_back(keys: Collection[int], *, by: Person) -> list[Kept]:
    """Take back judgements with all that they made, and return what stays since somebody changed it meanwhile."""
    owners = Judgement.objects.filter(pk__in=keys, entity__isnull=False)
    names = set(owners.values_list("entity_id", flat=True))
    names |= set(standing(names).values())
    rows = Judgement.objects.select_for_update(of=("self",)).filter(pk__in=keys)
    judgements = list(rows.order_by("-pk"))
    if not judgements:
        raise CannotJudge(_("Somebody has taken this judgement back already."))
    articles = {one["article"] for row in judgements for one in _mentions_of(row)}
    lock_articles(articles)
    changes: dict[int, tuple[list[int], list[int]]] = {}
    stayed: list[Kept] = []
    for judgement in judgements:
        _note_taking_back(judgement, by=by)
        stayed += _drop_mentions(judgement, changes)
        stayed += _drop_form(judgement)
        made = judgement.outcome.get("entity")
        judgement.delete()
        stayed += _drop_entity(made) if made else []
    note_articles(changes, Deed.TAKEN_BACK, by=by)
    index_names(names)
    list_anew(articles)
    return stayed


def _note_taking_back(judgement: Judgement, *, by: Person) -> None:
    target = judgement.entity or judgement
    said = f"{judgement.form}: {judgement.verdict}"
    record(target, Deed.TAKEN_BACK, by=by, changes={"judgement": [said, ""]})


def _mentions_of(judgement: Judgement) -> list[dict[str, Any]]:
    noted: list[dict[str, Any]] = judgement.outcome.get("mentions", [])
    return noted


def _drop_mentions(
    judgement: Judgement, changes: dict[int, tuple[list[int], list[int]]]
) -> list[Kept]:
    """Give mentions back what they said before the judgement; those that somebody changed since are told."""
    stayed = []
    rows = Mention.objects.select_related("content_object").in_bulk(
        [one["mention"] for one in _mentions_of(judgement)]
    )
    for one in reversed(_mentions_of(judgement)):
        mention = rows.get(one["mention"])
        if mention is None:
            continue
        now, after = state_of(mention), one["after"]
        before = one["before"] or after | {"surfaces": [], "spans": []}
        back, changed = restored(now, before, after)
        if set(changed) - {"surfaces", "spans"}:
            what = str(mention.content_object)
            stayed.append(Kept(what, _("somebody decided on the name in this text since")))
            continue
        nothing_left = not back["surfaces"] and (bool(changed) or one["before"] is None)
        if nothing_left or back["rejected"]:
            changes[one["article"]] = ([mention.tag_id], [])
        elif now["rejected"]:
            changes[one["article"]] = ([], [mention.tag_id])
        if nothing_left:
            mention.delete()
        else:
            give_state(mention, back)
            mention.save()
    return stayed


def _drop_form(judgement: Judgement) -> list[Kept]:
    """Take back the form that a judgement taught, unless somebody changed it since."""
    if on := judgement.outcome.get("switched_on"):
        Alias.objects.filter(pk=on).update(in_use=False)
    taught = judgement.outcome.get("alias")
    alias = Alias.objects.filter(pk=taught["pk"]).first() if taught else None
    if taught is None or alias is None:
        return []
    if form_as_taught(alias) != taught["is"]:
        return [Kept(alias.name, _("somebody changed this form since"))]
    alias.delete()
    return []


def _drop_entity(made: dict[str, Any]) -> list[Kept]:
    """Delete the entity that a judgement made, unless something else hangs on it by now."""
    entity = Entity.objects.filter(pk=made["pk"]).first()
    if entity is None:
        return []
    parts = ("mentions", "aliases", "offices", "judgements", "merges", "merges_kept", "absorbed")
    in_use = any(getattr(entity, part).exists() for part in parts)
    if in_use or entity_as_made(entity) != made or entity.reference_key:
        return [Kept(entity.name, _("it is used elsewhere by now, or somebody changed it"))]
    entity.delete()
    return []
