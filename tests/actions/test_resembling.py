"""Texts of like wording are found when they come in; what is nearly here is stored only when somebody says so."""

import random
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions.deciding import decide
from articles.actions.importing import start_run, store_run
from articles.models import Article, ArticleRelation, ImportRun, SketchHash
from tests.factories import FakeReader

pytestmark = pytest.mark.django_db

WORDS = (
    "die herde zog im frühjahr über den pass und im herbst kam sie mit den lämmern zurück".split()
)


def made(seed: int, words: int = 80) -> str:
    """Return a text of its own wording: a headline and a body."""
    chance = random.Random(seed)
    return "Headline\n" + " ".join(
        f"{chance.choice(WORDS)}{chance.randrange(99)}a" for _ in range(words)
    )


TEXT = made(1)
EDITED = TEXT.replace(TEXT.split()[20], "anders").replace(TEXT.split()[60], "neu")


def imported(*texts: str, store: bool = False) -> ImportRun:
    """Import texts as files that no other run names."""
    before = ImportRun.objects.count()
    files = [(f"{before}-{number}.txt", text.encode()) for number, text in enumerate(texts, 1)]
    run = start_run(files, by=None, reader=FakeReader())
    if store:
        store_run(run, by=None)
    return run


def store_all(run: ImportRun) -> list[Article]:
    """Store what is like another text too, as texts of their own."""
    decide(run, run.items.all(), "store", by=None)
    return store_run(run, by=None)


def verdicts(run: ImportRun) -> list[str]:
    return list(run.items.values_list("verdict", flat=True))


def test_an_edited_text_is_nearly_the_same_as_a_stored_one_and_says_how_much():
    stored = imported(TEXT, store=True).items.get()
    item = imported(EDITED).items.get()
    assert (item.verdict, item.same_as) == ("near", stored)
    assert 85 <= item.similarity <= item.contained < 100


def test_two_versions_in_one_run_are_told_apart():
    run = imported(TEXT, EDITED, made(2))
    assert sorted(verdicts(run)) == ["near", "new", "new"]


def test_a_text_inside_a_longer_one_is_found():
    stored = imported(TEXT, store=True).items.get()
    item = imported(made(2, 200) + "\n" + TEXT.split("\n")[1]).items.get()
    assert (item.verdict, item.same_as) == ("near", stored)
    assert item.similarity < item.contained == 100


def test_the_most_similar_of_several_is_named():
    imported(TEXT + "\n" + made(3), store=True)
    closer = imported(made(9), store=True), imported(TEXT.replace("Headline", "Other"))
    store_all(closer[1])
    item = imported(EDITED).items.get()
    assert item.same_as == closer[1].items.get()


def test_a_text_that_nobody_stored_is_no_measure_for_other_runs():
    imported(TEXT)
    assert verdicts(imported(EDITED)) == ["new"]


def test_the_same_words_stay_the_same_and_keep_no_sketch_of_their_own():
    imported(TEXT, store=True)
    again = imported(TEXT.upper() + "  ")
    assert verdicts(again) == ["same"]
    assert not SketchHash.objects.filter(item__run=again).exists()


def test_short_and_other_texts_are_new():
    imported("Headline\nNur wenige Worte.", TEXT, store=True)
    assert verdicts(imported("Headline\nNur wenige andere Worte.", made(5))) == ["new", "new"]


def test_what_is_nearly_the_same_is_stored_only_where_somebody_decided_so():
    imported(TEXT, store=True)
    run = imported(EDITED, made(7))
    assert len(store_run(run, by=None)) == 1
    assert run.items.get(verdict="near").article is None
    other = imported(EDITED)
    [draft] = store_all(other)
    assert draft.item.verdict == "near"


def test_a_stored_near_duplicate_is_related_to_the_text_that_it_repeats():
    first = imported(TEXT, store=True).items.get().article
    run = imported(EDITED)
    [draft] = store_all(run)
    relation = ArticleRelation.objects.get()
    assert (relation.article, relation.kind, relation.other) == (draft, "near-duplicate", first)
    assert relation.reasons["similarity"] == run.items.get().similarity
    assert list(Article.objects.related_to(first, "near-duplicate")) == [draft]
    assert list(Article.objects.related_to(draft, "near-duplicate")) == [first]


def test_the_numbers_of_a_run_add_up():
    imported(TEXT, store=True)
    run = imported(EDITED, TEXT, made(8), "")
    counted = ImportRun.objects.with_counts().get(pk=run.pk)
    numbers = (counted.new, counted.near, counted.same, counted.rejected)
    assert numbers == (1, 1, 1, 1)
    assert sum(numbers) == counted.received


def test_a_text_costs_as_many_queries_however_many_are_alike():
    def queries_for_one_more(number: int) -> int:
        with CaptureQueriesContext(connection) as queries:
            item = imported(EDITED + f" zuletzt{number}").items.get()
        assert item.verdict == "near"
        return len(queries)

    counted = []
    for number in range(12):
        store_all(imported(TEXT.replace(TEXT.split()[30], f"anders{number}")))
        counted.append(queries_for_one_more(number))
    assert counted[3] == counted[-1]


def test_texts_stored_before_sketches_were_get_theirs_by_the_migration():
    stored = imported(TEXT, store=True).items.get()
    kept = sorted(stored.sketch.values_list("value", flat=True))
    SketchHash.objects.all().delete()
    import_module("articles.migrations.0006_relations").keep_sketches(apps, None)
    assert sorted(stored.sketch.values_list("value", flat=True)) == kept
    assert len(kept) >= 24
