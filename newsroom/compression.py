"""Public pages and static files come compressed; pages of the desk never do.

The size of a compressed page can betray a secret that stands in it beside words of an attacker (BREACH). Public pages have
neither cookies nor forms with secrets, static files neither; whatever is not known to be one of these stays as it is.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

#: Namespaces of addresses that are public.
_PUBLIC = frozenset({"articles", "files"})
_TEXT = (
    "text/",
    "image/svg+xml",
    *(f"application/{kind}" for kind in ("json", "xml", "javascript")),
    *(f"application/{feed}" for feed in ("rss+xml", "atom+xml", "feed+json")),
)


class CompressionMiddleware(GZipMiddleware):
    """Compress what is public and text, for those who accept it."""

    #: They hide sizes that would betray a secret: there is none.
    max_random_bytes = 0

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Return `response`, compressed where that is sound and makes it smaller."""
        if not response.headers.get("Content-Type", "").startswith(_TEXT):
            return response
        if request.path_info.startswith(settings.STATIC_URL):
            return self._static(request, response)
        match = request.resolver_match
        if match is None or not _PUBLIC.intersection(match.namespaces):
            return response
        compressed: HttpResponseBase = super().process_response(request, response)
        return compressed

    def _static(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress a file; its tag stays, since WhiteNoise knows no other when it is asked for again."""
        tag = response.headers.get("ETag")
        compressed: HttpResponseBase = super().process_response(request, response)
        if tag:
            compressed.headers["ETag"] = tag
        return compressed
