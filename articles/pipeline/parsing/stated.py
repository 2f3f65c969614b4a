"""What a file states beside its text: the archive's date header, a page's metadata, a mail's subject."""

from __future__ import annotations

import re

from ..document import Document
from ..results import Found
from .dates import dates_in
from .people import split_names

_DATE = re.compile(r"(?:19|20)\d\d(?:-\d\d){0,2}")
#: What mail and feeds write around an author's name: "desk@example.org (Anna Berg)", "Anna Berg <desk@example.org>".
_ADDRESS = re.compile(r"<[^<>]*>|\S+@\S+")


def stated_value(document: Document, field: str) -> Found[str] | None:
    """Return the first value that the file states for `field`, as it writes it."""
    for words, stated in document.stated_as(field):
        return Found(words, (stated.span,), stated.rule, stated.confidence)
    return None


def stated_date(document: Document) -> Found[str] | None:
    """Return the publication date that the file states, as exactly as it does: YYYY, YYYY-MM or YYYY-MM-DD."""
    for words, stated in document.stated_as("date"):
        printed = dates_in(words, stated.span.start)
        if printed:
            return Found(printed[0].value, (printed[0].span,), stated.rule, stated.confidence)
        if _DATE.fullmatch(words):
            return Found(words, (stated.span,), stated.rule, stated.confidence)
    return None


def stated_people(document: Document) -> tuple[Found[str], ...]:
    """Return the authors that the file states, each as printed."""
    return tuple(
        Found(name, (where,), stated.rule, stated.confidence)
        for words, stated in document.stated_as("byline")
        for name, where in split_names(
            _ADDRESS.sub(lambda match: " " * len(match[0]), words)
            .replace("(", " ")
            .replace(")", " "),
            stated.span.start,
        )
    )
