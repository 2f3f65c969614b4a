"""`manage.py load_reference`: bring the database up to what the data files say."""

from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from ...actions.reference import load_reference
from ...knowledge import BadData
from ..console import ConsoleCommand


class Command(ConsoleCommand):
    """Load countries, topics, sources and entities; what editors changed stays."""

    help = "Load articles/data/ into the database. Idempotent; what editors changed stays."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loaded = load_reference()
        except BadData as mistake:
            raise CommandError(str(mistake)) from mistake
        self.stdout.write(
            _(
                "Reference data: %(created)d created, %(changed)d changed, %(unchanged)d unchanged, "
                "%(kept)d kept as editors decided, %(removed)d removed."
            )
            % loaded.counts()
        )
