"""Web server and worker side by side: started together, ended together. `python -m articles.management.serving PORT`

Neither Django nor the core is imported here: this process only waits, and should be small. It is gunicorn's
configuration too (`on_starting`).
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import FrameType
from typing import Any

_ROOT = Path(__file__).resolve().parent.parent.parent
HOST = "127.0.0.1"
#: Seconds between two looks at the processes, and for their orderly end.
_LOOK, _GRACE = 0.2, 25.0
#: Seconds before a worker that died is started again: at first, and at most if it dies again and again. One that lived
#: for longer than the latter did not fail to start.
PAUSE, LONGEST_PAUSE = 1.0, 30.0
#: Seconds for a request. A page takes a fraction of one; a large upload over a slow line takes its time.
_REQUEST = 120


def web_command(port: int) -> list[str]:
    """Return the command that serves pages on `port`."""
    gunicorn = [sys.executable, "-m", "gunicorn", "newsroom.wsgi", "--bind", f"{HOST}:{port}"]
    gunicorn += ["--config", f"python:{__spec__.name}", "--log-level", "warning"]
    return [*gunicorn, "--workers", "2", "--timeout", str(_REQUEST)]


def worker_command() -> list[str]:
    """Return the command that works in the background, and ends with the process that started it."""
    return [sys.executable, str(_ROOT / "manage.py"), "run_worker", "--end-with-parent"]


def start(command: list[str]) -> subprocess.Popen[bytes]:
    """Start a process that can tell by the end of its standard input that this one is gone, however it ended.

    It has a session of its own: Ctrl-C is told to it by this process, once.
    """
    return subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.PIPE, start_new_session=True)


def end_with_parent() -> None:
    """End this process in order when the one that started it (`start`) is gone."""
    threading.Thread(target=_wait_for_parent, name="parent", daemon=True).start()


def _wait_for_parent() -> None:
    while os.read(0, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def on_starting(_server: Any) -> None:
    """Be called by gunicorn's first process before it starts others."""
    end_with_parent()


class Together:
    """A web server and a worker. The worker is started again whenever it ends; without the server there is no use."""

    def __init__(self, web: list[str], worker: list[str]) -> None:
        self._worker_command = worker
        self._pause = PAUSE
        self._asked: list[int] = []
        self._web = start(web)
        self.worker = self._start_worker()

    def run(self) -> int:
        """Watch both until the server ends or somebody asks for the end; return the server's exit status."""
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._note)
        while not self._asked and self._web.poll() is None:
            self._keep_worker()
            time.sleep(_LOOK)
        self._end()
        status = self._web.returncode
        return status if status >= 0 else 128 - status

    def _note(self, number: int, _frame: FrameType | None) -> None:
        self._asked.append(number)

    def _start_worker(self) -> subprocess.Popen[bytes]:
        self._started = time.monotonic()
        return start(self._worker_command)

    def _keep_worker(self) -> None:
        """Start the worker again if it ended: at once, and ever later if it ends as soon as it is started."""
        if (status := self.worker.poll()) is None:
            return
        lived = time.monotonic() - self._started
        if lived > LONGEST_PAUSE:
            self._pause = PAUSE
        if lived < self._pause:
            return
        sys.stderr.write(f"The worker ended ({status}) and is started again.\n")
        self._pause = min(2 * self._pause, LONGEST_PAUSE)
        _close(self.worker)
        self.worker = self._start_worker()

    def _end(self) -> None:
        """End both: in order when asked once, at once when asked again or when the time is up."""
        number = signal.SIGINT if self._asked[:1] == [signal.SIGINT] else signal.SIGTERM
        both = (self._web, self.worker)
        for process in both:
            if process.poll() is None:
                process.send_signal(number)
        end = time.monotonic() + _GRACE
        while any(process.poll() is None for process in both):
            if len(self._asked) > 1 or time.monotonic() > end:
                for process in both:
                    process.kill()
            time.sleep(_LOOK)
        for process in both:
            _close(process)


def _close(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    process.stdin.close()


if __name__ == "__main__":
    sys.exit(Together(web_command(int(sys.argv[1])), worker_command()).run())
