"""E-mail: single messages (.eml), mailboxes (mbox) and pages saved as messages (MHTML); texts among the attachments are members of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...reading import Unreadable
from ...results import Refused
from ..members import Entry

__all__ = ["read", "recognises"]

#: Where the headers of a message are looked for.
_HEAD = 65_536
_HEADERS = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*((?:[!-9;-~]+:.*\n?(?:[ \t].*\n?)*)+)")
_NAME = re.compile(rb"^([!-9;-~]+):", re.MULTILINE)
#: Headers that people write above a text too, and those that only programs write.
_PLAIN = {b"from", b"date", b"subject"}
_SURE = {b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to", b"x-mailer"}
_SUFFIXES = (".eml", ".mbox", ".mbx", ".mail", ".mht", ".mhtml")
#: Between the messages of a mailbox: "From desk@example.org Mon May  6 10:12:00 2024" (RFC 4155).
_BETWEEN = re.compile(
    rb"^From \S{1,200} +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) .{0,60}\r?\n(?=[!-9;-~]+:)", re.MULTILINE
)
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)


def recognises(data: bytes, name: str) -> bool:
    """Return whether a file begins with the headers of a message, or is a mailbox."""
    if _BETWEEN.match(data):
        return True
    head = _HEADERS.match(data[:_HEAD])
    if not head:
        return False
    names = {found[1].lower() for found in _NAME.finditer(head[1])}
    named = name.lower().endswith(_SUFFIXES)
    return bool(names & _PLAIN) and (bool(names & _SURE) or names >= _PLAIN or named)


def read(data: bytes, name: str) -> Iterator[Entry]:
    """Yield the text of each message and its attachments. Raises `Unreadable`."""
    # The standard library's package for mail loads the one for the network, which the core does without until a mail comes.
    from .message import read_message

    messages = list(_messages(data))
    if len(messages) == 1:
        yield from read_message(messages[0], is_one_of_many=False)
        return
    for number, raw in enumerate(messages, 1):
        try:
            yield from read_message(raw, is_one_of_many=True)
        except Unreadable as reason:
            yield Refused(f"{number}", reason.code, reason.detail)


def _messages(data: bytes) -> Iterator[bytes]:
    """Yield the messages of a mailbox, or the one that the file is."""
    if not _BETWEEN.match(data):
        yield data.lstrip(b"\xef\xbb\xbf\r\n\t ")
        return
    places = [found.span() for found in _BETWEEN.finditer(data)]
    ends = [start for start, _ in places[1:]] + [len(data)]
    for (_, start), end in zip(places, ends, strict=True):
        yield _QUOTED_FROM.sub(rb"\1", data[start:end])
