"""`manage.py import_texts PATH…`: a line for each text, and a sum that adds up."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from articles.models import Article, ImportRun

pytestmark = pytest.mark.django_db


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "post"
    (folder / "archiv").mkdir(parents=True)
    (folder / "a.txt").write_text("Eine Schlagzeile\n\nDer Text aus Almaty.\n", encoding="utf-8")
    (folder / "archiv" / "b.txt").write_text("Вода\n\nТекст об Алматы.\n", encoding="utf-8")
    (folder / "archiv" / "c.txt").write_bytes(b"")
    for left_out in ("a.json", ".versteckt", "README.md"):
        (folder / left_out).write_text("{}")
    return folder


def run(*arguments, **options) -> list[str]:
    out = StringIO()
    with translation.override("en"):
        call_command("import_texts", *map(str, arguments), stdout=out, **options)
    return out.getvalue().splitlines()


def test_a_folder_is_read_below_and_in_order_without_what_is_no_text(texts):
    lines = run(texts)
    assert [line.split()[0] for line in lines[:3]] == ["a.txt", "archiv/b.txt", "archiv/c.txt"]
    assert lines[2].split(maxsplit=1)[1].split("  ")[0] == "rejected"
    assert "The file is empty." in lines[2]
    assert lines[3].startswith(
        "3 texts: 2 new, 0 nearly the same, 0 changed, 0 already here, 1 rejected; 0 stored"
    )
    assert ImportRun.objects.get().get_absolute_url() in lines[4]
    assert not Article.objects.exists()


def test_store_makes_drafts_and_a_second_time_none(texts):
    assert "2 stored as drafts" in run(texts, store=True)[-1]
    lines = run(texts, store=True)
    assert (
        "3 texts: 0 new, 0 nearly the same, 0 changed, 2 already here, 1 rejected; 0 stored"
        in lines[-1]
    )
    assert "same as a.txt" in lines[0]
    assert Article.objects.count() == 2
    assert run(texts)[-1].startswith("3 texts: 0 new")  # nothing to review


def test_files_are_taken_by_name_hidden_or_not(texts):
    lines = run(texts / "a.txt", texts / ".versteckt")
    assert [line.split()[0] for line in lines[:2]] == ["a.txt", ".versteckt"]


def test_a_path_that_does_not_exist_is_rejected_by_name(texts):
    lines = run(texts / "fehlt.txt", texts / "a.txt")
    assert lines[0].startswith("fehlt.txt")
    assert "could not be opened" in lines[0]
    assert lines[1].split()[1] == "new"


def test_json_has_an_object_for_each_text(texts):
    told = [json.loads(line) for line in run(texts, json=True)]
    assert [one["verdict"] for one in told] == ["new", "new", "rejected"]
    assert told[2]["reason"] == "empty"
    assert len(told[0]["sha256"]) == 64


def test_a_path_is_needed():
    with pytest.raises(CommandError):
        call_command("import_texts")
