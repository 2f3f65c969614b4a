"""Long work leaves others room to write."""

from __future__ import annotations

import time

from django.db import connection

#: Seconds of work, and of rest after them.
WORK, REST = 0.5, 0.1


class Pauses:
    """Rests between the transactions of long work, on SQLite only.

    Who waits there to write looks ten times a second (`sqliteDefaultBusyCallback` in SQLite's main.c), and would hardly
    ever find the moment between two transactions that follow each other at once.
    """

    def __init__(self) -> None:
        self._rested = time.monotonic()

    def rest(self) -> None:
        """Rest if it is time to; called between transactions."""
        if connection.vendor == "sqlite" and time.monotonic() - self._rested > WORK:
            time.sleep(REST)
            self._rested = time.monotonic()
