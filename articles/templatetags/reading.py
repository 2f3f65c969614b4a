"""What the public templates need and Django does not have."""

import textwrap
from typing import Any

from django import template
from django.urls import get_script_prefix, translate_url
from django.utils.translation import get_language_info

from ..models import Article, SourcePolicy

register = template.Library()

#: As much of a standfirst as is an excerpt: some outlets print half a text there.
LONGEST_STANDFIRST = 500


@register.filter
def standfirst(article: Article) -> str:
    """Return as much of the standfirst as the source of a published article lets readers see."""
    if getattr(article, "policy", "") == SourcePolicy.Policy.FULL:
        return article.standfirst
    return textwrap.shorten(article.standfirst, LONGEST_STANDFIRST, placeholder=" …")


@register.filter
def language_name(code: str) -> str:
    """Return the name of a language in that of the page; the code itself where we don't know it.

    Django's `language_name_translated` raises on unknown codes, and a text may carry any.
    """
    try:
        return get_language_info(code)["name_translated"]
    except KeyError:
        return code


@register.filter
def web_address(url: str) -> str:
    """Return `url` if a reader may follow it: an imported text can name any scheme."""
    return url if url.startswith(("https://", "http://")) else ""


@register.simple_tag(takes_context=True)
def this_page_in(context: dict[str, Any], language: str) -> str:
    """Return the address of this page in another interface language, or of its front page."""
    here = context["request"].get_full_path()
    there = translate_url(here, language)
    return there if there != here else f"{get_script_prefix()}{language}/"
