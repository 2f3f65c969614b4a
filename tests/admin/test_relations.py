"""Relations to other texts on the correction screen: shown, answered, taken back."""

import pytest

from articles.models import Article, ArticleRelation, Country
from tests.factories import make_article

from .pages import address, send, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(desk) -> Article:
    return make_article("Neue Pipeline für Aktau", about=[Country.objects.get(pk="KZ")])


@pytest.fixture
def row(draft) -> ArticleRelation:
    return draft.relations.create(
        kind="same-event", other=make_article("Leitung eröffnet"), confidence=0.5
    )


def answer(desk, row, said):
    return text(send(desk, row.article, "_none", _relation=f"{row.pk}:{said}"))


def test_both_texts_show_it(desk, row):
    assert "Leitung eröffnet" in text(desk.get(address(row.article)))
    assert str(row.article) in text(desk.get(address(row.other)))


@pytest.mark.parametrize(
    ("said", "words", "stands"), [("so", "that is so", False), ("not-so", "not so", True)]
)
def test_a_button_answers_it_and_one_takes_it_back(desk, row, said, words, stands):
    page = answer(desk, row, said)
    assert f">{words}</span>" in page
    row.refresh_from_db()
    assert (row.rejected, row.is_confirmed) == (stands, True)
    assert f'value="{row.pk}:open"' in page
    answer(desk, row, "open")
    row.refresh_from_db()
    assert (row.rejected, row.is_confirmed) == (False, False)


def test_one_that_went_meanwhile_is_told(desk, row):
    key, article = row.pk, row.article
    row.delete()
    page = text(send(desk, article, "_none", _relation=f"{key}:so"))
    assert "This relation is no longer there" in page


@pytest.mark.parametrize("said", ["", "so", "x:so", "1:perhaps", "1:so:so"])
def test_no_answer_is_400(desk, draft, said):
    assert send(desk, draft, "_none", _relation=said).status_code == 400
