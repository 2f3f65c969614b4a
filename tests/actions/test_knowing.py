"""What the desk knows: files and editors' additions together, as the core wants it."""

import pytest

from articles.actions.knowing import desk_knowledge
from articles.actions.reference import load_reference
from articles.knowledge import from_files
from articles.models import Alias, Country, Entity, Judgement, Source
from articles.pipeline.knowledge import NameForm
from tests.factories import make_article, make_country, make_entity, make_source

pytestmark = pytest.mark.django_db


def test_the_database_knows_what_the_files_know():
    load_reference()
    desk, files = desk_knowledge(), from_files()
    assert desk.focus == files.focus
    assert {topic.code: topic for topic in desk.topics} == {
        topic.code: topic for topic in files.topics
    }
    assert {source.key: source for source in desk.sources} == {
        source.key: source for source in files.sources
    }
    assert desk.furniture == files.furniture
    assert desk.words == files.words
    here = {entity.name: entity for entity in desk.entities}
    for entity in files.entities:
        assert set(here[entity.name].forms) == set(entity.forms)
        assert sorted(here[entity.name].offices, key=str) == sorted(entity.offices, key=str)
        assert here[entity.name].country == entity.country


def test_an_entity_of_an_editor_is_known_by_its_names_without_any_alias():
    make_entity("Aral Sea", "place", name_de="Aralsee", name_ru="Аральское море")
    (record,) = desk_knowledge().entities
    assert set(record.forms) == {
        NameForm("Aral Sea", language="en"),
        NameForm("Aralsee", language="de"),
        NameForm("Аральское море", language="ru"),
    }


def test_a_form_that_is_switched_off_links_nothing_even_the_name_itself():
    entity = make_entity("Kant", "place", name_de="Kant")
    entity.aliases.create(name="Kant", in_use=False)
    entity.aliases.create(name="Кант")
    (record,) = desk_knowledge().entities
    assert [form.text for form in record.forms] == ["Кант"]


def test_an_editors_house_form_is_a_name_to_the_core():
    make_entity("Astana", "place").aliases.create(name="Astaná", kind=Alias.Kind.HOUSE)
    assert NameForm("Astaná") in desk_knowledge().entities[0].forms


def test_a_habit_that_is_switched_off_is_left_out():
    source = make_source()
    source.habits.create(kind="furniture", text="Mehr vom Dienst:")
    source.habits.create(kind="furniture", text="Lest auch:", in_use=False)
    assert desk_knowledge().sources[0].furniture == ("Mehr vom Dienst:",)


def test_a_form_tells_when_it_was_in_force():
    entity = make_entity("Astana", "place")
    entity.aliases.create(
        name="Nur-Sultan", kind="historic", language="de", start="2019-03-23", end="2022-09-17"
    )
    nur_sultan = NameForm("Nur-Sultan", "historic", "de", start="2019-03-23", end="2022-09-17")
    assert nur_sultan in desk_knowledge().entities[0].forms


def test_judgements_for_all_texts_are_known_and_those_for_one_are_not():
    kant, article = make_entity("Immanuel Kant"), make_article()
    kant.judgements.create(form="Kant", verdict="not_same")
    kant.judgements.create(form="Kants", verdict="not_same", article=article)
    kant.judgements.create(form="I. Kant", verdict="same")
    Judgement.objects.create(form="Der Westen", verdict="no_name")
    Judgement.objects.create(form="Der Osten", verdict="no_name", article=article)
    known = desk_knowledge()
    assert known.entities[0].not_meant == ("Kant",)
    assert known.no_names == {"Der Westen"}


def test_a_merged_entity_is_not_known():
    kept = make_entity()
    make_entity("K. Tokayev", merged_into=kept)
    assert [record.name for record in desk_knowledge().entities] == [kept.name]


def test_knowing_costs_the_same_however_much_there_is(django_assert_num_queries):
    for number in range(4):
        make_entity(f"Person {number}", country=make_country()).aliases.create(name=f"P{number}")
        make_source(f"Quelle {number}").habits.create(kind="domain", text="a.example")
    assert Entity.objects.count() == Source.objects.count() == 4
    assert Country.objects.count() == 1
    with django_assert_num_queries(8):
        desk_knowledge()
