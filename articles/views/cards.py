"""The pictures of cards: of what readers may see, and no longer than they may."""

from __future__ import annotations

import hashlib
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from ..cards import png_of
from ..models import Article, Entity
from .articles import absent
from .entities import KINDS, channel_of, standing
from .previews import of_article, of_entity, of_list
from .rendering import Preview, as_page, of_site
from .reserving import reserve
from .selection import asked_for


@require_safe
def site_card(request: HttpRequest) -> HttpResponse:
    """The card of all pages that have none of their own."""
    return _answer(request, of_site())


@require_safe
def article_card(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The card of an article."""
    published = Article.objects.published().with_origin().select_related("source")
    found: Any = published.with_filing().filter(pk=pk).first()
    if found is None:
        return absent(request, pk)
    answer = _answer(request, of_article(found))
    return reserve(answer) if found.is_ours else answer


@require_safe
def list_card(request: HttpRequest, **chosen: str) -> HttpResponse:
    """The card of a country, a topic or a source."""
    selection, _channel = asked_for(QueryDict(), **chosen)
    return _answer(request, of_list(selection))


@require_safe
def entity_card(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """The card of a name that published texts name."""
    found = standing(slug)
    if not channel_of(found).filed.published().exists():
        raise Http404
    return _answer(request, of_entity(found, str(KINDS[Entity.Kind(kind)][1])))


def _answer(request: HttpRequest, preview: Preview) -> HttpResponse:
    """Return the picture, 304 to who holds it; an outdated address leads to the present one."""
    if request.path != preview.path:
        return redirect(preview.path, permanent=True)
    picture = png_of(preview.card)
    etag = f'"{hashlib.md5(picture, usedforsecurity=False).hexdigest()}"'
    answer = get_conditional_response(request, etag)
    if answer is None:
        answer = HttpResponse(picture, content_type="image/png")
    answer.headers["ETag"] = etag
    return as_page(answer)
