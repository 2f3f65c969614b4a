"""Ticked texts are read again from their originals with what the desk knows today."""

import pytest

from articles.actions.correcting import confirm
from articles.admin import reading_again
from articles.models import Article, HistoryEntry
from tests.actions.texts import draft
from tests.admin.conftest import allow, english_client
from tests.admin.pages import TEXT, address, text
from tests.factories import found, make_article, make_editor, make_entity

LIST = "/admin/articles/article/"


def read_again(client, *articles: Article):
    ticked = [article.pk for article in articles]
    sent = {"action": "read_selected_again", "_selected_action": ticked}
    return text(client.post(LIST, sent, follow=True))


def test_a_name_that_was_learnt_since_is_found(desk):
    article = draft(TEXT)
    make_entity("Aktau", kind="place")
    assert "1 text read again; something changed in 1." in read_again(desk, article)
    assert [one.tag.name for one in article.mentions.all()] == ["Aktau"]
    assert HistoryEntry.objects.first().deed == "read-again"
    assert "1 text read again; something changed in 0." in read_again(desk, article)


def test_what_a_person_confirmed_stays(desk, editor):
    article = confirm(draft(TEXT, agency=found("afp")), ["agency"], by=editor)
    read_again(desk, article)
    assert Article.objects.get(pk=article.pk).agency == "afp"


def test_a_text_without_a_file_is_named_and_stops_no_other(desk):
    own, imported = make_article("Selbst geschrieben"), draft(TEXT)
    page = read_again(desk, own, imported)
    assert f'<a href="{address(own)}">Selbst geschrieben</a>: This text came from no file.' in page
    assert "1 text read again" in page


def test_more_texts_than_a_page_can_wait_for_are_refused(desk, monkeypatch):
    monkeypatch.setattr(reading_again, "MOST", 1)
    page = read_again(desk, draft(TEXT, agency=found("afp")), draft("Anderes\nEin Text.\n"))
    assert "Please tick at most 1 texts" in page
    assert Article.objects.filter(agency="afp").exists()


@pytest.mark.parametrize(("permission", "agency"), [("view", "afp"), ("change", "")])
def test_only_who_may_change_texts_reads_them_again(permission, agency, newsroom):
    article = draft(TEXT, agency=found("afp"))
    rights = {f"{permission}_article", "view_article"}
    read_again(english_client(allow(make_editor("bolot"), *rights)), article)
    assert Article.objects.get(pk=article.pk).agency == agency
