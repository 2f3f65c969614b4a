"""Corrections and remarks for readers, as the correction screen lists them and takes new ones."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from ..actions.noting import add_note, take_back_note
from ..models import Article, ReaderNote


def note_form(request: HttpRequest, article: Article) -> dict[str, Any]:
    """Return what the fields for a new note offer and hold; what was typed stays where a page is shown again."""
    sent = request.POST
    is_public = article.status == "published"
    kinds = [one for one in ReaderNote.Kind.choices if is_public or one[0] != "correction"]
    return {
        "kinds": kinds,
        "kind": sent.get("note_kind", ""),
        "text": sent.get("note_text", ""),
        "languages": [
            (code, get_language_info(code)["name_local"]) for code, _ in settings.LANGUAGES
        ],
        "language": sent.get("note_language", get_language()),
        "longest": ReaderNote.LONGEST,
    }


def take_note(request: HttpRequest, article: Article) -> None:
    """Write the note that was sent, or take back the one that a button names. Raises ValidationError for a bad one.

    The caller has checked that the person may change the article.
    """
    by: Any = request.user
    sent = request.POST
    if "_note_back" in sent:
        key = sent["_note_back"]
        take_back_note(article, int(key[:18]) if key.isdecimal() else 0, by=by)
        messages.success(request, _("Taken back: readers no longer see the note."))
        return
    kind, language = sent.get("note_kind", ""), sent.get("note_language", "")
    add_note(article, kind, sent.get("note_text", ""), language, by=by)
    if article.status == "published":
        messages.success(request, _("Readers see the note now."))
    else:
        messages.success(request, _("Noted: readers will see it with the text."))
