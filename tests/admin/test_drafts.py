"""Words typed on the correction screen outlive a closed tab, a lost connection and the end of a session."""

import pytest
from django.contrib.sessions.models import Session

from articles.actions.correcting import correct
from articles.models import Article
from tests.factories import make_article, make_editor, make_entity, make_topic

from .conftest import allow, sign_in
from .pages import address, filled

MINE = "Meine Überschrift <b>"
OFFER = "#draft > ul > li"


@pytest.fixture
def article(newsroom):
    make_topic("culture")
    return make_article(
        "Die alte Überschrift bleibt so", body=["Erster Absatz.", "Zweiter Absatz."]
    )


@pytest.fixture
def opened(page, live_server, editor, article):
    """The correction screen in the editor's browser."""
    sign_in(page.context, editor, live_server.url)
    page.goto(address(article))
    return page


def typed(page, **fields):
    """Type into fields and wait until the words are kept."""
    for name, words in fields.items():
        page.fill(f"[name={name}]", words)
    page.wait_for_selector("#correction[data-unsaved=yes]")


def drafts(page):
    return page.evaluate(
        "Object.keys(localStorage).filter((name) => name.startsWith('draft:')).length"
    )


def save(page):
    page.click(".steps [name=_save]")


# --- A tab that closed -----------------------------------------------------------------------------


def test_words_of_a_closed_tab_are_offered_with_what_differs_and_brought_back(opened, article):
    typed(opened, headline=f"Die alte {MINE} bleibt so", note="Für morgen")
    again = opened.context.new_page()
    opened.close(run_before_unload=False)
    again.goto(address(article))
    offer = again.inner_text(OFFER)
    assert "Headline: Überschrift" in offer.replace("Die alte ", "").replace("… ", "")
    assert MINE in offer
    assert "Für morgen" in offer
    assert again.input_value("[name=headline]") == "Die alte Überschrift bleibt so"
    again.click(f"{OFFER} [data-do=restore]")
    assert again.input_value("[name=headline]") == f"Die alte {MINE} bleibt so"
    assert again.input_value("[name=note]") == "Für morgen"
    assert again.is_hidden("#draft")
    save(again)
    again.wait_for_selector(".messagelist")
    article.refresh_from_db()
    assert (article.headline, article.note) == (f"Die alte {MINE} bleibt so", "Für morgen")
    assert drafts(again) == 0


def test_the_last_keys_before_a_tab_closes_are_kept(opened, article):
    opened.fill("[name=note]", "Noch schnell")
    again = opened.context.new_page()
    opened.close(run_before_unload=True)
    again.goto(address(article))
    assert "Noch schnell" in again.inner_text(OFFER)


def test_every_kind_of_field_comes_back(opened, article, editor):
    tokayev = make_entity()
    article.mentions.create(tag=make_entity("Aktau", kind="place"), surfaces=["Aktau"])
    opened.reload()
    opened.select_option("#correction [name=language]", "ru")
    opened.select_option("[name=topics] >> nth=0", "culture")
    opened.check("[name=not_meant]")
    opened.fill("[name=time]", "09:30")
    opened.fill("[name=byline]", "Aigul Sadykova\nBolot Usenov")
    opened.click("#section-names ~ .adding .select2-search__field, .adding .select2-search__field")
    opened.keyboard.type("Tokayev")
    opened.click(".select2-results__option--highlighted:has-text('Tokayev')")
    opened.wait_for_selector("#correction[data-unsaved=yes]")
    before = fields_of(opened)
    opened.wait_for_timeout(500)
    opened.reload()
    assert fields_of(opened) != before
    opened.click(f"{OFFER} [data-do=restore]")
    assert fields_of(opened) == before
    assert str(tokayev) in opened.inner_text(".adding .select2-selection")


def fields_of(page):
    """Return what the form would send, besides what names the page itself."""
    values = page.evaluate("[...new FormData(document.getElementById('correction'))]")
    return sorted(pair for pair in values if pair[0] not in ("csrfmiddlewaretoken", "draft"))


def test_words_thrown_away_are_gone(opened, article):
    typed(opened, note="Weg damit")
    opened.reload()
    opened.click(f"{OFFER} [data-do=drop]")
    assert opened.is_hidden("#draft")
    assert drafts(opened) == 0
    opened.reload()
    assert opened.is_hidden("#draft")


def test_words_taken_back_by_hand_leave_no_draft(opened, article):
    typed(opened, note="Doch nicht")
    opened.fill("[name=note]", "")
    opened.wait_for_selector("#correction[data-unsaved=no]")
    assert drafts(opened) == 0


def test_an_offer_not_answered_yet_is_not_overwritten_by_new_words(opened, article):
    typed(opened, note="Von gestern")
    opened.reload()
    typed(opened, note="Von heute")
    opened.click(f"{OFFER} [data-do=restore]")
    assert opened.input_value("[name=note]") == "Von gestern"
    opened.wait_for_timeout(500)
    opened.reload()
    assert opened.locator(OFFER).count() == 2
    assert "Von heute" in opened.inner_text("#draft")


def test_nobody_else_is_offered_the_words(opened, article, live_server):
    typed(opened, note="Nur für mich")
    bolot = allow(make_editor("bolot"), "view_article", "change_article")
    sign_in(opened.context, bolot, live_server.url)
    opened.goto(address(article))
    assert opened.is_hidden("#draft")


# --- Saves that fail -------------------------------------------------------------------------------


def test_without_a_connection_the_page_stays_and_says_so(opened, article, browser_errors):
    typed(opened, headline=MINE)
    opened.context.set_offline(True)
    save(opened)
    opened.wait_for_selector("[data-problem=offline]:not([hidden])")
    assert opened.input_value("[name=headline]") == MINE
    opened.context.set_offline(False)
    save(opened)
    opened.wait_for_selector(".messagelist")
    article.refresh_from_db()
    assert article.headline == MINE
    assert drafts(opened) == 0
    browser_errors[:] = [error for error in browser_errors if "INTERNET" not in error]


def test_after_the_session_has_ended_one_signs_in_beside_and_saves(
    opened, article, editor, browser_errors
):
    editor.set_password("geheim")
    editor.save()
    typed(opened, headline=MINE)
    Session.objects.all().delete()
    save(opened)
    opened.wait_for_selector("[data-problem=signed-out]:not([hidden])")
    with opened.context.expect_page() as tab:
        opened.click("[data-problem=signed-out] a")
    tab.value.fill("[name=username]", editor.username)
    tab.value.fill("[name=password]", "geheim")
    tab.value.press("[name=password]", "Enter")
    tab.value.wait_for_selector("#logout-form")
    save(opened)
    opened.wait_for_selector(".messagelist")
    assert Article.objects.get(pk=article.pk).headline == MINE
    browser_errors[:] = [error for error in browser_errors if "status of 403" not in error]


def test_words_that_the_server_refused_are_kept_too(opened, article):
    typed(opened, headline=MINE, date="gestern")
    save(opened)
    opened.wait_for_selector("#errors")
    opened.goto(address(article))
    assert MINE in opened.inner_text(OFFER)
    assert opened.locator(OFFER).count() == 1


def test_a_server_in_trouble_loses_nothing(opened, article, browser_errors):
    typed(opened, headline=MINE)
    opened.route(
        f"**{address(article)}", lambda route: route.fulfill(status=502, body="Bad gateway")
    )
    save(opened)
    opened.wait_for_selector("text=Bad gateway")
    opened.unroute(f"**{address(article)}")
    opened.goto(address(article))
    assert MINE in opened.inner_text(OFFER)
    browser_errors.clear()


# --- Somebody else saved meanwhile -------------------------------------------------------------------


def test_words_typed_on_an_older_version_lead_to_both_versions(
    opened, article, editor, browser_errors
):
    typed(opened, headline=MINE, note="Meine Notiz")
    theirs = {"headline": "Bolots Überschrift", "standfirst": "Bolots Vorspann"}
    correct(article, theirs, by=None, version=1)
    opened.goto(address(article))
    assert opened.is_visible(f"{OFFER} .older")
    opened.click(f"{OFFER} [data-do=restore]")
    opened.wait_for_selector("#conflict")
    assert opened.input_value("[name=headline]") == MINE
    assert opened.input_value("[name=note]") == "Meine Notiz"
    assert opened.input_value("[name=standfirst]") == "Bolots Vorspann"
    assert "Bolots Überschrift" in opened.inner_text("#field-headline .theirs")
    opened.goto(address(article))
    assert opened.locator(OFFER).count() == 1, "the words of the refused page are still a draft"
    opened.click(f"{OFFER} [data-do=restore]")
    save(opened)
    opened.wait_for_selector(".messagelist")
    assert Article.objects.get(pk=article.pk).headline == MINE
    assert drafts(opened) == 0
    browser_errors[:] = [error for error in browser_errors if "status of 409" not in error]


# --- Leaving ---------------------------------------------------------------------------------------


def test_signing_out_asks_and_takes_the_words_along(opened, article):
    typed(opened, note="Vertraulich")
    opened.evaluate("localStorage.setItem('draft:999:1:x', '{}')")
    opened.once("dialog", lambda dialog: dialog.dismiss())
    opened.click("#logout-form button")
    assert drafts(opened) == 2
    opened.once("dialog", lambda dialog: dialog.accept())
    opened.click("#logout-form button")
    opened.wait_for_url("**/logout/")
    assert opened.evaluate(
        "Object.keys(localStorage).filter((name) => name.startsWith('draft:'))"
    ) == ["draft:999:1:x"]


def test_leaving_asks_only_where_the_browser_keeps_nothing(opened, article):
    asked = []
    opened.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    typed(opened, note="Gut verwahrt")
    opened.goto(address(article))
    assert asked == []
    opened.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }; }"
    )
    typed(opened, note="Nicht verwahrt")
    opened.goto(address(article))
    assert asked == ["beforeunload"]


def test_a_draft_that_nobody_looked_for_in_a_month_is_dropped(opened, article, editor):
    typed(opened, note="Alt")
    opened.evaluate(
        "Object.keys(localStorage).filter((name) => name.startsWith('draft:')).forEach((name) => localStorage.setItem(name, JSON.stringify("
        "{ ...JSON.parse(localStorage.getItem(name)), at: Date.now() - 31 * 24 * 3600 * 1000 })))"
    )
    opened.reload()
    assert opened.is_hidden("#draft")
    assert drafts(opened) == 0


def test_who_may_only_look_keeps_no_draft(page, live_server, article):
    reader = allow(make_editor("leser"), "view_article")
    sign_in(page.context, reader, live_server.url)
    page.goto(address(article))
    assert page.locator("#draft").count() == 0


# --- What the server says --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("draft", "told"),
    [
        ("mw3-x_1", "mw3-x_1"),
        ("", None),
        ("a b", None),
        ("x; path=/", None),
        ("ü", None),
        ("9" * 65, None),
    ],
)
def test_the_server_tells_the_desk_alone_which_draft_it_saved(desk, article, draft, told):
    answer = desk.post(address(article), filled(desk, article) | {"note": "Neu", "draft": draft})
    cookie = answer.cookies.get(f"kept-{article.pk}")
    assert (cookie.value if cookie else None) == told
    if cookie:
        assert (cookie["path"], cookie["samesite"]) == ("/admin/", "Lax")


def test_of_a_draft_that_was_not_saved_the_server_says_nothing(desk, article):
    sent = filled(desk, article) | {"date": "gestern", "draft": "abc"}
    answer = desk.post(address(article), sent)
    assert f"kept-{article.pk}" not in answer.cookies
    assert 'data-draft="abc"' in answer.content.decode()
