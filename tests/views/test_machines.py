"""Every kind of page before the validators: HTML, headings, links, structured data, versions, feeds, sitemaps."""

import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from tests.html_checker import problems

from .page_types import LANGUAGES, SITE, PagesTest
from .validators import FEEDS, LANGUAGE, Head, checked_sitemap, is_full_address

FEED_TYPES = {
    "application/rss+xml": "rss",
    "application/atom+xml": "atom",
    "application/feed+json": "json",
}
FOLLOWED = ("all texts", "country and topic")
KEY_OF_A_TEXT = re.compile(r"/articles/[a-z0-9-]*-(\d+)/$")


class Links(HTMLParser):
    """Where a page leads to, the ids it has, and the languages it names."""

    def __init__(self, page):
        super().__init__()
        self.addresses, self.ids, self.languages, self.cards, self.onward = [], set(), set(), [], ""
        self._in_card = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "a":
            self.addresses.append(given["href"])
            if self._in_card and KEY_OF_A_TEXT.search(given["href"]):
                self.cards.append(KEY_OF_A_TEXT.search(given["href"])[1])
            if given.get("rel") == "next":
                self.onward = given["href"]
        elif tag == "article":
            self._in_card = given.get("class") == "card"
        if "id" in given:
            self.ids.add(given["id"])
        self.languages |= {given[name] for name in ("lang", "hreflang") if name in given}


def _is_page(answer):
    return answer.status_code == 200 and answer["Content-Type"].startswith("text/html")


def texts_of(site, address):
    """Return the keys of all texts of a list, from its first page to its last."""
    found = set()
    while address:
        links = Links(site.read(address))
        found |= {*links.cards}
        address = links.onward
    return found


class MachinesTest(PagesTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        found = [one for one in cls.site.page_types if one.status == 200 and one.framed]
        cls.heads = [(one, Head(cls.site.read(one.address))) for one in found]

    def links(self):
        """Return what the pages lead to on this site: by address the fragments, each with the page that names it."""
        found = {}
        for page in self.site.page_types:
            for address in Links(self.site.read(page.address)).addresses:
                target = urlsplit(urljoin(SITE + page.address, address))
                # Each list leads to dozens of narrower ones: those of two lists stand for all.
                narrower = page.feeds and target.query and page.name not in FOLLOWED
                if target.netloc == "testserver" and not narrower:
                    path = target._replace(fragment="").geturl()
                    found.setdefault(path, {})[target.fragment] = page
        return found

    def test_every_page_is_answered_as_it_should_be_in_every_language(self):
        for page in self.site.page_types:
            for language in LANGUAGES:
                answer = self.site.ask(page.in_language(language))
                assert answer.status_code == page.status, page.name
                assert f'<html lang="{language}">' in answer.content.decode(), page.name

    def test_the_html_of_every_page_is_valid_in_every_language(self):
        pages = {
            f"{page.name} ({language})": self.site.read(page.in_language(language))
            for page in self.site.page_types
            for language in LANGUAGES
        }
        assert problems(pages) == []

    def test_every_link_leads_to_a_page_and_to_a_place_that_is_there(self):
        own = {
            SITE + page.in_language(language): page.status
            for page in self.site.page_types
            for language in LANGUAGES
        }
        for path, fragments in self.links().items():
            answer = self.site.ask(path)
            assert answer.status_code == own.get(path, 200), f"{path} on {fragments}"
            ids = Links(answer.content.decode()).ids if any(fragments) else set()
            assert {fragment for fragment in fragments if fragment} <= ids, f"{path}: {fragments}"

    def test_every_language_that_a_page_names_is_a_language(self):
        for page in self.site.page_types:
            named = Links(self.site.read(page.address)).languages - {"x-default"}
            assert all(map(LANGUAGE.fullmatch, named)), f"{page.name}: {named}"

    def test_every_page_tells_where_it_is_and_whether_it_is_to_be_found(self):
        for page, head in self.heads:
            assert head.meta("robots") == ["noindex"] * (not page.indexed), page.name
            if page.indexed:
                assert (head.canonical == SITE + page.address) == page.at_home, page.name

    def test_versions_name_each_other_in_every_language(self):
        for page, head in self.heads:
            if not page.versions:
                continue
            versions = head.versions
            assert set(versions) == {*LANGUAGES, "x-default"}, page.name
            for language in LANGUAGES:
                there = Head(self.site.read(versions[language]))
                assert there.canonical == versions[language], page.name
                assert there.versions == versions, page.name
            led = self.site.ask(versions["x-default"])
            assert SITE + led.request["PATH_INFO"] in {
                one.partition("?")[0] for one in versions.values()
            }

    def test_versions_of_texts_name_each_other(self):
        for page, head in self.heads:
            if page.versions or not (page.indexed and page.at_home):
                continue
            assert SITE + page.address in head.versions.values(), page.name
            for address in set(head.versions.values()):
                assert Head(self.site.read(address)).versions == head.versions, page.name

    def test_every_page_has_what_cards_show(self):
        for page, head in self.heads:
            (title,) = head.meta("og:title")
            assert title, page.name
            assert head.meta("twitter:title") == [title]
            assert head.meta("og:site_name") == ["Zentralasien-Redaktion"]
            assert head.meta("og:url") == [head.canonical]
            assert head.meta("og:type") == ["article" if "article" in page.name else "website"]
            assert all(map(is_full_address, head.meta("og:image")))
            assert head.meta("description") == head.meta("og:description")

    def test_every_page_below_the_front_page_tells_the_way_to_it(self):
        for page, head in self.heads:
            trail = head.structured("BreadcrumbList") if head.data else None
            assert (trail is None) == (page.name == "front page"), page.name
            for step in trail["itemListElement"] if trail else ():
                assert self.site.ask(step["item"]).status_code == 200, page.name

    def test_every_text_and_no_other_page_is_an_article_of_schema_org(self):
        for page, head in self.heads:
            kinds = [data["@type"] for data in head.data]
            assert kinds.count("NewsArticle") == page.name.startswith("article"), page.name
            if data := "NewsArticle" in kinds and head.structured("NewsArticle"):
                assert data["url"] == head.canonical
                assert [data["headline"]] == head.meta("og:title")
                assert all(map(is_full_address, data.get("image", []))), page.name

    def test_a_page_names_the_feeds_of_its_list_and_they_hold_what_it_lists(self):
        listed = {one.address for one in self.site.page_types if one.feeds}
        for page, head in self.heads:
            if page.name == "about":  # names those of everything, and lists nothing
                continue
            assert bool(head.feeds) == (page.address in listed), page.name
            for media_type, address in head.feeds.items():
                answer = self.site.ask(address)
                assert answer["Content-Type"].partition(";")[0] == media_type
                assert FEEDS[FEED_TYPES[media_type]](answer.content.decode()) is not None
            if head.feeds and page.name != "front page":
                feed = self.site.ask(head.feeds["application/feed+json"]).json()
                found = {KEY_OF_A_TEXT.search(item["url"])[1] for item in feed["items"]}
                assert found == texts_of(self.site, feed["home_page_url"]), page.name

    def test_the_sitemaps_hold_the_pages_to_be_found_and_no_others(self):
        """What is linked on any page of the table is looked at, and what a sitemap names."""
        parts = checked_sitemap(self.site.read("/sitemap.xml"))
        in_sitemaps = {
            address for part in parts for address in checked_sitemap(self.site.read(part))
        }
        in_table = {SITE + page.address for page in self.site.page_types}
        for address in {*self.links(), *in_table, *in_sitemaps}:
            answer = self.site.ask(address)
            head = Head(answer.content.decode()) if _is_page(answer) else None
            found = head and head.canonical == address and head.meta("robots") == []
            assert bool(found) == (address in in_sitemaps), address
