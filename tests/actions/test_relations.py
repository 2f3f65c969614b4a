"""What an editor says of a relation that was read."""

import pytest

from articles.actions.drafting import Catalogue
from articles.actions.relating import relate_again
from articles.actions.relations import Answer, answer_relation, answer_to
from articles.models import Article, ArticleRelation, HistoryEntry
from tests.factories import make_article, make_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(db) -> tuple[Article, Article]:
    return make_article("Neue Pipeline"), make_article("Leitung eröffnet")


@pytest.fixture
def row(pair) -> ArticleRelation:
    later, earlier = pair
    return later.relations.create(kind="same-event", other=earlier, confidence=0.5)


@pytest.mark.parametrize("answer", [Answer.SO, Answer.NOT_SO])
@pytest.mark.parametrize("side", [0, 1])
def test_a_relation_is_answered_from_either_text_with_its_history(pair, row, answer, side):
    editor = make_editor()
    answered = answer_relation(pair[side], row.pk, answer, by=editor)
    assert answer_to(ArticleRelation.objects.get()) == answer_to(answered) == answer
    assert answered.confirmed_by == editor
    entry = HistoryEntry.objects.get()
    assert (entry.target, entry.deed, list(entry.changes)) == (
        pair[side],
        "confirmed",
        ["relations"],
    )


@pytest.mark.parametrize("answer", [Answer.SO, Answer.NOT_SO])
def test_an_answer_is_taken_back(pair, row, answer):
    answer_relation(pair[0], row.pk, answer, by=None)
    answer_relation(pair[0], row.pk, Answer.OPEN, by=None)
    row.refresh_from_db()
    assert (row.rejected, row.confirmed_at, answer_to(row)) == (False, None, Answer.OPEN)


def test_the_same_answer_writes_nothing(pair, row):
    answer_relation(pair[0], row.pk, Answer.OPEN, by=None)
    assert not HistoryEntry.objects.exists()


def test_a_relation_of_other_texts_is_not_answered(row):
    assert answer_relation(make_article("Drittes"), row.pk, Answer.SO, by=None) is None
    assert answer_to(ArticleRelation.objects.get()) == Answer.OPEN


@pytest.mark.parametrize(("answer", "shown"), [("so", True), ("open", True), ("not-so", False)])
def test_what_is_not_so_is_in_no_read(pair, row, answer, shown):
    later, earlier = pair
    answer_relation(later, row.pk, Answer(answer), by=None)
    related = Article.objects.related_to(earlier, "same-event")
    assert list(related) == ([later] if shown else [])


def reading(*cited: str) -> dict:
    found = [{"value": name, "rule": "cue", "confidence": 0.9, "spans": [[0, 4]]} for name in cited]
    return {"evidence": {"cites": found}}


def cited_by(article: Article) -> list[str]:
    return sorted(article.relations.values_list("named", flat=True))


def test_what_a_text_says_of_outlets_follows_a_new_reading(pair):
    relate_again(pair[0], reading("Eurasianet", "TASS"), Catalogue())
    assert cited_by(pair[0]) == ["Eurasianet", "TASS"]
    relate_again(pair[0], reading("TASS", "Interfax"), Catalogue())
    assert cited_by(pair[0]) == ["Interfax", "TASS"]


@pytest.mark.parametrize("answer", [Answer.SO, Answer.NOT_SO])
def test_what_was_answered_stays_whatever_is_read_later(pair, answer):
    relate_again(pair[0], reading("Eurasianet"), Catalogue())
    answer_relation(pair[0], pair[0].relations.get().pk, answer, by=None)
    relate_again(pair[0], reading(), Catalogue())
    relate_again(pair[0], reading("Eurasianet"), Catalogue())
    assert answer_to(pair[0].relations.get()) == answer


def test_relations_to_other_texts_stay(pair, row):
    relate_again(pair[0], reading(), Catalogue())
    assert list(pair[0].relations.all()) == [row]
