"""ODT (OpenDocument text): headings, paragraphs, lists, tables, notes; tracked changes accepted, comments left out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ..reading import Unreadable
from ..results import Item, Refused
from .office import (
    CELL,
    Element,
    Paragraph,
    attribute,
    child,
    local,
    state_properties,
    write_page,
    write_paragraphs,
)
from .packages import Package, has_part
from .sheet import Sheet
from .xml import open_xml

_MIMETYPE = b"application/vnd.oasis.opendocument.text"
#: What was deleted, what somebody remarked, and what is no text.
_SKIPPED = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms", "note-citation"}
)
_PROPERTIES = frozenset(
    "title initial-creator creation-date date language keyword subject description".split()
)
_SIGNS = {"tab": "\t", "line-break": "\n"}


def recognises(data: bytes, name: str) -> bool:
    """Return whether a file is a text of OpenDocument: its first member says so, unpacked."""
    return _MIMETYPE in data[:128] and has_part(data, "content.xml")


def read(data: bytes, name: str) -> list[Item | Refused]:
    """Return the one item of a document. Raises `Unreadable`."""
    package = Package(data)
    content = package.part("content.xml")
    if b"encryption-data" in package.part("META-INF/manifest.xml"):
        raise Unreadable("encrypted")
    root = open_xml(content).root
    body = child(child(root, "body"), "text")
    if body is None:
        raise Unreadable("broken", "content.xml")
    is_tracked = child(body, "tracked-changes") is not None
    sheet = Sheet("utf-8", ("tracked-changes",) if is_tracked else ())
    _state(sheet, package.part("meta.xml"))
    styles = _styles(root)
    master = package.part("styles.xml")
    pages = open_xml(master).root if master else None
    write_page(sheet, _page_lines(pages, "header"), "odt-page-header")
    write_paragraphs(sheet, _paragraphs(body, styles), "odt")
    for words in _notes(body):
        sheet.paragraph(words)
    write_page(sheet, _page_lines(pages, "footer"), "odt-page-footer")
    if sheet.is_empty:
        raise Unreadable("empty")
    return [sheet.item()]


def _state(sheet: Sheet, meta: bytes) -> None:
    if meta:
        pairs: dict[str, str] = {}
        for one in open_xml(meta).root.iter(etree.Element):
            if local(one) in _PROPERTIES:
                pairs.setdefault(local(one), one.text or "")
        state_properties(sheet, pairs, "odt")


def _styles(root: Element) -> dict[str, tuple[str, bool]]:
    """Return the named style behind each automatic one, and whether that is bold."""
    found = {}
    automatic = child(root, "automatic-styles")
    for style in () if automatic is None else automatic.iterchildren(etree.Element):
        bold = attribute(child(style, "text-properties"), "font-weight") == "bold"
        found[attribute(style, "name")] = (attribute(style, "parent-style-name"), bold)
    return found


def _paragraphs(element: Element, styles: dict[str, tuple[str, bool]]) -> Iterator[Paragraph]:
    """Yield the paragraphs below an element in order; a row of a table is one. The depth is bounded by that of the XML."""
    for one in element.iterchildren(etree.Element):
        name = local(one)
        if name in {"p", "h"}:
            yield _paragraph(one, styles)
            for box in _boxes(one):
                yield from _paragraphs(box, styles)
        elif name == "table-row":
            cells = [list(_paragraphs(cell, styles)) for cell in one.iterchildren(etree.Element)]
            said = [[p for p in cell if p.words.strip()] for cell in cells]
            if any(len(cell) > 1 for cell in said):  # a table made for its looks
                yield from (paragraph for cell in said for paragraph in cell)
            else:
                yield Paragraph(CELL.join(cell[0].words for cell in said if cell))
        elif name not in _SKIPPED:
            yield from _paragraphs(one, styles)


def _paragraph(element: Element, styles: dict[str, tuple[str, bool]]) -> Paragraph:
    own = attribute(element, "style-name")
    style, is_bold = styles.get(own, (own, False))
    if local(element) == "h":
        style = f"Heading {attribute(element, 'outline-level') or 1}"
    words, bold = [], []
    for said, span_style in _words(element, ""):
        words.append(said)
        if said.strip():
            bold.append(styles.get(span_style, ("", is_bold))[1] or is_bold)
    return Paragraph("".join(words), style, bool(bold) and all(bold))


def _words(element: Element, style: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a paragraph with the style of the span around them; white space is one blank (ODF 6.1.2)."""
    yield " ".join((element.text or "").split("\n")), style
    for one in element.iterchildren():
        name = local(one)
        if name == "s":
            yield " ", style
        elif name in _SIGNS:
            yield _SIGNS[name], style
        elif name == "note":
            yield _mark(one), style
        elif name and name not in _SKIPPED and name not in {"frame", "text-box", "custom-shape"}:
            yield from _words(one, attribute(one, "style-name") if name == "span" else style)
        yield one.tail or "", style


def _boxes(paragraph: Element) -> Iterator[Element]:
    """Yield the text boxes anchored in a paragraph, not those inside them."""
    waiting = [paragraph]
    while waiting:
        for one in reversed(list(waiting.pop().iterchildren(etree.Element))):
            if local(one) == "text-box":
                yield one
            elif local(one) not in _SKIPPED:
                waiting.append(one)


def _notes(body: Element) -> Iterator[str]:
    for note in body.iter(etree.Element):
        if local(note) == "note":
            body_of_note = child(note, "note-body")
            said = [] if body_of_note is None else _paragraphs(body_of_note, {})
            yield f"{_mark(note)} {' '.join(one.words for one in said)}"


def _mark(note: Element) -> str:
    citation = child(note, "note-citation")
    return f"[{'' if citation is None else citation.text or ''}]"


def _page_lines(root: Element | None, kind: str) -> Iterator[str]:
    for one in () if root is None else root.iter(etree.Element):
        if local(one) == kind:
            yield from (paragraph.words for paragraph in _paragraphs(one, {}))
