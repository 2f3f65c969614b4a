"""`manage.py export_reference`: write what editors decided as data files."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _

from ...actions.exporting import NotEmpty, export_reference
from ...knowledge import DATA, BadData
from ..console import ConsoleCommand


class Command(ConsoleCommand):
    """Write the data files as the database has them; what no editor touched stays word for word."""

    help = "Write articles/data/ with all that editors decided to a new folder, to be compared and committed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--output", type=Path, required=True, metavar="FOLDER")
        parser.add_argument("--data", type=Path, default=DATA, metavar="FOLDER")

    def handle(self, *args: Any, output: Path, data: Path, **options: Any) -> None:
        try:
            done = export_reference(output, data)
        except NotEmpty as refusal:
            raise CommandError(
                _("%(folder)s is not empty, or lies in the data files.") % {"folder": output}
            ) from refusal
        except (BadData, OSError) as mistake:
            raise CommandError(str(mistake)) from mistake
        said = _(
            "%(written)d entries written anew, %(added)d added, %(dropped)d dropped since they were merged, "
            "%(judgements)d judgements."
        )
        numbers = ("written", "added", "dropped", "judgements")
        self.stdout.write(said % {name: getattr(done, name) for name in numbers})
