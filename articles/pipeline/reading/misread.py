"""Text that was read in the wrong code page before it became Unicode: "Ïðåçèäåíò", "рТЕЪЙДЕОФ" for "Президент".

Each sign stands for one byte, so the bytes are had again, and the code pages are weighed as for a file that declares none.
"""

from __future__ import annotations

import re
from functools import cache

from ..results import Repair, Span
from .code_pages import decoded, guess
from .mojibake import bytes_of

#: The code pages that others are taken for.
PAGES = ("cp1252", "cp1251", "koi8-r", "cp866", "iso8859-5")
#: What such texts are full of: capitals inside words, special letters side by side, signs and letters of other languages.
_ODD = re.compile(r"[а-яёА-ЯЁ][А-ЯЁ]|[\x80-\x9f¡-§¨ª¬-¯±-º¼-ÿ]{2}|[Ђ-ЏђѓѕјљњћќџҐґ\u2500-\u259f]")
#: A look at so many places of so many characters, and at so many signs of it, is enough to suspect a text.
_PLACES, _LENGTH, _FEWEST = 4, 30, 8
#: Hardly a character is missing in the page that the text was read in, and half are other letters than meant, or none.
_MISSING, _WON = 0.02, 0.5


def reread(content: str) -> tuple[str, tuple[Repair, ...]]:
    """Return `content` in the code page that it is in, with what it was before as a repair; unchanged where it is right."""
    if not _is_suspicious(content):
        return content, ()
    guesses = {page: guess(data) for page in PAGES if (data := _bytes_in(content, page))}
    if not guesses:
        return content, ()
    page = min(guesses, key=lambda page: guesses[page].charge)
    found = guesses[page]
    meant = content.translate(_letters(page, found.page))
    is_sure = found.reads_well and page not in found.rivals
    if not is_sure or _share_won(content, meant) < _WON:
        return content, ()
    return meant, (Repair(Span(0, len(meant)), content, meant),)


def _bytes_in(content: str, page: str) -> bytes:
    """Return the bytes that were read in `page`; none where it lacks too many of the characters."""
    data = content.translate(bytes_of(page)).encode("latin-1", "ignore")
    is_whole = len(content) - len(data) <= _MISSING * len(content)
    return data if is_whole and not data.isascii() else b""


def _is_suspicious(content: str) -> bool:
    step = max(_LENGTH, len(content) // _PLACES)
    places = range(0, len(content), step)
    looked_at = "\n".join([content[start : start + _LENGTH] for start in places])
    if len(looked_at.encode("ascii", "ignore")) * 2 > len(looked_at):
        return False
    return len(_ODD.findall(looked_at)) >= _FEWEST


def _share_won(before: str, after: str) -> float:
    """Return the share of the characters beyond ASCII that become another letter."""
    pairs = [pair for pair in zip(before, after, strict=True) if not pair[0].isascii()]
    return sum(one != other and other.isalpha() for one, other in pairs) / len(pairs)


@cache
def _letters(page: str, meant: str) -> dict[int, str]:
    """Return for each character of `page` the one that its byte stands for in the page that was meant."""
    return {character: decoded(bytes([byte]), meant) for character, byte in bytes_of(page).items()}
