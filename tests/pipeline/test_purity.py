"""The core stands alone, and the examples in its docstrings are true."""

import doctest
import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import articles.pipeline

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(articles.pipeline.__path__, "articles.pipeline.")
)
ROOT = Path(articles.__file__).parent.parent
IMPORTED = "import sys, articles.pipeline.reader; print('\\n'.join(sys.modules))"


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """The packages that a fresh interpreter loads with the core."""
    run = subprocess.run(
        [sys.executable, "-c", IMPORTED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


# `socket` itself comes with the standard library's `email`, which reads messages and opens no connection.
NOT_LOADED = ["django", "sqlite3", "psycopg2", "ssl", "http.client", "urllib.request", "taggit"]


@pytest.mark.parametrize("package", NOT_LOADED)
def test_importing_the_core_loads_neither_django_nor_a_database_nor_the_network(imported, package):
    assert "articles.pipeline.reader" in imported
    assert package not in imported


def test_importing_the_core_does_not_load_the_language_model(imported):
    assert "py3langid" not in imported


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_the_docstrings_are_true(name):
    failed, _ = doctest.testmod(importlib.import_module(name))
    assert failed == 0


def test_the_core_has_examples_at_all():
    finder = doctest.DocTestFinder()
    examples = [
        test
        for name in MODULES
        for test in finder.find(importlib.import_module(name))
        if test.examples
    ]
    assert len(examples) > 5
