"""Formats: how a decoded file becomes items. Plain press text is the only one so far."""

from .press_text import split_items

__all__ = ["split_items"]
