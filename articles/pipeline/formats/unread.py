"""Documents of kinds that are not read: said to be so, instead of taken for an archive or for text full of signs."""

from __future__ import annotations

from ..reading import Unreadable
from ..results import Item, Refused
from .packages import has_part

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: The stream of a locked document ([MS-OFFCRYPTO] 2.3.4).
_LOCKED = "EncryptedPackage".encode("utf-16-le")
#: Beginnings of documents that hold text which we do not read.
_MAGIC = {
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    _OLE: "DOC, XLS, MSG",
}
#: Parts that only these documents have: tables and slides of any office, books.
_PARTS = {"[Content_Types].xml": "Office Open XML", "mimetype": "ODF, EPUB"}


def recognises(data: bytes, name: str) -> bool:
    """Return whether a file is such a document; asked behind the formats that read some of them."""
    return bool(_kind(data))


def read(data: bytes, name: str) -> list[Item | Refused]:
    """Raise `Unreadable`: `encrypted` for a document of Word that a password locks, `format` for all others."""
    if data.startswith(_OLE) and _LOCKED in data:
        raise Unreadable("encrypted")
    raise Unreadable("format", _kind(data))


def _kind(data: bytes) -> str:
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            return kind
    return next((kind for part, kind in _PARTS.items() if has_part(data, part)), "")
