"""Many saves of one text at the same time, by two editors: each is saved, or answered with the words that were sent."""

import pytest
from lxml import html

from articles.actions.presence import seen
from articles.models import Article, HistoryEntry
from tests.actions.at_once import at_once
from tests.factories import make_article, make_editor

from .conftest import allow, english_client
from .pages import address, filled, text

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def article() -> Article:
    return make_article("Alt")


@pytest.fixture
def desks():
    people = [make_editor(name) for name in ("aigul", "bolot")]
    return [english_client(allow(one, "view_article", "change_article")) for one in people]


def form_of(answer) -> dict[str, list[str]]:
    """Return what a browser would send of a page. The page itself is read: threads share what a test client notes."""
    form = html.fromstring(answer.content.decode()).get_element_by_id("correction")
    values: dict[str, list[str]] = {}
    for name, value in form.form_values():
        # A browser drops the line break after the opening tag; the parser keeps it.
        values.setdefault(name, []).append(value.removeprefix("\n"))
    return values


def test_of_saves_at_once_one_wins_and_the_others_get_their_words_back(article, desks):
    forms = [filled(desk, article) for desk in desks]

    def saving(number):
        words = {"headline": f"Überschrift {number}", "note": f"Notiz {number}", "_save": "1"}
        return lambda: desks[number % 2].post(address(article), forms[number % 2] | words)

    answers = at_once(*(saving(number) for number in range(8)), told=())
    assert sorted(answer.status_code for answer in answers) == [302, *[409] * 7]
    [entry] = HistoryEntry.objects.filter(deed="corrected")
    for number, answer in enumerate(answers):
        if answer.status_code == 302:
            assert entry.changes["headline"] == ["Alt", f"Überschrift {number}"]
        else:
            form = form_of(answer)
            assert form["headline"] == [f"Überschrift {number}"]
            assert form["note"] == [f"Notiz {number}"]
            assert text(answer).count('<blockquote class="theirs">') == 2
    article.refresh_from_db()
    assert article.version == 2


def test_who_was_refused_saves_what_came_back_and_every_text_is_in_history(article, desks):
    def until_saved(number):
        desk, words = desks[number % 2], f"Überschrift {number}"

        def deed():
            data = filled(desk, article) | {"headline": words, "_save": "1"}
            for _ in range(50):
                answer = desk.post(address(article), data)
                if answer.status_code == 302:
                    return
                form = form_of(answer)
                assert form["headline"] == [words]
                data = form | {"_save": "1"}
            raise AssertionError("refused fifty times")

        return deed

    at_once(*(until_saved(number) for number in range(6)), told=())
    changes = [entry.changes["headline"] for entry in HistoryEntry.objects.order_by("pk")]
    assert {after for _, after in changes} == {f"Überschrift {number}" for number in range(6)}
    assert [before for before, _ in changes] == ["Alt", *(after for _, after in changes[:-1])]
    article.refresh_from_db()
    assert (article.version, article.headline) == (7, changes[-1][1])


def test_signs_of_presence_are_in_no_saves_way(article, desks):
    aigul = desks[0].get(address(article)).context["user"]
    data = filled(desks[1], article) | {"headline": "Neu", "_save": "1"}
    deeds = [lambda: seen(article, aigul, changed=True)] * 4
    *_, answer = at_once(*deeds, lambda: desks[1].post(address(article), data), told=())
    assert answer.status_code == 302
