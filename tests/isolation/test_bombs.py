"""Files made to cost much cost little, and leave the newsroom a reason or a text."""

import resource
import sys
import time

import pytest

from articles.isolation import pool, split_in_child, splitting
from articles.pipeline.formats.members import REASONS
from articles.pipeline.reading import Unreadable
from articles.pipeline.results import Item
from tests.isolation.bombs import BOMBS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="measures as Linux counts")
#: Seconds of processor time, which other work on the machine does not change much.
SECONDS = 10


@pytest.fixture(autouse=True)
def pool_of_its_own(monkeypatch):
    monkeypatch.setattr(splitting, "POOL", pool.Pool())
    yield
    splitting.POOL.close()


def codes_of(data, name):
    """Return what became of a file's texts: `read`, or the reason why not."""
    try:
        found = split_in_child(data, name)
    except Unreadable as reason:
        return {reason.code}
    return {"read" if isinstance(one, Item) else one.code for one in found}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_costs_little_and_has_a_reason_or_a_text(kind):
    name, make = BOMBS[kind]
    data = make()
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.process_time()
    codes = codes_of(data, name)
    assert codes
    assert codes <= REASONS - {"error"} | {"read"}
    splitting.POOL.close()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert spent + time.process_time() - started < SECONDS
