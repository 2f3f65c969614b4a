"""A text that came again as a new version of an article: the article follows, what a person said stays."""

import pytest

from articles.actions import storing
from articles.actions.correcting import confirm, correct
from articles.actions.deciding import decide
from articles.actions.editing import EditConflict
from articles.actions.importing import start_run, store_run
from articles.actions.publishing import NotReady
from articles.actions.undoing import start_undoing, undo_run
from articles.models import Article, HistoryEntry, ImportItem, ImportRun, Marking
from tests.factories import FakeReader, found, make_editor

from .test_resembling import made

pytestmark = pytest.mark.django_db

BODY = made(1).split("\n")[1]
FIRST, SECOND, THIRD = (f"Titel {n}\n{BODY} {'mehr ' * n}\n" for n in (1, 2, 3))


def stored(*texts: str, decision: str = "", name: str = "dpa.txt", **values) -> ImportRun:
    """Import texts, each in a file of the same name, decide on what is like another, and store them."""
    files = [(name, text.encode()) for text in texts]
    run = start_run(files, by=None, reader=FakeReader(**values))
    decide(run, run.items.undecided(), decision, by=None)
    store_run(run, by=None)
    return run


@pytest.fixture
def article() -> Article:
    """The article of the first version, stored."""
    return stored(FIRST).items.get().article


def test_the_article_follows_the_new_reading_and_shows_its_original(article):
    first = article.item
    run = stored(SECOND, decision="version")
    item = run.items.get()
    article.refresh_from_db()
    first.refresh_from_db()
    assert (item.verdict, item.article, item.version_of) == ("changed", article, article)
    assert (article.headline, article.version) == ("Titel 2", 2)
    assert article.body.blocks[0]["text"].endswith("mehr mehr")
    assert (first.article, first.version_of) == (None, article)
    assert Article.objects.count() == 1
    assert (run.status, ImportItem.objects.open().count()) == ("stored", 0)


def test_the_history_tells_which_text_followed_which(article):
    editor = make_editor()
    first = article.item
    run = start_run([("dpa.txt", SECOND.encode())], by=editor, reader=FakeReader())
    decide(run, run.items.all(), "version", by=editor)
    store_run(run, by=editor)
    entry = HistoryEntry.objects.filter(object_id=str(article.pk)).first()
    pair = [f"dpa.txt [{first.pk}]", f"dpa.txt [{run.items.get().pk}]"]
    assert (entry.deed, entry.by, entry.changes["version"]) == ("read-again", editor, pair)


def test_what_a_person_said_stays_and_the_new_words_wait_beside_it(article):
    editor = make_editor()
    correct(article, {"headline": "Von Hand"}, by=editor, version=article.version)
    stored(SECOND, decision="version", agency=found("dpa"))
    article.refresh_from_db()
    assert (article.headline, article.agency) == ("Von Hand", "dpa")
    evidence = article.evidence.get(field="headline")
    assert evidence.suggestion["value"] == "Titel 2"
    assert evidence.confirmed_by == editor


@pytest.mark.parametrize("text", [FIRST, SECOND])
def test_each_version_is_known_when_it_comes_again(article, text):
    stored(SECOND, decision="version")
    again = stored(text, name="anderswo.txt").items.get()
    assert again.verdict == "same"
    assert (again.same_as.article or again.same_as.version_of) == article
    reader = FakeReader()
    start_run([("x.txt", text.encode())], by=None, reader=reader)
    assert reader.names == []  # the file of each version is known whole


def test_a_third_version_follows_the_second(article):
    second = stored(SECOND, decision="version").items.get()
    third = stored(THIRD, decision="version").items.get()
    assert (third.same_as, third.article) == (second, article)
    article.refresh_from_db()
    assert article.headline == "Titel 3"
    assert [item.article for item in article.versions.order_by("pk")] == [None, None, article]


def test_of_two_runs_that_bring_versions_the_later_one_tells_what_it_followed(article):
    runs = [
        start_run([("dpa.txt", text.encode())], by=None, reader=FakeReader())
        for text in (SECOND, THIRD)
    ]
    for run in runs:
        decide(run, run.items.all(), "version", by=None)
        store_run(run, by=None)
    second, third = (run.items.get() for run in runs)
    assert third.same_as == second
    assert third.similarity > 90


def test_the_same_version_confirmed_in_two_runs_is_stored_once(article):
    runs = [
        start_run([("dpa.txt", SECOND.encode())], by=None, reader=FakeReader()) for _ in range(2)
    ]
    for run in runs:
        decide(run, run.items.all(), "version", by=None)
    assert [len(store_run(run, by=None)) for run in runs] == [1, 0]
    assert runs[1].items.get().verdict == "same"


def test_versions_in_one_folder_become_one_article():
    address = {"address": found("https://example.org/2022/05/staudamm")}
    run = stored(FIRST, SECOND, THIRD, decision="version", **address)
    article = Article.objects.get()
    assert article.headline == "Titel 3"
    assert {item.version_of for item in run.items.all()} == {article}


def test_a_version_of_a_text_that_nobody_stored_is_a_text_of_its_own():
    address = {"address": found("https://example.org/2022/05/staudamm")}
    files = [("a.txt", FIRST.encode()), ("b.txt", SECOND.encode())]
    run = start_run(files, by=None, reader=FakeReader(**address))
    decide(run, run.items.filter(verdict="changed"), "version", by=None)
    decide(run, run.items.filter(verdict="new"), "skip", by=None)
    [article] = store_run(run, by=None)
    item = run.items.get(verdict="changed")
    assert (item.article, item.version_of, item.decision) == (article, None, "store")


def test_somebody_who_saves_meanwhile_only_makes_it_try_again(article, monkeypatch):
    apply_reading = storing.apply_reading

    def too_late(seen, reading, **values):
        monkeypatch.undo()
        raise EditConflict(seen)

    monkeypatch.setattr(storing, "apply_reading", too_late)
    item = stored(SECOND, decision="version").items.get()
    assert storing.apply_reading is apply_reading
    assert item.article == article


# --- places of what a person decided on -----------------------------------------------------------


def words_at(article: Article, spans) -> list[str]:
    text = Article.objects.get(pk=article.pk).item.reading["text"]
    return [text[start:end] for start, end in spans]


def test_places_of_confirmed_values_are_carried_to_the_same_words(article):
    place = FIRST.index("mehr")
    evidence = article.evidence.create(field="agency", value="mehr", spans=[[place, place + 4]])
    confirm(article, ["agency"], by=make_editor())
    stored("Eine Zeile davor\n" + SECOND, decision="version")
    evidence.refresh_from_db()
    assert words_at(article, evidence.spans) == ["mehr"]
    assert evidence.spans != [[place, place + 4]]


def test_a_place_whose_words_are_gone_is_forgotten_and_the_value_stays(article):
    evidence = article.evidence.get(field="headline")
    assert words_at(article, evidence.spans) == ["Titel 1"]
    confirm(article, ["headline"], by=make_editor())
    stored(SECOND, decision="version")
    evidence.refresh_from_db()
    article.refresh_from_db()
    assert (evidence.spans, article.headline) == ([], "Titel 1")


def test_markings_follow_their_words_and_come_back_with_the_version_before(article):
    text = article.item.reading["text"]
    for words, label in (("Titel 1", "promo"), (BODY[:30], "caption")):
        start = text.index(words)
        end = start + len(words)
        Marking.objects.create(article=article, start=start, end=end, label=label)
    before = list(article.markings.values_list("start", "end", "label"))
    run = stored("Eine Zeile davor\n" + SECOND, decision="version")
    [kept] = article.markings.all()
    assert words_at(article, [(kept.start, kept.end)]) == [BODY[:30]]
    start_undoing(run, by=None)
    undo_run(run, by=None)
    assert sorted(article.markings.values_list("start", "end", "label")) == sorted(before)


def test_a_version_that_a_published_article_cannot_bear_is_to_be_decided_again(
    monkeypatch, article
):
    def refuse(*_args, **_options):
        raise NotReady([])

    monkeypatch.setattr(storing, "apply_reading", refuse)
    item = stored(SECOND, decision="version").items.get()
    assert (item.verdict, item.decision, item.version_of) == ("changed", "", None)
    assert item.reason == "unfit"
    decide(item.run, item.run.items.all(), "skip", by=None)
    item.refresh_from_db()
    assert (item.decision, item.reason) == ("skip", "")
    article.refresh_from_db()
    assert (article.headline, article.version) == ("Titel 1", 1)
