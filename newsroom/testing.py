"""`manage.py test` and `pytest` run the same tests."""

import subprocess
import sys
from typing import Any


class PytestRunner:
    """Hands the tests to pytest, in a process of its own.

    This one has read the settings already; the tests choose their database and folders first.
    """

    def __init__(self, *, failfast: bool = False, **options: Any) -> None:
        self.arguments = ["--exitfirst"] if failfast else []

    def run_tests(self, test_labels: list[str], **options: Any) -> int:
        """Run the tests in these files or folders, or all; return pytest's exit status."""
        return subprocess.call([sys.executable, "-m", "pytest", *self.arguments, *test_labels])
