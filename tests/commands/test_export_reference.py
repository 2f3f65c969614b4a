"""`manage.py export_reference`."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

pytestmark = pytest.mark.django_db


def run(data, folder) -> str:
    out = StringIO()
    with translation.override("en"):
        call_command("export_reference", "--data", data, "--output", folder, stdout=out)
    return out.getvalue()


def test_it_writes_the_files_and_says_what_it_did(data_folder, tmp_path_factory):
    folder = tmp_path_factory.mktemp("out") / "new"
    assert "0 entries written anew, 0 added, 0 dropped" in run(data_folder, folder)
    assert (folder / "countries.toml").exists()


def test_it_refuses_a_folder_that_is_not_empty(data_folder, tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    (folder / "x").write_text("x")
    with pytest.raises(CommandError, match="is not empty"):
        run(data_folder, folder)
