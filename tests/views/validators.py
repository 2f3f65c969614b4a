"""What the standards ask of a feed, a sitemap, a page's head and its structured data; each check raises AssertionError.

RSS 2.0 (rssboard.org), RFC 4287, RFC 3339, JSON Feed 1.1, sitemaps.org, Google's news sitemap and NewsArticle.
"""

import json
import re
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from urllib.parse import urlsplit
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
HONEST = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
RFC_822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d "
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d [+-]\d{4}"
)


def texts(element, name):
    return [child.text or "" for child in element.findall(name)]


def only(element, name):
    found = texts(element, name)
    assert len(found) == 1, f"{name}: {found}"
    return found[0]


def is_full_address(address):
    parts = urlsplit(address)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and " " not in address


def checked_rss(text):
    """Return the items of an RSS 2.0 feed."""
    root = ElementTree.fromstring(text)
    assert root.tag == "rss"
    assert root.get("version") == "2.0"
    (channel,) = root
    assert channel.tag == "channel"
    assert only(channel, "title")
    assert only(channel, "description")
    assert is_full_address(only(channel, "link"))
    assert LANGUAGE.fullmatch(only(channel, "language"))
    (own,) = channel.findall(f"{ATOM}link")
    assert own.get("rel") == "self"
    assert is_full_address(own.get("href"))
    items = channel.findall("item")
    guids = [only(item, "guid") for item in items]
    assert len(set(guids)) == len(guids)
    for item in items:
        assert only(item, "title") or only(item, "description")
        assert is_full_address(only(item, "link"))
        assert RFC_822.fullmatch(only(item, "pubDate"))
        assert parsedate_to_datetime(only(item, "pubDate"))
        assert item.find("guid").get("isPermaLink") == "false"
        assert all(HONEST.fullmatch(date) for date in texts(item, f"{DC}date"))
        assert item.find("author") is None  # an e-mail address, which we have of nobody
    return items


def checked_atom(text):
    """Return the entries of an Atom feed."""
    feed = ElementTree.fromstring(text)
    assert feed.tag == f"{ATOM}feed"
    assert LANGUAGE.fullmatch(feed.get(XML_LANG))
    assert only(feed, f"{ATOM}title")
    assert is_full_address(only(feed, f"{ATOM}id"))
    assert MOMENT.fullmatch(only(feed, f"{ATOM}updated"))
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert set(links) == {"self", "alternate"}
    assert all(map(is_full_address, links.values()))
    entries = feed.findall(f"{ATOM}entry")
    keys = [only(entry, f"{ATOM}id") for entry in entries]
    assert len(set(keys)) == len(keys)
    for entry in entries:
        assert only(entry, f"{ATOM}title")
        assert MOMENT.fullmatch(only(entry, f"{ATOM}updated"))
        assert MOMENT.fullmatch(only(entry, f"{ATOM}published"))
        assert re.fullmatch(r"(tag|https?|urn):\S+", only(entry, f"{ATOM}id"))
        assert all(only(one, f"{ATOM}name") for one in entry.findall(f"{ATOM}author"))
        assert entry.find(f"{ATOM}author") is not None
        (link,) = entry.findall(f"{ATOM}link")
        assert link.get("rel") == "alternate"
        assert is_full_address(link.get("href"))
        assert len(entry.findall(f"{ATOM}content")) <= 1
        assert len(entry.findall(f"{ATOM}summary")) <= 1
        assert entry.get(XML_LANG) is None or LANGUAGE.fullmatch(entry.get(XML_LANG))
        assert all(HONEST.fullmatch(date) for date in texts(entry, f"{DC}date"))
        for category in entry.findall(f"{ATOM}category"):
            assert category.get("term")
    return entries


def checked_json_feed(text):
    """Return the items of a JSON Feed."""
    feed = json.loads(text)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert is_full_address(feed["home_page_url"])
    assert is_full_address(feed["feed_url"])
    assert LANGUAGE.fullmatch(feed["language"])
    keys = [item["id"] for item in feed["items"]]
    assert len(set(keys)) == len(keys)
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert ("content_html" in item) != ("content_text" in item)
        assert is_full_address(item["url"])
        assert MOMENT.fullmatch(item["date_published"])
        assert MOMENT.fullmatch(item["date_modified"])
        assert all(author["name"] for author in item["authors"])
        assert LANGUAGE.fullmatch(item.get("language", "de"))
        for name, value in item.items():
            # Extensions are objects whose names begin with an underscore.
            assert isinstance(value, dict) == name.startswith("_")
    return feed["items"]


FEEDS = {"rss": checked_rss, "atom": checked_atom, "json": checked_json_feed}


def checked_sitemap(text):
    """Return the addresses of a sitemap or of an index, each with its lastmod or None."""
    root = ElementTree.fromstring(text)
    assert root.tag in (f"{SITEMAP}urlset", f"{SITEMAP}sitemapindex")
    child = "url" if root.tag.endswith("urlset") else "sitemap"
    found = {}
    for element in root:
        assert element.tag == f"{SITEMAP}{child}"
        address = only(element, f"{SITEMAP}loc")
        assert is_full_address(address)
        assert address.isascii()
        assert len(address) < 2048
        assert address not in found
        lastmod = element.findtext(f"{SITEMAP}lastmod")
        assert lastmod is None or MOMENT.fullmatch(lastmod)
        found[address] = lastmod
    assert len(found) <= 50_000
    return found


def checked_news_sitemap(text):
    """Return the titles of a news sitemap by their addresses."""
    found = {}
    for address, element in zip(checked_sitemap(text), ElementTree.fromstring(text), strict=True):
        (news,) = element.findall(f"{NEWS}news")
        (publication,) = news.findall(f"{NEWS}publication")
        assert only(publication, f"{NEWS}name")
        assert re.fullmatch("[a-z]{2,3}", only(publication, f"{NEWS}language"))
        assert MOMENT.fullmatch(only(news, f"{NEWS}publication_date"))
        found[address] = only(news, f"{NEWS}title")
    assert len(found) <= 1_000
    return found


class Head(HTMLParser):
    """What the head of a page tells machines."""

    def __init__(self, page):
        super().__init__()
        self.links, self.properties, self.data = [], [], []
        self._in_data = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "link":
            self.links.append(given)
        elif tag == "meta" and given.get("content"):
            self.properties.append((given.get("property") or given.get("name"), given["content"]))
        elif tag == "script":
            self._in_data = given == {"type": "application/ld+json"}

    def handle_data(self, text):
        if self._in_data:
            self.data.append(json.loads(text))

    def handle_endtag(self, tag):
        self._in_data = False

    def meta(self, name):
        return [content for given, content in self.properties if given == name]

    @property
    def canonical(self):
        (link,) = (link for link in self.links if link["rel"] == "canonical")
        assert is_full_address(link["href"])
        return link["href"]

    @property
    def versions(self):
        pairs = [(link["hreflang"], link["href"]) for link in self.links if "hreflang" in link]
        assert len(dict(pairs)) == len(pairs)
        for language, address in pairs:
            assert language == "x-default" or LANGUAGE.fullmatch(language)
            assert is_full_address(address)
        return dict(pairs)

    @property
    def feeds(self):
        rows = [link for link in self.links if link["rel"] == "alternate" and "type" in link]
        assert all(row["title"] for row in rows)
        return {row["type"]: row["href"] for row in rows}

    def structured(self, kind):
        """Return what the page says as `kind`, checked; None where it says nothing of it."""
        (found,) = [one for one in self.data if one["@type"] == kind] or [None]
        if found:
            assert found["@context"] == "https://schema.org"
            {"NewsArticle": checked_article, "BreadcrumbList": checked_trail}[kind](found)
        return found


def checked_article(data):
    assert data["headline"]
    assert is_full_address(data["url"])
    assert data["mainEntityOfPage"] == data["url"]
    for name, value in data.items():
        assert value not in ("", [], None), name
    for name in ("datePublished", "dateModified"):
        value = data.get(name, "2025-11-17")
        assert MOMENT.fullmatch(value) or re.fullmatch(r"\d{4}-\d\d-\d\d", value)
    assert HONEST.fullmatch(data.get("dateCreated", "2022"))
    people = [*data["author"], *data.get("translator", []), data["publisher"]]
    for one in people:
        assert one["@type"] in ("Person", "Organization")
        assert one["name"]
        assert one["@type"] == "Person" or is_full_address(one["url"])


def checked_trail(data):
    steps = data["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    for step in steps:
        assert step["@type"] == "ListItem"
        assert step["name"]
        assert is_full_address(step["item"])
