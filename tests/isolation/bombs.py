"""Files made to cost much: what each is, as bytes. Built when asked for, the largest in a second."""

import bz2
import gzip
import lzma
import zipfile
from collections.abc import Callable

from tests.pipeline.formats.archive_files import overlapping, tarred, zipped
from tests.pipeline.formats.office_files import docx, odt

MB = 1024**2
_ZEROS = bytes(20 * MB)


def nested_zips(depth: int) -> bytes:
    """Return a ZIP of sixteen ZIPs of sixteen ZIPs …, as 42.zip is."""
    inner = zipped(("0.txt", _ZEROS))
    for _ in range(depth):
        inner = zipped(*((f"{number}.zip", inner) for number in range(16)))
    return inner


def billion_laughs(root: str) -> bytes:
    """Return XML whose entities grow tenfold, nine times."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    return f'<?xml version="1.0"?><!DOCTYPE {root} [{entities}]><{root}><channel><title>&a9;</title></channel></{root}>'.encode()


def mail_of_many_parts(depth: int) -> bytes:
    """Return a message of parts in parts."""
    head = "From: a@example.org\nSubject: x\nMessage-ID: <1@example.org>\n"
    parts = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth)
    )
    return (head + parts + "Content-Type: text/plain\n\nText").encode()


#: Each is refused whole or in its members, or is read; none may hold the newsroom.
BOMBS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "ZIPs in ZIPs, five layers": ("a.zip", lambda: nested_zips(4)),
    "members over each other": ("a.zip", lambda: overlapping(2000, _ZEROS)),
    "66,000 members": ("a.zip", lambda: zipped(*((f"{n}", b"") for n in range(66_000)), method=0)),
    "40 members of 20 MB of zeros": (
        "a.zip",
        lambda: zipped(*((f"{n}.txt", _ZEROS) for n in range(40))),
    ),
    "bzip2 in a ZIP": (
        "a.zip",
        lambda: zipped(*((f"{n}.txt", _ZEROS * 5) for n in range(3)), method=zipfile.ZIP_BZIP2),
    ),
    "LZMA in a ZIP": (
        "a.zip",
        lambda: zipped(*((f"{n}.txt", _ZEROS * 5) for n in range(3)), method=zipfile.ZIP_LZMA),
    ),
    "gzip, 2 GB": ("a.txt.gz", lambda: gzip.compress(_ZEROS) * 100),
    "bzip2, 2 GB": ("a.txt.bz2", lambda: bz2.compress(_ZEROS) * 100),
    "xz, 2 GB": ("a.txt.xz", lambda: lzma.compress(_ZEROS) * 100),
    "TAR, packed, 400 MB": ("a.tgz", lambda: tarred(("a", _ZEROS * 20), mode="w:gz")),
    "DOCX of zeros": (
        "a.docx",
        lambda: zipped(("word/document.xml", _ZEROS), ("[Content_Types].xml", b"")),
    ),
    "DOCX, nested 100,000 deep": ("a.docx", lambda: docx("<w:sdt>" * 100_000)),
    "DOCX, 500,000 empty paragraphs": ("a.docx", lambda: docx("<w:p/>" * 500_000)),
    "ODT, nested 100,000 deep": ("a.odt", lambda: odt("<text:span>" * 100_000)),
    "feed of a billion laughs": ("a.xml", lambda: billion_laughs("rss")),
    "page of 40,000 nested elements": (
        "a.html",
        lambda: b"<!DOCTYPE html><html><body>" + b"<div>" * 40_000 + b"Text</body></html>",
    ),
    "page of a million attributes": (
        "a.html",
        lambda: (
            b"<!DOCTYPE html><html><body><p "
            + b" ".join(b"a%d=1" % n for n in range(1_000_000))
            + b">Text</body></html>"
        ),
    ),
    "page with 10 MB of a picture in it": (
        "a.html",
        lambda: (
            b'<!DOCTYPE html><html><body><img src="data:image/png;base64,'
            + b"QUJD" * (10 * MB // 4)
            + b'"><p>Text</p></body></html>'
        ),
    ),
    "JSON, 100,000 deep": ("a.json", lambda: b'{"uri":"x","headline":' + b"[" * 100_000),
    "mail of 20,000 nested parts": ("a.eml", lambda: mail_of_many_parts(20_000)),
    "Markdown of 2 MB of open marks": ("a.md", lambda: b"**a [b](" * (2 * MB // 8)),
    "20 MB of one letter": ("a.md", lambda: b"a" * (20 * MB - 1)),
}
