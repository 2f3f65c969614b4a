"""XML opened safely: what is hostile is refused with its reason, what is broken keeps its words."""

import pytest

from articles.pipeline.formats.xml import (
    children,
    descendants,
    language_of,
    markup_of,
    name_of,
    open_xml,
    root_name,
    text_of,
)
from articles.pipeline.reading import Unreadable

DEEP = b"<a>" * 40_000 + b"</a>" * 40_000


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<rss/>", "rss"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<feed xmlns='x'>", "feed"),
        (b"<!-- <rss> --><?pi?><!DOCTYPE nitf SYSTEM 'a.dtd' [<!ELEMENT b (c)>]><nitf>", "nitf"),
        (b"<a:feed xmlns:a='x'/>", "feed"),
        ("<rss/>".encode("utf-16"), "rss"),
        (b"<br />\n<b>Warning</b>: x in <b>y</b>\n<?xml version='1.0'?><rss>", "rss"),
        (b"Notice: x\n<?xml version='1.0'?><rss>", "rss"),
        (b"<html><body><?xml version='1.0'?><rss>", "html"),
        (b"Ein Satz ueber <rss> und anderes", ""),
        (b"", ""),
        (b"<", ""),
    ],
)
def test_the_first_element_names_the_kind_of_file(data, name):
    assert root_name(data) == name


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "entities"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "entities"),
        (b'<!DOCTYPE a [<!ENTITY % b SYSTEM "http://c.example/d"> %b;]><a/>', "entities"),
        (b'<!-- <a> --><!DOCTYPE a [<!-- <x> --><!ENTITY b "c">]><a x="&b;"/>', "entities"),
        (DEEP, "effort"),
        (b"<a>" * 5_000, "effort"),
        (b"<a>" + b"x" * 11_000_000 + b"</a>", "effort"),
        (b"kein Markup", "broken"),
        (b" \n ", "empty"),
    ],
)
def test_what_is_hostile_or_none_is_refused_with_its_reason(data, code):
    with pytest.raises(Unreadable) as refusal:
        open_xml(data)
    assert refusal.value.code == code


def test_neither_includes_nor_stylesheets_nor_a_document_type_elsewhere_are_followed():
    opened = open_xml(
        b'<?xml-stylesheet href="file:///a.xsl"?><!DOCTYPE a SYSTEM "file:///etc/passwd">'
        b'<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/hostname" parse="text"/>b</a>'
    )
    assert text_of(opened.root) == "b"
    assert opened.warnings == ()


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<a>Gas & Öl</a>", "Gas & Öl"),
        ("<a>R&D, AT&T; a?b=1&c=2</a>", "R&D, AT&T; a?b=1&c=2"),
        ("<a>Kein&nbsp;Ende &ndash; nie &unknown; da</a>", "Kein\xa0Ende – nie &unknown; da"),
        ("<a>Preis < 5 << 6 <a</a>", "Preis < 5 << 6"),
        ("<a>&#150;&#xD800;&#0;&</a>", "–��&"),
        ("<a><![CDATA[a &nbsp; & <b>]]> & c</a>", "a &nbsp; & <b> & c"),
        ("<a>Satz<br>zwei", "Satzzwei"),
        ("<a><b>eins</b><![CDATA[zwei <p>dr", "einszwei <p>dr"),
        ("<a>eins <!-- zwei & drei", "eins <!-- zwei & drei"),
        ("<a>eins\x0bzwei</a>", "eins�zwei"),
        ("<!DOCTYPE a SYSTEM 'x'><a>Kein&nbsp;Ende</a>", "Kein\xa0Ende"),
    ],
)
def test_broken_markup_keeps_its_words_and_is_said_to_be_repaired(markup, words):
    opened = open_xml(markup.encode())
    assert text_of(opened.root) == words
    assert "markup-repaired" in opened.warnings or "control-characters" in opened.warnings


def test_whole_markup_carries_no_warning():
    opened = open_xml("<a>Gas &amp; Öl &#150; <![CDATA[<b>]]></a>".encode())
    assert (text_of(opened.root), opened.warnings) == ("Gas & Öl – <b>", ())


@pytest.mark.parametrize("declared", ["windows-1251", "koi8-r", "iso-8859-5", "utf-16", "utf-8"])
def test_the_declared_encoding_is_followed(declared):
    words = "Цены на хлеб в столице выросли, сообщили в министерстве сельского хозяйства"
    data = f'<?xml version="1.0" encoding="{declared}"?><a>{words}</a>'.encode(declared)
    opened = open_xml(data)
    assert text_of(opened.root) == words
    assert "markup-repaired" not in opened.warnings


@pytest.mark.parametrize(
    "declaration",
    [
        "",
        " xmlns:dc='http://purl.org/dc/elements/1.1/'",
        " xmlns:dc='https://purl.org/dc/elements/1.1/'",
    ],
)
def test_elements_go_by_their_usual_names_whether_declared_or_not(declaration):
    root = open_xml(f"<a{declaration}><dc:date>1</dc:date><PubDate>2</PubDate></a>".encode()).root
    assert list(children(root)) == ["dc:date", "pubdate"]
    assert [name_of(one) for one in root] == ["dc:date", "PubDate"]
    assert [text_of(one) for one in descendants(root, "dc:date")] == ["1"]


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_every_version_of_wordpress_has_one_vocabulary(version):
    address = f"http://wordpress.org/export/{version}/"
    root = open_xml(f"<a xmlns:x='{address}'><x:status>draft</x:status></a>".encode()).root
    assert list(children(root)) == ["wp:status"]


@pytest.mark.parametrize(
    ("markup", "html"),
    [
        ("<a>&lt;p&gt;Satz&lt;/p&gt;</a>", "<p>Satz</p>"),
        (
            "<a>Satz <h:b xmlns:h='http://www.w3.org/1999/xhtml'>fett</h:b></a>",
            "<div>Satz <b>fett</b></div>",
        ),
        ("<a>3 &lt; 4 <b/></a>", "<div>3 &lt; 4 <b></b></div>"),
        ("<a><x:y>eins</x:y></a>", "<div><y>eins</y></div>"),
        ("<a><hl2>eins</hl2><m>zwei</m></a>", '<div><h2>eins</h2><p class="credit">zwei</p></div>'),
    ],
)
def test_what_an_element_holds_becomes_html(markup, html):
    root = open_xml(markup.encode()).root
    assert markup_of(root, {"hl2": "h2", "m": "p credit"}) == html


def test_the_language_is_the_nearest_one_above():
    root = open_xml(b"<a xml:lang='ru'><b/><c xml:lang='de'/></a>").root
    assert [language_of(one) for one in (root, *root)] == ["ru", "ru", "de"]
