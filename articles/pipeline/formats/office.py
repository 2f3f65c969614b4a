"""What word processors have in common: paragraphs with a style, from which headline, cross-heads and captions are told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lxml import etree

from ..parsing.publication_date import is_date_line
from ..results import Label
from .sheet import Sheet, one_line

#: An lxml element: the library is published without types.
Element = Any

#: Between the cells of a table's row.
CELL = " | "
#: Names of styles as Word and Writer keep them, and as localised templates call them.
_TITLE = re.compile(r"title|titel|titre|название|schlagzeile|headline", re.IGNORECASE)
_SUBTITLE = re.compile(
    r"subtitle|untertitel|sous-titre|подзаголовок|vorspann|teaser|lead|standfirst", re.IGNORECASE
)
_HEADING = re.compile(
    r"(?:heading|überschrift|titre|заголовок|zwischen(?:titel|überschrift))[ _]?(\d?)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"caption|beschriftung|bildunterschrift|légende|название объекта|illustration", re.IGNORECASE
)
_BYLINE = re.compile(r"byline|autor(?:en)?(?:zeile)?|author|автор", re.IGNORECASE)
#: A heading by hand is in bold, no longer than this, and no sentence; one of few words may be a kicker.
_HEADING_WORDS, _HEADLINE_WORDS = 14, 4
#: From so many words on a paragraph is running text.
_PROSE_WORDS = 20
#: Titles that programs make up.
_NO_TITLE = re.compile(
    r"microsoft word|untitled|unbenannt|dokument\d*$|document\d*$|без имени|powerpoint|.*\.(?:docx?|odt|rtf|pdf)$",
    re.IGNORECASE,
)
#: Properties that are stated, by the names that either format has for them, and those that are only shown.
_FIELDS = {
    "title": "headline",
    "creator": "byline",
    "initial-creator": "byline",
    "modified": "updated",
    "date": "updated",
    "language": "language",
    "keywords": "keywords",
    "keyword": "keywords",
}
_SHOWN = frozenset({"created", "creation-date", "subject", "description", "category"})
#: What a file says of itself is weak: titles and authors come with templates, and dates are those of copies.
_WEAK = 0.3


@dataclass(slots=True)
class Paragraph:
    """The words of a paragraph (it may hold line breaks), the name of its style, and whether all of it is bold."""

    words: str
    style: str = ""
    is_bold: bool = False


def local(element: Element) -> str:
    """Return an element's name without its namespace: both office formats have several for one meaning."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str) -> str:
    """Return an attribute by its name without namespace; "" without one."""
    if element is not None:
        for key, value in element.attrib.items():
            if key.rpartition("}")[2] == name:
                return str(value)
    return ""


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of that name; None without one."""
    if element is None:
        return None
    return next((one for one in element.iterchildren(etree.Element) if local(one) == name), None)


def state_properties(sheet: Sheet, properties: dict[str, str], rule: str) -> None:
    """State what a document says of itself, each under its own key; weakly, and the day of its making not at all."""
    for key, words in properties.items():
        field = _FIELDS.get(key)
        if field == "headline" and _NO_TITLE.match(words):
            field = None
        if field:
            sheet.state(field, key, words, f"{rule}-{key}", _WEAK)
        elif key in _SHOWN and words.strip():
            sheet.line(f"{key}: {words}", Label.HEADER, rule)
    sheet.line("")


def write_paragraphs(sheet: Sheet, paragraphs: Iterable[Paragraph], rule: str) -> None:
    """Write the paragraphs of a text, with what their styles tell; `rule` begins the names of the rules."""
    said = [one for one in paragraphs if one.words.strip()]
    by_hand = _headline_by_hand(said)
    has_headline = has_begun = False
    for number, paragraph in enumerate(said):
        if number == by_hand:
            label: Label | None = Label.HEADLINE
            confidence = 0.7
        else:
            label, confidence = _label(paragraph, has_headline, has_begun)
        has_headline = has_headline or label is Label.HEADLINE
        has_begun = has_begun or (label is None and _is_prose(paragraph))
        how = "bold" if not kind_of_style(paragraph.style) else "style"
        sheet.paragraph(paragraph.words, label, f"{rule}-{how}", confidence)


def _headline_by_hand(said: list[Paragraph]) -> int | None:
    """Return the number of the headline that is merely bold: it opens the last group of bold lines above the text.

    A group above it, parted by a date or a plain line, is the letterhead. None where a style tells the headline.
    """
    first: int | None = None
    is_open = False
    for number, paragraph in enumerate(said):
        if kind_of_style(paragraph.style) in {"title", "heading-1"}:
            return None
        is_heading = paragraph.is_bold and not is_date_line(paragraph.words)
        if _is_prose(paragraph):
            return first
        words = len(paragraph.words.split())
        if is_heading and not is_open and _HEADLINE_WORDS <= words <= _HEADING_WORDS:
            first = number
            is_open = True
        elif not is_heading:
            is_open = False
    return first


def _is_prose(paragraph: Paragraph) -> bool:
    return len(paragraph.words.split()) >= _PROSE_WORDS


def write_page(sheet: Sheet, lines: Iterable[str], rule: str) -> None:
    """Write what stands above or below each page, once: the page's, but for a date."""
    for words in dict.fromkeys(map(one_line, lines)):
        if any(map(str.isalpha, words)):
            sheet.line(words, None if is_date_line(words) else Label.SITE, rule, 0.7)
    sheet.line("")


def kind_of_style(style: str) -> str:
    """Return what a style is for: `subtitle`, `caption`, `byline`, `heading-1` …, `title`; "" for running text."""
    style = style.replace("_20_", " ").strip()
    if _CAPTION.match(style):
        return "caption"
    if _SUBTITLE.match(style):
        return "subtitle"
    if _BYLINE.match(style):
        return "byline"
    if heading := _HEADING.match(style):
        return f"heading-{heading[1] or 2}"
    return "title" if _TITLE.fullmatch(style) else ""


def _label(paragraph: Paragraph, has_headline: bool, has_begun: bool) -> tuple[Label | None, float]:
    kind = kind_of_style(paragraph.style)
    if kind in {"title", "heading-1"} and not has_headline and not has_begun:
        return Label.HEADLINE, 0.9
    if kind == "title" or kind.startswith("heading"):
        return Label.CROSSHEAD, 0.85
    named = {"subtitle": Label.STANDFIRST, "caption": Label.CAPTION, "byline": Label.BYLINE}
    if kind:
        return named[kind], 0.8
    return _label_of_bold(paragraph, has_headline, has_begun)


def _label_of_bold(
    paragraph: Paragraph, has_headline: bool, has_begun: bool
) -> tuple[Label | None, float]:
    """Return what a paragraph in bold is: people make headings so where they know no styles."""
    words = len(paragraph.words.split())
    if not paragraph.is_bold or is_date_line(paragraph.words):
        return None, 0.0
    if words > _HEADING_WORDS:
        return (Label.STANDFIRST, 0.7) if has_headline and not has_begun else (None, 0.0)
    if paragraph.words.rstrip().endswith((".", ":", ",")):
        return None, 0.0
    return (Label.CROSSHEAD, 0.75) if has_begun else (None, 0.0)
