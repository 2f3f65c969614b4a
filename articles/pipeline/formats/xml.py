"""XML opened safely: no entities, no DTD, no network, bounded depth; broken markup is repaired, and said to be.

The parser is libxml2 without its `huge` mode, which bounds nesting (256), one text (10 MB) and names by itself. Feeds break
in a handful of ways (HTML's entities, bare `&` and `<`, prefixes nobody declared, notices of PHP before the declaration,
HTML that was not escaped, a cut end): a repair of the characters and libxml2's recovery keep their words.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from html.entities import html5
from typing import Any

from lxml import etree

from ..reading import Unreadable, decode

#: An lxml element: the library is published without types.
Element = Any

#: Namespaces under the prefixes that their vocabularies are known by; none for those that are a file's own language.
_PREFIXES = {
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://purl.org/rss/2.0": "",
    "http://iptc.org/std/nar/2006-10-01/": "",
    "http://iptc.org/std/NITF/2006-10-18/": "",
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/atom/ns#": "",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://search.yahoo.com/mrss/": "media",
    "http://search.yahoo.com/mrss": "media",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://news.yandex.ru": "yandex",
    "http://news.rambler.ru": "rambler",
    "http://turbo.yandex.ru": "turbo",
}
_WORDPRESS = re.compile(r"https?://wordpress\.org/export/[\d.]+/(excerpt/)?")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

#: How far into a file its first element is looked for: exports of WordPress open with a page of comments.
_HEAD = 65_536
#: How much may stand before the declaration: the notices of a broken site.
_JUNK = 4_096
#: A byte-order mark, as Latin-1 shows it.
_MARK = 3
_BEFORE_ROOT = re.compile(
    r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*", re.DOTALL
)
_NAME = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})")
#: Stretches whose characters are no markup, and the marks that are none although they look like it.
_SUSPECT = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--(?:(?!<!--).)*?-->|&(?:(?P<name>[A-Za-z][A-Za-z0-9]*)|\#(?P<number>[0-9]+|[xX][0-9A-Fa-f]+));"
    r"|(?P<bare>&+(?=&)|&|<+(?![A-Za-z_/!?])|<!--)",
    re.DOTALL,
)
_OWN_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PLAIN_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_C1 = re.compile("[\x80-\x9f]")


@dataclass(frozen=True, slots=True)
class OpenedXML:
    """The root of an XML file, the encoding it was read in, and warnings about both."""

    root: Element
    encoding: str
    warnings: tuple[str, ...]


def root_name(data: bytes) -> str:
    """Return the name of the first element of a file that looks like XML, without prefix; "" for any other.

    >>> root_name(b'<?xml version="1.0"?><!-- export --><rdf:RDF>')
    'RDF'
    """
    head = data[:_HEAD].replace(b"\0", b"").decode("latin-1")
    start = head.find("<")
    if start < 0 or (len(head[:start].strip()) > _MARK and "<?xml" not in head[:_JUNK]):
        return ""
    name = _element_at(head, start)
    declared = head.find("<?xml", start, _JUNK)
    if declared > start and name.lower() not in {"html", ""}:
        return _element_at(head, declared)
    return name


def _element_at(head: str, start: int) -> str:
    before = _BEFORE_ROOT.match(head, start)
    match = _NAME.match(head, before.end() if before else start)
    return match[1] if match else ""


def open_xml(data: bytes) -> OpenedXML:
    """Return the root of an XML file.

    Raises `Unreadable`: `entities` where it declares some, `effort` where it is nested deeper than 256 elements or holds a
    single text of more than 10 MB, `broken` where there is no element to be found.
    """
    declared = _DECLARED.search(data[:_JUNK])
    text = decode(data, declared=declared[1].decode("ascii") if declared else "")
    start = text.content.find("<?xml", 0, _JUNK)
    content = text.content[max(start, 0) :].lstrip()
    _refuse_entities(content)
    root, is_whole = _parsed(content, recover=False)
    if not is_whole:
        root, _ = _parsed(_repaired(content), recover=True)
    if root is None:
        raise Unreadable("broken", "no XML element")
    _refuse_declared(root)
    warnings = text.warnings if is_whole else (*text.warnings, "markup-repaired")
    return OpenedXML(root, text.encoding, warnings)


def _parsed(content: str, *, recover: bool) -> tuple[Element, bool]:
    """Return the root and whether the markup is whole; None where the parser finds no element."""
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )
    try:
        root = etree.fromstring(content.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        raise Unreadable("effort", "nested too deeply, or one text too long")
    is_whole = root is not None and next(root.iter(etree.Entity), None) is None
    return root, is_whole


def _refuse_entities(content: str) -> None:
    """Refuse a document type that may declare entities, before any parser sees it."""
    doctype = content.find("<!DOCTYPE", 0, _HEAD)
    if doctype >= 0 and content.find("<!ENTITY", doctype) >= 0:
        raise Unreadable("entities")


def _refuse_declared(root: Element) -> None:
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise Unreadable("entities")


def _repaired(content: str) -> str:
    """Return the text of an XML file with HTML's entities as characters and marks that are no markup escaped.

    >>> _repaired("<p>Gas & Öl &ndash; a < b</p>")
    '<p>Gas &amp; Öl – a &lt; b</p>'
    """
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", _SUSPECT.sub(_repair, content))


def _repair(match: re.Match[str]) -> str:
    found = match[0]
    if match["bare"]:
        return found.replace("&", "&amp;").replace("<", "&lt;")
    if match["name"] and match["name"] not in _OWN_NAMES:
        meant = html5.get(f"{match['name']};", found)
        return meant.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if match["number"]:
        meant = unescape(found)
        return found if meant in "<>&\"'" else meant
    if found.startswith("<![CDATA[") and not found.endswith("]]>"):
        return f"{found}]]>"  # a file that was cut
    return found


@lru_cache(maxsize=4096)
def _known_name(tag: str) -> str:
    if not tag.startswith("{"):
        return tag
    namespace, local = tag[1:].split("}", 1)
    wordpress = _WORDPRESS.fullmatch(namespace)
    if wordpress:
        return f"{'excerpt' if wordpress[1] else 'wp'}:{local}"
    prefix = _PREFIXES.get(namespace.replace("https://", "http://"))
    if prefix is None:
        return tag
    return f"{prefix}:{local}" if prefix else local


def name_of(element: Element) -> str:
    """Return an element's name with the usual prefix of its vocabulary, declared or not: `dc:date`, `pubDate`."""
    return _known_name(element.tag)


def children(element: Element) -> dict[str, list[Element]]:
    """Return an element's children by their names in lower case (feeds write `pubdate` too), in order."""
    found: dict[str, list[Element]] = {}
    for child in element.iterchildren(etree.Element):
        found.setdefault(name_of(child).lower(), []).append(child)
    return found


def descendants(element: Element, name: str) -> list[Element]:
    """Return the elements of that name below an element, in order."""
    return [one for one in element.iter(etree.Element) if name_of(one) == name]


def parted(root: Element, *names: str) -> list[Element]:
    """Return the elements of those names, in order, each without the others that a lost end tag has put inside it."""
    found = list(root.iter(*(f"{{*}}{name}" for name in names)))
    for one in found:
        if next(one.iterancestors(*(f"{{*}}{name}" for name in names)), None) is not None:
            one.getparent().remove(one)
    return found


def text_of(element: Element | None) -> str:
    """Return the words of an element and all below it; "" for None.

    Characters of the C1 range are what `&#150;` gives: Windows' characters are meant.
    """
    if element is None:
        return ""
    words = "".join(element.itertext()).strip()
    return _C1.sub(lambda match: unescape(f"&#{ord(match[0])};"), words)


def language_of(element: Element) -> str:
    """Return the `xml:lang` that holds for an element; "" without one."""
    for one in (element, *element.iterancestors()):
        if language := one.get(_XML_LANG):
            return str(language)
    return ""


def _local_name(element: Element) -> str:
    """Return a name without namespace and prefix; `span` for what recovery made of something that is no name."""
    local = element.tag.rpartition("}")[2].rpartition(":")[2]
    return local if _PLAIN_NAME.fullmatch(local) else "span"


def markup_of(element: Element, names: dict[str, str] | None = None) -> str:
    """Return what an element holds as HTML: the escaped markup it quotes, or the elements in it.

    Elements lose their namespace and are renamed by `names`, by which NITF's become HTML's, with a class where one is given.
    """
    if not len(element):
        return text_of(element)
    copied = deepcopy(element)
    copied.tail = None
    for one in copied.iter(etree.Element):
        local = _local_name(one)
        one.tag, _, known_as = (names or {}).get(local, local).partition(" ")
        if known_as:
            one.set("class", known_as)
    copied.tag = "div"
    etree.cleanup_namespaces(copied)
    return str(etree.tostring(copied, method="html", encoding="unicode"))
