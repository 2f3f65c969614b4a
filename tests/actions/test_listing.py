"""The narrow rows of lists: whatever an editor does, they say what a fresh computation says."""

import contextlib
from datetime import date, time, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import transaction
from django.utils import timezone
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from articles.actions.correcting import NotReady, confirm, correct
from articles.actions.judging import accept, accept_here, never
from articles.actions.listing import list_anew
from articles.actions.merging import merge, undo_merge
from articles.actions.publishing import publish, withdraw
from articles.actions.taking_back import take_back
from articles.models import Article, Entity, Judgement, Listing, ListingBlock, Mention
from tests.factories import (
    ask_name,
    make_article,
    make_country,
    make_editor,
    make_entity,
    make_published,
    make_source,
    make_topic,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_editor()


def keys_of(article: Article) -> set[str]:
    return set(article.listings.values_list("key", flat=True))


def rows() -> set[tuple[int, str, int]]:
    return set(Listing.objects.values_list("article", "key", "place"))


def fresh_rows() -> set[tuple[int, str, int]]:
    """The rows as they should be, told anew from each article by other means than those of the action."""
    told = set()
    for article in Article.objects.filter(status__in=["published", "withdrawn"]):
        day, hour = article.date_from, article.time
        place = day.toordinal() * 100_000 if day else 0
        if hour:
            midnight = timedelta(hours=hour.hour, minutes=hour.minute, seconds=hour.second)
            place += int(midnight.total_seconds()) + 1
        keys = {"all" if article.status == "published" else "withdrawn"}
        if article.date:
            keys |= {f"year:{article.date[:4]}", f"month:{article.date[:7]}"}
        if article.date_precision == "day":
            keys.add(f"day:{article.date[5:]}")
        if article.language:
            keys.add(f"language:{article.language[:2]}")
        if article.source_id:
            keys.add(f"source:{article.source_id}")
        keys |= {
            f"country:{one.country_id}"
            for one in article.country_links.all()
            if one.role == "about"
        }
        keys |= {f"topic:{one.topic_id}" for one in article.topic_links.all()}
        for one in article.mentions.select_related("tag"):
            sure = one.confirmed_at is not None or one.confidence >= 0.8
            if sure and not one.rejected and one.tag.merged_into_id is None:
                keys.add(f"entity:{one.tag_id}")
                if one.tag.kind != "country":
                    keys.add(f"kind:{one.tag.kind}")
        told |= {(article.pk, key, place) for key in keys}
    return told


# --- what is listed -----------------------------------------------------------------------------


def test_a_published_text_is_listed_by_all_that_it_is_filed_under():
    aktau = make_entity("Aktau", "place")
    source = make_source("Steppenpost")
    article = make_published(
        source=source,
        about=[make_country("KZ"), make_country("UZ", "Uzbekistan")],
        topics=[make_topic("energy")],
        entities=[aktau],
        language="kk-Latn",
        time=time(0, 0, 5),
    )
    assert keys_of(article) == {
        "all",
        "country:KZ",
        "country:UZ",
        "topic:energy",
        f"source:{source.pk}",
        "language:kk",
        "year:2026",
        "month:2026-11",
        "day:11-20",
        f"entity:{aktau.pk}",
        "kind:place",
    }
    assert {row[2] for row in rows()} == {date(2026, 11, 20).toordinal() * 100_000 + 6}


@pytest.mark.parametrize(
    ("printed", "keys"),
    [
        ("", set()),
        ("2022", {"year:2022", "month:2022"}),
        ("2022-05", {"year:2022", "month:2022-05"}),
        ("2022-05-03", {"year:2022", "month:2022-05", "day:05-03"}),
    ],
)
def test_a_date_lists_as_exactly_as_it_is_known(printed, keys):
    article = make_published(date=printed, language="")
    assert keys_of(article) - {"all", "country:KZ", f"source:{article.source_id}"} == keys


def test_countries_that_are_merely_mentioned_and_names_that_are_unsure_list_nothing():
    article = make_published(about=[])
    article.country_links.create(country=make_country("CN", "China"), role="mentioned")
    Mention.objects.create(content_object=article, tag=make_entity("Aktau"), confidence=0.5)
    Mention.objects.create(content_object=article, tag=make_entity("Baku"), rejected=True)
    list_anew([article.pk])
    assert not {key for key in keys_of(article) if key.startswith(("country", "entity", "kind"))}


@pytest.mark.parametrize("status", ["draft", "review", "scheduled", "spiked"])
def test_what_readers_never_saw_is_not_listed(status):
    make_article(status=status)
    assert not Listing.objects.exists()


def test_what_is_published_before_the_rows_were_there_is_filled_in(editor):
    make_published(entities=[make_entity()], topics=[make_topic()], time=time(12, 30))
    make_published("Nur ein Jahr", date="2021", date_precision="year", date_from=date(2021, 1, 1))
    withdraw(make_published("Zurückgezogen"), by=editor, reason="Irrtum")
    make_article("Entwurf")
    Listing.objects.all().delete()
    ListingBlock.objects.all().delete()
    import_module("articles.migrations.0010_listings").fill(apps, None)
    assert rows() == fresh_rows()
    assert ListingBlock.objects.exists()


# --- every deed ---------------------------------------------------------------------------------


def test_marks_change_with_each_deed_on_what_is_listed_and_with_no_other(editor):
    def marks():
        return dict(ListingBlock.objects.values_list("number", "mark"))

    draft = correct(make_article(), {"headline": "Neu"}, by=editor, version=1)
    assert marks() == {}
    published = publish(draft, by=editor)
    first = marks()
    assert first.keys() == {published.pk // ListingBlock.SIZE}
    embargo = timezone.now() + timedelta(days=1)
    correct(published, {"embargo_until": embargo}, by=editor, version=published.version)
    assert marks().keys() == first.keys()
    assert marks() != first


class Desk(RuleBasedStateMachine):
    """A desk with a few texts, on which everything happens that can change what a text is listed by."""

    @initialize()
    def open(self):
        self.story = transaction.atomic()
        self.story.__enter__()
        self.editor = make_editor()
        self.countries = [make_country("KZ"), make_country("UZ", "Uzbekistan")]
        self.topics = [make_topic("energy"), make_topic("health")]
        self.sources = [make_source("Eins"), make_source("Zwei")]
        kinds = ["person", "person", "person", "place"]
        self.names = [make_entity(f"Name {n}", kind) for n, kind in enumerate(kinds)]
        self.keys = [make_article(f"Text {n}", source=self.sources[0]).pk for n in range(2)]
        self.keys.append(make_published("Text 2", entities=self.names[:2]).pk)
        unsure = {"confidence": 0.5, "surfaces": ["Nam"], "spans": [[0, 3]]}
        Mention.objects.create(content_object_id=self.keys[2], tag=self.names[2], **unsure)

    def teardown(self):
        transaction.set_rollback(True)
        self.story.__exit__(None, None, None)

    def article(self, number: int) -> Article:
        return Article.objects.get(pk=self.keys[number])

    text = st.integers(0, 2)

    @rule(text=text)
    def publish(self, text):
        with contextlib.suppress(NotReady):
            publish(self.article(text), by=self.editor)

    @rule(text=text)
    def withdraw(self, text):
        with contextlib.suppress(NotReady):
            withdraw(self.article(text), by=self.editor, reason="Irrtum")

    @rule(
        text=text,
        changes=st.fixed_dictionaries(
            {},
            optional={
                "date": st.sampled_from(["2021", "2022-05", "2022-05-03"]),
                "time": st.sampled_from([None, time(0), time(9, 30)]),
                "language": st.sampled_from(["de", "ru", "kk-Cyrl"]),
                "source": st.integers(0, 1),
                "countries": st.sets(st.integers(0, 1), min_size=1),
                "countries_mentioned": st.sets(st.integers(0, 1)),
                "topics": st.sets(st.integers(0, 1)),
                "entities": st.sets(st.integers(0, 3)),
            },
        ),
    )
    def correct(self, text, changes):
        lists = {
            "countries": self.countries,
            "countries_mentioned": self.countries,
            "topics": self.topics,
            "entities": self.names,
        }
        for name, of in lists.items():
            if name in changes:
                changes[name] = [of[n].pk for n in sorted(changes[name])]
        if "source" in changes:
            changes["source"] = self.sources[changes["source"]]
        article = self.article(text)
        with contextlib.suppress(NotReady):
            correct(article, changes, by=self.editor, version=article.version)

    @rule(text=text)
    def confirm(self, text):
        confirm(self.article(text), ["countries"], by=self.editor, names=[self.names[2].pk])

    @rule(name=st.integers(0, 2), text=text)
    def ask_and_accept(self, name, text):
        asked = ask_name(self.article(text), f"Frage {Judgement.objects.count()}{text}{name}")
        accept(asked.key, self.names[name], by=self.editor)

    @rule(name=st.integers(0, 2), text=text)
    def ask_and_accept_here(self, name, text):
        asked = ask_name(self.article(text), f"Hier {Judgement.objects.count()}{text}{name}")
        accept_here(asked.pk, self.names[name], by=self.editor)

    @rule(name=st.integers(0, 2))
    def never(self, name):
        never(["Nam"], self.names[name], by=self.editor)

    @rule()
    def take_back(self):
        if last := Judgement.objects.order_by("-pk").first():
            take_back([last.pk], by=self.editor)

    @rule(pair=st.permutations([0, 1, 2]))
    def merge_and_perhaps_part(self, pair):
        one, other = (Entity.objects.get(pk=self.names[n].pk) for n in pair[:2])
        if one.merged_into_id is None and other.merged_into_id is None:
            note = merge(one, other, by=self.editor)
            if pair[2] == 0:
                undo_merge(note, by=self.editor)

    @invariant()
    def the_rows_say_what_a_fresh_computation_says(self):
        assert rows() == fresh_rows()


def test_whatever_an_editor_does_the_rows_follow(db):
    run_state_machine_as_test(
        Desk, settings=hypothesis_settings(max_examples=25, stateful_step_count=12)
    )
