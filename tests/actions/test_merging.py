"""Two names that were one: merged, and parted again bit by bit."""

import pytest
from django.utils import timezone, translation

from articles.actions.correcting import correct
from articles.actions.merging import CannotMerge, merge, plan_merge, undo_merge
from articles.actions.reference import load_reference
from articles.models import (
    Alias,
    Article,
    Entity,
    EntityMerge,
    HistoryEntry,
    Judgement,
    Mention,
    Office,
)
from tests.data_files import spoil
from tests.factories import make_article, make_country, make_editor, make_entity

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    """Reasons in English; a request of another test may have left German."""
    with translation.override("en"):
        yield


@pytest.fixture
def editor():
    return make_editor()


@pytest.fixture
def kept():
    entity = make_entity(name_de="Kassym-Schomart Tokajew", country=make_country())
    entity.aliases.create(name="Tokajew", kind="surname", language="de")
    entity.offices.create(title="President", start="2019-03-20")
    return entity


@pytest.fixture
def double():
    """The same man, entered once more under another spelling."""
    entity = make_entity("Qasym-Jomart Toqaev", name_ru="Касым-Жомарт Токаев")
    entity.aliases.create(name="Tokajew", kind="surname", weak=True)
    entity.aliases.create(name="Toqaev", kind="surname")
    entity.offices.create(title="President", start="2019-03-20")
    entity.offices.create(title="Foreign Minister", start="1994-10", end="1999-10")
    entity.judgements.create(form="Tokarew", verdict="not_same")
    return entity


def mention(article, entity, *surfaces, **fields):
    spans = [[10 * entity.pk + number, 99] for number, _ in enumerate(surfaces)]
    return Mention.objects.create(
        content_object=article, tag=entity, surfaces=list(surfaces), spans=spans, **fields
    )


def everything():
    """All rows that a merge may touch, as they are; the version of an article only grows."""
    rows = {
        model.__name__: list(model.objects.order_by("pk").values())
        for model in (Alias, Office, Judgement, Mention, Entity)
    }
    return rows | {"articles": list(Article.objects.order_by("pk").values_list("pk", "status"))}


def test_a_merge_moves_what_the_other_has_not(kept, double, editor):
    alone, both = make_article("Allein"), make_article("Beide")
    mention(alone, double, "Toqaev", rule="gazetteer", confidence=0.9)
    mention(both, kept, "Tokajew", rule="gazetteer", confidence=0.7)
    mention(both, double, "Toqaev", "Tokajew", rule="surname", confidence=0.9)
    merge(double, kept, by=editor)
    names = set(kept.aliases.values_list("name", flat=True))
    assert names == {"Tokajew", "Toqaev", "Qasym-Jomart Toqaev", "Касым-Жомарт Токаев"}
    assert not kept.aliases.get(name="Tokajew").weak
    assert [office.title for office in kept.offices.all()] == ["Foreign Minister", "President"]
    assert kept.judgements.get().form == "Tokarew"
    assert kept.mentions.get(content_object=alone).surfaces == ["Toqaev"]
    joined = kept.mentions.get(content_object=both)
    assert joined.surfaces == ["Tokajew", "Toqaev"]
    assert (joined.rule, joined.confidence, len(joined.spans)) == ("surname", 0.9, 3)
    double.refresh_from_db()
    assert double.merged_into == kept
    assert not Entity.objects.standing().filter(pk=double.pk).exists()


def test_undoing_restores_every_row_bit_by_bit(kept, double, editor):
    alone, both = make_article("Allein"), make_article("Beide")
    mention(
        alone, double, "Toqaev", rejected=True, confirmed_by=editor, confirmed_at=timezone.now()
    )
    mention(both, kept, "Tokajew", confidence=0.7)
    mention(both, double, "Toqaev", confirmed_by=editor, confirmed_at=timezone.now())
    before = everything()
    note = merge(double, kept, by=editor)
    assert everything() != before
    assert undo_merge(note, by=editor) == []
    assert everything() == before
    note.refresh_from_db()
    assert (note.undone_by, note.undone_at is not None) == (editor, True)


def test_merging_and_parting_are_history_of_both_names_and_of_each_text(kept, double, editor):
    article = make_article()
    mention(article, double, "Toqaev")
    note = merge(double, kept, by=editor)
    undo_merge(note, by=editor)
    article.refresh_from_db()
    assert article.version == 3
    told = [(str(entry.target), entry.deed, entry.by) for entry in HistoryEntry.objects.all()]
    assert told == [
        (str(row), deed, editor) for deed in ("parted", "merged") for row in (double, kept, article)
    ]
    texts = HistoryEntry.objects.filter(content_type__model="article").order_by("pk")
    assert [entry.changes["entities"] for entry in texts] == [
        [[double.pk], [kept.pk]],
        [[kept.pk], [double.pk]],
    ]


def test_a_decision_for_a_name_wins_over_one_against_it(kept, double, editor):
    article = make_article()
    mention(
        article, kept, "Tokajew", rejected=True, confirmed_by=editor, confirmed_at=timezone.now()
    )
    mention(article, double, "Toqaev")
    merge(double, kept, by=editor)
    joined = kept.mentions.get()
    assert (joined.rejected, joined.surfaces, joined.is_confirmed) == (False, ["Toqaev"], False)


def test_what_was_edited_after_the_merge_survives_the_undo_and_is_told(kept, double, editor):
    article, later = make_article("Beide"), make_article("Später")
    mention(article, kept, "Tokajew", confidence=0.7)
    mention(article, double, "Toqaev")
    note = merge(double, kept, by=editor)
    correct(article, {"entities": []}, by=editor, version=2)
    mention(later, kept, "Tokajew")
    kept.aliases.filter(name="Toqaev").update(weak=True)
    kept.aliases.filter(name="Qasym-Jomart Toqaev").update(in_use=False)
    kept.offices.filter(title="Foreign Minister").delete()
    kept.aliases.create(name="Tokayew")
    stayed = {one.what: str(one.why) for one in undo_merge(note, by=editor)}
    assert stayed.keys() == {
        f"{Office._meta.verbose_name} {note.moved['offices'][0]}",
        "Qasym-Jomart Toqaev",
        "Beide",
    }
    assert kept.mentions.get(content_object=article).rejected
    assert kept.mentions.get(content_object=article).surfaces == ["Tokajew"]
    assert double.mentions.get(content_object=article).surfaces == ["Toqaev"]
    assert kept.mentions.filter(content_object=later).exists()
    assert double.aliases.get(name="Toqaev").weak
    assert {alias.name for alias in kept.aliases.all()} == {
        "Tokajew",
        "Tokayew",
        "Qasym-Jomart Toqaev",
    }


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (1, 2, 0), (0, 2, 1)])
def test_merges_may_be_undone_in_any_order(kept, double, editor, order):
    third, fourth = make_entity("K. Toqayev"), make_entity("Tokaev, K.")
    third.aliases.create(name="Toqayev")
    article = make_article()
    for entity, surface in ((double, "Toqaev"), (third, "Toqayev"), (kept, "Tokajew")):
        mention(article, entity, surface)
    mention(make_article("Zweiter"), third, "Toqayev")
    before = everything()
    notes = [
        merge(double, kept, by=editor),
        merge(third, kept, by=editor),
        merge(kept, fourth, by=editor),
    ]
    assert fourth.mentions.get(content_object=article).surfaces == ["Tokajew", "Toqaev", "Toqayev"]
    for number in order:
        assert undo_merge(EntityMerge.objects.get(pk=notes[number].pk), by=editor) == []
        standing = EntityMerge.objects.filter(undone_at__isnull=True)
        merged = set(Entity.objects.filter(merged_into__isnull=False).values_list("pk", flat=True))
        assert merged == set(standing.values_list("merged", flat=True))
    after = everything()
    # A form made of a merged entity's own name is made anew with each merge, under a new key.
    assert after == before


def test_a_chain_leads_to_the_last(kept, double):
    last = make_entity("Tokayev, Kassym-Jomart")
    merge(double, kept, by=None)
    merge(kept, last, by=None)
    assert Entity.objects.all().roots() == {double.pk: last.pk, kept.pk: last.pk}


def test_a_text_filed_under_a_merged_name_is_filed_under_the_kept_one(kept, double, editor):
    article = make_article()
    merge(double, kept, by=editor)
    correct(article, {"entities": [double.pk]}, by=editor, version=1)
    assert article.mentions.get().tag == kept


def test_what_cannot_be_merged_is_refused(kept, double, editor):
    place, country = make_entity("Toqaev", "place"), make_entity("Kazakhstan", "country")
    other = make_entity("Kyrgyzstan", "country")
    for merged, into in ((kept, kept), (place, kept), (country, other)):
        with pytest.raises(CannotMerge):
            merge(merged, into, by=editor)
    note = merge(double, kept, by=editor)
    for merged, into in ((double, kept), (kept, double)):
        with pytest.raises(CannotMerge):
            plan_merge(*Entity.objects.in_bulk([merged.pk, into.pk]).values())
    undo_merge(note, by=editor)
    with pytest.raises(CannotMerge):
        undo_merge(note, by=editor)


def test_loading_the_files_keeps_a_merge(data_folder, editor):
    people = data_folder / "entities/people.toml"
    text = people.read_text(encoding="utf-8")
    double = text.replace("Kassym-Jomart Tokayev", "Qasym-Jomart Toqaev").replace(
        "Tokajev", "Tokaev"
    )
    (data_folder / "entities/double.toml").write_text(double, encoding="utf-8")
    load_reference(data_folder)
    kept = Entity.objects.get(name="Kassym-Jomart Tokayev")
    merged = Entity.objects.get(name="Qasym-Jomart Toqaev")
    before = everything()
    note = merge(merged, kept, by=editor)
    names = set(kept.aliases.values_list("name", "kind"))
    result = {name: n for name, n in load_reference(data_folder).counts().items() if n}
    assert set(result) == {"unchanged"}
    assert set(kept.aliases.values_list("name", "kind")) == names
    spoil(
        data_folder, "entities/double.toml", 'typos = ["Tokaev"]', 'typos = ["Tokaev", "Tokaeff"]'
    )
    load_reference(data_folder)
    assert kept.aliases.filter(name="Tokaeff").exists()
    undo_merge(note, by=editor)
    spoil(data_folder, "entities/double.toml", ', "Tokaeff"', "")
    load_reference(data_folder)
    assert everything() == before
