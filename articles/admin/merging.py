"""Merge a name into another: choose it, see what moves, do it; and undo it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ..actions.cleaning import clean_line
from ..actions.mentioning import Kept
from ..actions.merging import CannotMerge, cannot_be_merged, merge, plan_merge, undo_merge
from ..models import Entity, EntityMerge

#: As many names are offered for one search.
OFFERED = 20
SHOWN_TEXTS = 10


def merge_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the name to merge into, then confirm what moves."""
    entity = get_object_or_404(Entity, pk=pk)
    if not request.user.has_perms(["articles.change_entity", "articles.add_entitymerge"]):
        raise PermissionDenied
    if reason := cannot_be_merged(entity):
        messages.error(request, str(reason))
        return _to(entity)
    chosen = _chosen(request.POST.get("into") or request.GET.get("into", ""))
    if chosen and request.method == "POST":
        return _merged(request, entity, chosen)
    context = admin.site.each_context(request) | {
        "opts": Entity._meta,
        "entity": entity,
        "title": _("Merge “%(name)s” into another name") % {"name": entity},
        **(_confirmation(entity, chosen) if chosen else _search(request, entity)),
    }
    return TemplateResponse(request, "admin/articles/entity/merge.html", context)


def _chosen(key: str) -> Entity | None:
    if not (key.isascii() and key.isdecimal()):
        return None
    return Entity.objects.standing().filter(pk=int(key[:18])).first()


def _search(request: HttpRequest, entity: Entity) -> dict[str, Any]:
    """Return names to choose from: at first those that share the last word of the name."""
    words = clean_line(request.GET.get("q", entity.name.split()[-1]), 100)
    offered = Entity.objects.standing().filter(kind=entity.kind).exclude(pk=entity.pk)
    found = offered.matching(words).select_related("country").order_by("name")[:OFFERED]
    return {"words": words, "offered": found}


def _confirmation(entity: Entity, chosen: Entity) -> dict[str, Any]:
    try:
        plan = plan_merge(entity, chosen)
    except CannotMerge as refusal:
        return {"chosen": chosen, "refusal": refusal.reason}
    moved = [mention.content_object_id for mention in plan.mentions]
    joined = [mention.content_object_id for mention, _ in plan.pairs]
    shown = entity.mentions.filter(content_object__in=[*moved, *joined])
    return {
        "chosen": chosen,
        "plan": plan,
        "spellings": [*dict.fromkeys([*(alias.name for alias in plan.aliases), *plan.names])],
        "texts": [
            one.content_object for one in shown.select_related("content_object")[:SHOWN_TEXTS]
        ],
        "number_of_texts": len(moved) + len(joined),
    }


def _merged(request: HttpRequest, entity: Entity, chosen: Entity) -> HttpResponse:
    by: Any = request.user
    try:
        merge(entity, chosen, by=by)
    except CannotMerge as refusal:
        messages.error(request, str(refusal.reason))
        return _to(entity)
    said = _("“%(name)s” is merged into this name. You can undo it below.")
    messages.success(request, said % {"name": entity})
    return _to(chosen)


@require_POST
def undo_page(request: HttpRequest, pk: int, merge: int) -> HttpResponse:
    """Part two names that were merged, and tell what stayed."""
    note = get_object_or_404(EntityMerge.objects.select_related("kept", "merged"), pk=merge)
    if not request.user.has_perm("articles.change_entitymerge"):
        raise PermissionDenied
    by: Any = request.user
    try:
        stayed = undo_merge(note, by=by)
    except CannotMerge as refusal:
        messages.error(request, str(refusal.reason))
    else:
        said = _("“%(merged)s” and “%(kept)s” are two names again.")
        messages.success(request, said % {"merged": note.merged, "kept": note.kept})
        tell_what_stayed(request, stayed)
    return _to(Entity(pk=pk))


def tell_what_stayed(request: HttpRequest, stayed: list[Kept]) -> None:
    """Say what an undo left as it is."""
    for one in stayed:
        said = _("Left as it is: %(what)s (%(why)s).")
        messages.warning(request, said % {"what": one.what, "why": one.why})


def _to(entity: Entity) -> HttpResponseRedirect:
    address = reverse("admin:articles_entity_change", args=[entity.pk])
    return HttpResponseRedirect(f"{address}#merges")
