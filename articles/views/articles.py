"""One article, as much of it as its source allows."""

import textwrap
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from ..models import Article, SourcePolicy
from .errors import gone
from .rendering import render_page

EXCERPT_LENGTH = 300


@require_safe
def article(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The page of an article; an outdated address leads to the present one."""
    found = Article.objects.published().for_page().filter(pk=pk).first()
    if found is None:
        return _absent(request, pk)
    if request.path != found.get_absolute_url():
        return redirect(found, permanent=True)
    return render_page(request, "articles/article.html", {"article": found} | _shown(found))


def _absent(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer for what the public may not see: 410 if we withdrew it, else 404 like any wrong address."""
    if Article.objects.withdrawn().filter(pk=pk).exists():
        return gone(request)
    raise Http404


def _shown(article: Any) -> dict[str, Any]:
    """Return the body where the source gave it to us, else at most the opening words."""
    blocks = article.body.blocks if hasattr(article, "body") else []
    if article.policy == SourcePolicy.Policy.FULL:
        return {"blocks": blocks, "excerpt": ""}
    paragraphs = (block["text"] for block in blocks if block["kind"] == "paragraph")
    opening = "" if article.standfirst else next(paragraphs, "")
    return {"blocks": [], "excerpt": textwrap.shorten(opening, EXCERPT_LENGTH, placeholder=" …")}
