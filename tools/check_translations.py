"""Fail when a text of the interface has no German or Russian translation, or a compiled file is stale.

The catalogues are brought up to date in a temporary copy, with Django's own makemessages, and
asked what is untranslated or only guessed (fuzzy). Nothing in the project is changed.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import chdir
from pathlib import Path

from django.core.management import call_command

APP = Path(__file__).resolve().parent.parent / "articles"
#: The languages of the interface but English, which the code is written in.
LANGUAGES = ("de", "ru")


def main() -> int:
    if not shutil.which("xgettext"):
        print("note: not checked, GNU gettext is missing (Debian: apt install gettext)")
        return 1 if os.environ.get("CI") else 0
    with tempfile.TemporaryDirectory() as scratch:
        updated = _with_all_texts(Path(scratch) / "articles")
        problems = [
            problem
            for language in LANGUAGES
            for problem in (
                *_entries(catalogue(language, updated), "--untranslated", "not translated"),
                *_entries(catalogue(language, updated), "--only-fuzzy", "marked fuzzy"),
                *_stale(catalogue(language)),
            )
        ]
    print("\n".join(problems))
    return 1 if problems else 0


def catalogue(language: str, app: Path = APP) -> Path:
    """Return the path of a language's texts."""
    return app / "locale" / language / "LC_MESSAGES" / "django.po"


def _with_all_texts(copy: Path) -> Path:
    """Copy the app, run makemessages there, and return the copy."""
    shutil.copytree(APP, copy, ignore=shutil.ignore_patterns("__pycache__", "data", "static"))
    (copy / "locale").mkdir(exist_ok=True)
    with chdir(copy):
        call_command("makemessages", locale=[*LANGUAGES], no_obsolete=True, verbosity=0)
    return copy


def _entries(entries: Path, selection: str, what: str) -> list[str]:
    """Return the texts of a catalogue that msgattrib selects, one line each."""
    found = _run("msgattrib", selection, "--no-obsolete", "--no-wrap", "--no-location", entries)
    texts = [re.search(r"^msgid (.*?)^msgstr", entry, re.M | re.S) for entry in found.split("\n\n")]
    lines = [" ".join(text[1].split()).removeprefix('"" ') for text in texts if text]
    language = entries.parent.parent.name
    # The header's text is empty.
    return [f"{language}: {what}: {line}" for line in lines if line != '""']


def _stale(entries: Path) -> list[str]:
    """Say so when the committed .mo holds other texts than the committed .po."""
    compiled = entries.with_suffix(".mo")
    if not compiled.exists():
        return [f"{compiled.relative_to(APP.parent)} is missing: run make messages and commit it"]
    with tempfile.NamedTemporaryFile(suffix=".mo") as fresh:
        _run("msgfmt", f"--output-file={fresh.name}", entries)
        if _run("msgunfmt", fresh.name) == _run("msgunfmt", compiled):
            return []
    return [f"{compiled.relative_to(APP.parent)} is stale: run make messages and commit it"]


def _run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    if done.returncode:
        sys.exit(f"{command[0]} failed: {done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
