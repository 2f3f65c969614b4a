"""The plain text of a message as lines: flowed or wrapped paragraphs joined, quotation marks of mail taken off."""

from __future__ import annotations

import re

from ...labelling.pieces import split_lines
from ...labelling.wrapping import join_wrapped

_QUOTE = re.compile(r"(?:> ?)+")


def plain_lines(content: str, *, flowed: bool, delsp: bool) -> list[str]:
    """Return the lines of a plain text, a paragraph each; the signature's mark stays as it is."""
    content = content.replace("\r\n", "\n").replace("\r", "\n")
    if flowed:
        return _unflowed(content.split("\n"), delsp)
    return [
        "-- " if piece.text == "--" else piece.text
        for piece in join_wrapped(content, split_lines(content, 0))[1]
    ]


def _unflowed(lines: list[str], delsp: bool) -> list[str]:
    """Return flowed lines joined: one that ends with a blank goes on in the next (RFC 3676)."""
    joined: list[str] = []
    is_open = False
    for line in lines:
        words = line[1:] if line.startswith(" ") else line
        is_mark = words == "-- "
        if is_open and not is_mark:
            joined[-1] += words
        else:
            joined.append(words)
        is_open = words.endswith(" ") and not is_mark
        if is_open and delsp:
            joined[-1] = joined[-1][:-1]
    return joined


def without_quotes(lines: list[str]) -> list[str]:
    """Return a forwarded text without the marks of quotation, where all its lines carry them."""
    said = [line for line in lines if line.strip()]
    if said and all(line.startswith(">") for line in said):
        return [_QUOTE.sub("", line, count=1) for line in lines]
    return lines
