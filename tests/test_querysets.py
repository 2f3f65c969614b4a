"""The gate: what the public may see is decided in `published()` and nowhere else."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from articles.models import Article, Status
from tests.factories import add_policy, make_article, make_country, make_published, make_source

pytestmark = pytest.mark.django_db


def public() -> set[str]:
    return set(Article.objects.published().values_list("headline", flat=True))


@pytest.mark.parametrize("status", [status for status in Status if status != Status.PUBLISHED])
def test_only_published_texts_are_public(status):
    make_published("Raus")
    make_published("Noch nicht", status=status)
    assert public() == {"Raus"}


def test_a_text_is_public_from_its_time_of_publication_on():
    soon, just_now = timezone.now() + timedelta(minutes=1), timezone.now()
    make_published("In einer Minute", published_at=soon)
    make_published("Gerade eben", published_at=just_now)
    make_published("Ohne Zeit", published_at=None)
    assert public() == {"Gerade eben"}


def test_an_embargo_hides_a_published_text_until_it_ends():
    now = timezone.now()
    make_published("Gesperrt", embargo_until=now + timedelta(minutes=1))
    make_published("Sperrfrist vorbei", embargo_until=now - timedelta(minutes=1))
    assert public() == {"Sperrfrist vorbei"}


@pytest.mark.parametrize(
    ("policy", "is_public"),
    [("full", True), ("excerpt", True), ("internal", False), ("blocked", False), ("", False)],
)
def test_the_policy_of_the_source_decides(policy, is_public):
    make_published("Text", source=make_source("Karawan", policy=policy))
    assert bool(public()) is is_public


@pytest.mark.parametrize(
    ("case", "policies", "is_public"),
    [
        ("ended yesterday", [("full", -9, -1)], False),
        ("ends today", [("full", -9, 0)], True),
        ("begins tomorrow", [("full", 1, None)], False),
        ("begins today", [("full", 0, None)], True),
        ("blocked from today on", [("full", -9, None), ("blocked", 0, None)], False),
        ("blocked from tomorrow on", [("full", -9, None), ("blocked", 1, None)], True),
        ("blocked for a while, which is over", [("full", -9, None), ("blocked", -5, -2)], True),
        ("licence ended, internal before", [("internal", -9, None), ("full", -5, -2)], False),
    ],
)
def test_the_newest_policy_in_force_today_counts(case, policies, is_public):
    source = make_source(policy="")
    for policy, start, end in policies:
        add_policy(source, policy, start=start, end=end)
    make_published("Text", source=source)
    assert bool(public()) is is_public, case


def test_a_text_without_a_source_is_not_public():
    make_published("Wer weiß woher")
    Article.objects.update(source=None)
    assert public() == set()


def test_another_sources_policy_opens_nothing():
    make_source("Offen", policy="full")
    make_published("Zu", source=make_source("Verschlossen", policy="internal"))
    assert public() == set()


def test_lists_by_country_hold_what_a_text_is_about_not_what_it_mentions():
    kazakhstan, china = make_country(), make_country("CN", "China")
    article = make_article(about=[kazakhstan])
    article.country_links.create(country=china, role="mentioned")
    assert Article.objects.about(kazakhstan).get() == article
    assert not Article.objects.about("CN").exists()


def test_newest_first_puts_undated_texts_last():
    for headline, date_from in (("Mai", "2022-05-01"), ("ohne", None), ("März", "2023-03-09")):
        make_article(headline, date_from=date_from)
    order = Article.objects.newest_first().values_list("headline", flat=True)
    assert list(order) == ["März", "Mai", "ohne"]


def test_the_gate_costs_one_query(django_assert_num_queries):
    for number in range(3):
        make_published(f"Text {number}")
    with django_assert_num_queries(1):
        assert len(Article.objects.published()) == 3


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL plans by how much there is")
@pytest.mark.parametrize(
    ("ordered", "index"),
    [
        (lambda texts: texts.latest_here()[:21], "INDEX article_by_publication"),
        (lambda texts: texts.first_keys(["all"], 21), "COVERING INDEX listings_in_order"),
        (
            lambda texts: texts.first_keys(["topic:x"], 21, descending=False, beyond=(7, 1)),
            "COVERING INDEX listings_in_order (key=? AND place>?)",
        ),
        (
            lambda texts: texts.listed_by("topic:x").first_keys(["country:KZ"], 21),
            "COVERING INDEX sqlite_autoindex_articles_listing_1 (article_id=? AND key=?)",
        ),
    ],
)
def test_what_is_read_in_an_order_is_found_by_its_index(ordered, index):
    plan = ordered(Article.objects.published()).explain()
    assert f"USING {index}" in plan
    assert "TEMP B-TREE" not in plan


def test_counting_asks_for_the_same_texts_as_reading():
    open_source = make_published("Offen").source
    for policy in ("internal", "blocked", ""):
        make_published(policy or "ohne", source=make_source(f"Quelle {policy}", policy))
    make_published("Auszug", source=make_source("Auszüge", "excerpt"))
    make_published("Später", published_at=timezone.now() + timedelta(hours=1))
    make_published("Gesperrt", embargo_until=timezone.now() + timedelta(hours=1))
    make_published("Ohne Quelle", source=open_source)
    Article.objects.filter(headline="Ohne Quelle").update(source=None)
    make_article("Entwurf")
    counted = Article.objects.published_to_count().values_list("headline", flat=True)
    assert set(counted) == public() == {"Offen", "Auszug"}
