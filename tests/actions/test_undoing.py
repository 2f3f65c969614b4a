"""A whole run is undone: what nobody touched goes, what somebody worked on stays and is told."""

import pytest
from django.utils import timezone

from articles.actions import storing, undoing
from articles.actions.correcting import confirm, correct
from articles.actions.deciding import CannotDecide, decide
from articles.actions.importing import start_run, store_run
from articles.actions.judging import accept, accept_here
from articles.actions.merging import merge, undo_merge
from articles.actions.publishing import publish
from articles.actions.reading import read_run
from articles.actions.running import quiet_runs
from articles.actions.storing import start_storing
from articles.actions.taking_back import take_back
from articles.actions.teaching import teach
from articles.actions.undoing import CannotUndo, start_undoing, undo_run
from articles.actions.unteaching import take_back as take_lesson_back
from articles.models import (
    Alias,
    Article,
    HistoryEntry,
    ImportRun,
    Mention,
    Presence,
    SketchHash,
    UnknownName,
)
from tests.factories import (
    FakeReader,
    found,
    make_country,
    make_editor,
    make_entity,
    make_source,
    named,
)

from .test_resembling import made
from .test_teaching import OPENING
from .test_teaching import text as steppe
from .test_versions import FIRST, SECOND, THIRD, stored

pytestmark = pytest.mark.django_db


def undone(run: ImportRun, by=None) -> ImportRun:
    start_undoing(run, by=by)
    return undo_run(run, by=by)


def reasons(run: ImportRun) -> list[str]:
    return [one["reason"] for one in run.kept]


# --- drafts ----------------------------------------------------------------------------------------


def test_untouched_drafts_go_with_all_that_belongs_to_them():
    make_entity("Sadyr Japarov")
    entities = (named("Sadyr Japarov", "Dschaparow"), named("Gulmira", "Gulmira", known=False))
    run = stored(made(1), entities=entities)
    assert Mention.objects.exists()
    assert UnknownName.objects.exists()
    editor = make_editor()
    undone(run, by=editor)
    assert (run.status, run.kept, run.decided_by) == ("undone", [], editor)
    assert run.undone_at is not None
    assert not Article.objects.exists()
    assert not Mention.objects.exists()
    assert not UnknownName.objects.exists()


def test_the_texts_stay_as_the_record_and_come_in_again_as_new():
    run = stored(made(1))
    before = run.items.get()
    undone(run)
    item = run.items.get()
    assert (item.verdict, item.reading, item.article) == ("new", before.reading, None)
    assert SketchHash.objects.filter(item=item).exists()
    again = stored(made(1))
    assert again.items.get().verdict == "new"
    assert Article.objects.count() == 1


def test_the_history_of_a_text_that_went_stays():
    run = stored(made(1))
    article = Article.objects.get()
    editor = make_editor()
    undone(run, by=editor)
    entries = HistoryEntry.objects.filter(object_id=str(article.pk), content_type__model="article")
    assert [(entry.deed, entry.by) for entry in entries] == [("undone", editor), ("imported", None)]
    assert entries[0].changes["headline"] == ["Headline", ""]
    deeds = HistoryEntry.objects.filter(content_type__model="importrun")
    assert deeds.first().changes == {"kept": ["", "0"]}


def corrected(article):
    correct(article, {"headline": "Von Hand"}, by=make_editor(), version=article.version)


def confirmed(article):
    confirm(article, ["headline"], by=make_editor())


def published(article):
    source, country = make_source(), make_country()
    wanted = {"source": source.pk, "countries": [country.pk], "date": "2022-05"}
    article = correct(article, wanted, by=None, version=article.version)
    publish(article, by=make_editor())


def scheduled(article):
    Article.objects.filter(pk=article.pk).update(status="scheduled")


def judged(article):
    entity = make_entity("Sadyr Japarov")
    accept_here(article.unknown_names.get().pk, entity, by=make_editor())


def opened(article):
    user, now = make_editor(), timezone.now()
    Presence.objects.create(article=article, user=user, seen_at=now, changed=True)


@pytest.mark.parametrize(
    ("touch", "reason"),
    [
        (corrected, "worked-on"),
        (confirmed, "worked-on"),
        (published, "published"),
        (scheduled, "published"),
        (judged, "judged"),
        (opened, "open"),
    ],
)
def test_what_somebody_worked_on_stays_and_is_told(touch, reason):
    entities = (named("Dschaparow", "Dschaparow", known=False),)
    run = stored(made(1), made(2), entities=entities)
    kept, gone = Article.objects.order_by("pk")
    touch(kept)
    undone(run)
    assert Article.objects.get() == kept
    kept.refresh_from_db()
    assert run.kept == [{"article": kept.pk, "title": str(kept), "reason": reason}]
    assert kept.item.run == run


def test_who_left_before_the_end_is_still_the_reason(monkeypatch):
    run = stored(made(1))
    Presence.objects.create(
        article=Article.objects.get(), user=make_editor(), changed=True, seen_at=timezone.now()
    )
    end = undoing._end

    def after_they_left(*args):
        Presence.objects.all().delete()
        end(*args)

    monkeypatch.setattr(undoing, "_end", after_they_left)
    undone(run)
    assert reasons(run) == ["open"]


def test_who_only_looked_or_left_holds_nothing():
    run = stored(made(1), made(2))
    user, now = make_editor(), timezone.now()
    first, second = Article.objects.all()
    Presence.objects.create(article=first, user=user, seen_at=now, changed=False)
    long_ago = now - timezone.timedelta(minutes=5)
    Presence.objects.create(article=second, user=user, seen_at=long_ago, changed=True)
    undone(run)
    assert not Article.objects.exists()


# --- versions ----------------------------------------------------------------------------------------


def test_a_version_goes_back_to_the_reading_before():
    article = stored(FIRST, agency=found("dpa")).items.get().article
    first = article.item
    run = stored(SECOND, decision="version")
    undone(run)
    article.refresh_from_db()
    first.refresh_from_db()
    item = run.items.get()
    assert (article.headline, article.agency) == ("Titel 1", "dpa")
    assert (first.article, first.version_of) == (article, None)
    assert (item.article, item.version_of) == (None, None)
    assert stored(SECOND, name="wieder.txt").items.get().verdict == "near"  # unknown again


def test_what_a_person_said_before_the_version_stays_through_it_and_back():
    article = stored(FIRST).items.get().article
    corrected(article)
    run = stored(SECOND, decision="version")
    undone(run)
    article.refresh_from_db()
    assert (article.headline, run.kept) == ("Von Hand", [])
    assert article.evidence.get(field="headline").suggestion is None


def test_a_version_that_somebody_worked_on_since_stays():
    article = stored(FIRST).items.get().article
    run = stored(SECOND, decision="version")
    article.refresh_from_db()
    corrected(article)
    undone(run)
    assert reasons(run) == ["worked-on"]
    assert run.items.get().article == article


def test_a_draft_that_got_a_later_version_stays_and_says_so():
    first = stored(FIRST)
    stored(SECOND, decision="version")
    undone(first)
    assert reasons(first) == ["later-version"]
    assert Article.objects.get().headline == "Titel 2"


def test_runs_are_undone_in_any_order_that_ends_with_nothing():
    runs = [stored(FIRST), stored(SECOND, decision="version"), stored(THIRD, decision="version")]
    for run in reversed(runs):
        undone(run)
    assert [run.kept for run in runs] == [[], [], []]
    assert not Article.objects.exists()


def test_an_article_stays_once_though_the_run_brought_several_of_its_versions():
    address = {"address": found("https://example.org/2022/05/staudamm")}
    run = stored(FIRST, SECOND, THIRD, decision="version", **address)
    corrected(Article.objects.get())
    undone(run)
    assert reasons(run) == ["worked-on"]


def test_a_version_within_the_run_goes_with_its_draft():
    address = {"address": found("https://example.org/2022/05/staudamm")}
    run = stored(FIRST, SECOND, THIRD, decision="version", **address)
    assert undoing.kept_if_undone(run.items.known()) == {}
    undone(run)
    assert (run.kept, Article.objects.count()) == ([], 0)
    assert set(run.items.values_list("article", "version_of")) == {(None, None)}


# --- what refers to a text that went ---------------------------------------------------------------


def test_a_judgement_for_all_texts_can_be_taken_back_when_one_of_them_went():
    entities = (named("Dschaparow", "Dschaparow", known=False),)
    runs = [stored(made(1), entities=entities), stored(made(2), entities=entities)]
    entity = make_entity("Sadyr Japarov")
    key = UnknownName.objects.first().key
    judgements = accept(key, entity, by=make_editor())
    assert Mention.objects.filter(tag=entity).count() == 2
    undone(runs[0])
    assert Mention.objects.filter(tag=entity).count() == 1
    assert take_back([one.pk for one in judgements], by=None) == []
    assert not Mention.objects.exists()
    assert not Alias.objects.exists()
    assert UnknownName.objects.open().count() == 1


def test_a_merge_can_be_undone_when_one_of_its_texts_went():
    names = "Sadyr Japarov", "Sadyr Schaparow"
    kept, merged = (make_entity(name) for name in names)
    both = (named(names[0], "Japarov"), named(names[1], "Schaparow"))
    runs = [stored(made(1), entities=both), stored(made(2), entities=both[1:])]
    note = merge(merged, kept, by=make_editor())
    undone(runs[0])
    undone(runs[1])
    assert undo_merge(note, by=None) == []
    merged.refresh_from_db()
    assert merged.merged_into is None


def test_a_lesson_can_be_taken_back_when_its_texts_went():
    make_country("KZ")
    source = make_source("Steppenpost")
    editor = make_editor()
    gone = start_run([("aktau.txt", steppe("Aktau", OPENING).encode())], by=editor)
    store_run(gone, by=editor)
    Article.objects.update(source=source)
    lesson = teach("furniture", source, OPENING, by=editor)
    assert lesson.outcome["articles"]
    undone(gone)
    assert not Article.objects.exists()
    assert take_lesson_back(lesson, by=editor) == []
    lesson.refresh_from_db()
    assert lesson.taken_back_at is not None
    assert not source.habits.filter(in_use=True).exists()


# --- asked for, killed, asked again ------------------------------------------------------------------


@pytest.mark.parametrize("status", ["reading", "storing", "undoing", "undone"])
def test_a_run_at_work_or_undone_is_not_undone(status):
    run = stored(made(1))
    ImportRun.objects.update(status=status)
    with pytest.raises(CannotUndo):
        start_undoing(run, by=None)


def test_where_nothing_was_stored_nothing_is_undone():
    run = start_run([("a.txt", made(1).encode())], by=None, reader=FakeReader())
    with pytest.raises(CannotUndo):
        start_undoing(run, by=None)


def test_nothing_is_undone_before_somebody_asked_for_it():
    run = undo_run(stored(made(1)), by=None)
    assert run.status == "stored"
    assert Article.objects.exists()


def test_an_undone_run_is_neither_decided_on_nor_stored():
    run = undone(stored(made(1)))
    assert store_run(run, by=None) == []
    assert run.status == "undone"
    with pytest.raises(CannotDecide):
        decide(run, run.items.all(), "store", by=None)


def test_undoing_that_was_killed_goes_on(monkeypatch):
    run = stored(*(made(number) for number in range(5)))
    corrected(Article.objects.last())
    drop, dropped = undoing._drop, []

    def killed(item, article, by):
        if len(dropped) == 2:
            raise SystemExit
        dropped.append(item)
        drop(item, article, by)

    monkeypatch.setattr(undoing, "_drop", killed)
    start_undoing(run, by=None)
    with pytest.raises(SystemExit):
        undo_run(run, by=None)
    assert Article.objects.count() == 3
    assert ImportRun.objects.get().status == "undoing"
    monkeypatch.undo()
    undo_run(run, by=None)
    assert (Article.objects.count(), reasons(run)) == (1, ["worked-on"])
    assert HistoryEntry.objects.filter(deed="undone", content_type__model="article").count() == 4


def test_a_worker_that_slept_brings_nothing_back_when_the_run_was_undone_meanwhile(monkeypatch):
    run = start_run([(f"{n}.txt", made(n).encode()) for n in (1, 2)], by=None, reader=FakeReader())
    start_storing(run, by=None)
    store, slept = storing._store, []

    def sleeper(key, catalogue, by):
        if not slept:
            slept.append(key)
            store_run(run, by=None)
            undone(run)
        return store(key, catalogue, by)

    monkeypatch.setattr(storing, "_store", sleeper)
    assert store_run(run, by=None) == []
    assert (run.status, Article.objects.count()) == ("undone", 0)


def test_what_fails_stays_is_told_and_stops_no_other(monkeypatch, caplog):
    run = stored(made(1), made(2))
    drop, first = undoing._drop, run.items.first()

    def broken(item, article, by):
        if item == first:
            raise ZeroDivisionError
        drop(item, article, by)

    monkeypatch.setattr(undoing, "_drop", broken)
    undone(run)
    assert reasons(run) == ["failed"]
    assert Article.objects.get().item == first
    assert "undoing item" in caplog.text


def test_what_would_stay_is_told_in_few_queries(django_assert_max_num_queries):
    run = stored(*(made(number) for number in range(6)))
    corrected(Article.objects.first())
    items = list(run.items.known().select_related("article"))
    with django_assert_max_num_queries(4):
        kept = undoing.kept_if_undone(items)
    assert list(kept.values()) == ["worked-on"]


# --- what another run holds too ----------------------------------------------------------------------


@pytest.mark.parametrize("again", [made(1), f"{made(1)}\n\n"])
def test_a_text_that_another_run_brought_too_is_new_there(again):
    first = stored(made(1))
    second = stored(again)
    assert second.items.get().verdict == "same"
    undone(first)
    second.refresh_from_db()
    assert second.status == "reading"
    assert quiet_runs() == [second.pk]
    read_run(second, reader=FakeReader())
    item = second.items.get()
    assert (item.verdict, item.same_as, second.status) == ("new", None, "review")
    store_run(second, by=None)
    assert Article.objects.get().item.run == second


def test_of_two_runs_that_hold_it_too_one_stores_it():
    first, second, third = stored(made(1)), stored(made(1)), stored(made(1))
    undone(first)
    for run in (second, third):
        read_run(run, reader=FakeReader())
        store_run(run, by=None)
    assert [run.items.get().verdict for run in (second, third)] == ["new", "same"]
    assert Article.objects.count() == 1


def test_what_stays_is_here_already_for_other_runs_too():
    first = stored(made(1))
    second = stored(made(1))
    corrected(Article.objects.get())
    undone(first)
    second.refresh_from_db()
    assert (second.items.get().verdict, second.status) == ("same", "stored")


def test_a_run_that_was_undone_itself_stays_so():
    first = stored(made(1), made(2))
    second = stored(made(1), made(3))
    undone(second)
    undone(first)
    second.refresh_from_db()
    assert (second.status, second.items.first().verdict) == ("undone", "same")
