"""What an article has to do with other texts, as the correction screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from ..actions.relations import Answer, answer_relation, answer_to
from ..models import Article, ArticleRelation
from ..templatetags.reading import language_name
from .original import quote
from .wording import Words, rule_name

#: An event of great interest has more accounts than a page can show.
MOST = 40


@dataclass(frozen=True, slots=True)
class RelationView:
    """A relation in words: its kind, what the article is related to and where that is, and what speaks for it."""

    kind: str
    target: str
    url: str
    because: str
    quote: str
    rule: Words
    percent: int
    key: int
    answer: str


def relations_of(article: Article, text: str) -> list[RelationView]:
    """Return the relations of an article to texts and outlets, either way, in one query; `text` is its original."""
    rows = ArticleRelation.objects.touching(article)
    return [
        _view(row, article, text)
        for row in rows.select_related("article", "other", "outlet")[:MOST]
    ]


def _view(row: ArticleRelation, article: Article, text: str) -> RelationView:
    is_own = row.article_id == article.pk
    other = row.other if is_own else row.article
    url = reverse("admin:articles_article_change", args=[other.pk]) if other else ""
    if other is None and row.outlet is not None:
        url = reverse("admin:articles_source_change", args=[row.outlet.pk])
    return RelationView(
        kind=str(row.get_kind_display()),
        target=str(other or row.outlet or row.named),
        url=url,
        because=_because(row.reasons),
        quote=quote(text, row.spans[:1]) if is_own and row.spans and text else "",
        rule=rule_name(row.rule),
        percent=round(row.confidence * 100),
        key=row.pk,
        answer=answer_to(row),
    )


def take_answer(request: HttpRequest, article: Article) -> None:
    """Note what a button says of a relation: its value is the relation's key and the answer, with a colon between."""
    by: Any = request.user
    key, _colon, answer = request.POST["_relation"].partition(":")
    if not key.isdecimal() or answer not in list(Answer):
        raise BadRequest("no answer to a relation")
    row = answer_relation(article, int(key[:18]), Answer(answer), by=by)
    if row is None:
        messages.warning(request, _("This relation is no longer there: look again."))
        return
    said = {
        Answer.SO: _("Noted: {}. Readers see it."),
        Answer.NOT_SO: _("Noted: not so. Readers do not see it: {}."),
        Answer.OPEN: _("Open again: {}."),
    }
    messages.success(request, format_html(said[Answer(answer)], str(row)))


def _because(reasons: dict[str, Any]) -> str:
    """Return what spoke for a relation: names, figures, days, the language of the original."""
    said = [*reasons.get("names", ()), *reasons.get("figures", ()), *reasons.get("days", ())]
    if language := reasons.get("language"):
        said.insert(0, _("from %(language)s") % {"language": language_name(language, "from")})
    return ", ".join(map(str, said))
