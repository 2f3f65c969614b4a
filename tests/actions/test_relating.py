"""What a draft has to do with other texts: outlets it cites, where it appeared first, accounts of its event, translations."""

from dataclasses import replace
from typing import Any

import pytest

from articles.actions.importing import start_run, store_run
from articles.models import Article, ArticleRelation
from articles.pipeline.results import LinkedEntity, Span
from tests.factories import FakeReader, found, make_entity, make_source

pytestmark = pytest.mark.django_db

NAMES = "Kulsary Orsk Makat Dossor Inder Sagis Beineu Oporny Munaily Tolkyn Kenkiyak Shubarkuduk".split()


class Teller(FakeReader):
    """Reads names wherever their words stand in the text."""

    def read(self, data: bytes, name: str) -> Any:
        [parsed] = super().read(data, name)
        content = parsed.text.content
        named = tuple(
            LinkedEntity(
                one,
                "place",
                True,
                (one,),
                (Span(start, start + len(one)),),
                rule="fake",
                confidence=0.9,
            )
            for one in NAMES
            if (start := content.find(one)) >= 0
        )
        return [replace(parsed, entities=named)]


def draft(text: str, **values: Any) -> Article:
    """Import and store one text that reads as `values` say."""
    run = start_run([("a.txt", text.encode())], by=None, reader=Teller(**values))
    [article] = store_run(run, by=None)
    return article


def day(date: str, language: str) -> dict[str, Any]:
    return {"date": found(date), "language": found(language)}


@pytest.fixture(autouse=True)
def places(db) -> None:
    for name in NAMES:
        make_entity(name, kind="place")


def relations(article: Article) -> list[tuple[str, Any]]:
    return [(row.kind, row.other or row.outlet or row.named) for row in article.relations.all()]


def test_outlets_that_a_text_cites_or_comes_from_are_noted_with_their_places():
    nordfunk = make_source("Nordfunk")
    article = draft(
        "Headline\nNordfunk und das Blatt berichten.",
        cites=(found("nordfunk", (9, 17), rule="outlet-reports"), found("Das Blatt", (22, 31))),
        reprint_of=found("Nordfunk", (9, 17)),
    )
    assert relations(article) == [
        ("cites", nordfunk),
        ("cites", "Das Blatt"),
        ("reprint", nordfunk),
    ]
    cited = article.relations.filter(kind="cites").first()
    assert (cited.spans, cited.rule) == ([[9, 17]], "outlet-reports")
    assert list(Article.objects.citing(nordfunk)) == [article]
    assert list(Article.objects.reprinted_from(nordfunk)) == [article]


def test_the_language_of_an_original_that_nobody_has_is_noted():
    article = draft("Headline\nAus dem Russischen.", translated_from=found("ru"))
    assert relations(article) == [("translation", "")]
    assert article.relations.get().reasons == {"language": "ru"}


def test_two_accounts_of_one_event_are_related_with_the_reasons():
    first = draft("Flut\nIn Kulsary und Orsk steigt das Wasser.", **day("2024-04-08", "de"))
    second = draft("Water\nKulsary and Orsk are flooded.", **day("2024-04-09", "en"))
    assert relations(second) == [("same-event", first)]
    relation = second.relations.get()
    assert relation.reasons["names"] == ["Kulsary", "Orsk"]
    assert relation.rule == "names-and-days"
    assert list(Article.objects.related_to(first, "same-event")) == [second]


@pytest.mark.parametrize("date", ["2024-04-20", "2023-04-09", "2024", ""])
def test_texts_of_other_days_tell_of_other_events(date):
    draft("Flut\nIn Kulsary und Orsk steigt das Wasser.", **day("2024-04-08", "de"))
    values = day(date, "en") if date else {"language": found("en")}
    assert relations(draft("Water\nKulsary and Orsk are flooded.", **values)) == []


def test_the_same_names_in_the_same_order_in_another_language_are_a_translation():
    story = " ".join(f"{name} {number}00" for number, name in enumerate(NAMES[:8], 1))
    first = draft(f"Original\n{story}", **day("2023-01-05", "ru"))
    second = draft(
        f"Fassung\n{story} ende", **day("2023-06-01", "de"), translated_from=found("ru", (3, 5))
    )
    assert relations(second) == [("translation", first)]
    assert list(Article.objects.related_to(first, "translation")) == [second]
    pair = second.relations.get()
    assert pair.rule == "same-order"
    assert pair.reasons["language"] == "ru"
    assert pair.spans == [[3, 5]]


def test_names_that_stand_in_many_texts_relate_nothing():
    for number in range(30):
        draft(
            f"Flut {number}\nIn Kulsary und Orsk, Tag {number}.",
            date=found(f"2020-01-{number + 1:02}"),
        )
    first = draft("Flut\nIn Kulsary und Orsk steigt das Wasser.", **day("2024-04-08", "de"))
    second = draft("Water\nKulsary and Orsk are flooded.", **day("2024-04-09", "en"))
    assert relations(first) == relations(second) == []


def test_a_draft_costs_a_constant_number_of_queries_more(django_assert_max_num_queries):
    for number in range(1, 9):
        draft(f"Flut {number}\nIn Kulsary und Orsk {number}.", **day(f"2024-04-0{number}", "de"))
    with django_assert_max_num_queries(75):
        draft("Water\nKulsary and Orsk are flooded.", **day("2024-04-05", "en"))
    assert ArticleRelation.objects.exists()
