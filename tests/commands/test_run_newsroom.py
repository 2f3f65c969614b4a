"""`manage.py run_newsroom`: everything ready with one command, and nothing lost by the second."""

import re
import socket
import subprocess
import sys
import time
import urllib.request
from io import StringIO

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.utils import translation

from articles.management.commands import run_newsroom
from articles.management.commands.run_newsroom import check_port
from articles.models import Article, ImportRun

NOTE = "Der Tienschan-Dienst ist die deutschsprachige Nachrichtenagentur für die Hochgebirgsländer Asiens."


@pytest.fixture
def seeds(settings, tmp_path):
    """A folder with one text that names its source, and one that does not."""
    settings.SEEDS_DIR = tmp_path / "seeds"
    settings.SEEDS_DIR.mkdir()
    body = "Bischkek, 7. Mai 2024 (tsd) – Kirgisistan baut eine Straße.\n\nDie Straße ist lang.\n"
    (settings.SEEDS_DIR / "a.txt").write_text(f"Kirgisistan baut eine Straße\n\n{body}\n{NOTE}\n")
    (settings.SEEDS_DIR / "b.txt").write_text("Ein Satz über das Wetter in Almaty.\n")
    return settings.SEEDS_DIR


def prepare() -> str:
    out = StringIO()
    with translation.override("en"):
        call_command("run_newsroom", prepare_only=True, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_the_first_time_everything_is_made(seeds):
    told = prepare()
    assert "Reference data: " in told
    assert (
        "Seeds: 2 texts: 2 new, 0 nearly the same, 0 changed, 0 already here, 0 rejected; 2 stored as drafts."
        in told
    )
    editor = User.objects.get()
    password = re.search(r"password (\S+)", told)[1]
    assert (editor.username, editor.is_staff, editor.is_superuser) == ("editor", True, False)
    assert editor.check_password(password)
    assert len(password) >= 12
    assert Article.objects.count() == 2
    assert Article.objects.filter(headline__startswith="Ein Satz").get().status == "draft"


@pytest.mark.django_db
def test_the_second_time_everything_stays(seeds):
    prepare()
    rows = list(Article.objects.values())
    password = User.objects.get().password
    told = prepare()
    assert "Reference data: unchanged." in told
    assert "Seeds: nothing new." in told
    assert "changepassword editor" in told
    assert list(Article.objects.values()) == rows
    assert User.objects.get().password == password
    assert ImportRun.objects.count() == 1


@pytest.mark.django_db
def test_a_text_that_is_put_in_later_comes_alone(seeds):
    prepare()
    (seeds / "c.txt").write_text("Noch ein Text aus Duschanbe.\n")
    assert "Seeds: 1 texts: 1 new" in prepare()


@pytest.mark.django_db
def test_an_import_that_was_interrupted_is_made_good(seeds):
    from articles.actions.importing import receive

    receive([("a.txt", seeds / "a.txt"), ("b.txt", seeds / "b.txt")], by=None)
    assert "2 stored as drafts" in prepare()


@pytest.mark.django_db
def test_a_start_that_was_stopped_before_publishing_is_made_good(seeds, monkeypatch):
    def stop(*args, **options):
        raise KeyboardInterrupt

    with monkeypatch.context() as stopped:
        stopped.setattr(run_newsroom, "publish_if_ready", stop)
        with pytest.raises(KeyboardInterrupt):
            prepare()
    assert not Article.objects.exists()
    assert "2 stored as drafts" in prepare()
    assert Article.objects.filter(status="published").count() == 1


@pytest.mark.django_db
def test_a_file_that_cannot_be_opened_is_told_once(seeds):
    (seeds / "kaputt.txt").symlink_to("nirgends")
    (seeds / "zu_groß.txt").write_bytes(b"x" * (20 * 1024 * 1024 + 1))
    told = prepare()
    assert "kaputt.txt: The file could not be opened." in told
    assert "zu_groß.txt: The file is larger than 20 MB." in told
    assert "Seeds: nothing new." in prepare()
    assert ImportRun.objects.count() == 1


@pytest.mark.django_db
def test_no_seeds_are_no_trouble(settings, tmp_path):
    settings.SEEDS_DIR = tmp_path / "none"
    assert "Seeds: nothing new." in prepare()


@pytest.mark.django_db
def test_editors_may_change_articles_and_neither_history_nor_originals():
    codes = set(Group.objects.get(name="editor").permissions.values_list("codename", flat=True))
    assert {"change_article", "add_importrun", "delete_alias", "view_original"} <= codes
    for forbidden in ("delete_original", "change_original", "change_historyentry", "add_user"):
        assert forbidden not in codes
    assert not {code for code in codes if code.startswith("delete_article")}


def test_a_taken_port_is_told_in_one_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with translation.override("en"), pytest.raises(CommandError) as refused:
            check_port(port)
    assert str(refused.value) == f"Port {port} is taken: try make run PORT={port + 1}."


@pytest.mark.parametrize("port", [0, -1, 65536, 10**9])
def test_what_is_no_port_is_told(port):
    with pytest.raises(CommandError):
        check_port(port)


def test_it_serves_and_ends_cleanly_with_ctrl_c(tmp_path, settings):
    """The real command in a folder of its own: from nothing to a page, then Ctrl-C."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "manage.py", "run_newsroom", "--port", str(port)]
    environment = {"NEWSROOM_DATA_DIR": str(tmp_path), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    log = (tmp_path / "log").open("w+")
    with subprocess.Popen(
        command, cwd=settings.BASE_DIR, env=environment, stdout=log, stderr=log
    ) as server:
        try:
            assert "<html" in fetch(f"http://127.0.0.1:{port}/en/", server)
        finally:
            server.send_signal(2)
        assert server.wait(20) == 0
    log.seek(0)
    assert f"http://127.0.0.1:{port}/admin/" in log.read()
    log.close()


def fetch(address: str, server: subprocess.Popen) -> str:
    for _attempt in range(120):
        try:
            with urllib.request.urlopen(address, timeout=5) as page:
                return page.read().decode()
        except OSError:
            assert server.poll() is None, "the server ended"
            time.sleep(0.5)
    raise AssertionError("no answer within a minute")
