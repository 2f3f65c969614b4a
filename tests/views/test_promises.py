"""What the site promises its readers: no cookies, nothing from elsewhere, pages that fit and are sound."""

import re
from html.parser import HTMLParser
from pathlib import Path

from django.contrib.staticfiles import finders

from .page_types import PagesTest

STYLE_SHEET_AT_MOST = 15_000
VOID = {"meta", "link", "img", "input", "br"}


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


class PromisesTest(PagesTest):
    def test_no_page_sets_or_varies_on_a_cookie(self):
        for page_type in self.site.page_types:
            answer = self.site.ask(page_type.address)
            assert not answer.cookies
            assert "Cookie" not in answer.get("Vary", "")

    def test_every_page_forbids_what_is_not_ours(self):
        for page_type in self.site.page_types:
            policy = self.site.ask(page_type.address)["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "style-src 'self'" in policy
            assert "unsafe-inline" not in policy

    def test_no_page_loads_anything_from_elsewhere_or_carries_script_or_inline_style(self):
        for page_type in self.site.page_types:
            page = self.site.read(page_type.address)
            outline = Outline(page)
            assert outline.outside == []
            assert outline.styles == []
            assert set(re.findall("<script[^>]*>", page)) <= {'<script type="application/ld+json">'}
            assert "<style" not in page

    def test_every_page_has_one_h1_and_headings_without_gaps(self):
        for page_type in self.site.page_types:
            headings = Outline(self.site.read(page_type.address)).headings
            assert headings.count(1) == 1
            assert headings[0] == 1
            assert all(
                after <= before + 1 for before, after in zip(headings, headings[1:], strict=False)
            )

    def test_every_page_has_its_landmarks_and_unique_ids(self):
        for page_type in self.site.page_types:
            page = self.site.read(page_type.address)
            ids = Outline(page).ids
            assert len(ids) == len(set(ids))
            assert page.count("<main ") == 1
            assert '<a class="skip" href="#text">' in page
            assert "text" in ids
            assert '<html lang="de">' in page


def test_the_style_sheet_stays_small():
    assert Path(finders.find("articles/site.css")).stat().st_size <= STYLE_SHEET_AT_MOST
