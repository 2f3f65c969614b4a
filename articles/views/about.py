"""What the site says of itself: how it deals with texts, and who answers for it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from ..models import Article, Source
from .addresses import versions_of_page
from .rendering import Head, render_page
from .selection import asked_for

#: What each label of a source says of who owns it, in plain words.
LABELS: dict[str, str | Promise] = {
    Source.Label.INDEPENDENT: gettext_lazy(
        "No state and no party decides what it prints, as far as we know. It belongs to its editors, its readers, an"
        " association or a foundation, or it is a public broadcaster whose freedom the law protects. Who pays for it stands"
        " in the reason."
    ),
    Source.Label.STATE: gettext_lazy(
        "A state owns it or directs it: papers of a government, state agencies, authorities. Read with this in mind what it"
        " says of that state."
    ),
    Source.Label.PARTY: gettext_lazy("A party or a church, or a body close to one, publishes it."),
    Source.Label.AGENCY: gettext_lazy(
        "It sells news to other outlets. An agency that a state owns is called state-owned instead."
    ),
    Source.Label.NGO: gettext_lazy(
        "An organisation with a cause of its own publishes it, such as human rights, aid or research."
    ),
    Source.Label.COMMERCIAL: gettext_lazy(
        "A private company owns it and has to earn money with it. What other business its owners have may matter."
    ),
    Source.Label.UNKNOWN: gettext_lazy(
        "Who owns it we have not found out, or not looked into yet. That is no verdict."
    ),
}


@dataclass(frozen=True)
class Ownership:
    """A label of sources: its name, what it means, and the sources with texts here that bear it."""

    name: str
    meaning: str | Promise
    sources: list[Source]


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What this site is and how it deals with texts."""
    address = reverse("articles:about")
    title = _("About this site")
    _everything, channel = asked_for(QueryDict())
    versions = versions_of_page(request, address)
    head = Head(title, versions, channel=channel, trail=[(title, address)])
    context = {"labels": _ownerships(), "provider": settings.PROVIDER} | _contact()
    return render_page(request, "articles/about.html", head, context)


@require_safe
def imprint(request: HttpRequest) -> HttpResponse:
    """Who answers for the site: what the operator has told of it by the settings, and what is missing."""
    address = reverse("articles:imprint")
    title = _("Imprint")
    head = Head(
        title,
        versions_of_page(request, address),
        trail=[(title, address)],
        indexed=imprint_is_complete(),
    )
    context = {"provider": settings.PROVIDER, "responsible": settings.RESPONSIBLE} | _contact()
    return render_page(request, "articles/imprint.html", head, context)


def imprint_is_complete() -> bool:
    """Return whether the operator has told all that an imprint needs; a number to call is not asked for."""
    return all((settings.PROVIDER, settings.RESPONSIBLE, settings.CONTACT_EMAIL))


def _contact() -> dict[str, Any]:
    return {"email": settings.CONTACT_EMAIL, "phone": settings.CONTACT_PHONE}


def _ownerships() -> list[Ownership]:
    sources = defaultdict(list)
    for source in Article.objects.published().their_sources():
        sources[source.label].append(source)
    return [
        Ownership(str(Source.Label(label).label), meaning, sources[label])
        for label, meaning in LABELS.items()
    ]
