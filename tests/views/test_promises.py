"""What the site promises its readers: no cookies, nothing from elsewhere, pages that fit and are sound."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

STYLE_SHEET_AT_MOST = 15_000
VOID = {"meta", "link", "img", "input"}


class Outline(HTMLParser):
    """The headings of a page, its ids, and whether every element is closed where it should be."""

    def __init__(self, page: str):
        super().__init__()
        self.open, self.headings, self.ids, self.outside, self.styles = [], [], [], [], []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "id" in given:
            self.ids.append(given["id"])
        fetched = tag == "link" and given["rel"] in ("icon", "stylesheet")
        loaded = given.get("src") or (given["href"] if fetched else None)
        if loaded and not loaded.startswith("/static/"):
            self.outside.append(loaded)
        self.styles += [name for name in given if name == "style" or name.startswith("on")]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_no_page_sets_or_varies_on_a_cookie(client, addresses):
    for address in addresses:
        answer = client.get(address)
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")


def test_every_page_forbids_what_is_not_ours(client, addresses):
    for address in addresses:
        policy = client.get(address)["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "style-src 'self'" in policy
        assert "unsafe-inline" not in policy


def test_no_page_loads_anything_from_elsewhere_or_carries_script_or_inline_style(client, addresses):
    for address in addresses:
        page = client.get(address).content.decode()
        outline = Outline(page)
        assert outline.outside == []
        assert outline.styles == []
        assert set(re.findall("<script[^>]*>", page)) <= {'<script type="application/ld+json">'}
        assert "<style" not in page


def test_every_page_has_one_h1_and_headings_without_gaps(client, addresses):
    for address in addresses:
        headings = Outline(client.get(address).content.decode()).headings
        assert headings.count(1) == 1
        assert headings[0] == 1
        assert all(
            after <= before + 1 for before, after in zip(headings, headings[1:], strict=False)
        )


def test_every_page_has_its_landmarks_and_unique_ids(client, addresses):
    for address in addresses:
        page = client.get(address).content.decode()
        ids = Outline(page).ids
        assert len(ids) == len(set(ids))
        assert page.count("<main ") == 1
        assert '<a class="skip" href="#text">' in page
        assert "text" in ids
        assert re.search(r'<html lang="(de|en)">', page)


def test_the_style_sheet_stays_small():
    assert Path(finders.find("articles/site.css")).stat().st_size <= STYLE_SHEET_AT_MOST


@pytest.mark.parametrize("width", [320, 390, 1280, 2560])
def test_no_page_scrolls_sideways_however_long_its_words(page, addresses, browser_errors, width):
    page.set_viewport_size({"width": width, "height": 800})
    for address in addresses:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    # The browser reports the two addresses that are errors on purpose, and nothing else.
    wrong = [error for error in browser_errors if "status of 40" not in error]
    browser_errors[:] = wrong
