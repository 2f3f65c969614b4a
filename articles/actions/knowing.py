"""What the desk knows, as the core wants it: data files and editors' additions together, read from the database."""

from __future__ import annotations

from collections import defaultdict

from ..knowledge import (
    agency_codes,
    check_words,
    furniture_rules,
    line_weights,
    name_words,
    relation_words,
)
from ..models import Alias, Country, Entity, Judgement, Office, Source, SourceHabit, Topic
from ..pipeline.knowledge import (
    EntityRecord,
    Knowledge,
    NameForm,
    OfficeTerm,
    SourceRecord,
    TopicRecord,
)


def desk_knowledge() -> Knowledge:
    """Return all that the desk knows, in a constant number of queries.

    Forms and habits that are switched off are left out, and entities that were merged into others. The general furniture rules stand in their file only.
    """
    not_meant, no_names = _judgements()
    return Knowledge(
        entities=_entities(not_meant),
        topics=tuple(
            TopicRecord(
                code, tuple((language, tuple(said)) for language, said in sorted(words.items()))
            )
            for code, words in Topic.objects.values_list("code", "words")
        ),
        sources=_sources(),
        furniture=furniture_rules(),
        words=name_words(),
        agencies=agency_codes(),
        lines=line_weights(),
        focus=frozenset(Country.objects.filter(focus=True).values_list("code", flat=True)),
        no_names=no_names,
        relations=relation_words(),
        checks=check_words(),
    )


def _judgements() -> tuple[dict[int, list[str]], frozenset[str]]:
    """Return the forms that never mean an entity, by its key, and those that are no name; both in every text."""
    not_meant: dict[int, list[str]] = defaultdict(list)
    no_names = set()
    judged = Judgement.objects.everywhere().order_by("pk")
    for entity, form, verdict in judged.values_list("entity_id", "form", "verdict"):
        if verdict == Judgement.Verdict.NOT_SAME:
            not_meant[entity].append(form)
        elif verdict == Judgement.Verdict.NO_NAME:
            no_names.add(form)
    return not_meant, frozenset(no_names)


def _entities(not_meant: dict[int, list[str]]) -> tuple[EntityRecord, ...]:
    forms, silenced = _forms()
    offices = defaultdict(list)
    for person, *term in Office.objects.order_by("pk").values_list(
        "person_id", "title", "country_id", "start", "end"
    ):
        title, country, start, end = term
        offices[person].append(OfficeTerm(title, country or "", start, end))
    records = []
    for entity in Entity.objects.standing().order_by("pk").iterator():
        known = forms[entity.pk]
        spelt = {form.text for form in known} | silenced[entity.pk]
        names = {entity.name: "en", entity.name_de: "de", entity.name_ru: "ru"}
        own = [
            NameForm(name, "name", language)
            for name, language in names.items()
            if name and name not in spelt
        ]
        records.append(
            EntityRecord(
                name=entity.name,
                kind=entity.kind,
                forms=(*own, *known),
                country=entity.country_id or "",
                offices=tuple(offices[entity.pk]),
                not_meant=tuple(not_meant.get(entity.pk, ())),
            )
        )
    return tuple(records)


def _forms() -> tuple[dict[int, list[NameForm]], dict[int, set[str]]]:
    """Return each entity's forms in use, and the texts that an editor switched off."""
    forms: dict[int, list[NameForm]] = defaultdict(list)
    silenced: dict[int, set[str]] = defaultdict(set)
    for alias in Alias.objects.order_by("pk").iterator():
        if alias.in_use:
            kind = "name" if alias.kind == Alias.Kind.HOUSE else alias.kind
            form = NameForm(alias.name, kind, alias.language, alias.weak, alias.start, alias.end)
            forms[alias.entity_id].append(form)
        else:
            silenced[alias.entity_id].add(alias.name)
    return forms, silenced


def _sources() -> tuple[SourceRecord, ...]:
    habits: dict[tuple[int, str], list[str]] = defaultdict(list)
    for habit in SourceHabit.objects.filter(in_use=True).order_by("pk"):
        habits[habit.source_id, habit.kind].append(habit.text)
    kinds = SourceHabit.Kind
    return tuple(
        SourceRecord(
            key=source.reference_key or source.slug,
            name=source.name,
            language=source.language,
            domains=tuple(habits[source.pk, kinds.DOMAIN]),
            names=tuple(habits[source.pk, kinds.NAME]),
            self_descriptions=tuple(habits[source.pk, kinds.SELF_DESCRIPTION]),
            sign_offs=tuple(habits[source.pk, kinds.SIGN_OFF]),
            credits=tuple(habits[source.pk, kinds.CREDIT]),
            furniture=tuple(habits[source.pk, kinds.FURNITURE]),
            is_agency=source.label == Source.Label.AGENCY,
        )
        for source in Source.objects.order_by("pk")
    )
