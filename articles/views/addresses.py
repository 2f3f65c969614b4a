"""Where a page is: its full address, the one we give it, and its versions in other languages.

An address begins with the language of the *interface*. Lists and names are one page in each of these languages. An
article's text is in its own language whatever surrounds it, so it has one canonical address, with the interface nearest
to the text, and its versions in other languages are real translations only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix
from django.utils.translation import get_language, override


@dataclass(frozen=True)
class Versions:
    """The canonical address of a page, and all its versions, itself among them, as pairs of `hreflang` and address."""

    canonical: str
    alternates: tuple[tuple[str, str], ...] = ()


def absolute(request: HttpRequest, path: str) -> str:
    """Return the full address of `path`: under the one address of the site where that is set, else as it was asked."""
    if settings.SITE_ADDRESS:
        return urljoin(settings.SITE_ADDRESS, path)
    return request.build_absolute_uri(path)


def versions_of_page(request: HttpRequest, path: str) -> Versions:
    """Return the versions of the page at `path` (in the active language) in each language of the interface.

    `x-default` is the address without a language, which leads each reader to the version in theirs.
    """
    rest = path.removeprefix(f"{get_script_prefix()}{get_language()}/")
    prefixes = [(code, f"{code}/") for code, _name in settings.LANGUAGES] + [("x-default", "")]
    alternates = tuple(
        (code, absolute(request, f"{get_script_prefix()}{prefix}{rest}"))
        for code, prefix in prefixes
    )
    return Versions(absolute(request, path), alternates)


def versions_of_text(request: HttpRequest, article: Any, translations: Sequence[Any]) -> Versions:
    """Return the versions of an article's page among `translations`, the eldest first, `article` one of them.

    Pages in an interface that is not the canonical one name the canonical page and no versions: they are none. So it
    is with a text whose language nobody knows, and with a second one in the same language. `x-default` is the eldest.
    """
    canonical = absolute(request, canonical_path(article))
    by_language = {one.language: one for one in reversed(translations) if one.language}
    asked_here = absolute(request, article.get_absolute_url()) == canonical
    if not asked_here or by_language.get(article.language) != article:
        return Versions(canonical)
    eldest = min(by_language.values(), key=lambda one: one.pk)
    listed = sorted(by_language.items()) + [("x-default", eldest)]
    return Versions(
        canonical, tuple((code, absolute(request, canonical_path(one))) for code, one in listed)
    )


def canonical_path(article: Any) -> str:
    """Return the path of an article in the interface of its own language, else in that of the site."""
    with override(interface_for(article.language)):
        path: str = article.get_absolute_url()
    return path


def interface_for(language: str) -> str:
    """Return the interface that a text in `language` (BCP 47, may be empty) is shown in first."""
    spoken = language.split("-")[0]
    return spoken if spoken in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
