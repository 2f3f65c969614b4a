"""What searches look up: whatever an editor does, texts are found by what they say and names by their forms."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from articles.actions.correcting import correct
from articles.actions.judging import accept
from articles.actions.merging import merge, undo_merge
from articles.actions.publishing import publish, withdraw
from articles.actions.searching import index_names
from articles.actions.taking_back import take_back
from articles.models import Alias, Article, Entity, NameWord, SearchText
from articles.pipeline.search import Words, asked, keys_of, sign
from tests.factories import ask_name, make_article, make_editor, make_entity, make_published

from .test_listing import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_editor()


def found(question: str, **where) -> list[str]:
    """The headlines that hold all words of a question, and no name in another form."""
    keys = SearchText.objects.found(tuple((words,) for words in asked(question)), 100, **where)
    headlines = dict(Article.objects.values_list("pk", "headline"))
    return [headlines[key] for key in keys]


def texts() -> dict[int, tuple[int, str]]:
    return {row.article_id: (row.place, row.words) for row in SearchText.objects.all()}


def fresh_texts() -> dict[int, tuple[int, str]]:
    """The rows as they should be, told from the articles and their listings."""
    told = {}
    for article in Article.objects.filter(status="published"):
        parts = [article.headline, article.standfirst]
        parts += [block["text"] for block in article.body.blocks]
        words = " xqz ".join(" ".join(keys_of(part)) for part in parts)
        signs = " ".join(sorted(sign(one.key) for one in article.listings.all()))
        place = article.listings.first().place * 2**24 + article.pk
        told[article.pk] = (place, f"{words} {signs}")
    return told


def name_words() -> set[tuple[int, str]]:
    return set(NameWord.objects.values_list("entity", "word"))


def fresh_name_words() -> set[tuple[int, str]]:
    forms = [*Entity.objects.values_list("pk", "name")]
    forms += Alias.objects.filter(in_use=True).values_list("entity", "name")
    return {(entity, key) for entity, form in forms for key in keys_of(form)}


def check_the_index() -> None:
    """The index that the database keeps is that of the rows; PostgreSQL's is a column of them."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            check = "INSERT INTO articles_fulltext (articles_fulltext, rank) VALUES (%s, 1)"
            cursor.execute(check, ["integrity-check"])


# --- texts --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "question",
    [
        "Kältewelle",
        "kaltewelle",
        "KÄLTE",
        "Heizwerk Bischkek",
        "Bischkek Heizwerk Kältewelle",
        '"das alte Heizwerk"',
        "2022",
        "C5+1",
        "Өскемен",
        "“Oʻzbekiston”",
        "O'zbekiston",
    ],
)
def test_words_of_headline_standfirst_and_body_find_a_text(question):
    make_published(
        "Kältewelle",
        standfirst="In Bischkek 2022.",
        body=["Nur das alte Heizwerk.", "C5+1: Өскемен"],
    )
    make_published("Anderes", body=["Oʻzbekiston"])
    expected = "Anderes" if "zbek" in question else "Kältewelle"
    assert found(question) == [expected]


@pytest.mark.parametrize(
    "question",
    [
        "Kälte Taschkent",  # not all words
        "eiz",  # no beginning
        "hei",  # a beginning that is too short
        '"Heiz"',  # quoted: just so
        '"Heizwerk alte"',  # another order
        '"Kältewelle das"',  # across headline and body
        "кaltewelle",  # another script
    ],
)
def test_other_words_do_not(question):
    make_published("Kältewelle", body=["das alte Heizwerk"])
    assert found(question) == []


def test_the_newest_text_is_found_first():
    make_published("Uran alt", date_from="2021-01-01", date="2021")
    make_published("Uran ohne Datum", date_from=None, date="")
    make_published("Uran neu")
    make_published("Uran neu, spät", time="12:00")
    order = ["Uran neu, spät", "Uran neu", "Uran alt", "Uran ohne Datum"]
    assert found("Uran") == order
    assert found("Uran", descending=False) == order[::-1]
    middle = SearchText.objects.get(article__headline="Uran neu").place
    assert found("Uran", ahead_of=middle) == order[2:]
    assert found("Uran", behind=middle) == order[:1]


def test_only_published_texts_are_found(editor):
    draft = make_article("Uran")
    assert found("Uran") == []
    published = publish(draft, by=editor)
    assert found("Uran") == ["Uran"]
    withdrawn = withdraw(published, by=editor, reason="Irrtum")
    assert found("Uran") == []
    publish(withdrawn, by=editor)
    assert found("Uran") == ["Uran"]


def test_a_corrected_text_is_found_by_its_new_words(editor):
    article = make_published("Uran", body=["Alt"])
    blocks = [{"kind": "paragraph", "text": "Neues"}]
    corrected = correct(article, {"body": blocks, "date": "2020"}, by=editor, version=1)
    assert found("Alt") == []
    assert found("Neues") == ["Uran"]
    correct(corrected, {"headline": "Thorium"}, by=editor, version=corrected.version)
    assert found("Uran") == []
    check_the_index()


def test_a_deleted_text_is_not_found():
    make_published("Uran").delete()
    assert found("Uran") == []
    check_the_index()


def test_a_long_text_is_found_by_how_it_begins():
    make_published("Uran", body=["Wort " * 60_000 + "Ende", "x" * 3000])
    assert found("Uran Wort") == ["Uran"]
    assert found("Ende") == []


# --- names --------------------------------------------------------------------------------------


def meant(word: str, most: int = 10) -> set[str]:
    keys = NameWord.objects.meant_by([word], most)[word]
    return set(Entity.objects.filter(pk__in=keys).values_list("name", flat=True))


def test_each_word_of_each_form_in_use_means_an_entity():
    tokayev = make_entity("Kassym-Jomart Tokayev", name_de="Kassym-Schomart Tokajew")
    tokayev.aliases.create(name="Қасым-Жомарт Тоқаев")
    tokayev.aliases.create(name="Mirsijojew", in_use=False)
    index_names([tokayev.pk])
    for word in ("tokayev", "schomart", "тоқаев", "jomart"):
        assert meant(word) == {tokayev.name}
    assert meant("mirsijojew") == set()
    assert NameWord.objects.meant_by(["jomart", "x"], 9) == {"jomart": {tokayev.pk: False}, "x": {}}


def test_a_word_in_many_names_means_only_whom_it_names_by_itself():
    banks = [make_entity(f"Bank {number}") for number in range(3)]
    bank = make_entity("Bank")
    index_names()
    assert meant("bank", 4) == {bank.name, *(one.name for one in banks)}
    assert meant("bank", 3) == {"Bank"}


def test_forms_that_are_learnt_and_taken_back_count(editor):
    entity = make_entity()
    asked_name = ask_name(make_published(), "Toqaev")
    judgements = accept(asked_name.key, entity, by=editor)
    assert meant("toqaev") == {entity.name}
    take_back([one.pk for one in judgements], by=editor)
    assert meant("toqaev") == set()


def test_forms_go_with_a_merge_and_back(editor):
    one, other = make_entity("Toqaev"), make_entity("Tokayev")
    index_names()
    note = merge(one, other, by=editor)
    assert meant("toqaev") == {"Tokayev"}
    undo_merge(note, by=editor)
    assert meant("toqaev") == {"Toqaev"}


# --- all deeds, and what is there already -------------------------------------------------------


class Searched(Desk):
    """The desk of the listings, on which the words of texts change, too."""

    @rule(text=Desk.text, words=st.sampled_from(["", "Uran", "Kupfer und Uran"]))
    def rewrite(self, text, words):
        article = self.article(text)
        blocks = [{"kind": "paragraph", "text": words}] if words else []
        changes = {"body": blocks, "standfirst": words}
        correct(article, changes, by=self.editor, version=article.version)

    @invariant()
    def searches_look_up_what_a_fresh_computation_says(self):
        assert texts() == fresh_texts()
        check_the_index()


def test_whatever_an_editor_does_searches_follow(db):
    run_state_machine_as_test(
        Searched, settings=hypothesis_settings(max_examples=15, stateful_step_count=12)
    )


def test_what_was_there_before_the_rows_is_filled_in():
    entity = make_entity(name_de="Kassym-Schomart Tokajew")
    entity.aliases.create(name="Тоқаев")
    make_published("Uran", body=["Neues"], entities=[entity])
    make_article("Entwurf")
    index_names()
    expected = texts(), name_words()
    SearchText.objects.all().delete()
    NameWord.objects.all().delete()
    migration = import_module("articles.migrations.0011_search")
    migration.fill_names(apps, None)
    migration.fill_texts(apps, None)
    assert (texts(), name_words()) == expected
    assert texts() == fresh_texts()


def test_signs_of_listings_narrow_what_is_found():
    make_published("Uran eins", entities=[make_entity()])
    make_published("Uran zwei")
    entity = Words((sign(f"entity:{Entity.objects.get().pk}"),))
    both = ((Words(("uran",)),), (entity,))
    keys = SearchText.objects.found(both, 9)
    assert [Article.objects.get(pk=key).headline for key in keys] == ["Uran eins"]
