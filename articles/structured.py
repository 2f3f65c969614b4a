"""What a page is in the words of schema.org, as JSON-LD. Nothing here says more than the page shows.

Rules: developers.google.com/search/docs/appearance/structured-data/article and …/breadcrumb.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from .models import Entity, Precision, ReaderNote
from .showing import Shown, in_full, notes_of, web_address

CONTEXT = "https://schema.org"
#: Kinds of entities as types of schema.org; its Event is one to go to, with a place and a time, so an event is a Thing.
TYPES: dict[str, str] = {
    Entity.Kind.PERSON: "Person",
    Entity.Kind.ORGANISATION: "Organization",
    Entity.Kind.PLACE: "Place",
    Entity.Kind.COUNTRY: "Country",
}
#: What would end a <script>, or begin a comment in it, wherever a text holds it.
_UNSAFE = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def as_script(data: dict[str, Any]) -> SafeString:
    """Return `data` as JSON that is safe between <script> tags of any page."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_UNSAFE))


def breadcrumbs(steps: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return the way to a page as a BreadcrumbList; `steps` are names and full addresses, the front page first."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": address}
            for position, (name, address) in enumerate(steps, 1)
        ],
    }


def news_article(
    article: Any, shown: Shown, canonical: str, site: str, absolute: Callable[[str], str]
) -> dict[str, Any]:
    """Return a published article, loaded `for_page()`, as a NewsArticle; empty values are left out.

    `absolute` makes a full address of a path. Authors are printed names, which have no page: only outlets carry a `url`.
    """
    outlet = {
        "@type": "Organization",
        "name": article.source.name,
        "url": absolute(reverse("articles:source", args=[article.source.slug])),
    }
    principles = absolute(reverse("articles:about"))
    publisher = {
        "@type": "Organization",
        "name": site,
        "url": absolute(reverse("articles:home")),
        "publishingPrinciples": principles,
        "correctionsPolicy": f"{principles}#corrections",
    }
    data = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "headline": article.headline,
        "description": shown.summary,
        "inLanguage": article.language,
        "url": canonical,
        "mainEntityOfPage": canonical,
        **dates(article),
        "author": [_person(name) for name in article.byline] or [outlet],
        "translator": [_person(name) for name in article.translator],
        "publisher": publisher,
        "sourceOrganization": outlet,
        "creditText": article.source.name,
        "isBasedOn": web_address(article.url),
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": one.text,
                "inLanguage": one.language,
                "datePublished": timezone.localtime(one.at).isoformat("T", "seconds"),
            }
            for one in notes_of(article, ReaderNote.Kind.CORRECTION)
        ],
        "about": [{"@type": "Country", "name": one.country.name} for one in article.about_links],
        "articleSection": [one.topic.name for one in article.filed_topics],
        "mentions": [_thing(one.tag, absolute) for one in article.named]
        if in_full(article)
        else [],
    }
    return {name: value for name, value in data.items() if value}


def dates(article: Any) -> dict[str, str]:
    """Return the dates of an article as exactly as they are known, never more.

    Our own text was published when it appeared here, to the second. Of another outlet's we know its printed date: a day
    is the day it was published (its hour has no time zone); a month or a year is told as the date of the work, which
    ISO 8601 lets end there, since `datePublished` must name a day. A correction that readers saw is `dateModified`.
    """
    found = {}
    if article.is_ours:
        found["datePublished"] = timezone.localtime(article.published_at).isoformat("T", "seconds")
    elif article.date_precision == Precision.DAY:
        found["datePublished"] = article.date
    elif article.date:
        found["dateCreated"] = article.date
    if article.corrected_at:
        found["dateModified"] = timezone.localtime(article.corrected_at).isoformat("T", "seconds")
    return found


def _person(name: str) -> dict[str, str]:
    return {"@type": "Person", "name": name}


def _thing(entity: Entity, absolute: Callable[[str], str]) -> dict[str, str]:
    thing = {"@type": TYPES.get(entity.kind, "Thing"), "name": entity.display_name}
    if entity.has_page:
        thing["url"] = absolute(entity.get_absolute_url())
    return thing
