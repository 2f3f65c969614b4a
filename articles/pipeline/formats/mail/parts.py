"""The parts of a message: its body as plain text and as HTML, its attachments, and what is neither."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from email.errors import MessageError
from email.message import Message

from ...reading import Unreadable, decode
from ...results import Refused, Text
from ..members import Member
from .headers import decoded

#: Main types that hold no text, and types that hold none of a press text's kind.
_NO_TEXT = frozenset({"image", "audio", "video", "font", "model"})
_NO_PRESS = frozenset(
    {
        "text/calendar",
        "text/vcard",
        "text/x-vcard",
        "text/directory",
        "text/css",
        "application/ics",
        "application/pgp-signature",
        "application/pgp-keys",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/ms-tnef",
        "message/delivery-status",
        "message/disposition-notification",
    }
)
_LOCKED = frozenset(
    {"application/pgp-encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}
)


@dataclass(slots=True)
class Plain:
    """A plain part: its text, and whether its lines are flowed (RFC 3676)."""

    text: Text
    flowed: bool
    delsp: bool


@dataclass(slots=True)
class Parts:
    """What a message is made of."""

    plain: list[Plain] = field(default_factory=list)
    html: list[Text] = field(default_factory=list)
    attachments: list[Member | Refused] = field(default_factory=list)
    #: Names of pictures that belong to the layout: logos, lines, counters.
    pictures: list[str] = field(default_factory=list)


def parts_of(message: Message) -> Parts:
    """Return the parts of a message. Raises `Unreadable` (`encrypted`) where it is locked as a whole."""
    parts = Parts()
    for part in _leaves(message):
        _sort(part, parts)
    return parts


def _leaves(message: Message) -> Iterator[Message]:
    """Yield the parts that hold no others, in order; a message in a message counts as one."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.is_multipart() and part.get_content_maintype() != "message":
            inner = [one for one in part.get_payload() if isinstance(one, Message)]
            waiting.extend(reversed(inner))
        else:
            yield part


def _sort(part: Message, parts: Parts) -> None:
    kind = part.get_content_type()
    name = decoded(part.get_filename() or "")
    is_attached = part.get_content_disposition() == "attachment" or bool(name)
    if kind in _LOCKED:
        raise Unreadable("encrypted")
    if kind == "message/rfc822":
        parts.attachments.append(_inner_message(part, name))
    elif part.get_content_maintype() in _NO_TEXT:
        if part.get("Content-ID") or not is_attached:
            parts.pictures.append(name or kind)
        else:
            parts.attachments.append(Refused(name, "binary", kind))
    elif kind in _NO_PRESS:
        parts.attachments.append(Refused(name or kind, "format", kind))
    elif is_attached:
        parts.attachments.append(Member(name or kind, _bytes_of(part)))
    elif kind in {"text/html", "application/xhtml+xml"}:
        parts.html.extend(_text_of(part))
    elif part.get_content_maintype() == "text":
        flowed = str(part.get_param("format", "")).lower() == "flowed"
        delsp = str(part.get_param("delsp", "")).lower() == "yes"
        parts.plain.extend(Plain(text, flowed, delsp) for text in _text_of(part))


def _inner_message(part: Message, name: str) -> Member | Refused:
    """Return a message that was attached, as a file of its own."""
    inner = part.get_payload(0) if part.is_multipart() and part.get_payload() else None
    if not isinstance(inner, Message):
        return Refused(name or "message", "broken")
    name = name or decoded(str(inner.get("Subject", ""))) or "message"
    try:
        data = inner.as_bytes()
    except (MessageError, LookupError, ValueError, TypeError) as error:
        return Refused(name, "broken", str(error))
    return Member(name if name.lower().endswith(".eml") else f"{name}.eml", data)


def _bytes_of(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (LookupError, ValueError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def _text_of(part: Message) -> Iterator[Text]:
    """Yield the decoded text of a part; nothing where it has none."""
    try:
        yield decode(_bytes_of(part), declared=part.get_content_charset() or "")
    except Unreadable:
        return
