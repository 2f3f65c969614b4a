"""Keep the bytes of a file before anybody reads them."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from django.conf import settings

from ..models import Original
from ..models.importing import originals_storage


class TooLarge(ValueError):
    """A file is larger than `IMPORT_MAX_BYTES`."""


class Readable(Protocol):
    """Anything open for reading: an upload, a file."""

    def read(self, size: int = ..., /) -> bytes: ...


Content = bytes | Path | Readable


def bytes_of(content: Content) -> bytes:
    """Return the bytes, counted while reading whatever the file says of its size.

    Raises `TooLarge`, and OSError where the file cannot be read.
    """
    limit: int = settings.IMPORT_MAX_BYTES
    if isinstance(content, bytes):
        data = content
    elif isinstance(content, Path):
        if content.exists() and not content.is_file():
            raise OSError("not a regular file")
        with content.open("rb") as opened:
            data = opened.read(limit + 1)
    else:
        data = content.read(limit + 1)
    if len(data) > limit:
        raise TooLarge(f"more than {limit} bytes")
    return data


def keep_original(data: bytes) -> Original:
    """Store `data` under its SHA-256, durably, and return its row; what is there already is never overwritten.

    Raises OSError where it cannot be stored, or where other bytes lie under that hash.
    """
    digest = hashlib.sha256(data).hexdigest()
    name = f"{digest[:2]}/{digest}"
    path = Path(originals_storage().path(name))
    if not path.exists():
        _write_durably(path, data)
    elif hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        raise OSError(f"the stored original {digest} is damaged")
    original, _created = Original.objects.get_or_create(
        sha256=digest, defaults={"file": name, "size": len(data)}
    )
    return original


def _write_durably(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, whatever stops the machine."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _temporary(path.parent) as (handle, temporary):
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        # Two writers of one hash write the same bytes, so it does not matter who comes last.
        temporary.replace(path)
    for folder in (path.parent, path.parent.parent):
        _sync_folder(folder)


@contextmanager
def _temporary(folder: Path) -> Iterator[tuple[int, Path]]:
    handle, name = tempfile.mkstemp(dir=folder, prefix=".")
    try:
        yield handle, Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make a new name in a folder durable; Windows neither can nor needs to."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
