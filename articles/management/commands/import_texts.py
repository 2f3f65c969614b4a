"""`manage.py import_texts PATH…`: take files and folders in, say what became of each, store on demand."""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from ...actions.importing import start_run, store_run
from ...models import ImportItem, ImportRun
from ..console import ConsoleCommand


def find_files(path: Path) -> Iterator[tuple[str, Path]]:
    """Yield name and path of each file to import: the path itself, or all below a folder in order of their names.

    In folders, hidden files, a README and the expected reading beside a text (`x.json` beside `x.txt`, `x.gold.json`) are no
    texts.
    """
    if not path.is_dir():
        yield path.name, path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            found = Path(folder, name)
            if not (name.startswith(".") or _is_expected(found) or found.stem.lower() == "readme"):
                yield found.relative_to(path).as_posix(), found


def _is_expected(path: Path) -> bool:
    return path.suffix == ".json" and (
        path.name.endswith(".gold.json") or path.with_suffix(".txt").exists()
    )


class Command(ConsoleCommand):
    """Import press texts from files and folders."""

    help = (
        "Keep, read and judge press texts. Without --store they wait for review in the admin. In folders, hidden "
        "files, a README and expected readings (x.json beside x.txt) are left out."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--store", action="store_true", help="store the new texts as drafts")
        parser.add_argument("--json", action="store_true", help="one JSON object a text instead")

    def handle(self, *args: Any, paths: list[Path], **options: Any) -> None:
        run = start_run((file for path in paths for file in find_files(path)), by=None)
        if options["store"]:
            store_run(run, by=None)
        items = run.items.select_related("same_as", "article").defer("reading")
        for item in items:
            if options["json"]:
                self.write_json(as_data(item))
            else:
                self.stdout.write(as_line(item))
        if not options["json"]:
            self.stdout.write(sum_line(run))
            new = any(item.verdict in ImportItem.STORABLE for item in items)
            if new and run.status == ImportRun.Status.REVIEW:
                self.stdout.write(_("Review them at %s.") % run.get_absolute_url())


def as_line(item: ImportItem) -> str:
    """Return name, verdict and reason of an item as a line of the table."""
    said = item.get_reason_display() if item.reason else ""
    if item.detail and item.reason:
        said += f" ({item.detail})"
    if item.same_as:
        said = _("same as %s") % item.same_as
        if item.verdict in (ImportItem.Verdict.NEAR, ImportItem.Verdict.CHANGED):
            shared = {"percent": item.similarity, "other": item.same_as}
            said = _("%(percent)d %% of the words as in %(other)s") % shared
    if item.article:
        said = _("draft %(number)d: %(article)s") % {
            "number": item.article.pk,
            "article": item.article,
        }
    return f"{str(item):<40} {item.get_verdict_display():<14} {said}".rstrip()


def as_data(item: ImportItem) -> dict[str, Any]:
    """Return what became of an item as plain data."""
    return {
        "file": item.name,
        "item": item.number,
        "sha256": item.original_id,
        "verdict": item.verdict,
        "reason": item.reason or None,
        "detail": (item.reason and item.detail) or None,
        "same_as": item.same_as and str(item.same_as),
        "similarity": item.similarity,
        "contained": item.contained,
        "article": item.article_id,
    }


def sum_line(run: ImportRun) -> str:
    """Return the numbers of a run; those of the verdicts add up to all."""
    counted = ImportRun.objects.with_counts().get(pk=run.pk)
    numbers = ("received", "new", "near", "changed", "same", "rejected", "stored")
    return _(
        "%(received)d texts: %(new)d new, %(near)d nearly the same, %(changed)d changed, %(same)d already here, %(rejected)d rejected; %(stored)d stored as drafts."
    ) % {name: getattr(counted, name) for name in numbers}
