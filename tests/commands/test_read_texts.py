"""`manage.py read_texts PATH… --json`: one object a line, whatever the terminal and the files are called."""

import json
import os
import subprocess
import sys

import pytest


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


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "ascii"])
def test_json_is_json_on_any_terminal(read, tmp_path, encoding):
    (tmp_path / "text.txt").write_text(
        "Вода — Öl 🐪\n\nВ Бишкеке говорили о воде.", encoding="utf-8"
    )
    [line] = read("--json", str(tmp_path), encoding=encoding)
    assert json.loads(line.decode(encoding))["headline"] == "Вода — Öl 🐪"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_no_text_stops_nothing(read, tmp_path):
    with open(os.fsencode(tmp_path) + b"/\xff\xfe.txt", "w") as file:
        file.write("Wasser\n\nIn Bischkek ging es um Wasser.")
    [line] = read("--json", str(tmp_path))
    assert json.loads(line)["file"].startswith(str(tmp_path))
    assert b"Wasser" in b"".join(read(str(tmp_path)))


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
