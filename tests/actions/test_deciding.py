"""Decisions on the texts of a run: noted with who and when, done when the run is stored."""

import pytest

from articles.actions.deciding import CannotDecide, decide
from articles.actions.importing import start_run
from articles.actions.storing import CannotStore, start_storing, store_run
from articles.models import Article, HistoryEntry, ImportItem, ImportRun
from tests.factories import FakeReader, make_editor

from .test_resembling import EDITED, TEXT, made
from .test_verdicts import imported

pytestmark = pytest.mark.django_db


@pytest.fixture
def run() -> ImportRun:
    """A run of a new text, one nearly the same as a stored one, one that came again changed, and one that was here."""
    imported(TEXT, made(3), names=["alt.txt", "dpa.txt"], store=True)
    texts = (made(4), EDITED, made(3) + " mit mehr worten", TEXT)
    return imported(*texts, names=["neu.txt", "nahe.txt", "dpa.txt", "gleich.txt"])


def of(run: ImportRun, verdict: str):
    return run.items.filter(verdict=verdict)


def test_without_a_decision_new_texts_are_stored_and_nothing_else(run):
    verdicts = list(run.items.values_list("verdict", flat=True))
    assert verdicts == ["new", "near", "changed", "same"]
    [draft] = store_run(run, by=None)
    assert draft.item == of(run, "new").get()
    assert [item.verdict for item in run.items.undecided()] == ["near", "changed"]


@pytest.mark.parametrize("verdict", ["near", "changed"])
def test_a_text_like_another_is_stored_as_one_of_its_own_where_both_are_kept(run, verdict):
    assert decide(run, of(run, verdict), "store", by=None).noted == 1
    assert len(store_run(run, by=None)) == 2
    item = of(run, verdict).get()
    assert (item.article is None, item.version_of) == (False, None)


def test_one_decision_is_noted_for_all_that_are_meant_and_told_by_the_history(run):
    editor = make_editor()
    open_texts = run.items.open().count()
    decided = decide(run, run.items.all(), "skip", by=editor)
    assert (decided.noted, decided.unfit) == (open_texts, 0)
    entry = HistoryEntry.objects.filter(deed="judged").get()
    assert (entry.target, entry.by) == (run, editor)
    assert entry.changes == {"decision": ["", "skip"], "texts": ["", str(open_texts)]}
    assert str(run.items.open().first()) in entry.reason
    assert not run.items.to_store().exists()


def test_the_same_decision_again_is_no_news(run):
    decide(run, run.items.all(), "skip", by=None)
    assert decide(run, run.items.all(), "skip", by=None).noted == 0
    assert HistoryEntry.objects.filter(deed="judged").count() == 1


def test_a_decision_can_be_taken_back(run):
    before = set(run.items.to_store())
    decide(run, run.items.all(), "skip", by=None)
    decide(run, run.items.all(), "", by=None)
    assert set(run.items.to_store()) == before


def test_what_is_like_no_other_text_is_no_version(run):
    new, like = of(run, "new").count(), run.items.undecided().count()
    decided = decide(run, run.items.all(), "version", by=None)
    assert (decided.noted, decided.unfit) == (like, new)
    assert set(of(run, "new").values_list("decision", flat=True)) == {""}


def test_texts_that_are_here_or_of_another_run_are_not_decided_on(run):
    other = imported(made(9))
    assert decide(run, of(run, "same") | other.items.all(), "skip", by=None).noted == 0


def test_a_text_that_is_stored_is_not_decided_on(run):
    store_run(run, by=None)
    stored = run.items.filter(article__isnull=False)
    assert decide(run, stored, "skip", by=None).noted == 0


@pytest.mark.parametrize("status", ["storing", "undoing", "undone"])
def test_nothing_is_decided_while_a_run_is_worked_on_or_undone(run, status):
    ImportRun.objects.filter(pk=run.pk).update(status=status)
    with pytest.raises(CannotDecide):
        decide(run, run.items.all(), "skip", by=None)


def test_only_words_that_are_decisions_are_noted(run):
    with pytest.raises(ValueError, match="publish"):
        decide(run, run.items.all(), "publish", by=None)


# --- asked for, done in the background ------------------------------------------------------------


def test_a_run_that_is_to_be_stored_notes_who_said_so_and_waits_for_a_worker(run):
    editor = make_editor()
    started = start_storing(run, by=editor)
    assert (started.status, started.decided_by) == ("storing", editor)
    assert HistoryEntry.objects.get(deed="confirmed").changes == {"status": ["review", "storing"]}
    before = Article.objects.count()
    store_run(started, by=started.decided_by)
    assert (started.status, started.stored_at is None) == ("stored", False)
    assert Article.objects.count() > before
    assert HistoryEntry.objects.filter(deed="imported").first().by == editor


def test_a_run_is_not_stored_twice_at_once(run):
    start_storing(run, by=None)
    with pytest.raises(CannotStore):
        start_storing(run, by=None)


@pytest.mark.parametrize("status", ["reading", "storing", "undoing", "undone"])
def test_a_run_at_work_or_undone_is_not_stored(run, status):
    ImportRun.objects.filter(pk=run.pk).update(status=status)
    with pytest.raises(CannotStore):
        start_storing(run, by=None)


def test_where_nothing_is_to_be_stored_no_worker_is_asked(run):
    decide(run, run.items.all(), "skip", by=None)
    with pytest.raises(CannotStore):
        start_storing(run, by=None)
    assert ImportRun.objects.get(pk=run.pk).status == "review"


def test_what_was_open_is_stored_later(run):
    start_storing(run, by=None)
    store_run(run, by=None)
    decide(run, run.items.undecided(), "store", by=None)
    start_storing(run, by=None)
    assert store_run(run, by=None)
    assert not run.items.open().exists()


def test_storing_that_was_killed_goes_on_and_doubles_nothing(monkeypatch):
    from articles.actions import storing

    run = start_run(
        [(f"{number}.txt", made(number).encode()) for number in range(5)],
        by=None,
        reader=FakeReader(),
    )
    made_so_far = []

    def killed(item, catalogue, *, by):
        if len(made_so_far) == 3:
            raise SystemExit
        made_so_far.append(item)
        return make_draft(item, catalogue, by=by)

    make_draft = storing.make_draft
    start_storing(run, by=None)
    monkeypatch.setattr(storing, "make_draft", killed)
    with pytest.raises(SystemExit):
        store_run(run, by=None)
    assert Article.objects.count() == 3
    assert ImportRun.objects.get().status == "storing"
    monkeypatch.undo()
    assert len(store_run(run, by=None)) == 2
    assert Article.objects.count() == ImportItem.objects.filter(article__isnull=False).count() == 5


def test_a_decision_that_comes_while_a_run_is_stored_is_not_lost(run, monkeypatch):
    from articles.actions import storing

    def decided_meanwhile(item, catalogue, *, by):
        run.items.filter(decision="").undecided().update(decision="store")
        return make_draft(item, catalogue, by=by)

    make_draft = storing.make_draft
    monkeypatch.setattr(storing, "make_draft", decided_meanwhile)
    store_run(run, by=None)
    assert not run.items.to_store().exists()
    assert run.status == "stored"
