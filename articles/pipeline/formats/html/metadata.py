"""What a page states of its article beside the text, in the order in which the places are trusted.

JSON-LD is written for machines by the publishing system and comes first; then OpenGraph, microdata, the older `meta`
elements (Dublin Core, parsely, sailthru …), `time`, and the title, which sites decorate. Where places disagree, the first
one is told with less confidence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ...parsing.dates import dates_in
from ..sheet import one_line
from .headings import folded
from .json_ld import Data, article_data, names_in, texts
from .titles import Title, split_title
from .tree import Node

#: `meta` elements by field, as `name`, `property`, `itemprop` or `http-equiv` in lower case; the rank is their order.
METAS = {
    "date": (
        "article:published_time og:article:published_time datepublished article:published og:published_time dcterms.issued "
        "dc.date.issued dcterms.created dc.date.created dcterms.date dc.date pubdate publishdate publish-date publication_date "
        "publish_date parsely-pub-date sailthru.date cxenseparse:recs:publishtime article.published date"
    ).split(),
    "updated": (
        "article:modified_time og:updated_time datemodified dcterms.modified dc.date.modified last-modified "
        "article:modified lastmod"
    ).split(),
    "headline": "og:title twitter:title headline dc.title dcterms.title parsely-title".split(),
    "standfirst": "og:description twitter:description description dc.description".split(),
    "byline": (
        "article:author author dc.creator dcterms.creator parsely-author sailthru.author article:author_name og:article:author"
    ).split(),
    "source": (
        "og:site_name publisher dc.publisher dcterms.publisher article:publisher application-name "
        "apple-mobile-web-app-title copyright"
    ).split(),
    "language": "og:locale inlanguage content-language dc.language dcterms.language language".split(),
    "address": ["og:url", "twitter:url"],
    "keywords": "news_keywords keywords article:tag parsely-tags".split(),
    "rights": "dc.rights dcterms.rights dcterms.rightsholder".split(),
}
#: How sure a value of each place is.
_SURE = {"json-ld": 0.97, "meta": 0.93, "microdata": 0.92, "time": 0.85, "title": 0.7}
#: What the publishing system says where nobody signed.
_NOBODY = frozenset(
    "admin administrator superuser super user redaktion webmaster editor root wordpress editorialstaff newsroom newsdesk".split()
)
_WEB = re.compile(r"https?://[^\s\"'<>]{4,2000}")
#: The headline is among the first headings.
_MAIN_HEADINGS = 12
#: An article's own microdata come before those of its comments and teasers.
_MOST_MICRODATA = 12
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]{4,2000})")
#: Where a text may state its address, no root of a site.
_PATH = re.compile(r"https?://[^/]+/.+")
_BASIC_DATE = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
#: Microdata of the article itself.
_ITEMPROPS = {
    "datePublished": "date",
    "dateModified": "updated",
    "headline": "headline",
    "inLanguage": "language",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of one field, its place under the file's own name, and how sure it is."""

    field: str
    title: str
    words: str
    confidence: float

    @property
    def rule(self) -> str:
        """The name of the rule, after the place."""
        return re.sub(r"[^a-z0-9]+", "-", self.title, flags=re.IGNORECASE).strip("-")


@dataclass(frozen=True, slots=True)
class Metadata:
    """All facts in order of trust, the page's title, and whether it says that it is an article or none."""

    facts: tuple[Fact, ...]
    title: Title
    is_article: bool
    is_website: bool
    body: str = ""

    def of(self, field: str) -> list[Fact]:
        """Return the facts of a field, the most trusted first."""
        return [fact for fact in self.facts if fact.field == field]

    def headlines(self) -> list[str]:
        """Return what may be the headline."""
        return [fact.words for fact in self.of("headline")]


def read_metadata(tree: Node, markup: str) -> Metadata:
    """Return what a page states; `markup` is looked at for the address from which a browser saved it."""
    metas = _metas(tree)
    data = article_data(tree)
    site = next((words for _, words in _meta(metas, "source")), "") or "".join(
        names_in(data.get("publisher"))[:1]
    )
    headlines = [words for _, words in _meta(metas, "headline")] + _headings(tree)
    title = split_title(_title(tree), site, headlines)
    facts = [
        *_of_json_ld(data),
        *_of_metas(metas),
        *islice(_of_microdata(tree), _MOST_MICRODATA),
        *_of_links(tree, markup),
        *_of_title(title),
    ]
    kinds = metas.get("og:type", [""])
    return Metadata(
        tuple(_trusted(facts)),
        title,
        is_article=bool(data) or "article" in kinds or bool(_meta(metas, "date")),
        is_website=kinds[0] == "website" and not data,
        body="\n".join(texts(data.get("articleBody"))),
    )


def _headings(tree: Node) -> list[str]:
    """Return what the main headings of a page say, one of which may be its title's headline."""
    main = (node for node in tree.descendants() if node.tag in {"h1", "h2", "h3"})
    return [node.words() for node in islice(main, _MAIN_HEADINGS)]


def _metas(tree: Node) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for node in tree.descendants():
        if node.tag == "meta" and node.get("content").strip():
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                if node.get(attribute):
                    found[node.get(attribute).strip().lower()].append(one_line(node.get("content")))
    return found


def _meta(metas: dict[str, list[str]], field: str) -> list[tuple[str, str]]:
    return [(name, metas[name][0]) for name in METAS[field] if name in metas]


def _title(tree: Node) -> str:
    for node in tree.descendants():
        if node.tag == "title" and (node.parent is None or node.parent.tag != "svg"):
            return one_line("".join(part for part in node.children if isinstance(part, str)))
    return ""


def _of_json_ld(data: Data) -> Iterator[Fact]:
    def fact(field: str, name: str, words: str) -> Fact:
        return Fact(field, f"json-ld {name}", words, _SURE["json-ld"])

    for field, name in (
        ("date", "datePublished"), ("date", "dateCreated"), ("updated", "dateModified"), ("headline", "headline"),
        ("headline", "alternativeHeadline"), ("standfirst", "description"), ("language", "inLanguage"), ("address", "url"),
    ):  # fmt: skip
        yield from (fact(field, name, words) for words in texts(data.get(name))[:1])
    authors = names_in(data.get("author"), frozenset({"Organization", "NewsMediaOrganization"}))
    publishers = names_in(data.get("publisher"))
    authors = [name for name in authors if name not in publishers and not _WEB.match(name)]
    yield fact("byline", "author", ", ".join(authors))
    yield from (fact("source", "publisher", name) for name in publishers[:1])
    page = data.get("mainEntityOfPage")
    addresses = texts(page) or (
        texts(page.get("@id")) or texts(page.get("url")) if isinstance(page, dict) else []
    )
    yield from (fact("address", "mainEntityOfPage", words) for words in addresses[:1])
    yield fact("keywords", "keywords", ", ".join(texts(data.get("keywords"))))
    yield fact("keywords", "articleSection", ", ".join(texts(data.get("articleSection"))))


def _of_metas(metas: dict[str, list[str]]) -> Iterator[Fact]:
    for field in METAS:
        for name, words in _meta(metas, field):
            words = ", ".join(metas[name]) if name in {"article:tag", "article:author"} else words
            yield Fact(field, name, words, _SURE["meta"])
    # Yoast tells Twitter "Written by" in the site's language: the first of its pairs is the author.
    for label, words in zip(
        metas.get("twitter:label1", ()), metas.get("twitter:data1", ()), strict=False
    ):
        if not re.search(r"\d", words):
            yield Fact("byline", f"twitter:data1 ({label})", words, 0.85)


def _of_microdata(tree: Node) -> Iterator[Fact]:
    """Yield what `itemprop` tells on visible elements, outside teasers; an `author` by his `name`."""
    for node in tree.descendants():
        prop = node.get("itemprop") if node.attributes else ""
        if prop in _ITEMPROPS and node.tag != "meta":
            words = node.get("content") or node.get("datetime") or node.get("title") or node.words()
            yield Fact(_ITEMPROPS[prop], f"itemprop {prop}", words, _SURE["microdata"])
        elif prop == "author" and node.tag != "meta":
            named = next((one for one in node.descendants() if one.get("itemprop") == "name"), node)
            words = named.get("content") or named.words()
            yield Fact("byline", "itemprop author", words, _SURE["microdata"])
        elif node.tag == "time" and "pubdate" in node.attributes:
            yield Fact("date", "time pubdate", node.get("datetime") or node.words(), _SURE["time"])
        elif node.tag == "html":
            language = node.get("lang") or node.get("xml:lang")
            yield Fact("language", "html lang", language, _SURE["meta"])


def _of_links(tree: Node, markup: str) -> Iterator[Fact]:
    for node in tree.descendants():
        if node.tag == "link" and "canonical" in node.get("rel").lower().split():
            yield Fact("address", "link canonical", node.get("href"), 0.99)
    if saved := _SAVED_FROM.search(markup, 0, 4000):
        yield Fact("address", "saved from url", saved[1], 0.9)


def _of_title(title: Title) -> Iterator[Fact]:
    yield Fact("headline", "title", title.headline, _SURE["title"])
    yield Fact("source", "title (site)", title.site, 0.6)


def _trusted(facts: list[Fact]) -> Iterator[Fact]:
    """Yield the facts that can be ones: each value once, the first with less confidence where a place disagrees."""
    by_field: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        words = _readable(fact)
        if words:
            by_field[fact.field].append(Fact(fact.field, fact.title, words, fact.confidence))
    by_field["address"].sort(key=lambda fact: (not _PATH.match(fact.words), -fact.confidence))
    for field, found in by_field.items():
        once = {_compared(field, fact.words): fact for fact in reversed(found)}
        kept = [fact for fact in found if fact in once.values()]
        disagrees = len(kept) > 1 and field in {"date", "byline"}
        for fact in kept:
            confidence = min(fact.confidence, 0.8) if disagrees else fact.confidence
            yield Fact(field, fact.title, fact.words, confidence)


def _readable(fact: Fact) -> str:
    """Return the words of a fact; empty where they can't be what its field is."""
    words = one_line(fact.words)
    match fact.field:
        case "date" | "updated":
            words = _BASIC_DATE.sub(r"\1-\2-\3", words) if words[:8].isdigit() else words
            return words if len(words) < 80 and dates_in(words) else ""
        case "address":
            return words if _WEB.fullmatch(words) else ""
        case "byline":
            is_name = not _WEB.match(words) and folded(words) not in _NOBODY
            return words if is_name and len(words) < 200 else ""
        case "headline":
            return "" if words.endswith(("...", "…")) or len(words) > 300 else words
        case "language":
            return words if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", words) else ""
        case "source":
            return "" if _WEB.match(words) or len(words) > 80 else words
    return words[:1000]


def _compared(field: str, words: str) -> str:
    """Return words as two places agree: dates by their day, languages by their first letters."""
    if field in {"date", "updated"}:
        return dates_in(words)[0].value
    return words.lower()[:2] if field == "language" else folded(words)
