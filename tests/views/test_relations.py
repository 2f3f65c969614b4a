"""Where a text comes from, in a sentence; and who else tells of the same, beside it."""

import pytest

from .newsstand import make_source, make_text, relate


@pytest.fixture
def novastan(db):
    return make_source("Novastan")


def page_of(client, article, language="de"):
    return client.get(article.get_absolute_url().replace("/de/", f"/{language}/", 1))


def origin(client, article):
    return " ".join(page_of(client, article, "en").context["sentences"])


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2022-05-03", "Appeared in Novastan on 3 May 2022."),
        ("2022-05", "Appeared in Novastan in May 2022."),
        ("2022", "Appeared in Novastan in the year 2022."),
        ("", "Appeared in Novastan."),
    ],
)
def test_a_text_appeared_on_a_date_as_exact_as_it_says(client, novastan, date, expected):
    assert origin(client, make_text("Text", source=novastan, date=date)) == expected


def test_a_text_of_our_own_was_written_here(client, novastan, settings):
    settings.OWN_SOURCE = "novastan"
    assert origin(client, make_text("Text", source=novastan)) == "Written in this newsroom."


@pytest.mark.parametrize(
    ("language", "translator", "expected"),
    [
        ("fr", ["Anna Ö", "Bo & Co"], "Translated from French by Anna Ö and Bo & Co."),
        ("fr", [], "Translated from French."),
        ("", ["Anna Ö"], "Translated by Anna Ö."),
        ("de", [], ""),
    ],
)
def test_a_translation_names_its_original_and_its_translators(
    client, novastan, language, translator, expected
):
    article = make_text("Text", source=novastan, date="", translator=translator)
    if language:
        relate(article, "translation", reasons={"language": language})
    assert origin(client, article).removeprefix("Appeared in Novastan.").strip() == expected
    assert "Bo &amp;amp; Co" not in page_of(client, article, "en").content.decode()


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2025-11-17", "Опубликовано 17 ноября 2025\xa0г., источник: Novastan."),
        ("2025-11", "Опубликовано: ноябрь 2025\xa0г., источник: Novastan."),
        ("2025", "Опубликовано в 2025 году, источник: Novastan."),
        ("", "Источник: Novastan."),
    ],
)
def test_the_sentences_inflect_where_russian_does(client, novastan, date, expected):
    article = make_text("Text", source=novastan, date=date, translator=["Анна О"])
    relate(article, "translation", reasons={"language": "fr"})
    sentences = page_of(client, article, "ru").context["sentences"]
    assert [*sentences] == [expected, "Перевод с французского: Анна О."]


def test_a_text_says_where_it_was_printed_first_and_whom_it_cites(client, novastan, agency):
    article = make_text("Text", source=novastan, date="")
    relate(article, "reprint", named="Steppe Ledger")
    relate(article, "cites", named="tsd", outlet=agency)
    relate(article, "cites", named="Kloop")
    expected = "It was first printed by Steppe Ledger. It cites Tienschan-Dienst and Kloop."
    assert origin(client, article) == f"Appeared in Novastan. {expected}"


def test_what_was_read_with_doubt_is_not_told(client, novastan):
    article = make_text("Text", source=novastan, date="")
    relate(article, "reprint", named="Steppe Ledger", confidence=0.5)
    assert origin(client, article) == "Appeared in Novastan."


def groups(answer):
    return {kind: [text.headline for text in texts] for kind, _, texts in answer.context["groups"]}


def test_other_texts_stand_beside_it_by_what_they_are_to_it(client, novastan, agency):
    article = make_text("Dammbruch", source=agency)
    earlier = make_text("Damm gebrochen", source=novastan, date="2025-11-16")
    french = make_text("Rupture", source=novastan, language="fr")
    copy = make_text("Dammbruch!", source=novastan)
    relate(article, "same-event", earlier, confidence=0.6)
    relate(french, "translation", article, reasons={"language": "de"})
    relate(copy, "near-duplicate", article)
    assert groups(page_of(client, article)) == {
        "same-event": ["Damm gebrochen"],
        "translation": ["Rupture"],
        "near-duplicate": ["Dammbruch!"],
    }
    assert groups(page_of(client, earlier)) == {"same-event": ["Dammbruch"]}


@pytest.mark.parametrize(
    "fields", [{"status": "draft"}, {"status": "withdrawn"}, {"source": "internal"}]
)
def test_what_the_public_may_not_see_stands_beside_nothing(client, agency, fields):
    fields = fields | {"source": make_source("Anderes", fields.get("source", "full"))}
    hidden = make_text("Geheim", **fields)
    article = make_text("Dammbruch", source=agency)
    relate(article, "same-event", hidden)
    assert "Geheim" not in page_of(client, article).content.decode()


def test_outlets_take_turns(client, novastan, agency):
    article = make_text("Dammbruch", source=agency)
    for day in range(1, 10):
        relate(article, "same-event", make_text(f"N{day}", source=novastan, date=f"2025-11-0{day}"))
    relate(article, "same-event", make_text("T", source=agency, date="2025-10-01"))
    shown = groups(page_of(client, article))["same-event"]
    assert shown == ["N9", "T", "N8", "N7", "N6", "N5", "N4", "N3"]


def test_relations_cost_the_same_however_many(client, django_assert_max_num_queries, agency):
    article = make_text("Dammbruch", source=agency, language="de")
    for number, language in enumerate(["en", "fr", "ru"]):
        other = make_text(f"T{number}", source=agency, language=language)
        relate(other, "translation", article)
        relate(article, "same-event", make_text(f"E{number}", source=agency))
    with django_assert_max_num_queries(10):
        page_of(client, article)
