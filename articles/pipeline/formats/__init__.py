"""Formats: how a file becomes items. The content decides which format it is, the name where the content does not."""

from __future__ import annotations

from types import ModuleType

from ..results import Item, Refused
from . import press_text

__all__ = ["split_items"]

#: Modules with `recognises(data, name)` and `read(data, name)`, asked in this order; plain text is what is left.
FORMATS: tuple[ModuleType, ...] = (press_text,)


def split_items(data: bytes, name: str) -> list[Item | Refused]:
    """Return the texts of a file, and what of it was refused, in order.

    Raises `Unreadable` where the file as a whole holds none.
    """
    reader = next(module for module in FORMATS if module.recognises(data, name))
    items: list[Item | Refused] = reader.read(data, name)
    return items
