"""A text as feeds and agencies carry it, written out in the order of a page."""

import pytest

from articles.pipeline.formats.story import Story, numbered, paragraphs, plain, readable_date
from articles.pipeline.results import Item, Label, Refused
from tests.pipeline.formats.structured import hinted, lines


def story() -> Story:
    """Return a text with everything a format may say, said in another order than it is printed."""
    written = Story("rss", "utf-8", ("encoding-guessed",))
    written.body("<p>Eins.</p>")
    written.below(Label.CAPTION, "media:description", "Am Fluss")
    written.below(Label.CAPTION, "media:description", "Am Fluss")
    written.head(Label.BYLINE, "by", "Von Anna Berg")
    written.head(Label.STANDFIRST, "description", "Worum es geht")
    written.head(Label.HEADLINE, "title", "T")
    written.head(Label.HEADLINE, "title", "Zweiter Titel")
    written.head(Label.KICKER, "kicker", " ")
    written.state("address", "link", "https://a.example/1")
    written.warn("embargoed")
    written.warn("embargoed")
    return written


def test_lines_stand_in_the_order_of_a_page():
    item = story().item(3)
    assert isinstance(item, Item)
    assert lines(item) == ["T", "Worum es geht", "Von Anna Berg", "Eins.", "Am Fluss"]
    assert hinted(item)[:3] == [
        ("headline", "T"),
        ("standfirst", "Worum es geht"),
        ("byline", "Von Anna Berg"),
    ]
    assert (item.number, item.name, item.hints[0].rule) == (3, "T", "rss-title")
    assert item.text.warnings == ("encoding-guessed", "embargoed")


def test_without_a_headline_the_address_is_the_name():
    written = Story("rss", "utf-8")
    written.state("date", "pubDate", "2024-05-06")
    written.state("address", "link", "https://a.example/1")
    assert written.item(1) == Refused("https://a.example/1", "empty", "", 1)
    written.body("Eins.")
    assert written.item(1).name == "https://a.example/1"


@pytest.mark.parametrize(
    ("summary", "held"),
    [
        ("Der erste Satz", True),
        ("<b>Der</b> erste Satz, der … ", True),
        ("Der erste Satz. Der zweite […]", True),
        ("Der erste Satz. Der dritte", False),
        ("", False),
        ("…", False),
    ],
)
def test_a_body_holds_a_summary_that_is_its_beginning(summary, held):
    written = Story("rss", "utf-8")
    written.body("<p>Der <i>erste</i> Satz.</p>\n<p>Der zweite Satz.</p>")
    assert written.holds(summary) is held


def test_lines_wrapped_at_a_width_are_joined_and_others_are_paragraphs():
    wrapped = "\n".join(
        ["Ein Satz, den die Agentur nach siebzig Zeichen umbricht, wie früher"] * 10
    )
    assert paragraphs(f"{wrapped}\n\nNeuer Absatz.")[1] == "Neuer Absatz."
    assert paragraphs("Eins.\nZwei.\r\n\r\nDrei.") == ["Eins.", "Zwei.", "Drei."]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("Redaktion <desk@a.example>", "Redaktion <desk@a.example>"),
        ("a < b > c", "a < b > c"),
        ("<p>Eins</p><p>Zwei</p>", "Eins Zwei"),
        ("C<sub>2</sub>", "C2"),
        ("&quot;Gas&quot; &amp;amp; Öl", '"Gas" & Öl'),
        ("<!-- weg -->Eins<br/>zwei", "Eins zwei"),
    ],
)
def test_words_are_read_without_their_markup(markup, words):
    assert plain(markup) == words


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("20240506", "2024-05-06"),
        ("20240506T101500Z", "2024-05-06T10:15:00Z"),
        ("20240506T1015+0600", "2024-05-06T10:15:00+0600"),
        ("Mon, 6 May 24 10:00:00 GMT", "Mon, 6 May 2024 10:00:00 GMT"),
        ("1714983000000", "2024-05-06T08:10:00+00:00"),
        ("6. Mai 2024", "6. Mai 2024"),
        ("YYYYMMDD", "YYYYMMDD"),
        ("", ""),
    ],
)
def test_dates_are_written_in_forms_that_are_read(written, read):
    assert readable_date(written) == read


def test_texts_and_refusals_are_numbered_together():
    found = numbered([story(), Refused("a", "format"), story()])
    assert [one.number for one in found] == [1, 2, 3]
