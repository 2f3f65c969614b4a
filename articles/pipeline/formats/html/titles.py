"""The title of a page: the headline, and the name of the site that systems put behind or before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .headings import folded

#: What parts a headline from its site.
_BETWEEN = re.compile(r"\s+(?:[-–—|•·«»›:]+|::)\s+|\s*[|•]\s*|(?<=\w):\s+")
#: The name of a site has no more words.
SITE_WORDS = 5


@dataclass(frozen=True, slots=True)
class Title:
    """The two parts of a title; `site` is empty where it has only a headline."""

    headline: str
    site: str


def split_title(title: str, site: str, headlines: Iterable[str]) -> Title:
    """Return a title as headline and site, by what else names them: the `site`, or a headline stated elsewhere.

    >>> split_title("Ein Stausee für Batken - Steppenpost", "", [])
    Title(headline='Ein Stausee für Batken', site='Steppenpost')
    """
    known = {folded(headline) for headline in headlines} - {""}
    if folded(title) in known:
        return Title(title, "")
    cuts = list(_BETWEEN.finditer(title))
    for cut in cuts:
        before, behind = title[: cut.start()], title[cut.end() :]
        shorter, longer = sorted((before, behind), key=len)
        if folded(longer) in known:
            return Title(longer, shorter if _is_short(shorter) else "")
        if site and folded(before) == folded(site):
            return Title(behind, before)
        if site and folded(behind).startswith(folded(site)):
            return Title(before, behind)
    return _by_length(title, cuts)


def _by_length(title: str, cuts: list[re.Match[str]]) -> Title:
    """Return the title cut before its last part where that is short and the rest is not."""
    for cut in reversed(cuts):
        before, behind = title[: cut.start()], title[cut.end() :]
        if ":" not in cut[0] or "::" in cut[0]:
            if _is_short(behind) and len(before.split()) >= 3:
                return Title(before, behind)
            if _is_short(before) and len(behind.split()) >= 3 and len(cuts) == 1:
                return Title(behind, before)
    return Title(title, "")


def _is_short(part: str) -> bool:
    return 0 < len(part.split()) <= SITE_WORDS
