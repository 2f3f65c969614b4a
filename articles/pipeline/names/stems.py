"""Stems: under which the inflected forms of a word are looked up, so that the gazetteer need not list them all.

`stem` is for words of names, `stems` for words of texts: for every form that `inflection.inflected` makes of a word, the stem
of the word is among the stems of the form. What is found so is then checked against the forms.
"""

from __future__ import annotations

from functools import lru_cache

#: Endings of a stem, and how many letters they must leave.
_LATIN_ENDINGS, _LATIN_LEFT = ("er", "en", "em", "es"), 4
_LATIN_SUFFIXES = ("s", "n", "e", "en", "es", "em", "er", "in", "nen", "innen")
_CYRILLIC_ENDING, _CYRILLIC_LEFT = frozenset("аеиоуыэюяйь"), 2
_CYRILLIC_SUFFIXES = tuple(
    (
        "а у ы и е ю я ой ей ою ею ом ем ым им ых их ам ям ах ях ов ев ий ый ая яя ое ее ую юю ие ые ии ию ия "
        "ого его ому ему ами ями ыми ими ией ием ца цу це цы цем цом цев цам цами цах"
    ).split()
)


def stem(key: str) -> str:
    """Return the stem of a folded word of a name."""
    length = len(key)
    if not _is_cyrillic(key):
        if length >= _LATIN_LEFT + 2 and key.endswith(_LATIN_ENDINGS):
            return key[:-2]
        return key[:-1] if length > _LATIN_LEFT and key[-1] == "e" else key
    if length <= _CYRILLIC_LEFT:
        return key
    if length > _CYRILLIC_LEFT + 1 and (
        key.endswith("ец") or (key[-1] in _CYRILLIC_ENDING and key[-2] in _CYRILLIC_ENDING)
    ):
        return key[:-2]
    return key[:-1] if key[-1] in _CYRILLIC_ENDING else key


@lru_cache(maxsize=200_000)
def stems(key: str) -> frozenset[str]:
    """Return the stems that a folded word of a text may have."""
    suffixes = _CYRILLIC_SUFFIXES if _is_cyrillic(key) else _LATIN_SUFFIXES
    found = {stem(key)}
    if key.endswith(suffixes):
        found.update(
            stem(key[: -len(suffix)])
            for suffix in suffixes
            if key.endswith(suffix) and len(key) > len(suffix) + 1
        )
    return frozenset(found)


def _is_cyrillic(key: str) -> bool:
    return "\u0400" <= key[:1] <= "\u04ff"
