"""Automatic checks of HTML: the Nu Html Checker (WHATWG's and W3C's validator, MIT), a Java program.

    assert problems({"the front page": "<!doctype html>…"}) == []

`make test-setup` fetches it once from npm's package, the tests never do. One start of Java checks all pages at once.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

VNU_VERSION = "26.9.27"
#: As npm's registry states it for this version: SHA-512 of the package, in Base64.
VNU_INTEGRITY = "sha512-TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA=="
VNU = Path(sys.prefix) / f"share/vnu-{VNU_VERSION}.jar"
VNU_MISSING = f"Java or the Nu Html Checker {VNU_VERSION} is not installed (see make test-setup)"
PATIENCE = 300  # seconds


def find_vnu() -> Path | None:
    """Return where the checker lies in this environment."""
    return VNU if VNU.exists() else None


def find_java() -> str | None:
    """Return the path of a Java that runs: macOS has a `java` that only says where to get one."""
    java = shutil.which("java")
    runs = java and subprocess.run([java, "-version"], capture_output=True).returncode == 0
    return java if runs else None


def problems(pages: Mapping[str, str]) -> list[str]:
    """Return every error and warning of `pages`, which are HTML by name: a line for each. Skips where there is no checker."""
    java = find_java()
    if java is None or find_vnu() is None:
        if os.environ.get("CI"):
            pytest.fail(VNU_MISSING)
        pytest.skip(VNU_MISSING)
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, (name, page) in enumerate(pages.items()):
            path = Path(folder) / f"{number}.html"
            path.write_text(page, encoding="utf-8")
            names[path.as_uri().replace("file:///", "file:/")] = name
        # What language a page is in, the checker guesses; we know it.
        options = ["--no-langdetect", "--format", "json", "--stdout"]
        checked = subprocess.run(
            [java, "-jar", str(VNU), *options, *map(str, Path(folder).iterdir())],
            capture_output=True,
            timeout=PATIENCE,
        )
    told = json.loads(checked.stdout)["messages"]
    return sorted(
        f"{names[one['url']]}: line {one['lastLine']}: {one['message']} {one['extract']!r}"
        for one in told
    )
