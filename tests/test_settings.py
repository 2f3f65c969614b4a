"""The settings' own work: a folder and a signing key for each installation."""

import subprocess
import sys

import pytest

from newsroom import settings


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.delenv("NEWSROOM_SECRET_KEY", raising=False)
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    return tmp_path


def test_the_signing_key_is_made_once_for_its_owner_only(folder):
    key = settings._secret_key()
    assert len(key) >= 50
    assert settings._secret_key() == key
    assert [path.name for path in folder.iterdir()] == ["secret_key"]
    assert (folder / "secret_key").stat().st_mode & 0o777 == 0o600


def test_an_empty_key_left_by_a_crash_is_replaced(folder):
    (folder / "secret_key").touch()
    assert len(settings._secret_key()) >= 50


def test_the_folder_is_made_for_its_owner_only_whoever_gives_the_key(tmp_path):
    folder = tmp_path / "new" / "data"
    environment = {"NEWSROOM_DATA_DIR": str(folder), "NEWSROOM_SECRET_KEY": "given"}
    command = [sys.executable, "-c", "import newsroom.settings"]
    subprocess.run(command, cwd=settings.BASE_DIR, env=environment, check=True)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert not list(folder.iterdir())
