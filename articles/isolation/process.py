"""The parent's side: a child process started, asked, watched and ended."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from ..pipeline.formats.members import REASONS, Entry, Member
from ..pipeline.reading import Unreadable
from .frames import read_frame, write_frame
from .plain import item_from, refused_from

#: Seconds that a child may take for an entry, whatever it does.
WALL_SECONDS = 30.0
#: Bytes of one reply: a file of 20 MB as text, with what was found in it.
MAX_REPLY = 256 * 1024**2
_ROOT = Path(__file__).resolve().parent.parent.parent
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from articles.isolation.child import main; main()"
)
#: Where the interpreter finds its own libraries. Passwords, addresses and keys stay with the parent.
_INHERITED = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")


class FormatMistake(Exception):
    """A format failed on a file by a fault of its own; `trace` says where."""

    def __init__(self, told: str, trace: str) -> None:
        super().__init__(told)
        self.trace = trace


class Child:
    """A process that opens files, one at a time, for one caller at a time."""

    def __init__(self) -> None:
        """Start it. Isolated mode: neither environment nor working directory choose what it imports."""
        self.is_ready = True
        self._is_late = self._has_started = False
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", "-c", _START, str(_ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in _INHERITED if name in os.environ},
            start_new_session=True,  # Ctrl-C is the parent's affair
        )

    @property
    def is_alive(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    def entries(self, data: bytes, name: str) -> Iterator[Entry]:
        """Yield what the child finds in a file; it is ready for another one when all is taken.

        Raises `Unreadable`: with the child's reason, or `effort` where it died, took too long or sent too much, and
        `FormatMistake`.
        """
        self._wait_for_start()
        self.is_ready = False
        try:
            with self._watch():
                write_frame(self._to_child, name, data)
            while True:
                with self._watch():
                    said, data = read_frame(self._from_child, MAX_REPLY)
                    entry = self._understood(said, data)
                if entry is None:
                    return
                yield entry
        except (EOFError, OSError) as gone:
            raise Unreadable("effort") from gone
        except (ValueError, RecursionError, LookupError, TypeError) as nonsense:
            raise FormatMistake("a reply that is none", str(nonsense)) from nonsense

    def _wait_for_start(self) -> None:
        """Raise `FormatMistake` where the process does not come up: that is no fault of a file."""
        if self._has_started:
            return
        try:
            with self._watch():
                self._expect_ready()
        except (EOFError, ValueError, RecursionError) as silence:
            self.is_ready = False
            raise FormatMistake("the process that opens files did not start", "") from silence
        self._has_started = True

    def _understood(self, said: list[str], data: bytes) -> Entry | None:
        """Return the entry that a reply holds, None for the end; raise what it says."""
        kind, *rest = said
        if kind == "member":
            [name] = rest
            return Member(str(name), data)
        if kind == "item":
            return item_from(*rest)
        if kind == "refused":
            return refused_from(*rest)
        self._expect_ready()
        if kind == "mistake":
            raise FormatMistake(*map(str, rest))
        if kind == "unreadable":
            code, detail = rest
            raise Unreadable(code if code in REASONS else "error", str(detail))
        return None

    def _expect_ready(self) -> None:
        said, _ = read_frame(self._from_child, MAX_REPLY)
        self.is_ready = said == ["ready", True] and not self._is_late

    @contextmanager
    def _watch(self) -> Iterator[None]:
        """End the child where what is done meanwhile takes too long: who waits for it then reads the end of its reply."""
        watchdog = threading.Timer(WALL_SECONDS, self._give_up)
        watchdog.daemon = True
        watchdog.start()
        try:
            yield
        finally:
            watchdog.cancel()

    def _give_up(self) -> None:
        self._is_late = True
        self._process.kill()

    def end(self) -> None:
        """End the process at once and forget it."""
        self._process.kill()
        self._process.wait()
        self._close()

    def forget(self) -> None:
        """Let go of a process that belongs to the parent of this one: a fork copied what leads to it."""
        self._process.returncode = 0  # not ours to wait for
        self._close()

    def _close(self) -> None:
        for pipe in (self._to_child, self._from_child):
            with suppress(OSError):
                pipe.close()

    @property
    def _to_child(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def _from_child(self) -> IO[bytes]:
        assert self._process.stdout is not None
        return self._process.stdout
