"""What every test stands on: settings fit for tests, folders of its own, the browser.

The database is chosen in tests/postgres.py (`--database`), a page in a real browser comes from
tests/browser.py, the things an article is made of from tests/factories.py, small data files from
tests/data_files.py.
"""

import os
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings as django_settings

# Commands speak the language of the terminal; the tests read their English.
os.environ["LC_ALL"] = "C.UTF-8"

# How long an example takes says something about the machine, nothing about the property.
# In CI the examples are always the same ones: what passed before a push passes after it. Everywhere
# else they are new at each run.
hypothesis.settings.register_profile(
    "newsroom", deadline=None, derandomize=bool(os.environ.get("CI"))
)
hypothesis.settings.load_profile("newsroom")

pytest_plugins = ["tests.browser", "tests.accessibility", "tests.data_files"]


def pytest_configure() -> None:
    """Change what is the same for all tests; a single test uses pytest-django's `settings`."""
    # Slow on purpose in production, and most tests sign somebody in.
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    database = django_settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        # A file, as in production: threads and processes lock each other as they do there. It
        # lies in the run's temporary folder, so nothing is lost when it is not flushed.
        database.setdefault("TEST", {})["NAME"] = str(
            Path(django_settings.DATA_DIR) / "test.sqlite3"
        )
        database["OPTIONS"]["init_command"] += "; PRAGMA synchronous=OFF"


@pytest.fixture(autouse=True)
def originals(settings, tmp_path: Path) -> Path:
    """The folder where this test's originals are kept; no test sees another's."""
    settings.ORIGINALS_ROOT = tmp_path / "originals"
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.ORIGINALS_ROOT


@pytest.fixture(autouse=True)
def background(settings) -> None:
    """Tasks run where they are enqueued, at once; who tests a worker chooses the real backend."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name rows of bytes by their argument: packed ones hold the time of packing, which two processes do not share."""
    return argname if isinstance(val, bytes) else None
