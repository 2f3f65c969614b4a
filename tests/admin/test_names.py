"""Names on the desk: spellings and who prints them, merges, judgements, and who may do what."""

import pytest
from django.contrib.auth.models import User

from articles.actions.merging import merge
from articles.models import Entity, EntityMerge, HistoryEntry, Judgement
from tests.factories import (
    ask_name,
    make_article,
    make_editor,
    make_entity,
    make_published,
    make_source,
)

from .conftest import allow, english_client
from .pages import text
from .test_reference import formset


@pytest.fixture
def tokayev(newsroom):
    entity = make_entity(name_de="Kassym-Schomart Tokajew", doubtful="the second name")
    entity.aliases.create(name="Tokajew", kind="surname", language="de fr")
    entity.aliases.create(name="Тоқаев", kind="surname", language="kk")
    entity.aliases.create(name="Tokajeff", kind="misspelling", in_use=False)
    entity.aliases.create(name="Elbasy II", kind="nickname", start="2019", end="2022-06-08")
    return entity


@pytest.fixture
def double(newsroom):
    entity = make_entity("Qasym-Jomart Toqaev")
    entity.aliases.create(name="Toqaev", kind="surname")
    return entity


def change(entity):
    return f"/admin/articles/entity/{entity.pk}/change/"


def steps(entity):
    return f"/admin/articles/entity/{entity.pk}"


def name_in(article, entity, *surfaces):
    return article.mentions.create(tag=entity, surfaces=list(surfaces))


# --- the page of a name --------------------------------------------------------------------------


def test_a_name_shows_every_spelling_by_language_and_who_prints_it(desk, tokayev):
    karawan = make_source("Karawan")
    name_in(make_article("Eins", source=karawan), tokayev, "Tokajew", "Tokajews")
    name_in(make_article("Zwei", source=karawan), tokayev, "Tokajew")
    name_in(make_article("Drei"), tokayev, "Toqajew")
    page = text(desk.get(change(tokayev)))
    for expected in (
        '<h3>German <span class="help">Latin script · German spelling (Duden)</span></h3>',
        '<h3>Kazakh <span class="help">Cyrillic script</span></h3>',
        '<span lang="de">Tokajew</span> <span class="help">surname alone</span>',
        '<span class="printed">Karawan&nbsp;2</span>',
        '<span lang="kk">Тоқаев</span>',
        "misspelling switched off",
        "nickname 2019 – 8 June 2022",
        '<span>Toqajew</span> <span class="printed">Tienschan-Dienst&nbsp;1</span>',
        '<span class="doubt">doubtful</span> the second name',
    ):
        assert expected in page


def test_the_way_to_the_public_page_is_there_when_the_page_is(desk, tokayev):
    public = f'href="/en{tokayev.get_absolute_url().removeprefix("/en")}"'
    name_in(make_article("Entwurf"), tokayev, "Tokajew")
    assert public not in text(desk.get(change(tokayev)))
    name_in(make_published("Erschienen"), tokayev, "Tokajew")
    assert public in text(desk.get(change(tokayev)))


def test_doubtful_and_decided_names_can_be_listed(desk, tokayev, double):
    def listed(query):
        return list(desk.get(f"/admin/articles/entity/?{query}").context["cl"].result_list)

    assert listed("certainty=doubtful") == [tokayev]
    Entity.objects.filter(pk=double.pk).update(decided="2026 desk")
    assert listed("certainty=decided") == [double]
    assert len(listed("certainty=%00")) == 2
    assert "the second name" in text(desk.get("/admin/articles/entity/"))


def test_validity_and_decision_are_edited_where_the_name_is(desk, double):
    alias = double.aliases.get()
    row = {"id": alias.pk, "entity": double.pk, "name": "Тоқаев", "kind": "historic"}
    row |= {"start": "1992", "end": "1998-05", "language": "kk ru", "in_use": "on"}
    data = {"name": double.name, "kind": "person", "slug": double.slug, "decided": "2026 desk"}
    data |= (
        {"wikidata": "Q1", "note": "N"} | formset("aliases", row, initial=1) | formset("offices")
    )
    answer = desk.post(change(double), data)
    assert answer.status_code == 302
    alias.refresh_from_db()
    assert (alias.script, alias.start, alias.end, alias.language) == (
        "Cyrl",
        "1992",
        "1998-05",
        "kk ru",
    )
    double.refresh_from_db()
    assert (double.decided, double.wikidata) == ("2026 desk", "Q1")


# --- merging -------------------------------------------------------------------------------------


def test_a_merge_is_chosen_shown_done_and_undone(desk, tokayev, double):
    article = make_article("Gipfel in Astana")
    name_in(article, double, "Toqaev")
    address = f"{steps(double)}/merge/"
    assert f'href="{address}"' in text(desk.get(change(double)))
    offered = text(desk.get(f"{address}?q=tokajew"))
    assert f'<input type="radio" name="into" value="{tokayev.pk}" required>' in offered
    shown = text(desk.get(f"{address}?into={tokayev.pk}"))
    for expected in ("Toqaev, Qasym-Jomart Toqaev", "1 text", "Gipfel in Astana", "Merge into"):
        assert expected in shown
    assert not EntityMerge.objects.exists()
    page = desk.post(address, {"into": tokayev.pk}, follow=True)
    assert page.redirect_chain[0][0] == f"{change(tokayev)}#merges"
    assert "is merged into this name" in text(page)
    assert article.mentions.get().tag == tokayev
    note = EntityMerge.objects.get()
    undo = f"{steps(tokayev)}/merges/{note.pk}/undo/"
    assert f'action="{undo}"' in text(page)
    page = desk.post(undo, follow=True)
    assert "are two names again" in text(page)
    assert article.mentions.get().tag == double
    assert "undone by aigul" in text(desk.get(change(tokayev)))
    assert HistoryEntry.objects.filter(by__username="aigul").count() == 6


def test_what_an_undo_leaves_is_told(desk, tokayev, double):
    note = merge(double, tokayev, by=None)
    tokayev.aliases.filter(name="Toqaev").delete()
    page = text(desk.post(f"{steps(tokayev)}/merges/{note.pk}/undo/", follow=True))
    assert "Left as it is: alias" in page
    page = text(desk.post(f"{steps(tokayev)}/merges/{note.pk}/undo/", follow=True))
    assert "Somebody has undone this merge already." in page


def test_a_merged_name_is_shown_and_neither_changed_nor_offered(desk, tokayev, double):
    merge(double, tokayev, by=None)
    page = text(desk.get(change(double)))
    assert f'What stands for it now: <a href="{change(tokayev)}">' in page
    assert 'name="_save"' not in page
    assert desk.post(change(double), {"name": "X", "kind": "person"}).status_code == 403
    listed = desk.get("/admin/articles/entity/?q=Toqaev").context["cl"].result_list
    assert list(listed) == [tokayev]
    query = "app_label=articles&model_name=mention&field_name=tag&term=Toqaev"
    hits = desk.get(f"/admin/autocomplete/?{query}").json()["results"]
    assert [hit["id"] for hit in hits] == [str(tokayev.pk)]
    assert list(desk.get(f"{steps(tokayev)}/merge/?q=Toqaev").context["offered"]) == []


def test_a_merge_that_cannot_be_is_explained(desk, tokayev):
    place = make_entity("Tokayev", "place")
    page = text(desk.get(f"{steps(place)}/merge/?into={tokayev.pk}"))
    assert "They are of different kinds" in page
    page = text(desk.post(f"{steps(place)}/merge/", {"into": tokayev.pk}, follow=True))
    assert "They are of different kinds" in page
    assert "No other name of this kind matches" in text(desk.get(f"{steps(place)}/merge/?q=x%00"))


# --- judgements ----------------------------------------------------------------------------------


def test_never_is_said_on_the_page_of_a_name_and_taken_back(desk, tokayev):
    page = desk.post(
        f"{steps(tokayev)}/never/", {"form": " Tokarew ", "note": "General"}, follow=True
    )
    assert "From now on “Tokarew” never means" in text(page)
    judgement = Judgement.objects.get()
    assert (judgement.verdict, judgement.note, judgement.by.username) == (
        "not_same",
        "General",
        "aigul",
    )
    back = f"/admin/articles/judgement/take-back/?ids={judgement.pk}"
    assert f'href="{back}"' in text(page)
    assert "<strong>Tokarew</strong> never means this entity" in text(desk.get(back))
    page = desk.post("/admin/articles/judgement/take-back/", {"ids": judgement.pk}, follow=True)
    assert "1 judgement taken back." in text(page)
    assert not Judgement.objects.exists()
    assert "taken back already" in text(desk.get(back))
    page = desk.post("/admin/articles/judgement/take-back/", {"ids": judgement.pk}, follow=True)
    assert "Somebody has taken this judgement back already." in text(page)


def test_never_needs_a_form(desk, tokayev):
    page = desk.post(f"{steps(tokayev)}/never/", {"form": "\x00 "}, follow=True)
    assert "Write the form as texts print it." in text(page)
    assert not Judgement.objects.exists()


def test_judgements_are_read_and_taken_back_but_not_changed(desk, admin_client, tokayev):
    judgement = tokayev.judgements.create(form="Tokarew", verdict="not_same")
    address = "/admin/articles/judgement/"
    assert "Tokarew" in text(desk.get(address))
    ticked = {"action": "take_back_selected", "_selected_action": [judgement.pk]}
    answer = desk.post(address, ticked)
    assert answer["Location"] == f"{address}take-back/?ids={judgement.pk}"
    for place in ("add/", f"{judgement.pk}/delete/"):
        assert admin_client.post(f"{address}{place}", {"post": "yes"}).status_code == 403
    assert admin_client.post(f"{address}{judgement.pk}/change/", {"form": "X"}).status_code == 403


# --- who may ------------------------------------------------------------------------------------


@pytest.fixture
def routes(tokayev, double):
    """Every address of this chapter: method, path, what it needs."""
    note = merge(make_entity("K. Tokayev"), tokayev, by=None)
    judgement = tokayev.judgements.create(form="Tokarew", verdict="not_same")
    ask_name(make_article(), "Askar Schumabajew", key="k")
    judge = "/admin/articles/unknownname/judge/"
    return [
        ("get", "/admin/articles/entity/", {}, ["view_entity"]),
        ("get", change(tokayev), {}, ["view_entity"]),
        ("get", f"{steps(double)}/merge/", {}, ["change_entity", "add_entitymerge"]),
        (
            "post",
            f"{steps(double)}/merge/",
            {"into": tokayev.pk},
            ["change_entity", "add_entitymerge"],
        ),
        ("post", f"{steps(tokayev)}/merges/{note.pk}/undo/", {}, ["change_entitymerge"]),
        ("post", f"{steps(tokayev)}/never/", {"form": "Tokarski"}, ["add_judgement"]),
        ("get", "/admin/articles/judgement/", {}, ["view_judgement"]),
        (
            "get",
            f"/admin/articles/judgement/take-back/?ids={judgement.pk}",
            {},
            ["change_judgement"],
        ),
        (
            "post",
            "/admin/articles/judgement/take-back/",
            {"ids": judgement.pk},
            ["change_judgement"],
        ),
        ("get", "/admin/articles/unknownname/", {}, ["view_unknownname"]),
        ("get", f"{judge}?key=k", {}, ["view_unknownname"]),
        (
            "post",
            judge,
            {"key": "k", "verdict": "no_name"},
            ["view_unknownname", "change_unknownname"],
        ),
    ]


def someone(*rights):
    return english_client(allow(make_editor(f"user {User.objects.count()}"), *rights))


def test_each_address_needs_its_own_rights(client, routes):
    for method, address, data, rights in routes:
        assert getattr(client, method)(address, data)["Location"].startswith("/admin/login/")
        for number in range(len(rights)):
            answer = getattr(someone(*rights[:number]), method)(address, data)
            assert answer.status_code == 403, address
    for method, address, data, rights in routes:
        answer = getattr(someone(*rights), method)(address, data)
        assert answer.status_code in (200, 302), address


def test_a_deed_is_never_done_by_a_link(desk, routes):
    for method, address, _data, _rights in routes:
        if method == "post" and "merge/" not in address and "judge/" not in address:
            assert desk.get(address).status_code in (200, 302, 405)
    assert Judgement.objects.count() == 1
    assert EntityMerge.objects.filter(undone_at__isnull=True).count() == 1


def test_the_group_of_the_editors_may_do_all_of_it(routes, db):
    from django.contrib.auth.models import Group

    editor = make_editor("gruppe")
    editor.groups.add(Group.objects.get(name="editor"))
    client = english_client(editor)
    for method, address, data, _rights in routes:
        assert getattr(client, method)(address, data).status_code in (200, 302), address


def test_no_name_page_needs_inline_script_or_style(desk, routes):
    for method, address, _data, _rights in routes:
        if method == "get":
            page = desk.get(address).content.decode()
            assert "<style" not in page
            assert "<script>" not in page
            assert " style=" not in page
            assert " onclick=" not in page


def test_the_page_of_a_name_takes_few_queries_however_much_is_known(desk, tokayev, count_queries):
    one = count_queries(desk, change(tokayev))
    for number in range(12):
        other = make_entity(f"Name {number}")
        name_in(make_article(f"Text {number}"), other, "X")
        merge(other, tokayev, by=None)
        tokayev.judgements.create(form=f"Form {number}", verdict="not_same", article=make_article())
    assert count_queries(desk, change(tokayev)) == one <= 24
