"""Judge names that nobody knew: another form of a known name, a new name, no name, or never this one.

A judgement holds for every text, those to come included, and notes what it made, so that taking it back takes back
exactly that. The rows that a deed touches are locked in one order everywhere: entities, questions, articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..models import Alias, Article, Entity, HistoryEntry, Judgement, Mention, UnknownName
from ..models.spellings import usage_of
from .listing import list_anew
from .mentioning import (
    give_state,
    joined,
    lock_articles,
    note_articles,
    state_of,
)
from .naming import standing
from .recording import Person, record, stamp
from .searching import index_names

Verdict = Judgement.Verdict
Deed = HistoryEntry.Deed


class CannotJudge(Exception):
    """A judgement cannot be given, or not be taken back; `reason` says why, for the editor."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(str(reason))
        self.reason = reason


@transaction.atomic
def accept(key: str, entity: Entity, *, by: Person) -> list[Judgement]:
    """Take the unknown names under `key` for further forms of `entity`: in all their texts at once, and from now on."""
    found = standing({entity.pk})
    if entity.pk not in found:
        raise CannotJudge(_("Somebody deleted this name just now."))
    kept = Entity.objects.get(pk=found[entity.pk])
    rows = _questions(key)
    judgements = [
        _judgement(form, kept, Verdict.SAME, by=by)
        for form in dict.fromkeys(row.name for row in rows)
    ]
    by_form = {judgement.form: judgement for judgement in judgements}
    languages = _languages(rows)
    for form, judgement in by_form.items():
        _learn_form(judgement, kept, languages[form])
    index_names([kept.pk])
    changes = _file_texts(rows, by_form, kept, by=by)
    _answer(rows, by_form)
    Judgement.objects.bulk_update(judgements, ["outcome"])
    record(kept, Deed.JUDGED, by=by, changes={"aliases": [[], list(by_form)]})
    note_articles(changes, Deed.JUDGED, by=by)
    return judgements


@transaction.atomic
def accept_here(question: int, entity: Entity, *, by: Person) -> Judgement:
    """Take an unknown name of one text for `entity`, in that text only: no form is learnt, other texts still ask.

    So a surname that several bear is settled text by text.
    """
    found = standing({entity.pk})
    if entity.pk not in found:
        raise CannotJudge(_("Somebody deleted this name just now."))
    kept = Entity.objects.get(pk=found[entity.pk])
    asked = UnknownName.objects.open().filter(pk=question).select_for_update(of=("self",))
    rows = list(asked.select_related("article"))
    if not rows:
        raise CannotJudge(_("Somebody has judged this name already."))
    row = rows[0]
    judgement = _judgement(row.name, kept, Verdict.SAME, by=by, article=row.article)
    by_form = {row.name: judgement}
    changes = _file_texts(rows, by_form, kept, by=by)
    _answer(rows, by_form)
    judgement.save(update_fields=["outcome"])
    note_articles(changes, Deed.JUDGED, by=by)
    return judgement


@transaction.atomic
def accept_as_new(
    key: str, *, by: Person, name: str, kind: str, **values: Any
) -> tuple[Entity, list[Judgement]]:
    """Make a new entity of the unknown names under `key`, file all their texts under it, and return both."""
    _questions(key)
    entity = Entity(name=name, kind=kind, **values)
    try:
        with transaction.atomic():
            entity.save()  # gives it an address of its own
    except IntegrityError as error:
        message = _("This name exists already: choose it as the known name instead.")
        raise CannotJudge(message) from error
    record(entity, Deed.JUDGED, by=by, changes={"name": ["", name]})
    judgements = accept(key, entity, by=by)
    judgements[0].outcome["entity"] = entity_as_made(entity)
    judgements[0].save(update_fields=["outcome"])
    return entity, judgements


@transaction.atomic
def reject(key: str, *, by: Person) -> list[Judgement]:
    """Judge that the unknown names under `key` are no names at all: no reading proposes them again."""
    rows = _questions(key)
    by_form = {
        form: _judgement(form, None, Verdict.NO_NAME, by=by)
        for form in dict.fromkeys(row.name for row in rows)
    }
    _answer(rows, by_form)
    for form, judgement in by_form.items():
        record(judgement, Deed.JUDGED, by=by, changes={"form": ["", form]})
    return [*by_form.values()]


@transaction.atomic
def never(forms: Collection[str], entity: Entity, *, by: Person, note: str = "") -> list[Judgement]:
    """Judge that none of `forms` ever means `entity`: that wins over every rule, in the texts that we have too.

    What a person confirmed in a text stays, and so does a mention that stands on other forms as well.
    """
    found = standing({entity.pk})
    if entity.pk not in found:
        raise CannotJudge(_("Somebody deleted this name just now."))
    kept = Entity.objects.get(pk=found[entity.pk])
    judgements = [_judgement(form, kept, Verdict.NOT_SAME, by=by, note=note) for form in forms]
    changes = _withdraw_mentions(judgements, kept, by=by)
    Judgement.objects.bulk_update(judgements, ["outcome"])
    record(kept, Deed.JUDGED, by=by, changes={"not_meant": [[], list(forms)]})
    note_articles(changes, Deed.JUDGED, by=by)
    return judgements


def _questions(key: str) -> list[UnknownName]:
    """Return the open questions under `key`, locked; CannotJudge where there are none any more."""
    rows = UnknownName.objects.open().filter(key=key).select_for_update(of=("self",)).order_by("pk")
    questions = list(rows)
    if not questions:
        raise CannotJudge(_("Somebody has judged this name already."))
    return questions


def _judgement(
    form: str,
    entity: Entity | None,
    verdict: Verdict,
    *,
    by: Person,
    note: str = "",
    article: Article | None = None,
) -> Judgement:
    """Return a judgement on `form`, for one text or for all; CannotJudge where one stands that says otherwise."""
    stands = Judgement.objects.filter(form=form, entity=entity)
    in_all = stands.filter(article__isnull=True).first()
    found = stands.filter(article=article).first() if article else in_all
    for one in (found, in_all):
        if one is not None and one.verdict != verdict:
            message = _("“%(form)s” %(verdict)s, somebody judged: take that back first.")
            raise CannotJudge(message % {"form": form, "verdict": one.get_verdict_display()})
    return found or Judgement.objects.create(
        form=form, entity=entity, verdict=verdict, by=by, note=note, article=article
    )


def _answer(rows: Iterable[UnknownName], by_form: dict[str, Judgement]) -> None:
    for row in rows:
        row.judgement = by_form[row.name]
    UnknownName.objects.bulk_update(rows, ["judgement"])


def _languages(rows: Collection[UnknownName]) -> dict[str, str]:
    """Return, for each form, the languages of the texts that print it."""
    keys = [row.pk for row in rows]
    found = defaultdict(set)
    for form, language in UnknownName.objects.filter(pk__in=keys).values_list(
        "name", "article__language"
    ):
        found[form].update({language} - {""})
    return {row.name: " ".join(sorted(found[row.name]))[:60].strip() for row in rows}


def _learn_form(judgement: Judgement, entity: Entity, language: str) -> None:
    """Let the entity have the form: add it, or switch it on where it was off."""
    form = judgement.form
    held = list(entity.aliases.filter(name=form))
    if any(alias.in_use for alias in held):
        return
    if held:
        Alias.objects.filter(pk=held[0].pk).update(in_use=True)
        judgement.outcome["switched_on"] = held[0].pk
        return
    alone = entity.kind == Entity.Kind.PERSON and " " not in form
    kind = Alias.Kind.SURNAME if alone else Alias.Kind.NAME
    if form not in (entity.name, entity.name_de, entity.name_ru):
        alias = entity.aliases.create(name=form, kind=kind, language=language)
        judgement.outcome["alias"] = {"pk": alias.pk, "is": form_as_taught(alias)}


def _file_texts(
    rows: list[UnknownName], by_form: dict[str, Judgement], entity: Entity, *, by: Person
) -> dict[int, tuple[list[int], list[int]]]:
    """File the texts of the questions under the entity; return what changed, for their history."""
    lock_articles({row.article_id for row in rows})
    texts = [row.article_id for row in rows]
    held = {
        mention.content_object_id: mention
        for mention in Mention.objects.filter(tag=entity, content_object__in=texts)
    }
    changes: dict[int, tuple[list[int], list[int]]] = {}
    # Judgement by judgement, so that each can be taken back behind those after it.
    for row in sorted(rows, key=lambda row: by_form[row.name].pk):
        new = Mention(content_object_id=row.article_id, tag=entity, rule="editor", **stamp(by))
        new.surfaces, new.spans = row.surfaces, row.spans
        mention = held.setdefault(row.article_id, new)
        before = None
        if mention is not new:
            before = state_of(mention)
            give_state(mention, joined(mention, new) | {"rejected": False})
        if before is None or before["rejected"]:
            changes[row.article_id] = ([], [entity.pk])
        mention.save()
        after = state_of(mention)
        note = {"mention": mention.pk, "article": row.article_id, "before": before, "after": after}
        by_form[row.name].outcome.setdefault("mentions", []).append(note)
    list_anew(texts)
    return changes


def standing_on(forms: Collection[str], entity: Entity) -> dict[int, str]:
    """Return the texts, by their keys, in which only one of `forms` stands for `entity` and nobody confirmed it: with that form."""
    found: dict[int, str] = {}
    mentions = Mention.objects.filter(tag=entity, rejected=False, confirmed_at__isnull=True)
    printed = list(mentions.order_by("pk").values_list("content_object", "surfaces"))
    for form in forms:
        for article, surfaces in printed:
            if {*usage_of([form], [("", surfaces)])} == {form}:
                found.setdefault(article, form)
    return found


def _withdraw_mentions(
    judgements: Iterable[Judgement], entity: Entity, *, by: Person
) -> dict[int, tuple[list[int], list[int]]]:
    """Take the entity out of texts where nothing but a form that never means it stands for it, and nobody confirmed it."""
    by_form = {judgement.form: judgement for judgement in judgements}
    by_article = {key: by_form[form] for key, form in standing_on(by_form, entity).items()}
    open_mentions = Mention.objects.filter(tag=entity, rejected=False, confirmed_at__isnull=True)
    lock_articles(set(by_article))
    changes: dict[int, tuple[list[int], list[int]]] = {}
    for mention in open_mentions.filter(content_object__in=by_article):
        key, before = mention.content_object_id, state_of(mention)
        give_state(mention, before | {"rejected": True})
        for name, value in stamp(by).items():
            setattr(mention, name, value)
        mention.save()
        note = {"mention": mention.pk, "article": key, "before": before, "after": state_of(mention)}
        by_article[key].outcome.setdefault("mentions", []).append(note)
        changes[key] = ([entity.pk], [])
    list_anew(changes)
    return changes


def form_as_taught(alias: Alias) -> dict[str, Any]:
    """Return what an alias says, to tell later whether somebody changed it."""
    names = ("entity_id", "name", "kind", "language", "weak", "in_use", "start", "end")
    return {name: getattr(alias, name) for name in names}


def entity_as_made(entity: Entity) -> dict[str, Any]:
    """Return what an entity says, to tell later whether somebody changed it."""
    names = (
        "pk",
        "name",
        "kind",
        "country_id",
        "name_de",
        "name_ru",
        "note",
        "decided",
        "doubtful",
    )
    return {name: getattr(entity, name) for name in names}
