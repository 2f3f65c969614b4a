"""`manage.py match_names --candidates FILE --queries FILE --json`: rank names for spellings, without a database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _

from articles.knowledge.kept import kept_knowledge
from articles.management.console import ConsoleCommand
from articles.pipeline.names.known import KnownNames
from articles.pipeline.names.matching import Candidate, NameIndex


class Command(ConsoleCommand):
    """Say for each printed name which of many it is a spelling of."""

    help = (
        "Rank for each query (one a line) up to three candidates (one name a line), with verdict and reason. "
        "--gazetteer adds the forms that the data files know."
    )
    requires_system_checks: list[str] = []  # works before there is a database

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--candidates", type=Path, required=True, metavar="FILE")
        parser.add_argument("--queries", type=Path, required=True, metavar="FILE")
        parser.add_argument("--json", action="store_true", help="print one JSON object a line")
        parser.add_argument(
            "--gazetteer", action="store_true", help="use the names that the data files know"
        )

    def handle(self, *args: Any, candidates: Path, queries: Path, **options: Any) -> None:
        names = [line.strip() for line in _lines(candidates) if line.strip()]
        index: NameIndex | KnownNames = NameIndex(dict.fromkeys(names, ()))
        if options["gazetteer"]:
            _, gazetteer = kept_knowledge(settings.DATA_DIR / "cache")
            index = KnownNames(names, gazetteer)
        for query in _lines(queries):
            ranked = index.rank(query) if query.strip() else []
            if options["json"]:
                self.write_json({"query": query, "ranked": [_plain(found) for found in ranked]})
            else:
                self.stdout.write(_summary(query, ranked))


def _lines(path: Path) -> list[str]:
    """Return the lines of a UTF-8 file; raises `CommandError` where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CommandError(_("%(path)s is not UTF-8.") % {"path": path}) from error
    lines = text.split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def _plain(found: Candidate) -> dict[str, Any]:
    comparison = found.comparison
    return {
        "name": found.name,
        "score": round(comparison.score, 3),
        "verdict": comparison.verdict,
        "reason": comparison.reason,
    }


def _summary(query: str, ranked: list[Candidate]) -> str:
    found = "; ".join(
        f"{one.name} ({one.comparison.verdict} {one.comparison.score:.2f})" for one in ranked
    )
    return f"{query}: {found or '–'}"
