"""Commands speak the language of the terminal, not that of the site, in letters that it can show."""

import io
import json
import os
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation


def terminal_language() -> str:
    """Return the language that the terminal's environment asks for, where we speak it, else English.

    The order of the variables is POSIX's: LC_ALL, LC_MESSAGES, LANG.
    """
    asked = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
    )
    language = asked[:2].lower()
    return language if language in dict(settings.LANGUAGES) else "en"


class ConsoleCommand(BaseCommand):
    """A command that people run by hand."""

    def execute(self, *args: Any, **options: Any) -> Any:
        """Run the command in the terminal's language, its errors included.

        A reader who has seen enough (`… | head`) ends the command without a traceback.
        """
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        with translation.override(terminal_language()):
            try:
                return super().execute(*args, **options)
            except BrokenPipeError:
                # What is left in the buffer would fail once more at exit: docs.python.org, "Note on SIGPIPE".
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
                sys.exit(1)

    def write_json(self, value: Any) -> None:
        """Write `value` as one line, in ASCII where the terminal, or the name of a file, cannot be written otherwise."""
        line = json.dumps(value, ensure_ascii=False)
        try:
            line.encode(getattr(self.stdout, "encoding", None) or "utf-8")
        except UnicodeEncodeError:
            line = json.dumps(value)
        self.stdout.write(line)
