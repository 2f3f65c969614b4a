"""Sources, names, countries, topics, accounts and history on the desk."""

import pytest
from django.contrib.auth.models import User

from articles.models import Alias, Entity, HistoryEntry, Source, SourcePolicy
from tests.factories import add_policy, make_article, make_country, make_entity, make_source

from .pages import send, text


def formset(prefix: str, *rows: dict, initial: int = 0) -> dict:
    """Return what a browser sends for the rows of an inline table."""
    data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": initial}
    for number, row in enumerate(rows):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def test_the_list_of_sources_shows_the_policy_in_force(desk):
    add_policy(make_source("Wechsel", policy="full"), "blocked", start=0)
    make_source("Ohne", policy="")
    page = text(desk.get("/admin/articles/source/"))
    assert '<span class="state policy-blocked">blocked</span>' in page
    assert "internal only: no policy recorded" in page


def test_a_source_is_made_with_habits_and_policies(desk, admin_client):
    data = {"name": "Novastan", "slug": "novastan", "label": "independent"}
    policy = {"policy": "excerpt", "valid_from": "2020-01-01", "legal_act": "Vertrag"}
    data |= formset("policies", policy)
    data |= formset("habits", {"kind": "domain", "text": "novastan.org", "in_use": "on"})
    page = desk.post("/admin/articles/source/add/", data, follow=True)
    assert page.redirect_chain, page.context["errors"]
    source = Source.objects.get()
    assert source.policies.get().policy == "excerpt"
    assert source.habits.get().text == "novastan.org"
    assert HistoryEntry.objects.get().changes["policies"] == ["", "excerpt 2020-01-01– (Vertrag)"]
    history = text(admin_client.get("/admin/articles/historyentry/"))
    assert '<td class="field-what">Richtlinien</td>' in history


def test_what_came_from_the_files_is_switched_off_and_never_deleted(desk):
    entity = make_entity("Kassym-Jomart Tokayev")
    filed = entity.aliases.create(name="Tokajew", reference_digest="x" * 64)
    own = entity.aliases.create(name="Toqajew")
    address = f"/admin/articles/entity/{entity.pk}/change/"
    rows = [
        {"id": row.pk, "entity": entity.pk, "name": row.name, "kind": "name", "DELETE": "on"}
        for row in (filed, own)
    ]
    data = {"name": entity.name, "kind": "person", "slug": entity.slug}
    data |= formset("aliases", *rows, initial=2) | formset("offices")
    page = desk.get(address)
    forms = page.context["inline_admin_formsets"][0].formset.initial_forms
    assert {form.instance.name: form.fields["DELETE"].disabled for form in forms} == {
        "Tokajew": True,
        "Toqajew": False,
    }
    desk.post(address, data)
    assert [alias.name for alias in Alias.objects.all()] == ["Tokajew"]
    assert not Alias.objects.get().in_use


def test_a_new_name_needs_no_address(desk):
    data = {"name": "Аскар Шумабаев", "kind": "person"} | formset("aliases") | formset("offices")
    desk.post("/admin/articles/entity/add/", data)
    assert Entity.objects.get().slug == "askar-shumabaev"


@pytest.mark.parametrize("words", ["тоқаев", "ÖSK", "jomart"])
def test_names_are_found_by_every_form_in_any_case(desk, words):
    entity = make_entity("Kassym-Jomart Tokayev")
    entity.aliases.create(name="Тоқаев")
    entity.aliases.create(name="Öskemens Sohn")
    make_entity("Somebody Else")
    page = desk.get(f"/admin/articles/entity/?q={words}")
    assert list(page.context["cl"].result_list) == [entity]
    query = "app_label=articles&model_name=mention&field_name=tag"
    hits = desk.get(f"/admin/autocomplete/?{query}&term={words}").json()["results"]
    assert [hit["text"] for hit in hits] == ["Kassym-Jomart Tokayev"]


@pytest.mark.parametrize("table", ["source", "entity", "country", "topic", "importrun"])
def test_twenty_rows_take_as_many_queries_as_one(desk, count_queries, table):
    def another(number):
        country = make_country(f"{chr(65 + number)}A", f"Land {number}")
        source = make_source(f"Quelle {number}", home=country)
        entity = make_entity(f"Name {number}", country=country)
        entity.aliases.create(name=f"Form {number}")
        make_article(f"Text {number}", source=source, entities=[entity], about=[country])

    another(0)
    one = count_queries(desk, f"/admin/articles/{table}/")
    for number in range(1, 20):
        another(number)
    assert count_queries(desk, f"/admin/articles/{table}/") == one <= 12


@pytest.mark.parametrize("table", ["source", "entity"])
def test_a_row_with_many_parts_takes_as_many_queries_as_one_with_few(desk, count_queries, table):
    rows = {"source": make_source(), "entity": make_entity(country=make_country())}
    address = f"/admin/articles/{table}/{rows[table].pk}/change/"
    one = count_queries(desk, address)
    for number in range(20):
        rows["source"].habits.create(kind="domain", text=f"{number}.example")
        rows["entity"].aliases.create(name=f"Form {number}")
        rows["entity"].offices.create(title=f"Amt {number}")
    assert count_queries(desk, address) == one <= 20


def test_rows_of_the_files_cannot_be_deleted(admin_client):
    source = make_source(reference_key="tienschan-dienst")
    entity = make_entity(reference_key="Tokayev")
    country = make_country()
    for table, key in (("source", source.pk), ("entity", entity.pk), ("country", country.pk)):
        answer = admin_client.post(f"/admin/articles/{table}/{key}/delete/", {"post": "yes"})
        assert answer.status_code == 403


def test_history_is_read_and_never_changed(admin_client, desk):
    article = make_article()
    send(desk, article, headline="Neu")
    page = text(admin_client.get("/admin/articles/historyentry/"))
    assert f"/admin/articles/article/{article.pk}/change/" in page
    entry = HistoryEntry.objects.get()
    address = f"/admin/articles/historyentry/{entry.pk}"
    assert admin_client.get("/admin/articles/historyentry/add/").status_code == 403
    assert admin_client.post(f"{address}/delete/", {"post": "yes"}).status_code == 403
    assert admin_client.post(f"{address}/change/", {"reason": "x"}).status_code == 403


def test_accounts_are_kept_on_the_desk_by_those_who_may(admin_client, desk):
    assert admin_client.get("/admin/auth/user/").status_code == 200
    assert desk.get("/admin/auth/user/").status_code == 403
    assert User.objects.filter(is_staff=True).count() == 2
    assert not SourcePolicy.objects.exists()


@pytest.mark.parametrize(
    "place",
    [
        "article/?language=%00",
        "article/?country=%00",
        "article/?status__exact=%00",
        "entity/?kind__exact=%00",
        "source/?label__exact=%00",
        "importrun/?status__exact=a%00b",
        "historyentry/?deed__exact=%00",
    ],
)
def test_a_list_asked_for_what_no_database_holds_does_not_fail(desk, place):
    assert desk.get(f"/admin/articles/{place}").status_code < 500
