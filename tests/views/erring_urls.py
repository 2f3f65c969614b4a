"""The addresses of the newsroom, and two that fail on purpose in each language of the interface."""

from django.conf.urls.i18n import i18n_patterns
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import path

from newsroom import urls

handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


def forbidden(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied("secret")


def failing(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("secret")


urlpatterns = [
    *i18n_patterns(path("forbidden/", forbidden), path("failing/", failing)),
    *urls.urlpatterns,
]
