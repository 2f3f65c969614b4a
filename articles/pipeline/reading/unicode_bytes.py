"""Bytes of Unicode: byte order marks, UTF-16 without one, and UTF-8 that is broken in places."""

from __future__ import annotations

import codecs

#: Longest first: the UTF-32 marks begin with the UTF-16 ones.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: A text with more broken characters than one in twenty is in another encoding.
_MOST_BROKEN = 20
#: UTF-8 has at least this many whole characters beyond ASCII for each broken one. In Western and Cyrillic code pages
#: hardly any two letters make one by chance; in cp866 one in ten does.
_WHOLE_FOR_BROKEN = 2


def marked(data: bytes) -> tuple[str, bytes]:
    """Return the encoding that a byte order mark declares, and the bytes behind it; "" and all bytes without a mark."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    return "", data


def unmarked_utf16(data: bytes) -> str:
    """Return the encoding of UTF-16 without a mark, which would pass as valid UTF-8 full of NULs; else "".

    In Latin and Cyrillic text nearly every second byte, the high one, is 0 or 4.
    """
    head = data[:400]
    if 0 not in head and 4 not in head:
        return ""
    for encoding, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(head) >= 8 and (high.count(0) + high.count(4)) * 10 > len(high) * 9:
            return encoding
    return ""


def wide(data: bytes, encoding: str) -> str | None:
    """Return UTF-16 or UTF-32 with U+FFFD for what is broken, such as a cut end; None where too much is."""
    content = data.decode(encoding, "replace")
    return None if content.count("\ufffd") * _MOST_BROKEN > len(content) else content


def broken_utf8(data: bytes) -> str | None:
    """Return UTF-8 that is broken in places, with U+FFFD there; None where it is rather no UTF-8 at all.

    Broken are characters cut at the end of the file, single wrong bytes, and lines pasted in from another encoding.
    """
    content = data.decode("utf-8", "replace")
    broken = content.count("\ufffd") - data.count("\ufffd".encode())
    if _is_cut(data):
        broken -= 1
    whole = len(content) - len(content.encode("ascii", "ignore")) - content.count("\ufffd")
    return content if whole and whole >= _WHOLE_FOR_BROKEN * broken else None


def _is_cut(data: bytes) -> bool:
    """Return whether the bytes end inside a character of UTF-8."""
    for length in range(1, min(3, len(data)) + 1):
        byte = data[-length]
        if byte >= 0xC0:
            return length < 2 + (byte >= 0xE0) + (byte >= 0xF0)
        if byte < 0x80:
            break
    return False
