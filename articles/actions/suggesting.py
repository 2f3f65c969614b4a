"""What a later reading says beside a value that a person decided on: taken over, or put aside for good."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ..models import Article, Evidence, HistoryEntry, Source
from .correcting import correct, held, plain
from .editing import locked
from .recording import Person, record


@transaction.atomic
def take_suggestion(article: Article, field: str, *, by: Person, version: int) -> Article:
    """Let `field` of `article`, as the editor saw it at `version`, have the value that waits beside it; return it anew.

    It is this person's value then. Where nothing waits, nothing happens. Raises `EditConflict`, `NotReady` where a published
    article would lose what it needs, and ValidationError where the desk knows the value no more.
    """
    current = locked(article.pk, version=version)
    row = _waiting(current, field)
    if row is None:
        return current
    said = row.suggestion
    corrected = correct(current, {field: _value(field, said["value"])}, by=by, version=version)
    read = {name: said[name] for name in ("value", "spans", "rule", "confidence")}
    Evidence.objects.filter(pk=row.pk).update(suggestion=None, proposed=False, **read)
    return corrected


@transaction.atomic
def drop_suggestion(article: Article, field: str, *, by: Person, version: int) -> Article:
    """Put aside what waits beside `field`; no reading that says the same proposes it again. Raises `EditConflict`."""
    current = locked(article.pk, version=version)
    row = _waiting(current, field)
    if row is None:
        return current
    # what was read last and is known to the editor: only something else is news
    Evidence.objects.filter(pk=row.pk).update(value=row.suggestion["value"], suggestion=None)
    value = plain(held(current, field))
    record(current, HistoryEntry.Deed.CONFIRMED, by=by, changes={field: [value, value]})
    return current


def _waiting(article: Article, field: str) -> Evidence | None:
    waiting = article.evidence.filter(suggestion__isnull=False)
    return next((row for row in waiting if row.field == field), None)


def _value(field: str, value: Any) -> Any:
    """Return a suggested value as `correct` takes it: a source is suggested by its name."""
    if field != "source":
        return value
    source = Source.objects.filter(name__iexact=value).first()
    if source is None:
        message = _("The desk knows no source “%(name)s” any more.")
        raise ValidationError({field: ValidationError(message, params={"name": value})})
    return source
