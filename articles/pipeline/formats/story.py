"""A text as the formats of feeds and agencies carry it: fields beside a body, written out in the order of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from itertools import islice
from statistics import median

from ..reading import Unreadable
from ..results import Hint, Item, Label, Refused, Span
from .html import write_html
from .sheet import Sheet, one_line

#: A file holds no more texts than a desk can look at; what follows is refused in one line.
MOST_TEXTS = 10_000
#: A summary counts as repeated where so many letters of it open the body; looked for among so many characters of markup.
_COMPARED_LETTERS = 1_000
_COMPARED = 4_000

#: From so many words on a line is prose, and no byline or date line.
_PROSE_WORDS = 14
_LINE = re.compile(r"[^\n]+")
#: A tag; an address in such brackets is none: "<desk@example.org>".
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,20}(?:\s[^<>]{0,1000})?/?>|<!--[^<>]{0,1000}-->")
_BREAK = re.compile(
    r"<(?:br|/?(?:p|div|li|h\d|header|section|ul|td|tr))\b[^<>]{0,1000}>", re.IGNORECASE
)
_BLOCK = re.compile(r"<(?:p|br|div|li|h\d|table|blockquote|section|article)\b", re.IGNORECASE)
_ELLIPSIS = re.compile(r"\s*(?:\[?(?:…|\.\.\.|&hellip;)\]?|\(…\))\s*$")
_BASIC_ISO = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?)?([+-]\d\d:?\d\d|Z)?")
#: RFC 822 had years of two digits: "6 May 24 10:00".
_SHORT_YEAR = re.compile(r"(\b\d{1,2} [A-Za-z]{3} )(\d\d)(?= \d\d:)")
_SECONDS = re.compile(r"1\d{9}(?:\d{3})?")


class Story:
    """Collects what a format carries for one text and writes it: statements, then head, body and captions."""

    def __init__(
        self, kind: str, encoding: str, warnings: tuple[str, ...] = (), *, is_wire: bool = False
    ) -> None:
        """Begin a text of the format `kind`, which the rules of its values are named after: `rss-pubDate`.

        A wire's body `is_wire`: it holds no standfirst, which has a field of its own.
        """
        self._kind = kind
        self._is_wire = is_wire
        self._encoding = encoding
        self._warnings = list(warnings)
        self._stated: list[tuple[str, str, str, float]] = []
        self._head: dict[Label, tuple[str, str]] = {}
        self._bodies: list[str] = []
        self._tail: dict[tuple[str, Label, str], None] = {}

    def warn(self, code: str) -> None:
        """Add a warning once."""
        if code not in self._warnings:
            self._warnings.append(code)

    def state(self, field: str, title: str, words: str, confidence: float = 0.95) -> None:
        """Add what the file states for `field` under its own `title`; nothing where it is empty."""
        self._stated.append((field, title, words, confidence))

    def state_date(self, field: str, title: str, words: str, confidence: float = 0.95) -> None:
        """Add a date in a form that is read: basic ISO extended, years of four digits, seconds since 1970 as a day."""
        self.state(field, title, readable_date(words), confidence)

    def state_all(self, field: str, title: str, words: Iterable[str]) -> None:
        """Add what the file states several times for one field, such as keywords, on one line."""
        self.state(field, title, "; ".join(dict.fromkeys(filter(None, map(plain, words)))))

    def head(self, label: Label, title: str, words: str) -> None:
        """Set the line of the head that `title` of the file gives for `label`; the first one that says anything counts."""
        words = plain(words)
        if words:
            self._head.setdefault(label, (words, title))

    def body(self, markup: str) -> None:
        """Add a body: HTML, or plain text where there is no markup in it."""
        if plain(markup[:_COMPARED]) or plain(markup):
            self._bodies.append(markup)

    def below(self, label: Label, title: str, words: str) -> None:
        """Add a line below the body, such as a caption; the same one once."""
        words = plain(words)
        if words:
            self._tail[words, label, title] = None

    def has_body(self) -> bool:
        """Return whether the text has a body."""
        return bool(self._bodies)

    def holds(self, words: str) -> bool:
        """Return whether a body already opens with the words: a summary is often its beginning, cut off."""
        sought = _squeezed(_ELLIPSIS.sub("", plain(words[:_COMPARED])))[:_COMPARED_LETTERS]
        return bool(sought) and any(
            _squeezed(plain(body[: 4 * _COMPARED])).startswith(sought) for body in self._bodies
        )

    def item(self, number: int) -> Item | Refused:
        """Return the text, named after its headline, else its address; refused where it says nothing."""
        headline = self._head.get(Label.HEADLINE, ("", ""))[0]
        name = headline or self._known_as()
        if not (self._head or self._bodies):
            return Refused(name, "empty", ", ".join(self._warnings), number)
        sheet = Sheet(self._encoding, tuple(self._warnings))
        for field, title, words, confidence in self._stated:
            sheet.state(field, title, words, f"{self._kind}-{title}", confidence)
        for label in (
            Label.KICKER,
            Label.HEADLINE,
            Label.STANDFIRST,
            Label.BYLINE,
            Label.DATE_LINE,
        ):
            words, title = self._head.get(label, ("", ""))
            if label is Label.STANDFIRST and self.holds(words):
                continue
            sheet.paragraph(words, label, f"{self._kind}-{title}")
        for body in self._bodies:
            try:
                write_body(sheet, body, headline)
            except Unreadable as reason:
                return Refused(name, reason.code, reason.detail, number)
        for words, label, title in self._tail:
            sheet.paragraph(words, label, f"{self._kind}-{title}")
        item = sheet.item(number, name)
        return self._with_body_hinted(item) if self._is_wire else item

    def _known_as(self) -> str:
        """Return what tells a text without a headline from its neighbours."""
        stated = {field: words for field, _, words, _ in reversed(self._stated) if words.strip()}
        return one_line(stated.get("address") or stated.get("identifier") or "")[:200]

    def _with_body_hinted(self, item: Item) -> Item:
        """Return an item whose prose is said to be body where nothing else is said of it; what may be signed is left."""
        content, hinted = item.text.content, {hint.span.start for hint in item.hints}
        hints = [
            Hint(Span(*line.span()), Label.BODY, f"{self._kind}-body", 0.9)
            for line in _LINE.finditer(content, item.body)
            if line.start() not in hinted
            and len(line[0].split()) >= _PROSE_WORDS
            and line[0][-1] not in ")]/"
        ]
        return replace(item, hints=tuple(sorted((*item.hints, *hints), key=lambda hint: hint.span)))


def write_body(sheet: Sheet, markup: str, headline: str = "") -> None:
    """Write a body: HTML where there are tags in it, else its paragraphs. Raises `Unreadable` as `write_html` does."""
    if not is_markup(markup):
        for paragraph in paragraphs(unescape(markup)):
            sheet.paragraph(paragraph)
        return
    if "\n" in markup and not _BLOCK.search(markup):
        # Links in a text whose paragraphs are lines.
        markup = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs(markup))
    write_html(sheet, markup, headline)


def is_markup(words: str) -> bool:
    """Return whether words hold HTML's tags, as such or escaped once more.

    >>> [is_markup(words) for words in ("<p>Ein Satz", "&lt;br&gt;", "3 < 5 & 7")]
    [True, True, False]
    """
    return bool(_TAG.search(words) or ("&lt;" in words and _TAG.search(unescape(words))))


def plain(markup: str) -> str:
    """Return words without markup, on one line.

    >>> plain("Gas &amp;amp; &quot;Öl&quot;<br>in <b>Ate</b>rau")
    'Gas & "Öl" in Aterau'
    """
    if "<" in markup:
        markup = _TAG.sub("", _BREAK.sub(" ", markup))
    if "&" in markup:
        markup = unescape(unescape(markup)) if "&amp;" in markup else unescape(markup)
    return one_line(markup)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a plain text; lines that an agency wrapped at a width are joined.

    >>> paragraphs("Erster Absatz.\\n\\nZweiter.")
    ['Erster Absatz.', 'Zweiter.']
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = [len(line.strip()) for line in text.split("\n") if line.strip()]
    wrapped = len(lines) > 8 and max(lines) <= 90 and median(lines) >= 40
    blocks = re.split(r"\n[ \t]*\n|\n(?=[ \t]{2,})", text) if wrapped else text.split("\n")
    return [one_line(block) for block in blocks if block.strip()]


def readable_date(words: str) -> str:
    """Return a date in a form that `parsing.dates` reads; the words themselves where they are in one.

    >>> [readable_date(words) for words in ("20240503T101500+0200", "Mon, 6 May 24 10:00:00 GMT", "1714983000")]
    ['2024-05-03T10:15:00+0200', 'Mon, 6 May 2024 10:00:00 GMT', '2024-05-06T08:10:00+00:00']
    """
    words = one_line(words)
    if match := _BASIC_ISO.fullmatch(words):
        year, month, day, hour, minute, second, zone = match.groups()
        clock = f"T{hour}:{minute}:{second or '00'}" if hour else ""
        return f"{year}-{month}-{day}{clock}{zone or ''}"
    if _SECONDS.fullmatch(words):
        return datetime.fromtimestamp(int(words[:10]), UTC).isoformat()
    return _SHORT_YEAR.sub(r"\g<1>20\2", words)


def numbered(stories: Iterable[Story | Refused]) -> list[Item | Refused]:
    """Return the texts of a file with their numbers, not more than `MOST_TEXTS`; one refusal stands for those behind."""
    items: list[Item | Refused] = []
    for number, story in enumerate(islice(stories, MOST_TEXTS + 1), 1):
        if number > MOST_TEXTS:
            items.append(Refused("…", "members", f"more than {MOST_TEXTS} texts", number))
        elif isinstance(story, Refused):
            items.append(replace(story, number=number))
        else:
            items.append(story.item(number))
    return items


def _squeezed(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())
