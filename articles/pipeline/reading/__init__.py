"""Bytes to text: decode what a file declares or shows, doubt aloud, and refuse what is no text."""

from __future__ import annotations

import codecs
import re

from ..results import Text
from .code_pages import PAGES, decoded, guess
from .misread import reread
from .mojibake import repair
from .unicode_bytes import broken_utf8, marked, unmarked_utf16, wide

__all__ = ["Unreadable", "decode"]

#: Beginnings of files that are no plain text (container formats get readers of their own).
MAGIC = (
    b"%PDF",
    b"PK\x03\x04",
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"GIF8",
    b"RIFF",
    b"\x1f\x8b",
    b"\x7fELF",
    b"MZ",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format",
)
_CONTROLS = bytes([*range(0x09), 0x0B, *range(0x0E, 0x20), 0x7F])
_REPLACED = dict.fromkeys(_CONTROLS, "\N{REPLACEMENT CHARACTER}")
#: Encodings that a file may declare as Python names them: tables of characters, no programs like
#: `idna` or `unicode_escape`.
_TABLES = re.compile(r"(cp|iso8859-|koi8-|mac-|kz|ptcp|gb|big5|euc|shift|utf-(?!7)).*")
#: What web pages call ISO 8859-1 or ASCII is cp1252 (WHATWG Encoding Standard).
_WEB_NAMES = {"iso8859-1": "cp1252", "ascii": "cp1252"}


class Unreadable(Exception):
    """A file that holds no text we can read. `code` is `empty`, `binary` or `encoding`; `detail` is for people."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


def decode(data: bytes, declared: str = "") -> Text:
    """Return the text of `data`; its warnings say what was guessed, broken or repaired.

    `declared` is the encoding that the format names (a mail's header, a page's `meta`); where the bytes say otherwise,
    they win, with the warning `encoding-contradicted`. `encoding-guessed` tells that nothing declared the code page,
    `encoding-doubtful` that others read nearly as well, or that no one reads well; `broken-characters` that U+FFFD stands
    for bytes that mean nothing; `encoding-repaired` and `mojibake` are told with their places in `repairs`. Control
    characters become U+FFFD, one for one, so that both databases can store the text.
    Raises `Unreadable` for files that are empty or binary, or whose UTF-16 or UTF-32 is beyond reading.
    """
    if not data.strip():
        raise Unreadable("empty")
    if data.startswith(MAGIC):
        raise Unreadable("binary")
    content, encoding, warnings = _decoded(data, _codec(declared))
    controls = _number_of_controls(data, content, encoding)
    if controls > 8 and controls * 50 > len(content):
        raise Unreadable("binary")
    if controls:
        content = content.translate(_REPLACED)
        warnings.append("control-characters")
    if not any(map(str.isalnum, content)):
        raise Unreadable("empty")
    content, repairs = repair(content)
    if not repairs:
        content, repairs = reread(content)
    if any(one.is_done for one in repairs):
        warnings.append("encoding-repaired")
    if not all(one.is_done for one in repairs):
        warnings.append("mojibake")
    if content.count("\N{REPLACEMENT CHARACTER}") > controls:
        warnings.append("broken-characters")
    return Text(content, encoding, tuple(warnings), repairs)


def _codec(declared: str) -> str:
    """Return Python's name of a declared encoding; "" where it is none that a text could be in."""
    if not declared:
        return ""
    try:
        name = codecs.lookup(declared.strip().lower().removeprefix("x-")).name
    except (LookupError, ValueError):
        return ""
    name = _WEB_NAMES.get(name, name)
    return name if _TABLES.fullmatch(name) else ""


def _decoded(data: bytes, declared: str) -> tuple[str, str, list[str]]:
    mark, data = marked(data)
    declared = mark or declared
    if found := _wide(data, declared, mark):
        return found
    doubts = ["encoding-contradicted"] if declared not in ("", "utf-8") else []
    content = _strictly(data, "utf-8")
    if content is None:
        content = broken_utf8(data)
    if content is None:
        return _from_code_page(data, declared)
    return content, "utf-8", [] if data.isascii() else doubts


def _wide(data: bytes, declared: str, mark: str) -> tuple[str, str, list[str]] | None:
    """Return what is UTF-16 or UTF-32 by its mark or by its looks."""
    encoding = mark if mark not in ("", "utf-8") else unmarked_utf16(data)
    if not encoding:
        return None
    content = wide(data, encoding)
    if content is None:
        if mark:
            raise Unreadable("encoding", encoding)
        return None
    if not declared:
        return content, encoding, ["encoding-guessed"]
    is_told = encoding.startswith(declared)
    return content, encoding, [] if is_told else ["encoding-contradicted"]


def _from_code_page(data: bytes, declared: str) -> tuple[str, str, list[str]]:
    if b"\0" in data or len(data) - len(data.translate(None, _CONTROLS)) > len(data) // 100:
        raise Unreadable("binary")
    found = guess(data)
    content = decoded(data, found.page)
    if declared:
        told = _strictly(data, declared)
        is_near = told == content or declared in found.rivals
        if told is not None and (is_near or (declared not in PAGES and found.is_doubtful)):
            return told, declared, []
    doubts = ["encoding-contradicted"] if declared else []
    doubts.append("encoding-doubtful" if found.is_doubtful else "encoding-guessed")
    return content, found.page, doubts


def _strictly(data: bytes, encoding: str) -> str | None:
    """Return `data` under `encoding`; None where a byte means nothing there."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _number_of_controls(data: bytes, content: str, encoding: str) -> int:
    """Return how many control characters the text holds; every encoding but UTF-16 and UTF-32 has them as ASCII does."""
    raw = content.encode() if encoding.startswith(("utf-16", "utf-32")) else data
    return len(raw) - len(raw.translate(None, _CONTROLS))
