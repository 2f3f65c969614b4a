"""A message as an item: what its headers state, its text, what stands around it, and its attachments.

The standard library's parser is used with its older policy, whose headers are strings: the newer one parses each header by
the whole grammar, slowly, and raises all kinds of exceptions on headers that are merely wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from ...reading import Unreadable
from ...results import Item, Label, Refused, Text
from ..html import write_html
from ..members import Entry, Member
from ..sheet import Sheet, one_line
from .forwarded import Forwarded, find_forwarded
from .headers import header, is_reply, parted_sender, parted_subject, sender_field
from .parts import Parts, Plain, parts_of
from .plain import plain_lines, without_quotes

Line = tuple[str, Label | None, str, float]

#: A plain text that says less than so much of what the HTML says is a notice: "Your program shows no HTML".
_REAL = 0.5
#: More lines than this are no signature.
_SIGNATURE = 15
_GREETING = re.compile(
    r"(?:sehr geehrte|liebe[rs]?\b|guten (?:tag|morgen|abend)|hallo|werte|dear|hello|hi\b|уважаем|здравствуйте|"
    r"добрый (?:день|вечер)|дорогие|madame|bonjour|cher|chère).{0,100}[,!]?$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:mit (?:freundlichen|besten|herzlichen|kollegialen) grüßen|(?:viele|beste|herzliche|liebe|freundliche) grüße|mfg|"
    r"(?:kind|best|warm) regards|(?:yours )?sincerely|best wishes|с уважением|cordialement|bien à vous)\b.{0,40}$",
    re.IGNORECASE,
)
_TITLES = {"from": "From", "date": "Date", "subject": "Subject"}


def read_message(raw: bytes, is_one_of_many: bool) -> list[Entry]:
    """Return the item of a message, where it has words, and its attachments; one of many is named by its subject.

    Raises `Unreadable` (`effort` where it is nested too deeply).
    """
    try:
        return list(_entries(BytesParser(policy=compat32).parsebytes(raw), is_one_of_many))
    except RecursionError as depth:
        raise Unreadable("effort", "nested too deeply") from depth


def _entries(message: Message, is_one_of_many: bool) -> Iterator[Entry]:
    parts = parts_of(message)
    if _is_saved_page(message):
        yield from (Member("page.html", text.content.encode()) for text in parts.html[:1])
        return
    lines, body = _body(parts)
    subject = header(message, "Subject")
    if any(words for words, *_ in lines):
        yield _item(message, subject, lines, body, is_one_of_many)
    yield from parts.attachments
    if parts.pictures:
        count = len(parts.pictures)
        yield Refused(parts.pictures[0], "binary", f"× {count}" if count > 1 else "")


def _is_saved_page(message: Message) -> bool:
    """Return whether a message is a page that a browser saved with its pictures (MHTML), which nobody sent."""
    sender = header(message, "From").lower()
    return "saved by" in sender or bool(header(message, "Snapshot-Content-Location"))


def _item(
    message: Message, subject: str, lines: list[Line], body: Text, is_one_of_many: bool
) -> Item:
    sheet = Sheet(body.encoding, body.warnings)
    headers = {
        key: (title, words) for key, title in _TITLES.items() if (words := header(message, title))
    }
    forwarded = find_forwarded([line[0] for line in lines], is_reply(subject))
    if forwarded:
        _write_around(sheet, headers, lines[: forwarded.start])
        headers = headers | forwarded.headers
        if "date" not in forwarded.headers:
            headers.pop("date", None)
        lines = _forwarded_lines(lines, forwarded)
    headline = _state(sheet, headers)
    sheet.state("source", "Organization", header(message, "Organization"), "mail-organization", 0.7)
    _write_text(sheet, lines, headline)
    return sheet.item(name=subject if is_one_of_many else "")


def _body(parts: Parts) -> tuple[list[Line], Text]:
    """Return the lines of the plain text, or those of the HTML where that says much more; and what they were read from."""
    plain: list[Line] = [(words, None, "", 1.0) for part in parts.plain for words in _lines(part)]
    if not parts.html:
        return plain, parts.plain[0].text if parts.plain else Text("", "utf-8")
    sheet = Sheet("")
    for text in parts.html:
        write_html(sheet, text.content)
    marked = sheet.lines()
    if _letters(plain) >= _REAL * _letters(marked):
        return plain, parts.plain[0].text if parts.plain else parts.html[0]
    return marked, parts.html[0]


def _lines(part: Plain) -> list[str]:
    return plain_lines(part.text.content, flowed=part.flowed, delsp=part.delsp)


def _letters(lines: list[Line]) -> int:
    return sum(map(str.isalpha, "".join(words for words, *_ in lines)))


def _forwarded_lines(lines: list[Line], forwarded: Forwarded) -> list[Line]:
    inner = lines[forwarded.text :]
    bare = without_quotes([words for words, *_ in inner])
    return [(words, *line[1:]) for words, line in zip(bare, inner, strict=True)]


def _write_around(sheet: Sheet, headers: dict[str, tuple[str, str]], note: list[Line]) -> None:
    """Write what the one who forwarded a text said, and when: kept, and read for nothing."""
    for title, words in headers.values():
        sheet.line(f"{title}: {words}", Label.HEADER, "mail-forwarded-by")
    for words, *_ in note:
        sheet.line(words, Label.HEADER, "mail-forwarded-by")
    sheet.line("")


def _state(sheet: Sheet, headers: dict[str, tuple[str, str]]) -> str:
    """State subject, date and sender; return the subject without what programs put before it."""
    title, subject = headers.get("subject", ("", ""))
    prefix, headline = parted_subject(one_line(subject))
    sheet.state(
        "headline", f"{title}: {prefix}" if prefix else title, headline, "mail-subject", 0.7
    )
    title, date = headers.get("date", ("", ""))
    sheet.state("date", title, date, "mail-date", 0.9)
    title, sender = headers.get("from", ("", ""))
    if field := sender_field(sender):
        desk, name = parted_sender(sender)
        sheet.state(field, f"{title}: {desk}" if desk else title, name, "mail-from", 0.6)
    elif sender:
        sheet.line(f"{title}: {sender}", Label.HEADER, "mail-from")
        sheet.line("")
    return headline


def _write_text(sheet: Sheet, lines: list[Line], headline: str) -> None:
    """Write the text; salutation, closing and signature are the letter's, not the article's."""
    end = _end_of_text(lines)
    has_begun = False
    for number, (words, label, rule, confidence) in enumerate(lines):
        if number >= end:
            label, rule, confidence = Label.SITE, "mail-signature", 0.9
        elif not has_begun and _GREETING.match(words):
            label, rule, confidence = Label.HEADER, "mail-greeting", 0.9
        elif headline and one_line(words).casefold() == headline.casefold():
            label, rule, confidence = Label.HEADLINE, "mail-subject", 0.9
        has_begun = has_begun or len(words) > 120
        sheet.line(words, label, rule, confidence)


def _end_of_text(lines: list[Line]) -> int:
    """Return the number of the line with which the closing or the signature begins."""
    for number in range(len(lines) - 1, max(-1, len(lines) - 2 * _SIGNATURE), -1):
        words = lines[number][0]
        left = sum(bool(words.strip()) for words, *_ in lines[number + 1 :])
        if left > _SIGNATURE:
            break
        if words == "-- " or _CLOSING.match(words):
            return _closing_before(lines, number)
    return len(lines)


def _closing_before(lines: list[Line], end: int) -> int:
    """Return where a closing stands just above a signature, else where that begins."""
    for number in range(end - 1, max(-1, end - 6), -1):
        if _CLOSING.match(lines[number][0]):
            return number
    return end
