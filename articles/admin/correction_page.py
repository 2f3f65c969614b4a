"""What the correction screen shows beside the form: evidence, names, the original, history."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.db.models import Prefetch
from django.forms import BoundField
from django.urls import reverse

from ..actions.marking import Mark
from ..actions.presence import present_now
from ..models import (
    Article,
    ArticleCountry,
    ArticleTopic,
    Entity,
    Evidence,
    Marking,
    Mention,
)
from ..models.addresses import ascii_slug
from ..querysets.aggregates import rows_as_json
from ..showing import notes_of
from .checks import checks_of
from .correction_form import CorrectionForm, reading_of_article
from .correction_names import names_of, open_names, ticked_in, unknown_names_of
from .days import DayHint, day_hint
from .evidence import EvidenceLine, lines_by_field, marks_of_article, sure_fields
from .marking import all_markings, role_buttons
from .original import ShownLine, shown_lines
from .relations import relations_of
from .suggestions import Suggestion, suggestions_of
from .wording import warnings_of

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
    suggestion: Suggestion | None = None
    hint: DayHint | None = None

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
    def is_ticked(self) -> bool:
        """Whether the editor ticked it on a page that was not saved."""
        return self.name in ticked_in(self.bound.form, "confirm")

    @property
    def is_confirmable(self) -> bool:
        """Whether something was read that nobody has decided on."""
        return self.may_confirm and any(line.state != "confirmed" for line in self.lines)


def loaded(pk: Any) -> Article | None:
    """Return an article with all that its page shows, in a constant number of queries."""
    countries = ArticleCountry.objects.select_related("country", "confirmed_by")
    topics = ArticleTopic.objects.select_related("topic", "confirmed_by")
    rows = (
        Article.objects.select_related("source", "body", "item__original", "item__run")
        .prefetch_related(
            Prefetch("evidence", Evidence.objects.select_related("confirmed_by")),
            Prefetch("country_links", countries),
            Prefetch("topic_links", topics),
            Prefetch(
                "mentions",
                Mention.objects.select_related("tag", "confirmed_by").order_by(
                    "tag__kind", "tag__name"
                ),
            ),
            "unknown_names",
        )
        .annotate(
            marked=rows_as_json(
                Marking.objects.all(), "article", pk="pk", start="start", end="end", label="label"
            ),
            present=rows_as_json(
                present_now(),
                "article",
                key="user",
                first_name="user__first_name",
                username="user__username",
                changed="changed",
            ),
        )
        .with_policy()
        .with_notes()
    )
    return rows.filter(pk=pk).first()


def page(
    article: Article,
    form: CorrectionForm,
    *,
    refusals: Collection[Any] = (),
    conflict: dict[str, Any] | None = None,
    pending: Collection[Mark] = (),
    with_candidates: bool = False,
) -> dict[str, Any]:
    """Return the context of the correction screen. `conflict` holds, by field, what somebody else saved.

    `pending` are marks that are not saved yet. `with_candidates` says whether to look up whom unknown names could mean,
    which costs several queries: the script asks for it once the page stands.
    """
    reading = reading_of_article(article)
    text: str = reading["text"]
    unknown = open_names(article, reading)
    suggested = suggestions_of(article)
    views = _views(article, form, text, suggested)
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
        "suggested_names": suggested.get("entities"),
        "names": names_of(article, form, reading),
        "names_ticked": "entities" in ticked_in(form, "confirm"),
        "unknown_names": unknown_names_of(article, unknown, text, with_candidates),
        "with_candidates": with_candidates,
        "sure": sure_fields(article),
        "refusals": refusals,
        "conflict": conflict,
        "theirs_entities": (conflict or {}).get("entities"),
        "lines": original_of(article, pending),
        "roles": role_buttons(),
        "kinds": Entity.Kind.choices,
        "warnings": (*warnings_of(reading), *checks_of(reading)),
        "relations": relations_of(article, text),
        "notes": notes_of(article),
    }


def original_of(article: Article, pending: Collection[Mark] = ()) -> list[ShownLine]:
    """Return the lines of a loaded article's original, with what editors marked, saved or not."""
    reading = reading_of_article(article)
    if not reading["text"]:
        return []
    marks = marks_of_article(article, open_names(article, reading))
    return shown_lines(reading, marks, all_markings(article, reading, pending))


def _views(
    article: Article, form: CorrectionForm, text: str, suggested: dict[str, Suggestion]
) -> dict[str, FieldView]:
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
    views["date"].hint = day_hint(article, reading_of_article(article))
    for name in views.keys() & suggested.keys():
        views[name].suggestion = suggested[name]
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
    known = dict(getattr(form.fields[name], "choices", []))
    if isinstance(value, list):
        return ", ".join(str(known.get(one, one)) for one in value)
    return str(known.get(value, value)) if value else ""
