"""Names of members: what they are written in, which lead out of the archive, which belong to no text."""

from __future__ import annotations

import re

#: Encodings of names that are no UTF-8: the two DOS code pages that ZIP means, then those that programs write instead.
_CODE_PAGES = ("cp437", "cp866", "cp1251", "cp1252", "koi8_r")
_DRIVE = re.compile(r"[A-Za-z]:")
_ORDINARY = re.compile(r"[\x20-\x7e\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ffА-яЁёІіЎў№–—„“«»’§°€©]")
_CYRILLIC = "[\u0400-\u04ff]"
_ACCENTED = "[\u00c0-\u00ff]"
#: What does not happen inside a word that is decoded rightly.
_ODD = re.compile(
    rf"(?<=[A-Za-z\u00c0-\u00ff]){_CYRILLIC}|(?<={_CYRILLIC})[A-Za-z\u00c0-\u00ff]"
    rf"|(?<={_ACCENTED}){_ACCENTED}|(?<=[а-яё])[А-ЯЁ]"
)
#: What file managers leave behind.
_LITTER = re.compile(
    r"(?:^|/)(?:__MACOSX/.*|\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$", re.IGNORECASE
)


def decode_name(raw: bytes) -> str:
    """Return a name of a member, its encoding guessed where it is no UTF-8.

    >>> [decode_name("Токаев.txt".encode(code)) for code in ("utf-8", "cp866", "cp1251")]
    ['Токаев.txt', 'Токаев.txt', 'Токаев.txt']
    >>> decode_name("Größe.txt".encode("cp437"))
    'Größe.txt'
    """
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        guesses = [raw.decode(code, "replace") for code in _CODE_PAGES]
        return min(guesses, key=_oddness)


def _oddness(name: str) -> int:
    return len(_ODD.findall(name)) + 2 * (len(name) - len(_ORDINARY.findall(name)))


def leads_out(name: str) -> bool:
    """Return whether a name is absolute, has a drive or a share, or climbs to a parent.

    >>> [leads_out(name) for name in ("a/b.txt", "/etc/passwd", "C:x.txt", "a/../../b.txt", "..a/b..txt")]
    [False, True, True, True, False]
    """
    parts = name.replace("\\", "/").split("/")
    return not parts[0] or bool(_DRIVE.match(parts[0])) or ".." in parts


def is_litter(name: str) -> bool:
    """Return whether a file was left by a file manager: thumbnails, settings of folders, resource forks."""
    return bool(_LITTER.search(name.replace("\\", "/")))
