"""Saved pages of news sites, and fragments of markup in other formats."""

from __future__ import annotations

from .fragment import write_html

__all__ = ["write_html"]
