"""Tell readers something beside a text: a correction that we own up to, or a remark of the desk."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ..models import Article, HistoryEntry, ReaderNote, Status
from .cleaning import clean_text
from .recording import Person, record

Kind = ReaderNote.Kind
#: How a note is called in history: a correction dates the text anew for feeds and search engines.
_FIELDS = {Kind.CORRECTION: "correction", Kind.REMARK: "reader_note"}


@transaction.atomic
def add_note(article: Article, kind: str, text: str, language: str, *, by: Person) -> ReaderNote:
    """Write a note of `kind` in `language` (one of the interface) beside `article`, and return it.

    Raises ValidationError where words are missing or too many, or the kind or language is unknown, and for a correction
    of a text that readers have not seen: there is nothing to own up to.
    """
    words = clean_text(text)
    if not words:
        raise ValidationError(_("Write what readers should know."))
    if len(words) > ReaderNote.LONGEST:
        message = _("A note has at most %(most)d characters; this one has %(n)d.")
        raise ValidationError(message, params={"most": ReaderNote.LONGEST, "n": len(words)})
    if kind not in Kind.values or language not in dict(settings.LANGUAGES):
        raise ValidationError(_("Choose what kind of note it is, and its language."))
    current = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
    if kind == Kind.CORRECTION and current.status != Status.PUBLISHED:
        raise ValidationError(_("Readers have not seen this text: correct it, without a note."))
    note = ReaderNote.objects.create(
        article=current, kind=kind, text=words, language=language, by=by
    )
    changes = {_FIELDS[Kind(kind)]: ["", words]}
    record(current, HistoryEntry.Deed.CORRECTED, by=by, changes=changes)
    return note


@transaction.atomic
def take_back_note(article: Article, key: int, *, by: Person) -> None:
    """Take a note away from beside `article`; the history keeps its words. One that is gone already is no error."""
    note = article.reader_notes.select_for_update(of=("self",)).filter(pk=key).first()
    if note is None:
        return
    note.delete()
    changes = {_FIELDS[Kind(note.kind)]: [note.text, ""]}
    record(article, HistoryEntry.Deed.CORRECTED, by=by, changes=changes)
