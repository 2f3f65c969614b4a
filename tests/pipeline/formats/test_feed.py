"""RSS and Atom: entries become texts, the channel says what holds for all."""

import pytest

from articles.pipeline.formats import split_items
from articles.pipeline.reading import Unreadable
from articles.pipeline.results import Refused
from tests.pipeline.formats.structured import entries, hinted, items, lines, rules, stated


def rss(item: str, channel: str = "", declarations: str = "") -> str:
    """Return an RSS file with one entry."""
    return (
        f'<?xml version="1.0"?><rss version="2.0" {declarations}><channel><title>Steppenpost</title>'
        f"<link>https://steppenpost.example</link>{channel}<item>{item}</item></channel></rss>"
    )


def atom(entry: str, feed: str = "") -> str:
    """Return an Atom feed with one entry."""
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Steppenpost</title>'
        f'<link rel="self" href="https://steppenpost.example/feed"/>{feed}<entry>{entry}</entry></feed>'
    )


@pytest.mark.parametrize(
    ("dates", "date", "rule"),
    [
        (
            "<pubDate>Mon, 06 May 2024 10:00:00 +0600</pubDate>",
            "Mon, 06 May 2024 10:00:00 +0600",
            "rss-pubDate",
        ),
        ("<pubdate>6 May 24 10:00 GMT</pubdate>", "6 May 2024 10:00 GMT", "rss-pubdate"),
        ("<dc:date>2024-05-06T10:00:00Z</dc:date>", "2024-05-06T10:00:00Z", "rss-dc:date"),
        ("<pubDate> </pubDate><dc:date>20240506</dc:date>", "2024-05-06", "rss-dc:date"),
        ("<pubDate>1714968000</pubDate>", "2024-05-06T04:00:00+00:00", "rss-pubDate"),
    ],
)
def test_the_date_is_stated_in_a_form_that_is_read(dates, date, rule):
    [item] = items(rss(f"<title>A</title>{dates}"))
    assert (stated(item)["date"], rules(item)["date"]) == (date, rule)


@pytest.mark.parametrize(
    ("dates", "date", "updated"),
    [
        (
            "<published>2024-05-06</published><updated>2024-05-07</updated>",
            "2024-05-06",
            "2024-05-07",
        ),
        ("<updated>2024-05-07</updated>", "2024-05-07", None),
        ("<issued>2004-05-06</issued><modified>2004-05-07</modified>", "2004-05-06", "2004-05-07"),
    ],
)
def test_an_update_is_the_date_only_where_there_is_no_other(dates, date, updated):
    [item] = items(atom(f"<title>A</title>{dates}"))
    assert stated(item).get("date") == date
    assert stated(item).get("updated") == updated


@pytest.mark.parametrize(
    ("markup", "address", "rule"),
    [
        ("<link>https://a.example/1</link>", "https://a.example/1", "rss-link"),
        ("<link>/news/1</link>", "https://steppenpost.example/news/1", "rss-link"),
        ("<guid>https://a.example/1</guid>", "https://a.example/1", "rss-guid"),
        ('<guid isPermaLink="false">https://a.example/1</guid>', None, None),
        ("<guid>tag:1</guid>", None, None),
        ("<link>http://[1</link>", "http://[1", "rss-link"),
        (
            "<link>https://feeds.example/~1</link><feedburner:origLink>https://a.example/1</feedburner:origLink>",
            "https://a.example/1",
            "rss-feedburner:origLink",
        ),
    ],
)
def test_the_address_is_the_pages_own(markup, address, rule):
    [item] = items(rss(f"<title>A</title>{markup}"))
    assert (stated(item).get("address"), rules(item).get("address")) == (address, rule)


def test_links_of_atom_to_replies_and_enclosures_are_no_addresses():
    [item] = items(
        atom(
            '<title>A</title><link rel="replies" href="https://a.example/r"/><link rel="enclosure" href="https://a.example/b"/>'
            '<link rel="alternate" href="https://a.example/1"/>'
        )
    )
    assert stated(item)["address"] == "https://a.example/1"


@pytest.mark.parametrize(
    ("markup", "byline"),
    [
        ("<dc:creator>Anna Berg</dc:creator>", "Anna Berg"),
        ("<author>desk@a.example (Anna Berg)</author>", "desk@a.example (Anna Berg)"),
        ("<author><name>Anna Berg</name><email>a@b.example</email></author>", "Anna Berg"),
        ("<dc:creator>Steppenpost</dc:creator>", None),
    ],
)
def test_authors_are_stated_unless_the_outlet_signs(markup, byline):
    [item] = items(rss(f"<title>A</title>{markup}"))
    assert stated(item).get("byline") == byline


@pytest.mark.parametrize(
    ("markup", "source"),
    [
        ("", "Steppenpost"),
        ('<source url="https://b.example">Bergbote</source>', "Bergbote"),
        ("<dc:source>https://b.example/1</dc:source>", "Steppenpost"),
    ],
)
def test_the_outlet_is_the_channel_unless_the_entry_names_another(markup, source):
    [item] = items(rss(f"<title>A</title>{markup}"))
    assert stated(item)["source"] == source


def test_a_description_is_the_body_where_there_is_no_other():
    [item] = items(
        rss(
            "<title>A</title><description>&lt;p&gt;Eins.&lt;/p&gt;&lt;p&gt;Zwei.&lt;/p&gt;</description>"
        )
    )
    assert lines(item) == ["A", "Eins.", "Zwei."]
    assert hinted(item) == [("headline", "A")]


@pytest.mark.parametrize(
    ("description", "standfirst"),
    [
        ("Worum es geht", "Worum es geht"),
        ("Der erste Satz des Textes, der [&#8230;]", None),
        ("Der erste Satz des Textes, der", None),
        ("", None),
        ("A", "A"),
    ],
)
@pytest.mark.parametrize("body", ["content:encoded", "yandex:full-text", "content"])
def test_a_description_beside_a_body_is_the_standfirst_unless_it_is_its_beginning(
    body, description, standfirst
):
    text = "Der erste Satz des Textes, der weitergeht. Und noch einer, damit er lang ist."
    [item] = items(
        rss(f"<title>T</title><description>{description}</description><{body}>{text}</{body}>")
    )
    assert dict(hinted(item)).get("standfirst") == standfirst
    assert lines(item)[-1] == text


def test_where_the_description_is_the_longer_one_it_is_the_body():
    [item] = items(
        rss(
            "<title>T</title><description>Lang und länger.</description><content:encoded>Kurz</content:encoded>"
        )
    )
    assert lines(item) == ["T", "Kurz", "Lang und länger."]


def test_the_paragraph_that_wordpress_adds_is_the_sites_own():
    footer = '<p>Der Beitrag <a href="x">T</a> erschien zuerst auf <a href="y">Steppenpost</a>.</p>'
    [item] = items(
        rss(f"<title>T</title><content:encoded><![CDATA[<p>Satz.</p>{footer}]]></content:encoded>")
    )
    assert hinted(item)[-1] == ("site", "Der Beitrag T erschien zuerst auf Steppenpost.")


def test_captions_and_credits_of_pictures_stand_below():
    [item] = items(
        rss(
            "<title>T</title><description>Satz.</description><media:content><media:description>Am Fluss</media:description>"
            "<media:credit>A. Berg</media:credit></media:content>",
            declarations='xmlns:media="http://search.yahoo.com/mrss/"',
        )
    )
    assert hinted(item)[1:] == [("caption", "Am Fluss"), ("credit", "A. Berg")]


def test_keywords_language_and_rights_are_stated():
    [item] = items(
        rss(
            "<title>T</title><category>Politik</category><category>Osch</category><category>Politik</category>",
            "<language>ru</language><copyright>© Steppenpost</copyright>",
        )
    )
    assert {field: stated(item)[field] for field in ("keywords", "language", "rights")} == {
        "keywords": "Politik; Osch",
        "language": "ru",
        "rights": "© Steppenpost",
    }


@pytest.mark.parametrize(
    "title",
    [
        "<title>Gas &amp;amp; Öl in &lt;b&gt;Atyrau&lt;/b&gt;</title>",
        "<title><![CDATA[Gas & Öl in Atyrau]]></title>",
        "<title>Gas &amp; Öl\n in   Atyrau</title>",
        '<title type="xhtml"><div>Gas &amp; Öl in <b>Atyrau</b></div></title>',
    ],
)
def test_a_title_is_read_as_it_is_meant_and_names_the_text(title):
    [item] = items(rss(title))
    assert (item.name, hinted(item)) == ("Gas & Öl in Atyrau", [("headline", "Gas & Öl in Atyrau")])


def test_an_entry_without_words_is_refused_and_its_neighbours_go_on():
    feed = rss(
        "<title>A</title></item><item><link>https://a.example</link></item><item><title>C</title>"
    )
    assert [one.code if isinstance(one, Refused) else one.name for one in entries(feed)] == [
        "A",
        "empty",
        "C",
    ]
    assert [one.number for one in entries(feed)] == [1, 2, 3]


def test_entries_whose_ends_were_lost_are_parted():
    feed = "<rss><channel><title>S</title><item><title>A</title><description>Eins.<item><title>B</title>"
    assert [lines(one) for one in items(feed)] == [["A", "Eins."], ["B"]]


def test_markup_that_nests_without_end_costs_only_its_entry():
    deep = "&lt;div&gt;" * 100_000
    feed = rss(f"<title>A</title><description>{deep}x</description></item><item><title>C</title>")
    assert [getattr(one, "code", one.name) for one in entries(feed)][1] == "C"


@pytest.mark.parametrize("data", [b"<rss><channel/></rss>", b"<feed/>", b"<rdf:RDF/>"])
def test_a_feed_without_entries_is_refused(data):
    with pytest.raises(Unreadable) as refusal:
        split_items(data, "feed.xml")
    assert refusal.value.code == "empty"


def test_a_file_of_too_many_entries_is_cut_with_a_word():
    found = entries(
        "<rss><channel>" + "<item><title>A b</title></item>" * 10_500 + "</channel></rss>"
    )
    assert len(found) == 10_001
    assert (found[-1].code, found[-1].number) == ("members", 10_001)
