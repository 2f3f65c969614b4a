"""A message inside a message: the forwarded text is the text, and its own date, sender and subject count."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

#: What mail programs call the headers they write above a forwarded text.
_FIELDS = {
    "from": "von from от de absender",
    "date": "datum gesendet date sent дата отправлено envoyé verschickt",
    "subject": "betreff subject тема objet",
    "to": "an to кому à cc kopie копия antwort reply-to antworten",
}
_FIELD_OF = {name: key for key, names in _FIELDS.items() for name in names.split()}
_HEADER = re.compile(
    rf"[>\s*]*(?P<name>{'|'.join(sorted(_FIELD_OF, key=len, reverse=True))})\*?\s?(?:an|to)?:\*?\s+(?P<words>\S.*)",
    re.IGNORECASE,
)
_SAID = (
    r"weitergeleitete (?:nachricht|e-?mail|mail)|ursprüngliche nachricht|original-?nachricht|forwarded message|"
    r"original message|пересылаемое (?:сообщение|письмо)|переадресованное сообщение|исходное сообщение|"
    r"message (?:transféré|réexpédié|d'origine)"
)
_MARKER = re.compile(
    rf"[>\s]*(?:-{{2,}}\s*(?:{_SAID})\s*(?:von .{{1,80}})?-{{2,}}|begin forwarded message:|anfang der weitergeleiteten \S+:|"
    r"начало переадресованного \S+:|début du message \S+ :)",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(r"original|ursprünglich|исходное|origine", re.IGNORECASE)
_ENOUGH = {"from", "date", "subject"}
#: No more lines belong to one such block.
_LONGEST = 14


@dataclass(slots=True)
class Forwarded:
    """Where a forwarded text begins: its first line, the line where the block above it starts, and what that says."""

    start: int
    text: int
    headers: dict[str, tuple[str, str]] = field(default_factory=dict)


def find_forwarded(lines: list[str], is_reply: bool) -> Forwarded | None:
    """Return the innermost forwarded message among lines, None where nothing is forwarded.

    The message quoted below an answer is not forwarded, unless it says so.
    """
    found = None
    at = 0
    while at < len(lines):
        marker = _MARKER.match(lines[at])
        block = _block(lines, at + 1 if marker else at)
        says_so = marker is not None and not _ORIGINAL.search(marker[0])
        if block and (says_so or not is_reply):
            block.start = at
            found = block
            at = block.text
        else:
            at += 1
    return found


def _block(lines: list[str], start: int) -> Forwarded | None:
    """Return the headers that stand from a line on, None where they are too few.

    Apple's mail puts blank lines between them, and addresses of many run over several lines.
    """
    headers: dict[str, tuple[str, str]] = {}
    text = start
    for at in range(start, min(len(lines), start + _LONGEST)):
        header = _HEADER.match(lines[at])
        is_blank = not lines[at].strip(" >")
        if header:
            name = header["name"]
            headers.setdefault(_FIELD_OF[name.lower()], (name, header["words"].strip(" *")))
            text = at + 1
        elif headers.keys() >= _ENOUGH and is_blank:
            break
        elif headers and "@" in lines[at] and text == at:
            text = at + 1
        elif not is_blank:
            break
    if "from" not in headers or not {"date", "subject"} & headers.keys():
        return None
    return Forwarded(start, text, headers)
