"""Feeds of lists: what was published here last, in three forms, cheap to ask for again."""

from __future__ import annotations

import hashlib

from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.shortcuts import redirect
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from ..feeds import FORMS, Feed, feed_of
from ..models import Article
from .addresses import absolute
from .channels import Channel
from .entities import channel_of, standing
from .rendering import site_name, tagline
from .selection import asked_for

ENTRIES = 50


@require_safe
def list_feed(request: HttpRequest, form: str, **chosen: str) -> HttpResponse:
    """The feed of a list, narrowed as its page is."""
    _selection, channel = asked_for(request.GET, **chosen)
    return _answer(request, channel, form)


@require_safe
def entity_feed(request: HttpRequest, kind: str, slug: str, form: str) -> HttpResponse:
    """The feed of texts that name an entity; that of a merged one leads to the one that stands for it."""
    channel = channel_of(standing(slug))
    address = channel.feed_address(form)
    if not channel.filed.published().exists():
        raise Http404
    if request.path != address:
        return redirect(address, permanent=True)
    return _answer(request, channel, form)


def _answer(request: HttpRequest, channel: Channel, form: str) -> HttpResponse:
    """Return the feed, or 304 after two small queries, before any text is read."""
    shown = channel.filed.published().latest_here()
    rows = list(shown.values_list("pk", "version", "policy", "updated_at")[:ENTRIES])
    withdrawn = channel.filed.withdrawn().aggregate(at=Max("withdrawn_at"))["at"]
    changes = [row[-1] for row in rows] + [withdrawn] * bool(withdrawn)
    changed = int(max(changes).timestamp()) if changes else None
    # Weak: the names of countries, topics and the outlet may be other ones.
    stamp = repr((channel.title, [row[:-1] for row in rows]))
    etag = f'W/"{hashlib.md5(stamp.encode(), usedforsecurity=False).hexdigest()}"'
    answer = get_conditional_response(request, etag, _if_the_same(request, changed))
    if answer is None:
        keys = [row[0] for row in rows]
        form_of = FORMS[form]
        answer = HttpResponse(
            form_of.write(_feed(request, channel, form, keys)),
            content_type=f"{form_of.media_type}; charset=utf-8",
        )
    answer.headers["ETag"] = etag
    answer.headers["Cache-Control"] = "no-cache"
    if changed:
        answer.headers["Last-Modified"] = http_date(changed)
    return answer


def _if_the_same(request: HttpRequest, changed: int | None) -> int | None:
    """Return `changed` if it is the very time that the reader holds.

    When the newest text leaves a list, the list is older than what readers hold, and yet another one.
    """
    held = request.headers.get("If-Modified-Since")
    return changed if changed and held == http_date(changed) else None


def _feed(request: HttpRequest, channel: Channel, form: str, keys: list[int]) -> Feed:
    articles = Article.objects.published().filter(pk__in=keys).latest_here().for_feed()
    address = absolute(request, channel.feed_address(form))
    host, _port = split_domain_port(address.split("/")[2])
    return feed_of(
        articles,
        host=host,
        absolute=lambda path: absolute(request, path),
        title=f"{channel.title} – {site_name()}",
        site=site_name(),
        description=tagline(),
        language=get_language() or "",
        page=absolute(request, channel.address),
        address=address,
    )
