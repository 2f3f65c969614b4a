"""Formats: how a file becomes items. The content decides which format it is, then the name."""

from __future__ import annotations

from ..reading import decode
from ..results import Item, Refused
from .press_text import read_press_text

__all__ = ["split_items"]


def split_items(data: bytes, name: str) -> list[Item | Refused]:
    """Return the texts of a file, and what of it was refused, in order.

    Raises `Unreadable` where the file as a whole holds none.
    """
    return [read_press_text(decode(data))]
