"""Stems: under which the inflected forms of a word are looked up, so that the gazetteer need not list them all.

`stem` is for words of names, `stems` for words of texts: for every form that `inflection.inflected` makes of a word, the stem
of the word is among the stems of the form. What is found so is then checked against the forms.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LATIN_ENDING = re.compile(r"(?<=.{4})(?:er|en|em|es|e)$")
_LATIN_SUFFIXES = ("s", "n", "e", "en", "es", "em", "er", "in", "nen", "innen")
_CYRILLIC_ENDING = re.compile(r"(?<=..)(?:ец|[аеиоуыэюяйь]{1,2})$")
_CYRILLIC_SUFFIXES = tuple(
    (
        "а у ы и е ю я ой ей ою ею ом ем ым им ых их ам ям ах ях ов ев ий ый ая яя ое ее ую юю ие ые ии ию ия "
        "ого его ому ему ами ями ыми ими ией ием ца цу це цы цем цом цев цам цами цах"
    ).split()
)


def stem(key: str) -> str:
    """Return the stem of a folded word of a name."""
    ending = _CYRILLIC_ENDING if _is_cyrillic(key) else _LATIN_ENDING
    return ending.sub("", key)


@lru_cache(maxsize=200_000)
def stems(key: str) -> frozenset[str]:
    """Return the stems that a folded word of a text may have."""
    suffixes = _CYRILLIC_SUFFIXES if _is_cyrillic(key) else _LATIN_SUFFIXES
    bases = [key, *(key.removesuffix(suffix) for suffix in suffixes if len(key) > len(suffix) + 1)]
    return frozenset(stem(base) for base in bases)


def _is_cyrillic(key: str) -> bool:
    return "\u0400" <= key[:1] <= "\u04ff"
