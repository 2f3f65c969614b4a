"""Documents for tests, built in memory from their body's markup."""

from tests.pipeline.formats.archive_files import zipped

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_STYLES = (
    f"<w:styles {_W}>"
    '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:styleId="Untertitel"><w:name w:val="Subtitle"/></w:style>'
    '<w:style w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>'
    '<w:style w:styleId="Fett"><w:name w:val="Hervorgehoben"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:styleId="Haus"><w:name w:val="PM Kopf 1"/><w:basedOn w:val="Titel"/></w:style>'
    '<w:style w:styleId="Stark"><w:name w:val="PM Stark"/><w:basedOn w:val="Fett"/></w:style>'
    "</w:styles>"
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>Wasser in Osch</dc:title><dc:creator>Anna Berg</dc:creator>"
    "<cp:lastModifiedBy>Bolot</cp:lastModifiedBy><dcterms:created>2023-01-01T08:00:00Z</dcterms:created>"
    "<dcterms:modified>2024-05-06T08:00:00Z</dcterms:modified></cp:coreProperties>"
)


def docx(body: str, **parts: str) -> bytes:
    """Return a document of Word with this markup as body; `parts` are others, `core`, `header1`, `footnotes` …."""
    names = {"core": "docProps/core.xml"}
    others = [
        (names.get(name, f"word/{name}.xml"), _part(name, xml)) for name, xml in parts.items()
    ]
    return zipped(
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", _RELATIONS.encode()),
        (
            "word/document.xml",
            f"<w:document {_W} {_MC}><w:body>{body}</w:body></w:document>".encode(),
        ),
        ("word/styles.xml", _STYLES.encode()),
        *others,
    )


def _part(name: str, xml: str) -> bytes:
    if name == "core":
        return xml.encode()
    tag = {"h": "hdr", "f": "ftr"}[name[0]] if name[:6] in {"header", "footer"} else name
    return f"<w:{tag} {_W}>{xml}</w:{tag}>".encode()


def p(words: str, style: str = "", bold: bool = False) -> str:
    """Return a paragraph of Word."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:p>{properties}<w:r>{run}<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def odt(body: str, meta: str = "", manifest: str = "") -> bytes:
    """Return a text of OpenDocument with this markup as body."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
        for name, space in {
            "office": "office",
            "text": "text",
            "table": "table",
            "style": "style",
            "draw": "drawing",
            "meta": "meta",
            "fo": "xsl-fo-compatible",
        }.items()
    )
    spaces += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    styles = (
        '<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/>'
        '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
        "</office:automatic-styles>"
    )
    content = (
        f"<office:document-content {spaces}>{styles}<office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )
    told = (
        f"<office:document-meta {spaces}><office:meta>{meta}</office:meta></office:document-meta>"
    )
    return zipped(
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.encode()),
        ("meta.xml", told.encode()),
        ("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>".encode()),
        method=0,
    )
