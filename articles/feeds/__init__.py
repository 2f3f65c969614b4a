"""Feeds: RSS 2.0, Atom and JSON Feed of one list of entries."""

from .entries import Entry, Feed, feed_of
from .forms import FORMS, Form

__all__ = ["FORMS", "Entry", "Feed", "Form", "feed_of"]
