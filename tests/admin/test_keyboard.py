"""The desk by keyboard alone, in a real browser: ten texts corrected and filed, and how many keys that took."""

import json
import statistics
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from playwright.sync_api import Page

from articles.actions.importing import start_run
from articles.actions.reference import load_reference
from articles.actions.storing import store_run
from articles.models import Article, ImportRun

#: The most keys that a text may take, in the median: what docs/editing.md promises.
MOST = 12
NUMBER = 10


@pytest.fixture
def run(transactional_db) -> ImportRun:
    """The first ten of our seeds, read with all that a fresh newsroom knows, and stored as drafts."""
    load_reference()
    seeds = sorted(Path(settings.SEEDS_DIR).glob("*.txt"))[:NUMBER]
    run = start_run([(path.name, path) for path in seeds], by=None)
    store_run(run, by=None)
    return run


class Keyboard:
    """An editor's hands: every key is counted for the text that is open."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.counts: Counter[str] = Counter()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.counts[self.page.url.split("#")[0]] += 1
            self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        self.counts[self.page.url.split("#")[0]] += len(words)
        self.page.keyboard.type(words)


def at_stop(page: Page) -> str:
    """Return the field or the name at whose doubtful value the focus is; empty elsewhere."""
    return page.evaluate(
        "() => { const at = document.activeElement;"
        " return at.matches('[data-stop]') ? (at.name === 'meant' ? 'name' : at.value) : '' }"
    )


def expected(article: Article) -> dict:
    """Return what an editor who reads the text finds in it: the reading beside the seed."""
    seed = Path(settings.SEEDS_DIR) / article.item.name
    return json.loads(seed.with_suffix(".json").read_text(encoding="utf-8"))


def sign_in(page: Page) -> None:
    User.objects.create_superuser("aigul", password="kumys-2026")
    page.goto("/admin/login/")
    page.get_by_label("Benutzername").fill("aigul")
    page.get_by_label("Passwort").fill("kumys-2026")
    page.get_by_label("Passwort").press("Enter")


def correct(page: Page, hands: Keyboard, article: Article) -> None:
    """Go through the doubtful values: what is right is confirmed, a headline that breaks off is written anew."""
    page.wait_for_selector("[data-stop]:focus, [name=_file]:focus")
    while stop := at_stop(page):
        if stop == "headline" and not expected(article).get("headline"):
            hands.press("e", "Control+a")
            hands.type("Lage")
            hands.press("Tab", "Enter")
        else:
            hands.press("Enter")
    hands.press("Enter")  # the focus has reached "File and next"


def test_ten_texts_are_corrected_by_keyboard_alone(page: Page, run, record_property):
    sign_in(page)
    page.goto(f"/admin/articles/article/run/{run.pk}/next/")
    hands = Keyboard(page)
    for article in Article.objects.order_by("item__position"):
        page.wait_for_url(f"**/article/{article.pk}/change/")
        correct(page, hands, article)
    page.wait_for_url(f"**{run.get_absolute_url()}")

    articles = list(Article.objects.order_by("pk"))
    assert {article.status for article in articles} == {"review"}
    for article in articles:
        gold = expected(article)
        assert article.headline == (gold["headline"] or "Lage")
        assert article.date == (gold["date"] or "")
        assert set(
            article.country_links.filter(role="about").values_list("country", flat=True)
        ) == set(gold["countries"])
        doubtful = [row.field for row in article.evidence.all() if row.is_doubtful]
        assert not doubtful, f"{article}: {doubtful} stayed doubtful"
    assert len(hands.counts) == NUMBER
    record_property("keys", sorted(hands.counts.values()))
    assert statistics.median(hands.counts.values()) <= MOST
