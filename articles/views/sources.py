"""Sources: what we have from an outlet, who owns it, and how much of its texts we may show."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ..models import Article, Source
from .addresses import versions_of_page
from .channels import Channel
from .errors import Missing
from .paging import address_of, turn_to
from .rendering import Head, render_page


@require_safe
def source(request: HttpRequest, slug: str) -> HttpResponse:
    """The texts from a source, the newest first. One whose texts stay in the house has no page."""
    found = public_source(slug)
    channel = channel_from(found)
    listed = channel.filed.published().newest_first().for_cards()
    page = turn_to(listed, request.GET.get("page", ""))
    head = Head(
        title=channel.title,
        versions=versions_of_page(request, address_of(page, channel.address)),
        channel=channel,
        trail=[(channel.title, channel.address)],
    )
    context = {"source": found, "page": page, "page_address": f"{channel.address}?page="}
    return render_page(request, "articles/source.html", head, context)


def public_source(slug: str) -> Source:
    """Return the source at an address; raises `Missing` where readers may see nothing of it."""
    found = Source.objects.public().filter(slug=slug).first()
    if found is None:
        raise Missing(_("We have no source at this address."))
    return found


def channel_from(source: Source) -> Channel:
    """Return the list of texts from `source`."""
    filed = Article.objects.filter(source=source)
    return Channel(source.name, reverse("articles:source", args=[source.slug]), filed)
