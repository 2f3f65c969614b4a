"""DOCX (ECMA-376): paragraphs with their styles, tables, notes; tracked changes accepted, comments left out."""

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
    kind_of_style,
    local,
    state_properties,
    write_page,
    write_paragraphs,
)
from .packages import Package, has_part
from .sheet import Sheet
from .xml import open_xml

#: What was deleted or moved away, what a newer program shows otherwise, codes of fields, and properties.
_SKIPPED = frozenset(
    {"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "tblPr", "sectPr"}
)
_TRACKED = frozenset({"ins", "del", "moveFrom", "moveTo"})
#: How far a style is followed to those that it is based on.
_CHAIN = 10
_OFF = frozenset({"0", "false", "off", "none"})
_SIGNS = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "ptab": "\t",
}
_NOTES = frozenset({"footnoteReference", "endnoteReference"})


def recognises(data: bytes, name: str) -> bool:
    """Return whether a file is a document of Word."""
    return has_part(data, "word/")


def read(data: bytes, name: str) -> list[Item | Refused]:
    """Return the one item of a document. Raises `Unreadable`."""
    package = Package(data)
    main = _main_part(package)
    folder = main.rpartition("/")[0]
    root = _root(package, main)
    if root is None:
        raise Unreadable("broken", main)
    sheet = Sheet("utf-8", ("tracked-changes",) if _is_tracked(root) else ())
    core = _root(package, "docProps/core.xml")
    if core is not None:
        pairs = {local(one): one.text or "" for one in core.iterchildren(etree.Element)}
        state_properties(sheet, pairs, "docx")
    styles = _styles(_root(package, f"{folder}/styles.xml"))
    write_page(sheet, _page_lines(package, folder, "header"), "docx-page-header")
    write_paragraphs(sheet, _paragraphs(root, styles), "docx")
    for kind in ("footnote", "endnote"):
        for words in _notes(_root(package, f"{folder}/{kind}s.xml"), kind):
            sheet.paragraph(words)
    write_page(sheet, _page_lines(package, folder, "footer"), "docx-page-footer")
    if sheet.is_empty:
        raise Unreadable("empty")
    return [sheet.item()]


def _main_part(package: Package) -> str:
    """Return the name of the part that holds the text, as the package's relations say."""
    relations = _root(package, "_rels/.rels")
    for relation in () if relations is None else relations.iterchildren(etree.Element):
        if attribute(relation, "Type").endswith("/officeDocument"):
            return attribute(relation, "Target").lstrip("/")
    return "word/document.xml"


def _root(package: Package, name: str) -> Element | None:
    data = package.part(name)
    return open_xml(data).root if data else None


def _is_tracked(root: Element) -> bool:
    return any(local(one) in _TRACKED for one in root.iter(etree.Element))


def _styles(root: Element | None) -> dict[str, tuple[str, bool]]:
    """Return by the id of each style the name that tells what it is for, and whether it is bold.

    Houses have styles of their own, which are based on Word's: the nearest name that tells something counts.
    """
    own: dict[str, tuple[str, str, Element | None]] = {}
    for style in () if root is None else root.iterchildren(etree.Element):
        if local(style) == "style":
            name, base = (attribute(child(style, key), "val") for key in ("name", "basedOn"))
            own[attribute(style, "styleId")] = (name, base, child(child(style, "rPr"), "b"))
    return {key: _resolved(key, own) for key in own}


def _resolved(key: str, own: dict[str, tuple[str, str, Element | None]]) -> tuple[str, bool]:
    name, is_bold = "", None
    for _ in range(_CHAIN):
        if key not in own:
            break
        said, key, bold = own[key]
        name = name or (said if kind_of_style(said) else "")
        is_bold = _is_on(bold) if is_bold is None and bold is not None else is_bold
    return name, bool(is_bold)


def _is_on(switch: Element | None) -> bool:
    return switch is not None and attribute(switch, "val").lower() not in _OFF


def _paragraphs(element: Element, styles: dict[str, tuple[str, bool]]) -> Iterator[Paragraph]:
    """Yield the paragraphs below an element in order; a row of a table is one, unless its cells hold several.

    The depth is bounded by that of the XML.
    """
    for one in element.iterchildren(etree.Element):
        name = local(one)
        if name in _SKIPPED:
            continue
        if name == "p":
            yield _paragraph(one, styles)
            for box in _boxes(one):
                yield from _paragraphs(box, styles)
        elif name == "tr":
            yield from _row(
                [list(_paragraphs(cell, styles)) for cell in one if local(cell) == "tc"]
            )
        else:
            yield from _paragraphs(one, styles)


def _row(cells: list[list[Paragraph]]) -> Iterator[Paragraph]:
    said = [[one for one in cell if one.words.strip()] for cell in cells]
    if len(said) == 1 or any(len(cell) > 1 for cell in said):  # a table made for its looks
        for cell in said:
            yield from cell
    else:
        yield Paragraph(CELL.join(cell[0].words for cell in said if cell))


def _paragraph(element: Element, styles: dict[str, tuple[str, bool]]) -> Paragraph:
    style, is_bold = styles.get(
        attribute(child(child(element, "pPr"), "pStyle"), "val"), ("", False)
    )
    runs = [(run, said) for run, said in _runs(element) if said]
    bold = [_is_bold(run, is_bold) for run, said in runs if said.strip()]
    return Paragraph("".join(said for _, said in runs), style, bool(bold) and all(bold))


def _is_bold(run: Element, otherwise: bool) -> bool:
    switch = child(child(run, "rPr"), "b")
    return otherwise if switch is None else _is_on(switch)


def _runs(element: Element) -> Iterator[tuple[Element, str]]:
    """Yield the runs of a paragraph with their words, those of its text boxes left out."""
    for one in element.iterchildren(etree.Element):
        name = local(one)
        if name == "r":
            yield one, "".join(_signs(one))
        elif name not in _SKIPPED:
            yield from _runs(one)


def _signs(run: Element) -> Iterator[str]:
    for one in run.iterchildren(etree.Element):
        name = local(one)
        if name == "t":
            yield one.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name in _NOTES:
            yield f"[{attribute(one, 'id')}]"


def _boxes(paragraph: Element) -> Iterator[Element]:
    """Yield the text boxes anchored in a paragraph; of two drawings of one box, the newer."""
    waiting = [paragraph]
    while waiting:
        element = waiting.pop()
        for one in reversed(list(element.iterchildren(etree.Element))):
            if local(one) == "txbxContent":
                yield one
            elif local(one) not in _SKIPPED and local(one) != "t":
                waiting.append(one)


def _notes(root: Element | None, kind: str) -> Iterator[str]:
    for note in () if root is None else root.iterchildren(etree.Element):
        if local(note) == kind and attribute(note, "type") in {"", "normal"}:
            words = " ".join(one.words.strip() for one in _paragraphs(note, {}))
            if words.strip():
                yield f"[{attribute(note, 'id')}] {words}"


def _page_lines(package: Package, folder: str, kind: str) -> Iterator[str]:
    for name in package.names(f"{folder}/{kind}"):
        root = _root(package, name)
        if root is not None:
            yield from (one.words for one in _paragraphs(root, {}))
