"""NITF, the News Industry Text Format of the IPTC (3.x): a text of its own, or the content of a NewsML-G2 item."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from ..reading import Unreadable
from ..results import Item, Label, Refused
from .agency import warn_of_status
from .story import Story, numbered, plain, readable_date
from .xml import (
    Element,
    OpenedXML,
    descendants,
    language_of,
    markup_of,
    name_of,
    open_xml,
    root_name,
    text_of,
)

#: NITF's elements as HTML has them; what is not named here has the same name in both or is transparent.
_AS_HTML = {
    "hl2": "h2",
    "media": "figure",
    "media-caption": "figcaption",
    "media-producer": "p credit",
    "block": "div",
    "body.content": "div",
    "body.end": "div",
    "abstract": "div",
    "tagline": "p",
    "note": "aside",
    "fn": "p",
    "bq": "blockquote",
}


def recognises(data: bytes, name: str) -> bool:
    """Return whether the first element is NITF's."""
    return root_name(data) == "nitf"


def read(data: bytes, name: str) -> list[Item | Refused]:
    """Return the one text of a NITF file. Raises `Unreadable` where it is no XML."""
    items = numbered(_stories(open_xml(data)))
    if isinstance(items[0], Refused):
        raise Unreadable(items[0].code, items[0].detail)
    return items


def _stories(opened: OpenedXML) -> Iterator[Story]:
    story = Story("nitf", opened.encoding, opened.warnings, is_wire=True)
    write_head(story, opened.root)
    write_body_of(story, opened.root)
    yield story


def write_head(story: Story, root: Element) -> None:
    """Write what the head of a NITF document states: dates, source, rights, subjects, status."""
    for data in descendants(root, "docdata"):
        warn_of_status(story, data.get("management-status", ""))
    _write_dates(story, root)
    for name, words in _outlets(root)[:1]:
        story.state("source", name, words)
    for holder in descendants(root, "doc.copyright")[:1]:
        story.state("agency", "doc.copyright", holder.get("holder", ""))
    story.state("language", "xml:lang", root.get("baselang", "") or language_of(root))
    story.state_all("keywords", "subject", _subjects(root))
    for rights in descendants(root, "rights")[:1]:
        story.state("rights", "rights", plain(text_of(rights)))
    for message in descendants(root, "ed-msg"):
        story.state("note", "ed-msg", message.get("info", ""))
    for note in descendants(root, "du-key"):
        story.state("note", "du-key", note.get("key", ""))


def _outlets(root: Element) -> list[tuple[str, str]]:
    """Return who publishes a text, with the element that says so, the surest first."""
    found = [
        (name, text_of(one))
        for name in ("distributor", "rights.owner")
        for one in descendants(root, name)
    ]
    found += [("pubdata", one.get("name", "")) for one in descendants(root, "pubdata")]
    found += [
        ("doc.copyright", one.get("holder", "")) for one in descendants(root, "doc.copyright")
    ]
    return [(name, plain(words)) for name, words in found if words]


def _write_dates(story: Story, root: Element) -> None:
    """State the day of issue; a release that lies ahead is an embargo, `date.publication` stands in for a lost issue."""
    dates = [
        ("date.issue", "norm"),
        ("date.release", "norm"),
        ("story.date", "norm"),
        ("pubdata", "date.publication"),
    ]
    found = {
        name: element.get(attribute, "") or text_of(element)
        for name, attribute in dates
        for element in descendants(root, name)[:1]
    }
    for name in ("date.issue", "pubdata", "story.date", "date.release"):
        if found.get(name):
            story.state_date("date", name, found[name])
            break
    issue, release = (_moment(found.get(name, "")) for name in ("date.issue", "date.release"))
    if issue and release and release > issue:
        story.warn("embargoed")
        story.state_date("embargo", "date.release", found["date.release"])


def _moment(words: str) -> datetime | None:
    """Return the moment that a date of NITF names, in UTC where it has no zone; None where it names none."""
    try:
        moment = datetime.fromisoformat(readable_date(words))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _subjects(root: Element) -> Iterator[str]:
    for subject in descendants(root, "tobject.subject"):
        code = (
            subject.get("tobject.subject.refnum", "")
            if subject.get("tobject.subject.ipr", "IPTC") == "IPTC"
            else ""
        )
        names = (
            subject.get(f"tobject.subject.{part}", "") for part in ("detail", "matter", "type")
        )
        yield f"{f'subj:{code} ' if code else ''}{next(filter(None, names), '')}".strip()
    for keyword in descendants(root, "keyword"):
        yield keyword.get("key", "") or text_of(keyword)


def write_body_of(story: Story, root: Element) -> None:
    """Write head lines and content of a NITF document."""
    headline = next(
        (one for name in ("hl1", "title") for one in descendants(root, name) if text_of(one)), None
    )
    if headline is not None:
        story.head(Label.HEADLINE, name_of(headline), text_of(headline))
    for byline in descendants(root, "byline"):
        story.head(Label.BYLINE, "byline", _byline(byline))
    for content in descendants(root, "body.content") or _bodies_without_content(root):
        story.body(markup_of(content, _AS_HTML))
    for second in [*descendants(root, "abstract"), *_heads(root, "hl2")]:
        if text_of(second) != text_of(headline):
            story.head(Label.STANDFIRST, name_of(second), text_of(second))
    for dateline in descendants(root, "dateline"):
        # The day in it is stated above, and is often a stamp for machines.
        day = " ".join(text_of(one) for one in descendants(dateline, "story.date"))
        words = plain(text_of(dateline).replace(day, "") if day else text_of(dateline))
        if not story.holds(words):
            story.head(Label.DATE_LINE, "dateline", words)
    for end in descendants(root, "body.end"):
        story.body(markup_of(end, _AS_HTML))


def _heads(root: Element, name: str) -> list[Element]:
    """Return the second headlines of the head; inside the content they are cross-heads."""
    return [one for head in descendants(root, "hedline") for one in descendants(head, name)]


def _bodies_without_content(root: Element) -> list[Element]:
    return [body for body in descendants(root, "body") if not descendants(body, "body.head")]


def _byline(byline: Element) -> str:
    """Return a byline with the trade behind the name in brackets: "By BERNARD CONDON (AP Business Writer)"."""
    words = text_of(byline)
    for trade in filter(None, map(text_of, descendants(byline, "byttl"))):
        words = words.replace(trade, f" ({trade})", 1)
    return plain(words).replace(", (", " (")
