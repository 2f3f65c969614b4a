"""Long work leaves others room to write."""

from django.db import connection

from articles.actions import pausing
from articles.actions.pausing import REST, WORK, Pauses


def test_after_half_a_second_of_work_it_rests_where_others_could_not_write(monkeypatch):
    now, rests = [100.0], []
    monkeypatch.setattr(pausing.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(pausing.time, "sleep", rests.append)
    pauses = Pauses()
    for _transaction in range(10):
        now[0] += WORK / 4
        pauses.rest()
    # PostgreSQL's writers do not wait for each other.
    assert rests == ([REST] * 2 if connection.vendor == "sqlite" else [])
