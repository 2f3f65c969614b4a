"""The frame around every public page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ..cards import SIZE, Card
from ..models import Country
from ..structured import as_script, breadcrumbs, dates
from .addresses import Versions, absolute
from .channels import Channel


@dataclass(frozen=True)
class Preview:
    """The card that a link to a page is shown as elsewhere, and the path of its picture."""

    card: Card
    path: str


@dataclass(frozen=True)
class Head:
    """What machines read of a page before its text.

    `trail` leads from the front page to it by names and paths, `structured` describes it in the words of schema.org.
    Without a `preview` of its own a page has that of the site.
    A page that is not `indexed` asks search engines to leave it out; `reserved` says that its text may not be mined.
    """

    title: str
    versions: Versions
    description: str = ""
    channel: Channel | None = None
    article: Any = None
    trail: Sequence[tuple[str, str]] = ()
    structured: tuple[dict[str, Any], ...] = ()
    indexed: bool = True
    reserved: bool = False
    preview: Preview | None = None

    @property
    def article_properties(self) -> list[tuple[str, str]]:
        """The properties of an Open Graph `article` (ogp.me): its dates as exactly as they are known, and its filing."""
        if self.article is None:
            return []
        known = dates(self.article)
        pairs = [("published_time", known.get("datePublished"))]
        pairs += [("modified_time", known.get("dateModified"))]
        pairs += [("section", link.topic.name) for link in self.article.filed_topics[:1]]
        pairs += [("tag", link.country.name) for link in self.article.about_links]
        return [(name, value) for name, value in pairs if value]


def site_name() -> str:
    """Return what the site is called, in the language of the page."""
    return _("Central Asia newsroom")


def tagline() -> str:
    """Return what the site is, in a sentence."""
    return _("News from and about Central Asia. Every text says where it comes from.")


def of_site() -> Preview:
    """Return the preview of all pages that have none of their own."""
    return Preview(Card(site_name(), tagline()), reverse("articles:card"))


def render_page(
    request: HttpRequest, template: str, head: Head, context: dict[str, Any] | None = None
) -> HttpResponse:
    """Render a public page with its head and the desk's countries in its navigation."""
    frame = {
        "head": head,
        "structured": [as_script(one) for one in (*head.structured, *_trail(request, head))],
        "picture": _picture(request, head.preview or of_site()),
        "desk_countries": Country.objects.filter(focus=True),
    }
    return as_page(render(request, template, frame | (context or {})))


def as_page(answer: HttpResponse) -> HttpResponse:
    """Return `answer` as what caches keep and ask for again: a text may be withdrawn, or its source barred, at any time."""
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def _picture(request: HttpRequest, preview: Preview) -> dict[str, Any]:
    """Return what the head of a page tells of its card: full address, words, width and height in pixels."""
    width, height = SIZE
    address = absolute(request, preview.path)
    return {"address": address, "words": preview.card.words, "width": width, "height": height}


def _trail(request: HttpRequest, head: Head) -> list[dict[str, Any]]:
    if not head.trail:
        return []
    steps = [(site_name(), reverse("articles:home")), *head.trail]
    return [breadcrumbs([(str(name), absolute(request, path)) for name, path in steps])]
