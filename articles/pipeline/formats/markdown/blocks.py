"""The blocks of a Markdown text as lines: headings, paragraphs, quotations, lists, tables, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...results import Label
from ..html import write_html
from ..sheet import Sheet, one_line
from .inline import IMAGE, bare, is_strong_alone

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ITEM = re.compile(
    r"\A[ \t]*(?:[*+-][ \t]+(?:\[[ xX]\][ \t]+)?|(?P<number>\d{1,9}[.)])[ \t]+)(?=\S)"
)
_QUOTE = re.compile(r"\A {0,3}(?:>[ \t]?)+")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\[\]]{1,200}\]:[ \t]+\S")
_NOTE = re.compile(r"\A {0,3}\[\^([^\[\]\s]{1,40})\]:[ \t]+")
_HTML = re.compile(
    r" {0,3}<(?:!--|/?(?:div|p|figure|table|section|article|aside|blockquote|iframe|script|style|ul|ol|details|center|img|h[1-6])\b)",
    re.IGNORECASE,
)


def write_blocks(sheet: Sheet, body: str, headline: str) -> None:
    """Write a Markdown text onto `sheet`. `headline` is the stated one, which a heading may repeat.

    Raises `Unreadable` (`effort`) where HTML in it nests without end.
    """
    writer = _Writer(sheet, headline)
    for kind, lines in _blocks(body):
        writer.write(kind, lines)


def _blocks(body: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the blocks of a text: `heading`, `code`, `html` or `paragraph`, with their lines."""
    waiting: list[str] = []
    fence = ""
    is_html = False
    for line in body.splitlines():
        opening = _FENCE.match(line)
        if fence:
            if opening and line.strip().startswith(fence):
                yield "code", waiting
                waiting, fence = [], ""
            else:
                waiting.append(line)
            continue
        ends = not line.strip() or (not is_html and bool(opening or _HEADING.match(line)))
        if ends and waiting:
            yield ("html" if is_html else "paragraph"), waiting
            waiting, is_html = [], False
        if opening and not is_html:
            fence = opening[1]
        elif _HEADING.match(line) and not is_html:
            yield "heading", [line]
        elif line.strip():
            is_html = is_html or (not waiting and bool(_HTML.match(line)))
            waiting.append(line)
    if waiting:
        yield ("html" if is_html else "code" if fence else "paragraph"), waiting


class _Writer:
    """Writes blocks, and knows whether the running text has begun."""

    def __init__(self, sheet: Sheet, headline: str) -> None:
        self._sheet = sheet
        self._headline = one_line(headline).casefold()
        self._has_headline = False
        self._has_begun = False

    def write(self, kind: str, lines: list[str]) -> None:
        """Write one block."""
        if kind == "heading":
            marks = _HEADING.match(lines[0])
            assert marks is not None  # that made it a heading
            self._heading(marks[2] or "", len(marks[1]))
        elif kind == "code":
            self._sheet.paragraph("\n".join(lines))
        elif kind == "html":
            write_html(self._sheet, "\n".join(lines), self._headline)
            self._has_begun = True
        else:
            self._paragraph(lines)

    def _heading(self, words: str, level: int) -> None:
        said = bare(words)
        repeats = bool(self._headline) and one_line(said).casefold() == self._headline
        is_first = level == 1 and not self._has_headline and not self._has_begun
        if repeats or (is_first and not self._headline):
            self._has_headline = True
            self._sheet.paragraph(said, Label.HEADLINE, f"markdown-h{level}")
        else:
            self._sheet.paragraph(said, Label.CROSSHEAD, f"markdown-h{level}", 0.85)

    def _paragraph(self, lines: list[str]) -> None:
        if len(lines) > 1 and (underline := _UNDERLINE.match(lines[-1])):
            self._heading(" ".join(lines[:-1]), 1 if "=" in underline[1] else 2)
            return
        lines = [
            _QUOTE.sub("", line)
            for line in lines
            if not (_RULE.match(line) or _TABLE_RULE.match(line) or _DEFINITION.match(line))
        ]
        if len(lines) == 1 and is_strong_alone(lines[0]) and self._has_begun:
            self._sheet.paragraph(bare(lines[0]), Label.CROSSHEAD, "markdown-bold", 0.6)
            return
        for line in lines:
            for picture in IMAGE.finditer(line):
                caption = picture["title"] or picture["alt"] or picture["named"] or ""
                self._sheet.paragraph(bare(caption), Label.CAPTION, "markdown-image", 0.8)
        words = _joined(lines)
        self._sheet.paragraph(words)
        self._has_begun = self._has_begun or bool(words.strip())


def _joined(lines: list[str]) -> str:
    """Return the words of a paragraph: a line for each entry of a list, row of a table and forced break."""
    said = ""
    for line in lines:
        is_own = bool(_ITEM.match(line) or _NOTE.match(line)) or line.lstrip().startswith("|")
        if said and is_own:
            said += "\n"
        breaks = line.endswith(("  ", "\\"))
        words = _ITEM.sub(lambda match: f"{match['number'] or ''} ", line, count=1)
        words = _NOTE.sub(r"[\1] ", words)
        if is_own and "|" in words:
            words = words.strip().strip("|")
        said += words.rstrip("\\").strip() + ("\n" if breaks else " ")
    return bare(said)
