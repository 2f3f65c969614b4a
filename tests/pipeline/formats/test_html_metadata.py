"""What saved pages state beside their text: JSON-LD, meta elements, microdata, links and titles."""

import pytest

from articles.pipeline.formats import html
from articles.pipeline.results import Item

TEXT = "<h1>Fischer am Aralsee kehren zurück</h1><p>Das Wasser im Norden des Sees steigt.</p>"


def read(page: str) -> Item:
    [item] = html.read(page.encode(), "page.html")
    assert isinstance(item, Item)
    return item


def page(head: str = "", body: str = TEXT, lang: str = "") -> str:
    return f"<!DOCTYPE html><html{lang}><head>{head}</head><body>{body}</body></html>"


def stated(page: str) -> list[tuple[str, str, str]]:
    """Field, rule and words of all that a page states, in order."""
    item = read(page)
    return [(one.field, one.rule, one.span.text_of(item.text.content)) for one in item.stated]


def first(page: str, field: str) -> tuple[str, str] | None:
    return next(((rule, words) for name, rule, words in stated(page) if name == field), None)


JSON_LD = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Fischer kehren zurück",'
    ' "datePublished": "2024-05-03T10:00:00+02:00", "author": {"@type": "Person", "name": "Anna Berg"},'
    ' "publisher": {"@type": "Organization", "name": "Steppenpost"}}</script>'
)


@pytest.mark.parametrize(
    ("head", "field", "expected"),
    [
        (JSON_LD, "date", ("json-ld-datePublished", "2024-05-03T10:00:00+02:00")),
        (JSON_LD, "byline", ("json-ld-author", "Anna Berg")),
        (JSON_LD, "source", ("json-ld-publisher", "Steppenpost")),
        (JSON_LD.replace('"name": "Steppenpost"}}', '"name": "Steppenpost"},}'), "byline", ("json-ld-author", "Anna Berg")),
        (JSON_LD.replace('"NewsArticle",', '"NewsArticle"'), "date", ("json-ld-datePublished", "2024-05-03T10:00:00+02:00")),
        (
            JSON_LD.replace('>{"@type"', '>{"@graph": [{"@type": "WebPage"}, {"@type"').replace("}}<", "}}]}<"),
            "byline",
            ("json-ld-author", "Anna Berg"),
        ),
        ("<meta property='article:published_time' content='2024-05-03'>", "date", ("article-published-time", "2024-05-03")),
        ("<meta name='DC.date.issued' content='2024-05-03'>", "date", ("dc-date-issued", "2024-05-03")),
        ("<meta name=date content=20240503>", "date", ("date", "2024-05-03")),
        ("<meta name=date content=gestern>", "date", None),
        ("<meta name=author content='Anna Berg'>", "byline", ("author", "Anna Berg")),
        ("<meta name=author content=admin>", "byline", None),
        ("<meta property='article:author' content='https://a.example/anna'>", "byline", None),
        ("<meta name='twitter:label1' content='Écrit par'><meta name='twitter:data1' content='Anna Berg'>", "byline", ("twitter-data1-crit-par", "Anna Berg")),
        ("<meta property='og:site_name' content='Steppenpost'>", "source", ("og-site-name", "Steppenpost")),
        ("<title>Fischer am Aralsee kehren zurück | Steppenpost</title>", "source", ("title-site", "Steppenpost")),
        ("<title>Steppenpost: Fischer am Aralsee kehren zurück</title>", "source", ("title-site", "Steppenpost")),
        ("<title>Fischer am Aralsee kehren zurück</title>", "source", None),
        ("<link rel=canonical href='https://a.example/b'>", "address", ("link-canonical", "https://a.example/b")),
        ("<link rel=canonical href='/b'>", "address", None),
        ("<link rel=canonical href='https://a.example/'><meta property=og:url content='https://a.example/b'>", "address", ("og-url", "https://a.example/b")),
        ("<meta property='og:title' content='Fischer kehren …'><title>Fischer kehren zurück</title>", "headline", ("title", "Fischer kehren zurück")),
    ],
)  # fmt: skip
def test_what_a_page_states_is_told_with_its_place(head, field, expected):
    assert first(page(head), field) == expected


def test_the_language_of_a_page_and_its_time_element_are_stated():
    markup = page("", f"<time pubdate datetime='2024-05-03'>3. Mai</time>{TEXT}", " lang=de-AT")
    assert first(markup, "language") == ("html-lang", "de-AT")
    assert first(markup, "date") == ("time-pubdate", "2024-05-03")


def test_the_address_that_a_browser_saved_from_is_stated():
    markup = f"<!-- saved from url=(0021)https://a.example/b -->{page()}"
    assert first(markup, "address") == ("saved-from-url", "https://a.example/b")


def test_places_that_disagree_on_the_date_are_both_told_with_less_confidence():
    item = read(page(JSON_LD + "<meta name=date content=2024-05-07>"))
    dates = [(one.rule, one.confidence) for one in item.stated if one.field == "date"]
    assert dates == [("json-ld-datePublished", 0.8), ("date", 0.8)]


def test_places_that_agree_are_told_once():
    item = read(page(JSON_LD + "<meta name=date content=2024-05-03>"))
    assert [one.confidence for one in item.stated if one.field == "date"] == [0.97]
