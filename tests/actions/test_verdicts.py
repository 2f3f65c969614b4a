"""A known text that came again differently: by the address it states, or by the name of its file and most of its words."""

import pytest

from articles.actions.deciding import decide
from articles.actions.importing import start_run, store_run
from articles.models import ImportItem, ImportRun
from tests.factories import FakeReader, found

from .test_resembling import EDITED, TEXT, made

pytestmark = pytest.mark.django_db

ADDRESS = "https://example.org/2022/05/staudamm"


def imported(*texts: str, names=None, address: str | None = None, store=False) -> ImportRun:
    names = names or [f"{ImportRun.objects.count()}-{number}.txt" for number, _ in enumerate(texts)]
    reader = FakeReader(**({"address": found(address)} if address else {}))
    files = [(name, text.encode()) for name, text in zip(names, texts, strict=True)]
    run = start_run(files, by=None, reader=reader)
    if store:
        store_run(run, by=None)
    return run


def verdicts(run: ImportRun) -> list[str]:
    return list(run.items.values_list("verdict", flat=True))


def test_other_words_under_the_address_of_a_stored_text_are_that_text_changed():
    stored = imported(TEXT, address=ADDRESS, store=True).items.get()
    item = imported(EDITED, address=f"{ADDRESS}/?utm_source=rss").items.get()
    assert (item.verdict, item.same_as) == ("changed", stored)
    assert 85 <= item.similarity <= item.contained < 100


def test_a_text_written_anew_under_its_address_is_changed_however_little_stayed():
    stored = imported(TEXT, address=ADDRESS, store=True).items.get()
    item = imported(made(7), address=ADDRESS).items.get()
    assert (item.verdict, item.same_as) == ("changed", stored)
    assert item.similarity < 20


def test_a_short_text_is_known_by_its_address_too():
    stored = imported("Beben in Osch\nMehr folgt.", address=ADDRESS, store=True).items.get()
    item = imported("Beben in Osch\nEs gab zwei Verletzte.", address=ADDRESS).items.get()
    assert (item.verdict, item.same_as) == ("changed", stored)


def test_an_earlier_text_of_the_run_counts():
    run = imported(TEXT, EDITED, address=ADDRESS)
    assert sorted(verdicts(run)) == ["changed", "new"]
    changed = run.items.get(verdict="changed")
    assert changed.same_as == run.items.get(verdict="new")


def test_the_same_words_under_their_address_are_the_same():
    imported(TEXT, address=ADDRESS, store=True)
    assert verdicts(imported(TEXT, address=ADDRESS)) == ["same"]


@pytest.mark.parametrize(
    "address", ["https://example.org/", "https://example.org/2022/05/anderes", None]
)
def test_without_the_same_address_like_words_are_nearly_the_same(address):
    imported(TEXT, address=ADDRESS, store=True)
    assert verdicts(imported(EDITED, address=address)) == ["near"]


def test_an_address_that_several_texts_share_is_no_identity():
    first = imported(TEXT, address=ADDRESS, store=True)
    store_run(imported(made(3)), by=None)
    other = imported(made(4), address=ADDRESS)
    decide(other, other.items.all(), "store", by=None)
    store_run(other, by=None)
    assert verdicts(imported(made(5), address=ADDRESS)) == ["new"]
    item = imported(EDITED, address=ADDRESS).items.get()
    assert (item.verdict, item.same_as) == ("changed", first.items.get())


def test_texts_of_one_feed_that_all_state_one_address_are_new():
    class Feed(FakeReader):
        def read(self, data, name):
            from dataclasses import replace

            texts = [super(Feed, self).read(part, name)[0] for part in data.split(b"\n---\n")]
            return [replace(text, number=number) for number, text in enumerate(texts, 1)]

    data = "\n---\n".join([made(1), made(2), made(3)]).encode()
    run = start_run([("feed.xml", data)], by=None, reader=Feed(address=found(ADDRESS)))
    assert verdicts(run) == ["new", "new", "new"]


def test_most_of_the_words_under_the_name_of_an_earlier_file_are_that_text_changed():
    stored = imported(TEXT, names=["dpa/0815.txt"], store=True).items.get()
    item = imported(EDITED, names=["dpa/0815.txt"]).items.get()
    assert (item.verdict, item.same_as) == ("changed", stored)


@pytest.mark.parametrize(
    ("text", "name", "verdict"),
    [
        (made(7), "dpa/0815.txt", "new"),  # a name that is used again
        (EDITED, "dpa/0816.txt", "near"),
    ],
)
def test_a_name_alone_or_words_alone_are_no_identity(text, name, verdict):
    imported(TEXT, names=["dpa/0815.txt"], store=True)
    assert verdicts(imported(text, names=[name])) == [verdict]


def test_files_of_one_name_in_one_run_are_two_texts():
    run = imported(TEXT, EDITED, names=["text.txt", "text.txt"])
    assert sorted(verdicts(run)) == ["near", "new"]


def test_a_text_that_nobody_stored_is_no_measure_for_other_runs():
    imported(TEXT, address=ADDRESS, names=["a.txt"])
    assert verdicts(imported(EDITED, address=ADDRESS, names=["a.txt"])) == ["new"]


def test_the_sum_of_the_verdicts_is_what_was_received():
    imported(TEXT, address=ADDRESS, store=True)
    run = imported(EDITED, TEXT, made(8), "", address=ADDRESS)
    assert ImportItem.objects.filter(run=run, verdict="changed").exists()
    counted = ImportRun.objects.with_counts().get(pk=run.pk)
    numbers = [getattr(counted, verdict) for verdict in ImportItem.Verdict.values]
    assert sum(numbers) == counted.received == 4
