"""Markdown as blogs and site generators keep it: front matter stated, marks taken off, headings and captions told."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.pipeline.formats import split_items
from articles.pipeline.formats.markdown import recognises
from articles.pipeline.formats.markdown.front_matter import read_front_matter
from articles.pipeline.formats.markdown.inline import bare
from articles.pipeline.reading import Unreadable
from articles.pipeline.results import Item, Label

FRONT = """---
# a comment
title: "Wasser wird knapp: Osch rationiert"
date: 2024-05-06T10:12:00+06:00
lastmod: 2024-05-07
author: Anna Berg
lang: de
tags:
  - Wasser
  - Kirgistan
description: >
  Drei Viertel der Stadt
  sind betroffen.
canonical_url: https://nordfunk.example/wasser
draft: false
---
"""
PROSE = "Die Stadtverwaltung von Osch hat am Montag das Wasser rationiert."


def one(text, name="a.md"):
    [item] = split_items(text.encode(), name)
    assert isinstance(item, Item)
    return item


def body(text):
    item = one(text)
    return item.text.content[item.body :].strip()


def stated(item):
    return {one.field: one.span.text_of(item.text.content) for one in item.stated}


def hints(text):
    item = one(text)
    return [(hint.label, hint.span.text_of(item.text.content)) for hint in item.hints]


def test_front_matter_is_stated():
    item = one(f"{FRONT}\n{PROSE}\n", "ohne-endung")
    assert stated(item) == {
        "headline": "Wasser wird knapp: Osch rationiert",
        "date": "2024-05-06T10:12:00+06:00",
        "updated": "2024-05-07",
        "byline": "Anna Berg",
        "language": "de",
        "keywords": "Wasser, Kirgistan",
        "standfirst": "Drei Viertel der Stadt sind betroffen.",
        "address": "https://nordfunk.example/wasser",
    }
    assert "draft: false" in item.text.content, "kept, and read for nothing"
    assert item.text.content.rstrip().endswith(PROSE)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("title: Öl", "Öl"),
        ("title: 'It''s so'", "It's so"),
        ('title: "Der \\"Rat\\"" # Kommentar', 'Der "Rat"'),
        ("title: Öl # Kommentar", "Öl"),
        ("title: C# und #Osch", "C# und #Osch"),
        ("title: [Anna Berg, 'Bolot Asanow']", "Anna Berg, Bolot Asanow"),
        ("title:\n- Anna\n- Bolot", "Anna, Bolot"),
        ("title: Zeit: 10:30", "Zeit: 10:30"),
        ("title: |\n  Eins\n  zwei", "Eins zwei"),
        ("title: '", "'"),
        ("title:", ""),
    ],
)
def test_values_of_front_matter(line, value):
    pairs, text = read_front_matter(f"---\n{line}\n---\nText")
    assert pairs == [("title", value)]
    assert text == "Text"


@pytest.mark.parametrize(
    ("content", "name", "is_markdown"),
    [
        (PROSE, "a.md", True),
        (PROSE, "A.MARKDOWN", True),
        (PROSE, "a.txt", False),
        (f"# Heading\n\n{PROSE}", "a.txt", False),
        (FRONT, "a.txt", True),
        (FRONT.replace("\n", "\r\n"), "a", True),
        ("---\nKein Schlüssel\n---\n", "a.txt", False),
        ("---\n\nOsch: die Lage\n\nohne Ende\n", "a.txt", False),
    ],
)
def test_markdown_is_known_by_name_or_front_matter(content, name, is_markdown):
    assert recognises(content.encode(), name) is is_markdown


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**fett** und __auch__", "fett und auch"),
        ("*schräg* und _auch_", "schräg und auch"),
        ("***beides***", "beides"),
        ("ein_name_mit_strichen", "ein_name_mit_strichen"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("[Osch](https://example.org 'Titel')", "Osch"),
        ("[Osch][1]", "Osch"),
        ("Das[^1] gilt", "Das[1] gilt"),
        ("<https://example.org>", "https://example.org"),
        ("![Bild](a.jpg) bleibt nicht", " bleibt nicht"),
        ("`Code` &amp; \\*Stern\\*", "Code & *Stern*"),
        ("H<sub>2</sub>O", "H2O"),
        ("~~gestrichen~~", "gestrichen"),
        ("Zeile<br>Zeile", "Zeile\nZeile"),
        ("[offen und **offen", "[offen und **offen"),
    ],
)
def test_marks_go_and_words_stay(marked, words):
    assert bare(marked) == words


def test_headings_are_headline_and_cross_heads():
    text = f"# Wasser wird knapp\n\n{PROSE}\n\n## Was nun? ##\n\n{PROSE}\n\nDie Lage\n--------\n\n{PROSE}"
    assert hints(text) == [
        (Label.HEADLINE, "Wasser wird knapp"),
        (Label.CROSSHEAD, "Was nun?"),
        (Label.CROSSHEAD, "Die Lage"),
    ]


def test_a_heading_that_repeats_the_title_is_the_headline_and_others_are_not():
    text = f"---\ntitle: Wasser wird knapp\n---\n{PROSE}\n\n# Wasser wird knapp\n\n# Teil eins\n"
    assert hints(text) == [(Label.HEADLINE, "Wasser wird knapp"), (Label.CROSSHEAD, "Teil eins")]


def test_a_paragraph_in_bold_is_a_cross_head_once_the_text_has_begun():
    text = f"**Osch.** {PROSE}\n\n**Was nun?**\n\n{PROSE}"
    assert hints(text) == [(Label.CROSSHEAD, "Was nun?")]


def test_a_picture_is_its_caption():
    text = f'{PROSE}\n\n![Kanal](k.jpg "Kanal in Osch. Foto: Anna Berg")\n\n![Damm](d.jpg)\n'
    assert hints(text) == [
        (Label.CAPTION, "Kanal in Osch. Foto: Anna Berg"),
        (Label.CAPTION, "Damm"),
    ]


def test_paragraphs_are_lines_and_lists_and_tables_are_lines_each():
    text = (
        "Eins\nzwei  \ndrei\\\nvier\n\n> Zitat\n> weiter\n\n- a\n- b\n  weiter\n\n1. c\n2. d\n\n"
        "| Jahr | Öl |\n|------|---:|\n| 2023 | 5 |\n\n***\n\n[1]: https://example.org\n\n[^1]: Quelle: Amt.\n"
    )
    assert body(text) == (
        "Eins zwei\ndrei\nvier\n\nZitat weiter\n\na\nb weiter\n\n1. c\n2. d\n\nJahr | Öl\n2023 | 5\n\n[1] Quelle: Amt."
    )


@pytest.mark.parametrize(
    "line", ["Osch - die Stadt", "a > b", "Am 3. Mai war es so.", "Osch – * – Naryn"]
)
def test_marks_of_blocks_count_at_the_beginning_of_a_line_only(line):
    assert body(line) == line


def test_html_in_markdown_is_read_as_html():
    text = f"{PROSE}\n\n<figure>\n<img src=a.jpg>\n<figcaption>Kanal in Osch</figcaption>\n</figure>\n\n<script>x()</script>\n\n{PROSE}"
    assert "Kanal in Osch" in body(text)
    assert "x()" not in body(text)
    assert body(text).count(PROSE) == 2


@pytest.mark.parametrize(
    "mark", ["**a ", "*a ", "[", "![", "`", "<a ", "_a ", "> ", "- ", "~~a ", "[^", "|"]
)
def test_marks_without_end_cost_no_more_than_words(mark):
    started = time.process_time()
    try:
        one(mark * (200_000 // len(mark)) + "x")
    except Unreadable:
        return
    assert time.process_time() - started < 5


@settings(max_examples=200)
@given(
    text=st.one_of(
        st.text(max_size=200),
        st.lists(
            st.sampled_from(
                [
                    "---\n",
                    "title: x\n",
                    "# ",
                    "\n",
                    "\n\n",
                    "**",
                    "[",
                    "](",
                    ")",
                    "![",
                    "`",
                    "> ",
                    "- ",
                    "Wort ",
                ]
            ),
            max_size=60,
        ).map("".join),
    )
)
def test_any_text_is_an_item_or_has_a_reason(text):
    try:
        [item] = split_items(text.encode("utf-8", "surrogatepass"), "a.md")
    except Unreadable:
        return
    assert all(span.text_of(item.text.content).strip() for span in (h.span for h in item.hints))
