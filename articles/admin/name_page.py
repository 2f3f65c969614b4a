"""What the page of a name shows beside its form: spellings with their outlets, judgements, merges."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..actions.cleaning import clean_line
from ..actions.foreseeing import if_never
from ..actions.judging import CannotJudge, never
from ..models import Entity, EntityMerge, Judgement, Mention
from ..models.spellings import grouped, scheme_name, spellings_of, usage_of
from .effects import effects_of

FORM_LENGTH = 200


def name_page(entity: Entity, user: Any) -> dict[str, Any]:
    """Return what is known about a name, and what `user` may do with it."""
    aliases = list(entity.aliases.all())
    forms = {alias.name for alias in aliases} | {entity.name, entity.name_de, entity.name_ru} - {""}
    printed = Mention.objects.filter(tag=entity, rejected=False).as_printed()
    usage = usage_of(forms, printed)
    merges = EntityMerge.objects.filter(Q(kept=entity) | Q(merged=entity))
    stands = entity.merged_into_id is None
    return {
        "groups": grouped(spellings_of(entity, aliases, usage)),
        "other_forms": [
            (form, scheme_name(entity, form), outlets.most_common())
            for form, outlets in usage.items()
            if form not in forms
        ],
        "judgements": entity.judgements.select_related("by", "article"),
        "merges": merges.select_related("kept", "merged", "by", "undone_by"),
        "may_merge": stands
        and entity.kind != Entity.Kind.COUNTRY
        and user.has_perms(["articles.change_entity", "articles.add_entitymerge"]),
        "may_undo": user.has_perm("articles.change_entitymerge"),
        "may_judge": stands and user.has_perm("articles.add_judgement"),
        "may_take_back": user.has_perm("articles.change_judgement"),
    }


def never_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the texts that lose this name if a printed form never means it, or judge so."""
    entity = get_object_or_404(Entity.objects.standing(), pk=pk)
    if not request.user.has_perm("articles.add_judgement"):
        raise PermissionDenied
    by: Any = request.user
    given = request.POST if request.method == "POST" else request.GET
    form = clean_line(given.get("form", ""), FORM_LENGTH)
    note = clean_line(given.get("note", ""), FORM_LENGTH)
    if not form:
        messages.error(request, _("Write the form as texts print it."))
    elif request.method != "POST":
        return _foreseen(request, entity, {"form": form, "note": note})
    else:
        try:
            [judgement] = never([form], entity, by=by, note=note)
        except CannotJudge as refusal:
            messages.error(request, str(refusal.reason))
        else:
            said = _("From now on “%(form)s” never means %(name)s.")
            messages.success(request, said % {"form": form, "name": entity})
            if texts := len(judgement.outcome.get("mentions", [])):
                words = ngettext(
                    "%(n)d text is no longer filed under it.",
                    "%(n)d texts are no longer filed under it.",
                    texts,
                )
                messages.info(request, words % {"n": texts})
    address = reverse("admin:articles_entity_change", args=[entity.pk])
    return HttpResponseRedirect(f"{address}#judgements")


def _foreseen(request: HttpRequest, entity: Entity, sent: dict[str, str]) -> HttpResponse:
    names = {"form": sent["form"], "name": entity}
    context = admin.site.each_context(request) | {
        "opts": Judgement._meta,
        "title": _("“%(form)s” never means %(name)s") % names,
        "effects": effects_of(if_never([sent["form"]], entity)),
        "entity": entity,
        "sent": sent,
        "deed": _("Never means %(name)s") % names,
        "action": request.path,
        "back": reverse("admin:articles_entity_change", args=[entity.pk]),
    }
    return TemplateResponse(request, "admin/articles/judgement/effects.html", context)
