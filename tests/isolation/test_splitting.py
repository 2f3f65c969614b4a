"""Files are opened in a child: with the same result as here, and whatever they do there."""

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from articles.isolation import pool, process, split_in_child, splitting
from articles.models import ImportItem
from articles.pipeline import formats
from articles.pipeline.formats import split_items
from articles.pipeline.formats.members import REASONS
from articles.pipeline.reading import Unreadable
from tests.isolation import hostile
from tests.pipeline.formats.archive_files import tarred, zipped

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")
ROOT = Path(__file__).resolve().parents[2]
ARCHIVE = zipped(("b.txt", "Вода".encode()), ("a.txt", b"Wasser"), ("../x", b"x"))
#: A file of each format, with statements and hints.
FILES = sorted(
    path
    for path in (ROOT / "tests/evaluation/formats/open").iterdir()
    if not path.name.endswith(".gold.json")
)
#: A child that knows hostile files, and is allowed a second for each.
START = (
    "import sys; sys.path.insert(0, sys.argv[1]); import articles.isolation.child as child; "
    "from articles.pipeline import formats; from tests.isolation import hostile; "
    "formats.FORMATS = hostile.install(); child.SECONDS = 1; child.main()"
)


@pytest.fixture(autouse=True)
def pool_of_its_own(monkeypatch):
    monkeypatch.setattr(splitting, "POOL", pool.Pool())
    yield splitting.POOL
    splitting.POOL.close()


@pytest.fixture
def hostile_files(monkeypatch):
    monkeypatch.setattr(process, "_START", START)
    monkeypatch.setattr(process, "WALL_SECONDS", 3)
    monkeypatch.setattr(formats, "FORMATS", hostile.install())


def do(what):
    return hostile.MAGIC + what.encode()


def told(data, name="a.bin"):
    """Return what a child makes of a file: the texts, or the reason."""
    try:
        return [entry.text.content for entry in split_in_child(data, name)]
    except Unreadable as reason:
        return reason.code


def idle():
    return splitting.POOL._idle


@pytest.mark.parametrize(
    "data",
    [
        ARCHIVE,
        tarred(("b.txt", b"Zwei"), ("a", "symlink"), mode="w:gz"),
        zipped(("a.zip", ARCHIVE), ("leer.txt", b"")),
    ],
)
def test_a_child_finds_what_would_be_found_here(data):
    assert split_in_child(data, "post.zip") == split_items(data, "post.zip")
    assert split_in_child(data, "post.zip") == split_items(data, "post.zip"), "and so when warm"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_texts_of_every_format_come_back_as_they_were_found(path):
    data = path.read_bytes()
    assert split_in_child(data, path.name) == split_items(data, path.name)


@pytest.mark.parametrize("data", [b"PK\x03\x04" + bytes(99), zipped()])
def test_the_reason_is_the_same(data):
    with pytest.raises(Unreadable) as here:
        split_items(data, "a.zip")
    assert told(data) == here.value.code


def test_plain_text_needs_no_child(monkeypatch):
    monkeypatch.setattr(process, "_START", "raise SystemExit")
    assert told(b" date 2022-05 Wasser") == [" date 2022-05 Wasser"]
    assert idle() == []


def test_a_child_that_does_not_start_is_no_fault_of_the_file(monkeypatch, caplog):
    monkeypatch.setattr(process, "_START", "raise SystemExit")
    assert told(ARCHIVE) == "error"
    assert "post.zip" in caplog.text or "a.bin" in caplog.text


def test_a_child_is_used_again(hostile_files):
    assert told(do("nothing")) == ["read all the same"]
    [first] = idle()
    assert told(do("nothing")) == ["read all the same"]
    assert idle() == [first]


@pytest.mark.parametrize("what", ["loop", "sleep", "memory", "segfault", "exit", "deep"])
@pytest.mark.parametrize("warm", [False, True])
def test_what_holds_or_kills_the_child_is_told_and_the_next_file_is_read(hostile_files, what, warm):
    if warm:
        told(do("nothing"))
    started = time.monotonic()
    assert told(do(what)) == "effort"
    assert time.monotonic() - started < 15
    assert told(do("nothing")) == ["read all the same"]


@pytest.mark.parametrize("what", ["loop", "memory", "segfault"])
def test_in_an_archive_only_the_hostile_member_is_refused(hostile_files, what):
    archive = zipped(
        ("a", do("nothing")), ("b", do(what)), ("c", do("nothing")), ("d.txt", b"Wasser")
    )
    found = split_in_child(archive, "post.zip")
    assert [(one.name, getattr(one, "code", "")) for one in found] == [
        ("a", ""),
        ("b", "effort"),
        ("c", ""),
        ("d.txt", ""),
    ]


def test_a_child_killed_in_the_middle_costs_that_file_only(hostile_files):
    told(do("nothing"))
    [child] = idle()
    killer = threading.Timer(0.5, os.kill, (child._process.pid, signal.SIGKILL))
    killer.start()
    assert told(do("sleep")) == "effort"
    killer.join()
    assert told(do("nothing")) == ["read all the same"]


def test_a_child_killed_while_idle_costs_nothing(hostile_files):
    told(do("nothing"))
    [child] = idle()
    child._process.kill()
    child._process.wait()
    assert told(do("nothing")) == ["read all the same"]


def test_a_fault_of_a_format_is_logged_and_leaves_the_child_as_it_is(hostile_files, caplog):
    with caplog.at_level(logging.ERROR):
        assert told(do("fail")) == "error"
    assert "a fault of the format" in caplog.text
    assert "hostile.py" in caplog.text, "with the place"
    assert len(idle()) == 1


def test_a_child_knows_no_secret_and_may_not_write(hostile_files, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://user:secret@host/name")
    monkeypatch.setenv("NEWSROOM_SECRET_KEY", "secret")
    [environment] = told(do("environment"))
    assert "secret" not in environment
    assert "DATABASE_URL" not in environment
    assert told(do("limits")) == [str([512 * 1024**2, 64, 0])]
    assert told(do("write")) == "error"
    assert hostile.WRITTEN.read_text() == ""
    hostile.WRITTEN.unlink()


def test_what_a_child_prints_is_no_reply(hostile_files):
    assert told(do("print")) == ["printed"]


def test_a_child_cannot_invent_reasons(hostile_files):
    assert told(do("code")) == "error"
    assert {reason for reason in ImportItem.Reason.values if reason in REASONS} == REASONS


@pytest.mark.parametrize(
    "reply",
    [
        b"HTTP/1.1 200 OK\r\n\r\n" * 99,
        b"\xff" * 64,
        b"\x00\x00\x00\x02\x00\x00\x00\x00{}" * 3,
        b'\x00\x00\x00\x08\x00\x00\x00\x00["item"]' * 3,
        b"\x00\x00\x27\x10\x00\x00\x00\x00" + b"[" * 10_000,
        b'\x00\x00\x00\x0a\x00\x00\x00\x00["nonsen"]'[:17],
    ],
)
def test_replies_that_are_none_do_no_harm(monkeypatch, caplog, reply):
    ready = b'\x00\x00\x00\x0e\x00\x00\x00\x00["ready",true]'
    code = f"import sys; sys.stdout.buffer.write({ready + reply!r}); sys.stdout.flush(); sys.stdin.read()"
    monkeypatch.setattr(process, "_START", code)
    monkeypatch.setattr(process, "WALL_SECONDS", 2)
    assert told(ARCHIVE) in ("error", "effort")
    assert idle() == []


def test_threads_have_children_of_their_own():
    archives = [zipped(*((f"{n}.txt", f"{t} {n}".encode()) for n in range(30))) for t in range(4)]
    found = {}

    def split(number):
        found[number] = [one.text.content for one in split_in_child(archives[number], "a.zip")]

    threads = [threading.Thread(target=split, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number in range(4):
        assert sorted(found[number]) == sorted(f"{number} {n}" for n in range(30))
    assert len(idle()) == 2


def test_a_file_that_takes_too_long_with_all_its_members_is_given_up(monkeypatch):
    monkeypatch.setattr(splitting, "FILE_SECONDS", -1)
    assert told(ARCHIVE) == "effort"


def run(script):
    """Run a script that may split files, and return what it prints."""
    head = (
        "import os, sys, time; sys.path.insert(0, '.')\n"
        "from articles.isolation import split_in_child\n"
        "from articles.isolation.pool import POOL\n"
        "from tests.pipeline.formats.archive_files import zipped\n"
        "archive = zipped(('a.txt', b'Wasser'))\n"
        "split_in_child(archive, 'a.zip')\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", head + script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout, done.stderr


def is_gone(pid):
    """Return whether a process ends within five seconds; one that nobody waited for counts as ended."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("end", ["", "os.kill(os.getpid(), 9)", "os._exit(0)"])
def test_children_end_with_their_parent_however_it_ends(end):
    out, err = run(f"print(POOL._idle[0]._process.pid, flush=True)\n{end}")
    assert err == ""
    assert is_gone(int(out))


def test_a_forked_process_starts_a_child_of_its_own():
    out, err = run(
        "mine = POOL._idle[0]._process.pid\n"
        "if os.fork():\n"
        "    os.wait()\n"
        "    found = split_in_child(archive, 'a.zip')\n"
        "    print(found[0].name, POOL._idle[0]._process.pid == mine)\n"
        "else:\n"
        "    found = split_in_child(archive, 'a.zip')\n"
        "    print(found[0].name, POOL._idle[0]._process.pid == mine, flush=True)\n"
        "    POOL.close()\n"
        "    os._exit(0)\n"
    )
    assert (out, err) == ("a.txt False\na.txt True\n", "")
