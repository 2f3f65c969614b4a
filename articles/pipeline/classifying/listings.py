"""Pages that list other texts: teasers one under the other, each with its date or a word that leads to the whole."""

from __future__ import annotations

import re

from ..document import Document
from ..parsing.dates import dates_in

#: Shorter lines are titles, dates and menus.
SHORTEST_TEASER = 60
#: So many teasers make a list, and so much of all running text stands in them.
FEWEST, SHARE = 4, 0.7
#: The date of a teaser stands so many lines behind it.
BEHIND = 2
#: So many different days, or words that lead on: the entries of a live report are of one day.
SIGNS = 3
_LEADS_ON = re.compile(
    r"\b(?:mehr|weiterlesen|weiter ?lesen|mehr lesen|zum artikel|read more|continue reading|lire (?:la suite|plus)|en savoir plus|подробнее|читать далее)"
    r"\s*[.…>»›→]*\Z",
    re.IGNORECASE,
)


def lists_other_texts(document: Document) -> bool:
    """Return whether a text is a page of teasers that has no text of its own."""
    lines = document.printed
    prose = teased = teasers = leading = 0
    days: set[str] = set()
    for number, (_label, words, _span) in enumerate(lines):
        if _is_short(words):
            continue
        prose += len(words)
        behind = [words for _label, words, _span in lines[number + 1 : number + 1 + BEHIND]]
        leads_on = bool(_LEADS_ON.search(words) or (behind and _LEADS_ON.fullmatch(behind[0])))
        ends = (words[-SHORTEST_TEASER // 2 :], *filter(_is_short, behind))
        dates = [date.value for line in ends for date in dates_in(line)]
        if leads_on or dates:
            teasers, teased, leading = teasers + 1, teased + len(words), leading + leads_on
            days.update(dates)
    is_list = teasers >= FEWEST and teased >= SHARE * prose
    return is_list and (leading >= SIGNS or len(days) >= SIGNS)


def _is_short(line: str) -> bool:
    return len(line) < SHORTEST_TEASER
