"""Headers of a message as words: folded lines joined, encoded words and stray bytes decoded."""

from __future__ import annotations

import re
from binascii import Error as Base64Error
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from ...reading import Unreadable, decode

#: No header that says something to a person is longer; encoded words are searched for in a time that grows with its square.
_LONGEST = 4_000
_FOLD = re.compile(r"[\r\n]+[ \t]*")
#: What mail programs put before a subject.
_PREFIX = re.compile(
    r"(?:\s*(?:\[(?:extern\w*|ext|spam\??)\]|(?:wg|fwd?|fw|aw|re|antw(?:ort)?|tr|пересл|отв|на|iwg|wtr)(?:\[\d+\])?\s*:))*\s*",
    re.IGNORECASE,
)
_REPLY = re.compile(r"\s*(?:re|aw|antw(?:ort)?|отв)(?:\[\d+\])?\s*:", re.IGNORECASE)
#: Names of offices and desks, not of people.
_OFFICE = re.compile(
    r"press|presse|redaktion|newsletter|news|info|service|ministeri|botschaft|embassy|agentur|agency|team|desk|stelle|verlag|"
    r"stiftung|amt\b|e\.\s?v\.|gmbh|пресс|редакц|новост|агентств|министерств|посольств|служба",
    re.IGNORECASE,
)
#: A desk named before its outlet.
_DESK = re.compile(
    r"(?:(?:die )?redaktion|newsletter|newsroom|news ?desk|редакция|рассылка|rédaction)\b:? +(?=[^\s<])",
    re.IGNORECASE,
)
_QUOTED = re.compile(r'^"([^"]*)"(?=\s*<)')
_WORD = re.compile(r"[^\W\d_]{3,}")


def header(message: Message, name: str) -> str:
    """Return the first header of that name on one line; "" where there is none."""
    for found, raw in message.raw_items():
        if found.lower() == name.lower():
            return decoded(str(raw))
    return ""


def decoded(raw: str) -> str:
    """Return a header's words.

    >>> decoded("=?koi8-r?B?98/EwQ==?= und\\n =?utf-8?Q?=C3=96l?=")
    'Вода und Öl'
    """
    words = _FOLD.sub(" ", raw[:_LONGEST])
    if not words.isascii():  # bytes that nobody encoded, as the parser hands them on
        return _guessed(words.encode("utf-8", "surrogateescape"))
    try:
        parts = decode_header(words)
    except (HeaderParseError, Base64Error, ValueError):
        return words.strip()
    return "".join(_part(words, charset) for words, charset in parts).strip()


def _part(words: str | bytes, charset: str | None) -> str:
    if isinstance(words, str):
        return words
    if charset is None:
        return words.decode("latin-1")
    try:
        return words.decode(charset)
    except (LookupError, ValueError):
        return _guessed(words)


def _guessed(data: bytes) -> str:
    try:
        return decode(data).content.strip()
    except Unreadable:
        return ""


def parted_subject(subject: str) -> tuple[str, str]:
    """Return what mail programs put before a subject, and the subject.

    >>> parted_subject("WG: Fwd: Wasser für Osch")
    ('WG: Fwd', 'Wasser für Osch')
    """
    prefix = _PREFIX.match(subject)
    end = prefix.end() if prefix else 0
    return subject[:end].strip(" :"), subject[end:].strip()


def is_reply(subject: str) -> bool:
    """Return whether a subject is an answer's."""
    return bool(_REPLY.match(subject))


def sender_field(sender: str) -> str:
    """Return the field that a sender speaks for: `byline` for a person, `source` for an outlet or office, "" for neither.

    An outlet is told by its name in its own address, or by the word for what it is.

    >>> [sender_field(one) for one in ("Anna Berg <berg@example.org>", "Nordfunk <news@nordfunk.example>", "a@b.example")]
    ['byline', 'source', '']
    """
    name, address = parseaddr(sender)
    if not name or "@" in name:
        return ""
    domain = address.rpartition("@")[2].lower()
    of_domain = any(word.lower() in domain for word in _WORD.findall(name))
    return "source" if of_domain or _OFFICE.search(name) else "byline"


def parted_sender(sender: str) -> tuple[str, str]:
    """Return the desk that a sender's name begins with, and the rest.

    >>> parted_sender("Redaktion Nordfunk <post@nordfunk.example>")
    ('Redaktion', 'Nordfunk <post@nordfunk.example>')
    >>> parted_sender('"Berg, Anna" <berg@nordfunk.example>')
    ('', 'Berg, Anna <berg@nordfunk.example>')
    """
    sender = _QUOTED.sub(r"\1", sender)
    desk = _DESK.match(sender)
    end = desk.end() if desk else 0
    return sender[:end].strip(), sender[end:]
