"""A format whose files do harm while they are opened: `HOSTILE` and what to do. Registered by what imports it."""

import os
import resource
import signal
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType

from articles.pipeline import formats
from articles.pipeline.reading import Unreadable
from articles.pipeline.results import Item, Text

MAGIC = b"HOSTILE "
WRITTEN = Path(tempfile.gettempdir(), "newsroom-written-by-a-child")


def recognises(data, name):
    return data.startswith(MAGIC)


def read(data, name):
    what = data.removeprefix(MAGIC).decode()
    return [Item(Text(str(_DEEDS[what]()), "utf-8"))]


def loop():
    while True:
        pass


def deep():
    return deep()


def fail():
    raise KeyError("a fault of the format")


_DEEDS = {
    "nothing": lambda: "read all the same",
    "loop": loop,
    "sleep": lambda: time.sleep(600),
    "memory": lambda: bytearray(2 * 1024**3),
    "segfault": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "exit": lambda: os._exit(0),
    "deep": deep,
    "fail": fail,
    "print": lambda: os.write(1, b"no frame at all" * 99) and "printed",
    "environment": lambda: dict(os.environ),
    "write": lambda: WRITTEN.write_text("x" * 99),
    "limits": lambda: [
        resource.getrlimit(limit)[0]
        for limit in (resource.RLIMIT_AS, resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE)
    ],
    "code": lambda: (_ for _ in ()).throw(Unreadable("no such reason")),
}


def install() -> tuple[ModuleType, ...]:
    """Return the formats with this one before them."""
    return (sys.modules[__name__], *formats.FORMATS)
