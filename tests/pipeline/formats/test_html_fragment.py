"""A fragment of markup on a sheet: bodies of mails, feeds and documents."""

import pytest

from articles.pipeline.formats.html import write_html
from articles.pipeline.formats.sheet import Sheet
from articles.pipeline.reading import Unreadable
from articles.pipeline.results import Item


def written(markup: str, headline: str = "") -> Item:
    sheet = Sheet("utf-8")
    write_html(sheet, markup, headline)
    return sheet.item()


def lines(markup: str, headline: str = "") -> list[str]:
    return [line for line in written(markup, headline).text.content.split("\n") if line]


def hinted(markup: str, headline: str = "") -> list[tuple[str, str]]:
    item = written(markup, headline)
    return [(hint.label.value, hint.span.text_of(item.text.content)) for hint in item.hints]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("Nur Text, kein Element", ["Nur Text, kein Element"]),
        ("<p>Ein <b>Satz</b> in\n einer <i>Zeile</i>.</p>", ["Ein Satz in einer Zeile."]),
        ("<p>Eins<p>Zwei", ["Eins", "Zwei"]),
        ("Eins<br>Zwei<br/><br />Drei", ["Eins", "Zwei", "Drei"]),
        ("<ul><li>Osch<li>Naryn</ul>", ["Osch", "Naryn"]),
        ("<blockquote>Wir bleiben</blockquote>Er ging", ["Wir bleiben", "Er ging"]),
        ("<table><tr><th>Jahr<th>Som<tr><td>2020<td>5</table>", ["Jahr | Som", "2020 | 5"]),
        ("<table><tr><td><p>Links</p><td><p>Rechts</p></table>", ["Links", "Rechts"]),
        ("<pre>Eins\nZwei</pre>", ["Eins", "Zwei"]),
        ("Berg&shy;dorf\u200b im&nbsp;Tal", ["Bergdorf im Tal"]),
        ("Die &amp;quot;Seidenstra&amp;szlig;e&amp;quot;", ['Die "Seidenstraße"']),
        ("&lt;p&gt;Eins&lt;/p&gt;&lt;p&gt;Zwei &amp;amp; Drei", ["Eins", "Zwei & Drei"]),
        ("<p>Er<!-- nicht --> ging<script>x()</script><style>p{}</style>", ["Er ging"]),
        ('<p>Da<span style="display: none">weg</span> ist <b hidden>er</b>sie', ["Da ist sie"]),
        ("<p>Ein <xyz:odd foo='>'>Rest", ["Ein Rest"]),
        ("", []),
        ("<!-- nichts", []),
        ("\ud800<p>Eins", ["?", "Eins"]),
    ],
)
def test_blocks_become_lines_and_what_is_hidden_is_left_out(markup, expected):
    assert lines(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<h1>Fischer am Aralsee</h1><p>Text", [("headline", "Fischer am Aralsee")]),
        (
            "<h1><span class='overline'>Aralsee</span><span>Fischer kehren zurück</span></h1>",
            [("kicker", "Aralsee"), ("headline", "Fischer kehren zurück")],
        ),
        (
            "<p class='byline'>Von Anna Berg</p><time>3. Mai 2024</time>",
            [("byline", "Von Anna Berg"), ("date-line", "3. Mai 2024")],
        ),
        ("<p class='author'>Unsere Leute vor Ort</p>", []),
        (
            "<figure><figcaption>Das Dorf im Tal. Foto: Anna Berg/dpa</figcaption></figure>",
            [("caption", "Das Dorf im Tal."), ("credit", "Foto: Anna Berg/dpa")],
        ),
        ("<div class='sharedaddy'><a href='x'>Teilen</a></div>", [("share", "Teilen")]),
        ("<nav><p class='byline'>Von Anna Berg</p></nav>", [("navigation", "Von Anna Berg")]),
        ("<div class='no-comments article--shared'>Ein Satz</div>", []),
    ],
)
def test_markup_tells_what_a_line_is(markup, expected):
    assert hinted(markup) == expected


PROSE = (
    "<p>Die Fischer von Mojnak fahren wieder hinaus, weil das Wasser im Norden des Sees steigt.</p>"
)


def test_headings_between_paragraphs_are_crossheads():
    assert hinted(f"{PROSE}<h3>Salz und Staub</h3>{PROSE}<h3>Mehr zum Thema</h3>") == [
        ("crosshead", "Salz und Staub")
    ]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            f"{PROSE}<p><strong>Salz und Staub</strong></p>{PROSE}",
            [("crosshead", "Salz und Staub")],
        ),
        (f"{PROSE}<p><b>Salz</b> und Staub</p>{PROSE}", []),
        (f"{PROSE}<p><b>Es war kein Salz.</b></p>{PROSE}", []),
        (f"{PROSE}<p><b>Anna Berg<br>Reporterin</b></p>{PROSE}", []),
        (f"<p><b>Salz und Staub</b></p>{PROSE}", []),
    ],
)
def test_a_bold_line_between_paragraphs_is_a_crosshead(markup, expected):
    assert hinted(markup) == expected


def test_a_stated_headline_is_found_again_and_another_h1_is_a_crosshead():
    markup = f"<h2>Fischer am „Aralsee“</h2>{PROSE}<h1>Salz</h1>{PROSE}"
    assert hinted(markup, 'Fischer am "Aralsee"') == [
        ("headline", "Fischer am „Aralsee“"),
        ("crosshead", "Salz"),
    ]


def test_the_questions_of_an_interview_are_no_crossheads():
    markup = PROSE + "".join(f"<h3>Und dann {number}?</h3>{PROSE}" for number in range(4))
    assert hinted(markup) == [("body", f"Und dann {number}?") for number in range(4)]


@pytest.mark.parametrize(
    ("markup", "rest"),
    [
        ("<div>" * 40_000 + "Eins" + "</div>" * 40_000 + "<p>Zwei", ["Eins", "Zwei"]),
        ("<p>Eins<font>" * 3_000, ["Eins"] * 3_000),
        ("<div>" * 40_000 + "Eins" + "</b></i>" * 40_000, ["Eins"]),
        ("<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">Eins", ["Eins"]),
        ("<p>Eins<!-- " * 20_000, ["Eins"]),
        ("<ul><li>Eins" * 2_000, ["Eins"] * 2_000),
    ],
)
def test_markup_that_nests_without_end_keeps_its_words(markup, rest):
    assert lines(markup) == rest


def test_paragraphs_that_nest_without_end_are_refused():
    with pytest.raises(Unreadable, match="effort"):
        written("<h1><h2>" * 2_000)
