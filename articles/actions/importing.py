"""Take files in: keep the originals, read them, and give each text a verdict. No article is made here."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Protocol

from django.db import transaction

from ..isolation import split_in_child
from ..models import ImportItem, ImportRun, Original
from ..pipeline.reader import Reader, Unreadable
from ..pipeline.records import to_record
from ..pipeline.results import ParsedArticle, Refused
from .blocks import text_digest
from .cleaning import clean_data, clean_line, clean_name
from .keeping import Content, TooLarge, bytes_of, keep_original
from .knowing import desk_knowledge
from .recording import Person
from .resembling import keep_sketch, wording_of_item
from .storing import store_run
from .verdicts import judge, mark_same, stored_whole

__all__ = ["keep_original", "read_run", "receive", "start_run", "store_run"]

log = logging.getLogger(__name__)
Verdict = ImportItem.Verdict
Reason = ImportItem.Reason


class Reads(Protocol):
    """What reads files: the core's `Reader`, or a test's own."""

    def read(self, data: bytes, name: str) -> list[ParsedArticle | Refused]: ...


def start_run(
    files: Iterable[tuple[str, Content]], *, by: Person, reader: Reads | None = None
) -> ImportRun:
    """Keep and read files (name and bytes, path or upload) and return the run for review.

    A bad file is rejected by name and stops nothing. `reader` is one that knows all that the desk knows unless given.
    """
    run = receive(files, by=by)
    read_run(run, reader=reader)
    return run


def receive(files: Iterable[tuple[str, Content]], *, by: Person) -> ImportRun:
    """Keep the originals of `files`, one in memory at a time, and return a run whose items wait to be read."""
    run = ImportRun.objects.create(created_by=by)
    for position, (name, content) in enumerate(files, 1):
        item = ImportItem(run=run, position=position, name=clean_name(name))
        _keep(item, content)
        item.save()
    return run


def read_run(run: ImportRun, *, reader: Reads | None = None) -> None:
    """Read the items of `run` that wait for it; one that was interrupted goes on where it stopped.

    Small files come first: one so large that the process is killed over it costs its neighbours nothing.
    """
    waiting = run.items.filter(verdict=Verdict.PENDING).order_by("original__size", "position")
    for item in list(waiting):
        if repeated := stored_whole(item):
            mark_same(item, repeated)
            item.save()
            continue
        reader = reader or Reader(desk_knowledge(), split=split_in_child)
        _read(item, reader)


def _keep(item: ImportItem, content: Content) -> None:
    try:
        data = bytes_of(content)
    except TooLarge:
        _reject(item, Reason.TOO_LARGE)
    except (OSError, ValueError) as error:  # ValueError: a path with NUL
        _reject(item, Reason.UNREADABLE, _explain(error))
    else:
        try:
            item.original = keep_original(data)
        except OSError as error:
            log.exception("original of %s not kept", item.name)
            _reject(item, Reason.NOT_KEPT, _explain(error))


def _read(item: ImportItem, reader: Reads) -> None:
    """Read one file; whatever is wrong with it stays its own affair."""
    try:
        texts = _read_texts(item, reader)
    except Unreadable as refusal:
        _reject(item, Reason(refusal.code), refusal.detail)
        item.save()
    except Exception as error:
        log.exception("reading %s failed", item.name)
        _reject(item, Reason.ERROR, _explain(error))
        item.save()
    else:
        with transaction.atomic():
            for text in texts:
                if text.verdict == Verdict.PENDING:
                    judge(text)
                text.save()
                if text.verdict in ImportItem.STORABLE:
                    keep_sketch(text, wording_of_item(text))


def _read_texts(item: ImportItem, reader: Reads) -> list[ImportItem]:
    """Return an item with its reading for each text of a file; the first is `item` itself."""
    original: Original | None = item.original
    assert original is not None  # kept, or it would not wait
    file_name = item.name
    texts: list[ImportItem] = []
    for parsed in reader.read(original.read(), item.name):
        text = item if not texts else _sibling(item, original)
        text.number = parsed.number
        if parsed.name:
            text.name = clean_name(f"{file_name} › {parsed.name}")
        texts.append(text)
        if isinstance(parsed, Refused):
            _reject(text, Reason(parsed.code), parsed.detail)
            continue
        text.reading = clean_data(
            to_record(parsed, file=file_name, sha256=original.sha256, with_text=True)
        )
        text.text_digest = text_digest(text.reading)
    if not texts:
        raise Unreadable(Reason.EMPTY)
    return texts


def _sibling(item: ImportItem, original: Original) -> ImportItem:
    return ImportItem(run=item.run, position=item.position, name=item.name, original=original)


def _reject(item: ImportItem, reason: ImportItem.Reason, detail: str = "") -> None:
    item.verdict = Verdict.REJECTED
    item.reason = reason
    item.detail = clean_line(detail, 300)


def _explain(error: Exception) -> str:
    """Return an error as a short line without paths of this machine."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return f"{type(error).__name__}: {error}"
