"""Settle what a name means in one text: a button for each known name that it could mean."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _

from ..actions.judging import CannotJudge, accept_here
from ..models import Article, Entity, UnknownName
from .judgements import tell_judged


def settle_here(request: HttpRequest, pair: str, article: Article | None = None) -> None:
    """Do what a button says: its value is the key of the question and that of the entity, with a hyphen between."""
    if not request.user.has_perm("articles.change_unknownname"):
        raise PermissionDenied
    by: Any = request.user
    keys = [int(key[:18]) if key.isdecimal() else 0 for key in pair.split("-")]
    question, key = keys if len(keys) == 2 else (0, 0)
    rows = UnknownName.objects.filter(article=article) if article else UnknownName.objects.all()
    row = rows.select_related("article").filter(pk=question).first()
    entity = Entity.objects.filter(pk=key).first()
    if row is None or entity is None:
        messages.error(request, _("Choose one of the names."))
        return
    try:
        judgement = accept_here(row.pk, entity, by=by)
    except CannotJudge as refusal:
        messages.error(request, str(refusal.reason))
        return
    said = _("In “%(text)s” %(form)s is %(name)s.")
    said = said % {"text": row.article, "form": row.name, "name": judgement.entity}
    tell_judged(request, said, [judgement])
