"""Children kept warm: started when first needed, used again, replaced when they died, ended with this process."""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from .process import Child

#: Idle children kept: an archive needs one while the files in it need another.
_KEPT = 2


class Pool:
    """The idle children of this process. Threads may lease at once, each its own child."""

    def __init__(self) -> None:
        self._idle: list[Child] = []
        self._lock = threading.Lock()

    @contextmanager
    def lease(self) -> Iterator[Child]:
        """Lend a child; one that is not ready for another file afterwards is ended."""
        child = self._idle_child() or Child()
        try:
            yield child
        finally:
            if not self._kept(child):
                child.end()

    def _idle_child(self) -> Child | None:
        with self._lock:
            while self._idle:
                child = self._idle.pop()
                if child.is_alive:
                    return child
                child.end()
        return None

    def _kept(self, child: Child) -> bool:
        with self._lock:
            if child.is_ready and child.is_alive and len(self._idle) < _KEPT:
                self._idle.append(child)
                return True
        return False

    def close(self) -> None:
        """End all idle children."""
        with self._lock:
            while self._idle:
                self._idle.pop().end()

    def forget(self) -> None:
        """Begin anew in a process that was forked: two must not speak to one child."""
        for child in self._idle:
            child.forget()
        self._idle, self._lock = [], threading.Lock()


POOL = Pool()
atexit.register(POOL.close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=POOL.forget)
