"""The names of a text on the correction screen: those that it holds, and those that nobody knows yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.forms import BaseForm
from django.urls import reverse

from ..models import Article, Entity, Mention
from .candidates import Candidate
from .correction_form import CorrectionForm
from .evidence import EvidenceLine, line_of
from .original import anchor, quote
from .questions import SHARED, Offers, likely, question_address
from .wording import Words, rule_name, warning_text


@dataclass(frozen=True, slots=True)
class NameView:
    """A name of the text: an entity, as printed, and whether it is meant.

    `is_ticked` says whether the editor confirmed it on a page that was not saved.
    """

    mention: Mention
    line: EvidenceLine
    not_meant: bool
    is_ticked: bool
    warning: Words

    @property
    def kind(self) -> str:
        """The kind of entity, in words."""
        return self.mention.tag.get_kind_display()

    @property
    def is_open(self) -> bool:
        """Whether an editor should say if it is meant."""
        return self.line.is_open and not self.not_meant


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that the reader found and no entity holds: to be created, or added to an entity as another form.

    `pk` is the question's, 0 where nobody asks. `candidates` are those that it could mean.
    """

    pk: int
    name: str
    kind: str
    quote: str
    anchor: str
    rule: Words
    warning: Words
    candidates: list[Candidate]
    add_url: str
    search_url: str
    judge_url: str


def names_of(article: Article, form: CorrectionForm, reading: dict[str, Any]) -> list[NameView]:
    """Return the names that a loaded article holds, meant or not."""
    text: str = reading["text"]
    rejected = {str(key) for key in form["not_meant"].value() or []}
    ticked = ticked_in(form, "meant")
    warned = {
        tuple(span): warning_text(name["warning"])
        for name in reading["entities"]
        if name["known"] and name.get("warning")
        for span in name["spans"]
    }
    return [
        NameView(
            mention=mention,
            line=line_of(mention, text, f"name-{mention.tag_id}", spans=mention.spans[:1]),
            not_meant=str(mention.tag_id) in rejected,
            is_ticked=str(mention.tag_id) in ticked,
            warning=next(
                (warned[one] for span in mention.spans if (one := tuple(span)) in warned), ""
            )
            if not mention.is_confirmed
            else "",
        )
        for mention in article.mentions.all()
    ]


def ticked_in(form: BaseForm, name: str) -> set[str]:
    """Return what the editor confirmed on a page that was not saved: fields ("confirm"), or names ("meant")."""
    data: Any = form.data
    return set(data.getlist(name)) if form.is_bound else set()


def open_names(article: Article, reading: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the names that nobody knew and no editor has judged since: those of the reading, then those editors found."""
    judged = {row.name for row in article.unknown_names.all() if row.judgement_id}
    names: list[dict[str, Any]] = reading["entities"]
    unread = [name for name in names if not name["known"] and name["name"] not in judged]
    read = {name["name"] for name in names}
    asked = (row for row in article.unknown_names.all() if row.rule == "editor")
    return unread + [
        {"name": row.name, "kind": row.kind, "spans": row.spans, "rule": row.rule}
        for row in asked
        if not row.judgement_id and row.name not in read
    ]


def unknown_names_of(
    article: Article, unknown: list[dict[str, Any]], text: str, with_candidates: bool
) -> list[UnknownName]:
    """Return the open names of an article, with those that they could mean if that is asked for."""
    asked = {row.name: row for row in article.unknown_names.all() if not row.judgement_id}
    offers = Offers(asked.values() if with_candidates else ())
    add, search = reverse("admin:articles_entity_add"), reverse("admin:articles_entity_changelist")
    return [
        UnknownName(
            pk=row.pk if row else 0,
            name=name["name"],
            kind=str(Entity.Kind(name["kind"]).label),
            quote=quote(text, name["spans"][:1]),
            anchor=anchor(f"unknown-{number}"),
            rule=rule_name(name.get("rule", "")),
            warning=warning_text(name["warning"]) if name.get("warning") else "",
            candidates=likely(offers.of(row.name, [row]), shared=row.rule == SHARED) if row else [],
            add_url=f"{add}?{urlencode({'name': name['name'], 'kind': name['kind']})}",
            search_url=f"{search}?{urlencode({'q': name['name'].split()[-1]})}",
            judge_url=question_address(row.key) if row else "",
        )
        for number, name in enumerate(unknown, 1)
        for row in [asked.get(name["name"])]
    ]
