"""Originals: kept before anything reads them, under their hash, once and for all."""

import hashlib
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from articles.actions.keeping import keep_original
from articles.models import Original

DATA = "Тоқаев — größer".encode()
DIGEST = hashlib.sha256(DATA).hexdigest()


@pytest.mark.django_db
def test_the_bytes_lie_untouched_under_their_hash(originals):
    original = keep_original(DATA)
    assert (original.pk, original.size) == (DIGEST, len(DATA))
    assert (originals / DIGEST[:2] / DIGEST).read_bytes() == DATA
    assert original.read() == DATA


@pytest.mark.django_db
def test_keeping_twice_keeps_once(originals):
    assert keep_original(DATA) == keep_original(DATA)
    assert Original.objects.count() == 1
    assert [path.name for path in originals.rglob("*") if path.is_file()] == [DIGEST]


@pytest.mark.django_db
def test_a_file_without_its_row_is_taken_up_again(originals):
    keep_original(DATA).delete()
    assert keep_original(DATA).read() == DATA


@pytest.mark.django_db
def test_what_lies_there_is_never_overwritten(originals):
    path = originals / DIGEST[:2] / DIGEST
    path.parent.mkdir(parents=True)
    path.write_bytes(b"something else")
    with pytest.raises(OSError, match="damaged"):
        keep_original(DATA)
    assert path.read_bytes() == b"something else"
    assert not Original.objects.exists()


@pytest.mark.django_db
def test_readers_of_the_machine_cannot_read_originals(originals):
    keep_original(DATA)
    assert (originals / DIGEST[:2] / DIGEST).stat().st_mode & 0o077 == 0


@pytest.mark.django_db(transaction=True)
def test_many_keeping_the_same_at_once_keep_one_and_disturb_nobody(originals):
    def keep(_number):
        try:
            return keep_original(DATA).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(keep, range(16))) == {DIGEST}
    assert Original.objects.count() == 1
    assert len([path for path in originals.rglob("*") if path.is_file()]) == 1
