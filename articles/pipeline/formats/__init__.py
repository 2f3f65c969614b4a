"""Formats: how a file becomes items. The content decides which format it is, the name where the content does not."""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType

from ..results import Item, Refused
from . import (
    archives,
    docx,
    feed,
    html,
    json_feed,
    mail,
    markdown,
    newsml,
    ninjs,
    nitf,
    odt,
    press_text,
    unread,
    wordpress,
)
from .members import Entry
from .opening import ReadFormat, open_file

__all__ = ["is_plain_text", "read_format", "split_items"]

#: Modules with `recognises(data, name)` and `read(data, name)`, asked in this order; plain text is what is left.
FORMATS: tuple[ModuleType, ...] = (
    mail,
    newsml,
    nitf,
    wordpress,
    feed,
    json_feed,
    ninjs,
    markdown,
    html,
    docx,
    odt,
    unread,
    archives,
    press_text,
)


def split_items(data: bytes, name: str, read: ReadFormat | None = None) -> list[Item | Refused]:
    """Return the texts of a file, those of its members included, and what of it was refused, in order.

    `read` takes the place of `read_format`. Raises `Unreadable` where the file as a whole holds none.
    """
    return open_file(data, name, read or read_format, _is_archive)


def read_format(data: bytes, name: str) -> Iterable[Entry]:
    """Return the texts of one file, what of it was refused, and its members unopened. Raises `Unreadable`."""
    entries: Iterable[Entry] = _format_of(data, name).read(data, name)
    return entries


def is_plain_text(data: bytes, name: str) -> bool:
    """Return whether a file is left to the reader of plain text, which no file can harm."""
    return _format_of(data, name) is press_text


def _is_archive(data: bytes, name: str) -> bool:
    return _format_of(data, name) is archives


def _format_of(data: bytes, name: str) -> ModuleType:
    return next(module for module in FORMATS if module.recognises(data, name))
