"""The child process: opens one file after another, as far as its limits reach."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import suppress
from typing import IO

from ..pipeline.formats import read_format
from ..pipeline.formats.members import Entry, Member
from ..pipeline.reading import Unreadable
from ..pipeline.results import Item
from .frames import read_frame, write_frame
from .plain import to_plain

try:
    import resource
except ImportError:  # Windows has no such limits: there the parent's clock alone ends a child
    resource = None  # type: ignore[assignment]

#: What a file may cost: bytes of address space, seconds of computing, open files.
MEMORY = 512 * 1024**2
SECONDS = 20
OPEN_FILES = 64
#: A child that grew beyond this is replaced rather than asked again.
GROWN = 256 * 1024**2
#: A request is a file of 20 MB, or a member of one, and its name.
MAX_REQUEST = 64 * 1024**2


def main() -> None:
    """Serve requests from standard input until it ends."""
    requests, replies = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # a stray print must not look like a reply
    _limit()
    write_frame(replies, ["ready", True])
    with suppress(EOFError, BrokenPipeError):
        while True:
            name, data = read_frame(requests, MAX_REQUEST)
            _allow_time()
            _serve(data, name, replies)


def _serve(data: bytes, name: str, replies: IO[bytes]) -> None:
    """Send what `read_format` finds, an entry at a time, then how it ended.

    Running out of memory ends the child: what is left of it cannot be relied on, and the parent knows what that means.
    """
    try:
        for entry in read_format(data, name):
            _send(entry, replies)
    except Unreadable as reason:
        write_frame(replies, ["unreadable", reason.code, reason.detail])
    except RecursionError:
        write_frame(replies, ["unreadable", "effort", "nested too deeply"])
    except (MemoryError, BrokenPipeError):
        raise
    except Exception as mistake:
        told = f"{type(mistake).__name__}: {mistake}"
        write_frame(replies, ["mistake", told[:300], traceback.format_exc()[-5000:]])
    else:
        write_frame(replies, ["end"])
    write_frame(replies, ["ready", not _has_grown()])


def _send(entry: Entry, replies: IO[bytes]) -> None:
    if isinstance(entry, Member):
        write_frame(replies, ["member", entry.name], entry.data)
    else:
        kind = "item" if isinstance(entry, Item) else "refused"
        write_frame(replies, [kind, to_plain(entry)])


def _limit() -> None:
    """Set the limits that hold for the child's whole life; what the system does not know is left out."""
    if resource is None:
        return
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (value, value))


def _allow_time() -> None:
    """Allow so many seconds of computing from now on: what was spent on earlier files does not count."""
    if resource is None:
        return
    spent = resource.getrusage(resource.RUSAGE_SELF)
    soon = int(spent.ru_utime + spent.ru_stime) + SECONDS + 1
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (soon, most))


def _most_memory() -> int:
    """Return the most bytes that this process has had in memory; a fork's own, of its parent, counts on Linux."""
    if resource is None:
        return 0
    unit = 1 if sys.platform == "darwin" else 1024  # getrusage(2): bytes there, kilobytes elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


#: What was counted before any file was opened.
_AT_START = _most_memory()


def _has_grown() -> bool:
    return _most_memory() > max(GROWN, _AT_START)
