"""Reading again: what nobody decided on follows the new reading, what a person decided stays and is shown beside it."""

import datetime
from pathlib import Path

import pytest

from articles.actions.blocks import text_digest
from articles.actions.correcting import confirm, correct, held
from articles.actions.drafting import Catalogue
from articles.actions.editing import EditConflict
from articles.actions.importing import start_run
from articles.actions.judging import accept_here
from articles.actions.keeping import keep_original
from articles.actions.publishing import NotReady, publish
from articles.actions.rereading import (
    CannotRead,
    Rereader,
    apply_reading,
    plan_reading,
    read_again,
)
from articles.models import Article, HistoryEntry, ImportItem
from articles.pipeline.knowledge import Knowledge
from articles.pipeline.reader import Reader
from tests.actions.texts import TEXT, draft, read
from tests.factories import (
    found,
    make_article,
    make_country,
    make_editor,
    make_entity,
    make_source,
    make_topic,
    named,
)
from tests.pipeline.formats.archive_files import zipped

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_editor()


@pytest.fixture(autouse=True)
def world(db):
    """What the readings here name."""
    make_country("KZ"), make_country("UZ", "Uzbekistan"), make_topic("energy"), make_topic("water")
    make_source("Karawan"), make_source("Tienschan-Dienst")


def last_deed(article: Article) -> HistoryEntry:
    return HistoryEntry.objects.filter(object_id=str(article.pk)).first()


def again(article: Article, by=None, **values) -> Article:
    return apply_reading(Article.objects.get(pk=article.pk), read(**values), by=by)


@pytest.mark.parametrize(
    ("field", "first", "second", "held_first", "held_second"),
    [
        ("headline", found("Alt"), found("Neu", (3, 6)), "Alt", "Neu"),
        ("standfirst", None, found("Neu"), "", "Neu"),
        ("language", found("de"), found("ru"), "de", "ru"),
        ("date", found("2026"), found("2026-11-20"), "2026", "2026-11-20"),
        ("time", None, found("10:30"), None, datetime.time(10, 30)),
        ("byline", (found("A. B."),), (found("C. D."),), ["A. B."], ["C. D."]),
        ("agency", found("afp"), None, "afp", ""),
        ("countries", (found("KZ"),), (found("UZ"), found("KZ")), ["KZ"], ["UZ", "KZ"]),
        ("countries_mentioned", (found("KZ"),), (), ["KZ"], []),
        ("topics", (found("energy"),), (found("water"),), ["energy"], ["water"]),
    ],
)
def test_what_nobody_decided_on_follows(field, first, second, held_first, held_second, editor):
    article = draft(**{field: first})
    assert held(article, field) == held_first
    after = again(article, editor, **{field: second})
    assert held(after, field) == held_second
    assert after.version == 2
    entry = last_deed(after)
    assert (entry.deed, entry.by) == ("read-again", editor)
    assert [*entry.changes] == [field]


def test_the_source_follows_and_is_told_by_name(editor):
    article = again(draft(source_name=found("Karawan")), source_name=found("Tienschan-Dienst"))
    assert article.source.name == "Tienschan-Dienst"
    assert last_deed(article).changes == {"source": ["Karawan", "Tienschan-Dienst"]}


def test_the_date_brings_its_period_and_the_headline_the_address():
    article = again(
        draft(date=found("2026-11-20")), date=found("2026-11"), headline=found("Neue Dürre")
    )
    assert (article.date_precision, article.date_from.day) == ("month", 1)
    assert article.slug == "neue-duerre"


def test_evidence_follows_its_value():
    article = draft(headline_proposed=found("Vorschlag", proposed=True), headline=None)
    assert article.evidence.get(field="headline").proposed
    again(article, headline=found("Gedruckt", (2, 9), rule="better", confidence=0.9))
    row = article.evidence.get(field="headline")
    assert (row.proposed, row.rule, row.confidence, row.spans) == (False, "better", 0.9, [[2, 9]])


def test_what_the_reading_no_longer_finds_loses_its_evidence():
    article = again(draft(agency=found("afp")), agency=None)
    assert not article.evidence.filter(field="agency").exists()


@pytest.mark.parametrize("change", [{}, {"byline": (found("A. B.", (5, 9)),)}])
def test_the_same_reading_twice_writes_nothing_the_second_time(change, editor):
    article = again(draft(byline=(found("A. B."),)), editor, **change)
    deeds = HistoryEntry.objects.count()
    same = again(article, editor, **change)
    assert (same.version, HistoryEntry.objects.count()) == (article.version, deeds)


def test_the_reading_a_draft_was_made_of_changes_nothing():
    make_entity("Rustam Emomali")
    article = draft(
        byline=(found("A. B."),),
        countries=(found("KZ"),),
        topics=(found("energy"),),
        entities=(named("Rustam Emomali", "Emomali"), named("Neuer Name", "Name", known=False)),
    )
    after = apply_reading(article, article.item.reading, by=None)
    assert (after.version, HistoryEntry.objects.count()) == (1, 1)


def test_another_place_of_the_same_value_is_noted_without_a_new_version():
    article = again(draft(agency=found("afp")), agency=found("afp", (7, 10)))
    assert article.evidence.get(field="agency").spans == [[7, 10]]
    assert (article.version, last_deed(article).changes) == (1, {})


# --- what a person decided ------------------------------------------------------------------------


def test_a_confirmed_value_stays_and_the_new_one_waits_beside_it(editor):
    article = confirm(draft(byline=(found("A. B."),)), ["byline"], by=editor)
    after = again(article, byline=(found("C. D.", (4, 9), rule="r", confidence=0.7),))
    row = after.evidence.get(field="byline")
    assert (after.byline, row.is_confirmed, row.confirmed_by) == (["A. B."], True, editor)
    assert row.suggestion == {"value": ["C. D."], "spans": [[4, 9]], "rule": "r", "confidence": 0.7}
    assert after.version == article.version


def test_a_suggestion_goes_when_a_reading_agrees_again(editor):
    article = confirm(draft(agency=found("afp")), ["agency"], by=editor)
    again(article, agency=found("dpa"))
    again(article, agency=found("afp"))
    assert article.evidence.get(field="agency").suggestion is None


def test_what_an_editor_has_corrected_is_not_suggested_again(editor):
    article = draft(agency=found("afp"))
    article = correct(article, {"agency": "dpa"}, by=editor, version=1)
    after = again(article, agency=found("afp", (7, 10)))
    assert (after.agency, after.evidence.get(field="agency").suggestion) == ("dpa", None)


def test_a_reading_that_finds_nothing_suggests_nothing(editor):
    article = confirm(draft(agency=found("afp")), ["agency"], by=editor)
    assert again(article, agency=None).evidence.get(field="agency").suggestion is None


def test_a_suggested_source_is_called_by_its_name(editor):
    article = confirm(draft(source_name=found("Karawan")), ["source"], by=editor)
    after = again(article, source_name=found("Tienschan-Dienst"))
    assert after.source.name == "Karawan"
    assert after.evidence.get(field="source").suggestion["value"] == "Tienschan-Dienst"


def test_a_corrected_body_stays_until_a_reading_finds_another(editor):
    article = draft()
    mine = [{"kind": "paragraph", "text": "Selbst geschrieben."}]
    article = correct(article, {"body": mine}, by=editor, version=1)
    assert again(article).evidence.get(field="body").suggestion is None
    longer = read() | {"lines": read()["lines"][:2]}
    after = apply_reading(article, longer, by=None)
    assert held(after, "body") == mine
    suggested = after.evidence.get(field="body").suggestion["value"]
    assert [block["text"] for block in suggested] == ["Das Wasser fehlt."]
    assert again(article).evidence.get(field="body").suggestion is None


def test_a_list_that_a_person_decided_on_takes_nothing_in_but_says_what_was_read(editor):
    article = draft(countries=(found("KZ"), found("UZ")), topics=(found("energy"),))
    decided = {"countries": ["KZ"], "topics": []}
    article = correct(article, decided, by=editor, version=1)
    again(article, countries=(found("KZ"), found("UZ")), topics=(found("energy"),))
    assert (held(article, "countries"), held(article, "topics")) == (["KZ"], [])
    assert not article.evidence.exclude(suggestion=None).exists()
    again(article, countries=(found("UZ"),), topics=(found("water"),))
    assert (held(article, "countries"), held(article, "topics")) == (["KZ"], [])
    waiting = {
        row.field: row.suggestion["value"] for row in article.evidence.exclude(suggestion=None)
    }
    assert waiting == {"countries": ["UZ"], "topics": ["water"]}


def test_names_follow_but_those_a_person_decided_on_stay(editor):
    read_only, sure, gone = (make_entity(name) for name in ("Eins Eins", "Zwei Zwei", "Drei Drei"))
    first = tuple(named(one.name, one.name) for one in (read_only, sure, gone))
    article = draft(entities=first)
    article = correct(article, {"entities": [read_only.pk, sure.pk]}, by=editor, version=1)
    article.mentions.filter(tag=sure).update(confirmed_by=editor, confirmed_at=article.created_at)
    new = make_entity("Vier Vier")
    again(article, entities=(named(gone.name, "Drei"), named(new.name, "Vier")))
    assert held(article, "entities") == sorted([sure.pk, new.pk])
    assert article.mentions.get(tag=gone).rejected
    assert not article.mentions.filter(tag=read_only).exists()


def test_questions_follow_and_answered_ones_stay(editor):
    first = (named("Alt Alt", "Alt", known=False), named("Klar Klar", "Klar", known=False))
    article = draft(entities=first)
    question = article.unknown_names.get(name="Klar Klar")
    accept_here(question.pk, make_entity("Klara Klar"), by=editor)
    new = (named("Klar Klar", "Klar", known=False), named("Neu Neu", "Neu", known=False))
    again(article, entities=new)
    asked = dict(article.unknown_names.values_list("name", "judgement__verdict"))
    assert asked == {"Klar Klar": "same", "Neu Neu": None}
    assert article.mentions.filter(tag__name="Klara Klar").exists()


def test_what_an_editor_marked_wins_over_the_labels_of_a_reading(editor):
    article = draft(countries=(found("KZ", (32, 40)),))
    start = read()["text"].index("Lesen Sie auch")
    article.markings.create(start=start, end=start + 23, label="promo", by=editor)
    after = again(
        article,
        countries=(found("KZ", (start, start + 4)),),
        agency=found("afp", (start, start + 3)),
    )
    assert [block["text"] for block in held(after, "body")] == ["Das Wasser fehlt."]
    assert (held(after, "countries"), after.agency) == ([], "")


def test_places_follow_their_words_into_a_new_version_of_the_text(editor):
    old = "Dürre in Aktau\nDas Wasser fehlt.\nLesen Sie auch: Ernte.\n"
    new = "Dürre in Aktau\nEin neuer Satz.\nDas Wasser fehlt.\nLesen Sie auch: Ernte.\n"
    article = draft(old, agency=found("Wasser", (19, 25)))
    start = old.index("Lesen")
    article.markings.create(start=start, end=start + 22, label="promo")
    article.markings.create(start=0, end=3, label="headline")
    article = confirm(article, ["agency", "body"], by=editor)
    after = apply_reading(article, read(new, agency=found("Wasser", (35, 41))), by=None)
    assert after.evidence.get(field="agency").spans == [[35, 41]]
    kept = [(block["text"], new[slice(*block["span"])]) for block in held(after, "body")]
    assert kept == [(text, text) for text in ("Das Wasser fehlt.", "Lesen Sie auch: Ernte.")]
    suggested = after.evidence.get(field="body").suggestion["value"]
    assert [block["text"] for block in suggested] == ["Ein neuer Satz.", "Das Wasser fehlt."]
    marked = [new[one.start : one.end] for one in after.markings.all()]
    assert marked == ["Lesen Sie auch: Ernte.", "Dür"]


# --- the promises of every writing deed -------------------------------------------------------------


def test_whoever_reads_again_must_have_seen_the_article_as_it_is(editor):
    article = draft()
    correct(article, {"note": "Bitte prüfen"}, by=editor, version=1)
    with pytest.raises(EditConflict):
        apply_reading(article, read(agency=found("afp")), by=editor)


def test_a_published_article_keeps_what_it_needs(editor):
    values = {"source_name": found("Karawan"), "date": found("2026-11-20")}
    article = publish(draft(countries=(found("KZ"),), **values), by=editor)
    with pytest.raises(NotReady):
        again(article, countries=(), **values)
    assert held(article, "countries") == ["KZ"]
    after = again(article, countries=(found("UZ"),), **values)
    assert held(after, "countries") == ["UZ"]


def test_a_plan_tells_what_would_change_and_what_would_wait(editor):
    article = confirm(draft(agency=found("afp")), ["agency"], by=editor)
    reading = read(agency=found("dpa"), language=found("de"))
    plan = plan_reading(article, reading, Catalogue())
    assert (plan.values, plan.waiting) == ({"language": ("", "de")}, {"agency": ("afp", "dpa")})
    assert Article.objects.get(pk=article.pk).language == ""


# --- from the original ----------------------------------------------------------------------------


LONG = "Dürre in Aktau\n" + " ".join(f"Wort{number}" for number in range(80)) + "\n"


class Again:
    """Reads any item as a test says."""

    def __init__(self, text: str = TEXT, **values) -> None:
        self.text, self.values = text, values

    def read(self, item):
        return read(self.text, **self.values)


def test_a_text_read_again_keeps_the_new_reading(editor):
    article = draft(LONG, agency=found("afp"))
    after = read_again(article, Again(LONG, agency=found("dpa", proposed=True)), by=editor)
    item = after.item
    assert (after.agency, item.reading["agency"], item.doubts) == ("dpa", "dpa", 1)
    assert item.text_digest == text_digest(item.reading)
    assert item.sketch.exists()


def test_a_reading_of_a_version_that_is_gone_is_not_kept(editor):
    class Slow(Again):
        """Meanwhile the article gets another original."""

        def read(self, item):
            other = keep_original(b"Neuer Titel")
            ImportItem.objects.filter(pk=item.pk).update(original=other)
            return super().read(item)

    article = draft(agency=found("afp"))
    with pytest.raises(EditConflict):
        read_again(article, Slow(agency=found("dpa")), by=editor)
    assert Article.objects.get(pk=article.pk).agency == "afp"


def test_two_texts_that_became_the_same_stay_two(editor):
    first, second = draft(), draft(LONG)
    headline_only = read(LONG) | {"lines": read(LONG)["lines"][:1]}
    ImportItem.objects.filter(article=first).update(text_digest=text_digest(headline_only))
    ImportItem.objects.filter(article=second).update(text_digest="its own")

    class Otherwise:
        def read(self, item):
            return headline_only

    after = read_again(second, Otherwise(), by=editor)
    assert (held(after, "body"), after.item.text_digest) == ([], "its own")


def test_a_text_without_a_file_cannot_be_read_again(editor):
    with pytest.raises(CannotRead):
        read_again(make_article(), Again(), by=editor)


def test_the_reader_reads_the_stored_bytes_and_only_the_text_it_is_asked_for(editor):
    files = (("eins.txt", b"Eins\n\nEin Text.\n"), ("zwei.txt", b"Zwei\n\nEin anderer.\n"))
    run = start_run([("paar.zip", zipped(*files))], by=editor, reader=Reader(Knowledge()))
    first, second = run.items.order_by("number")
    reading = Rereader(Knowledge()).read(second)
    assert (reading["item"], reading["file"]) == (second.number, "paar.zip")
    assert reading == second.reading
    assert Rereader(Knowledge()).read(first)["text"] != reading["text"]


def test_an_original_that_cannot_be_read_any_more_is_told(editor):
    article = draft()
    Path(article.item.original.file.path).write_bytes(b"\x00\x01\x02")
    with pytest.raises(CannotRead):
        Rereader(Knowledge()).read(article.item)
    Path(article.item.original.file.path).unlink()
    with pytest.raises(CannotRead):
        Rereader(Knowledge()).read(article.item)
