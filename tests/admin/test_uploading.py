"""Files and folders sent in parts: paths kept, nothing twice, and in a real browser by button and by drop."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase

from articles.models import ImportRun
from tests.factories import make_editor

from ..actions.test_resembling import made
from .conftest import allow, english_client
from .pages import TEXT, UPLOAD, text

FOLDER = {
    "presse/mai/aktau.txt": TEXT,
    "presse/juni/aktau.txt": made(1),
    "presse/leer.txt": "",
}


def send_part(client: Client, files: dict[str, str | bytes], address: str = UPLOAD, **sent):
    """Send one part of an upload as the page's script does."""
    data = {
        "upload": "0815",
        "paths": list(files),
        "files": [
            SimpleUploadedFile(
                str(number), content.encode() if isinstance(content, str) else content
            )
            for number, content in enumerate(files.values())
        ],
    }
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(address, data | sent)


def names(run: ImportRun) -> list[str]:
    return list(run.items.values_list("name", flat=True))


def test_the_first_part_makes_a_run_and_paths_are_names(desk, editor):
    answer = send_part(desk, FOLDER)
    run = ImportRun.objects.get()
    assert answer.json() == {"address": run.get_absolute_url()}
    assert (run.created_by, names(run)) == (editor, list(FOLDER))


def test_further_parts_of_an_upload_go_to_its_run(desk):
    send_part(desk, FOLDER)
    send_part(desk, {"presse/juli/neu.txt": "Ein anderer Text"})
    run = ImportRun.objects.get()
    assert names(run) == [*FOLDER, "presse/juli/neu.txt"]
    assert not run.items.filter(verdict="pending").exists()


def test_another_upload_is_another_run(desk):
    send_part(desk, FOLDER)
    send_part(desk, FOLDER, upload="0816")
    assert ImportRun.objects.count() == 2


def test_a_part_that_is_sent_again_brings_only_what_had_not_arrived(desk):
    send_part(desk, FOLDER)
    send_part(desk, FOLDER | {"presse/neu.txt": "Ein anderer Text"}, again="1")
    run = ImportRun.objects.get()
    assert names(run) == [*FOLDER, "presse/neu.txt"]


def test_an_archive_that_was_read_before_it_is_sent_again_comes_once(desk):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", made(1))
        archive.writestr("b.txt", made(2))
    send_part(desk, {"presse/mai.zip": packed.getvalue()})
    send_part(desk, {"presse/mai.zip": packed.getvalue()}, again="1")
    assert names(ImportRun.objects.get()) == ["presse/mai.zip › a.txt", "presse/mai.zip › b.txt"]


def test_the_same_name_with_other_words_is_no_repetition(desk):
    send_part(desk, {"a.txt": "Ein Text"})
    send_part(desk, {"a.txt": "Ein anderer Text"}, again="1")
    assert names(ImportRun.objects.get()) == ["a.txt", "a.txt"]


def test_files_are_added_to_a_run_on_its_page(desk):
    send_part(desk, FOLDER)
    run = ImportRun.objects.get()
    address = f"/admin/articles/importrun/{run.pk}/files/"
    assert f'action="{address}"' in text(desk.get(run.get_absolute_url()))
    assert send_part(desk, {"mehr.txt": "Mehr"}, address).status_code == 200
    with TestCase.captureOnCommitCallbacks(execute=True):  # as a browser without scripts sends it
        plain = desk.post(address, {"files": [SimpleUploadedFile("ohne.txt", b"Ohne")]})
    assert plain.url == run.get_absolute_url()
    assert names(run) == [*FOLDER, "mehr.txt", "ohne.txt"]


@pytest.mark.parametrize("status", ["stored", "storing", "undoing", "undone"])
def test_a_closed_run_takes_no_more_files(desk, status):
    send_part(desk, FOLDER)
    run = ImportRun.objects.get()
    ImportRun.objects.update(status=status)
    for address in (UPLOAD, f"/admin/articles/importrun/{run.pk}/files/"):
        answer = send_part(desk, {"mehr.txt": "Mehr"}, address)
        assert (answer.status_code, "error" in answer.json()) == (409, True)
    assert names(run) == list(FOLDER)
    assert "Add files to this run" not in text(desk.get(run.get_absolute_url()))


@pytest.mark.parametrize(
    ("number", "status", "words"),
    [
        (0, "review", "Choose at least one file."),
        (3, "review", "At most 2 files can be sent at once. Nothing was imported."),
        (1, "stored", "This run is closed: import the files anew."),
    ],
)
def test_the_plain_form_of_a_run_says_in_words_what_is_wrong(desk, settings, number, status, words):
    send_part(desk, {"a.txt": "Ein Text"})
    run = ImportRun.objects.get()
    ImportRun.objects.update(status=status)
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    sent = [SimpleUploadedFile(f"{n}.txt", b"Mehr") for n in range(number)]
    address = f"/admin/articles/importrun/{run.pk}/files/"
    assert words in text(desk.post(address, {"files": sent}, follow=True))
    assert names(run) == ["a.txt"]


@pytest.mark.parametrize("sent", [{"paths": ["nur-eins.txt"]}, {"paths": []}])
def test_paths_that_do_not_fit_do_no_harm(desk, sent):
    answer = send_part(desk, FOLDER, **sent)
    assert answer.status_code == 200
    assert ImportRun.objects.get().items.count() == 3


def test_adding_files_needs_its_permission(desk):
    send_part(desk, FOLDER)
    run = ImportRun.objects.get()
    address = f"/admin/articles/importrun/{run.pk}/files/"
    user = allow(make_editor("bolot"), "view_importrun")
    assert send_part(english_client(user), FOLDER, address).status_code == 403
    assert names(run) == list(FOLDER)
    assert "data-upload" not in text(english_client(user).get(run.get_absolute_url()))
    allowed = english_client(allow(user, "add_importrun"))
    assert send_part(allowed, {"mehr.txt": "Mehr"}, address).status_code == 200


def test_adding_files_needs_its_token(editor, desk):
    send_part(desk, FOLDER)
    run = ImportRun.objects.get()
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    address = f"/admin/articles/importrun/{run.pk}/files/"
    assert send_part(client, FOLDER, address).status_code == 403


# --- in a browser --------------------------------------------------------------------------------------


@pytest.fixture
def at_the_desk(transactional_db, page, live_server):
    """The editor's browser, signed in; superusers need no rights of their own."""
    from django.contrib.auth.models import User

    user = User.objects.create_superuser("aigul", password="x")
    client = Client()
    client.force_login(user)
    cookie = client.cookies["sessionid"]
    page.context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])
    return page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with folders in it."""
    for name, content in FOLDER.items():
        path = tmp_path / "chosen" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return tmp_path / "chosen" / "presse"


@pytest.fixture
def held_back(monkeypatch):
    """No worker comes before the test says so."""
    from articles.admin import uploading

    woken = []
    monkeypatch.setattr(uploading, "wake", woken.append)
    return woken


def test_a_folder_is_chosen_sent_in_parts_and_its_reading_followed(
    at_the_desk, folder, held_back, monkeypatch
):
    from articles.actions.importing import read_run
    from articles.admin import uploading

    monkeypatch.setattr(uploading, "FILES_OF_A_PART", 2)
    page = at_the_desk
    page.goto(UPLOAD)
    assert page.locator("[data-plain]").is_hidden()
    page.set_input_files("#folder", folder)
    page.wait_for_url(re.compile(r"/importrun/\d+/change/$"))
    run = ImportRun.objects.get()
    assert sorted(names(run)) == sorted(FOLDER)
    assert len(held_back) == 2
    assert page.locator(".progress [data-words]").inner_text() in (
        "0 von 3 Dateien sind gelesen.",
        "0 of 3 files are read.",
    )
    read_run(run)
    page.locator("#summary[data-status=review]").wait_for()  # without anybody reloading the page
    assert page.locator("#review .item").count() == 3
    assert page.locator('#summary [data-number="new"]').inner_text() == "2"


def test_files_chosen_before_the_script_came_are_sent_by_it(at_the_desk, folder, held_back):
    page, late = at_the_desk, []
    page.route("**/upload.js*", lambda route: route.continue_() if late else late.append(route))
    page.goto(UPLOAD, wait_until="commit")
    page.set_input_files("#files", folder / "leer.txt")
    page.wait_for_timeout(300)
    late[0].continue_()
    page.wait_for_url(re.compile(r"/importrun/\d+/change/$"))
    assert names(ImportRun.objects.get()) == ["leer.txt"]


DROP = """(files) => {
  const transfer = new DataTransfer();
  for (const [name, content] of files) transfer.items.add(new File([content], name));
  for (const kind of ["dragover", "drop"]) {
    document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }
}"""


def test_files_dropped_on_the_page_of_a_run_are_added_to_it(at_the_desk, held_back):
    from articles.actions.importing import start_run

    run = start_run([("aktau.txt", TEXT.encode())], by=None)
    page = at_the_desk
    page.goto(run.get_absolute_url())
    page.evaluate(DROP, [["mehr.txt", "Mehr"], ["noch-mehr.txt", "Noch mehr"]])
    page.locator("#summary[data-status=reading]").wait_for()
    assert names(run) == ["aktau.txt", "mehr.txt", "noch-mehr.txt"]


def test_a_part_that_fails_is_sent_again_by_itself_and_by_a_button(
    at_the_desk, held_back, browser_errors
):
    page = at_the_desk
    page.goto(UPLOAD)
    page.clock.install()
    failing = [True]

    def answer(route):
        if route.request.method == "POST" and failing[0]:
            route.abort()
        else:
            route.continue_()

    page.route("**/importrun/add/", answer)
    page.evaluate(DROP, [["mehr.txt", "Mehr"]])
    assert page.locator("[data-again]").is_hidden()
    for _ in range(3):
        page.clock.run_for(5000)
    page.locator("[data-again]").wait_for()
    assert not ImportRun.objects.exists()
    failing[0] = False
    page.locator("[data-again]").click()
    page.wait_for_url(re.compile(r"/importrun/\d+/change/$"))
    assert names(ImportRun.objects.get()) == ["mehr.txt"]
    browser_errors.clear()  # the connections that the test broke


def test_without_scripts_the_plain_form_sends_files(browser, live_server, transactional_db, folder):
    from django.contrib.auth.models import User

    client = Client()
    client.force_login(User.objects.create_superuser("aigul", password="x"))
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value}
    context.add_cookies([cookie | {"url": live_server.url}])
    page = context.new_page()
    page.goto(UPLOAD)
    assert page.locator("#folder").is_hidden()
    page.set_input_files("#files", folder / "mai" / "aktau.txt")
    page.locator(".drop button[type=submit]").click()
    page.wait_for_url(re.compile(r"/importrun/\d+/change/$"))
    context.close()
    assert names(ImportRun.objects.get()) == ["aktau.txt"]
