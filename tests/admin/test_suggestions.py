"""What a later reading says beside a decided value: what differs, and two buttons."""

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.template.loader import render_to_string
from django.test import RequestFactory

from articles.actions.correcting import confirm, correct
from articles.actions.rereading import apply_reading
from articles.admin.differences import differences_in, names_in
from articles.admin.suggestions import answer_suggestion, suggestions_of
from articles.models import Article
from tests.actions.texts import draft, read
from tests.factories import found, make_entity

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(editor) -> Article:
    """A text of which headline and countries were confirmed, and that was read otherwise since."""
    first = draft(headline=found("Wasser fehlt in Aktau"), countries=(found("KZ"),))
    decided = confirm(first, ["headline", "countries"], by=editor)
    return apply_reading(
        decided,
        read(
            headline=found("Wasser fehlt in Atyrau", rule="h1", confidence=0.9),
            countries=(found("UZ"),),
        ),
        by=None,
    )


def in_words(paragraphs) -> list[tuple[str, str]]:
    return [(one.kind, one.words) for paragraph in paragraphs for one in paragraph]


def test_a_suggestion_shows_what_differs(article):
    waiting = suggestions_of(article)
    assert in_words(waiting["headline"].paragraphs) == [
        ("same", "Wasser fehlt in"),
        ("gone", "Aktau"),
        ("come", "Atyrau"),
    ]
    assert in_words(waiting["countries"].paragraphs) == [
        ("gone", "Kazakhstan"),
        ("come", "Uzbekistan"),
    ]
    assert (waiting["headline"].percent, [*waiting]) == (90, ["headline", "countries"])


def test_long_words_that_stay_are_left_out():
    words = [f"w{number}" for number in range(60)]
    bodies = [[{"kind": "paragraph", "text": "Bleibt."}, {"kind": "paragraph", "text": " ".join(text)}]
              for text in (words, [*words[:30], "NEU", *words[30:]])]  # fmt: skip
    (one,) = differences_in({"body": tuple(bodies)}, names_in([]))
    (paragraph,) = one.paragraphs
    assert [change.words for change in paragraph] == [
        "… " + " ".join(words[22:30]),
        "NEU",
        " ".join(words[30:38]) + " …",
    ]


def test_a_list_in_another_order_is_shown_as_it_would_be():
    (one,) = differences_in({"byline": (["A", "B"], ["B", "A"])}, {})
    assert in_words(one.paragraphs) == [("come", "B, A")]


def test_names_are_called_by_their_names():
    entity = make_entity("Rustam Emomali")
    pairs = {"entities": ([], [entity.pk])}
    (one,) = differences_in(pairs, names_in([pairs]))
    assert in_words(one.paragraphs) == [("come", "Rustam Emomali")]


def test_the_partial_has_two_buttons_and_is_silent_where_nothing_waits(article):
    template = "admin/articles/article/_suggestion.html"
    said = {"suggestion": suggestions_of(article)["headline"]}
    html = render_to_string(template, said | {"may_change": True})
    assert 'name="_take" value="headline"' in html
    assert 'name="_keep" value="headline"' in html
    assert "<del>" in html
    assert "Atyrau</ins>" in html
    read = render_to_string(template, said)  # by somebody who may only look
    assert "Atyrau</ins>" in read
    assert "<button" not in read
    assert not render_to_string(template, {"suggestion": None}).strip()


def pressed(button: str, field: str, article: Article, user) -> tuple:
    """Press a button of the partial; return the answer and what was said."""
    request = RequestFactory().post("/", {button: field})
    request.user, request.session = user, {}
    request._messages = FallbackStorage(request)
    answer = answer_suggestion(request, article)
    return answer, [str(one) for one in get_messages(request)]


@pytest.mark.parametrize(
    ("button", "headline"),
    [("_take", "Wasser fehlt in Atyrau"), ("_keep", "Wasser fehlt in Aktau")],
)
def test_one_click_answers(button, headline, article, editor):
    answer, said = pressed(button, "headline", article, editor)
    assert answer.url.endswith("#field-headline")
    assert len(said) == 1
    now = Article.objects.get(pk=article.pk)
    assert (now.headline, [*suggestions_of(now)]) == (headline, ["countries"])


def test_other_buttons_are_none_of_its_business(article, editor):
    assert pressed("_save", "1", article, editor) == (None, [])


def test_who_answers_too_late_is_told(article, editor):
    correct(article, {"note": "x"}, by=editor, version=article.version)
    _, said = pressed("_take", "headline", article, editor)
    assert "meanwhile" in said[0]
    assert Article.objects.get(pk=article.pk).headline == "Wasser fehlt in Aktau"
