"""Names that nobody knew: judged once, filed everywhere, taken back exactly."""

import pytest
from django.utils import translation

from articles.actions.correcting import confirm
from articles.actions.importing import start_run, store_run
from articles.actions.judging import (
    CannotJudge,
    accept,
    accept_as_new,
    accept_here,
    never,
    reject,
)
from articles.actions.knowing import desk_knowledge
from articles.actions.recording import stamp
from articles.actions.taking_back import take_back
from articles.models import (
    Alias,
    Article,
    Entity,
    HistoryEntry,
    Judgement,
    Mention,
    UnknownName,
)
from tests.factories import (
    FakeReader,
    ask_name,
    make_article,
    make_editor,
    make_entity,
    named,
)

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
def asked(db):
    """Two texts that print one unknown name in two spellings, one of them twice."""
    first, second = make_article("Erster"), make_article("Zweiter", language="ru")
    ask_name(first, "Askar Schumabajew", "Askar Schumabajews", key="k")
    ask_name(second, "Аскар Жумабаев", key="k")
    ask_name(second, "Askar Schumabajew", key="k")
    return first, second


def everything():
    models = (Alias, Mention, Entity, UnknownName, Judgement)
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


def test_an_accepted_name_is_a_form_and_a_mention_in_every_text_at_once(asked, editor):
    entity = make_entity("Askar Zhumabayev")
    judgements = accept("k", entity, by=editor)
    assert {one.form: one.verdict for one in judgements} == {
        "Askar Schumabajew": "same",
        "Аскар Жумабаев": "same",
    }
    forms = {alias.name: (alias.kind, alias.language) for alias in entity.aliases.all()}
    assert forms == {"Askar Schumabajew": ("name", "de ru"), "Аскар Жумабаев": ("name", "ru")}
    first, second = entity.mentions.order_by("content_object_id")
    assert first.surfaces == ["Askar Schumabajews"]
    assert second.surfaces == ["Askar Schumabajew", "Аскар Жумабаев"]
    assert (second.is_confirmed, second.confirmed_by) == (True, editor)
    assert not UnknownName.objects.open().exists()
    known = {form.text for form in desk_knowledge().entities[0].forms}
    assert {"Askar Schumabajew", "Аскар Жумабаев"} < known


def test_taking_back_takes_back_exactly_that(asked, editor):
    entity = make_entity("Askar Zhumabayev")
    entity.aliases.create(name="Аскар Жумабаев", in_use=False)
    Mention.objects.create(
        content_object=asked[0], tag=entity, surfaces=["A. Sch."], spans=[[1, 2]]
    )
    rejected = make_article("Dritter")
    Mention.objects.create(content_object=rejected, tag=entity, rejected=True)
    ask_name(rejected, "Askar Schumabajew", key="k")
    before = everything()
    judgements = accept("k", entity, by=editor)
    assert not Mention.objects.get(content_object=rejected).rejected
    assert entity.aliases.get(name="Аскар Жумабаев").in_use
    assert take_back([one.pk for one in judgements], by=editor) == []
    assert everything() == before


def test_one_of_two_spellings_may_be_taken_back_alone(asked, editor):
    entity = make_entity("Askar Zhumabayev")
    latin, cyrillic = accept("k", entity, by=editor)
    assert take_back([cyrillic.pk], by=editor) == []
    second = entity.mentions.get(content_object=asked[1])
    assert second.surfaces == ["Askar Schumabajew"]
    assert UnknownName.objects.open().get().name == "Аскар Жумабаев"
    assert take_back([latin.pk], by=editor) == []
    assert not entity.mentions.exists()
    assert UnknownName.objects.open().count() == 3


def test_a_new_name_is_made_and_unmade(asked, editor):
    before = everything()
    entity, judgements = accept_as_new(
        "k", by=editor, name="Askar Zhumabayev", kind="person", name_de="Askar Schumabajew"
    )
    assert entity.slug == "askar-zhumabayev"
    assert entity.mentions.count() == 2
    assert [alias.name for alias in entity.aliases.all()] == ["Аскар Жумабаев"]
    assert take_back([one.pk for one in judgements], by=editor) == []
    assert everything() == before


def test_a_new_name_that_is_used_elsewhere_stays(asked, editor):
    entity, judgements = accept_as_new("k", by=editor, name="Askar Zhumabayev", kind="person")
    Mention.objects.create(content_object=make_article("Dritter"), tag=entity)
    stayed = take_back([one.pk for one in judgements], by=editor)
    assert [one.what for one in stayed] == ["Askar Zhumabayev"]
    assert Entity.objects.get() == entity


def test_what_an_editor_decided_since_stays_and_is_told(asked, editor):
    entity = make_entity("Askar Zhumabayev")
    judgements = accept("k", entity, by=editor)
    Mention.objects.filter(content_object=asked[0]).update(rejected=True)
    entity.aliases.filter(name="Аскар Жумабаев").update(weak=True)
    stayed = take_back([one.pk for one in judgements], by=editor)
    assert {one.what for one in stayed} == {"Erster", "Аскар Жумабаев"}
    assert entity.mentions.get().rejected
    assert entity.aliases.get().weak


def test_no_name_is_never_asked_again(asked, editor):
    judgements = reject("k", by=editor)
    assert desk_knowledge().no_names == {"Askar Schumabajew", "Аскар Жумабаев"}
    assert not UnknownName.objects.open().exists()
    store([named("Askar Schumabajew", "Askar Schumabajew", known=False)])
    assert UnknownName.objects.count() == 3
    take_back([one.pk for one in judgements], by=editor)
    assert UnknownName.objects.open().count() == 3
    assert desk_knowledge().no_names == frozenset()


def test_never_this_one_is_known_to_the_reader_and_the_question_stays(asked, editor):
    entity = make_entity("Sabit Schumabajew")
    (judgement,) = never(["Askar Schumabajew"], entity, by=editor)
    assert desk_knowledge().entities[0].not_meant == ("Askar Schumabajew",)
    assert UnknownName.objects.open().count() == 3
    with pytest.raises(CannotJudge, match="take that back first"):
        accept("k", entity, by=editor)
    assert not Alias.objects.exists()
    take_back([judgement.pk], by=editor)
    assert accept("k", entity, by=editor)


def test_what_was_judged_is_judged_and_what_was_taken_back_is(asked, editor):
    entity = make_entity()
    judgements = accept("k", entity, by=editor)
    for again in (lambda: accept("k", entity, by=editor), lambda: reject("k", by=editor)):
        with pytest.raises(CannotJudge, match="judged this name already"):
            again()
    keys = [one.pk for one in judgements]
    take_back(keys, by=editor)
    with pytest.raises(CannotJudge, match="taken this judgement back already"):
        take_back(keys, by=editor)


def test_a_name_that_exists_is_not_made_twice(asked, editor):
    make_entity("Askar Zhumabayev")
    with pytest.raises(CannotJudge, match="exists already"):
        accept_as_new("k", by=editor, name="Askar Zhumabayev", kind="person")


def test_a_surname_alone_is_learnt_as_a_surname(editor):
    ask_name(make_article(), "Schumabajew", key="s")
    entity = make_entity("Askar Zhumabayev")
    accept("s", entity, by=editor)
    assert entity.aliases.get().kind == "surname"


def test_a_judgement_is_history_of_the_name_and_of_each_text(asked, editor):
    entity = make_entity("Askar Zhumabayev")
    judgements = accept("k", entity, by=editor)
    take_back([one.pk for one in judgements], by=editor)
    told = [(str(entry.target), entry.deed) for entry in HistoryEntry.objects.order_by("pk")]
    assert told[0] == (str(entity), "judged")
    assert set(told[1:3]) == {("Erster", "judged"), ("Zweiter", "judged")}
    assert set(told[-2:]) == {("Erster", "taken-back"), ("Zweiter", "taken-back")}
    assert set(Article.objects.values_list("version", flat=True)) == {3}
    assert all(entry.by == editor for entry in HistoryEntry.objects.all())


def test_an_open_correction_screen_is_told(asked, editor):
    article = asked[0]
    accept("k", make_entity(), by=editor)
    with pytest.raises(Exception, match="is at version 2 now"):
        confirm(article, ["entities"], by=editor)


# --- drafts --------------------------------------------------------------------------------------


def store(entities):
    run = start_run([("a.txt", b"Ein Text")], by=None, reader=FakeReader(entities=tuple(entities)))
    (draft,) = store_run(run, by=None)
    return draft


def test_a_draft_asks_about_each_name_that_nobody_knows():
    draft = store([named("Askar Schumabajew", "Schumabajews", "Schumabajew", known=False)])
    asked = draft.unknown_names.get()
    assert (asked.name, asked.kind, asked.surfaces) == (
        "Askar Schumabajew",
        "person",
        ["Schumabajews", "Schumabajew"],
    )
    assert (asked.rule, asked.confidence, asked.spans) == ("fake", 0.9, [[0, 1], [1, 2]])
    assert asked.key
    assert not draft.mentions.exists()


def test_a_draft_of_an_older_reading_follows_what_was_judged_since(editor):
    unknown = named("Askar Schumabajew", "Schumabajew", known=False)
    run = start_run([("a.txt", b"Ein Text")], by=None, reader=FakeReader(entities=(unknown,)))
    entity = make_entity("Askar Zhumabayev")
    entity.judgements.create(form="Askar Schumabajew", verdict="same")
    (draft,) = store_run(run, by=None)
    mention = draft.mentions.get()
    assert (mention.tag, mention.rule, mention.surfaces) == (entity, "judged", ["Schumabajew"])
    assert not draft.unknown_names.exists()


def test_a_draft_names_what_stands_for_a_merged_name():
    kept = make_entity()
    make_entity("K. Tokayev", merged_into=kept)
    draft = store([named("K. Tokayev", "Tokajew"), named(kept.name, "Toqajew")])
    assert draft.mentions.get().surfaces == ["Tokajew", "Toqajew"]


def test_never_takes_the_name_out_of_texts_that_stand_on_that_form_alone(db, editor):
    entity = make_entity("Islam Karimov")
    other = make_article("Anderer")
    named = {
        "alone": ["Karimow", "Karimows"],
        "with others": ["Karimow", "Islam Karimow"],
        "confirmed": ["Karimow"],
    }
    mentions = {
        case: Mention.objects.create(content_object=article, tag=entity, surfaces=surfaces)
        for (case, surfaces), article in zip(
            named.items(), (make_article("Eins"), other, make_article("Drei")), strict=True
        )
    }
    Mention.objects.filter(pk=mentions["confirmed"].pk).update(**stamp(editor))
    before = everything()
    judgements = never(["Karimow"], entity, by=editor)
    rejected = Mention.objects.filter(rejected=True)
    assert [one.pk for one in rejected] == [mentions["alone"].pk]
    told = [entry.changes.get("entities") for entry in HistoryEntry.objects.filter(deed="judged")]
    assert [one for one in told if one] == [[[entity.pk], []]]
    assert take_back([one.pk for one in judgements], by=editor) == []
    assert everything() == before


def test_a_name_is_taken_for_a_known_one_in_one_text_only(asked, editor):
    entity = make_entity("Askar Zhumabayev")
    before = everything()
    question = asked[0].unknown_names.first()
    judgement = accept_here(question.pk, entity, by=editor)
    assert (judgement.article, judgement.entity) == (asked[0], entity)
    assert [one.content_object for one in entity.mentions.all()] == [asked[0]]
    assert not entity.aliases.exists()
    with pytest.raises(CannotJudge):
        accept_here(question.pk, entity, by=editor)
    assert take_back([judgement.pk], by=editor) == []
    assert everything() == before
