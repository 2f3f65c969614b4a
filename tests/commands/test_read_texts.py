"""`manage.py read_texts PATH… --json`: one object a line, whatever the terminal and the files are called."""

import json
import os
import subprocess
import sys

import pytest

from tests.pipeline.formats.archive_files import zipped


@pytest.fixture
def read(settings, tmp_path):
    """Run the real command, since a test's own output has no encoding."""

    def run(*arguments: str | bytes, encoding: str = "utf-8") -> list[bytes]:
        environment = {"NEWSROOM_DATA_DIR": str(tmp_path / "data"), "PYTHONIOENCODING": encoding}
        command = [sys.executable, "manage.py", "read_texts", *arguments]
        done = subprocess.run(
            command, cwd=settings.BASE_DIR, env=environment, capture_output=True, check=True
        )
        assert not (tmp_path / "data" / "newsroom.sqlite3").exists()
        return done.stdout.splitlines()

    return run


@pytest.fixture
def texts(tmp_path):
    """An empty folder for texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "ascii"])
def test_json_is_json_on_any_terminal(read, texts, encoding):
    (texts / "text.txt").write_text("Вода — Öl 🐪\n\nВ Бишкеке говорили о воде.", encoding="utf-8")
    [line] = read("--json", "--text", str(texts), encoding=encoding)
    assert json.loads(line.decode(encoding))["text"].startswith("Вода — Öl 🐪")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_no_text_stops_nothing(read, texts):
    with open(os.fsencode(texts) + b"/\xff\xfe.txt", "w") as file:
        file.write("In Bischkek ging es am Dienstag um Wasser.")
    [line] = read("--json", str(texts))
    assert json.loads(line)["file"].startswith(str(texts))
    assert b"Wasser" in b"".join(read(str(texts)))


def test_all_kinds_of_files_in_a_folder_are_read_but_no_gold(read, texts):
    (texts / "a.zip").write_bytes(
        zipped(("a.md", b"# Wasser\n\nText aus Osch."), ("b.txt", b"Text aus Naryn."), ("c", b""))
    )
    (texts / "d.txt").write_text("Text aus Bischkek.")
    (texts / "d.json").write_text("{}")
    (texts / "e.gold.json").write_text("{}")
    read_of = [
        (one["file"].rpartition("/")[2], one["item"])
        for one in map(json.loads, read("--json", str(texts)))
    ]
    assert read_of == [("a.zip", 1), ("a.zip", 2), ("d.txt", 1)]


def test_a_reader_who_has_seen_enough_ends_it_without_a_traceback(settings, tmp_path):
    (tmp_path / "text.txt").write_text("Wasser\n\nIn Bischkek ging es um Wasser.", encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)  # `… | head` after its last line
    environment = {"NEWSROOM_DATA_DIR": str(tmp_path / "data"), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "manage.py", "read_texts", "--json", str(tmp_path)]
    done = subprocess.run(
        command, cwd=settings.BASE_DIR, env=environment, stdout=writing, stderr=subprocess.PIPE
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")
