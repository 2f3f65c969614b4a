"""Taking files in: originals first, a verdict for each text, no article yet."""

from pathlib import Path

import pytest

from articles.actions.deciding import decide
from articles.actions.importing import read_run, receive, start_run, store_run
from articles.models import Article, ImportRun, Original
from tests.factories import BrokenReader, FakeReader, found, make_editor

pytestmark = pytest.mark.django_db

BODY = "\nДлинный текст о воде. " + "Der See ist voll. " * 20


def verdicts(run: ImportRun) -> list[tuple[str, str]]:
    return list(run.items.values_list("name", "verdict"))


def test_a_run_holds_what_was_read_and_makes_no_article():
    editor = make_editor()
    run = start_run([("a.txt", b"Headline\nBody")], by=editor, reader=FakeReader())
    item = run.items.get()
    assert (run.created_by, run.status) == (editor, "review")
    assert (item.verdict, item.reading["headline"], item.reading["file"]) == (
        "new",
        "Headline",
        "a.txt",
    )
    assert item.reading["text"] == "Headline\nBody"
    assert item.original.read() == b"Headline\nBody"
    assert not Article.objects.exists()


def test_originals_of_all_files_are_kept_before_the_first_is_read():
    class Watcher(FakeReader):
        def read(self, data, name):
            assert Original.objects.count() == 3
            return super().read(data, name)

    start_run([(f"{n}.txt", f"Text {n}".encode()) for n in range(3)], by=None, reader=Watcher())


def test_bytes_paths_and_uploads_are_taken_alike(tmp_path):
    from django.core.files.uploadedfile import SimpleUploadedFile

    (tmp_path / "b.txt").write_bytes(b"From a path")
    files = [
        ("a.txt", b"From bytes"),
        ("b.txt", tmp_path / "b.txt"),
        ("c.txt", SimpleUploadedFile("c.txt", b"From an upload")),
    ]
    run = start_run(files, by=None, reader=FakeReader())
    headlines = [item.reading["headline"] for item in run.items.all()]
    assert headlines == ["From bytes", "From a path", "From an upload"]


def test_files_are_opened_one_at_a_time(tmp_path):
    opened = []

    def files():
        for number in range(3):
            opened.append(number)
            assert Original.objects.count() == number
            yield f"{number}.txt", f"Text {number}".encode()

    start_run(files(), by=None, reader=FakeReader())
    assert opened == [0, 1, 2]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Осы жылы.txt", "Осы жылы.txt"),
        ("../../etc/passwd", "../../etc/passwd"),
        ("a\x00b\x1b[31m.txt", "ab[31m.txt"),
        ("rechnung\u202egpj.txt", "rechnunggpj.txt"),
        ("zwei\nzeilen.txt", "zwei zeilen.txt"),
        ("\udce4.txt", ".txt"),
        ("x" * 300 + ".txt", "…" + "x" * 250 + ".txt"),
        ("", "?"),
    ],
)
def test_a_file_name_is_data_only(name, shown, originals):
    run = start_run([(name, b"Text")], by=None, reader=FakeReader())
    assert run.items.get().name == shown
    assert all(path.parent.parent == originals for path in originals.rglob("*") if path.is_file())


def test_the_same_bytes_twice_in_a_run_are_the_same():
    run = start_run([("a.txt", b"Text"), ("b.txt", b"Text")], by=None, reader=FakeReader())
    first, second = run.items.all()
    assert verdicts(run) == [("a.txt", "new"), ("b.txt", "same")]
    assert second.same_as == first


def test_the_same_words_in_other_case_space_and_headline_are_the_same():
    first = f"Eine Schlagzeile{BODY}".encode()
    second = f"Eine andere\n\n{BODY.upper()}  \n".encode("utf-16")
    run = start_run([("a.txt", first), ("b.txt", second)], by=None, reader=FakeReader())
    assert verdicts(run) == [("a.txt", "new"), ("b.txt", "same")]


def test_short_texts_are_compared_whole():
    files = [("a.txt", b"Beben in Osch\nBald mehr."), ("b.txt", b"Flut in Osch\nBald mehr.")]
    run = start_run(files, by=None, reader=FakeReader())
    assert verdicts(run) == [("a.txt", "new"), ("b.txt", "new")]


def test_what_is_stored_is_the_same_in_every_later_run_and_says_as_what():
    files = [("a.txt", b"Text A"), ("b.txt", b"Text B")]
    first = start_run(files, by=None, reader=FakeReader())
    store_run(first, by=None)
    again = start_run(files, by=None, reader=FakeReader())
    assert verdicts(again) == [("a.txt", "same"), ("b.txt", "same")]
    assert [item.same_as for item in again.items.all()] == list(first.items.all())
    assert store_run(again, by=None) == []
    assert Article.objects.count() == 2


def test_a_file_that_is_stored_whole_is_not_read_again():
    store_run(start_run([("a.txt", b"Text")], by=None, reader=FakeReader()), by=None)
    reader = FakeReader()
    start_run([("a.txt", b"Text")], by=None, reader=reader)
    assert reader.names == []


def test_what_was_read_but_not_stored_is_new_again():
    start_run([("a.txt", b"Text")], by=None, reader=FakeReader())
    assert verdicts(start_run([("a.txt", b"Text")], by=None, reader=FakeReader())) == [
        ("a.txt", "new")
    ]


def test_a_text_whose_article_was_deleted_is_new_again():
    (article,) = store_run(start_run([("a.txt", b"Text")], by=None, reader=FakeReader()), by=None)
    article.delete()
    run = start_run([("a.txt", b"Text")], by=None, reader=FakeReader())
    assert verdicts(run) == [("a.txt", "new")]


def test_each_text_of_a_file_with_several_gets_a_verdict_of_its_own():
    class Splitter(FakeReader):
        def read(self, data, name):
            from dataclasses import replace

            parts = data.split(b"\n---\n")
            texts = [super(Splitter, self).read(part, name)[0] for part in parts]
            return [replace(text, number=number) for number, text in enumerate(texts, 1)]

    data = b"Eins\n---\nZwei\n---\nEins"
    run = start_run([("a.txt", data)], by=None, reader=Splitter())
    assert [(item.number, item.verdict) for item in run.items.all()] == [
        (1, "new"),
        (2, "new"),
        (3, "same"),
    ]
    decide(run, run.items.filter(number=2), "skip", by=None)
    store_run(run, by=None)
    again = start_run([("a.txt", data)], by=None, reader=Splitter())
    assert [item.verdict for item in again.items.all()] == ["same", "new", "same"]


def test_an_interrupted_run_goes_on_where_it_stopped():
    run = receive([("a.txt", b"Text A"), ("b.txt", b"Text B")], by=None)
    assert {item.verdict for item in run.items.all()} == {"pending"}
    reader = FakeReader()
    read_run(run, reader=reader)
    read_run(run, reader=reader)
    assert reader.names == ["a.txt", "b.txt"]
    assert {item.verdict for item in run.items.all()} == {"new"}


def test_a_file_over_which_the_process_is_killed_costs_its_neighbours_nothing():
    class Killed(FakeReader):
        def read(self, data, name):
            if name == "huge.txt":
                raise SystemExit  # what a web worker's watchdog does
            return super().read(data, name)

    run = receive(
        [("huge.txt", b"Text " * 99), ("a.txt", b"Text A"), ("b.txt", b"Text B")], by=None
    )
    with pytest.raises(SystemExit):
        read_run(run, reader=Killed())
    assert {item.name: item.verdict for item in run.items.all()} == {
        "huge.txt": "pending",
        "a.txt": "new",
        "b.txt": "new",
    }


def test_a_reading_with_characters_that_no_database_stores_keeps_its_offsets():
    values = {"agency": found("a\x00b\ud800c")}
    run = start_run([("a.txt", b"Text")], by=None, reader=FakeReader(**values))
    assert run.items.get().reading["agency"] == "a\ufffdb\ufffdc"


def test_the_numbers_of_a_run_add_up():
    files = [("a.txt", b"Text"), ("b.txt", b"Text"), ("c.txt", b""), ("bad.txt", b"Other")]
    run = start_run(files, by=None, reader=BrokenReader())
    store_run(run, by=None)
    counted = ImportRun.objects.with_counts().get()
    assert (counted.received, counted.new, counted.same, counted.rejected, counted.stored) == (
        4,
        1,
        1,
        2,
        1,
    )


def test_queries_grow_by_the_file_only(django_assert_max_num_queries):
    files = [(f"{number}.txt", f"Text {number}".encode()) for number in range(10)]
    with django_assert_max_num_queries(15 + 10 * 15):
        start_run(files, by=None, reader=FakeReader())


def test_the_real_reader_knows_what_the_desk_knows(seed):
    from articles.actions.reference import load_reference

    load_reference()
    run = start_run([(seed.name, seed)], by=None)
    reading = run.items.get().reading
    assert any(entity["known"] for entity in reading["entities"])


@pytest.fixture
def seed(settings) -> Path:
    return Path(settings.SEEDS_DIR, "01_grenzvertrag.txt")
