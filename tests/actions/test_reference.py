"""Loading the data files: again and again, and never over an editor's decision."""

import pytest

from articles.actions.reference import is_loaded, load_reference
from articles.knowledge import BadData
from articles.models import (
    Alias,
    Country,
    Entity,
    Judgement,
    Office,
    Source,
    SourceHabit,
    SourcePolicy,
    Topic,
)
from tests.data_files import spoil
from tests.factories import make_article, make_entity, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(data_folder):
    """The data files, loaded once."""
    load_reference(data_folder)
    return data_folder


def counts(data_folder):
    return {name: number for name, number in load_reference(data_folder).counts().items() if number}


def test_everything_the_files_say_is_loaded(loaded):
    kazakhstan = Country.objects.get(pk="KZ")
    assert (kazakhstan.name_de, kazakhstan.name_ru, kazakhstan.slug) == (
        "Kasachstan",
        "Казахстан",
        "kazakhstan",
    )
    assert Topic.objects.get(pk="energy").words == {"de": ["Erdgas*|2"]}
    country = Entity.objects.get(name="Kazakhstan")
    assert (country.kind, country.country) == ("country", kazakhstan)
    assert country.aliases.get(name="РК").weak
    person = Entity.objects.get(name="Kassym-Jomart Tokayev")
    assert (person.slug, person.name_de) == ("kassym-jomart-tokayev", "Kassym-Schomart Tokajew")
    assert person.aliases.get(kind="surname").name == "Tokajew"
    assert Office.objects.get().title == "President"
    source = Source.objects.get()
    assert (source.slug, source.home) == ("karawan", kazakhstan)
    assert source.habits.get().text == "karawan.example"
    assert source.policies.get().policy == "full"


def test_what_is_loaded_is_known_until_a_file_changes(data_folder):
    assert not is_loaded(data_folder)
    load_reference(data_folder)
    assert is_loaded(data_folder)
    with (data_folder / "countries.toml").open("a") as file:
        file.write("# another word\n")
    assert not is_loaded(data_folder)
    load_reference(data_folder)
    assert is_loaded(data_folder)


def test_a_loading_that_fails_is_none(loaded):
    spoil(loaded, "countries.toml", 'name = "Kazakhstan"', "name = 1")
    with pytest.raises(BadData):
        load_reference(loaded)
    assert not is_loaded(loaded)


def test_a_second_loading_changes_nothing(loaded):
    rows = [list(model.objects.values()) for model in (Country, Topic, Entity, Alias, SourceHabit)]
    assert set(counts(loaded)) == {"unchanged"}
    assert rows == [
        list(model.objects.values()) for model in (Country, Topic, Entity, Alias, SourceHabit)
    ]


def test_a_country_has_an_address_in_whatever_script_its_name_is(data_folder):
    path = data_folder / "countries.toml"
    path.write_text(path.read_text() + '\n[CN]\nname = "中国"\n')
    load_reference(data_folder)
    assert Country.objects.get(pk="CN").slug == "cn"


def test_a_change_in_a_file_arrives(loaded):
    spoil(loaded, "countries.toml", 'de = ["Kasachstan"', 'de = ["Qasaqstan", "Kasachstan"')
    spoil(loaded, "topics.toml", '"Energie"', '"Energie und Rohstoffe"')
    spoil(loaded, "entities/people.toml", 'from = "2019-03-20"', 'from = "2019-03-20", to = "2029"')
    result = counts(loaded)
    # The country, its entity, the topic, the office; and one new form.
    assert (result["changed"], result["created"]) == (4, 1)
    assert Country.objects.get().name_de == "Qasaqstan"
    assert Topic.objects.get().name_de == "Energie und Rohstoffe"
    assert Office.objects.get().end == "2029"


def test_what_an_editor_changed_stays_though_the_file_changes_too(loaded):
    Topic.objects.update(name_de="Strom und Gas")
    spoil(loaded, "topics.toml", '"Energie"', '"Energie und Rohstoffe"')
    assert counts(loaded)["kept"] == 1
    assert Topic.objects.get().name_de == "Strom und Gas"


def test_a_row_that_an_editor_set_back_follows_its_file_again(loaded):
    Topic.objects.update(name_de="Strom und Gas")
    load_reference(loaded)
    Topic.objects.update(name_de="Energie")
    spoil(loaded, "topics.toml", '"Energie"', '"Energie und Rohstoffe"')
    load_reference(loaded)
    assert Topic.objects.get().name_de == "Energie und Rohstoffe"


def test_a_form_that_left_the_file_goes(loaded):
    spoil(loaded, "countries.toml", '"Republik Kasachstan"', "")
    assert counts(loaded)["removed"] == 1
    assert not Alias.objects.filter(name="Republik Kasachstan").exists()


@pytest.mark.parametrize(
    "edit",
    [{"in_use": False}, {"weak": True}, {"language": "kk"}, {"name": "Rep. Kasachstan"}],
    ids=lambda edit: next(iter(edit)),
)
def test_a_form_that_an_editor_changed_stays_whatever_the_file_says(loaded, edit):
    form = Alias.objects.get(name="Republik Kasachstan")
    Alias.objects.filter(pk=form.pk).update(**edit)
    load_reference(loaded)  # still in the file: not made anew
    edited = Alias.objects.filter(pk=form.pk, **edit)
    assert edited.exists()
    assert Alias.objects.filter(name__in=["Republik Kasachstan", "Rep. Kasachstan"]).count() == 1
    spoil(loaded, "countries.toml", '"Republik Kasachstan"', "")
    assert counts(loaded).get("removed", 0) == 0
    assert edited.exists()


def test_forms_habits_and_policies_of_an_editor_stay(loaded):
    source, entity = Source.objects.get(), Entity.objects.get(name="Kazakhstan")
    entity.aliases.create(name="Kasakstan", kind="misspelling")
    source.habits.create(kind="sign_off", text="krw/as")
    source.policies.create(policy="blocked", valid_from="2026-01-01")
    load_reference(loaded)
    assert entity.aliases.filter(name="Kasakstan").exists()
    assert source.habits.filter(text="krw/as").exists()
    assert source.policies.count() == 2


def test_a_policy_that_an_editor_tightened_is_not_opened_again(loaded):
    SourcePolicy.objects.update(policy="blocked")
    spoil(loaded, "sources.toml", 'policy = "full"', 'policy = "excerpt"')
    load_reference(loaded)
    assert SourcePolicy.objects.get().policy == "blocked"


def test_a_row_that_an_editor_made_first_is_adopted_and_keeps_its_values(data_folder):
    make_source("Karawan", policy="", label="state")
    make_entity("Kassym-Jomart Tokayev", kind="organisation")
    load_reference(data_folder)
    assert Source.objects.get(name="Karawan").label == "state"
    assert Source.objects.get(name="Karawan").reference_key == "karawan"
    assert Entity.objects.get(name="Kassym-Jomart Tokayev").kind == "organisation"


def test_an_entity_that_left_the_files_stays_with_its_articles(loaded):
    tokayev = Entity.objects.get(name="Kassym-Jomart Tokayev")
    article = make_article(entities=[tokayev])
    (loaded / "entities/people.toml").unlink()
    load_reference(loaded)
    assert article.mentions.get().tag == tokayev


def test_an_address_stays_when_a_name_changes(loaded):
    spoil(loaded, "sources.toml", 'name = "Karawan"', 'name = "Karawane"')
    load_reference(loaded)
    assert (Source.objects.get().name, Source.objects.get().slug) == ("Karawane", "karawan")


def test_two_names_with_one_transcription_get_two_addresses(loaded):
    people = (loaded / "entities/people.toml").read_text(encoding="utf-8")
    more = people.replace("Kassym-Jomart Tokayev", "Kassym Jomart Tokayev")
    (loaded / "entities/more.toml").write_text(more, encoding="utf-8")
    load_reference(loaded)
    slugs = Entity.objects.filter(kind="person").values_list("slug", flat=True)
    assert sorted(slugs) == ["kassym-jomart-tokayev", "kassym-jomart-tokayev-2"]


def test_validity_script_decision_doubt_and_judgements_are_loaded(loaded):
    told = '{ name = "Kasachische SSR", from = "1936-12-05", to = "1991" }, "Қазақ ССР"'
    spoil(loaded, "countries.toml", '"Kasachische SSR"', told)
    spoil(loaded, "countries.toml", "focus = true", 'focus = true\ndecided = "2026 desk"')
    more = 'decided = "2025"\ndoubtful = "the year"\nwikidata = "Q1"\noff = ["Tokajew"]\nsurnames'
    spoil(loaded, "entities/people.toml", "surnames", more)
    judged = '[[judgement]]\nform = "Tokarew"\nverdict = "not_same"\nentity = "Kazakhstan"\n'
    (loaded / "judgements.toml").write_text(judged, encoding="utf-8")
    load_reference(loaded)
    republic = Alias.objects.get(name="Kasachische SSR")
    assert (republic.script, republic.start, republic.end) == ("Latn", "1936-12-05", "1991")
    assert Alias.objects.get(name="Қазақ ССР").script == "Cyrl"
    assert Country.objects.get().decided == "2026 desk"
    person = Entity.objects.get(kind="person")
    assert (person.decided, person.doubtful, person.wikidata) == ("2025", "the year", "Q1")
    assert not person.aliases.get(name="Tokajew").in_use
    assert Judgement.objects.get().entity.name == "Kazakhstan"
    assert set(counts(loaded)) == {"unchanged"}


def test_an_editors_judgement_is_not_changed_by_a_file(loaded):
    person = Entity.objects.get(kind="person")
    person.judgements.create(form="Tokarew", verdict="unsure")
    judged = f'[[judgement]]\nform = "Tokarew"\nverdict = "not_same"\nentity = "{person.name}"\n'
    (loaded / "judgements.toml").write_text(judged, encoding="utf-8")
    load_reference(loaded)
    assert Judgement.objects.get().verdict == "unsure"


def test_a_mistake_in_one_file_leaves_all_as_it_was(loaded):
    spoil(loaded, "countries.toml", '"Kasachstan"', '"Qasaqstan"')
    spoil(loaded, "sources.toml", '"karawan.example"', f'"{"x" * 301}"')
    with pytest.raises(BadData, match="longer than 300 characters"):
        load_reference(loaded)
    assert Country.objects.get().name_de == "Kasachstan"


def test_loading_needs_few_queries(loaded, django_assert_max_num_queries):
    with django_assert_max_num_queries(17):
        load_reference(loaded)
