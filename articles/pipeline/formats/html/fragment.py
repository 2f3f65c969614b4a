"""A fragment of markup: the body of a mail, a feed's entry, a document, a pasted article."""

from __future__ import annotations

import html
import re

from ..sheet import Sheet
from .headings import mark_crossheads, mark_headline
from .rendering import render, settle, write
from .tree import parse

_ESCAPED_TAG = re.compile(
    r"&lt;/?(?:p|br|div|span|a|b|i|strong|em|h[1-6]|ul|li|img)\b", re.IGNORECASE
)


def write_html(sheet: Sheet, markup: str, headline: str = "") -> None:
    """Write the text of a fragment of HTML or XHTML onto `sheet`, with hints for what its markup tells.

    `headline` is the one that the file states: a heading that repeats it is the headline, else an `h1` before all running
    text is. Scripts, styles and hidden elements are left out. Markup that was escaped once too often is read as meant.
    Raises `Unreadable` (`effort`) where it nests without end.
    """
    if "<" not in markup and _ESCAPED_TAG.search(markup):
        markup = html.unescape(markup)
    blocks = settle(render(parse(markup)))
    mark_headline(blocks, headline)
    mark_crossheads(blocks)
    write(sheet, blocks)
