"""Whether a first paragraph is the standfirst: told again by the paragraph behind it, or carried on by it."""

from __future__ import annotations

import re

from .senses import Senses

_FULL_NAME = re.compile(r"\b([A-ZÄÖÜА-ЯЁ][\w’'-]+)\s(?=([A-ZÄÖÜА-ЯЁ][\w’'-]{2,}))")


def carries_on(first: str, second: str, senses: Senses) -> bool:
    """Return whether `second` carries `first` on, naming by surname alone whom `first` named in full.

    A standfirst is told again by the paragraph behind it, which introduces everybody anew.
    """
    in_full = {
        match[2].removesuffix("s")
        for match in _FULL_NAME.finditer(first)
        if senses.is_given_name(match[1])
        or (senses.is_surname(match[2]) and not senses.is_plain_word(match[1]))
    }
    introduced = {
        match[2].removesuffix("s")
        for match in _FULL_NAME.finditer(second)
        if senses.is_given_name(match[1])
    }
    return any(
        surname in second and re.search(rf"\b{re.escape(surname)}s?\b", second)
        for surname in in_full - introduced
    )
