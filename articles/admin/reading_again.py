"""Read ticked texts again with what the desk knows today, and say what came of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..actions.editing import EditConflict
from ..actions.knowing import desk_knowledge
from ..actions.publishing import NotReady
from ..actions.rereading import CannotRead, Rereader, read_again
from ..models import Article

#: So many texts are read again while somebody waits for the page.
MOST = 50


def read_selected(request: HttpRequest, articles: QuerySet[Article]) -> None:
    """Read `articles` again, one by one, and say how many changed, how many did not, and which could not be read."""
    chosen = list(articles.select_related("item")[: MOST + 1])
    if len(chosen) > MOST:
        said = _("Please tick at most %(n)d texts: reading them again takes a moment each.")
        messages.error(request, said % {"n": MOST})
        return
    by: Any = request.user
    rereader = Rereader(desk_knowledge())
    read = changed = 0
    for article in chosen:
        try:
            changed += read_again(article, rereader, by=by).version != article.version
        except (CannotRead, NotReady) as refusal:
            _refuse(request, article, str(refusal))
        except EditConflict:
            _refuse(request, article, _("Somebody changed the text meanwhile."))
        else:
            read += 1
    words = ngettext(
        "%(n)d text read again; something changed in %(changed)d.",
        "%(n)d texts read again; something changed in %(changed)d.",
        read,
    )
    if read:
        messages.success(request, words % {"n": read, "changed": changed})


def _refuse(request: HttpRequest, article: Article, why: str) -> None:
    address = reverse("admin:articles_article_change", args=[article.pk])
    messages.warning(request, format_html('<a href="{}">{}</a>: {}', address, article, why))
