"""ninjs, the IPTC's News in JSON (1.0 to 3.x), and what agencies make of it (AP's and dpa's services, Superdesk).

Version 1 has `headline`, `body_html`, `byline`; versions 2 and 3 have lists of headlines and bodies with a role each, in
camel case; dpa writes underscores. Objects are found in whatever a service wraps around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...reading import Unreadable
from ...results import Item, Refused
from ..agency import SIGNALS, warn_of_status
from ..json import (
    Object,
    OpenedJSON,
    ambiguity,
    dicts,
    looks_like_json,
    named,
    open_json,
    text,
    texts,
)
from ..story import Story, numbered, plain
from .content import bodies, headline, write_pictures, write_texts

#: What only an object that is a text has; in bytes, for files not yet opened.
_TELLING = (b'"headline"', b'"headlines"', b'"body_', b'"bodies"', b'"article_html"')
_IS_TEXT = re.compile(r"headlines?|bodies|body_\w+|article_html|descriptions?")
#: Under these names services wrap their texts; a text may hold others in `associations`.
_WRAPPERS = "data items item _items entries results docs articles newsItems".split()
_DEEPEST = 6
#: Kinds of objects that have no text of their own.
_NO_TEXTS = frozenset({"picture", "graphic", "audio", "video", "image", "event", "planning"})

_CREATED = (
    "firstcreated firstCreated versioncreated versionCreated version_created contentcreated contentCreated "
    "content_created"
).split()
_HOLDERS = ("copyrightHolder", "copyrightholder")
_CREDITS = ("creditline", "creditLine")
_TOPIC = re.compile(r"\b(medtop|subj)\b|newscodes/(mediatopic|subjectcode)\b")
_TOPIC_SCHEMES = {"mediatopic": "medtop", "subjectcode": "subj"}
_KEYWORDS = ("keywords", "keyword_names", "dpasubject_names", "geosubject_names")


def recognises(data: bytes, name: str) -> bool:
    """Return whether a JSON file has the names of a news item."""
    return looks_like_json(data) and any(key in data for key in _TELLING)


def read(data: bytes, name: str) -> list[Item | Refused]:
    """Return the texts of a ninjs file: an object, an array, one a line, or a service's answer.

    Raises `Unreadable` where there is none, or no JSON.
    """
    items = numbered(_stories(open_json(data)))
    if not items:
        raise Unreadable("format", "no news item")
    return items


def _stories(opened: OpenedJSON) -> Iterator[Story | Refused]:
    for value in opened.values:
        if isinstance(value, Unreadable):
            yield Refused("", value.code, value.detail)
            continue
        for found in _objects(value, 0):
            yield _refusal(found) or _story(found, opened)


def _objects(value: Any, depth: int) -> Iterator[Object]:
    """Yield the news items of a value, those first that hold others."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _objects(one, depth + 1)
    elif isinstance(value, dict):
        if any(_IS_TEXT.fullmatch(name) for name in value):
            yield value
            inside = value.get("associations")
            for one in _objects(
                list(inside.values()) if isinstance(inside, dict) else inside, depth + 1
            ):
                if text(one, "type") not in _NO_TEXTS and bodies(one):
                    yield one
        else:
            for name in _WRAPPERS:
                yield from _objects(value.get(name), depth + 1)


def _refusal(of: Object) -> Refused | None:
    """Return why an object is no text: ambiguous, or a picture; None where it is one."""
    name = plain(headline(of) or text(of, "uri", "urn"))
    kind = text(of, "type") or ("picture" if "renditions" in of else "")
    if doubt := ambiguity(of):
        return Refused(name, "broken", doubt)
    if kind in _NO_TEXTS and not bodies(of):
        return Refused(name, "format", kind)
    return None


def _story(of: Object, opened: OpenedJSON) -> Story:
    story = Story("ninjs", opened.encoding, opened.warnings, is_wire=True)
    _write_status(story, of)
    _write_dates(story, of)
    _write_source(story, of)
    _write_notes(story, of)
    write_texts(story, of)
    write_pictures(story, of)
    return story


def _write_status(story: Story, of: Object) -> None:
    warn_of_status(story, text(of, "pubstatus", "pubStatus"))
    signals = of.get("signals", of.get("signal"))
    for code in [*texts(signals), *(text(one, "code") for one in dicts(signals))]:
        if warning := SIGNALS.get(code.rsplit(":", 1)[-1]):
            story.warn(warning)
    name, embargo = named(of, "embargoed")
    if embargo:
        story.warn("embargoed")
        story.state_date("embargo", name, embargo)


def _write_dates(story: Story, of: Object) -> None:
    """State the first publication as the date, and this version as the update where it is another."""
    title, first = named(of, *_CREATED)
    story.state_date("date", title, first)
    title, version = named(of, *_CREATED[2:5])
    if version != first:
        story.state_date("updated", title, version)


def _write_source(story: Story, of: Object) -> None:
    sources = dicts(of.get("infoSources")) + dicts(of.get("infosource"))
    outlets = [("infoSources", text(one, "name", "literal")) for one in sources]
    outlets.append(named(of, "provider", "source", *_HOLDERS, *_CREDITS))
    for title, outlet in [one for one in outlets if one[1]][:1]:
        story.state("source", title, plain(outlet))
    story.state("agency", *named(of, *_CREDITS, "provider", *_HOLDERS))
    story.state("language", "language", text(of, "language"))
    title, address = named(of, "uri", "urn")
    is_web = address.startswith(("http://", "https://"))
    story.state("address" if is_web else "identifier", title, address)
    story.state_all("keywords", "subjects", _subjects(of))
    for title in ("copyrightNotice", "copyrightnotice", "usageTerms", "usageterms"):
        story.state_all("rights", title, texts(of.get(title)))


def _subjects(of: Object) -> Iterator[str]:
    """Yield the subjects by code and name; only the IPTC's codes mean something outside the service."""
    for one in (
        one for name in ("subjects", "subject", "categories") for one in dicts(of.get(name))
    ):
        code = text(one, "qcode", "uri", "literal", "code")
        scheme = _TOPIC.search(f"{code} {text(one, 'scheme')}")
        if scheme:
            prefix = scheme[1] or _TOPIC_SCHEMES[scheme[2]]
            yield f"{prefix}:{re.split('[:/]', code)[-1]} {text(one, 'name')}"
        elif not text(one, "type").startswith("dnltype:"):  # dpa's desks, services and signals
            yield text(one, "name")
    for name in _KEYWORDS:
        yield from texts(of.get(name))


def _write_notes(story: Story, of: Object) -> None:
    """State what the agency tells the desk; none of it is for readers."""
    story.state("note", *named(of, "ednote", "edNote"))
    for note in dicts(of.get("ednotes")):
        story.state("note", "ednote", plain(text(note, "ednote")))
    for notepad in dicts([of.get("notepad")]):
        for name in notepad:
            story.state("note", name, plain(text(notepad, name)))
