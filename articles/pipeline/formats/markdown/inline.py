"""Marks inside a line of Markdown: taken off, the words stay."""

from __future__ import annotations

import html
import re

#: No stretch between two marks is longer: looking on would take time that grows with the square of a text.
_SPAN = "{1,600}?"
IMAGE = re.compile(
    r"!\[(?P<alt>[^\[\]]{0,600})\]\([ \t]*<?[^()\s<>]{0,2000}>?(?:[ \t]+[\"'(](?P<title>[^\"\n]{0,600})[\"')])?[ \t]*\)"
    r"|!\[(?P<named>[^\[\]]{0,600})\]\[[^\[\]]{0,100}\]"
)
_LINK = re.compile(
    r"\[(?P<words>[^\[\]]{0,600})\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)|\[[^\[\]]{0,100}\])"
)
_NOTE = re.compile(r"\[\^([^\[\]\s]{1,40})\]")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]{1,2000})>")
_TAG = re.compile(r"<!--.{0,2000}?-->|</?[A-Za-z][^<>\n]{0,600}>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_CODE = re.compile(r"(`{1,3})([^`\n]{1,600})\1")
_STRONG = re.compile(rf"(?<!\\)(\*\*|__|~~)(?=\S)(.{_SPAN})(?<=\S)\1")
_EMPHASIS = re.compile(
    rf"(?<![\\*\w])\*(?=[^\s*])([^*\n]{_SPAN})(?<=\S)\*(?!\*)|(?<![\\_\w])_(?=[^\s_])([^_\n]{_SPAN})(?<=\S)_(?![_\w])"
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARK = re.compile(r"[\\\[<*_`~&]")
_SOLE_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,150})(?<=\S)\1:?")


def bare(words: str) -> str:
    """Return words without marks: links and emphasis by their text, pictures gone, a break a line's end.

    >>> bare("Das **Wasser** in [Osch](https://example.org/a_(b)) wird _knapp_ \\\\*")
    'Das Wasser in Osch wird knapp *'
    """
    if not _MARK.search(words):
        return words
    words = _BREAK.sub("\n", IMAGE.sub("", words))
    words = _LINK.sub(lambda match: match["words"], words)
    words = _NOTE.sub(r"[\1]", _AUTOLINK.sub(r"\1", words))
    words = _CODE.sub(r"\2", _TAG.sub("", words))
    for pattern in (_STRONG, _STRONG):
        words = pattern.sub(r"\2", words)
    words = _EMPHASIS.sub(lambda match: match[1] or match[2], words)
    return html.unescape(_ESCAPED.sub(r"\1", words))


def is_strong_alone(words: str) -> bool:
    """Return whether a paragraph is a few words in bold and nothing else: a heading by hand."""
    return bool(_SOLE_STRONG.fullmatch(words.strip()))
