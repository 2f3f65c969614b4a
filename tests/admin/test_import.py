"""Upload, review, store: nothing becomes an article before an editor says so."""

import pytest
from django.conf import settings
from django.test import Client

from articles.actions.importing import receive
from articles.models import Article, ImportItem, ImportRun
from tests.factories import make_country, make_editor, make_entity

from .conftest import allow, english_client
from .pages import TEXT, UPLOAD, text, upload

SECOND = """Kamele überqueren die Straße von Taras

Eine Herde von dreißig Kamelen hat am Sonntag den Verkehr zwischen Taras und Schu für zwei Stunden aufgehalten. \
Die Polizei wartete mit den Fahrern, bis das letzte Tier in der Steppe verschwunden war.
"""
NEARLY = TEXT.replace("im kommenden Frühjahr", "im nächsten Herbst").replace(
    "wurde zunächst", "wurde"
)
BAD = "<script>alert(1)</script>.txt"


def store(client, run, **data):
    items = [item.pk for item in run.items.filter(verdict="new")]
    sent = {"shown": items, "items": items, "store": "1"} | data
    return client.post(run.get_absolute_url(), sent, follow=True)


def test_an_upload_leads_to_a_review_page_before_any_article_exists(desk):
    page = text(upload(desk, ("aktau.txt", TEXT), ("taras.txt", SECOND)))
    assert "Neue Pipeline für Aktau" in page
    assert "aktau.txt" in page
    assert "taras.txt" in page
    assert "<b>2</b> received" in page
    assert not Article.objects.exists()


def test_what_is_ticked_is_stored_and_linked(desk):
    upload(desk, ("aktau.txt", TEXT), ("taras.txt", SECOND))
    run = ImportRun.objects.get()
    taras = run.items.get(name="taras.txt")
    page = text(store(desk, run, items=[taras.pk]))
    article = Article.objects.get()
    assert article.item == taras
    assert f"/admin/articles/article/{article.pk}/change/" in page
    assert "1 draft stored." in page
    assert "left out" in page


def test_with_nothing_ticked_nothing_is_stored(desk):
    upload(desk, ("aktau.txt", TEXT))
    page = text(store(desk, ImportRun.objects.get(), items=[]))
    assert "Nothing is ticked" in page
    assert not Article.objects.exists()
    assert ImportRun.objects.get().status == "review"


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
    assert "<b>1</b> new" in page
    assert "<b>1</b> rejected" in page


def test_a_file_that_is_too_large_is_named(desk, settings):
    settings.IMPORT_MAX_BYTES = 100
    assert "larger than 20 MB" in text(upload(desk, ("aktau.txt", TEXT)))


def test_the_same_file_again_says_what_it_is_the_same_as(desk):
    upload(desk, ("aktau.txt", TEXT))
    store(desk, ImportRun.objects.get())
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


def test_ticks_survive_a_walk_through_the_pages(desk):
    upload(desk, ("aktau.txt", TEXT))
    first = ImportItem.objects.get()
    run, reading, original = first.run, first.reading, first.original
    ImportItem.objects.bulk_create(
        ImportItem(
            run=run,
            position=1,
            name=f"{number}.txt",
            number=number,
            original=original,
            verdict="new",
            reading=reading,
            text_digest=str(number),
        )
        for number in range(2, 62)
    )
    one = [item.pk for item in run.items.all()[:50]]
    two = [item.pk for item in run.items.all()[50:]]
    page = text(desk.post(run.get_absolute_url(), {"shown": one, "go": "2"}, follow=True))
    assert "Page 2 of 2" in page
    assert "11 texts on all pages together." in page
    store(desk, run, shown=two, items=two[:-1])
    assert sorted(article.item.pk for article in Article.objects.all()) == sorted(two[:-1])


def test_a_text_that_is_nearly_here_is_shown_and_stored_only_when_ticked(desk):
    upload(desk, ("aktau.txt", TEXT))
    store(desk, ImportRun.objects.get())
    page = text(upload(desk, ("again.txt", NEARLY), ("taras.txt", SECOND)))
    run = ImportRun.objects.latest("pk")
    near = run.items.get(verdict="near")
    assert (near.name, near.same_as.name) == ("again.txt", "aktau.txt")
    assert "<b>1</b> nearly the same" in page
    assert f"{near.similarity} % the same as" in page
    assert f'value="{near.pk}" id="item-{near.pk}">' in page  # not ticked
    desk.post(run.get_absolute_url(), {"shown": [], "store": "1"})
    assert sorted(Article.objects.values_list("item__name", flat=True)) == [
        "aktau.txt",
        "taras.txt",
    ]


def test_a_text_that_is_nearly_here_is_stored_with_its_relation_when_ticked(desk):
    upload(desk, ("aktau.txt", TEXT))
    store(desk, ImportRun.objects.get())
    upload(desk, ("again.txt", NEARLY))
    run = ImportRun.objects.latest("pk")
    near = run.items.get()
    store(desk, run, shown=[near.pk], items=[near.pk])
    article = Article.objects.get(item=near)
    page = text(desk.get(f"/admin/articles/article/{article.pk}/change/"))
    assert "Relations to other texts" in page
    assert f'<a href="/admin/articles/article/{near.same_as.article.pk}/change/">' in page


def test_a_text_that_is_nearly_here_is_compared_word_by_word(desk):
    upload(desk, ("aktau.txt", TEXT))
    store(desk, ImportRun.objects.get())
    upload(desk, ("again.txt", NEARLY))
    near = ImportItem.objects.get(verdict="near")
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


def test_a_page_of_a_run_asks_no_more_for_twenty_texts_than_for_one(desk, count_queries):
    upload(desk, ("aktau.txt", TEXT))
    one = count_queries(desk, ImportRun.objects.latest("pk").get_absolute_url())
    many = [(f"{n}.txt", TEXT.replace("Aktau", f"Ort{n}")) for n in range(20)]
    upload(desk, *many)
    run = ImportRun.objects.latest("pk")
    assert run.items.filter(verdict="near").count() == 19
    assert count_queries(desk, run.get_absolute_url()) == one <= 15


def test_a_run_that_was_interrupted_says_so_and_reads_on(desk, editor):
    run = receive([("aktau.txt", TEXT.encode())], by=editor)
    page = text(desk.get(run.get_absolute_url()))
    assert "<b>1</b> not read yet" in page
    assert not run.items.filter(verdict="new").exists()
    page = text(desk.post(run.get_absolute_url(), {"read": "1"}, follow=True))
    assert "<b>1</b> new" in page


def test_an_item_shows_every_line_with_its_label(desk):
    upload(desk, ("aktau.txt", TEXT + "\nAbonniert unseren Newsletter!\n"))
    item = ImportItem.objects.get()
    page = text(desk.get(f"/admin/articles/importrun/{item.run_id}/items/{item.pk}/"))
    assert '<span class="label">headline</span>' in page
    assert '<span class="label">newsletter</span>' in page
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
    assert store(reader, run).status_code == 403
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
