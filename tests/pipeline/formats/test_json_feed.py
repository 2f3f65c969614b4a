"""JSON Feed 1.0 and 1.1."""

import json
from typing import Any

import pytest

from articles.pipeline.formats import split_items
from articles.pipeline.reading import Unreadable
from articles.pipeline.results import Refused
from tests.pipeline.formats.structured import entries, hinted, items, lines, stated


def feed(*entries: Any, **more: Any) -> str:
    """Return a feed with these entries."""
    return json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "Blog",
            "items": list(entries),
            **more,
        }
    )


@pytest.mark.parametrize(
    ("entry", "written"),
    [
        ({"content_html": "<p>Eins.</p><p>Zwei.</p>"}, ["Eins.", "Zwei."]),
        ({"content_text": "Eins.\nZwei."}, ["Eins.", "Zwei."]),
        ({"summary": "Kurz."}, ["Kurz."]),
        ({"summary": "Worum.", "content_text": "Eins."}, ["Worum.", "Eins."]),
    ],
)
def test_the_body_is_what_says_most(entry, written):
    [item] = items(feed({"title": "T", **entry}))
    assert lines(item) == ["T", *written]


@pytest.mark.parametrize(
    ("entry", "more", "byline"),
    [
        ({"authors": [{"name": "Anna Berg"}]}, {}, "Anna Berg"),
        ({"author": {"name": "Anna Berg"}}, {}, "Anna Berg"),
        ({}, {"authors": [{"name": "Anna Berg"}]}, "Anna Berg"),
        ({}, {"author": {"name": "Blog"}}, None),
        ({"author": "Anna Berg"}, {}, None),
    ],
)
def test_authors_of_both_versions(entry, more, byline):
    [item] = items(feed({"title": "T", **entry}, **more))
    assert stated(item).get("byline") == byline


def test_what_an_entry_states():
    entry = {
        "id": 5, "url": "https://a.example/1", "title": "T", "date_published": "2024-05-06T10:00:00Z",
        "date_modified": "2024-05-07T10:00:00Z", "tags": ["Osch", 1, "Bus"], "language": "de",
    }  # fmt: skip
    [item] = items(feed(entry))
    assert stated(item) == {
        "date": "2024-05-06T10:00:00Z",
        "updated": "2024-05-07T10:00:00Z",
        "source": "Blog",
        "address": "https://a.example/1",
        "language": "de",
        "keywords": "Osch; Bus",
    }
    assert hinted(item) == [("headline", "T")]


def test_ambiguous_and_empty_entries_are_refused_and_neighbours_go_on():
    data = feed({"title": "A"}, {"id": "x"}, 7).replace(
        '"title": "A"', '"title": "A", "title": "B"'
    )
    found = entries(data.replace('{"id": "x"}', '{"id": "x"}, {"title": "C"}'))
    assert [one.code if isinstance(one, Refused) else one.name for one in found] == [
        "broken",
        "empty",
        "C",
    ]


@pytest.mark.parametrize("items_of", [[], {"a": 1}, None, "x"])
def test_a_feed_without_entries_is_refused(items_of):
    data = json.dumps({"version": "https://jsonfeed.org/version/1", "items": items_of})
    with pytest.raises(Unreadable) as refusal:
        split_items(data.encode(), "feed.json")
    assert refusal.value.code == "empty"
