"""What a later reading says beside a decided value: shown with what differs, and answered by one of two buttons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from ..actions.correcting import held
from ..actions.editing import EditConflict
from ..actions.publishing import NotReady
from ..actions.suggesting import drop_suggestion, take_suggestion
from ..models import Article, Evidence, Source
from .comparing import Change
from .differences import Difference, Pair, differences_in, names_in
from .wording import Words, field_title, rule_name

#: The buttons, by their names: each one's value is a field.
TAKE, KEEP = "_take", "_keep"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What waits beside a field: how it differs from what the article holds, by which rule it was read, how surely."""

    field: str
    title: str
    paragraphs: list[list[Change]]
    rule: Words
    percent: int


def suggestions_of(article: Article) -> dict[str, Suggestion]:
    """Return what waits beside the fields of an article; no query where nothing waits and its evidence is loaded."""
    rows = {row.field: row for row in article.evidence.all() if row.suggestion}
    pairs = {field: _pair(article, row) for field, row in rows.items()}
    differing = differences_in(pairs, names_in([pairs]))
    return {one.field: _suggestion(one, rows[one.field].suggestion) for one in differing}


def _pair(article: Article, row: Evidence) -> Pair:
    value: Any = held(article, row.field)
    return (value.name if isinstance(value, Source) else value), row.suggestion["value"]


def _suggestion(difference: Difference, said: dict[str, Any]) -> Suggestion:
    return Suggestion(
        field=difference.field,
        title=difference.title,
        paragraphs=difference.paragraphs,
        rule=rule_name(said["rule"]) if said["rule"] else "",
        percent=round(said["confidence"] * 100),
    )


def answer_suggestion(request: HttpRequest, article: Article) -> HttpResponse | None:
    """Take over or put aside what waits beside the field that a button names, and return to it; None for other buttons.

    The caller has checked that the person may change the article.
    """
    deed = TAKE if TAKE in request.POST else KEEP
    field = request.POST.get(deed)
    if field is None:
        return None
    by: Any = request.user
    act = take_suggestion if deed == TAKE else drop_suggestion
    address = reverse("admin:articles_article_change", args=[article.pk])
    try:
        act(article, field, by=by, version=article.version)
    except EditConflict:
        messages.warning(request, _("Somebody changed the text meanwhile: look again."))
    except NotReady as refusal:
        messages.error(request, str(refusal))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        title = field_title(field)
        if deed == TAKE:
            said = _("Taken over from the later reading: {}.")
        else:
            said = _("Ours stays: {}. The later reading is not shown again.")
        messages.success(request, format_html(said, title))
    return HttpResponseRedirect(f"{address}#field-{field}")
