"""NewsML-G2 of the IPTC: items alone or in a message, with XHTML, NITF or plain text inside."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading import Unreadable
from ..results import Item, Label, Refused
from .agency import SIGNALS, warn_of_status
from .nitf import write_body_of
from .story import Story, numbered, plain
from .xml import (
    Element,
    OpenedXML,
    children,
    descendants,
    language_of,
    markup_of,
    name_of,
    open_xml,
    parted,
    root_name,
    text_of,
)

_ROOTS = frozenset(
    {"newsMessage", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem"}
)
#: Items that describe instead of telling; a package only lists others.
_NO_TEXTS = ("packageItem", "conceptItem", "knowledgeItem", "planningItem")
_HEADLINES = frozenset({"", "main", "headline"})
_SUMMARIES = frozenset({"", "summary", "teaser", "abstract", "lead", "subheadline", "subtitle"})


def recognises(data: bytes, name: str) -> bool:
    """Return whether the first element is one of NewsML-G2's."""
    return root_name(data) in _ROOTS


def read(data: bytes, name: str) -> list[Item | Refused]:
    """Return the items of a message or a single one. Raises `Unreadable` where there is none, or no XML."""
    items = numbered(_stories(open_xml(data)))
    if not items:
        raise Unreadable("empty", "the message holds no items")
    return items


def _stories(opened: OpenedXML) -> Iterator[Story | Refused]:
    for item in parted(opened.root, "newsItem", *_NO_TEXTS):
        story = Story("newsml", opened.encoding, opened.warnings, is_wire=True)
        _write_meta(story, item)
        _write_content(story, item)
        refusal = _refusal(item)
        yield refusal if refusal and not story.has_body() else story


def _refusal(item: Element) -> Refused | None:
    """Return why an item without a body is no text: what it is instead; None where it should be one."""
    kind = name_of(item) if name_of(item) in _NO_TEXTS else ""
    for nature in descendants(item, "itemClass")[:1]:
        code = _code(nature)
        kind = kind or ("" if code in {"text", "composite", ""} else code)
    references = len(descendants(item, "itemRef"))
    detail = f"{kind}, {references} references" if references else kind
    return Refused(_title(item), "format", detail) if kind else None


def _title(item: Element) -> str:
    titles = [*descendants(item, "headline"), *descendants(item, "title")]
    return plain(next((text_of(one) for one in titles if text_of(one)), item.get("guid", "")))


def _write_meta(story: Story, item: Element) -> None:
    meta = children(next(iter(item.iterchildren("{*}itemMeta")), item))
    content = children(next(iter(item.iterchildren("{*}contentMeta")), item))
    rights = children(next(iter(item.iterchildren("{*}rightsInfo")), item))
    for status in meta.get("pubstatus", []):
        warn_of_status(story, status.get("qcode", "") or status.get("uri", "").replace("/", ":"))
    for signal in meta.get("signal", []):
        if warning := SIGNALS.get(_code(signal)):
            story.warn(warning)
    for embargo in meta.get("embargoed", [])[:1]:
        if text_of(embargo):
            story.warn("embargoed")
            story.state_date("embargo", "embargoed", text_of(embargo))
    _write_dates(story, {**content, **meta})
    _write_people(story, content, meta, rights)
    for note in meta.get("ednote", []):
        story.state("note", "edNote", plain(markup_of(note)))
    story.state("identifier", "guid", item.get("guid", ""))
    language = next((one.get("tag", "") for one in content.get("language", [])), "") or language_of(
        item
    )
    story.state("language", "language", language)
    story.state_all("keywords", "subject", _subjects(content))
    for name in ("copyrightnotice", "usageterms"):
        for element in rights.get(name, [])[:1]:
            story.state("rights", name_of(element), plain(text_of(element)))


def _write_dates(story: Story, own: dict[str, list[Element]]) -> None:
    """State the first publication as the date, and this version as the update where it is another."""
    created = {
        name: text_of(own[name][0])
        for name in ("firstcreated", "versioncreated", "contentcreated")
        if name in own
    }
    first = next((name for name in created if created[name]), None)
    if first is None:
        return
    story.state_date("date", name_of(own[first][0]), created[first])
    version = created.get("versioncreated", "")
    if first == "firstcreated" and version and version != created[first]:
        story.state_date("updated", "versionCreated", version)


def _write_people(
    story: Story,
    content: dict[str, list[Element]],
    meta: dict[str, list[Element]],
    rights: dict[str, list[Element]],
) -> None:
    outlets = [
        *content.get("infosource", []),
        *meta.get("provider", []),
        *rights.get("copyrightholder", []),
    ]
    for outlet in outlets:
        if words := _named(outlet):
            story.state("source", name_of(outlet), words)
            break
    credits = content.get("creditline", []) + meta.get("provider", [])
    for credit in credits:
        if words := text_of(credit) or _named(credit):
            story.state("agency", name_of(credit), plain(words))
            break


def _named(element: Element) -> str:
    """Return the name of a party: its name, its literal, or the last part of its code."""
    own = children(element)
    name = next((text_of(one) for one in own.get("name", []) if text_of(one)), "")
    return plain(name or element.get("literal", "") or _code(element))


def _code(element: Element) -> str:
    code = element.get("qcode", "") or element.get("uri", "")
    return str(code).replace("/", ":").rsplit(":", 1)[-1]


def _subjects(content: dict[str, list[Element]]) -> Iterator[str]:
    """Yield the subjects by name; the IPTC's codes stay, an agency's own mean nothing outside it."""
    for subject in content.get("subject", []):
        code = subject.get("qcode", "") or subject.get("literal", "")
        own = children(subject)
        name = next((text_of(one) for one in own.get("name", []) if text_of(one)), "")
        is_public = code.startswith(("medtop:", "subj:"))
        if is_public or name:
            yield f"{code} {name}".strip() if is_public else name
        for same in own.get("sameas", []):
            if same.get("qcode", "").startswith("medtop:"):
                yield same.get("qcode")
    for keyword in content.get("keyword", []):
        yield text_of(keyword)


def _write_content(story: Story, item: Element) -> None:
    content = children(next(iter(item.iterchildren("{*}contentMeta")), item))
    for inline in (one for name in ("inlineXML", "inlineData") for one in descendants(item, name)):
        _write_inline(story, inline)
    headlines = content.get("headline", [])
    ranked = sorted(
        headlines, key=lambda one: (_code_of_role(one) not in _HEADLINES, one.get("rank", "0"))
    )
    for headline in ranked[:1]:
        story.head(Label.HEADLINE, "headline", text_of(headline))
    for headline in headlines:
        if _code_of_role(headline) in {"kicker", "overline"}:
            story.head(Label.KICKER, "headline", text_of(headline))
        elif _code_of_role(headline) in {"subheadline", "subtitle", "sub", "deck"}:
            story.head(Label.STANDFIRST, "headline", text_of(headline))
    for title in descendants(item, "title")[:1]:
        story.head(Label.HEADLINE, "title", text_of(title))
    for by in content.get("by", []):
        story.head(Label.BYLINE, "by", text_of(by))
    for description in content.get("description", []):
        if _code_of_role(description) in _SUMMARIES:
            story.head(Label.STANDFIRST, "description", text_of(description))
    for dateline in content.get("dateline", []):
        if not story.holds(text_of(dateline)):
            story.head(Label.DATE_LINE, "dateline", text_of(dateline))


def _code_of_role(element: Element) -> str:
    return str(element.get("role", "")).rsplit(":", 1)[-1].lower()


def _write_inline(story: Story, inline: Element) -> None:
    documents = descendants(inline, "nitf")
    if documents:
        write_body_of(story, documents[0])
        return
    document = next(iter(inline.iter("{*}body")), inline)
    story.body(markup_of(document))
