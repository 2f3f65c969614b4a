"""Rights decide what readers see: who changed them, and from what, stays told."""

from datetime import date

import pytest

from articles.actions.rights import policies_of, record_policies
from articles.models import HistoryEntry, Source


@pytest.fixture
def source(db) -> Source:
    return Source.objects.create(name="Steppenblatt", slug="steppenblatt")


def test_a_new_policy_leaves_a_line_with_what_was_and_what_is(source, django_user_model):
    chief = django_user_model.objects.create(username="chief")
    before = policies_of(source)
    source.policies.create(policy="full", valid_from=date(2026, 5, 1), legal_act="Licence 7")
    record_policies(source, before, by=chief)
    entry = HistoryEntry.objects.get()
    assert (entry.target, entry.by) == (source, chief)
    assert entry.changes == {"policies": ["", "full 2026-05-01– (Licence 7)"]}


def test_nothing_changed_leaves_no_line(source):
    source.policies.create(policy="internal", valid_from=date(2026, 1, 1))
    assert record_policies(source, policies_of(source), by=None) is None
    assert not HistoryEntry.objects.exists()
