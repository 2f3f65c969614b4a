"""Who has a text open: told to the others, forgotten soon, in nobody's way."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.actions.presence import GONE_AFTER, present_now, seen
from articles.models import Presence
from tests.factories import make_article, make_editor

from .at_once import at_once


@pytest.fixture
def aigul(db):
    return make_editor()


@pytest.fixture
def bolot(db):
    return make_editor("bolot")


def told(signs):
    return [(sign.user.username, sign.changed) for sign in signs]


def test_who_opens_a_text_hears_who_has_it_open_and_not_of_themselves(aigul, bolot):
    article = make_article()
    assert seen(article, aigul, changed=False) == []
    assert told(seen(article, bolot, changed=False)) == [("aigul", False)]
    assert told(seen(article, aigul, changed=True)) == [("bolot", False)]
    assert told(seen(article, bolot, changed=False)) == [("aigul", True)]


def test_a_person_gives_one_sign_at_a_text_however_often(aigul, bolot):
    article = make_article()
    for changed in (False, True, False):
        seen(article, aigul, changed=changed)
    assert told(seen(article, bolot, changed=False)) == [("aigul", False)]


def test_another_text_is_another_matter(aigul, bolot):
    seen(make_article("Eins"), aigul, changed=True)
    assert seen(make_article("Zwei"), bolot, changed=True) == []


@pytest.mark.parametrize(
    ("ago", "left"), [(GONE_AFTER - timedelta(seconds=5), 1), (GONE_AFTER, 0), (timedelta(9), 0)]
)
def test_who_gave_no_sign_for_three_quarters_of_a_minute_has_left(aigul, bolot, ago, left):
    article = make_article()
    seen(article, aigul, changed=True)
    Presence.objects.update(seen_at=timezone.now() - ago)
    assert present_now().count() == left
    assert len(seen(article, bolot, changed=False)) == left


def test_signs_of_those_who_left_are_removed_at_every_text(aigul, bolot):
    seen(make_article("Eins"), aigul, changed=True)
    Presence.objects.update(seen_at=timezone.now() - GONE_AFTER)
    seen(make_article("Zwei"), bolot, changed=False)
    assert told(Presence.objects.select_related("user")) == [("bolot", False)]


@pytest.mark.django_db(transaction=True)
def test_many_signs_at_once_are_one_a_person_and_nobody_waits_in_vain():
    article = make_article()
    people = [make_editor(f"editor{number}") for number in range(4)]
    deeds = [lambda who=who: seen(article, who, changed=False) for who in people * 4]
    at_once(*deeds, told=())
    assert Presence.objects.count() == 4
