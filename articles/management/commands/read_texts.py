"""`manage.py read_texts PATH… --json`: read press texts without storing anything and without a database."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _

from articles.isolation import split_in_child
from articles.knowledge.kept import kept_knowledge
from articles.management.console import ConsoleCommand
from articles.pipeline.evaluating import evaluate, load_gold
from articles.pipeline.reader import Reader, Unreadable
from articles.pipeline.records import Record, to_record
from articles.pipeline.results import Refused

from .import_texts import find_files


class Command(ConsoleCommand):
    """Read texts and print what was read, one JSON object a line and item."""

    help = (
        "Read press texts without storing them. --evaluate compares the readings with gold files."
    )
    requires_system_checks: list[str] = []  # works before there is a database

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file or folder")
        parser.add_argument("--json", action="store_true", help="print one JSON object a line")
        parser.add_argument(
            "--text", action="store_true", help="add the decoded text to each object"
        )
        parser.add_argument(
            "--evaluate", type=Path, metavar="GOLD_DIR", help="compare with gold files"
        )

    def handle(self, *args: Any, paths: list[Path], **options: Any) -> None:
        reader = Reader(*kept_knowledge(settings.DATA_DIR / "cache"), split=split_in_child)
        # Mentions are compared place by place, which takes the text.
        records = self._read(reader, paths, options["text"] or options["evaluate"] is not None)
        if gold_folder := options["evaluate"]:
            self.stdout.write(evaluate(list(records), load_gold(gold_folder)).table())
            return
        for record in records:
            if options["json"]:
                self.write_json(record)
            else:
                self.stdout.write(_summary(record))

    def _read(self, reader: Reader, paths: list[Path], with_text: bool) -> Iterator[Record]:
        for path in _files(paths):
            try:
                data = path.read_bytes()
                items = reader.read(data, path.name)
            except OSError as error:
                self.stderr.write(f"{path}: {error.strerror}")
                continue
            except Unreadable as reason:
                self.stderr.write(f"{path}: {reason}")
                continue
            except (
                Exception
            ) as mistake:  # one text on which the reader fails stops none of the others
                self.stderr.write(f"{path}: {type(mistake).__name__}: {mistake}")
                continue
            sha256 = hashlib.sha256(data).hexdigest()
            for parsed in items:
                if isinstance(parsed, Refused):
                    self.stderr.write(
                        f"{path}: {parsed.name}: {parsed.code} {parsed.detail}".rstrip()
                    )
                    continue
                yield to_record(parsed, file=str(path), sha256=sha256, with_text=with_text)


def _files(paths: list[Path]) -> Iterator[Path]:
    """Yield the files named and those of the folders named, as an import takes them.

    Raises `CommandError` for a missing path.
    """
    for path in paths:
        if not path.exists():
            raise CommandError(_("There is no file or folder %(path)s.") % {"path": path})
        for _name, file in find_files(path):
            yield file


def _summary(record: Record) -> str:
    headline = record["headline"] or f"({record['headline_proposed']})"
    filed = ", ".join([*record["countries"], *record["topics"]])
    return f"{record['file']}\n  {record['date'] or '–'}  {headline}\n  {filed}"
