"""The frame around every public page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ..models import Country


def render_page(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None
) -> HttpResponse:
    """Render a public page with the desk's countries in its navigation."""
    navigation = {"desk_countries": Country.objects.filter(focus=True)}
    return render(request, template, navigation | (context or {}))
