"""The page of a run: its numbers, the work on it, the texts that are shown, and the buttons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from ..actions.importing import OPEN as TAKES_FILES
from ..actions.importing import retryable
from ..actions.storing import STORABLE
from ..actions.undoing import UNDOABLE, Kept
from ..models import ImportItem, ImportRun
from .next_text import next_of_run
from .run_filter import FLAG_WORDS, RunFilter
from .run_progress import progress_of
from .run_rows import rows_of
from .wording import Words

PER_PAGE = 50
#: Why something stays when its run is undone.
KEPT: dict[str, Words] = {
    Kept.PUBLISHED: _("it is published, scheduled or withdrawn"),
    Kept.WORKED_ON: _("somebody corrected or confirmed it"),
    Kept.JUDGED: _("somebody judged a name in it"),
    Kept.OPEN: _("somebody has it open, with changes that are not saved"),
    Kept.LATER_VERSION: _("a later version of it came"),
    Kept.FAILED: _("it could not be taken back; the log says why"),
}
#: The verdicts in the order of the sum, each with what the sum calls it.
VERDICTS: dict[str, Words] = {
    "new": _("new"),
    "near": _("nearly the same"),
    "changed": _("came again, changed"),
    "same": _("already here"),
    "rejected": _("rejected"),
    "pending": _("not read yet"),
}
#: Those that are told even if there are none.
_ALWAYS = ("new", "same", "rejected")


def state_of(run: ImportRun, numbers: Mapping[str, int]) -> tuple[str, Words]:
    """Return the state of a run as a class of desk.css and in words: a run with nothing to decide waits for nobody."""
    waits = numbers["undecided"] or numbers["to_store"]
    if run.status == ImportRun.Status.REVIEW and not waits:
        return "stored", _("nothing to decide") if numbers["received"] else _("empty")
    if run.status == ImportRun.Status.STORED and numbers["undecided"]:
        return "review", _("stored in part, the rest waits for a decision")
    return run.status, run.get_status_display()


def summary_of(run: ImportRun, chosen: RunFilter) -> dict[str, Any]:
    """Return what stands above the texts of a run: state, progress, the sum and what it can be narrowed to."""
    numbers = run.items.in_numbers()
    state, words = state_of(run, numbers)
    return {
        "run": run,
        "numbers": numbers,
        "state": state,
        "state_words": words,
        "progress": progress_of(run, numbers),
        "is_at_work": run.status in ImportRun.AT_WORK,
        "may_be_stored": run.status in STORABLE,
        "may_be_undone": run.status in UNDOABLE and bool(numbers["stored"]),
        "takes_files": run.status in TAKES_FILES,
        "drafts": numbers["to_store"] - numbers["versions"],
        "chosen": chosen,
        "sum": [
            (verdict, VERDICTS[verdict], numbers[verdict], chosen.with_verdict(verdict).address())
            for verdict in VERDICTS
            if numbers[verdict] or verdict in _ALWAYS
        ],
        "flags": [
            (words, numbers[flag], chosen.with_flag(flag).address(), flag in chosen.flags)
            for flag, words in FLAG_WORDS.items()
            if numbers[flag] or flag in chosen.flags
        ],
        "kept": [one | {"why": KEPT.get(one["reason"], one["reason"])} for one in run.kept],
    }


def texts_of(run: ImportRun, chosen: RunFilter, page: Any) -> dict[str, Any]:
    """Return one page of the texts that are meant, with their readings: those of no other are loaded."""
    keys = chosen.keys(run)
    shown = Paginator(keys, PER_PAGE).get_page(page)
    again: Any = ()
    if run.status in TAKES_FILES:
        again = retryable(run).filter(pk__in=shown.object_list).values_list("pk", flat=True)
    rows = rows_of(loaded(shown.object_list), run, retryable=again)
    return {
        "page": shown,
        "rows": rows,
        "meant": len(keys),
        "previous": chosen.address(shown.number - 1) if shown.has_previous() else "",
        "next": chosen.address(shown.number + 1) if shown.has_next() else "",
        "here": chosen.address(shown.number),
        "all": chosen.address(),
    }


def loaded(keys: Any) -> list[ImportItem]:
    """Return the items with these keys, in this order, with what their rows show."""
    items = (
        ImportItem.objects.filter(pk__in=keys)
        .select_related("article", "version_of", "same_as__article", "same_as__version_of")
        .defer("same_as__reading")
        .in_bulk()
    )
    return [items[key] for key in keys if key in items]


def first_draft(run: ImportRun) -> Any:
    """Return the first draft of a run that nobody has filed yet; None if there is none."""
    return next_of_run(run.pk)
