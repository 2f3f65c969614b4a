"""Notes for readers: corrections that we own up to, and remarks."""

import pytest
from django.core.exceptions import ValidationError

from articles.actions.noting import add_note, take_back_note
from articles.models import Article, HistoryEntry, ReaderNote
from tests.factories import make_article, make_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(db) -> Article:
    return make_article("Neue Pipeline für Aktau", status="published")


@pytest.mark.parametrize(
    ("kind", "field"), [("correction", "correction"), ("remark", "reader_note")]
)
def test_a_note_is_written_with_its_history(article, kind, field):
    editor = make_editor()
    note = add_note(article, kind, " Es sind\r\n 40 km. ", "de", by=editor)
    assert (note.article, note.kind, note.text, note.language) == (
        article,
        kind,
        "Es sind\n 40 km.",
        "de",
    )
    entry = HistoryEntry.objects.get()
    assert (entry.by, entry.deed, entry.changes) == (
        editor,
        "corrected",
        {field: ["", note.text]},
    )


@pytest.mark.parametrize(
    ("kind", "text", "language"),
    [
        ("correction", "", "de"),
        ("correction", " \x00\n", "de"),
        ("correction", "x" * 1001, "de"),
        ("praise", "Schön", "de"),
        ("correction", "Es sind 40 km.", "xx"),
        ("correction", "Es sind 40 km.", ""),
    ],
)
def test_a_note_without_words_kind_or_language_is_refused(article, kind, text, language):
    with pytest.raises(ValidationError):
        add_note(article, kind, text, language, by=None)
    assert not ReaderNote.objects.exists()
    assert not HistoryEntry.objects.exists()


@pytest.mark.parametrize("status", ["draft", "review", "withdrawn"])
def test_what_readers_do_not_see_is_corrected_without_a_note(article, status):
    Article.objects.update(status=status)
    with pytest.raises(ValidationError):
        add_note(article, "correction", "Es sind 40 km.", "de", by=None)
    assert add_note(article, "remark", "Der Autor ist Geologe.", "de", by=None).pk


def test_a_note_taken_back_stays_in_the_history(article):
    note = add_note(article, "correction", "Es sind 40 km.", "de", by=None)
    take_back_note(article, note.pk, by=None)
    assert not ReaderNote.objects.exists()
    last = HistoryEntry.objects.first()
    assert last.changes == {"correction": ["Es sind 40 km.", ""]}
    take_back_note(article, note.pk, by=None)
    assert HistoryEntry.objects.first() == last


def test_a_note_of_another_text_is_not_taken_back(article):
    note = add_note(article, "remark", "Der Autor ist Geologe.", "de", by=None)
    take_back_note(make_article("Anderes"), note.pk, by=None)
    assert ReaderNote.objects.get() == note
