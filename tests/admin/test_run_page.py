"""The page of a run: its numbers, what it is narrowed to, decisions, storing, reading again, undoing."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client, TestCase
from django.utils import timezone

from articles.actions.correcting import correct
from articles.actions.deciding import decide
from articles.actions.importing import receive, start_run, store_run
from articles.admin.run_progress import in_words, progress_of, seconds_left
from articles.models import Article, ImportItem, ImportRun
from tests.factories import BrokenReader, FakeReader, found, make_editor

from ..actions.test_resembling import EDITED, TEXT, made
from .conftest import allow, english_client
from .pages import press, text


def imported(*texts: str, names=None, store: bool = False) -> ImportRun:
    names = names or [f"{ImportRun.objects.count()}-{number}.txt" for number, _ in enumerate(texts)]
    files = [(name, text.encode()) for name, text in zip(names, texts, strict=True)]
    run = start_run(files, by=None, reader=FakeReader())
    if store:
        store_run(run, by=None)
    return run


@pytest.fixture
def run(newsroom) -> ImportRun:
    """A run of two new texts, one nearly the same as another, one that came again changed, one here already, one empty."""
    imported(TEXT, made(3), names=["alt.txt", "dpa.txt"], store=True)
    texts = (made(4), EDITED, made(3) + " mit mehr worten", TEXT, "", made(5))
    names = ["neu.txt", "nahe.txt", "dpa.txt", "gleich.txt", "leer.txt", "auch-neu.txt"]
    return imported(*texts, names=names)


def shown(page: str) -> list[str]:
    """Return the names of the files that a page lists."""
    return re.findall(r"<code>([^<]+)</code> ", page.split('class="items"')[1])


def of(run: ImportRun, name: str) -> ImportItem:
    return run.items.get(name=name)


# --- the sum and what narrows it --------------------------------------------------------------------


def test_the_numbers_add_up_and_each_leads_to_its_texts(desk, run):
    page = text(desk.get(run.get_absolute_url()))
    numbers = dict(re.findall(r'data-number="(\w+)">(\d+)</b>', page))
    received, *verdicts = (int(number) for number in numbers.values())
    assert (received, verdicts) == (6, [2, 1, 1, 1, 1])
    assert received == sum(verdicts)
    for verdict in ("new", "near", "changed", "same", "rejected"):
        assert f'href="{run.get_absolute_url()}?verdict={verdict}"' in page


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["neu.txt", "nahe.txt", "dpa.txt", "gleich.txt", "leer.txt", "auch-neu.txt"]),
        ("?verdict=near", ["nahe.txt"]),
        ("?verdict=changed", ["dpa.txt"]),
        ("?verdict=rejected", ["leer.txt"]),
        ("?undecided=1", ["nahe.txt", "dpa.txt"]),
        ("?open=1", ["neu.txt", "nahe.txt", "dpa.txt", "auch-neu.txt"]),
        ("?doubtful=1", ["dpa.txt"]),
        ("?warnings=1", ["auch-neu.txt"]),
        ("?left_out=1", ["neu.txt"]),
        ("?q=NEU", ["neu.txt", "auch-neu.txt"]),
        ("?q=neu&verdict=new&left_out=1", ["neu.txt"]),
        ("?order=doubts&open=1", ["dpa.txt", "neu.txt", "nahe.txt", "auch-neu.txt"]),
        ("?verdict=nonsense&order=x&page=99&q=%00", None),
    ],
)
def test_a_choice_is_an_address(desk, run, query, names):
    run.items.filter(name="dpa.txt").update(doubts=3)
    run.items.filter(name="auch-neu.txt").update(detail="end-missing")
    run.items.filter(name="neu.txt").update(decision="skip")
    page = text(desk.get(run.get_absolute_url() + query))
    assert shown(page) == (names or list(run.items.values_list("name", flat=True)))


def test_what_nothing_matches_says_so_and_leads_back(desk, run):
    page = text(desk.get(f"{run.get_absolute_url()}?q=xyz"))
    assert "No text of this run is like that." in page
    assert "Show all of the run" in page


def test_a_run_without_files_says_what_to_do(desk):
    run = ImportRun.objects.create()
    page = text(desk.get(run.get_absolute_url()))
    assert "No file came with this run." in page
    assert "empty" in page


def test_pages_keep_the_choice(desk, run):
    lot = [
        ImportItem(run=run, position=100 + number, name=f"x{number}.txt", verdict="rejected")
        for number in range(60)
    ]
    ImportItem.objects.bulk_create(lot)
    page = text(desk.get(f"{run.get_absolute_url()}?verdict=rejected&q=.txt"))
    assert "Page 1 of 2" in page
    assert 'rel="next" href="' + run.get_absolute_url() + '?verdict=rejected&amp;q=.txt&amp;page=2"'
    assert len(shown(page)) == 50


def test_a_page_of_a_run_asks_no_more_for_many_texts_than_for_one(desk, count_queries):
    first = imported(TEXT, store=True)
    one = count_queries(desk, imported(EDITED).get_absolute_url())
    many = imported(*(f"{EDITED} ende{number}" for number in range(20)))
    assert first.items.get().article
    assert many.items.filter(verdict="near").count() == 20
    assert count_queries(desk, many.get_absolute_url()) == one <= 15


# --- decisions --------------------------------------------------------------------------------------


def chosen(page: str, item: ImportItem) -> dict[str, bool]:
    """Return what may become of a text by its words, and which of it is chosen."""
    row = page.split(f'id="item-{item.pk}"')[1].split("</li>")[0]
    found = re.findall(r'aria-pressed="(true|false)" data-key="\w">([^<]+)<', row)
    return {words: pressed == "true" for pressed, words in found}


def test_each_text_offers_what_its_verdict_suggests(desk, run):
    page = text(desk.get(run.get_absolute_url()))
    assert chosen(page, of(run, "neu.txt")) == {"Store": True, "Leave out": False}
    near = {"Keep both": False, "New version": False, "Leave out": False}
    assert chosen(page, of(run, "nahe.txt")) == near
    changed = {"New version": False, "Keep both": False, "Leave out": False}
    assert chosen(page, of(run, "dpa.txt")) == changed
    assert chosen(page, of(run, "gleich.txt")) == {}


def test_a_decision_is_one_press_and_stays_where_it_was_made(desk, run):
    item = of(run, "nahe.txt")
    sent = {"decide": f"{item.pk}:version", "page": "1"}
    answer = desk.post(f"{run.get_absolute_url()}?verdict=near", sent)
    assert answer.url == f"{run.get_absolute_url()}?verdict=near#item-{item.pk}"
    assert chosen(text(desk.get(answer.url)), item)["New version"]


def test_from_the_page_of_a_text_a_decision_leads_back_to_it(desk, run):
    item = of(run, "nahe.txt")
    for back, address in (("item", ""), ("compare", "compare/")):
        sent = {"decide": f"{item.pk}:store", "back": back}
        answer = desk.post(f"{run.get_absolute_url()}?undecided=1", sent)
        assert answer.url.startswith(
            f"/admin/articles/importrun/{run.pk}/items/{item.pk}/{address}"
        )


def test_for_the_script_only_what_changed_is_sent(desk, run):
    item = of(run, "nahe.txt")
    sent = {"decide": f"{item.pk}:skip"}
    parts = desk.post(run.get_absolute_url(), sent, headers={"X-Parts": "1"})
    page = text(parts)
    assert "<html" not in page
    assert chosen(page, item)["Leave out"]
    assert 'id="summary"' in page
    assert page.count('class="item ') == 1


@pytest.mark.parametrize(
    ("which", "names"),
    [
        ("ticked", ["nahe.txt"]),
        ("filter", ["nahe.txt", "dpa.txt"]),
        ("sure", ["neu.txt", "auch-neu.txt"]),
    ],
)
def test_one_decision_for_many(desk, run, which, names):
    sent = {"ticked": [of(run, "nahe.txt").pk], "which": which, "what": "skip", "bulk": "1"}
    page = text(press(desk, run, "?undecided=1", **sent))
    assert f"Decided for {len(names)} text" in page
    decided = run.items.filter(decision="skip").values_list("name", flat=True)
    assert sorted(decided) == sorted(names)


def test_new_texts_without_doubts_leave_out_those_with_doubts(desk, run):
    run.items.filter(name="neu.txt").update(doubts=1)
    press(desk, run, which="sure", what="skip", bulk="1")
    assert list(run.items.filter(decision="skip")) == [of(run, "auch-neu.txt")]


def test_who_decides_nothing_is_told(desk, run):
    assert "No text was meant" in text(press(desk, run, which="ticked", what="skip", bulk="1"))


def test_what_cannot_be_a_version_is_told(desk, run):
    page = text(press(desk, run, which="filter", what="version", bulk="1"))
    assert "2 texts are like no other and can be no versions" in page
    assert "Decided for 2 texts." in page


# --- storing ----------------------------------------------------------------------------------------


def test_storing_makes_drafts_of_what_was_decided_and_says_what_is_left(desk, run):
    press(desk, run, decide=f"{of(run, 'neu.txt').pk}:skip")
    page = text(desk.get(run.get_absolute_url()))
    assert "Store 1 text" in page
    assert "2 still to be decided stay here." in page
    page = text(press(desk, run, store="1"))
    article = Article.objects.get(item__run=run)
    assert article.item == of(run, "auch-neu.txt")
    assert f'<a class="go" href="/admin/articles/article/{article.pk}/change/">' in page
    assert "stored in part, the rest waits for a decision" in page


def test_a_version_is_stored_and_linked(desk, run):
    item = of(run, "dpa.txt")
    press(desk, run, decide=f"{item.pk}:version")
    assert "2 drafts, 1 new version." in text(desk.get(run.get_absolute_url()))
    page = text(press(desk, run, store="1"))
    item.refresh_from_db()
    row = page.split(f'id="item-{item.pk}"')[1].split("</li>")[0]
    assert f'href="/admin/articles/article/{item.article_id}/change/"' in row
    assert "its new version" in row


def test_where_nothing_is_to_be_stored_the_page_says_what_to_do(desk, run):
    press(desk, run, which="filter", what="skip", bulk="1")
    press(desk, run, decide=f"{of(run, 'nahe.txt').pk}:")
    page = text(press(desk, run, store="1"))
    assert "There is nothing to store" in page
    assert "Decide what becomes of the texts that are like others" in page


# --- at work ------------------------------------------------------------------------------------------


def test_a_decision_that_nobody_knows_is_400(desk, run):
    item = of(run, "neu.txt")
    assert press(desk, run, decide=f"{item.pk}:burn").status_code == 400
    assert press(desk, run, bulk="1", which="sure", what="burn").status_code == 400


def test_while_a_run_is_read_its_page_shows_how_far_it_is(desk, editor):
    run = receive([(f"{n}.txt", made(n).encode()) for n in range(3)], by=editor)
    page = text(desk.get(run.get_absolute_url()))
    assert "0 of 3 files are read." in page
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in page
    address = f"/admin/articles/importrun/{run.pk}/progress/"
    assert f'data-progress="{address}"' in page
    data = desk.get(address).json()
    assert (data["status"], data["numbers"]["pending"]) == ("reading", 3)
    expected = {"words": "0 of 3 files are read.", "value": 0, "total": 3}
    assert data["progress"] == expected | {"left": "", "quiet": False}


def test_a_large_file_whose_texts_wait_one_by_one_is_one_file(db):
    run = receive([("a.txt", b"Eins"), ("b.zip", b"Zwei")], by=None)
    large = run.items.get(name="b.zip")
    ImportItem.objects.bulk_create(
        ImportItem(run=run, position=large.position, number=number, original=large.original)
        for number in range(2, 50)
    )
    run.items.filter(name="a.txt").update(verdict="new")
    progress = progress_of(run, run.items.in_numbers())
    assert (progress.words, progress.value) == ("1 of 2 files are read.", 1)


def test_where_no_worker_shows_itself_the_page_says_so(desk, editor):
    run = receive([("a.txt", b"Text")], by=editor)
    long_ago = timezone.now() - timedelta(minutes=5)
    ImportRun.objects.update(created_at=long_ago, woken_at=long_ago)
    assert desk.get(f"/admin/articles/importrun/{run.pk}/progress/").json()["progress"]["quiet"]


@pytest.mark.parametrize(
    ("status", "words"),
    [("storing", "2 of 4 texts are stored."), ("undoing", "2 texts are left")],
)
def test_other_work_is_shown_too(desk, run, status, words):
    store_run(run, by=None)
    run.items.undecided().update(decision="store")
    ImportRun.objects.filter(pk=run.pk).update(status=status)
    page = text(desk.get(run.get_absolute_url()))
    assert words in page
    assert 'name="decide"' not in page
    assert 'name="store"' not in page


def test_a_run_that_is_read_is_left_alone_by_the_browser(desk, run):
    page = text(desk.get(run.get_absolute_url()))
    assert "http-equiv" not in page
    assert "data-progress" not in page
    assert desk.get(f"/admin/articles/importrun/{run.pk}/progress/").json()["progress"] is None


def read_every(seconds: float, sizes: list[int]):
    """Files read one every so many seconds, the latest first."""
    now = timezone.now()
    return [(now - timedelta(seconds=seconds * n), n, size) for n, size in enumerate(sizes)]


@pytest.mark.parametrize(
    ("latest", "files", "size", "seconds"),
    [
        (read_every(2, [1000] * 10), 30, 30_000, 60),
        (read_every(2, [1000] * 10), 30, 3_000_000, 5400),  # the large ones come last
        (read_every(2, [1000] * 2), 30, 30_000, None),
        (read_every(2, [1000] * 10), 0, 0, None),
    ],
)
def test_the_time_left_is_told_from_the_speed_of_this_run(latest, files, size, seconds):
    assert seconds_left(latest, files, size) == (seconds and pytest.approx(seconds))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (20, "less than a minute left"),
        (70, "about 1 minute left"),
        (1500, "about 25 minutes left"),
        (9000, "about 2 hours left"),
    ],
)
def test_times_are_told_as_one_would_say_them(db, seconds, words):
    assert in_words(seconds) == words


# --- again -------------------------------------------------------------------------------------------


def failed(*names: str) -> ImportRun:
    files = [(name, made(number).encode()) for number, name in enumerate(names)]
    return start_run(files, by=None, reader=BrokenReader())


def test_a_file_that_failed_is_read_again(desk):
    run = failed("bad-1.txt", "bad-2.txt", "gut.txt")
    item = of(run, "bad-1.txt")
    assert f'name="retry" value="{item.pk}"' in text(desk.get(run.get_absolute_url()))
    page = text(press(desk, run, retry=str(item.pk)))
    assert "1 file is read again." in page
    assert sorted(run.items.values_list("verdict", flat=True)) == ["new", "new", "rejected"]


def test_all_that_failed_are_read_again(desk):
    run = failed("bad-1.txt", "bad-2.txt", "gut.txt")
    assert "2 files are read again." in text(press(desk, run, retry="all"))
    assert set(run.items.values_list("verdict", flat=True)) == {"new"}


def test_a_run_that_was_stored_reads_nothing_again(desk):
    run = failed("bad-1.txt", "gut.txt")
    store_run(run, by=None)
    page = text(press(desk, run, retry="all"))
    assert "This run is closed" in page
    assert 'name="retry"' not in page


# --- undoing --------------------------------------------------------------------------------------------


def test_undoing_is_asked_on_a_page_that_says_what_will_happen(desk, run, editor):
    store_run(run, by=None)
    kept = Article.objects.filter(item__run=run).first()
    correct(kept, {"headline": "Von Hand"}, by=editor, version=kept.version)
    address = f"/admin/articles/importrun/{run.pk}/undo/"
    assert f'href="{address}"' in text(desk.get(run.get_absolute_url()))
    page = text(desk.get(address))
    assert "1 draft that nobody worked on is deleted" in page
    assert ">Von Hand</a>: somebody corrected or confirmed it" in page
    assert Article.objects.filter(item__run=run).count() == 2  # looking changes nothing


def test_several_versions_of_one_run_are_foretold_as_one_article(desk, db):
    reader = FakeReader(address=found("https://example.org/2022/05/staudamm"))
    files = [(f"{n}.txt", f"Titel {n}\n{made(1)} {'mehr ' * n}".encode()) for n in (1, 2, 3)]
    run = start_run(files, by=None, reader=reader)
    decide(run, run.items.undecided(), "version", by=None)
    store_run(run, by=None)
    assert Article.objects.count() == 1
    page = text(desk.get(f"/admin/articles/importrun/{run.pk}/undo/"))
    assert "1 draft that nobody worked on is deleted" in page
    assert "back to the version before" not in page
    assert "What stays" not in page


def test_an_undone_run_reports_what_stayed(desk, run, editor):
    store_run(run, by=None)
    kept = Article.objects.filter(item__run=run).first()
    correct(kept, {"headline": "Von Hand"}, by=editor, version=kept.version)
    page = text(undo(desk, run))
    assert "The run is undone. 1 text stays since somebody worked on it:" in page
    assert f'<a href="/admin/articles/article/{kept.pk}/change/">Von Hand</a>' in page
    assert 'name="store"' not in page
    assert list(Article.objects.filter(item__run=run)) == [kept]


def test_an_undone_run_of_which_nothing_stayed_says_so(desk, run):
    store_run(run, by=None)
    page = text(undo(desk, run))
    assert "nothing of it is left among the articles" in page
    assert '<span class="help">undone</span>' in page


def test_what_was_never_stored_is_not_undone(desk, run):
    address = f"/admin/articles/importrun/{run.pk}/undo/"
    assert "there is nothing to undo" in text(desk.get(address))
    assert "Undo this run" not in text(desk.get(run.get_absolute_url()))
    assert "Nothing of this run is stored" in text(undo(desk, run))


def undo(client: Client, run: ImportRun):
    with TestCase.captureOnCommitCallbacks(execute=True):
        page = client.post(f"/admin/articles/importrun/{run.pk}/undo/")
    return client.get(page.url) if page.status_code == 302 else page


# --- one text after the other --------------------------------------------------------------------------


def test_a_text_leads_to_its_neighbours_among_those_that_are_shown(desk, run):
    names = ["neu.txt", "nahe.txt", "dpa.txt", "auch-neu.txt"]
    keys = [of(run, name).pk for name in names]
    here = f"/admin/articles/importrun/{run.pk}/items/"
    page = text(desk.get(f"{here}{keys[1]}/?open=1"))
    assert f'rel="prev" href="{here}{keys[0]}/?open=1"' in page
    assert f'rel="next" href="{here}{keys[2]}/?open=1"' in page
    assert "2 of 4" in page
    assert 'rel="next"' not in text(desk.get(f"{here}{keys[3]}/?open=1"))


# --- the list of runs ------------------------------------------------------------------------------------


def listed(page: str) -> list[tuple[str, str]]:
    """Return the runs of the list in order, each with its state."""
    return re.findall(r"change/\">(Import run \d+)</a>.*?<span class=\"state[^>]*>([^<]+)<", page)


def test_the_list_shows_first_what_waits_and_says_what_each_run_waits_for(desk, run):
    older = ImportRun.objects.earliest("pk")  # of it all is stored
    nothing_new = imported(TEXT)
    reading = receive([("a.txt", b"Text")], by=None)
    page = text(desk.get("/admin/articles/importrun/"))
    assert listed(page) == [
        (str(reading), "Is being read"),
        (str(run), "Waits for review"),
        (str(nothing_new), "Nothing to decide"),
        (str(older), "Stored"),
    ]
    store_run(run, by=None)
    states = dict(listed(text(desk.get("/admin/articles/importrun/"))))
    assert states[str(run)] == "Stored in part, the rest waits for a decision"


def test_the_list_tells_the_numbers_of_each_run(desk, run):
    page = text(desk.get("/admin/articles/importrun/"))
    row = page.split(f">{run}</a>")[1].split("</tr>")[0]
    names = ("received", "new", "near", "changed", "same", "rejected", "stored", "undecided")
    numbers = [re.search(rf'field-{name}">(\d+)<', row)[1] for name in names]
    assert numbers == ["6", "2", "1", "1", "1", "1", "0", "2"]


def test_the_list_asks_no_more_for_many_runs(desk, run, count_queries):
    one = count_queries(desk, "/admin/articles/importrun/")
    for number in range(6):
        imported(made(20 + number))
    assert count_queries(desk, "/admin/articles/importrun/") == one <= 12


def test_the_front_page_shows_what_is_read_and_what_is_to_be_decided(desk, run):
    receive([("a.txt", b"Text")], by=None)
    waiting = text(desk.get("/admin/")).split('id="runs"')[1].split("</section>")[0]
    assert "is being read" in waiting
    assert "2 to be decided" in waiting
    store_run(run, by=None)
    run.items.update(decision="skip")
    waiting = text(desk.get("/admin/")).split('id="runs"')[1].split("</section>")[0]
    assert f">{run}<" not in waiting


# --- who may ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["1/undo/", "1/progress/", "1/files/"])
def test_nobody_sees_a_run_without_signing_in_or_permission(db, path):
    answer = Client().get(f"/admin/articles/importrun/{path}")
    assert answer.url.startswith("/admin/login/")
    assert english_client(make_editor()).get(f"/admin/articles/importrun/{path}").status_code == 403


@pytest.mark.parametrize(
    ("sent", "right"),
    [
        ({"decide": "1:skip"}, "add_article"),
        ({"bulk": "1", "which": "filter", "what": "skip"}, "add_article"),
        ({"store": "1"}, "add_article"),
        ({"retry": "all"}, "add_importrun"),
    ],
)
def test_each_button_needs_its_permission(run, sent, right):
    user = allow(make_editor("bolot"), "view_importrun")
    before = list(run.items.values_list("decision", "verdict", "article"))
    assert english_client(user).post(run.get_absolute_url(), sent).status_code == 403
    assert list(run.items.values_list("decision", "verdict", "article")) == before
    assert press(english_client(allow(user, right)), run, **sent).status_code == 200


def test_undoing_needs_its_permission(run):
    store_run(run, by=None)
    user = allow(make_editor("bolot"), "view_importrun")
    address = f"/admin/articles/importrun/{run.pk}/undo/"
    assert english_client(user).get(address).status_code == 403
    assert english_client(user).post(address).status_code == 403
    assert Article.objects.filter(item__run=run).exists()
    assert english_client(allow(user, "add_article")).get(address).status_code == 200


def test_who_may_only_look_sees_no_buttons(run):
    page = text(
        english_client(allow(make_editor("bolot"), "view_importrun")).get(run.get_absolute_url())
    )
    assert "Your account may not store drafts." in page
    for name in ("decide", "bulk", "store", "retry", "ticked"):
        assert f'name="{name}"' not in page


# --- in a browser ----------------------------------------------------------------------------------------


@pytest.fixture
def open_run(transactional_db, page, live_server):
    """Opens the page of a run in a browser in which an editor is signed in."""
    user = User.objects.create_superuser("aigul", password="x")
    client = Client()
    client.force_login(user)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value}
    page.context.add_cookies([cookie | {"url": live_server.url}])

    def opened(run: ImportRun, query: str = ""):
        page.goto(run.get_absolute_url() + query)
        return page

    return opened


@pytest.fixture
def three(transactional_db) -> ImportRun:
    """A run of a new text, one nearly the same as another, and one that came again changed."""
    imported(TEXT, made(3), names=["alt.txt", "dpa.txt"], store=True)
    texts = (made(4), EDITED, made(3) + " mit mehr worten")
    return imported(*texts, names=["neu.txt", "nahe.txt", "dpa.txt"])


def decisions(run: ImportRun) -> dict[str, str]:
    return dict(run.items.values_list("name", "decision"))


def test_texts_are_decided_on_by_single_keys(three, open_run):
    page = open_run(three)
    page.locator("#review .item h2 a").first.focus()
    for key, name, decision in (
        ("x", "neu.txt", "skip"),
        ("j", "nahe.txt", ""),
        ("v", "nahe.txt", "version"),
        ("ArrowDown", "dpa.txt", ""),
        ("s", "dpa.txt", "store"),
    ):
        page.keyboard.press(key)
        item = three.items.get(name=name)
        if decision:
            page.locator(
                f'#item-{item.pk} [value="{item.pk}:{decision}"][aria-pressed=true]'
            ).wait_for()
    assert decisions(three) == {"neu.txt": "skip", "nahe.txt": "version", "dpa.txt": "store"}
    assert page.locator("#storing .primary").inner_text().startswith(("Store 2", "2 "))
    assert page.evaluate("document.activeElement.closest('.item').id") == f"item-{item.pk}"


def test_keys_mean_nothing_outside_the_list(three, open_run):
    page = open_run(three)
    page.locator("#q").focus()
    page.keyboard.type("xsv")
    assert page.locator("#q").input_value() == "xsv"
    page.locator("#which").focus()
    page.keyboard.press("x")
    assert set(decisions(three).values()) == {""}


def test_a_decision_changes_its_row_and_the_numbers_without_a_jump(three, open_run):
    page = open_run(three, "?undecided=1")
    item = three.items.get(name="dpa.txt")
    page.locator(f'#item-{item.pk} [name="ticked"]').check()
    page.evaluate("window.stays = true")
    page.locator(f'[value="{item.pk}:skip"]').click()
    page.locator(f'[value="{item.pk}:skip"][aria-pressed=true]').wait_for()
    assert page.evaluate("window.stays")
    assert page.locator(f'#item-{item.pk} [name="ticked"]').is_checked()
    assert page.evaluate("document.activeElement.value") == f"{item.pk}:skip"


def test_what_somebody_else_does_meanwhile_is_shown_instead(three, open_run, browser_errors):
    page = open_run(three)
    item = three.items.get(name="dpa.txt")
    ImportRun.objects.filter(pk=three.pk).update(status="storing")
    page.locator(f'[value="{item.pk}:skip"]').click()
    page.locator("#summary[data-status=storing]").wait_for()
    assert decisions(three)["dpa.txt"] == ""
    browser_errors.clear()  # the refusal, which the browser notes
