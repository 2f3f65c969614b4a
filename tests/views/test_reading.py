"""Reading an article: how long it takes, its names, passing it on, and the text alone for slow lines."""

from urllib.parse import quote

import pytest

from articles.showing import shown_of
from articles.views.naming import linked

from .newsstand import make_source, make_text, mention

WORD = "Wort "


def read(client, article, query=""):
    return " ".join(client.get(article.get_absolute_url() + query).content.decode().split())


@pytest.mark.parametrize(
    ("language", "words", "minutes"),
    [
        ("de", 179, 1),
        ("de", 180, 2),
        ("de-AT", 180, 2),
        ("en", 228, 1),
        ("ru", 185, 2),
        ("kk-Cyrl", 184, 1),
        ("", 185, 2),
    ],
)
def test_reading_takes_as_long_as_the_language_does(client, agency, language, words, minutes):
    article = make_text("Text", source=agency, language=language, body=[WORD * words])
    assert client.get(article.get_absolute_url()).context["minutes"] == minutes


def test_an_excerpt_has_no_reading_time(client, db):
    article = make_text("Dam", source=make_source("Ledger", "excerpt"), body=[WORD * 500])
    assert client.get(article.get_absolute_url()).context["minutes"] == 0


def pieces(article, *mentions):
    blocks = linked(shown_of(article).blocks, mentions)
    return [(one.text, one.address) for block in blocks for one in block.pieces if one.text]


@pytest.fixture
def text(agency):
    """Return a function that makes a published text and loads it as its page does."""

    def make(*body):
        article = make_text("Text", source=agency, body=list(body))
        return type(article).objects.published().for_page().get(pk=article.pk)

    return make


def test_a_name_is_linked_where_it_stands_first_and_nowhere_else(text):
    article = text("Präsident Toqajew kam.", "Toqajew ging.")
    found = mention(article, "Tokayev", "Tokajew", surfaces=["Toqajew"])
    assert pieces(article, found) == [
        ("Präsident ", ""),
        ("Toqajew", "/de/people/tokayev/"),
        (" kam.", ""),
        ("Toqajew ging.", ""),
    ]


def test_the_first_form_counts_and_the_longest_where_two_begin_alike(text):
    article = text("Kassym-Schomart Tokajew, also Tokajew.")
    found = mention(article, "Tokayev", "Tokajew", surfaces=["Tokajew", "Kassym-Schomart  Tokajew"])
    assert [words for words, address in pieces(article, found) if address] == [
        "Kassym-Schomart Tokajew"
    ]


@pytest.mark.parametrize("words", ["Oschagan siegt.", "Aosch.", "OSCH"])
def test_words_that_only_contain_a_name_are_none(text, words):
    article = text(words)
    assert pieces(article, mention(article, "Osh", "Osch", surfaces=["Osch"])) == [(words, "")]


def test_headings_carry_no_links(text):
    article = text(("crosshead", "Osch"), "In Osch.")
    found = mention(article, "Osh", "Osch", surfaces=["Osch"])
    assert [address for _, address in pieces(article, found)] == ["", "", "/de/people/osh/", ""]


def test_names_with_signs_are_taken_literally(text):
    article = text("Die Firma (A+B) baut.")
    found = mention(article, "A+B", "A+B", surfaces=["A+B", "", " "])
    assert ("A+B", found.tag.get_absolute_url()) in pieces(article, found)


def test_what_stands_around_a_link_is_escaped(client, text):
    article = text("<b>Osch</b> & mehr")
    mention(article, "Osh", "Osch", surfaces=["Osch"])
    page = read(client, article)
    link = '<a class="name" href="/de/people/osh/">Osch</a>'
    assert f"<p>&lt;b&gt;{link}&lt;/b&gt; &amp; mehr</p>" in page


def test_a_text_is_passed_on_by_mail_and_by_its_address(client, agency):
    article = make_text("Öl & Gas?", source=agency, slug="oel")
    page = read(client, article)
    address = f"http://testserver/de/articles/oel-{article.pk}/"
    assert f'value="{address}" readonly' in page
    escaped = quote(address, safe="")
    assert f'href="mailto:?subject=%C3%96l%20%26%20Gas%3F&amp;body={escaped}"' in page


def test_the_lite_page_holds_the_text_and_leads_to_the_full_one(client, agency):
    article = make_text(
        "Text",
        source=agency,
        standfirst="Vorspann.",
        body=["Absatz.", ("crosshead", "Kopf"), ("quotation", "Zitat.")],
        byline=["Aigul Sadykowa"],
    )
    page = read(client, article, "?lite=1")
    for expected in ("Vorspann.", "<p>Absatz.</p>", "<h2>Kopf</h2>", "Zitat.", "Aigul Sadykowa"):
        assert expected in page
    assert f'<link rel="canonical" href="http://testserver/de/articles/text-{article.pk}/">' in page
    assert f'<a href="{article.get_absolute_url()}">' in page
    assert 'href="?lite=1"' in read(client, article)


def test_the_lite_page_of_an_excerpt_is_an_excerpt(client, db):
    article = make_text("Dam", source=make_source("Ledger", "excerpt"), body=[WORD * 500 + "Ende."])
    page = read(client, article, "?lite=1")
    assert "Wort …" in page
    assert "Ende." not in page


def test_the_lite_page_of_a_long_text_stays_below_15_kilobytes(client, agency):
    paragraph = "Der Wasserstand des Toktogul-Stausees ist auf den tiefsten Wert gesunken. " * 8
    article = make_text("Text", source=agency, body=[paragraph] * 20)
    answer = client.get(f"{article.get_absolute_url()}?lite=1")
    assert len(answer.content) < 15_000
    assert answer["Cache-Control"] == "no-cache"


def test_only_lite_1_is_the_lite_page(client, agency):
    article = make_text("Text", source=agency)
    for query in ("?lite=0", "?lite=", "?lite=%00"):
        assert 'class="masthead"' in read(client, article, query)
