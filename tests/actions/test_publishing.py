"""Publishing and withdrawing: what must be true first, and what is told by the history."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from articles.actions.correcting import confirm, correct
from articles.actions.editing import EditConflict
from articles.actions.publishing import NotReady, obstacles, publish, withdraw
from articles.models import Article, HistoryEntry, Status
from tests.factories import (
    add_policy,
    make_article,
    make_country,
    make_editor,
    make_published,
    make_source,
    propose,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_editor()


def missing(article) -> list[str]:
    with pytest.raises(NotReady) as refused:
        publish(article, by=None)
    assert all(str(obstacle.message) for obstacle in refused.value.obstacles)
    article.refresh_from_db()
    assert article.status != Status.PUBLISHED
    assert not HistoryEntry.objects.filter(deed="published").exists()
    return [obstacle.field for obstacle in refused.value.obstacles]


def test_a_complete_draft_is_published(editor):
    article = publish(make_article(), by=editor)
    assert Article.objects.published().get() == article
    assert (article.status, article.version) == ("published", 2)
    entry = HistoryEntry.objects.get()
    assert (entry.deed, entry.by, entry.target) == ("published", editor, article)
    assert entry.changes == {"status": ["draft", "published"]}


@pytest.mark.parametrize("field", ["headline", "date"])
def test_a_field_that_is_missing_is_named(field):
    article = make_article()
    Article.objects.update(**{field: ""})
    assert missing(Article.objects.get(pk=article.pk)) == [field]


@pytest.mark.parametrize("date", ["2022", "2022-05", "2022-05-07"])
def test_a_date_of_any_precision_will_do(date):
    assert publish(make_article(date=date), by=None).status == "published"


@pytest.mark.parametrize("field", ["headline", "date", "source"])
def test_a_proposed_value_must_be_confirmed(field, editor):
    article = make_article()
    propose(article, field)
    assert missing(article) == [field]
    article = confirm(article, [field], by=editor)
    assert publish(article, by=editor).status == "published"


def test_a_proposed_headline_that_was_written_anew_needs_no_confirmation(editor):
    article = make_article("Vorschlag")
    propose(article, "headline")
    article = correct(article, {"headline": "Eigene Zeile"}, by=editor, version=1)
    assert publish(article, by=editor).status == "published"


def test_a_doubtful_but_printed_value_bars_nothing():
    article = make_article()
    propose(article, "date", proposed=False, confidence=0.3)
    assert publish(article, by=None).status == "published"


def test_a_source_is_needed():
    article = make_article()
    Article.objects.update(source=None)
    assert missing(Article.objects.get(pk=article.pk)) == ["source"]


@pytest.mark.parametrize("policy", ["internal", "blocked", ""])
def test_a_source_must_allow_it_today(policy):
    assert missing(make_article(source=make_source("Ost-Kurier", policy))) == ["source"]


def test_a_licence_that_ended_yesterday_does_not_count():
    source = make_source("Ost-Kurier", "")
    add_policy(source, "full", start=-9, end=-1)
    assert missing(make_article(source=source)) == ["source"]


def test_an_excerpt_may_be_published():
    article = make_article(source=make_source("Oasis Post", "excerpt"))
    assert publish(article, by=None).status == "published"


def test_a_country_that_the_text_is_about_is_needed_a_mentioned_one_is_not_enough():
    article = make_article(about=[])
    article.country_links.create(country=make_country(), role="mentioned")
    assert missing(article) == ["countries"]


def test_all_that_is_missing_is_told_at_once_and_says_what_to_do():
    article = make_article("", date="", about=[], source=make_source("Ost-Kurier", "blocked"))
    with translation.override("en"):
        told = {obstacle.field: str(obstacle.message) for obstacle in obstacles(article)}
    assert list(told) == ["headline", "date", "source", "countries"]
    assert told["headline"] == "Write a headline."
    assert "record a licence" in told["source"]


@pytest.mark.parametrize("status", ["draft", "review", "withdrawn"])
def test_published_from(status):
    assert publish(make_article(status=status), by=None).status == "published"


@pytest.mark.parametrize("status", ["published", "scheduled", "spiked"])
def test_not_published_from(status):
    article = make_article(status=status)
    with pytest.raises(NotReady) as refused:
        publish(article, by=None)
    assert [obstacle.field for obstacle in refused.value.obstacles] == ["status"]


def test_an_embargo_bars_no_publishing_only_the_sight(editor):
    later = timezone.now() + timedelta(days=1)
    publish(make_article(embargo_until=later), by=editor)
    assert not Article.objects.published().exists()


def test_publishing_what_somebody_changed_meanwhile_is_a_conflict(editor):
    seen = make_article()
    correct(seen, {"headline": "Anders"}, by=editor, version=1)
    with pytest.raises(EditConflict) as conflict:
        publish(seen, by=editor)
    assert conflict.value.theirs.headline == "Anders"
    assert not Article.objects.published().exists()


def test_a_withdrawal_takes_the_text_from_readers_with_its_reason(editor):
    article = withdraw(make_published(), by=editor, reason=" Verwechslung. ")
    assert (article.status, article.version) == ("withdrawn", 2)
    assert article.withdrawn_at is not None
    assert not Article.objects.published().exists()
    entry = HistoryEntry.objects.get()
    assert (entry.deed, entry.reason) == ("withdrawn", "Verwechslung.")


def test_the_reason_of_a_withdrawal_is_cleaned(editor):
    article = withdraw(make_published(), by=editor, reason="Ver\x00wechs\nlung \u202e" + "x" * 400)
    reason = HistoryEntry.objects.get(object_id=article.pk).reason
    assert reason.startswith("Verwechs lung xx")
    assert len(reason) == 300


@pytest.mark.parametrize("reason", ["", "  \n", "\x00"])
def test_a_withdrawal_needs_a_reason(reason, editor):
    with pytest.raises(ValidationError) as refused:
        withdraw(make_published(), by=editor, reason=reason)
    assert "reason" in refused.value.message_dict
    assert Article.objects.published().exists()


@pytest.mark.parametrize("status", [status for status in Status if status != "published"])
def test_only_what_is_published_can_be_withdrawn(status):
    with pytest.raises(NotReady):
        withdraw(make_article(status=status), by=None, reason="Grund")


def test_published_again_it_keeps_the_time_of_its_first_publication():
    first = make_published()
    withdrawn = withdraw(first, by=None, reason="Prüfen")
    again = publish(withdrawn, by=None)
    assert again.published_at == first.published_at
    assert again.withdrawn_at is None
    deeds = HistoryEntry.objects.values_list("deed", flat=True)
    assert list(deeds) == ["published", "withdrawn"]


def test_history_cannot_be_written_twice():
    publish(make_article(), by=None)
    with pytest.raises(TypeError, match="append-only"):
        HistoryEntry.objects.get().save()


def test_asking_what_is_missing_costs_few_queries(django_assert_num_queries):
    article = make_article()
    with django_assert_num_queries(3):
        assert obstacles(article) == []
