"""Who else has a text open, on the correction screen: without a script when it opens, with one as long as it is open."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.actions.correcting import correct
from articles.actions.presence import GONE_AFTER, seen
from articles.models import Presence
from tests.factories import make_article, make_editor

from .conftest import allow, english_client, sign_in
from .pages import address, text


@pytest.fixture
def article(newsroom):
    return make_article()


@pytest.fixture
def bolot(newsroom):
    return allow(make_editor("bolot"), "view_article", "change_article")


def sign(client, article, **data):
    path = reverse("admin:articles_article_presence", args=[article.pk])
    return client.post(path, {"version": article.version} | data)


# --- The page ------------------------------------------------------------------------------------


def test_an_opened_text_says_who_has_it_open(desk, article, bolot):
    assert "has this text open" not in text(desk.get(address(article)))
    seen(article, bolot, changed=True)
    assert "bolot has this text open, with unsaved changes." in text(desk.get(address(article)))
    seen(article, bolot, changed=False)
    assert "bolot has this text open.</li>" in text(desk.get(address(article)))


def test_an_opened_text_says_nothing_of_oneself(desk, article, editor):
    seen(article, editor, changed=True)
    assert "has this text open" not in text(desk.get(address(article)))


def test_people_are_called_by_their_names(desk, article, bolot):
    bolot.first_name = "Bolot <b>"
    bolot.save()
    seen(article, bolot, changed=False)
    assert "Bolot &lt;b&gt; has this text open." in text(desk.get(address(article)))


# --- The signs -----------------------------------------------------------------------------------


@pytest.mark.parametrize("rights", [[], ["view_source"], ["change_importrun"]])
def test_only_who_may_see_texts_gives_signs_and_hears_of_others(article, rights):
    stranger = english_client(allow(make_editor("stranger"), *rights))
    answer = sign(stranger, article)
    assert (answer.status_code, answer.json()) == (403, {})
    assert sign(Client(), article).status_code == 403
    assert not Presence.objects.exists()


def test_a_sign_is_sent_and_never_followed_as_a_link(desk, article):
    assert (
        desk.get(reverse("admin:articles_article_presence", args=[article.pk])).status_code == 405
    )
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = desk.cookies
    assert sign(strict, article).status_code == 403
    assert not Presence.objects.exists()


def test_a_sign_answers_who_else_is_there(desk, article, bolot, editor):
    assert sign(desk, article, changed="yes").json() == {"people": [], "saved": ""}
    answer = sign(english_client(bolot), article, changed="no")
    words = "aigul has this text open, with unsaved changes."
    person = {"key": editor.pk, "name": "aigul", "words": words}
    assert answer.json() == {"people": [person], "saved": ""}
    assert "no-store" in answer["Cache-Control"]


def test_a_sign_from_an_older_version_hears_who_saved(desk, article, bolot):
    correct(article, {"headline": "Bolots Überschrift"}, by=bolot, version=1)
    saved = sign(desk, article).json()["saved"]
    assert saved.startswith("bolot saved this text at ")
    article.refresh_from_db()
    assert sign(desk, article).json()["saved"] == ""


@pytest.mark.parametrize("version", ["", "x", "0", "9" * 40, "\x00"])
def test_a_sign_that_makes_no_sense_is_taken_for_an_older_version(desk, article, version):
    answer = sign(desk, article, version=version, changed="\x00")
    assert (answer.status_code, bool(answer.json()["saved"])) == (200, True)


def test_there_are_no_signs_at_a_text_that_is_not_there(desk, article):
    article.pk += 1
    assert sign(desk, article).status_code == 404


def test_signs_take_few_queries(desk, article, django_assert_max_num_queries):
    sign(desk, article)
    with django_assert_max_num_queries(8):
        sign(desk, article)


# --- The script ----------------------------------------------------------------------------------


def test_two_editors_see_each_other_come_type_save_and_leave(
    page, live_server, article, editor, bolot
):
    page.clock.install()
    sign_in(page.context, editor, live_server.url)
    page.goto(address(article))
    there = page.context.browser.new_context(base_url=live_server.url, locale="en-US")
    other = there.new_page()
    sign_in(there, bolot, live_server.url)
    with other.expect_response("**/presence/"):
        other.goto(address(article))
    assert other.inner_text("#presence") == "aigul has this text open."
    later(page)
    assert page.inner_text("#presence") == "bolot has this text open."
    other.fill("[name=headline]", "Bolots Überschrift")
    other.wait_for_selector("#correction[data-unsaved=yes]")
    with other.expect_response("**/presence/"):
        other.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    later(page)
    assert page.inner_text("#presence") == "bolot has this text open, with unsaved changes."
    other.click(".steps [name=_save]")
    other.wait_for_selector(".messagelist")
    later(page)
    assert "bolot saved this text at" in page.inner_text("#presence .saved")
    there.close()
    Presence.objects.filter(user=bolot).update(
        seen_at=Presence.objects.get(user=bolot).seen_at - GONE_AFTER
    )
    later(page)
    assert page.inner_text("#presence .news") == "bolot has closed this text."


def later(page):
    """Let the time until the next sign pass."""
    with page.expect_response("**/presence/"):
        page.clock.run_for(15_000)
    page.wait_for_timeout(50)
