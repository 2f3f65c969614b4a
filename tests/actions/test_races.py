"""Two people at once, in two connections: one wins, one is told, nothing is made twice."""

from collections import Counter
from functools import partial

import pytest

from articles.actions.correcting import correct
from articles.actions.editing import EditConflict
from articles.actions.importing import start_run, store_run
from articles.actions.publishing import NotReady, publish, withdraw
from articles.models import Article, HistoryEntry, ImportRun
from tests.factories import FakeReader, make_article, make_editor, make_published

from .at_once import at_once as deeds_at_once

pytestmark = pytest.mark.django_db(transaction=True)


at_once = partial(deeds_at_once, told=(EditConflict, NotReady))


@pytest.mark.parametrize("repeat", range(5))
def test_two_confirmations_of_a_run_store_each_text_once(repeat):
    files = [(f"{number}.txt", f"Text {number}".encode()) for number in range(6)]
    run = start_run(files, by=None, reader=FakeReader())
    confirm = [lambda: store_run(ImportRun.objects.get(pk=run.pk), by=None)] * 2
    drafts = [draft for result in at_once(*confirm) for draft in result]
    assert sorted(draft.headline for draft in drafts) == [f"Text {n}" for n in range(6)]
    assert Article.objects.count() == HistoryEntry.objects.count() == 6


@pytest.mark.parametrize("repeat", range(5))
def test_two_runs_of_the_same_files_store_each_text_once(repeat):
    files = [(f"{number}.txt", f"Text {number}".encode()) for number in range(6)]
    runs = [start_run(files, by=None, reader=FakeReader()) for _ in range(2)]
    at_once(*(lambda run=run: store_run(run, by=None) for run in runs))
    assert Article.objects.count() == 6
    verdicts = Counter(item.verdict for run in runs for item in run.items.all())
    assert verdicts == {"new": 6, "same": 6}


@pytest.mark.parametrize("repeat", range(5))
def test_two_publications_are_one(repeat):
    article = make_article()
    results = at_once(*[lambda: publish(Article.objects.get(pk=article.pk), by=None)] * 3)
    assert sum(isinstance(result, Article) for result in results) == 1
    assert HistoryEntry.objects.filter(deed="published").count() == 1
    article.refresh_from_db()
    assert (article.status, article.version) == ("published", 2)


@pytest.mark.parametrize("repeat", range(5))
def test_of_two_corrections_one_wins_and_the_other_is_told(repeat):
    article, editor = make_article("Alt"), make_editor()
    results = at_once(
        *(
            lambda name=name: correct(article, {"headline": name}, by=editor, version=1)
            for name in ("Von Aigul", "Von Bob")
        )
    )
    (won,) = [result for result in results if isinstance(result, Article)]
    (lost,) = [result for result in results if isinstance(result, EditConflict)]
    article.refresh_from_db()
    assert article.headline == won.headline == lost.theirs.headline
    assert HistoryEntry.objects.count() == 1


@pytest.mark.parametrize("repeat", range(5))
def test_a_correction_and_a_withdrawal_never_mix(repeat):
    article, editor = make_published("Alt"), make_editor()
    results = at_once(
        lambda: correct(article, {"headline": "Neu"}, by=editor, version=1),
        lambda: withdraw(article, by=editor, reason="Grund"),
    )
    assert sum(isinstance(result, EditConflict) for result in results) == 1
    article.refresh_from_db()
    assert (article.headline, article.status) in {("Neu", "published"), ("Alt", "withdrawn")}
