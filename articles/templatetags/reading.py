"""What the public templates need and Django does not have."""

import re
from collections.abc import Iterable
from typing import Any

from django import template
from django.urls import get_script_prefix, translate_url
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from ..dates import date_in_words, month_in_words
from ..languages import behind_preposition
from ..models import Article
from ..models.passages import Passage
from ..pipeline.scripts import is_right_to_left, script_in, script_of, tag_of
from ..showing import standfirst_of, web_address

register = template.Library()
register.filter(web_address)
register.filter(month_in_words)

#: Of a passage as many letters are looked at first: hardly any is in another script than its text.
_TO_BE_SURE = 60
_DAY_AND_OWNER = re.compile(r"(\d{4}-\d\d-\d\d) (.+)")


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
def passage(told: Passage) -> SafeString:
    """Return the words of a passage as HTML, marked with their language where it is not that of the page."""
    if not told.lang:
        return escape(told.words)
    return format_html('<span lang="{}">{}</span>', told.lang, told.words)


@register.filter
def decision(decided: str) -> str:
    """Return who decided something and when ("2026-11-21 desk") as a reader would write it; other words as they are."""
    found = _DAY_AND_OWNER.fullmatch(decided)
    if found is None:
        return decided
    day, owner = found.groups()
    return f"{date_in_words(day)}, {_('the desk') if owner == 'desk' else owner}"


@register.simple_tag
def written_in(language: str) -> SafeString:
    """Return the attributes of an element whose text is in `language` (BCP 47, may be empty): `lang`, and which way it runs.

    A text in no known language runs the way its first letter does.
    """
    if not language:
        return SafeString(' dir="auto"')
    return _attributes(language, is_right_to_left(script_in(language)), among_left_to_right=True)


@register.simple_tag
def written_otherwise(words: str, language: str) -> SafeString:
    """Return the attributes of a passage in another script than that of the text around it in `language`, else nothing.

    Its language is not known, but what it surely is not: no voice shall read it as the text's own.
    """
    usual = script_in(language)
    if not usual or script_of(words[:_TO_BE_SURE]) in ("", usual):
        return SafeString("")
    script = script_of(words)
    if script == usual:
        return SafeString("")
    among = not is_right_to_left(usual)
    return _attributes(tag_of("", script), is_right_to_left(script), among_left_to_right=among)


def _attributes(tag: str, right_to_left: bool, *, among_left_to_right: bool) -> SafeString:
    """Return `lang`, and `dir` where a text does not run as what stands around it."""
    if right_to_left != among_left_to_right:
        return format_html(' lang="{}"', tag)
    return format_html(' lang="{}" dir="{}"', tag, "rtl" if right_to_left else "ltr")


@register.filter
def language_name(code: str, behind: str = "") -> str:
    """Return the name of a language in that of the page, alone or `behind` "from" or "in"; the code if it is unknown.

    Django's `language_name_translated` raises on unknown codes, and a text may carry any.
    """
    try:
        name: str = get_language_info(code)["name_translated"]
    except KeyError:
        return code
    return behind_preposition(name, behind) if behind else name


@register.simple_tag(takes_context=True)
def this_page_in(context: dict[str, Any], language: str) -> str:
    """Return the address of this page in another interface language, or of its front page."""
    here = context["request"].get_full_path()
    there = translate_url(here, language)
    return there if there != here else f"{get_script_prefix()}{language}/"
