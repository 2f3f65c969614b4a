"""The desk tells readers something beside a text, on its correction screen."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from articles.models import Article, Country, ReaderNote
from tests.admin.conftest import allow, english_client
from tests.factories import make_article, make_editor

from .pages import address, send, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(desk) -> Article:
    return make_article("Neue Pipeline für Aktau", about=[Country.objects.get(pk="KZ")])


@pytest.fixture
def published(draft) -> Article:
    Article.objects.filter(pk=draft.pk).update(status="published")
    return Article.objects.get(pk=draft.pk)


def note(desk, article, words="Es sind 40 km.", kind="correction", **more):
    said = {"note_kind": kind, "note_text": words, "note_language": "de"}
    return text(send(desk, article, "_note", **said, **more))


def test_a_correction_is_written_and_listed(desk, published):
    page = note(desk, published)
    assert "Readers see the note now." in page
    assert '<p lang="de">Es sind 40 km.</p>' in page
    assert ReaderNote.objects.get().by.username == "aigul"


def test_what_was_typed_in_the_fields_is_saved_with_it(desk, published):
    note(desk, published, headline="Aktau baut eine Leitung")
    assert Article.objects.get().headline == "Aktau baut eine Leitung"


def test_words_that_cannot_be_written_stay_in_their_field(desk, draft):
    page = note(desk, draft, "Es sind <b>40</b> km.")
    assert "Readers have not seen this text" in page
    assert "Es sind &lt;b&gt;40&lt;/b&gt; km.</textarea>" in page
    assert not ReaderNote.objects.exists()


def test_a_correction_is_offered_for_what_readers_see_only(desk, draft, published):
    assert 'value="correction"' in text(desk.get(address(published)))
    Article.objects.update(status="draft")
    assert 'value="correction"' not in text(desk.get(address(draft)))


def test_a_note_is_taken_back(desk, published):
    note(desk, published)
    data = {"_note_back": ReaderNote.objects.get().pk}
    page = text(send(desk, published, "_keep_nothing", **data))
    assert "Taken back" in page
    assert not ReaderNote.objects.exists()


def test_who_may_only_look_sees_notes_and_no_fields(desk, published):
    note(desk, published)
    reader = allow(make_editor("dana"), "view_article")
    page = text(english_client(reader).get(address(published)))
    assert "Es sind 40 km." in page
    assert "note_text" not in page


def test_the_hour_of_a_note_is_that_of_the_newsroom(desk, published):
    note(desk, published)
    noon = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    ReaderNote.objects.update(at=noon)
    with timezone.override("Asia/Almaty"):
        assert date_format(timezone.localtime(noon), "SHORT_DATETIME_FORMAT") in text(
            desk.get(address(published))
        )
