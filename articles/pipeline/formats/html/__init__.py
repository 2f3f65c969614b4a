"""Saved pages of news sites, and fragments of markup in other formats."""

from __future__ import annotations

import re

from ...reading import Unreadable, decode
from ...results import Item, Refused
from .fragment import write_html
from .page import read_page

__all__ = ["read", "recognises", "write_html"]

#: What a file may begin with before its first element: comments and the declarations of XML.
_BEFORE = rb"(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,200}\?>|<!\[CDATA\[)*"
_PAGE = re.compile(
    _BEFORE + rb"<(?:!doctype\s+html|html|head|body)(?=[\s/>])", re.IGNORECASE | re.DOTALL
)
#: A fragment begins with one of these, and has others or closes them.
_FRAGMENT = re.compile(
    _BEFORE
    + rb"<(?:title|meta|p|div|span|article|section|main|header|nav|h[1-6]|table|figure|ul|ol|blockquote|strong|em|b|i|a|br|"
    rb"font|center|script|style|link|img)(?=[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
_MARK = re.compile(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)")
_CLOSED = re.compile(rb"</[a-z][a-z0-9]{0,10}\s*>|<(?:p|br|li|td)\b[^>]{0,200}>", re.IGNORECASE)
_NAMED = re.compile(r"\.(?:x?html?|shtml|xht|php|aspx?)$", re.IGNORECASE)
_DECLARED = re.compile(
    rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
#: So much of a file tells what it is, and so much its encoding (browsers look at 1,024 bytes, systems need more).
_HEAD, _CHARSET = 8_192, 16_384


def recognises(data: bytes, name: str) -> bool:
    """Return whether a file is a page or a fragment of one, by its first element, or by its name and any element."""
    head = data[:_HEAD]
    if b"\x00<" in head[:64] or b"<\x00" in head[:64]:  # UTF-16, whatever its marks
        head = head.replace(b"\x00", b"")
    head = _MARK.sub(b"", head)
    if _PAGE.match(head):
        return True
    return bool(_CLOSED.search(head) and (_FRAGMENT.match(head) or _NAMED.search(name)))


def read(data: bytes, name: str) -> list[Item | Refused]:
    """Return the one item of a page.

    Raises `Unreadable` where it can't be decoded (see `decode`), nests without end (`effort`) or shows nothing (`empty`).
    """
    declared = _DECLARED.search(data, 0, _CHARSET)
    charset = (declared[1] or declared[2]).decode("ascii") if declared else ""
    item = read_page(decode(data, charset))
    if not any(map(str.isalnum, item.text.content)):
        raise Unreadable("empty")
    return [item]
