"""Before a judgement is given its page lists every text that it would change, with the words that print the name."""

import pytest

from articles.admin import effects
from articles.admin.effects import quoted
from articles.models import Judgement, Mention
from tests.actions.texts import draft
from tests.admin.conftest import allow, english_client
from tests.admin.pages import address, text
from tests.factories import ask_name, make_article, make_editor, make_entity

JUDGE = "/admin/articles/unknownname/judge/"
TEXT = "Dürre in Aktau\nAm Montag sprach Toqaev in der Hauptstadt mit Bauern.\n"


@pytest.fixture
def tokayev(newsroom):
    return make_entity("Kassym-Jomart Tokayev")


@pytest.fixture
def asked(tokayev):
    """Two texts that ask about one name, the first with its original."""
    first, second = draft(TEXT), make_article("Zweiter Text")
    start = TEXT.index("Toqaev")
    ask_name(first, "Toqaev", key="k", spans=[[start, start + 6]])
    ask_name(second, "Toqaev", key="k")
    return first, second


def test_an_alias_is_shown_with_every_text_that_comes_under_it(desk, asked, tokayev):
    shown = text(
        desk.get(JUDGE, {"key": "k", "verdict": "same", "entity": tokayev.pk, "next": "/x"})
    )
    assert "“Toqaev” is a form of Kassym-Jomart Tokayev" in shown
    assert "2 stored texts change." in shown
    for article in asked:
        assert address(article) in shown
    assert "Am Montag sprach <mark>Toqaev</mark> in der Hauptstadt mit Bauern." in shown
    assert shown.count("<ins>Kassym-Jomart Tokayev</ins>") == 2
    assert '<input type="hidden" name="next" value="/x">' in shown
    assert not Judgement.objects.exists()
    assert not Mention.objects.exists()


def test_the_button_of_that_page_judges(desk, asked, tokayev):
    page = desk.get(JUDGE, {"key": "k", "verdict": "same", "entity": tokayev.pk})
    desk.post(page.context["action"], page.context["sent"])
    assert tokayev.mentions.count() == 2


def test_never_is_shown_with_every_text_that_goes(desk, asked, tokayev):
    Mention.objects.create(content_object=asked[1], tag=tokayev, surfaces=["Toqaev"], spans=[])
    shown = text(desk.get(JUDGE, {"key": "k", "verdict": "never", "entity": tokayev.pk}))
    assert "1 stored text changes." in shown
    assert "<del>Kassym-Jomart Tokayev</del>" in shown
    assert "is no longer filed under it" in shown


def test_never_is_shown_first_on_the_page_of_a_name_too(desk, asked, tokayev):
    Mention.objects.create(content_object=asked[1], tag=tokayev, surfaces=["Tokarew"], spans=[])
    here = f"/admin/articles/entity/{tokayev.pk}/never/"
    shown = text(desk.get(here, {"form": " Tokarew ", "note": "General"}))
    assert "“Tokarew” never means Kassym-Jomart Tokayev" in shown
    assert "1 stored text changes." in shown
    assert '<input type="hidden" name="note" value="General">' in shown
    assert not Judgement.objects.exists()


def test_where_no_text_changes_the_page_says_so(desk, asked, tokayev):
    shown = text(desk.get(JUDGE, {"key": "k", "verdict": "never", "entity": tokayev.pk}))
    assert "No stored text changes; texts to come are read so." in shown


@pytest.mark.parametrize("entity", ["", "0", "x\x00", "9" * 40])
def test_without_a_name_the_question_is_asked_again(desk, asked, entity):
    shown = text(desk.get(JUDGE, {"key": "k", "verdict": "same", "entity": entity}))
    assert "Choose one of the names." in shown
    assert "It is another form of a known name" in shown


def test_only_the_first_of_many_texts_are_listed(desk, asked, tokayev, monkeypatch):
    monkeypatch.setattr(effects, "SHOWN_TEXTS", 1)
    shown = text(desk.get(JUDGE, {"key": "k", "verdict": "same", "entity": tokayev.pk}))
    assert "2 stored texts change." in shown
    assert "… and 1 more." in shown


def test_who_may_only_look_is_shown_the_question(asked, tokayev):
    looker = english_client(allow(make_editor("bolot"), "view_unknownname"))
    shown = text(looker.get(JUDGE, {"key": "k", "verdict": "same", "entity": tokayev.pk}))
    assert "stored texts change" not in shown


def test_many_texts_take_as_many_queries_as_one(desk, asked, tokayev, count_queries):
    where = f"{JUDGE}?key=k&verdict=same&entity={tokayev.pk}"
    few = count_queries(desk, where)
    for number in range(10):
        ask_name(make_article(f"Text {number}"), "Toqaev", key="k")
    assert count_queries(desk, where) == few


def test_the_question_itself_quotes_each_text(desk, asked):
    shown = text(desk.get(f"{JUDGE}?key=k"))
    assert "Am Montag sprach <mark>Toqaev</mark> in der Hauptstadt" in shown


LINE = " ".join(f"wort{number:02}" for number in range(40))


@pytest.mark.parametrize(
    ("original", "span", "before", "after"),
    [
        ("Eins. Aktau liegt dort.\nZwei.", (6, 11), "Eins. ", " liegt dort."),
        ("Zwei.\nAktau", (6, 11), "", ""),
        (LINE, (140, 146), "…" + LINE[77:140], LINE[146:209] + " …"),
    ],
)
def test_a_quotation_keeps_to_its_line_and_to_whole_words(original, span, before, after):
    found = quoted(original, [span])
    assert (found.words, found.before, found.after) == (original[slice(*span)], before, after)


@pytest.mark.parametrize("spans", [[], [(0, 0)], [(900, 905)]])
def test_words_that_are_not_there_are_not_quoted(spans):
    assert quoted("Kurz.", spans) is None
