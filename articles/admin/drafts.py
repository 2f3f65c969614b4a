"""Words that an editor typed and did not save lie in their browser; the server only says which of them it has."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

#: What a page may call a draft of its own; it comes back in a cookie and an attribute.
_ID = re.compile(r"[\w-]{1,64}", re.ASCII)
#: Seconds for which a browser may need to hear of it: as long as it keeps a draft.
_MONTH = 30 * 24 * 3600


def draft_sent(request: HttpRequest) -> str:
    """Return what the page calls the draft that it sent; nothing where it has none."""
    name = request.POST.get("draft", "")
    return name if _ID.fullmatch(name) else ""


def is_saved(answer: HttpResponse | dict[str, Any]) -> bool:
    """Whether the fields that were sent stand in the article: a page that shows them again says what is wrong."""
    if isinstance(answer, HttpResponse):
        return True
    return not answer["form"].is_bound and answer.get("status", 200) == 200


def tell_saved(request: HttpRequest, response: HttpResponse, article: int) -> None:
    """Say in a cookie which draft of `article` was saved, so that the browser drops it, wherever it goes next.

    It is for the script of the desk, which takes it away: readable to it, sent to no other page.
    """
    if draft := draft_sent(request):
        response.set_cookie(
            f"kept-{article}",
            draft,
            max_age=_MONTH,
            path=reverse("admin:index"),
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )
