"""Correcting and confirming: whole or not at all, never over somebody else's work, always told."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.actions.correcting import confirm, correct, held
from articles.actions.editing import EditConflict
from articles.actions.publishing import NotReady
from articles.models import Article, HistoryEntry, Source
from tests.factories import (
    add_policy,
    make_article,
    make_country,
    make_editor,
    make_entity,
    make_published,
    make_source,
    make_topic,
    propose,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_editor()


def test_a_correction_arrives_and_is_told(editor):
    article = make_article("Toqajev reist", standfirst="Bleibt.")
    corrected = correct(article, {"headline": "Toqajew reist"}, by=editor, version=1)
    assert (corrected.headline, corrected.standfirst) == ("Toqajew reist", "Bleibt.")
    assert (corrected.version, corrected.slug) == (2, "toqajew-reist")
    entry = HistoryEntry.objects.get()
    assert (entry.deed, entry.by) == ("corrected", editor)
    assert entry.changes == {"headline": ["Toqajev reist", "Toqajew reist"]}


NOON = datetime.time(12, 0)


@pytest.mark.parametrize(
    ("field", "given", "stored"),
    [
        ("headline", "  Ein   Titel\n", "Ein Titel"),
        ("standfirst", "Eins.\r\nZwei. \n", "Eins.\nZwei."),
        ("language", "zh-Hant", "zh-Hant"),
        ("date", "2022-05", "2022-05"),
        ("date", "", ""),
        ("time", "12:00", NOON),
        ("time", NOON, NOON),
        ("url", "https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("byline", ["Aigul Sadykowa", " "], ["Aigul Sadykowa"]),
        ("translator", ("Jonas Petersen",), ["Jonas Petersen"]),
        ("agency", "wa/AR (afp, dpa)", "wa/AR (afp, dpa)"),
        ("photo_credits", ["Foto: X"], ["Foto: X"]),
        ("captions", ["Am See"], ["Am See"]),
        ("slugline", "see-2026", "see-2026"),
        ("note", "Bitte prüfen", "Bitte prüfen"),
        (
            "body",
            [
                {"kind": "paragraph", "text": "Eins", "span": [3, 7], "extra": 1},
                {"kind": "crosshead", "text": " "},
                {"kind": "quotation", "text": "Zwei"},
            ],
            [
                {"kind": "paragraph", "text": "Eins", "span": [3, 7]},
                {"kind": "quotation", "text": "Zwei"},
            ],
        ),
    ],
)
def test_every_field_can_be_corrected(field, given, stored, editor):
    article = make_article("Vorher", agency="x", time=datetime.time(1), url="https://x.example/")
    corrected = correct(article, {field: given}, by=editor, version=1)
    assert held(corrected, field) == stored
    assert correct(corrected, {field: given}, by=editor, version=2).version == 2


def test_the_source_is_given_as_row_or_key_and_told_by_name(editor):
    article, other = make_article(), make_source("Karawan")
    corrected = correct(article, {"source": other.pk}, by=editor, version=1)
    assert corrected.source == other
    assert HistoryEntry.objects.get().changes == {"source": ["Tienschan-Dienst", "Karawan"]}
    back = Source.objects.get(name="Tienschan-Dienst")
    assert correct(article, {"source": back}, by=editor, version=2).source == back
    assert correct(article, {"source": ""}, by=editor, version=3).source is None


def test_an_embargo_is_a_moment(editor):
    moment = timezone.now() + datetime.timedelta(days=1)
    article = correct(make_article(), {"embargo_until": moment}, by=editor, version=1)
    assert article.embargo_until == moment
    assert HistoryEntry.objects.get().changes["embargo_until"] == [None, moment.isoformat()]


def test_a_date_brings_its_precision_and_sorting_day(editor):
    article = correct(make_article(), {"date": "2022-05"}, by=editor, version=1)
    assert (article.date_precision, article.date_from) == ("month", datetime.date(2022, 5, 1))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("headline", "Mit\x00Null"),
        ("headline", "Links\u202erechts"),
        ("headline", "Glocke\x07"),
        ("headline", "Halb\ud800"),
        ("headline", "x" * 401),
        ("headline", None),
        ("headline", 7),
        ("standfirst", "x" * 20_001),
        ("language", "deutsch!"),
        ("date", "2022-02-30"),
        ("date", "2022-13"),
        ("date", "1899"),
        ("date", "2101-01-01"),
        ("date", "7.5.2022"),
        ("date", "２０２２"),
        ("date", "2022-05-07T10:00"),
        ("time", "25:00"),
        ("url", "javascript:alert(1)"),
        ("url", "https://x.example/" + "x" * 500),
        ("byline", "Aigul"),
        ("byline", ["A\u2066b"]),
        ("byline", ["x"] * 1001),
        ("source", 999_999),
        ("source", "Novastan"),
        ("embargo_until", "morgen"),
        ("embargo_until", datetime.datetime(1, 1, 1)),  # noqa: DTZ001
        ("countries", ["\x00"]),
        ("topics", ["\x00"]),
        ("countries", ["XX"]),
        ("countries", "KZ"),
        ("topics", ["unknown"]),
        ("entities", [10**30]),
        ("entities", ["x"]),
        ("body", "Text"),
        ("body", [{"kind": "script", "text": "x"}]),
        ("body", [{"kind": "paragraph", "text": 5}]),
    ],
)
def test_what_cannot_be_is_refused_by_field_and_nothing_is_written(field, value, editor):
    article = make_article()
    with pytest.raises(ValidationError) as refused:
        correct(article, {"note": "gut", field: value}, by=editor, version=1)
    assert list(refused.value.message_dict) == [field]
    article.refresh_from_db()
    assert (article.note, article.version) == ("", 1)
    assert not HistoryEntry.objects.exists()


@pytest.mark.parametrize("field", ["status", "published_at", "version", "slug", "pk"])
def test_what_no_editor_may_write_is_no_field(field, editor):
    with pytest.raises(ValueError, match="not correctable"):
        correct(make_article(), {field: "x"}, by=editor, version=1)


def test_where_nothing_differs_nothing_is_written(editor, django_assert_max_num_queries):
    article = make_article("Gleich", date="2022")
    with django_assert_max_num_queries(3):
        same = correct(article, {"headline": "Gleich ", "date": "2022"}, by=editor, version=1)
    assert same.version == 1
    assert not HistoryEntry.objects.exists()
    assert not article.evidence.exists()


def test_whoever_comes_second_is_told_and_overwrites_nothing(editor):
    article, second = make_article("Alt"), make_editor("bob")
    correct(article, {"headline": "Von Aigul"}, by=editor, version=1)
    with pytest.raises(EditConflict) as conflict:
        correct(article, {"note": "Von Bob"}, by=second, version=1)
    assert conflict.value.theirs.headline == "Von Aigul"
    assert conflict.value.theirs.note == ""


def test_a_decision_is_noted_with_the_evidence_and_keeps_what_was_read(editor):
    article = make_article("Vorschlag")
    propose(article, "headline", spans=[[0, 9]], confidence=0.4)
    correct(article, {"headline": "Eigene", "byline": ["A. B."]}, by=editor, version=1)
    headline = article.evidence.get(field="headline")
    assert (headline.confirmed_by, headline.value, headline.spans) == (
        editor,
        "Vorschlag",
        [[0, 9]],
    )
    assert not headline.is_doubtful
    byline = article.evidence.get(field="byline")
    assert (byline.rule, byline.confirmed_by) == ("editor", editor)


def test_desk_fields_leave_no_evidence(editor):
    article = correct(make_article(), {"note": "x", "slugline": "y"}, by=editor, version=1)
    assert not article.evidence.exists()


def test_countries_are_filed_in_the_given_order(editor):
    kazakhstan, china, russia = make_country(), make_country("CN", "China"), make_country("RU", "R")
    article = make_article(about=[kazakhstan])
    article.country_links.create(country=china, role="mentioned", spans=[[1, 2]], rule="read")
    article.country_links.create(country=russia, role="mentioned", rank=2)
    article = correct(article, {"countries": [china, "KZ"]}, by=editor, version=1)
    assert held(article, "countries") == ["CN", "KZ"]
    assert held(article, "countries_mentioned") == ["RU"]
    moved = article.country_links.get(country=china)
    assert (moved.spans, moved.rule, moved.confirmed_by) == ([[1, 2]], "read", editor)
    assert not article.country_links.get(country=russia).is_confirmed
    article = correct(article, {"countries": [], "countries_mentioned": ["CN"]}, by=editor, version=2)  # fmt: skip
    assert (held(article, "countries"), held(article, "countries_mentioned")) == ([], ["CN"])
    assert HistoryEntry.objects.first().changes["countries"] == [["CN", "KZ"], []]


def test_topics_are_added_ordered_and_removed(editor):
    energy, sport = make_topic("energy"), make_topic("sport")
    article = make_article(topics=[energy])
    article = correct(article, {"topics": [sport, energy, "sport"]}, by=editor, version=1)
    assert held(article, "topics") == ["sport", "energy"]
    article = correct(article, {"topics": ["sport"]}, by=editor, version=2)
    assert held(article, "topics") == ["sport"]


def test_a_name_that_is_taken_back_stays_as_rejected(editor):
    meant, not_meant, added = (make_entity(name) for name in ("Tokayev", "Tokarev", "Astana"))
    article = make_article(entities=[meant, not_meant])
    article = correct(article, {"entities": [meant, added]}, by=editor, version=1)
    assert held(article, "entities") == sorted([meant.pk, added.pk])
    rejected = article.mentions.get(tag=not_meant)
    assert (rejected.rejected, rejected.confirmed_by) == (True, editor)
    assert not article.mentions.get(tag=meant).is_confirmed, "nobody looked at it"
    back = correct(article, {"entities": [meant, added, not_meant]}, by=editor, version=2)
    assert not back.mentions.get(tag=not_meant).rejected


def test_the_address_is_frozen_by_the_first_publication(editor):
    published = make_published("Alter Titel")
    corrected = correct(published, {"headline": "Neuer Titel"}, by=editor, version=1)
    assert (corrected.headline, corrected.slug) == ("Neuer Titel", "alter-titel")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"headline": ""}, "headline"),
        ({"date": ""}, "date"),
        ({"source": None}, "source"),
        ({"countries": []}, "countries"),
    ],
)
def test_a_published_article_keeps_what_it_needs(changes, field, editor):
    article = make_published()
    with pytest.raises(NotReady) as refused:
        correct(article, changes | {"note": "x"}, by=editor, version=1)
    assert [obstacle.field for obstacle in refused.value.obstacles] == [field]
    article.refresh_from_db()
    assert (article.version, article.note) == (1, "")
    assert held(article, "countries") == ["KZ"]
    assert not HistoryEntry.objects.exists()


def test_a_published_article_does_not_move_to_a_source_that_bars_it(editor):
    barred = make_source("Ost-Kurier", "blocked")
    with pytest.raises(NotReady):
        correct(make_published(), {"source": barred}, by=editor, version=1)


def test_a_policy_that_ended_meanwhile_bars_no_correction(editor):
    source = make_source("Karawan", "")
    add_policy(source, "full", start=-9, end=-1)
    article = make_published(source=source)
    corrected = correct(article, {"headline": "Berichtigt"}, by=editor, version=1)
    assert corrected.headline == "Berichtigt"


def test_a_draft_may_lose_anything(editor):
    article = correct(make_article(), {"headline": "", "countries": []}, by=editor, version=1)
    assert (article.headline, article.slug) == ("", "text")


def test_confirming_says_who_looked_and_changes_no_value(editor):
    article = make_article("Vorschlag")
    propose(article, "headline")
    confirmed = confirm(article, ["headline", "date"], by=editor)
    assert (confirmed.headline, confirmed.version) == ("Vorschlag", 2)
    assert article.evidence.get(field="headline").confirmed_by == editor
    entry = HistoryEntry.objects.get()
    assert entry.deed == "confirmed"
    assert entry.changes["headline"] == ["Vorschlag", "Vorschlag"]


def test_confirming_twice_is_told_once(editor):
    article = make_article()
    propose(article, "headline")
    confirmed = confirm(article, ["headline"], by=editor)
    assert confirm(confirmed, ["headline"], by=make_editor("bob")).version == 2
    assert HistoryEntry.objects.count() == 1
    assert article.evidence.get().confirmed_by == editor


def test_countries_topics_and_names_are_confirmed_as_they_stand(editor):
    article = make_article(topics=[make_topic()], entities=[make_entity()])
    article = confirm(article, ["countries", "topics", "entities"], by=editor)
    for links in (article.country_links, article.topic_links, article.mentions):
        assert links.get().confirmed_by == editor
    assert confirm(article, ["countries", "topics", "entities"], by=editor).version == 2


def test_confirming_what_somebody_changed_meanwhile_is_a_conflict(editor):
    seen = make_article()
    correct(seen, {"headline": "Anders"}, by=editor, version=1)
    with pytest.raises(EditConflict):
        confirm(seen, ["headline"], by=editor)


def test_only_what_is_read_from_texts_can_be_confirmed(editor):
    with pytest.raises(ValueError, match="not confirmable: note"):
        confirm(make_article(), ["note"], by=editor)


def test_a_correction_needs_a_constant_number_of_queries(editor, django_assert_max_num_queries):
    people = [make_entity(f"Person {number}") for number in range(20)]
    article = make_article(entities=people[:10])
    assert Article.objects.count() == 1
    with django_assert_max_num_queries(14):
        correct(article, {"entities": people[5:]}, by=editor, version=1)
