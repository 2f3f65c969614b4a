"""Lessons and the effects of judgements in a real browser: nothing that axe calls a violation; taught by keyboard alone."""

import pytest

from articles.actions.correcting import confirm
from articles.actions.teaching import teach
from articles.actions.unteaching import take_back
from articles.models import Article, Lesson, Mention
from tests.accessibility import violations
from tests.actions.test_teaching import OPENING, stored
from tests.actions.test_teaching import text as text_about
from tests.admin.conftest import sign_in
from tests.factories import ask_name, make_article, make_entity, make_source

ADD = "/admin/articles/lesson/add/"
LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (390, 1280)]


@pytest.fixture
def page(checked_page, live_server, admin_user):
    sign_in(checked_page.context, admin_user, live_server.url)
    return checked_page


@pytest.fixture
def source(newsroom, admin_user):
    """A source, and two texts that print what is to be taught; of one the body is confirmed."""
    texts = stored(admin_user, text_about("Aktau", OPENING), text_about("Atyrau", OPENING))
    confirm(texts[0], ["body"], by=admin_user)
    return make_source("Steppenpost")


def found(page, *paths: str) -> list[str]:
    """Return what is wrong with pages in all their clothes, each with its address; they never scroll sideways."""
    wrong = []
    for path in paths:
        assert page.goto(path).status == 200
        for scheme, width in LOOKS:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 800})
            wrong += [f"{path} {scheme} {width}: {one}" for one in violations(page)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wrong.append(f"{path} {width}: scrolls sideways")
    return wrong


def test_lessons(page, source, admin_user):
    article = Article.objects.order_by("pk").first()
    start = article.item.reading["text"].index(OPENING)
    asked = f"{ADD}?article={article.pk}&start={start}&end={start + 60}&source={source.pk}"
    wrong = found(page, ADD, asked, f"{ADD}?kind=furniture&source=&text=Der")
    lesson = teach("furniture", source, OPENING, by=admin_user)
    own = f"/admin/articles/lesson/{lesson.pk}"
    wrong += found(page, "/admin/articles/lesson/", f"{own}/change/", f"{own}/take-back/")
    take_back(lesson, by=admin_user)
    assert wrong + found(page, f"{own}/change/", f"{own}/take-back/") == []


def test_effects_of_judgements(page, newsroom):
    entity = make_entity("Askar Zhumabayev")
    article = make_article("Erster Text")
    ask_name(article, "Askar Schumabajew", key="k")
    Mention.objects.create(content_object=make_article("Zweiter"), tag=entity, surfaces=["Tokarew"])
    judge = f"/admin/articles/unknownname/judge/?key=k&entity={entity.pk}&verdict="
    never = f"/admin/articles/entity/{entity.pk}/never/?form="
    assert found(page, f"{judge}same", f"{judge}never", f"{never}Tokarew", f"{never}Nirgends") == []


def test_a_lesson_is_taught_by_keyboard_alone(page, source):
    page.goto(f"{ADD}?kind=furniture&source={source.pk}&text=Falsch+getippte+Worte")
    page.focus("#id_text")
    page.keyboard.press("Control+a")
    page.keyboard.type(OPENING)
    page.keyboard.press("Enter")
    page.wait_for_selector("text=2 texts change")
    page.locator("form.confirm button").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist")
    assert Lesson.objects.get().outcome["number"] == 2
