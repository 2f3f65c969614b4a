"""Bytes of a single-byte code page that does not say which one it is: the page under which they read most like text.

Each page is charged for what a reader would stumble over: letters that the desk's languages lack or seldom use, a capital
inside a word, Latin and Cyrillic letters in one word, a sign where a letter belongs. Charges are in nats (the negative
logarithm of a probability), so the difference between two pages is the logarithm of the odds between them.
"""

from __future__ import annotations

import codecs
from collections import Counter
from dataclasses import dataclass
from functools import cache
from math import log

from .letters import CYRILLIC, LATIN, SELDOM, TYPOGRAPHY, is_cyrillic, is_letter

#: The pages of the desk's languages: the letters they are for, and a charge by how seldom the desk meets them. Of pages
#: that read alike the first is named. ISO 8859-1 is missing: where its bytes differ from cp1252, they are no text.
PAGES = {
    "cp1252": (LATIN, 0.0),
    "cp1251": (CYRILLIC, 0.0),
    "koi8-r": (CYRILLIC, 1.0),
    "cp866": (CYRILLIC, 1.0),
    "iso8859-5": (CYRILLIC, 2.0),
    "iso8859-15": (LATIN, 1.0),
    "cp1250": (LATIN, 3.0),
    "cp1254": (LATIN, 3.0),
    "koi8-u": (CYRILLIC, 2.0),
    "kz1048": (CYRILLIC, 1.0),
    "ptcp154": (CYRILLIC, 2.0),
    "koi8-t": (CYRILLIC, 2.0),
    "mac-cyrillic": (CYRILLIC, 3.0),
    "iso8859-2": (LATIN, 4.0),
    "cp850": (LATIN, 4.0),
    "mac-roman": (LATIN, 4.0),
}
#: Odds below e⁵ (150 to 1) between two pages are a doubt.
CLEAR = 5.0
#: The most that a byte is charged in text that reads well. Measured on stretches of 200 letters: Russian 3.5 to 4.0
#: (Greek, Hebrew or Arabic read as Cyrillic 4.3 and more), German and French 1 to 5, where only special letters count.
WELL = {"cyrillic": 4.2, "latin": 6.0}

_ELSEWHERE, _NOWHERE = 7.0, 9.0  # a letter of another language of the script, of none
_COMMON_SIGN, _SEEN_SIGN, _ODD_SIGN, _UNDEFINED = 2.5, 5.0, 11.0, 14.0
#: A text of nearly all ASCII letters is hardly Cyrillic, whatever its few other bytes could be.
_FEW, _FEW_CHARGE = 10, 8.0
#: Few letters stand twice in a row; with this a row of no-break spaces does not pass for a word.
_TWICE = 4.0

_PLAIN, _DIGIT, _MARK, _OPENING, _CLOSING, _SIGN = "plain digit mark opening closing sign".split()
_MARKS = (_MARK, _OPENING, _CLOSING)
_ASCII, _LATIN, _CYRILLIC = _SCRIPTS = ("ascii", "latin", "cyrillic")
_Kind = tuple[str, bool]
_HIGH, _LOW = bytes(range(128, 256)), bytes(range(128))


@dataclass(frozen=True, slots=True)
class Guess:
    """The code page under which bytes read best, others that read nearly as well but differently, and whether it is text.

    `charge` is what a byte beyond ASCII is charged there on average.
    """

    page: str
    rivals: tuple[str, ...]
    charge: float
    reads_well: bool

    @property
    def is_doubtful(self) -> bool:
        """Whether another page may be the right one, or none of them."""
        return bool(self.rivals) or not self.reads_well


def guess(data: bytes) -> Guess:
    """Return the code page under which `data` reads best; it must hold bytes beyond ASCII. Time grows linearly."""
    pairs = _pairs(data)
    high = Counter(data.translate(None, _LOW))
    number = sum(high.values())
    few = sum(map(str.isalpha, data.translate(None, _HIGH).decode("ascii"))) > _FEW * number
    charges = {
        page: _charge(page, pairs, high) + seldom + (few and alphabets is CYRILLIC) * _FEW_CHARGE
        for page, (alphabets, seldom) in PAGES.items()
    }
    best = min(charges, key=charges.__getitem__)
    used = bytes(high)
    rivals = tuple(
        page
        for page, charge in charges.items()
        if charge < charges[best] + CLEAR and decoded(used, page) != decoded(used, best)
    )
    well = WELL["cyrillic" if PAGES[best][0] is CYRILLIC else "latin"]
    charge = (charges[best] - PAGES[best][1]) / number
    return Guess(best, rivals, charge, charge <= well)


def decoded(data: bytes, page: str) -> str:
    """Return `data` under `page`; bytes that the page lacks become U+FFFD."""
    return codecs.decode(data, page, "replace")


def _pairs(data: bytes) -> list[tuple[int, int, int]]:
    """Return the pairs of neighbouring bytes, one of them at least beyond ASCII, and how often each occurs."""
    counted = Counter(zip(b" " + data, data + b" ", strict=True))
    return [
        (first, second, number)
        for (first, second), number in counted.items()
        if first > 127 or second > 127
    ]


def _charge(page: str, pairs: list[tuple[int, int, int]], high: Counter[int]) -> float:
    """Return what the bytes are charged under `page`, in the language that they read best in."""
    kinds, languages = _tables(page)
    steps = sum(
        number * _step(kinds[first], kinds[second], first == second)
        for first, second, number in pairs
    )
    return steps + min(
        sum(number * charges[byte] for byte, number in high.items()) for charges in languages
    )


@cache
def _tables(page: str) -> tuple[list[_Kind], list[list[float]]]:
    """Return the kind of each byte under `page`, and for each language what each byte is charged."""
    content = [decoded(bytes([byte]), page) for byte in range(256)]
    alphabets = PAGES[page][0]
    every = frozenset("".join(alphabets.values()))
    charges = [
        [_charge_of(character, own, every) for character in content] for own in alphabets.values()
    ]
    return [_kind(character) for character in content], charges


def _charge_of(character: str, own: str, every: frozenset[str]) -> float:
    """Return the charge for a character in a language that has the letters `own`, of a script that has `every` one.

    Frequencies fall with the rank r of n letters as ln((n + 1) / r) / n in any alphabet (Gusein-Zade 1988).
    """
    if not is_letter(character):
        return _charge_of_sign(character)
    letter = character.lower()
    if rank := own.find(letter) + 1:
        return -log(log((len(own) + 1) / rank) / len(own))
    return _ELSEWHERE if letter in every else _NOWHERE


def _charge_of_sign(character: str) -> float:
    if character == "\N{REPLACEMENT CHARACTER}":
        return _UNDEFINED
    if character in TYPOGRAPHY:
        return _COMMON_SIGN
    return _SEEN_SIGN if character in SELDOM else _ODD_SIGN


def _kind(character: str) -> _Kind:
    """Return what a character asks of its neighbours: its script or its role, and whether it is a capital."""
    if is_letter(character):
        script = _ASCII if character.isascii() else _CYRILLIC if is_cyrillic(character) else _LATIN
        return script, character.isupper()
    if character in "„‚":
        return _OPENING, False
    if character == "”":
        return _CLOSING, False
    if character.isdecimal():
        return _DIGIT, False
    if character.isascii() or character == "\xa0":
        return _PLAIN, False
    return _MARK if character in TYPOGRAPHY else _SIGN, False


@cache
def _step(first: _Kind, second: _Kind, twice: bool) -> float:
    """Return the charge for a character of one kind behind one of another; `twice` where both are the same."""
    (before, upper_before), (after, upper) = first, second
    if before in _SCRIPTS and after in _SCRIPTS:
        if (before == _CYRILLIC) != (after == _CYRILLIC):
            return 7.0
        inside = upper * (0.5 if upper_before else 7.0)
        return inside + twice * _TWICE + (before == after == _LATIN) * 2.0
    if after in _SCRIPTS:
        if before in (_CLOSING, _SIGN) or (before == _DIGIT and after == _CYRILLIC):
            return 4.0
        return (1.5 if upper else 0.3) + (after != _ASCII) * 1.0
    if before in _SCRIPTS:
        if after == _OPENING:
            return 9.0
        if after == _SIGN or (before == _CYRILLIC and after == _DIGIT):
            return 4.0
        return (before != _ASCII) * 1.0
    return 3.0 if before in _MARKS and after in _MARKS else 0.0
