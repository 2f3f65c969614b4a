"""What matters now: events that several outlets tell, then our own, then the newest."""

from datetime import date, timedelta

import pytest

from articles.views.front import Candidate, what_matters

NOW, BEFORE, LONG_AGO = date(2025, 11, 17), date(2025, 11, 16), date(2024, 1, 1)


def text(pk: int, outlet: int = 1, day: date | None = NOW, **fields: bool) -> Candidate:
    return Candidate(pk, outlet, day, **({"is_ours": False, "in_full": True} | fields))


@pytest.mark.parametrize(
    ("rule", "newest_first", "alike", "expected"),
    [
        ("the newest first", [text(1), text(2), text(3)], [], [1, 2, 3]),
        ("our own ahead", [text(1), text(2, 2, is_ours=True)], [], [2, 1]),
        (
            "events ahead of our own",
            [text(1, is_ours=True), text(2, 2), text(3, 3)],
            [(2, 3)],
            [2, 1],
        ),
        (
            "more outlets ahead",
            [text(1, 1), text(2, 2), text(3, 1), text(4, 2), text(5, 3)],
            [(1, 2), (3, 4), (5, 4)],
            [3, 1],
        ),
        ("one outlet twice is one", [text(1), text(2, 2), text(3, 2)], [(2, 3)], [1, 2]),
        ("ours stands for an event", [text(1), text(2, 2, is_ours=True)], [(1, 2)], [2]),
        ("what is shown in full does", [text(1, in_full=False), text(2, 2)], [(1, 2)], [2]),
        (
            "old events wait",
            [text(1), text(2, 2, LONG_AGO), text(3, 3, LONG_AGO)],
            [(2, 3)],
            [1, 2],
        ),
        ("no day is no now", [text(1), text(2, 2, None), text(3, 3, None)], [(2, 3)], [1, 2]),
        ("unknown texts are no event", [text(1), text(2, 2)], [(2, 9)], [1, 2]),
        ("nothing", [], [], []),
    ],
)
def test_the_order(rule, newest_first, alike, expected):
    assert [one.pk for one in what_matters(newest_first, alike)] == expected, rule


def test_an_event_tells_by_how_many_outlets_it_is_told():
    told = what_matters([text(1), text(2, 2), text(3, 2, BEFORE)], [(1, 2), (2, 3)])
    assert [(one.pk, one.outlets) for one in told] == [(1, 2)]


@pytest.mark.parametrize(("days", "is_now"), [(0, True), (2, True), (3, False)])
def test_now_are_three_days_up_to_the_newest_text(days, is_now):
    day = NOW - timedelta(days=days)
    first = what_matters([text(1), text(2, 1, day), text(3, 2, day)], [(2, 3)])[0]
    assert (first.pk == 2) == is_now
