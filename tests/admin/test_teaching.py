"""The page that teaches: every text that would change with before and after, taught by one button, taken back by another."""

import pytest

from articles.actions.correcting import confirm, held
from articles.actions.teaching import begin, teach
from articles.admin import teaching
from articles.models import Article, Lesson
from tests.actions.test_teaching import OPENING, PARAGRAPH, body_of, stored
from tests.actions.test_teaching import text as text_about
from tests.admin.conftest import allow, english_client
from tests.admin.pages import address, text
from tests.factories import make_article, make_editor, make_source

ADD = "/admin/articles/lesson/add/"
LIST = "/admin/articles/lesson/"


@pytest.fixture
def source(newsroom):
    return make_source("Steppenpost")


@pytest.fixture
def texts(editor, source):
    """Two texts that print what is to be taught."""
    return stored(editor, text_about("Aktau", OPENING), text_about("Atyrau", OPENING))


def page_of(lesson: Lesson, deed: str = "change") -> str:
    return f"{LIST}{lesson.pk}/{deed}/"


def asked(article: Article, **more) -> dict:
    """What the correction screen's link asks for the paragraph with the opening words."""
    original = article.item.reading["text"]
    start = original.index(OPENING)
    return {"article": article.pk, "start": start, "end": original.index("\n", start), **more}


def seen_on(client, sent: dict) -> dict:
    """What the button of the page would send."""
    response = client.get(ADD, sent)
    form = response.context["form"].cleaned_data
    return {
        "kind": form["kind"],
        "source": form["source"].pk,
        "text": form["text"],
        "seen": response.context["preview"].fingerprint,
    }


def test_the_page_shows_each_text_with_before_and_after_and_changes_nothing(desk, texts, source):
    shown = text(desk.get(ADD, asked(texts[0], kind="furniture", source=source.pk, text=OPENING)))
    assert "2 texts change" in shown
    assert "2 stored texts print these words." in shown
    for article in texts:
        assert address(article) in shown
    assert f"{OPENING} mit Ernte aus Oschara.</del>" in shown
    assert "Teach it and change 2 texts" in shown
    assert [OPENING in " ".join(body_of(one)) for one in texts] == [True, True]
    assert not Lesson.objects.exists()


@pytest.mark.parametrize(
    ("kind", "paragraph", "words"),
    [
        ("furniture", "Lest auch im Netz: Die Ernte", "Lest auch im Netz:"),
        (
            "furniture",
            "Eins zwei drei vier fünf sechs sieben acht",
            "Eins zwei drei vier fünf sechs",
        ),
        ("furniture", "Kurz: Eins zwei drei vier fünf sechs", "Kurz: Eins zwei drei vier fünf"),
        ("sign_off", "zqr/AB (afp, dpa)", "zqr/AB (afp, dpa)"),
    ],
)
def test_the_words_offered_are_the_opening_or_the_whole_sign_off(
    kind, paragraph, words, desk, editor
):
    (article,) = stored(editor, f"Titel hier\n\n{paragraph}\n\n{PARAGRAPH}\n")
    start = article.item.reading["text"].index(paragraph)
    sent = {"article": article.pk, "start": start, "end": start + len(paragraph), "kind": kind}
    response = desk.get(ADD, sent)
    form = response.context["form"]
    assert (form["text"].value(), form["kind"].value()) == (words, kind)
    assert f"<mark>{words}</mark>{paragraph.removeprefix(words)}</blockquote>" in text(response)


def test_words_that_do_not_open_the_paragraph_are_told(desk, texts, source):
    shown = text(desk.get(ADD, asked(texts[0], source=source.pk, text="Ganz andere Worte")))
    assert "The paragraph does not open with these words." in shown


def test_the_source_of_the_text_is_chosen_already(desk, texts, source):
    article = Article.objects.get(pk=texts[0].pk)
    Article.objects.filter(pk=article.pk).update(source=source)
    response = desk.get(ADD, asked(article, kind="furniture"))
    assert response.context["form"]["source"].value() == source.pk
    assert response.context["preview"].effects


def test_the_button_teaches_and_the_lesson_tells_what_it_changed(desk, texts, source, editor):
    sent = seen_on(desk, {"kind": "furniture", "source": source.pk, "text": f" {OPENING}"})
    shown = text(desk.post(ADD, sent, follow=True))
    lesson = Lesson.objects.get()
    assert (lesson.text, lesson.by, lesson.source) == (OPENING, editor, source)
    assert "Taught: 2 texts changed." in shown
    assert "2 texts changed</h2>" in shown
    assert f"{OPENING} mit Ernte aus Oschara.</del>" in shown
    assert [OPENING in " ".join(body_of(one)) for one in texts] == [False, False]


def test_what_a_person_decided_is_told_to_stay(desk, texts, source, editor):
    confirm(texts[0], ["body"], by=editor)
    asked_for = {"kind": "furniture", "source": source.pk, "text": OPENING}
    assert "waits beside it: Body" in text(desk.get(ADD, asked_for))
    shown = text(desk.post(ADD, seen_on(desk, asked_for), follow=True))
    assert "waits beside it: Body" in shown
    assert OPENING in " ".join(block["text"] for block in held(texts[0], "body"))


def test_what_changed_since_it_was_shown_is_shown_again(desk, texts, source, editor):
    sent = seen_on(desk, {"kind": "furniture", "source": source.pk, "text": OPENING})
    confirm(texts[0], ["body"], by=editor)
    shown = text(desk.post(ADD, sent, follow=True))
    assert "please look again" in shown
    assert not Lesson.objects.exists()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"text": "Der"}, "Take a few words more"),
        ({"text": ""}, "This field is required."),
        ({"source": ""}, "This field is required."),
        ({"source": "9999"}, "Select a valid choice."),
        ({"kind": "nonsense"}, "Select a valid choice."),
        ({"article": "x", "start": "-1"}, "No stored text changes"),
        ({"text": "Ganz andere Worte"}, "Teach it for texts to come"),
    ],
)
def test_ugly_input_is_answered_in_words(sent, said, desk, source):
    whole = {"kind": "furniture", "source": source.pk, "text": OPENING} | sent
    assert said in text(desk.get(ADD, whole))
    assert desk.post(ADD, whole).status_code == 200
    assert not Lesson.objects.exists()


def test_the_page_says_where_to_begin(desk):
    assert "Best begin in a text" in text(desk.get(ADD))


def test_a_text_without_a_file_offers_no_words(desk, source):
    article = make_article()
    response = desk.get(ADD, {"article": article.pk, "start": 0, "end": 5})
    assert (response.status_code, response.context["preview"]) == (200, None)


def test_many_texts_follow_in_the_background(
    desk, texts, source, monkeypatch, django_capture_on_commit_callbacks
):
    woken = []
    monkeypatch.setattr(teaching, "MOST_LOOKED_AT", 1)
    monkeypatch.setattr(teaching, "wake_lesson", woken.append)
    sent = seen_on(desk, {"kind": "furniture", "source": source.pk, "text": OPENING})
    shown = text(desk.post(ADD, sent, follow=True))
    lesson = Lesson.objects.get()
    assert woken == [lesson]
    assert "follow in the background" in shown
    assert desk.post(page_of(lesson, "go-on")).status_code == 302
    assert woken == [lesson, lesson]


def test_lessons_are_listed_with_who_taught_what(desk, texts, source, editor, count_queries):
    assert "0 results" in text(desk.get(LIST))
    lesson = teach("furniture", source, OPENING, by=editor)
    shown = text(desk.get(LIST))
    assert f'<a href="{page_of(lesson)}">{OPENING}</a>' in shown
    assert '<td class="field-number">2</td>' in shown
    assert "holds" in shown
    one = count_queries(desk, LIST)
    for number in range(3):
        begin("furniture", source, f"{OPENING} {number}", by=editor)
    assert count_queries(desk, LIST) == one


def test_taking_back_asks_first_and_then_tells_what_stays(desk, texts, source, editor):
    lesson = teach("furniture", source, OPENING, by=editor)
    confirm(Article.objects.get(pk=texts[0].pk), ["body"], by=editor)
    shown = text(desk.get(page_of(lesson, "take-back")))
    assert "2 texts get back what they had" in shown
    assert not Lesson.objects.get().taken_back_at
    shown = text(desk.post(page_of(lesson, "take-back"), follow=True))
    assert "is taken back." in shown
    assert f"Left as it is: {texts[0]} (changed since: body)." in shown
    assert [OPENING in " ".join(body_of(one)) for one in texts] == [False, True]
    assert "Taken back on" in shown
    again = text(desk.post(page_of(lesson, "take-back"), follow=True))
    assert "Somebody has taken this lesson back already." in again
    assert "already" in text(desk.get(page_of(lesson, "take-back")))


@pytest.mark.parametrize(
    ("deed", "path", "right"),
    [
        ("get", LIST, "view"),
        ("get", "change", "view"),
        ("get", ADD, "add"),
        ("post", ADD, "add"),
        ("get", "take-back", "change"),
        ("post", "take-back", "change"),
        ("post", "go-on", "change"),
    ],
)
def test_each_page_needs_its_permission(deed, path, right, texts, source, editor):
    lesson = teach("furniture", source, OPENING, by=editor)
    where = path if path.startswith("/") else page_of(lesson, path)
    rights = {f"{one}_lesson" for one in ("view", "add", "change")}
    denied = english_client(
        allow(make_editor("bolot"), *(rights - {f"{right}_lesson"}), "view_article")
    )
    if right == "view":  # who may change may look
        denied = english_client(make_editor("dinara"))
    assert getattr(denied, deed)(where).status_code == 403
    assert not Lesson.objects.get().taken_back_at
    allowed = english_client(allow(make_editor("erlan"), f"{right}_lesson"))
    assert getattr(allowed, deed)(where).status_code in (200, 302)


def test_going_on_is_nothing_that_a_link_does(desk, texts, source, editor):
    lesson = begin("furniture", source, OPENING, by=editor)
    assert desk.get(page_of(lesson, "go-on")).status_code == 403


def test_a_lesson_is_never_deleted(desk, texts, source, editor):
    lesson = teach("furniture", source, OPENING, by=editor)
    assert desk.post(page_of(lesson, "delete"), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("key", ["x", "0", "99999999"])
def test_a_lesson_that_is_not_there(key, desk):
    assert desk.get(f"{LIST}{key}/change/").status_code == 404
