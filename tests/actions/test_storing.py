"""Storing what an editor confirmed: drafts, once, with all that belongs to them."""

import datetime
import logging

import pytest

from articles.actions.deciding import decide
from articles.actions.importing import start_run, store_run
from articles.models import Article, Entity, HistoryEntry, ImportRun
from tests.factories import (
    FakeReader,
    found,
    make_country,
    make_editor,
    make_entity,
    make_source,
    make_topic,
    named,
)

pytestmark = pytest.mark.django_db


def store(text="Schlagzeile\nDer Text.", by=None, **values) -> Article:
    run = start_run([("a.txt", text.encode())], by=by, reader=FakeReader(**values))
    (article,) = store_run(run, by=by)
    return article


def evidence(article: Article, field: str):
    return article.evidence.get(field=field)


def test_a_text_becomes_a_draft_with_its_fields():
    source = make_source("Караван-Вести")
    article = store(
        standfirst=found("Ein Vorspann."),
        language=found("de"),
        date=found("2022-05-07"),
        time=found("14:30"),
        source_name=found("караван-вести"),
        byline=(found("Aigul Sadykowa"), found("Bernd Koslowski")),
        translator=(found("Jonas Petersen"),),
        agency=found("tsd/ae"),
        photo_credits=(found("Foto: G. Isakowa"),),
        captions=(found("Der Staudamm."),),
    )
    assert (article.status, article.version, article.slug) == ("draft", 1, "schlagzeile")
    assert (article.headline, article.standfirst) == ("Schlagzeile", "Ein Vorspann.")
    assert (article.date, article.date_precision) == ("2022-05-07", "day")
    article.refresh_from_db()
    assert (article.time, article.source) == (datetime.time(14, 30), source)
    assert article.byline == ["Aigul Sadykowa", "Bernd Koslowski"]
    assert (article.translator, article.agency) == (["Jonas Petersen"], "tsd/ae")
    assert (article.photo_credits, article.captions) == (["Foto: G. Isakowa"], ["Der Staudamm."])


@pytest.mark.parametrize(
    ("date", "precision", "first_day"),
    [
        ("2022", "year", datetime.date(2022, 1, 1)),
        ("2022-05", "month", datetime.date(2022, 5, 1)),
        ("2022-05-31", "day", datetime.date(2022, 5, 31)),
    ],
)
def test_a_date_stays_as_exact_as_the_text(date, precision, first_day):
    article = store(date=found(date))
    assert (article.date, article.date_precision, article.date_from) == (date, precision, first_day)


@pytest.mark.parametrize("date", ["2022-02-30", "99999-01-01", "gestern"])
def test_a_date_that_no_calendar_has_stays_in_its_evidence(date):
    article = store(date=found(date))
    assert (article.date, article.date_from) == ("", None)
    assert evidence(article, "date").value == date


def test_each_value_comes_with_its_place_rule_and_confidence():
    byline = (found("Aigul", (3, 8), confidence=0.9), found("Bernd", (10, 15), confidence=0.6))
    article = store(byline=byline)
    row = evidence(article, "byline")
    assert (row.value, row.spans) == (["Aigul", "Bernd"], [[3, 8], [10, 15]])
    assert (row.rule, row.confidence, row.proposed) == ("fake", 0.6, False)
    assert row.is_doubtful
    assert not row.is_confirmed
    assert not evidence(article, "headline").is_doubtful


def test_proposals_fill_the_field_and_are_marked():
    make_source("Novastan")
    article = store(
        headline=None,
        headline_proposed=found("Vorgeschlagen", proposed=True),
        source_proposed=found("Novastan", proposed=True),
        date=found("2022-05", proposed=True),
    )
    assert (article.headline, article.slug) == ("Vorgeschlagen", "vorgeschlagen")
    assert article.source.name == "Novastan"
    for field in ("headline", "source", "date"):
        assert evidence(article, field).proposed
        assert evidence(article, field).is_doubtful


def test_a_printed_headline_wins_over_a_proposal():
    article = store(headline_proposed=found("Vorgeschlagen", proposed=True))
    assert article.headline == "Schlagzeile"
    assert not evidence(article, "headline").proposed


def test_an_unknown_source_stays_in_its_evidence():
    article = store(source_name=found("Nie gehört"))
    assert article.source is None
    assert evidence(article, "source").value == "Nie gehört"


def test_countries_and_topics_are_filed_in_order_with_their_evidence():
    for code in ("KZ", "CN", "RU"):
        make_country(code, code)
    make_topic("energy")
    article = store(
        countries=(found("CN", (5, 10)), found("KZ")),
        countries_mentioned=(found("CN"), found("KZ"), found("RU", confidence=0.5), found("XX")),
        topics=(found("energy", (7, 9)), found("unknown")),
    )
    links = article.country_links.values_list("country", "role", "rank", "confidence")
    assert list(links) == [
        ("CN", "about", 1, 1.0),
        ("KZ", "about", 2, 1.0),
        ("RU", "mentioned", 3, 0.5),
    ]
    assert article.country_links.get(country="CN").spans == [[5, 10]]
    assert article.topic_links.get().spans == [[7, 9]]


def test_known_names_become_mentions_and_unknown_ones_stay_proposals():
    tokayev = make_entity("Kassym-Jomart Tokayev")
    article = store(
        entities=(
            named("Kassym-Jomart Tokayev", "Toqajew", "Toqajews"),
            named("Kassym-Jomart Tokayev", "Präsident Toqajew"),
            named("Gulmira Isakowa", "Gulmira Isakowa", known=False),
            named("Not in the table", "X"),
        )
    )
    mention = article.mentions.get()
    assert mention.tag == tokayev
    assert mention.surfaces == ["Toqajew", "Toqajews", "Präsident Toqajew"]
    assert (mention.confidence, mention.rejected) == (0.9, False)
    assert Entity.objects.count() == 1
    unknown = [entity["name"] for entity in article.item.reading["entities"] if not entity["known"]]
    assert unknown == ["Gulmira Isakowa"]


def test_the_body_is_kept_as_blocks_with_their_places():
    article = store("Titel\nErster Absatz.\n\nZweiter.\n")
    assert article.body.blocks == [
        {"kind": "paragraph", "text": "Erster Absatz.", "span": [6, 20]},
        {"kind": "paragraph", "text": "Zweiter.", "span": [22, 30]},
    ]


def test_storing_is_told_by_the_history():
    editor = make_editor()
    article = store(by=editor)
    entry = HistoryEntry.objects.get()
    assert (entry.deed, entry.by, entry.target, entry.reason) == (
        "imported",
        editor,
        article,
        "a.txt",
    )
    assert article.created_by == editor


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Тоқаев жаңа үкімет құрды", "toqaev-zhanga-ukimet-qurdy"),
        ("Größte Öffnung für Usbekistans Märkte", "groesste-oeffnung-fuer-usbekistans-maerkte"),
        ("O‘zbekiston – yangi bosqich", "ozbekiston-yangi-bosqich"),
        ("习近平", "text"),
        ("Wort " * 30, "-".join(["wort"] * 16)),
    ],
)
def test_the_address_is_the_headline_in_latin_letters(headline, slug):
    assert store(f"{headline}\nText").slug == slug


def test_a_text_that_was_left_out_is_not_stored_and_can_be_later():
    files = [("a.txt", b"Text A"), ("b.txt", b"Text B")]
    run = start_run(files, by=None, reader=FakeReader())
    left_out = run.items.filter(name="a.txt")
    decide(run, left_out, "skip", by=None)
    (article,) = store_run(run, by=None)
    assert (article.headline, run.status) == ("Text B", "stored")
    decide(run, left_out, "store", by=None)
    (article,) = store_run(run, by=None)
    assert (article.headline, run.status) == ("Text A", "stored")


def test_a_second_confirmation_does_nothing():
    run = start_run([("a.txt", b"Text")], by=None, reader=FakeReader())
    stale = ImportRun.objects.get(pk=run.pk)
    assert len(store_run(run, by=None)) == 1
    assert store_run(stale, by=None) == []
    assert Article.objects.count() == HistoryEntry.objects.count() == 1


def test_a_text_that_another_run_stored_meanwhile_becomes_the_same():
    runs = [start_run([("a.txt", b"Text")], by=None, reader=FakeReader()) for _ in range(2)]
    assert len(store_run(runs[0], by=None)) == 1
    assert store_run(runs[1], by=None) == []
    item = runs[1].items.get()
    assert (item.verdict, item.same_as) == ("same", runs[0].items.get())


def test_a_text_that_cannot_be_stored_is_rejected_whole_and_stops_no_other(caplog):
    files = [("a.txt", b"Text A"), ("b.txt", b"Text B")]
    run = start_run(files, by=None, reader=FakeReader())
    spoilt = run.items.get(name="a.txt")
    spoilt.reading["lines"] = [["no", "line"]]
    spoilt.save()
    with caplog.at_level(logging.ERROR):
        (article,) = store_run(run, by=None)
    spoilt.refresh_from_db()
    assert article.headline == "Text B"
    assert (spoilt.verdict, spoilt.reason) == ("rejected", "error")
    assert Article.objects.count() == 1


def test_hostile_values_are_cleaned_before_they_are_stored():
    article = store(
        headline=found("Zwei\nZeilen\u202e mit\x00 Schmutz " + "x" * 500),
        language=found("de-" + "x" * 40),
        agency=found("a" * 200),
        time=found("25:99"),
    )
    article.refresh_from_db()
    assert article.headline.startswith("Zwei Zeilen mit")
    assert (len(article.headline), len(article.language), len(article.agency)) == (400, 12, 120)
    assert article.time is None


def test_an_entity_that_was_renamed_while_its_text_waited_for_review_is_found():
    entity = make_entity(reference_key="Kassym-Jomart Tokayev")
    reader = FakeReader(entities=(named(entity.name, "Tokajew"),))
    run = start_run([("a.txt", b"Schlagzeile\nDer Text.")], by=None, reader=reader)
    Entity.objects.update(name="Qasym-Jomart Toqajew")
    (article,) = store_run(run, by=None)
    assert article.mentions.get().tag == entity
