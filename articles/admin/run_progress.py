"""How far the work on a run is: what is done, what is left, for how long, and whether anybody works at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..models import ImportItem, ImportRun

Status = ImportRun.Status

#: Files by which the speed is told: the latest, since an hour may lie before them in which nothing was sent.
MEASURED = 60
#: So long without a sign of life, and nobody seems to work.
QUIET = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Progress:
    """The work on a run: `value` of `total` are done (None: not known), told in `words`; `is_quiet` if nobody does it."""

    words: str
    value: int | None
    total: int
    left: str
    is_quiet: bool

    def as_data(self) -> dict[str, Any]:
        """Return it as the page's script reads it."""
        return {
            "words": self.words,
            "value": self.value,
            "total": self.total,
            "left": self.left,
            "quiet": self.is_quiet,
        }


def progress_of(run: ImportRun, numbers: Mapping[str, int]) -> Progress | None:
    """Return how far the work on `run` is, of which `numbers` tell (`ImportItemQuerySet.in_numbers`); None without work."""
    if run.status == Status.READING:
        return _reading(run, numbers)
    if run.status == Status.STORING:
        done, total = numbers["stored"], numbers["stored"] + numbers["to_store"]
        words = _("%(done)d of %(total)d texts are stored.") % {"done": done, "total": total}
        return Progress(words, done, total, "", _is_quiet(run))
    if run.status == Status.UNDOING:
        words = _("What was stored is being taken back: %(left)d texts are left.")
        return Progress(words % {"left": numbers["stored"]}, None, 0, "", _is_quiet(run))
    return None


def _reading(run: ImportRun, numbers: Mapping[str, int]) -> Progress:
    # The texts of a large file wait one by one to be judged: they are one file.
    waiting = run.items.filter(verdict=ImportItem.Verdict.PENDING).order_by()
    files = dict(waiting.values_list("position", "original__size"))
    done, total = numbers["files"] - len(files), numbers["files"]
    words = _("%(done)d of %(total)d files are read.") % {"done": done, "total": total}
    latest = list(
        run.items.filter(read_at__isnull=False)
        .order_by("-read_at")
        .values_list("read_at", "position", "original__size")[:MEASURED]
    )
    size = sum(size or 0 for size in files.values())
    seconds = seconds_left(latest, len(files), size)
    last = latest[0][0] if latest else None
    return Progress(words, done, total, in_words(seconds), _is_quiet(run, last))


def seconds_left(
    latest: Sequence[tuple[datetime | None, int, int | None]], files: int, size: int
) -> float | None:
    """Return how long reading `files` of `size` bytes together will take; None where too little was read to tell.

    `latest` are moments, places and bytes of what was read last. Small files come first, so the larger of two estimates
    counts: by the number of files and by their bytes.
    """
    read = {place: bytes_read or 0 for _moment, place, bytes_read in latest}
    moments = [moment for moment, *_rest in latest if moment]
    if len(read) < 3 or not files:
        return None
    took = (max(moments) - min(moments)).total_seconds()
    by_number = took / (len(read) - 1) * files
    by_bytes = took / max(sum(read.values()), 1) * size
    return max(by_number, by_bytes)


def in_words(seconds: float | None) -> str:
    """Return about how long something takes, as one would say it."""
    if seconds is None:
        return ""
    if seconds < 45:
        return _("less than a minute left")
    minutes = round(seconds / 60) or 1
    if minutes < 100:
        words = ngettext("about %(n)d minute left", "about %(n)d minutes left", minutes)
        return words % {"n": minutes}
    hours = round(minutes / 60)
    return ngettext("about %(n)d hour left", "about %(n)d hours left", hours) % {"n": hours}


def _is_quiet(run: ImportRun, last: datetime | None = None) -> bool:
    signs = [moment for moment in (run.woken_at, run.created_at, last) if moment]
    return max(signs) < timezone.now() - QUIET
