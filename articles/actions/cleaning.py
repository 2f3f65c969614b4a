"""The boundary that every text passes on its way into the database.

SQLite stores what PostgreSQL refuses (NUL, over-long values), and neither can encode a lone surrogate; bidirectional
controls in a line make readers see other words than are stored. So all of it stops here.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

#: Lengths of texts and of entries in lists, which no column limits.
LONGEST_TEXT = 20_000
LONGEST_LINE = 2000
_NEVER = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_NEVER_IN_TEXT = re.compile(f"[{_NEVER}]")
_NEVER_IN_LINE = re.compile(f"[{_NEVER}{_BIDI}]")


def forbidden_in_line(text: str) -> str:
    """Return the names of the invisible characters that no single-line field may hold, an empty text if all is well."""
    found = dict.fromkeys(_NEVER_IN_LINE.findall(text))
    return ", ".join(f"U+{ord(character):04X}" for character in found)


def clean_line(text: str, length: int = LONGEST_LINE) -> str:
    """Return `text` as one line without invisible controls, cut to `length` with an ellipsis."""
    line = " ".join(_NEVER_IN_LINE.sub("", text.replace("\x85", "\n")).split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def clean_text(text: str) -> str:
    """Return `text` without control characters; line breaks stay, as one newline each. Nothing is cut."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(_NEVER_IN_TEXT.sub("", line).rstrip() for line in lines).strip()


def clean_name(name: str, length: int = 255) -> str:
    """Return a file's name as data to show: no controls, and its end where it is too long."""
    line = clean_line(unicodedata.normalize("NFC", name.replace("\\", "/"))) or "?"
    return line if len(line) <= length else "…" + line[1 - length :]


def clean_data(value: Any) -> Any:
    """Return JSON data that both databases can store, each forbidden character replaced so that offsets stay true."""
    match value:
        case str():
            return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", value)
        case dict():
            return {clean_data(key): clean_data(entry) for key, entry in value.items()}
        case list() | tuple():
            return [clean_data(entry) for entry in value]
        case _:
            return value
