"""What the desk knows: files and editors' additions together, as the core wants it."""

import pytest

from articles.actions.knowing import desk_knowledge
from articles.actions.reference import load_reference
from articles.knowledge import from_files
from articles.models import Alias, Country, Entity, Source
from articles.pipeline.knowledge import NameForm
from tests.factories import make_country, make_entity, make_source

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


def test_knowing_costs_the_same_however_much_there_is(django_assert_num_queries):
    for number in range(4):
        make_entity(f"Person {number}", country=make_country()).aliases.create(name=f"P{number}")
        make_source(f"Quelle {number}").habits.create(kind="domain", text="a.example")
    assert Entity.objects.count() == Source.objects.count() == 4
    assert Country.objects.count() == 1
    with django_assert_num_queries(7):
        desk_knowledge()
