"""Pages for what a reader can't have. None of them reads the database: it may be what failed."""

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


class Missing(Http404):
    """An address that leads nowhere, with a sentence for the reader."""


class Unreadable(BadRequest):
    """An address that makes no sense, with a sentence for the reader."""


def _error(request: HttpRequest, status: int, title: str, words: str) -> HttpResponse:
    context = {"status": status, "title": title, "words": words}
    return render(request, "articles/error.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the address, or what came with it, can't be read."""
    words = _("Something in this address cannot be read. It may have been cut off or mistyped.")
    # Only our own sentences are for readers; other exceptions speak to developers.
    words = str(exception) if isinstance(exception, Unreadable) else words
    return _error(request, 400, _("This address makes no sense to us"), words)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the visitor may not do this."""
    return _error(
        request, 403, _("Not for everybody"), _("You do not have permission to see this page.")
    )


def untrusted(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form without the token that shows it to be ours; `reason` speaks to developers."""
    words = _(
        "It could not be told from a forged one. Load the page anew, allow cookies, try again."
    )
    return _error(request, 403, _("This form was not accepted"), words)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing here, or nothing that the public may see; the page does not tell which."""
    words = _("The address may be mistyped, or the page has moved.")
    words = str(exception) if isinstance(exception, Missing) else words
    return _error(request, 404, _("There is no page here"), words)


def gone(request: HttpRequest) -> HttpResponse:
    """410: a text that we have withdrawn; the page repeats nothing of it."""
    words = _("We published a text at this address and later withdrew it.")
    return _error(request, 410, _("This text has been withdrawn"), words)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault."""
    words = _("The page could not be built. Please try again in a few minutes.")
    return _error(request, 500, _("Something went wrong on our side"), words)
