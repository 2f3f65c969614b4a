"""Bytes to text: decode what a file declares or shows, doubt aloud, and refuse what is no text."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from .results import Text

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
#: Longest first: the UTF-32 marks begin with the UTF-16 ones.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: The code pages of the desk's languages. Without this list KOI8-R is taken for Shift-JIS.
CODE_PAGES = ["cp1252", "cp1251", "koi8_r", "cp866", "iso8859_5"]
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


class Unreadable(Exception):
    """A file that holds no text we can read. `code` is `empty`, `binary` or `encoding`; `detail` is for people."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


def decode(data: bytes) -> Text:
    """Return the text of `data`, with a warning where its encoding had to be guessed.

    Control characters become U+FFFD, one for one, so that offsets stay true and both databases can store the text.
    Raises `Unreadable` for files that are empty, binary, or in no encoding that we know.
    """
    if not data.strip():
        raise Unreadable("empty")
    if data.startswith(MAGIC):
        raise Unreadable("binary")
    content, encoding, warnings = _decoded(data)
    controls = len(_CONTROLS.findall(content))
    if controls > 8 and controls * 50 > len(content):
        raise Unreadable("binary")
    if controls:
        content = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", content)
        warnings.append("control-characters")
    if not any(character.isalnum() for character in content):
        raise Unreadable("empty")
    return Text(content, encoding, tuple(warnings))


def _decoded(data: bytes) -> tuple[str, str, list[str]]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), encoding, []
            except UnicodeDecodeError as error:
                raise Unreadable("encoding", f"{encoding}, byte {error.start}") from error
    if unmarked := _unmarked_utf16(data):
        return unmarked
    try:
        return data.decode("utf-8"), "utf-8", []
    except UnicodeDecodeError:
        return _guessed(data)


def _unmarked_utf16(data: bytes) -> tuple[str, str, list[str]] | None:
    """Return UTF-16 without a mark: it would pass as valid UTF-8 full of NULs.

    In Latin and Cyrillic text nearly every second byte, the high one, is 0 or 4.
    """
    head = data[:400]
    for encoding, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(head) >= 8 and (high.count(0) + high.count(4)) * 10 > len(high) * 9:
            try:
                return data.decode(encoding), encoding, ["encoding-guessed"]
            except UnicodeDecodeError:
                return None
    return None


def _guessed(data: bytes) -> tuple[str, str, list[str]]:
    if _CONTROLS.search(data[:4000].decode("latin-1")):
        raise Unreadable("binary")
    best = from_bytes(data, cp_isolation=CODE_PAGES).best()
    if best is None:
        raise Unreadable("encoding")
    return data.decode(best.encoding), best.encoding.replace("_", "-"), ["encoding-guessed"]
