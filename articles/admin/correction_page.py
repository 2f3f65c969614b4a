"""What the correction screen shows beside the form: evidence, names, the original, history."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.db.models import Prefetch
from django.forms import BoundField
from django.urls import reverse

from ..models import Alias, Article, Entity, Mention
from ..models.addresses import ascii_slug
from .candidates import Candidate
from .checks import checks_of
from .correction_form import CorrectionForm
from .evidence import EvidenceLine, line_of, lines_by_field, marks_of_article, sure_fields
from .history import history_of
from .original import LEGEND, anchor, quote, shown_lines
from .questions import SHARED, Offers, likely, question_address
from .relations import relations_of
from .wording import Words, rule_name, warning_text, warnings_of

#: The order of the page: what readers see first, then where it is filed, then the house's own.
SECTIONS = {
    "text": ("headline", "standfirst", "body"),
    "origin": ("date", "time", "source", "byline", "translator", "agency", "language", "url"),
    "filing": ("countries", "topics", "countries_mentioned"),
    "pictures": ("photo_credits", "captions"),
    "house": ("slugline", "note", "embargo_until"),
}
#: Fields with several controls: a fieldset with a legend instead of one label.
GROUPS = frozenset({"countries", "countries_mentioned", "topics"})


@dataclass(slots=True)
class FieldView:
    """A field of the form with the places it was read from, and what is to be said about it."""

    bound: BoundField
    lines: list[EvidenceLine] = field(default_factory=list)
    refusal: Any = ""
    theirs: Any = None
    may_confirm: bool = False
    create_url: str = ""

    @property
    def name(self) -> str:
        """The field's name, as the actions know it."""
        return self.bound.name

    @property
    def is_group(self) -> bool:
        """Whether it has several controls."""
        return self.name in GROUPS

    @property
    def is_open(self) -> bool:
        """Whether an editor should look at it."""
        return any(line.is_open for line in self.lines)

    @property
    def is_confirmable(self) -> bool:
        """Whether something was read that nobody has decided on."""
        return self.may_confirm and any(line.state != "confirmed" for line in self.lines)


@dataclass(frozen=True, slots=True)
class NameView:
    """A name of the text: an entity, as printed, and whether it is meant."""

    mention: Mention
    line: EvidenceLine
    not_meant: bool
    warning: Words

    @property
    def kind(self) -> str:
        """The kind of entity, in words."""
        return self.mention.tag.get_kind_display()


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
    now_known: Entity | None


def loaded(pk: Any) -> Article | None:
    """Return an article with all that its page shows, in a constant number of queries."""
    rows = (
        Article.objects.select_related("source", "body", "item", "item__original")
        .prefetch_related(
            "evidence__confirmed_by",
            "country_links__country",
            "country_links__confirmed_by",
            "topic_links__topic",
            "topic_links__confirmed_by",
            Prefetch(
                "mentions",
                Mention.objects.select_related("tag", "confirmed_by").order_by(
                    "tag__kind", "tag__name"
                ),
            ),
            "unknown_names",
        )
        .with_policy()
    )
    return rows.filter(pk=pk).first()


def reading_of_article(article: Article) -> dict[str, Any]:
    """Return the reading that the article was made from; an empty one where it was written here."""
    item = getattr(article, "item", None)
    return (item.reading if item else None) or {"text": "", "lines": [], "entities": []}


def page(
    article: Article,
    form: CorrectionForm,
    *,
    refusals: Collection[Any] = (),
    conflict: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Return the context of the correction screen. `conflict` holds, by field, what somebody else saved."""
    reading = reading_of_article(article)
    text: str = reading["text"]
    unknown = _open_names(article, reading)
    views = _views(article, form, text)
    for obstacle in refusals:
        if obstacle.field in views:
            views[obstacle.field].refusal = obstacle.message
    for name in views.keys() & (conflict or {}).keys():
        views[name].theirs = (conflict or {})[name]
    return {
        "form": form,
        "article": article,
        "sections": {key: [views[name] for name in names] for key, names in SECTIONS.items()},
        "open_fields": [view for view in views.values() if view.is_open],
        "names": _names(article, form, reading),
        "unknown_names": _unknown(article, unknown, text),
        "sure": sure_fields(article),
        "refusals": refusals,
        "conflict": conflict,
        "theirs_entities": (conflict or {}).get("entities"),
        "lines": shown_lines(reading, marks_of_article(article, unknown)) if text else [],
        "legend": LEGEND,
        "warnings": (*warnings_of(reading), *checks_of(reading)),
        "relations": relations_of(article, text),
        "history": history_of(article),
    }


def _views(article: Article, form: CorrectionForm, text: str) -> dict[str, FieldView]:
    lines = lines_by_field(article, text)
    views = {
        name: FieldView(
            bound=form[name],
            lines=lines.get(name, []),
            may_confirm=not form.fields[name].disabled,
        )
        for names in SECTIONS.values()
        for name in names
    }
    views["source"].create_url = _new_source(article)
    return views


def _new_source(article: Article) -> str:
    """Return where to create the source that was read and that the desk does not know yet."""
    read = next((row.value for row in article.evidence.all() if row.field == "source"), None)
    if article.source_id or not read:
        return ""
    values = {"name": read, "slug": ascii_slug(read)}
    return f"{reverse('admin:articles_source_add')}?{urlencode(values)}"


def in_words(form: CorrectionForm, name: str, value: Any) -> str:
    """Return a value that somebody else saved, as an editor reads it."""
    if name == "entities":
        return ", ".join(
            str(mention.tag) for mention in form.article.mentions.all() if mention.tag_id in value
        )
    if name == "source":
        return form.article.source.name if form.article.source else ""
    if isinstance(value, list):
        known = dict(getattr(form.fields[name], "choices", []))
        return ", ".join(str(known.get(one, one)) for one in value)
    return str(value or "")


def _names(article: Article, form: CorrectionForm, reading: dict[str, Any]) -> list[NameView]:
    text: str = reading["text"]
    rejected = {str(key) for key in form["not_meant"].value() or []}
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
            warning=next(
                (warned[one] for span in mention.spans if (one := tuple(span)) in warned), ""
            )
            if not mention.is_confirmed
            else "",
        )
        for mention in article.mentions.all()
    ]


def _open_names(article: Article, reading: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the names of a reading that nobody knew and no editor has judged since."""
    judged = {row.name for row in article.unknown_names.all() if row.judgement_id}
    names: list[dict[str, Any]] = reading["entities"]
    return [name for name in names if not name["known"] and name["name"] not in judged]


def _unknown(article: Article, unknown: list[dict[str, Any]], text: str) -> list[UnknownName]:
    asked = {row.name: row for row in article.unknown_names.all() if not row.judgement_id}
    offers = Offers(asked.values())
    known = _entities_named([name["name"] for name in unknown])
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
            now_known=known.get(name["name"].casefold()),
        )
        for number, name in enumerate(unknown, 1)
        for row in [asked.get(name["name"])]
    ]


def _entities_named(names: list[str]) -> dict[str, Entity]:
    """Return, by name, the entities that have come to hold one of `names` since the text was read, and alone hold it."""
    if not names:
        return {}
    aliases = Alias.objects.filter(
        name__in=names, in_use=True, entity__merged_into__isnull=True
    ).select_related("entity")
    held = [(alias.name, alias.entity) for alias in aliases]
    held += [(entity.name, entity) for entity in Entity.objects.standing().filter(name__in=names)]
    bearers: dict[str, set[Entity]] = {}
    for name, entity in held:
        bearers.setdefault(name.casefold(), set()).add(entity)
    return {name: found.pop() for name, found in bearers.items() if len(found) == 1}
