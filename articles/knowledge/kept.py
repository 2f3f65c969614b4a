"""What the data files say, prepared once and kept on disk, so that a command is ready at once.

The kept file is ours alone: it lies in the newsroom's own data folder beside the database, and is made anew whenever a data
file or the code that reads them changes. A file that cannot be read or written costs only time.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import pickle
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..pipeline.knowledge import Knowledge
from ..pipeline.names.gazetteer import Gazetteer
from . import DATA, from_files

_CODE = [*(DATA.parent / "knowledge").glob("*.py"), *(DATA.parent / "pipeline").glob("**/*.py")]


def kept_knowledge(cache: Path, folder: Path = DATA) -> tuple[Knowledge, Gazetteer]:
    """Return what the data files say, and its names as an index, from `cache` or made anew; raises BadData."""
    path = cache / f"knowledge-{digest_of(folder, _CODE)[:32]}.pickle"
    with _no_collecting():
        # Whatever is wrong with a kept file, the data files have it all: pickle raises anything on nonsense.
        with contextlib.suppress(Exception):
            knowledge, gazetteer = pickle.loads(path.read_bytes())
            return knowledge, gazetteer
        knowledge = from_files(folder)
        gazetteer = Gazetteer(knowledge.entities)
        _keep(path, (knowledge, gazetteer))
    return knowledge, gazetteer


def _keep(path: Path, value: object) -> None:
    """Write a file whole or not at all, and remove the ones before it."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(f".{os.getpid()}")
        half.write_bytes(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
        half.replace(path)
        for old in path.parent.glob("knowledge-*.pickle"):
            if old != path:
                old.unlink(missing_ok=True)


def digest_of(folder: Path, code: Iterable[Path]) -> str:
    """Return the SHA-256 of the data files in `folder` and of the `code` that reads them, in hexadecimal digits."""
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted([*folder.glob("**/*.toml"), *code]):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


@contextlib.contextmanager
def _no_collecting() -> Iterator[None]:
    """Make many objects that all stay without looking for garbage among them: that would take most of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
