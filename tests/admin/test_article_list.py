"""The list of articles: what it shows, how it is narrowed and searched, what can be done with many at once."""

import pytest

from articles.models import Article
from tests.factories import (
    make_article,
    make_country,
    make_editor,
    make_entity,
    make_published,
    make_source,
    make_topic,
    propose,
)

from .conftest import allow, english_client
from .pages import address, text

LIST = "/admin/articles/article/"


def found(client, query: str) -> list[str]:
    """Return the headlines of the rows that a query leaves, newest first."""
    page = client.get(f"{LIST}?{query}")
    assert page.status_code == 200
    return [str(article) for article in page.context["cl"].result_list]


def test_a_row_says_what_an_editor_must_know(desk):
    article = make_article(date="2022-05", date_precision="month", topics=[make_topic("energy")])
    propose(article, "source")
    make_article("", slugline="aktau-reise")
    make_article("", source=make_source("Ost-Kurier"))
    page = text(desk.get(LIST))
    for words in (
        "May 2022",
        "Kazakhstan",
        "Energy",
        "Tienschan-Dienst",
        "1 doubtful value",
        "Draft",
    ):
        assert words in page
    assert "aktau-reise" in page
    assert "(no headline yet)" in page


@pytest.mark.parametrize(
    ("query", "headlines"),
    [
        ("status__exact=published", ["Published"]),
        ("doubtful=yes", ["Doubtful"]),
        ("doubtful=no", ["Published", "Uzbek"]),
        ("country=UZ", ["Uzbek"]),
        ("country=KZ", ["Published", "Doubtful"]),
        ("country=XX", []),
        ("topic=energy", ["Uzbek"]),
        ("language=ru", ["Uzbek"]),
        ("date_precision__exact=year", ["Uzbek"]),
    ],
)
def test_the_list_is_narrowed(desk, query, headlines):
    propose(make_article("Doubtful"), "headline")
    make_article(
        "Uzbek",
        about=[make_country("UZ")],
        topics=[make_topic("energy")],
        language="ru",
        date="2022",
        date_precision="year",
    )
    make_published("Published")
    assert sorted(found(desk, query)) == sorted(headlines)


def test_a_country_that_is_merely_mentioned_does_not_file_a_text(desk):
    article = make_article("Uzbek", about=[make_country("UZ")])
    article.country_links.create(country=make_country("KZ"), role="mentioned")
    assert found(desk, "country=KZ") == []


@pytest.mark.parametrize(
    "words",
    [
        "тоқаев",
        "ТОҚАЕВ",
        "öskemen",
        "ÖSKEMEN",
        "ÜBERSCHRIFT",
        "überschrift öskemen",
        "vorspann",
        "TIENSCHAN",
        "kassym-jomart tokayev",
    ],
)
def test_search_ignores_case_in_every_script_and_knows_every_spelling(desk, words):
    tokayev = make_entity()
    tokayev.aliases.create(name="Тоқаев")
    make_article("Überschrift aus Öskemen", standfirst="Ein Vorspann.", entities=[tokayev])
    make_article("Anderes", source=make_source("Ost-Kurier"))
    assert found(desk, f"q={words}") == ["Überschrift aus Öskemen"]


def test_search_does_not_repeat_a_text_with_many_names(desk):
    names = [make_entity(f"Tokayev {n}") for n in range(3)]
    make_article("Einmal", entities=names)
    assert found(desk, "q=tokayev") == ["Einmal"]


def test_a_name_that_was_taken_back_is_not_found(desk):
    article = make_article("Kant", entities=[make_entity("Immanuel")])
    article.mentions.update(rejected=True)
    assert found(desk, "q=immanuel") == []


@pytest.mark.parametrize("words", ["%00", "%", "_", "'", '"', "\\", "%F0%9F%90%AA", "a" * 3000])
def test_search_takes_anything(desk, words):
    make_article("Kein Treffer")
    assert desk.get(f"{LIST}?q={words}", follow=True).status_code == 200


def test_twenty_rows_take_as_many_queries_as_one(desk, count_queries):
    def another(number):
        make_article(
            f"Text {number}",
            source=make_source(f"Quelle {number}"),
            topics=[make_topic("energy"), make_topic("culture")],
            entities=[make_entity(f"Name {number}")],
            about=[make_country("KZ"), make_country("UZ")],
        )

    another(0)
    one = count_queries(desk, f"{LIST}?q=text")
    for number in range(1, 20):
        another(number)
    assert count_queries(desk, f"{LIST}?q=text") == one <= 20


def act(client, action: str, *articles: Article, **data):
    sent = {"action": action, "_selected_action": [article.pk for article in articles]}
    return client.post(LIST, sent | data, follow=True)


def test_publishing_many_publishes_those_that_are_ready_and_names_the_others(desk):
    ready, bare = make_article("Fertig"), make_article("Ohne Land", about=[])
    page = text(act(desk, "publish_selected", ready, bare))
    assert "1 text published." in page
    assert f'<a href="{address(bare)}#field-countries">Ohne Land</a>: Choose at least one' in page
    statuses = dict(Article.objects.values_list("headline", "status"))
    assert statuses == {"Fertig": "published", "Ohne Land": "draft"}


def test_withdrawing_many_asks_for_the_reason_first(desk):
    article, draft = make_published("Draußen"), make_article("Entwurf")
    page = text(act(desk, "withdraw_selected", article, draft))
    assert "The reason stays in the history." in page
    assert Article.objects.get(pk=article.pk).status == "published"
    page = text(act(desk, "withdraw_selected", article, draft, reason=" "))
    assert "Say why the texts are withdrawn." in page
    page = text(act(desk, "withdraw_selected", article, draft, reason="Einspruch"))
    assert "1 text withdrawn." in page
    assert "Only a published article can be withdrawn." in page
    assert Article.objects.get(pk=article.pk).status == "withdrawn"


def test_who_may_only_look_is_offered_no_deeds(newsroom):
    article = make_article()
    looker = english_client(allow(make_editor("bolot"), "view_article"))
    assert "publish_selected" not in text(looker.get(LIST))
    act(looker, "publish_selected", article)
    assert Article.objects.get().status == "draft"


def test_articles_are_neither_added_nor_deleted_here(desk):
    article = make_article()
    assert desk.get(f"{LIST}add/").status_code == 403
    assert desk.post(f"{LIST}{article.pk}/delete/", {"post": "yes"}).status_code == 403
    act(desk, "delete_selected", article)
    assert Article.objects.count() == 1


def test_headlines_are_never_markup(desk):
    article = make_article("<script>alert(1)</script>", about=[])
    assert "<script>alert" not in text(desk.get(LIST))
    assert "<script>alert" not in text(act(desk, "publish_selected", article))
