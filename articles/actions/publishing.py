"""Publish and withdraw: the steps between states, and what must be true before readers see a text."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..models import Article, ArticleCountry, HistoryEntry, Status
from .cleaning import clean_line
from .editing import locked, write
from .listing import list_anew
from .recording import Person, record

#: States from which an article may be published; a spiked one must become a draft first.
PUBLISHABLE = frozenset({Status.DRAFT, Status.REVIEW, Status.WITHDRAWN})


class Obstacle(NamedTuple):
    """A reason not to publish: the field to go to, and what to do there."""

    field: str
    message: str | Promise


class NotReady(Exception):
    """An article may not be published, or stay so; `obstacles` say why and what to do, field by field."""

    def __init__(self, obstacles: list[Obstacle]) -> None:
        super().__init__(obstacles)
        self.obstacles = obstacles

    def __str__(self) -> str:
        return " ".join(str(obstacle.message) for obstacle in self.obstacles)


def obstacles(article: Article) -> list[Obstacle]:
    """Return what is missing before `article` may be published, in the order of its page; nothing if it is ready.

    The state is no obstacle here: `publish` looks at it. A source that was only inferred must be confirmed too, since
    our rights depend on it.
    """
    unconfirmed = set(
        article.evidence.filter(proposed=True, confirmed_at__isnull=True).values_list(
            "field", flat=True
        )
    )
    found = [
        *_missing("headline", article.headline, unconfirmed),
        *_missing("date", article.date, unconfirmed),
        *_missing("source", article.source_id, unconfirmed),
    ]
    if article.source_id and not Article.objects.filter(pk=article.pk).of_public_sources().exists():
        found.append(Obstacle("source", _BARRED))
    if not article.country_links.filter(role=ArticleCountry.Role.ABOUT).exists():
        found.append(
            Obstacle("countries", _("Choose at least one country that the text is about."))
        )
    return found


_BARRED = _(
    "The source's policy today keeps its texts inside the house: record a licence in the source, or keep the draft."
)
_MISSING = {
    "headline": _("Write a headline."),
    "date": _("Enter the text's date, as exactly as it is known: a year will do."),
    "source": _("Choose the source."),
}
_UNCONFIRMED = {
    "headline": _("Confirm the proposed headline, or write another."),
    "date": _("Confirm the inferred date, or enter another."),
    "source": _("Confirm the inferred source, or choose another."),
}


def _missing(field: str, value: Any, unconfirmed: set[str]) -> list[Obstacle]:
    if not value:
        return [Obstacle(field, _MISSING[field])]
    return [Obstacle(field, _UNCONFIRMED[field])] if field in unconfirmed else []


@transaction.atomic
def send_to_review(article: Article, *, by: Person) -> Article:
    """File a draft as its editor leaves it and return it anew: it is in review; one that is no draft stays as it is.

    Raises `EditConflict` where somebody changed it since the caller saw it.
    """
    current = locked(article.pk, version=article.version)
    if current.status != Status.DRAFT:
        return current
    write(current, status=Status.REVIEW)
    changes = {"status": [str(Status.DRAFT), current.status]}
    record(current, HistoryEntry.Deed.CONFIRMED, by=by, changes=changes)
    return current


@transaction.atomic
def publish(article: Article, *, by: Person) -> Article:
    """Publish `article` as the caller saw it and return it anew.

    Published again after a withdrawal, it keeps the time of its first publication; the history tells both. Raises
    `NotReady` with what is missing, `EditConflict` where somebody changed it meanwhile.
    """
    current = locked(article.pk, version=article.version)
    if current.status not in PUBLISHABLE:
        raise NotReady([Obstacle("status", _NOT_PUBLISHABLE[Status(current.status)])])
    if found := obstacles(current):
        raise NotReady(found)
    now = timezone.now()
    before = current.status
    first = current.published_at if current.published_at and current.published_at < now else now
    write(current, status=Status.PUBLISHED, published_at=first, withdrawn_at=None)
    changes = {"status": [before, current.status]}
    record(current, HistoryEntry.Deed.PUBLISHED, by=by, changes=changes)
    list_anew([current.pk])
    return current


_NOT_PUBLISHABLE = {
    Status.PUBLISHED: _("The article is published already."),
    Status.SCHEDULED: _("The article is scheduled: take it back to the drafts first."),
    Status.SPIKED: _("The article was spiked: take it back to the drafts first."),
}


@transaction.atomic
def withdraw(article: Article, *, by: Person, reason: str) -> Article:
    """Take a published article from the readers, with the reason for the history, and return it anew.

    Raises ValidationError without a reason, `NotReady` where it is not published, `EditConflict` as `publish` does.
    """
    said = clean_line(reason, 300)
    if not said:
        raise ValidationError({"reason": _("Say why the article is withdrawn.")})
    current = locked(article.pk, version=article.version)
    if current.status != Status.PUBLISHED:
        message = _("Only a published article can be withdrawn.")
        raise NotReady([Obstacle("status", message)])
    write(current, status=Status.WITHDRAWN, withdrawn_at=timezone.now())
    changes = {"status": [str(Status.PUBLISHED), current.status]}
    record(current, HistoryEntry.Deed.WITHDRAWN, by=by, changes=changes, reason=said)
    list_anew([current.pk])
    return current
