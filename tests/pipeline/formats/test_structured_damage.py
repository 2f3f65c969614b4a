"""Damaged and hostile feeds, wire items and exports: read or refused, quickly, and nothing else happens."""

import random
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.pipeline.formats import feed, json_feed, newsml, ninjs, nitf, split_items, wordpress
from articles.pipeline.reader import Reader
from articles.pipeline.reading import Unreadable
from articles.pipeline.results import Item, ParsedArticle, Refused

FOLDER = Path(__file__).parents[2] / "evaluation" / "formats"
FILES = sorted(
    path
    for path in FOLDER.glob("*/*")
    if path.suffix in {".xml", ".json", ".jsonl"} and not path.name.endswith(".gold.json")
)
MODULES = (newsml, nitf, wordpress, feed, json_feed, ninjs)
CODES = {"empty", "binary", "encoding", "format", "broken", "entities", "effort", "members"}
#: What breaks parsers when it stands anywhere.
TOKENS = (
    b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!--", b"-->", b'"', b"{", b"[", b"}", b"\0", b"&#0;", b"&#xD800;", b"&nbsp;", b"&lt;div&gt;",
    b"<item>", b"</item>", b"\\ud800", b"null", b"1e999", b"NaN", b'<!DOCTYPE x [<!ENTITY a "b">]>', b"<?xml version='1.0'?>", b"\xff\xfe",
    b"http://[1", b"<a:b:c/>", b"xml:lang=", b"<html>",
)  # fmt: skip
#: Seconds of work that a file of some kilobytes may take at most, on the slowest machine.
MOST_SECONDS = 2.0


def mutations(count: int) -> Iterator[tuple[str, bytes]]:
    """Yield files with something broken in them: bits flipped, cut, repeated, spliced, strewn with marks."""
    chance = random.Random(20240506)
    for number in range(count):
        path = FILES[number % len(FILES)]
        data, other = bytearray(path.read_bytes()), chance.choice(FILES).read_bytes()
        start = chance.randrange(len(data))
        end = min(len(data), start + chance.randrange(1, 3_000))
        match number // len(FILES) % 6:
            case 0:
                for _ in range(chance.choice((1, 8, 64))):
                    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            case 1:
                del data[start:]
            case 2:
                del data[start:end]
            case 3:
                data[end:end] = data[start:end] * chance.choice((1, 20))
            case 4:
                data[start:] = other[chance.randrange(len(other)) :]
            case 5:
                for _ in range(chance.choice((1, 10))):
                    data[start:start] = chance.choice(TOKENS)
                    start = chance.randrange(len(data))
        yield f"{path.name}, {number}", bytes(data)


def opened(data: bytes, name: str = "file") -> list[Item | Refused]:
    """Return the texts of a file and what was refused, which may be all of it."""
    try:
        return split_items(data, name)
    except Unreadable as reason:
        return [Refused(name, reason.code, reason.detail)]


def read_all(reader: Reader, data: bytes) -> list[ParsedArticle | Refused]:
    """Return the readings of a file; nothing where it is refused as a whole."""
    try:
        return reader.read(data, "file")
    except Unreadable:
        return []


def test_three_hundred_damaged_files_are_read_or_refused_at_once():
    read = 0
    for name, data in mutations(372):
        start = process_time()
        found = opened(data)
        assert process_time() - start < MOST_SECONDS, name
        assert all(one.code in CODES for one in found if isinstance(one, Refused)), name
        read += any(isinstance(one, Item) for one in found)
    assert read > 150  # most damage costs a text or two, not the file


def test_damaged_files_read_the_same_twice():
    for _, data in mutations(31):
        assert opened(data) == opened(data)


def test_labels_cover_what_is_left_of_damaged_files(reader: Reader):
    for name, data in mutations(31):
        for article in read_all(reader, data):
            if isinstance(article, ParsedArticle):
                spans = [line.span for line in article.lines]
                assert [span.start for span in spans] == [0, *(span.end for span in spans[:-1])], (
                    name
                )
                assert spans[-1].end == len(article.text.content), name


HEADS = (b"<rss>", b"<feed>", b"<nitf>", b"<newsMessage>", b'<rss xmlns:wp="http://wordpress.org/export/1.2/">',
         b'{"headline": "', b'[{"headline": 1}, ', b'{"version": "https://jsonfeed.org/version/1", ')  # fmt: skip


@settings(max_examples=300)
@given(
    head=st.sampled_from(HEADS),
    rest=st.lists(st.one_of(st.sampled_from(TOKENS), st.binary(max_size=20)), max_size=30).map(
        b"".join
    ),
)
def test_any_bytes_are_read_or_refused(head, rest):
    for one in opened(head + rest):
        assert isinstance(one, Item | Refused)


@settings(max_examples=200)
@given(data=st.binary(max_size=200))
def test_any_bytes_are_recognised_or_not(data):
    for module in MODULES:
        assert module.recognises(data, "file") in {True, False}


def rss(markup: bytes) -> bytes:
    """Return a feed around entries."""
    return b"<rss><channel>" + markup + b"</channel></rss>"


@pytest.mark.parametrize(
    "data",
    [
        rss(b"<item/>" * 60_000),
        rss(b"<item>" * 100_000),
        rss(b"<item><title>" + b"<" * 500_000 + b"</title></item>"),
        rss(b"<item><title>" + b"&" * 500_000 + b"</title></item>"),
        rss(b"<item><title>" + b"&nbsp;" * 200_000 + b"</title></item>"),
        rss(b"<item><title>&" + b"<!--" * 300_000 + b"</title></item>"),
        rss(b"<item><title>" + b"<![CDATA[" * 200_000 + b"</title></item>"),
        rss(b"<item><title>T</title>" + b"<category>a</category>" * 30_000 + b"</item>"),
        rss(b"<item><description><![CDATA[" + b"<div>" * 40_000 + b"x]]></description></item>"),
        rss(
            b"<item><description>"
            + (b"word" + b" " * 2_000 + b"\n") * 500
            + b"</description></item>"
        ),
        b'<rss xmlns:wp="http://wordpress.org/export/1.2/"><item><content:encoded><![CDATA['
        + b"[caption " * 80_000,
        b'<rss xmlns:wp="http://wordpress.org/export/1.2/"><item><content:encoded><![CDATA['
        + b"[embed]a" * 80_000,
        rss(b"<item><content>" * 120 + b"word " * 100_000),
        rss(b"<item><media:description>a</media:description>" * 40_000),
        b"<?a ?>" * 200_000 + b"<rss/>",
        b"<newsMessage>" + b"<newsItem/>" * 12_000 + b"</newsMessage>",
        b'{"headline": "a"}\n' + b'{"headline": nope}\n' * 20_000,
        b'{"items": [' + b'{"headline": "a"},' * 15_000 + b"{}]}",
        b'{"headline": "a", "associations": ' * 900 + b"{}" + b"}" * 900,
        b'{"items":[' * 400 + b'{"headline": "a"}' + b"]}" * 400,
    ],
    ids=range(20),
)
def test_hostile_files_of_a_megabyte_hold_nobody_up(data):
    start = process_time()
    opened(data)
    assert process_time() - start < 10
