"""One article, as much of it as its source allows."""

from typing import Any
from urllib.parse import quote, urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ..models import Article
from ..showing import Shown, notes_of, shown_of
from ..structured import news_article
from .addresses import absolute, canonical_path, versions_of_text
from .errors import gone
from .naming import linked
from .previews import of_article
from .relations import relations_of
from .rendering import Head, as_page, render_page, site_name
from .reserving import reserve
from .selection import address_of


@require_safe
def article(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The page of an article; an outdated address leads to the present one. `?lite=1` is the text and little else."""
    found: Any = Article.objects.published().for_page().filter(pk=pk).first()
    if found is None:
        return absent(request, pk)
    if request.path != found.get_absolute_url():
        return redirect(found, permanent=True)
    page = _lite if request.GET.get("lite") == "1" else _page
    answer = page(request, found, shown_of(found))
    return reserve(answer) if found.is_ours else answer


def _page(request: HttpRequest, found: Any, shown: Shown) -> HttpResponse:
    relations = relations_of(found)
    head = _head(request, found, shown)
    context = {
        "article": found,
        "shown": shown,
        "remarks": notes_of(found, "remark"),
        "corrections": notes_of(found, "correction"),
        "blocks": linked(shown.blocks, found.named),
        "minutes": shown.minutes(found.language),
        "sentences": list(relations.sentences()),
        "groups": relations.groups(),
        "letter": _letter(found.headline, head.versions.canonical),
    }
    return render_page(request, "articles/article.html", head, context)


def _lite(request: HttpRequest, found: Any, shown: Shown) -> HttpResponse:
    canonical = absolute(request, canonical_path(found))
    context = {
        "article": found,
        "shown": shown,
        "remarks": notes_of(found, "remark"),
        "corrections": notes_of(found, "correction"),
        "canonical": canonical,
        "sentences": list(relations_of(found).sentences()),
    }
    return as_page(render(request, "articles/article_lite.html", context))


def _letter(headline: str, address: str) -> str:
    """Return the address of a letter that tells of an article, for any mail program (RFC 6068)."""
    return f"mailto:?{urlencode({'subject': headline, 'body': address}, quote_via=quote)}"


def absent(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer for what the public may not see: 410 if we withdrew it, else 404 like any wrong address."""
    if Article.objects.withdrawn().filter(pk=pk).exists():
        return gone(request)
    raise Http404


def _head(request: HttpRequest, found: Any, shown: Shown) -> Head:
    # Search engines are to find the text where it appeared first; what they leave out has no versions either.
    translations = [] if found.is_reprint else Article.objects.published().translations_of(found)
    versions = versions_of_text(request, found, translations)
    data = news_article(
        found, shown, versions.canonical, site_name(), lambda path: absolute(request, path)
    )
    countries = [link.country for link in found.about_links[:1]]
    steps = [(one.name, address_of({"country": (one.slug,)})) for one in countries]
    return Head(
        title=found.headline,
        versions=versions,
        description=shown.summary,
        article=found,
        trail=[*steps, (found.headline, found.get_absolute_url())],
        structured=(data,),
        indexed=not found.is_reprint,
        reserved=found.is_ours,
        preview=of_article(found),
    )
