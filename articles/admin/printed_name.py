"""A name that an editor found in the original: it is a known one here, a new one, or a question for all texts."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _

from ..actions.asking import ask
from ..actions.judging import CannotJudge, accept_as_new, accept_here, reject
from ..actions.marking import CannotMark
from ..models import Article, Entity, UnknownName
from .correction_form import entities_called
from .judgements import tell_judged
from .marking import place_sent
from .questions import question_address


def take_printed_name(request: HttpRequest, article: Article, reading: dict[str, Any]) -> None:
    """Do what the button says with the words that were selected or typed; says what became of it, or why nothing did."""
    if not request.user.has_perm("articles.change_unknownname"):
        raise PermissionDenied
    by: Any = request.user
    try:
        start, end = place_sent(request.POST, reading, "name")
        question = ask(article, reading, start, end, kind=_kind(request), by=by)
        _answer(request, article, question)
    except (CannotMark, CannotJudge) as refusal:
        messages.warning(request, str(refusal.reason))


def _kind(request: HttpRequest) -> str:
    kind = request.POST.get("name_kind", "")
    return kind if kind in Entity.Kind.values else Entity.Kind.PERSON


def _answer(request: HttpRequest, article: Article, question: UnknownName) -> None:
    by: Any = request.user
    said = {"form": question.name, "text": article}
    match request.POST["_name"]:
        case "here":
            judgement = accept_here(question.pk, _entity(request), by=by)
            judgements = [judgement]
            words = _("In “%(text)s” %(form)s is %(name)s.") % (said | {"name": judgement.entity})
        case "new":
            if not request.user.has_perm("articles.add_entity"):
                raise PermissionDenied
            entity, judgements = accept_as_new(
                question.key, by=by, name=question.name, kind=question.kind
            )
            words = _("%(name)s is a name of the desk from now on.") % {"name": entity}
        case "none":
            judgements = reject(question.key, by=by)
            words = _("“%(form)s” is no name.") % said
        case _:
            address = question_address(question.key)
            text = _('“{}” is asked: <a href="{}">judge it for all texts</a>.')
            messages.info(request, format_html(text, question.name, address))
            return
    tell_judged(request, words, judgements)


def _entity(request: HttpRequest) -> Entity:
    """Return the known name that was chosen from the list, or typed. Raises `CannotMark`."""
    chosen, typed = request.POST.get("name_entity", ""), request.POST.get("name_called", "").strip()
    if chosen.isdecimal():
        found = list(Entity.objects.standing().filter(pk=int(chosen[:18])))
    else:
        found = entities_called(typed) if typed else []
    if len(found) != 1:
        raise CannotMark(_("Choose the known name that it means."))
    return found[0]
