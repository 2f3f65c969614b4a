"""Web server and worker side by side: one ends with the other, a worker that died comes back, no orphan stays."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings

PATIENCE = 30
#: Notes its number in a file, then waits for its end; `end_with_parent` as server and worker have it.
CHILD = """
import os, sys, time
from articles.management.serving import end_with_parent
end_with_parent()
with open(sys.argv[1], "a") as notes:
    notes.write(f"{os.getpid()}\\n")
time.sleep(60)
"""
KEEPER = """
import sys
from articles.management import serving
serving.PAUSE = 0.1
child = sys.argv[1]
commands = [[sys.executable, "-c", child, sys.argv[2] + name] for name in ("web", "worker")]
sys.exit(serving.Together(*commands).run())
"""


class Kept:
    """A keeper with a server and a worker of no use."""

    def __init__(self, folder: Path, child: str = CHILD) -> None:
        self.folder = folder
        arguments = [sys.executable, "-c", KEEPER, child, f"{folder}/"]
        self.process = subprocess.Popen(arguments, cwd=settings.BASE_DIR)

    def numbers(self, name: str) -> list[int]:
        """The processes that were started as `name`, in order."""
        notes = self.folder / name
        return [int(line) for line in notes.read_text().splitlines()] if notes.exists() else []


@pytest.fixture
def kept(tmp_path):
    kept = Kept(tmp_path)
    wait_until(lambda: kept.numbers("web") and kept.numbers("worker"))
    yield kept
    kept.process.kill()
    kept.process.wait()


def wait_until(is_so: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def runs(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    # Nobody may be there to bury it: a process that ended counts as gone.
    stat = Path(f"/proc/{number}/stat")
    return not (stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z")


def all_gone(kept: Kept) -> bool:
    return not any(runs(number) for name in ("web", "worker") for number in kept.numbers(name))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_both_end_when_the_keeper_is_told_to(kept, number):
    kept.process.send_signal(number)
    kept.process.wait(PATIENCE)
    assert all_gone(kept)


def test_both_end_when_the_keeper_is_killed(kept):
    kept.process.kill()
    kept.process.wait()
    wait_until(lambda: all_gone(kept))


def test_a_worker_that_died_is_started_again(kept):
    for died in (1, 2):
        time.sleep(0.3)
        os.kill(kept.numbers("worker")[-1], signal.SIGKILL)
        wait_until(lambda died=died: len(kept.numbers("worker")) == died + 1)
    assert len(kept.numbers("web")) == 1
    assert runs(kept.numbers("worker")[-1])


def test_without_the_server_nothing_is_kept(kept):
    os.kill(kept.numbers("web")[0], signal.SIGKILL)
    assert kept.process.wait(PATIENCE) == 128 + signal.SIGKILL
    assert all_gone(kept)


def test_the_exit_status_is_the_servers(tmp_path):
    leave = "import sys, time; time.sleep(0.5); sys.exit(7 if sys.argv[1].endswith('web') else 0)"
    assert Kept(tmp_path, leave).process.wait(PATIENCE) == 7


def test_who_does_not_end_is_killed_when_asked_twice(tmp_path):
    deaf = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)" + CHILD
    kept = Kept(tmp_path, deaf)
    wait_until(lambda: kept.numbers("web") and kept.numbers("worker"))
    kept.process.send_signal(signal.SIGINT)
    time.sleep(0.5)
    assert kept.process.poll() is None
    kept.process.send_signal(signal.SIGINT)
    kept.process.wait(PATIENCE)
    assert all_gone(kept)


def test_the_real_server_ends_when_its_keeper_is_killed(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    def is_open() -> bool:
        with socket.socket() as visitor:
            return visitor.connect_ex(("127.0.0.1", port)) == 0

    keeper = (
        "import sys; from articles.management import serving; "
        "serving.Together(serving.web_command(int(sys.argv[1])), [sys.executable, '-c', 'input()']).run()"
    )
    environment = {"NEWSROOM_DATA_DIR": str(tmp_path), "PATH": "/usr/bin:/bin"}
    process = subprocess.Popen(
        [sys.executable, "-c", keeper, str(port)], cwd=settings.BASE_DIR, env=environment
    )
    wait_until(is_open)
    process.kill()
    process.wait()
    wait_until(lambda: not is_open())
