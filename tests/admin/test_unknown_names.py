"""The list of unknown names and the page that answers one."""

import pytest

from articles.models import Entity, Judgement, UnknownName
from tests.factories import ask_name, make_article, make_entity

from .pages import address as correction
from .pages import text

LIST = "/admin/articles/unknownname/"
JUDGE = f"{LIST}judge/"


@pytest.fixture
def asked(newsroom):
    """One name in two texts and two spellings, with a name that it could mean; and another one."""
    zhumabayev = make_entity("Askar Zhumabayev")
    first, second = make_article("Erster Text"), make_article("Zweiter Text")
    ask_name(first, "Askar Schumabajew", "Schumabajews", key="k", candidates=["Askar Zhumabayev"])
    ask_name(second, "Аскар Жумабаев", key="k", rule="given-name", confidence=0.8)
    ask_name(second, "Der Westen", key="w", kind="place", warning="misspelling")
    return zhumabayev


def test_a_name_stands_once_with_its_spellings_texts_and_suggestion(desk, asked):
    page = text(desk.get(LIST))
    assert page.index("Askar Schumabajew") < page.index("Der Westen")
    for expected in (
        f'<h2><a href="{JUDGE}?key=k">Askar Schumabajew</a></h2>',
        "person · 2 texts",
        "<q>Schumabajews</q>, <q>Аскар Жумабаев</q>",
        "Erster Text</a>",
        f'<a href="/admin/articles/entity/{asked.pk}/change/">Askar Zhumabayev</a>',
        "the same name · spellings of one name · ",
        "Alias of Askar Zhumabayev</a>",
        "place · 1 text",
    ):
        assert expected in page


def test_an_empty_list_says_what_to_do(desk):
    page = text(desk.get(LIST))
    assert "Nothing waits" in page
    assert 'href="/admin/articles/importrun/add/"' in page


def test_the_front_page_says_how_many_wait(desk, asked):
    assert f'<a href="{LIST}">2 names wait for an answer</a>' in text(desk.get("/admin/"))
    UnknownName.objects.all().delete()
    assert "Every name in the stored texts is known or judged." in text(desk.get("/admin/"))


def test_the_list_can_be_narrowed(desk, asked):
    assert "Schumabajew" not in text(desk.get(f"{LIST}?kind=place"))
    assert "Der Westen" not in text(desk.get(f"{LIST}?q=schumabajew"))
    assert "No open question matches." in text(desk.get(f"{LIST}?q=%00x&kind=event"))
    assert desk.get(f"{LIST}?page=999&kind=%00").status_code == 200


def test_the_best_suggestion_is_one_button(desk, asked):
    sent = {"key": "k", "verdict": "same", "entity": asked.pk, "next": f"{LIST}?q=&page=1"}
    page = desk.post(JUDGE, sent, follow=True)
    assert page.redirect_chain == [(f"{LIST}?q=&page=1", 302)]
    assert "“Askar Schumabajew” is a form of Askar Zhumabayev, in all texts." in text(page)
    keys = ",".join(str(one.pk) for one in Judgement.objects.order_by("pk"))
    assert f'<a href="/admin/articles/judgement/take-back/?ids={keys}">Take it back</a>' in text(
        page
    )
    assert asked.mentions.count() == 2
    desk.post("/admin/articles/judgement/take-back/", {"ids": keys})
    assert "Askar Schumabajew" in text(desk.get(LIST))


def test_any_other_name_is_found_by_any_spelling(desk, asked):
    other = make_entity("Sabit Muqanov")
    other.aliases.create(name="Sabit Mukanow")
    page = text(desk.get(f"{JUDGE}?key=k&q=mukanow"))
    assert f'<input type="radio" name="entity" value="{asked.pk}" required checked>' in page
    assert f'<input type="radio" name="entity" value="{other.pk}" required>' in page
    desk.post(JUDGE, {"key": "k", "verdict": "same", "entity": other.pk})
    assert other.mentions.count() == 2


def test_a_new_name_is_made_with_its_country(desk, asked):
    sent = {"key": "k", "verdict": "new", "name": "Askar Jumabayev", "kind": "person"}
    desk.post(JUDGE, sent | {"name_de": "Askar Schumabajew", "country": "KZ"}, follow=True)
    entity = Entity.objects.get(name="Askar Jumabayev")
    assert (entity.country_id, entity.mentions.count()) == ("KZ", 2)


def test_a_new_name_that_cannot_be_is_explained(desk, asked):
    page = desk.post(JUDGE, {"key": "k", "verdict": "new", "name": asked.name, "kind": "person"})
    assert "already exists" in text(page)
    assert "Error:" in text(page)
    assert UnknownName.objects.open().count() == 3


def test_not_a_name_and_never_this_one(desk, asked):
    desk.post(JUDGE, {"key": "w", "verdict": "no_name"})
    assert Judgement.objects.get().verdict == "no_name"
    desk.post(JUDGE, {"key": "k", "verdict": "never", "entity": asked.pk})
    page = text(desk.get(LIST))
    assert "Askar Schumabajew" in page
    assert "Could mean" not in page


def test_who_comes_second_is_told(desk, asked):
    desk.post(JUDGE, {"key": "k", "verdict": "no_name"})
    page = desk.post(JUDGE, {"key": "k", "verdict": "same", "entity": asked.pk}, follow=True)
    assert "Nobody asks about this name any more." in text(page)
    assert not asked.mentions.exists()


@pytest.mark.parametrize(
    "sent",
    [
        {"verdict": "same"},
        {"verdict": "same", "entity": "0"},
        {"verdict": "never", "entity": "x\x00"},
        {"verdict": "same", "entity": "9" * 40},
        {"verdict": "nonsense"},
        {},
    ],
    ids=str,
)
def test_a_question_without_an_answer_stays(desk, asked, sent):
    assert desk.post(JUDGE, {"key": "k"} | sent).status_code == 200
    assert UnknownName.objects.open().count() == 3


@pytest.mark.parametrize("place", ["https://evil.example/", "//evil.example/?", "/admin/?"])
def test_the_way_back_leads_to_the_list_only(desk, asked, place):
    answer = desk.post(JUDGE, {"key": "w", "verdict": "no_name", "next": place})
    assert answer["Location"] == LIST


def test_a_merged_suggestion_is_the_one_that_stands_for_it(desk, asked):
    kept = make_entity("Askar Jumabay")
    Entity.objects.filter(pk=asked.pk).update(merged_into=kept)
    assert "Alias of Askar Jumabay</a>" in text(desk.get(LIST))


def test_the_correction_screen_leads_to_the_question(desk, asked):
    from articles.models import Article

    article = Article.objects.get(headline="Erster Text")
    assert desk.get(correction(article)).status_code == 200
    row = UnknownName.objects.get(name="Askar Schumabajew")
    answer = desk.get(f"{LIST}{row.pk}/change/")
    assert answer["Location"] == f"{JUDGE}?key=k"
    assert desk.get(f"{LIST}x/change/").status_code == 404


def test_questions_come_with_texts_and_are_never_deleted(admin_client, asked):
    row = UnknownName.objects.first()
    assert admin_client.get(f"{LIST}add/").status_code == 403
    assert admin_client.post(f"{LIST}{row.pk}/delete/", {"post": "yes"}).status_code == 403


def test_many_questions_take_as_many_queries_as_one(desk, asked, count_queries):
    one = count_queries(desk, LIST)
    for number in range(30):
        entity = make_entity(f"Name {number}")
        ask_name(make_article(f"T{number}"), f"N{number}", candidates=[entity.name])
    assert count_queries(desk, LIST) == one <= 12


def test_the_list_works_by_keyboard_without_a_mouse(page, live_server, asked, editor):
    editor.set_password("geheim")
    editor.save()
    page.goto("/admin/login/")
    page.fill("[name=username]", editor.username)
    page.fill("[name=password]", "geheim")
    page.press("[name=password]", "Enter")
    page.goto(LIST)
    page.locator("button[value=no_name]").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist")
    assert UnknownName.objects.open().filter(key="w").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_about_names_scrolls_sideways(page, live_server, asked, editor, width):
    asked.aliases.create(name="Wasserwirtschaftsverwaltungszusammenarbeitskommission", start="2019")
    editor.set_password("geheim")
    editor.save()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/admin/login/")
    page.fill("[name=username]", editor.username)
    page.fill("[name=password]", "geheim")
    page.press("[name=password]", "Enter")
    for place in (LIST, f"{JUDGE}?key=k&q=a", f"/admin/articles/entity/{asked.pk}/change/"):
        page.goto(place)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place
