"""What waits beside a decided value: one deed takes it, one puts it aside for good."""

import pytest
from django.core.exceptions import ValidationError

from articles.actions.correcting import confirm, held
from articles.actions.editing import EditConflict
from articles.actions.rereading import apply_reading
from articles.actions.suggesting import drop_suggestion, take_suggestion
from articles.models import Article, HistoryEntry, Source
from tests.actions.texts import draft, read
from tests.factories import found, make_country, make_editor, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_editor()


def suggested(field: str, first, second, by) -> Article:
    """An article of which `field` was confirmed, and that a later reading says something else of."""
    article = confirm(draft(**{field: first}), [field.removesuffix("_name")], by=by)
    return apply_reading(article, read(**{field: second}), by=None)


@pytest.mark.parametrize(
    ("field", "first", "second", "value"),
    [
        ("headline", found("Alt"), found("Neu"), "Neu"),
        ("byline", (found("A. B."),), (found("C. D."),), ["C. D."]),
        ("date", found("2026"), found("2026-11"), "2026-11"),
        ("countries", (found("KZ"),), (found("UZ"),), ["UZ"]),
    ],
)
def test_one_deed_takes_what_waits(field, first, second, value, editor):
    make_country("KZ"), make_country("UZ", "Uzbekistan")
    article, second_editor = suggested(field, first, second, editor), make_editor("daniyar")
    taken = take_suggestion(article, field, by=second_editor, version=article.version)
    row = taken.evidence.get(field=field)
    assert held(taken, field) == value
    assert (row.suggestion, row.confirmed_by, row.value) == (None, second_editor, value)
    entry = HistoryEntry.objects.first()
    assert (entry.deed, entry.by, [*entry.changes]) == ("corrected", second_editor, [field])


def test_a_source_is_taken_by_its_name(editor):
    make_source("Karawan"), make_source("Steppenpost")
    article = suggested("source_name", found("Karawan"), found("Steppenpost"), editor)
    taken = take_suggestion(article, "source", by=editor, version=article.version)
    assert taken.source.name == "Steppenpost"


def test_a_source_that_is_gone_cannot_be_taken(editor):
    make_source("Karawan"), make_source("Steppenpost", policy="")
    article = suggested("source_name", found("Karawan"), found("Steppenpost"), editor)
    Source.objects.get(name="Steppenpost").delete()
    with pytest.raises(ValidationError):
        take_suggestion(article, "source", by=editor, version=article.version)
    assert article.evidence.get(field="source").suggestion


def test_what_is_put_aside_is_not_proposed_again(editor):
    article = suggested("agency", found("afp"), found("dpa"), editor)
    kept = drop_suggestion(article, "agency", by=editor, version=article.version)
    assert (kept.agency, kept.evidence.get(field="agency").suggestion) == ("afp", None)
    again = apply_reading(kept, read(agency=found("dpa")), by=None)
    assert again.evidence.get(field="agency").suggestion is None
    other = apply_reading(kept, read(agency=found("tass")), by=None)
    assert other.evidence.get(field="agency").suggestion["value"] == "tass"


@pytest.mark.parametrize("deed", [take_suggestion, drop_suggestion])
def test_where_nothing_waits_nothing_happens(deed, editor):
    article = draft(agency=found("afp"))
    deeds = HistoryEntry.objects.count()
    same = deed(article, "agency", by=editor, version=1)
    assert (same.version, HistoryEntry.objects.count()) == (1, deeds)


@pytest.mark.parametrize("deed", [take_suggestion, drop_suggestion])
def test_nobody_decides_over_an_article_that_changed_meanwhile(deed, editor):
    article = suggested("agency", found("afp"), found("dpa"), editor)
    with pytest.raises(EditConflict):
        deed(article, "agency", by=editor, version=article.version - 1)
    assert article.evidence.get(field="agency").suggestion
