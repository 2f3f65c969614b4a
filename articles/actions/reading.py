"""Read the files of a run, each under a lease, and give each of their texts a verdict. No article is made here."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from typing import Protocol

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from ..isolation import split_in_child
from ..models import ImportItem, ImportRun, Original
from ..pipeline.reader import Reader, Unreadable
from ..pipeline.records import to_record
from ..pipeline.results import ParsedArticle, Refused
from .blocks import text_digest
from .cleaning import clean_data, clean_line, clean_name
from .doubting import doubtful_fields, warning_codes
from .knowing import desk_knowledge
from .leasing import Heartbeat, are_held, claims, has_free_files
from .pausing import Pauses
from .resembling import keep_sketch, wording_of_item
from .verdicts import judge, mark_same, stored_whole

log = logging.getLogger(__name__)
Verdict = ImportItem.Verdict
Reason = ImportItem.Reason


#: So many texts are judged and saved in one transaction, each in some milliseconds.
AT_ONCE = 20


class Reads(Protocol):
    """What reads files: the core's `Reader`, or a test's own."""

    def read(self, data: bytes, name: str) -> list[ParsedArticle | Refused]: ...


def _never() -> bool:
    return False


def read_run(
    run: ImportRun, *, reader: Reads | None = None, stop: Callable[[], bool] = _never
) -> None:
    """Read the files of `run` that wait for it and that nobody else is reading; then it may be reviewed.

    Whatever kills this process loses and doubles nothing: what was read of a file is written whole or not at all, and
    only by who holds it. `stop` is asked after each file; `reader` is one that knows all that the desk knows unless given.
    """
    with Heartbeat(run) as heart:
        if has_free_files(run):
            reader = reader or _ready_reader()
            for item in claims(run):
                with heart.holding(item):
                    _read(item, reader)
                if stop():
                    break
    end_reading(run)
    run.refresh_from_db()


@transaction.atomic
def end_reading(run: ImportRun) -> None:
    """Let a run be reviewed if none of its files waits any more; under its lock, so that nobody adds one meanwhile."""
    now = ImportRun.objects.select_for_update(no_key=True).get(pk=run.pk)
    if now.status == ImportRun.Status.READING and not waits(run):
        ImportRun.objects.filter(pk=run.pk).update(status=ImportRun.Status.REVIEW)


def waits(run: ImportRun) -> bool:
    """Tell whether a file of `run` waits to be read, or is being read."""
    return run.items.filter(verdict=Verdict.PENDING).exists()


def reject(item: ImportItem, reason: ImportItem.Reason, detail: str = "") -> None:
    """Say of `item` why it cannot be had; the caller saves it."""
    item.verdict = Verdict.REJECTED
    item.reason = reason
    item.detail = clean_line(detail, 300)


def explain(error: Exception) -> str:
    """Return an error as a short line without paths of this machine."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return f"{type(error).__name__}: {error}"


def _ready_reader() -> Reads:
    """Return a reader that has read a text: what is loaded at first use (the language model) takes seconds, for which no
    file should be held, nor blamed if the process is killed meanwhile.
    """
    reader = Reader(desk_knowledge(), split=split_in_child)
    reader.read(b"Die Newsroom-Software liest.\n", "first.txt")
    return reader


def _read(item: ImportItem, reader: Reads) -> None:
    """Read one file unless each of its texts is stored already; whatever is wrong with it stays its own affair."""
    try:
        if item.reading:  # who read it was stopped before it could be judged
            _write(item, [item])
        elif repeated := stored_whole(item):
            mark_same(item, repeated)
            _write(item, [item])
        else:
            _write(item, _read_texts(item, reader))
    except Unreadable as refusal:
        _write_rejected(item, Reason(refusal.code), refusal.detail)
    except (OperationalError, InterfaceError):  # the database is busy or gone: no fault of the file
        raise
    except Exception as error:
        log.exception("reading %s failed", item.name)
        _write_rejected(item, Reason.ERROR, explain(error))


def _write_rejected(item: ImportItem, reason: ImportItem.Reason, detail: str) -> None:
    whole = ImportItem.objects.select_related("original", "run").get(pk=item.pk)
    whole.lease = item.lease
    reject(whole, reason, detail)
    _write(whole, [whole])


def _write(item: ImportItem, texts: list[ImportItem]) -> None:
    """Judge the texts of a file and save them; nothing of what is somebody else's by now.

    A file of few texts is written at once. The texts of a large one are kept first, whole, and then judged a few at a
    time: nobody else could write meanwhile (SQLite), or judge a text of the run.
    """
    if len(texts) <= AT_ONCE:
        _judge([item], texts, item.lease)
    elif _keep_texts(item, texts):
        pauses = Pauses()
        waiting = [text for text in texts if text.verdict == Verdict.PENDING]
        for start in range(0, len(waiting), AT_ONCE):
            some = waiting[start : start + AT_ONCE]
            if not _judge(some, some, item.lease):
                break
            pauses.rest()


@transaction.atomic
def _keep_texts(item: ImportItem, texts: list[ImportItem]) -> bool:
    """Save what was read of a large file under its lease, not judged yet: who goes on need not read it again."""
    if not are_held([item], item.lease):
        return False
    for text in texts[1:]:
        if text.verdict == Verdict.PENDING:
            text.lease, text.leased_until, text.attempts = (
                item.lease,
                item.leased_until,
                item.attempts,
            )
    for text in texts:
        if text.verdict != Verdict.PENDING:
            text.read_at = timezone.now()
    item.save()
    ImportItem.objects.bulk_create(texts[1:], batch_size=AT_ONCE)
    refused = ImportItem.objects.filter(pk=item.pk).exclude(verdict=Verdict.PENDING)
    refused.update(lease=None, leased_until=None)
    return True


@transaction.atomic
def _judge(held: list[ImportItem], texts: list[ImportItem], lease: uuid.UUID | None) -> bool:
    """Judge `texts` and save them, all at once, and return True; False if what must be `held` for that no longer is."""
    if not are_held(held, lease):
        log.warning("%s was read by another worker meanwhile", held[0].name)
        return False
    for text in texts:
        if text.verdict == Verdict.PENDING:
            judge(text)
        if text.reading:
            text.doubts = len(doubtful_fields(text.reading))
            # Beside the reading, so that texts with warnings are found without loading any.
            text.detail = ", ".join(warning_codes(text.reading))[:300]
        text.read_at = timezone.now()
        text.save()
        if text.verdict in ImportItem.STORABLE:
            keep_sketch(text, wording_of_item(text))
    # In the rows only: should this transaction fail, the items must still know what holds them.
    keys = [item.pk for item in held]
    ImportItem.objects.filter(pk__in=keys).update(lease=None, leased_until=None)
    return True


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
            reject(text, Reason(parsed.code), parsed.detail)
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
