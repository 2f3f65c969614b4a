"""Editors' decisions as data files: loaded into a fresh database they give the same."""

import pytest

from articles.actions.exporting import NotEmpty, export_reference
from articles.actions.judging import accept_as_new, never, reject
from articles.actions.knowing import desk_knowledge
from articles.actions.merging import merge
from articles.actions.reference import load_reference
from articles.knowledge import BadData, from_files
from articles.models import (
    Alias,
    Article,
    Country,
    Entity,
    EntityMerge,
    Judgement,
    Office,
    Source,
    SourceHabit,
    SourcePolicy,
    Topic,
    UnknownName,
)
from tests.factories import ask_name, make_article, make_entity, make_source

pytestmark = pytest.mark.django_db

ENTITY = (
    "name",
    "kind",
    "country",
    "name_de",
    "name_ru",
    "note",
    "decided",
    "doubtful",
    "wikidata",
)
FORM = ("entity__name", "name", "kind", "language", "script", "weak", "in_use", "start", "end")


@pytest.fixture
def loaded(data_folder):
    load_reference(data_folder)
    return data_folder


@pytest.fixture
def out(tmp_path_factory):
    return tmp_path_factory.mktemp("out")


def files(folder):
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in sorted(folder.glob("**/*.toml"))
    }


def rows():
    """All reference rows that readers and the reader of texts can notice."""
    topics = ("code", "name_en", "name_de", "name_ru", "media_topic", "position")
    policies = (
        "source__name",
        "policy",
        "valid_from",
        "valid_to",
        "legal_act",
        "checked_on",
        "note",
    )
    standing = Entity.objects.standing()
    tables = {
        "countries": Country.objects.values_list(
            "code", "name_en", "name_de", "name_ru", "focus", "position", "note", "decided"
        ),
        "topics": Topic.objects.values_list(*topics),
        "words": [(topic.code, sorted(topic.words.items())) for topic in Topic.objects.all()],
        "entities": standing.values_list(*ENTITY),
        "forms": Alias.objects.filter(entity__in=standing).values_list(*FORM),
        "offices": Office.objects.filter(person__in=standing).values_list(
            "person__name", "title", "country", "start", "end"
        ),
        "sources": Source.objects.values_list(
            "name", "language", "home", "label", "label_reason", "note"
        ),
        "habits": SourceHabit.objects.filter(in_use=True).values_list(
            "source__name", "kind", "text"
        ),
        "policies": SourcePolicy.objects.values_list(*policies),
        "judgements": Judgement.objects.everywhere().values_list(
            "form", "verdict", "entity__name", "note"
        ),
    }
    return {name: sorted(map(str, found)) for name, found in tables.items()}


def empty_the_database():
    for model in (UnknownName, Judgement, EntityMerge, Article, SourcePolicy, SourceHabit, Source):
        model.objects.all().delete()
    Entity.objects.update(merged_into=None)
    for model in (Office, Alias, Entity, Topic, Country):
        model.objects.all().delete()


def edit_as_editors_do():
    """A little of everything that the desk lets an editor decide."""
    Country.objects.update(note="Nicht Kasachische Republik.", decided="2026 desk")
    Topic.objects.update(
        name_de="Strom und Gas", words={"de": ["Erdgas*|2", "Strom*"], "fr": ["gaz"]}
    )
    tokayev = Entity.objects.get(kind="person")
    Entity.objects.filter(pk=tokayev.pk).update(
        note="Staatschef", decided="2026-11-21 desk", doubtful="„Kassym“?", wikidata="Q1"
    )
    tokayev.aliases.create(name="Toqajew", kind="surname", language="de kk-Latn")
    tokayev.aliases.create(name='K.-J. "T" Тоқаев', kind="nickname", start="2019", end="2022-09")
    tokayev.aliases.create(name="Tokaiev", language="fr", weak=True)
    alias = tokayev.aliases.get(name="Tokajev")
    alias.in_use = False
    alias.save()
    tokayev.offices.create(title="Foreign Minister", start="1994-10", end="1999-10")
    Office.objects.filter(title="President").update(end="2029")
    lake = make_entity("Aral Sea", "place", name_de="Aralsee", country_id="KZ", note="Zwei Seen")
    lake.aliases.create(name="Aralsee", language="de")
    lake.aliases.create(name="Aral Sea", language="en")
    double = make_entity("Qasym-Jomart Toqaev", country_id="KZ")
    merge(double, tokayev, by=None)
    never(["Tokarew", "Tokarczuk"], tokayev, by=None, note="andere Leute")
    ask_name(make_article(), "Askar Schumabajew", key="k")
    accept_as_new("k", by=None, name="Askar Zhumabayev", kind="person")
    ask_name(make_article(), "Der Westen", key="w")
    reject("w", by=None)
    source = Source.objects.get(name="Karawan")
    source.label, source.label_reason = "state", "Gehört dem Staat."
    source.save()
    source.habits.create(kind="sign_off", text="krw/as")
    source.habits.filter(kind="domain").update(in_use=False)
    source.policies.create(
        policy="blocked", valid_from="2026-01-01", valid_to="2027-01-01", note="N"
    )
    new = make_source("Blatt", policy="", language="de", home_id="KZ")
    new.policies.create(policy="excerpt", valid_from="2025-05-05", legal_act="Vertrag")


def test_untouched_files_are_copied_word_for_word(loaded, out):
    done = export_reference(out, loaded)
    assert files(out) == files(loaded)
    assert (done.written, done.added, done.dropped, done.judgements) == (0, 0, 0, 0)


def test_what_editors_decided_is_the_same_in_a_fresh_database(loaded, out, tmp_path_factory):
    edit_as_editors_do()
    again = tmp_path_factory.mktemp("again")
    export_reference(out, loaded)
    was, knew = rows(), desk_knowledge()
    empty_the_database()
    load_reference(out)
    now = rows()
    # Forms of an editor's own entity that are its very names need no row; a file tells them.
    own = {one for one in now["forms"] if one not in was["forms"]}
    assert all(one.startswith("('Askar Zhumabayev', 'Askar Zhumabayev', 'name'") for one in own)
    now["forms"] = [one for one in now["forms"] if one not in own]
    assert now == was
    knows = desk_knowledge()
    assert {one.name: set(one.forms) for one in knows.entities} == {
        one.name: set(one.forms) for one in knew.entities
    }
    assert {one.name: set(one.not_meant) for one in knows.entities} == {
        one.name: set(one.not_meant) for one in knew.entities
    }
    assert knows.no_names == knew.no_names == {"Der Westen"}
    export_reference(again, out)
    assert files(again) == files(out)


def test_the_reader_without_a_database_knows_what_editors_decided(loaded, out):
    edit_as_editors_do()
    export_reference(out, loaded)
    known = {one.name: one for one in from_files(out).entities}
    tokayev = known["Kassym-Jomart Tokayev"]
    texts = {form.text for form in tokayev.forms}
    assert {"Toqajew", "Tokaiev", "Qasym-Jomart Toqaev"} < texts
    assert "Tokajev" not in texts
    assert set(tokayev.not_meant) == {"Tokarew", "Tokarczuk"}
    assert "Qasym-Jomart Toqaev" not in known


def test_only_what_was_touched_is_written_anew(loaded, out):
    person = Entity.objects.get(kind="person")
    Entity.objects.filter(pk=person.pk).update(wikidata="Q1")
    done = export_reference(out, loaded)
    assert (done.written, done.added) == (1, 0)
    written = files(out)
    assert 'wikidata = "Q1"' in written["entities/people.toml"]
    assert written["countries.toml"] == files(loaded)["countries.toml"]


def test_an_export_into_the_files_themselves_is_refused(loaded):
    for folder in (loaded, loaded / "new"):
        with pytest.raises(NotEmpty):
            export_reference(folder, loaded)


def test_an_entry_of_the_files_that_was_never_loaded_is_kept(data_folder, out):
    export_reference(out, data_folder)
    assert files(out)["entities/people.toml"] == files(data_folder)["entities/people.toml"]


def test_a_folder_that_holds_something_is_refused(loaded, out):
    (out / "notes.txt").write_text("meins")
    with pytest.raises(NotEmpty):
        export_reference(out, loaded)
    assert [path.name for path in out.iterdir()] == ["notes.txt"]


def test_files_that_cannot_be_read_are_not_exported(loaded, out):
    (loaded / "topics.toml").write_text("[energy", encoding="utf-8")
    with pytest.raises(BadData):
        export_reference(out, loaded)
