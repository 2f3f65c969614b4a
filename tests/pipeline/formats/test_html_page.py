"""Saved pages: what they state, and the article told from the page around it."""

from contextlib import suppress
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.pipeline.formats import html
from articles.pipeline.reading import Unreadable
from articles.pipeline.results import Item, ParsedArticle
from tests.evaluation.html.scoring import Scores, pages

PROSE = (
    "<p>Die Fischer von Mojnak fahren wieder hinaus, weil das Wasser im Norden des Sees steigt.</p>"
)
TEXT = f"<h1>Fischer am Aralsee kehren zurück</h1>{PROSE * 4}"


def read(page: str | bytes, name: str = "page.html") -> Item:
    [item] = html.read(page.encode() if isinstance(page, str) else page, name)
    assert isinstance(item, Item)
    return item


def labels(page: str) -> dict[str, str]:
    item = read(page)
    return {hint.span.text_of(item.text.content): hint.label.value for hint in item.hints}


def page(head: str = "", body: str = TEXT, lang: str = "") -> str:
    return f"<!DOCTYPE html><html{lang}><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<!DOCTYPE html><html>", "a.txt"),
        (b"\xef\xbb\xbf \n<html lang=de>", "a"),
        (b"<!-- saved from url=(0021)https://a.example/b -->\n<!doctype html>", "a"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN">', "a.xml"),
        ("<!DOCTYPE html><html>".encode("utf-16"), "a"),
        ("<html><p>Eins</p>".encode("utf-16-le"), "a"),
        (b"<p>Ein Absatz</p><p>Noch einer", "a.txt"),
        (b"Zuerst Text, dann <b>fett</b> und <br> Schluss", "a.htm"),
    ],
)
def test_pages_and_fragments_are_recognised_by_their_first_element_or_their_name(data, name):
    assert html.recognises(data, name)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.txt"),
        (b"Ein Text", "a.html"),
        (b"<dpa> Bischkek - Ein Erdbeben", "a.txt"),
        (b"<p", "a.txt"),
        (b'<?xml version="1.0"?><rss><channel><title>a</title></channel></rss>', "a.xml"),
        (b"Er sagte <b>nichts</b>.", "a.txt"),
        (b"%PDF <html>", "a.pdf"),
    ],
)
def test_other_files_are_no_pages(data, name):
    assert not html.recognises(data, name)


AROUND = page(
    "<title>Fischer am Aralsee kehren zurück - Steppenpost</title>",
    "<div class='cookie-banner'><h1>Wir fragen</h1><p>Wir und unsere Partner verwenden Cookies.</p></div>"
    "<ul class='main-menu'><li><a href='/'>Start</a><li><a href='/p'>Politik</a></ul>"
    f"<main><div class='over-line'>Usbekistan</div>{TEXT}<div class='relatedPosts'><a href='/x'>Noch ein Text</a></div></main>"
    "<h3><a href='/y'>Schnee in Almaty</a></h3><footer>Steppenpost, Almaty</footer>",
)


def test_the_page_around_an_article_is_told_from_it():
    told = labels(AROUND)
    assert told["Wir fragen"] == told["Wir und unsere Partner verwenden Cookies."] == "cookie"
    assert told["Start | Politik"] == "navigation"
    assert told["Usbekistan"] == "kicker"
    assert told["Fischer am Aralsee kehren zurück"] == "headline"
    assert told["Noch ein Text"] == told["Schnee in Almaty"] == "related"
    assert told["Steppenpost, Almaty"] == "site"


@pytest.mark.parametrize(
    "around",
    [
        "<div class='related'>{}</div>",
        "<div class='share sidebar'><div class='widget-area'>{}</div></div>",
        "<form class='paywall'>{}</form>",
        "<div aria-hidden='true'>{}</div>",
        "<div role='dialog'>{}</div>",
    ],
)
def test_what_holds_the_headline_is_no_furniture_whatever_its_name(around):
    told = labels(page("<title>x</title>", around.format(TEXT)))
    assert told.pop("Fischer am Aralsee kehren zurück") == "headline"
    assert not set(told.values()) & {"related", "share", "navigation", "paywall", "promo"}


def test_a_headline_without_heading_is_found_by_the_title():
    body = f"<table><tr><td>3.5.2024<br><font size=5><b>Fischer am Aralsee kehren zurück</b></font><br><br>{PROSE * 3}</table>"
    told = labels(page("<title>Radio Oase: Fischer am Aralsee kehren zurück</title>", body))
    assert told["Fischer am Aralsee kehren zurück"] == "headline"


def test_a_page_of_teasers_is_said_to_be_a_listing():
    teaser = "<div class=box><h3><a href=/{0}>Schnee in Almaty {0}</a></h3><p>Viel davon.</p></div>"
    body = "<h1>Nachrichten</h1>" + "".join(teaser.format(number) for number in range(12))
    item = read(page("<title>Nachrichten</title>", body))
    assert item.text.warnings == ("listing-page",)


def test_an_article_among_teasers_is_no_listing():
    teaser = "<div class=box><h3><a href=/{0}>Schnee in Almaty {0}</a></h3><p>Viel davon.</p></div>"
    body = TEXT + PROSE * 6 + "".join(teaser.format(number) for number in range(12))
    assert read(page("<title>x</title>", body)).text.warnings == ()


def test_a_page_that_a_script_fills_is_read_from_its_metadata():
    body = "Die Fischer fahren wieder hinaus. " * 20
    data = f'{{"@type": "Article", "headline": "Fischer am Aralsee", "articleBody": "{body}"}}'
    item = read(page(f"<script type='application/ld+json'>{data}</script>", "<div id=app></div>"))
    assert "Die Fischer fahren wieder hinaus. Die Fischer" in item.text.content


@pytest.mark.parametrize(
    ("charset", "encoding", "words"),
    [
        ("windows-1251", "cp1251", "Рыбаки Арала возвращаются домой"),
        ("koi8-r", "koi8-r", "Рыбаки Арала возвращаются домой"),
        ("iso-8859-1", "cp1252", "Fischer kehren zurück"),
    ],
)
def test_a_page_is_decoded_as_it_declares(charset, encoding, words):
    markup = f"<html><head><meta http-equiv=Content-Type content='text/html; charset={charset}'></head><body><h1>{words}</h1><p>{words} {words}</p>"
    item = read(markup.encode(encoding))
    assert words in item.text.content
    assert item.text.warnings == ()


def test_a_page_that_shows_nothing_is_refused():
    with pytest.raises(Unreadable, match="empty"):
        read("<!DOCTYPE html><html><head></head><body><script>var a = 1</script></body></html>")


def test_within_the_text_rules_on_words_win_over_its_place(reader):
    text = (
        f"{PROSE}{PROSE}<p>Von Anna Berg</p><p>(dpa)</p><p>Lesen Sie auch: Schnee in Almaty</p>"
        f"<p>Zeile ohne Punkt und Rang</p>{PROSE * 3}"
    )
    body = f"<h1>Fischer am Aralsee kehren zurück</h1><div class='article-body'>{text}</div>"
    [article] = reader.read(page("<title>x</title>", body).encode(), "page.html")
    told = {line.span.text_of(article.text.content).strip(): line.label for line in article.lines}
    assert told["Von Anna Berg"] == "byline"
    assert told["Lesen Sie auch: Schnee in Almaty"] == "related"
    assert told["Zeile ohne Punkt und Rang"] == "body"


@pytest.mark.parametrize(
    "part",
    [
        "<div>" * 450 + "Wort" + "</div>" * 450,
        "<b>" * 450 + "Wort" + "</b>" * 450,
        "<table><tr>" + "<td>Wort" * 100,
        "<ul>" + "<li><a href=x>Wort</a>" * 100,
        "<div>" + "<span>Wort</span>" * 100 + "</div>",
        "<h3><a href=x>Wort</a></h3>" * 20,
        PROSE * 20,
        "<div itemprop=author>" * 100,
    ],
)
def test_reading_costs_as_much_as_the_page_is_long(part):
    def seconds(count: int) -> float:
        started = process_time()
        read(page("<title>Ein Titel der Seite</title>", part * count))
        return process_time() - started

    seconds(1)
    assert min(seconds(40) for _ in range(3)) < 12 * max(0.02, min(seconds(10) for _ in range(3)))


MARKUP = st.lists(
    st.sampled_from(
        "<p> </p> <div> </div> <h1> <h2> <table> <tr> <td> <a> </a> <br> <li> <nav> <figure> <figcaption> <title> <article> <pre> "
        "<time> <script> </script> <!-- --> &amp;shy; Wort Anna. 3.5.2024 <meta> \n | <b hidden> <html>".split(
            " "
        )
    )
)


@given(MARKUP)
@settings(deadline=None)
def test_any_markup_is_read_with_true_spans_or_refused(parts):
    try:
        item = read("<html>" + " ".join(parts))
    except Unreadable:
        return
    content = item.text.content
    spans = [one.span for one in (*item.stated, *item.hints)]
    assert all(span.text_of(content).strip() == span.text_of(content) != "" for span in spans)
    assert read("<html>" + " ".join(parts)) == item


@given(st.binary())
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(data):
    with suppress(Unreadable):
        assert isinstance(read(data), Item)


def test_pages_of_many_systems_are_read(reader):
    scores = Scores()
    for path, gold in pages("open"):
        [article] = reader.read(path.read_bytes(), path.name)
        assert isinstance(article, ParsedArticle)
        scores.add(path.stem, article, gold)
    worst = {
        "date": 0.96,
        "headline": 1,
        "address": 1,
        "language": 1,
        "byline": 0.93,
        "source": 0.93,
    }
    for field, goal in worst.items():
        assert scores.fields[field].f1 >= goal, scores.misses
    assert scores.fields["furniture (characters)"].f1 >= 0.95, scores.misses
    assert scores.hidden < scores.article * 0.01, scores.misses
