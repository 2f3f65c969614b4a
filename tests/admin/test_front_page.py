"""The front page of the desk and what surrounds every page."""

import re

import pytest

from articles.models import ImportRun
from tests.factories import make_article, make_editor, make_published, make_source, propose

from .conftest import allow, english_client
from .pages import TEXT, text, upload


def test_an_empty_desk_says_what_to_do(desk):
    page = text(desk.get("/admin/"))
    assert 'href="/admin/articles/importrun/add/"' in page
    assert "Nothing waits. Import texts" in page
    assert "Nothing is published yet" in page


def test_the_morning_shows_what_waits(desk):
    upload(desk, ("aktau.txt", TEXT))
    propose(make_article("Zweifelhaft"), "headline")
    make_article("Klar")
    make_published("Draußen")
    page = text(desk.get("/admin/"))
    assert f'href="{ImportRun.objects.get().get_absolute_url()}"' in page
    assert "1 new text" in page
    waiting, doubtful, sure, published = page.split('<section aria-labelledby="')[2:]
    assert "Names that nobody knows yet" in waiting
    assert "Zweifelhaft" in doubtful
    assert "1 doubtful value" in doubtful
    assert "Klar" in sure
    assert "Draußen" in published


def test_a_run_that_brought_nothing_new_waits_for_nobody(desk):
    upload(desk, ("leer.txt", ""))
    run = ImportRun.objects.get()
    assert "Nothing waits. Import texts" in text(desk.get("/admin/"))
    page = text(desk.get(run.get_absolute_url()))
    assert "There is nothing new to store." in page
    assert "waits for review" not in page


def test_every_table_is_one_step_from_the_desk(desk):
    source = make_source()
    way = '<a href="/admin/">Desk</a> &rsaquo; '
    assert f"{way}Sources" in text(desk.get("/admin/articles/source/"))
    here = f'{way}<a href="/admin/articles/source/">Sources</a> &rsaquo; {source}'
    assert here in text(desk.get(f"/admin/articles/source/{source.pk}/change/"))


def test_the_front_page_takes_the_same_queries_however_much_waits(desk, count_queries):
    def more(number):
        upload(desk, (f"{number}.txt", TEXT.replace("Rohre", f"Rohre {number}")))
        propose(make_article(f"Z{number}", source=make_source(f"Q{number}")), "headline")
        make_article(f"K{number}")
        make_published(f"P{number}")

    more(0)
    one = count_queries(desk, "/admin/")
    for number in range(1, 6):
        more(number)
    assert count_queries(desk, "/admin/") == one <= 18


def test_editors_see_their_tables_in_the_order_of_their_day(desk):
    page = text(desk.get("/admin/"))
    links = page.split('<nav class="tables"')[1].split("</nav>")[0]
    shown = re.findall(r"<a [^>]*>([^<]+)</a>", links)
    assert shown[:6] == ["Desk", "Articles", "Import runs", "Sources", "Unknown names", "Entities"]
    assert "Originals" not in shown
    assert "Tags" not in shown


def test_staff_without_rights_is_told_whom_to_ask(db):
    assert "Ask the chief editor" in text(english_client(make_editor()).get("/admin/"))


def test_each_list_needs_its_own_permission(db):
    client = english_client(allow(make_editor(), "view_importrun"))
    page = text(client.get("/admin/"))
    assert "Import runs waiting for review" in page
    assert "Drafts with doubtful values" not in page
    assert "importrun/add" not in page


@pytest.mark.parametrize(("language", "words"), [("de", "Texte einlesen"), ("ru", "Рабочий стол")])
def test_the_language_of_the_desk_can_be_switched(desk, language, words):
    asked = {"language": language, "next": "/admin/"}
    page = text(desk.post("/admin/language/", asked, follow=True))
    assert f'<html lang="{language}"' in page
    assert words in page


@pytest.mark.parametrize(("number", "words"), [(1, "1 результат"), (3, "3 результата")])
def test_lists_are_counted_in_the_plural_of_the_language(desk, number, words):
    for place in range(number):
        make_source(f"Blatt {place}")
    desk.post("/admin/language/", {"language": "ru", "next": "/admin/"})
    page = desk.get("/admin/articles/source/").content.decode()
    paginator = page.split('class="paginator"')[1].split("</p>")[0]
    assert " ".join(paginator.split()).endswith(f" {words}")


@pytest.mark.parametrize("path", ["/admin/", "/admin/articles/article/", "/admin/auth/user/add/"])
def test_no_page_needs_inline_script_or_style(desk, admin_client, path):
    for page in (admin_client.get(path).content.decode(),):
        assert "<style" not in page
        assert "<script>" not in page
        assert " style=" not in page
        assert " onclick=" not in page
