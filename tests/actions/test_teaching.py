"""Correct once, fixed everywhere: a lesson is shown first, changes every text that prints its words, and is taken back exactly."""

import pytest
from django.utils import translation

from articles.actions.correcting import confirm, correct, held
from articles.actions.drafting import Catalogue
from articles.actions.importing import start_run, store_run
from articles.actions.knowing import desk_knowledge
from articles.actions.publishing import publish
from articles.actions.rereading import Rereader, apply_reading
from articles.actions.states import state_of
from articles.actions.teaching import CannotTeach, begin, go_on, preview, teach
from articles.actions.unteaching import take_back
from articles.models import Article, HistoryEntry, Lesson, SourceHabit
from tests.factories import make_country, make_editor, make_entity, make_source

pytestmark = pytest.mark.django_db

OPENING = "Schaufenster der Woche"
SECOND = "Vom Basar notiert"
PARAGRAPH = (
    "Die Stadt bekommt eine neue Leitung. Das teilte die Verwaltung am Montag mit, wie es in einer "
    "Erklärung heißt, die am Abend in {place} verbreitet wurde."
)


def body_of(article: Article) -> list[str]:
    return [block["text"] for block in held(Article.objects.get(pk=article.pk), "body")]


def text(place: str, *extra: str) -> str:
    """A text about a place, with more paragraphs than its own."""
    middle = [f"{one} mit Ernte aus Oschara." for one in extra]
    own = [PARAGRAPH.format(place=place), f"Die Arbeiten in {place} beginnen bald. " * 4]
    return "\n\n".join([f"Neue Leitung für {place}", own[0], *middle, own[1]]) + "\n"


def stored(editor, *texts: str) -> list[Article]:
    run = start_run([(f"{n}.txt", one.encode()) for n, one in enumerate(texts)], by=editor)
    return store_run(run, by=editor)


@pytest.fixture(autouse=True)
def english():
    """Reasons in English; a request of another test may have left German."""
    with translation.override("en"):
        yield


@pytest.fixture
def editor():
    return make_editor()


@pytest.fixture
def source(db):
    make_country("KZ")
    make_entity("Oschara", kind="place")
    make_entity("Aktau", kind="place")
    return make_source("Steppenpost")


@pytest.fixture
def texts(editor, source):
    """Two texts that print what is to be taught, and one that does not."""
    return stored(editor, text("Aktau", OPENING), text("Atyrau", OPENING), text("Semei"))


def whole(article: Article) -> dict:
    """All that a lesson may change of a text."""
    now = Article.objects.get(pk=article.pk)
    return {
        "state": state_of(now),
        "slug": now.slug,
        "reading": now.item.reading,
        "digest": now.item.text_digest,
    }


def test_a_preview_shows_every_text_that_would_change_and_changes_none(texts, source):
    before = [whole(one) for one in texts]
    shown = preview("furniture", source, OPENING)
    assert (shown.candidates, shown.looked_at) == (2, 2)
    assert [effect.article for effect in shown.effects] == texts[:2]
    had, gets = shown.effects[0].plan.values["body"]
    gone = [block["text"] for block in had if block not in gets]
    assert gone == [f"{OPENING} mit Ernte aus Oschara."]
    assert [whole(one) for one in texts] == before
    assert not SourceHabit.objects.exists()


def test_a_lesson_changes_every_text_that_prints_its_words(texts, source, editor):
    lesson = teach("furniture", source, f"  {OPENING} ", by=editor)
    assert [OPENING in " ".join(body_of(one)) for one in texts] == [False, False, False]
    assert [one.mentions.filter(tag__name="Oschara").exists() for one in texts] == [False] * 3
    assert (lesson.text, lesson.by, [*lesson.outcome["articles"]]) == (
        OPENING,
        editor,
        [str(one.pk) for one in texts[:2]],
    )
    habit = SourceHabit.objects.get()
    assert (habit.source, habit.kind, habit.text, habit.in_use) == (
        source,
        "furniture",
        OPENING,
        True,
    )
    deeds = HistoryEntry.objects.filter(deed="taught").values_list("object_id", "reason")
    told = {(str(source.pk), ""), *((str(one.pk), OPENING) for one in texts[:2])}
    assert set(deeds) == told


def test_a_lesson_holds_for_texts_to_come(texts, source, editor):
    teach("furniture", source, OPENING, by=editor)
    (fresh,) = stored(editor, text("Taras", OPENING))
    assert OPENING not in " ".join(body_of(fresh))


def test_what_a_person_decided_stays_and_is_told_beforehand(texts, source, editor):
    first = confirm(texts[0], ["body"], by=editor)
    shown = preview("furniture", source, OPENING)
    assert "body" in shown.effects[0].plan.waiting
    assert "body" not in shown.effects[0].plan.values
    teach("furniture", source, OPENING, by=editor)
    assert OPENING in " ".join(body_of(first))
    waiting = first.evidence.get(field="body").suggestion["value"]
    assert OPENING not in " ".join(block["text"] for block in waiting)


def test_a_published_text_keeps_what_it_needs_and_is_named(source, editor):
    make_country("UZ", "Uzbekistan")
    make_entity("Uzbekistan", kind="country", country_id="UZ")
    (article,) = stored(editor, text("Semei", f"{OPENING} aus Uzbekistan"))
    assert held(article, "countries") == ["UZ"]
    values = {"date": "2026", "source": source}
    published = publish(correct(article, values, by=editor, version=article.version), by=editor)
    lesson = teach("furniture", source, OPENING, by=editor)
    assert [*lesson.outcome["refused"]] == [str(article.pk)]
    assert held(article, "countries") == ["UZ"]
    assert Article.objects.get(pk=article.pk).version == published.version


@pytest.mark.parametrize("made", [True, False])
def test_taking_back_leaves_everything_as_it_was(made, texts, source, editor):
    if not made:
        source.habits.create(kind="furniture", text=OPENING, in_use=False)
    before = [whole(one) for one in texts]
    lesson = teach("furniture", source, OPENING, by=editor)
    assert [whole(one) for one in texts[:2]] != before[:2]
    assert take_back(lesson, by=editor) == []
    assert [whole(one) for one in texts] == before
    assert [*SourceHabit.objects.values_list("in_use", flat=True)] == ([] if made else [False])
    assert Lesson.objects.get().taken_back_at
    assert HistoryEntry.objects.filter(deed="taken-back", by=editor).count() == 3


def test_what_somebody_changed_since_stays_and_is_told(texts, source, editor):
    lesson = teach("furniture", source, OPENING, by=editor)
    first, second = (Article.objects.get(pk=one.pk) for one in texts[:2])
    mine = [{"kind": "paragraph", "text": "Selbst geschrieben."}]
    correct(first, {"body": mine}, by=editor, version=first.version)
    stayed = take_back(lesson, by=editor)
    assert [(one.what, str(one.why)) for one in stayed] == [(str(first), "changed since: body")]
    assert body_of(first) == ["Selbst geschrieben."]
    assert OPENING in " ".join(body_of(second))


@pytest.mark.parametrize("first_back", [0, 1])
def test_lessons_are_taken_back_in_any_order(first_back, source, editor):
    texts = stored(
        editor, text("Aktau", OPENING, SECOND), text("Atyrau", OPENING), text("Semei", SECOND)
    )
    before = [whole(one) for one in texts]
    lessons = [teach("furniture", source, one, by=editor) for one in (OPENING, SECOND)]
    left = (OPENING, SECOND)[first_back]
    kept = (OPENING, SECOND)[1 - first_back]
    take_back(lessons[first_back], by=editor)
    assert [left in " ".join(body_of(one)) for one in texts] == [
        left in one for one in (OPENING + SECOND, OPENING, SECOND)
    ]
    assert [kept in " ".join(body_of(one)) for one in texts] == [False] * 3
    other = Lesson.objects.get(pk=lessons[1 - first_back].pk)
    assert take_back(other, by=editor) == []
    assert [whole(one) for one in texts] == before


def test_the_middle_one_of_three_is_taken_back(source, editor):
    third = "Notizen vom Rande"
    (article,) = stored(editor, text("Aktau", OPENING, SECOND, third))
    before = whole(article)
    one, two, three = (
        teach("furniture", source, words, by=editor) for words in (OPENING, SECOND, third)
    )
    take_back(two, by=editor)
    body = " ".join(body_of(article))
    assert [words in body for words in (OPENING, SECOND, third)] == [False, True, False]
    for lesson in (three, one):
        assert take_back(Lesson.objects.get(pk=lesson.pk), by=editor) == []
    assert whole(article) == before


def test_a_lesson_is_taken_back_once(texts, source, editor):
    lesson = teach("furniture", source, OPENING, by=editor)
    take_back(lesson, by=editor)
    with pytest.raises(CannotTeach, match="already"):
        take_back(lesson, by=editor)


def test_a_habit_that_somebody_changed_stays(texts, source, editor):
    lesson = teach("furniture", source, OPENING, by=editor)
    SourceHabit.objects.update(text="Etwas anderes")
    assert [one.what for one in take_back(lesson, by=editor)] == ["Etwas anderes"]
    assert SourceHabit.objects.get().in_use


def test_a_sign_off_proposes_its_source(source, editor):
    texts = stored(editor, text("Aktau") + "\nzqr.\n", text("Semei"))
    assert texts[0].source is None
    shown = preview("sign_off", source, "zqr.")
    assert [effect.article for effect in shown.effects] == texts[:1]
    lesson = teach("sign_off", source, "zqr.", by=editor)
    assert Article.objects.get(pk=texts[0].pk).source == source
    take_back(lesson, by=editor)
    assert Article.objects.get(pk=texts[0].pk).source is None


@pytest.mark.parametrize(
    ("kind", "words", "reason"),
    [
        ("furniture", "Der", "a few words more"),
        ("furniture", "… 12", "a few words more"),
        ("furniture", "x" * 181, "180"),
        ("sign_off", "Das ist ein ganzer Satz, der niemals unter einem Text steht.", "short"),
        ("sign_off", "///", "short"),
    ],
)
def test_words_that_say_too_little_or_too_much_are_refused(kind, words, reason, source, editor):
    for deed in (
        lambda: preview(kind, source, words),
        lambda: teach(kind, source, words, by=editor),
    ):
        with pytest.raises(CannotTeach, match=reason):
            deed()
    assert not Lesson.objects.exists()


def test_what_the_reader_knows_already_is_not_taught_twice(texts, source, editor):
    teach("furniture", source, OPENING, by=editor)
    with pytest.raises(CannotTeach, match="already"):
        teach("furniture", source, OPENING, by=editor)


def test_a_lesson_that_was_interrupted_goes_on_where_it_stopped(texts, source, editor, monkeypatch):
    monkeypatch.setattr("articles.actions.teaching.BATCH", 1)
    lesson = begin("furniture", source, OPENING, by=editor)
    stops = iter([False, True])
    go_on(lesson, stop=lambda: next(stops))
    assert [*Lesson.objects.get().outcome["articles"]] == [str(texts[0].pk)]
    assert not Lesson.objects.get().outcome["done"]
    go_on(Lesson.objects.get())
    done = Lesson.objects.get()
    assert [*done.outcome["articles"]] == [str(one.pk) for one in texts[:2]]
    assert done.outcome["done"]
    deeds = HistoryEntry.objects.count()
    go_on(done)
    assert HistoryEntry.objects.count() == deeds


def test_a_lesson_taken_back_meanwhile_goes_on_no_more(texts, source, editor):
    lesson = begin("furniture", source, OPENING, by=editor)
    take_back(Lesson.objects.get(), by=editor)
    go_on(lesson)
    assert [OPENING in " ".join(body_of(one)) for one in texts] == [True, True, False]


def test_reading_again_after_a_lesson_changes_nothing_more(texts, source, editor):
    teach("furniture", source, OPENING, by=editor)
    article = Article.objects.get(pk=texts[0].pk)
    reading = Rereader(desk_knowledge()).read(article.item)
    assert (
        apply_reading(article, reading, by=editor, catalogue=Catalogue()).version == article.version
    )
