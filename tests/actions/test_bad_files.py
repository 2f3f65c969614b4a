"""A bad file is rejected by name, with a reason, and stops nothing."""

import logging

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.actions.importing import start_run, store_run
from articles.models import ImportItem, Original
from tests.factories import BrokenReader, FakeReader

pytestmark = pytest.mark.django_db


def import_between_good_ones(content, name="bad.txt", reader=None):
    """Import `content` between two good files, which must come through, and return its item."""
    files = [("first.txt", b"Text A"), (name, content), ("last.txt", b"Text B")]
    run = start_run(files, by=None, reader=reader or FakeReader())
    first, bad, last = run.items.all()
    assert (first.verdict, bad.verdict, last.verdict) == ("new", "rejected", "new")
    assert bad.name == name
    assert bad.get_reason_display() != bad.reason, "the reason is told in words"
    assert len(store_run(run, by=None)) == 2
    return bad


@pytest.mark.parametrize(
    ("case", "content", "reason"),
    [
        ("empty", b"", "empty"),
        ("white space only", b" \r\n\t \n", "empty"),
        ("a picture", b"\x89PNG\r\n\x1a\n" + bytes(200), "binary"),
        ("a PDF", b"%PDF-1.7\n" + b"x" * 100, "binary"),
        ("a ZIP", b"PK\x03\x04" + bytes(100), "binary"),
        ("half UTF-16", b"\xff\xfeT\x00e\x00x", "encoding"),
    ],
)
def test_files_that_hold_no_text(case, content, reason):
    bad = import_between_good_ones(content)
    assert bad.reason == reason, case
    assert bad.original.read() == content, "the original is kept all the same"


def test_a_file_over_the_limit_counted_not_declared(settings):
    settings.IMPORT_MAX_BYTES = 100
    upload = SimpleUploadedFile("big.txt", b"x" * 101)
    upload.size = 3
    bad = import_between_good_ones(upload)
    assert (bad.reason, bad.original) == ("too-large", None)
    assert not Original.objects.filter(size__gt=100).exists()


def test_a_file_at_the_limit_is_read(settings):
    settings.IMPORT_MAX_BYTES = 100
    run = start_run([("a.txt", b"x" * 100)], by=None, reader=FakeReader())
    assert run.items.get().verdict == "new"


@pytest.mark.parametrize("case", ["missing", "folder", "dangling", "nul"])
def test_a_path_that_cannot_be_opened(case, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    path = tmp_path / ("nul\x00" if case == "nul" else case)
    bad = import_between_good_ones(path)
    assert bad.reason == "unreadable"
    assert bad.detail
    assert str(tmp_path) not in bad.detail


def test_a_fault_of_the_reader_is_noted_with_its_name_and_logged(caplog):
    with caplog.at_level(logging.ERROR):
        bad = import_between_good_ones(b"Text", reader=BrokenReader())
    assert (bad.reason, bad.detail) == ("error", "ZeroDivisionError: in some rule")
    assert "bad.txt" in caplog.text


def test_a_storage_that_takes_nothing_is_the_reason_not_the_end(originals, caplog):
    originals.write_bytes(b"a file where the folder should be")
    run = start_run([("a.txt", b"Text")], by=None, reader=FakeReader())
    assert run.items.get().reason == "not-kept"


def test_every_reason_of_the_core_has_words():
    for code in ("empty", "binary", "encoding"):
        assert ImportItem.Reason(code).label
