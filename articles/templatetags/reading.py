"""What the public templates need and Django does not have."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.urls import get_script_prefix, translate_url
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info

from ..models import Article
from ..showing import standfirst_of, web_address

register = template.Library()
register.filter(web_address)


@register.filter
def standfirst(article: Article) -> str:
    """Return as much of the standfirst as the source of a published article lets readers see."""
    return standfirst_of(article)


@register.filter
def with_links(pieces: Iterable[Any]) -> SafeString:
    """Return the pieces of a text (`text`, `address`) as HTML: those with an address as discreet links."""
    link = '<a class="name" href="{}">{}</a>'
    return format_html_join(
        "",
        "{}",
        (
            [format_html(link, one.address, one.text) if one.address else escape(one.text)]
            for one in pieces
        ),
    )


@register.filter
def with_parameter(address: str, parameter: str) -> str:
    """Return `address` with one more parameter (`name=value`, or none)."""
    mark = "&" if "?" in address else "?"
    return f"{address}{mark}{parameter}" if parameter else address


@register.filter
def language_name(code: str) -> str:
    """Return the name of a language in that of the page; the code itself where we don't know it.

    Django's `language_name_translated` raises on unknown codes, and a text may carry any.
    """
    try:
        return get_language_info(code)["name_translated"]
    except KeyError:
        return code


@register.simple_tag(takes_context=True)
def this_page_in(context: dict[str, Any], language: str) -> str:
    """Return the address of this page in another interface language, or of its front page."""
    here = context["request"].get_full_path()
    there = translate_url(here, language)
    return there if there != here else f"{get_script_prefix()}{language}/"
