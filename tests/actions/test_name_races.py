"""Two editors, one name, at the same time: one deed counts, the other is told, and nothing is half done."""

from functools import partial

import pytest

from articles.actions.correcting import correct
from articles.actions.editing import EditConflict
from articles.actions.judging import CannotJudge, accept, never, reject
from articles.actions.merging import CannotMerge, merge, undo_merge
from articles.actions.taking_back import take_back
from articles.models import Article, Entity, EntityMerge, Judgement, Mention, UnknownName
from tests.factories import ask_name, make_article, make_editor, make_entity

from .at_once import at_once as deeds_at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.parametrize("repeat", range(5))]

at_once = partial(deeds_at_once, told=(CannotJudge, CannotMerge, EditConflict))


def two():
    return make_entity(), make_entity("Qasym-Jomart Toqaev")


def test_two_merges_crosswise_are_one(repeat):
    one, other = two()
    results = at_once(lambda: merge(one, other, by=None), lambda: merge(other, one, by=None))
    assert sum(isinstance(result, CannotMerge) for result in results) == 1
    assert EntityMerge.objects.count() == Entity.objects.standing().count() == 1


def test_merging_one_name_into_two_is_done_once(repeat):
    one, other = two()
    third = make_entity("Tokayev, K.")
    for entity in (one, other, third):
        Mention.objects.create(content_object=make_article(entity.name), tag=entity)
    results = at_once(lambda: merge(one, other, by=None), lambda: merge(one, third, by=None))
    assert sum(isinstance(result, CannotMerge) for result in results) == 1
    assert not one.mentions.exists()
    assert sorted([other.mentions.count(), third.mentions.count()]) == [1, 2]


def test_two_undoings_of_a_merge_are_one(repeat):
    one, other = two()
    Mention.objects.create(content_object=make_article(), tag=one)
    note = merge(one, other, by=None)
    undo = [lambda: undo_merge(EntityMerge.objects.get(pk=note.pk), by=None)] * 2
    results = at_once(*undo)
    assert sum(isinstance(result, CannotMerge) for result in results) == 1
    assert (one.mentions.count(), other.mentions.count()) == (1, 0)


def test_a_merge_loses_no_name_that_somebody_adds_meanwhile(repeat):
    one, other = two()
    article, editor = make_article(), make_editor()
    at_once(
        lambda: merge(one, other, by=None),
        lambda: correct(article, {"entities": [one.pk]}, by=editor, version=1),
    )
    assert not one.mentions.exists()
    assert other.mentions.get().content_object == article


def test_of_two_judgements_on_a_name_one_counts(repeat):
    entity, _ = two()
    ask_name(make_article(), "Toqaev", key="k")
    results = at_once(lambda: accept("k", entity, by=None), lambda: reject("k", by=None))
    assert sum(isinstance(result, CannotJudge) for result in results) == 1
    assert Judgement.objects.count() == 1
    accepted = Judgement.objects.get().verdict == "same"
    assert Mention.objects.count() == entity.aliases.count() == int(accepted)


def test_two_who_accept_for_two_names_file_it_once(repeat):
    one, other = two()
    ask_name(make_article(), "Toqaev", key="k")
    results = at_once(lambda: accept("k", one, by=None), lambda: accept("k", other, by=None))
    assert sum(isinstance(result, CannotJudge) for result in results) == 1
    assert Mention.objects.count() == Judgement.objects.count() == 1


def test_the_same_judgement_twice_is_one(repeat):
    entity, _ = two()
    at_once(*[lambda: never(["Tokarew"], entity, by=None)] * 2)
    assert Judgement.objects.count() == 1


def test_two_who_take_back_take_back_once(repeat):
    entity, _ = two()
    ask_name(make_article(), "Toqaev", key="k")
    (judgement,) = accept("k", entity, by=None)
    results = at_once(*[lambda: take_back([judgement.pk], by=None)] * 2)
    assert sum(isinstance(result, CannotJudge) for result in results) == 1
    assert not Mention.objects.exists()
    assert UnknownName.objects.open().count() == 1


def test_a_judgement_and_a_merge_at_once_lose_nothing(repeat):
    one, other = two()
    ask_name(make_article(), "Toqaev", key="k")
    at_once(lambda: accept("k", one, by=None), lambda: merge(one, other, by=None))
    assert other.mentions.get().surfaces == ["Toqaev"]
    assert not one.mentions.exists()
    assert other.aliases.filter(name="Toqaev").exists()
    assert Article.objects.get().version in {2, 3}
