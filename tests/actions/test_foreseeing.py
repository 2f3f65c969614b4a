"""What a judgement would change is what it changes."""

import pytest

from articles.actions.foreseeing import if_never, if_same
from articles.actions.judging import accept, never
from articles.models import Mention
from tests.factories import ask_name, make_article, make_editor, make_entity

pytestmark = pytest.mark.django_db


@pytest.fixture
def tokayev(db):
    return make_entity("Kassym-Jomart Tokayev")


def name_in(article, entity, *surfaces, **fields) -> Mention:
    return Mention.objects.create(
        content_object=article, tag=entity, surfaces=list(surfaces), spans=[[1, 5]], **fields
    )


def in_words(texts) -> list[tuple[str, str]]:
    return [(one.article.headline, one.change.value) for one in texts]


def test_texts_come_under_a_name_or_get_more_places_of_it(tokayev):
    new, named, refused = (make_article(name) for name in ("Neu", "Schon da", "Abgelehnt"))
    for article in (new, named, refused):
        ask_name(article, "Toqaev", key="k")
    ask_name(new, "Токаев", key="k")
    ask_name(make_article("Andere Frage"), "Toqaev", key="other")
    name_in(named, tokayev, "Tokajew")
    name_in(refused, tokayev, "Tokajew", rejected=True)
    foreseen = if_same("k", tokayev)
    assert in_words(foreseen) == [("Neu", "comes"), ("Schon da", "more"), ("Abgelehnt", "comes")]
    assert foreseen[0].spans == [[0, 9], [100, 109]]
    accept("k", tokayev, by=make_editor())
    named_now = tokayev.mentions.filter(rejected=False).values_list(
        "content_object__headline", flat=True
    )
    assert {*named_now} == {"Neu", "Schon da", "Abgelehnt"}


def test_texts_go_that_stand_on_a_form_alone_and_that_nobody_confirmed(tokayev):
    editor = make_editor()
    name_in(make_article("Nur so"), tokayev, "Tokarews")
    name_in(make_article("Auch anders"), tokayev, "Tokarew", "Tokajew")
    sure = name_in(make_article("Bestätigt"), tokayev, "Tokarew")
    Mention.objects.filter(pk=sure.pk).update(confirmed_by=editor, confirmed_at="2026-11-20T10:00Z")
    assert in_words(if_never(["Tokarew"], tokayev)) == [("Nur so", "goes")]
    [judgement] = never(["Tokarew"], tokayev, by=editor)
    assert len(judgement.outcome["mentions"]) == 1
    assert if_never(["Tokarew"], tokayev) == []
