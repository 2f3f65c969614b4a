"""Fail when a text of the interface has no German translation, or the compiled file is stale.

The catalogue is brought up to date in a temporary copy, with Django's own makemessages, and
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
CATALOGUE = Path("locale/de/LC_MESSAGES/django.po")


def main() -> int:
    if not shutil.which("xgettext"):
        print("note: not checked, GNU gettext is missing (Debian: apt install gettext)")
        return 1 if os.environ.get("CI") else 0
    with tempfile.TemporaryDirectory() as scratch:
        updated = _updated_catalogue(Path(scratch) / "articles")
        if not updated.exists():
            print("note: nothing to translate yet")
            return 0
        problems = [
            *_entries(updated, "--untranslated", "not translated"),
            *_entries(updated, "--only-fuzzy", "marked fuzzy"),
            *_stale(APP / CATALOGUE),
        ]
    print("\n".join(problems))
    return 1 if problems else 0


def _updated_catalogue(copy: Path) -> Path:
    """Copy the app, run makemessages there, and return the catalogue it wrote."""
    shutil.copytree(APP, copy, ignore=shutil.ignore_patterns("__pycache__", "data", "static"))
    (copy / "locale").mkdir(exist_ok=True)
    with chdir(copy):
        call_command("makemessages", locale=["de"], no_obsolete=True, verbosity=0)
    return copy / CATALOGUE


def _entries(catalogue: Path, selection: str, what: str) -> list[str]:
    """Return the texts of the catalogue that msgattrib selects, one line each."""
    found = _run("msgattrib", selection, "--no-obsolete", "--no-wrap", "--no-location", catalogue)
    texts = [re.search(r"^msgid (.*?)^msgstr", entry, re.M | re.S) for entry in found.split("\n\n")]
    lines = [" ".join(text[1].split()).removeprefix('"" ') for text in texts if text]
    return [f"{what}: {line}" for line in lines if line != '""']  # the header's text is empty


def _stale(catalogue: Path) -> list[str]:
    """Say so when the committed .mo holds other texts than the committed .po."""
    if not catalogue.exists():
        return []
    compiled = catalogue.with_suffix(".mo")
    if not compiled.exists():
        return [f"{compiled.relative_to(APP.parent)} is missing: run make messages and commit it"]
    with tempfile.NamedTemporaryFile(suffix=".mo") as fresh:
        _run("msgfmt", f"--output-file={fresh.name}", catalogue)
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
