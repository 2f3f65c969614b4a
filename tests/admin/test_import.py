"""Upload, review, store: nothing becomes an article before an editor says so."""

import re

import pytest
from django.conf import settings
from django.test import Client

from articles.models import Article, ImportItem, ImportRun
from tests.factories import make_country, make_editor, make_entity

from .conftest import allow, english_client
from .pages import TEXT, UPLOAD, press, text, upload

SECOND = """Kamele überqueren die Straße von Taras

Eine Herde von dreißig Kamelen hat am Sonntag den Verkehr zwischen Taras und Schu für zwei Stunden aufgehalten. \
Die Polizei wartete mit den Fahrern, bis das letzte Tier in der Steppe verschwunden war.
"""
NEARLY = TEXT.replace("im kommenden Frühjahr", "im nächsten Herbst").replace(
    "wurde zunächst", "wurde"
)
BAD = "<script>alert(1)</script>.txt"


def nearly_here(desk) -> ImportItem:
    """A text of a run that is nearly the same as a stored one."""
    upload(desk, ("aktau.txt", TEXT))
    press(desk, ImportRun.objects.get(), store="1")
    upload(desk, ("again.txt", NEARLY))
    return ImportItem.objects.get(verdict="near")


def test_an_upload_leads_to_a_review_page_before_any_article_exists(desk):
    page = text(upload(desk, ("aktau.txt", TEXT), ("taras.txt", SECOND)))
    assert "Neue Pipeline für Aktau" in page
    assert "aktau.txt" in page
    assert "taras.txt" in page
    assert ">2</b> received" in page
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("leer.txt", b"", "The file is empty."),
        ("bild.txt", bytes(range(256)) * 9, "The file holds no text."),
    ],
)
def test_a_bad_file_is_named_with_the_reason_and_stops_nothing(desk, name, data, reason):
    page = text(upload(desk, (name, data), ("aktau.txt", TEXT)))
    assert name in page
    assert reason in page
    assert ">1</b> new" in page
    assert ">1</b> rejected" in page


def test_a_file_that_is_too_large_is_named(desk, settings):
    settings.IMPORT_MAX_BYTES = 100
    assert "larger than 20 MB" in text(upload(desk, ("aktau.txt", TEXT)))


def test_the_same_file_again_says_what_it_is_the_same_as(desk):
    upload(desk, ("aktau.txt", TEXT))
    press(desk, ImportRun.objects.get(), store="1")
    page = text(upload(desk, ("noch-einmal.txt", TEXT)))
    article = Article.objects.get()
    assert "already here" in page
    assert f'Same text as <a href="/admin/articles/article/{article.pk}/change/">' in page
    assert "There is nothing new to store." in page


def test_an_upload_without_a_file_is_told_so(desk):
    page = text(desk.post(UPLOAD, {}))
    assert "Choose at least one file." in page
    assert not ImportRun.objects.exists()


def test_too_many_files_are_refused_in_words(desk, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 1
    page = upload(desk, ("a.txt", TEXT), ("b.txt", SECOND))
    assert page.status_code == 400
    assert "At most 1 files" in text(page)
    assert not ImportRun.objects.exists()


def test_a_text_that_is_nearly_here_is_stored_with_its_relation_where_both_are_kept(desk):
    near = nearly_here(desk)
    press(desk, near.run, decide=f"{near.pk}:store")
    press(desk, near.run, store="1")
    article = Article.objects.get(item=near)
    page = text(desk.get(f"/admin/articles/article/{article.pk}/change/"))
    assert "Relations to other texts" in page
    assert f'<a href="/admin/articles/article/{near.same_as.article.pk}/change/">' in page


def test_a_text_that_is_nearly_here_is_compared_word_by_word(desk):
    near = nearly_here(desk)
    address = f"/admin/articles/importrun/{near.run_id}/items/{near.pk}/"
    assert f'<a href="{address}compare/">' in text(desk.get(address))
    page = text(desk.get(f"{address}compare/"))
    assert "<del>kommenden Frühjahr</del>" in page
    assert "<ins>nächsten Herbst</ins>" in page
    assert "Die Stadt Aktau in Kasachstan bekommt eine neue Leitung." in page


def test_where_nothing_is_alike_there_is_nothing_to_compare(desk):
    upload(desk, ("aktau.txt", TEXT))
    item = ImportItem.objects.get()
    address = f"/admin/articles/importrun/{item.run_id}/items/{item.pk}/compare/"
    assert desk.get(address).status_code == 404


def test_an_item_shows_every_line_with_its_label(desk):
    upload(desk, ("aktau.txt", TEXT + "\nAbonniert unseren Newsletter!\n"))
    item = ImportItem.objects.get()
    page = text(desk.get(f"/admin/articles/importrun/{item.run_id}/items/{item.pk}/"))
    labels = re.findall(r'class="number">\d+</span> ([^<]+)</span>', page)
    assert (labels[0], labels[-1]) == ("headline", "newsletter")
    assert 'id="read-headline"' in page
    assert 'href="#read-headline"' in page


def test_an_item_names_what_it_read_in_the_editors_language(desk):
    make_entity("Aktau", kind="place", country=make_country(), name_de="Aktau am Kaspischen Meer")
    upload(desk, ("aktau.txt", TEXT))
    item = ImportItem.objects.get()
    desk.post("/admin/language/", {"language": "de", "next": "/admin/"})
    page = text(desk.get(f"/admin/articles/importrun/{item.run_id}/items/{item.pk}/"))
    assert ">Aktau am Kaspischen Meer</a>" in page
    assert 'Sprache</dt> <dd class=""> Deutsch' in page


def test_the_original_is_sent_as_it_came_and_never_as_a_page(desk):
    upload(desk, (BAD.replace("/", "_"), TEXT))
    item = ImportItem.objects.get()
    sent = desk.get(f"/admin/articles/importrun/{item.run_id}/items/{item.pk}/original/")
    assert sent.content == TEXT.encode()
    assert sent["Content-Type"] == "application/octet-stream"
    assert sent["Content-Disposition"].startswith("attachment")
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in sent["Content-Security-Policy"]


def test_names_of_files_and_words_of_texts_are_never_markup(desk):
    upload(desk, ("<img src=x onerror=alert(1)>.txt", TEXT.replace("Aktau", "<b>Ak</b>", 1)))
    item = ImportItem.objects.get()
    for address in (item.run.get_absolute_url(), f"{item.run_id}/items/{item.pk}/"):
        page = desk.get(address if address[0] == "/" else f"/admin/articles/importrun/{address}")
        assert "<img src=x" not in text(page)
        assert "&lt;img src=x" in text(page)
        assert "<b>Ak</b>" not in text(page)


def test_the_run_is_found_by_the_name_of_a_file(desk):
    upload(desk, ("Öskemen.txt", TEXT))
    assert "Import run" in text(desk.get("/admin/articles/importrun/?q=öskemen")).split("<table")[1]


@pytest.mark.parametrize("path", ["", "add/", "1/change/", "1/items/1/", "1/items/1/original/"])
def test_nobody_imports_without_signing_in(db, path):
    answer = Client().get(f"/admin/articles/importrun/{path}")
    assert answer.status_code == 302
    assert answer.url.startswith("/admin/login/")


@pytest.mark.parametrize("path", ["", "add/", "1/change/", "1/items/1/", "1/items/1/original/"])
def test_staff_without_permission_sees_no_import(db, path):
    assert english_client(make_editor()).get(f"/admin/articles/importrun/{path}").status_code == 403


def test_who_may_only_look_stores_nothing(desk, newsroom):
    upload(desk, ("aktau.txt", TEXT))
    run = ImportRun.objects.get()
    reader = english_client(allow(make_editor("bolot"), "view_importrun"))
    assert "Your account may not store drafts." in text(reader.get(run.get_absolute_url()))
    assert press(reader, run, store="1").status_code == 403
    item = run.items.get()
    original = f"/admin/articles/importrun/{run.pk}/items/{item.pk}/original/"
    assert reader.get(original).status_code == 403
    assert not Article.objects.exists()


def test_an_upload_needs_its_token(editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    assert upload(client, ("aktau.txt", TEXT)).status_code == 403
    assert not ImportRun.objects.exists()


def test_the_limits_are_stated(desk):
    page = text(desk.get(UPLOAD))
    assert f"Up to {settings.DATA_UPLOAD_MAX_NUMBER_FILES} files" in page
    assert "import_texts" in page


def test_letters_repaired_while_reading_are_shown_before_and_after(desk):
    garbled = TEXT.encode().decode("cp1252", "replace")
    page = text(upload(desk, ("aktau.txt", garbled)))
    assert "Garbled letters were repaired" in page
    assert "fÃ¼r → für" in page or "fÃ¼r Aktau → für Aktau" in page
