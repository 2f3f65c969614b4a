"""Folding: the keys under which the spellings of one name meet, in any script and scheme of the desk.

A key is made of sounds, not of letters (`orthographies`), and keeps only what all schemes can tell apart: ж, ш and дж are
one class because German writes them alike, з and с too. A word has as many keys as it has readings; most have one.
`docs/names.md` works examples.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .orthographies import readings
from .parts import take_apart
from .sounds import VOWELS

_CLASSES = str.maketrans(
    {
        **dict.fromkeys("SZJ12", "x"),
        **dict.fromkeys("sz3c4", "s"),
        **dict.fromkeys("C6", "c"),
        **dict.fromkeys("aA", "a"),
        **dict.fromkeys("oO58", "o"),
        **dict.fromkeys("uU", "u"),
        **dict.fromkeys("iy", "i"),
        "w": "v",
        "N": "n",
        "j": "",
        "h": "h",
    }
)
#: A letter and the same once more.
_TWINS = re.compile(r"(.)\1+", re.DOTALL)
_CONSONANTS = str.maketrans(
    {
        **dict.fromkeys(VOWELS | {"j"}, ""),
        **dict.fromkeys("SZJC126", "x"),
        **dict.fromkeys("sz3c4", "s"),
        **dict.fromkeys("kgh", "k"),
        **dict.fromkeys("td", "t"),
        **dict.fromkeys("pb", "p"),
        **dict.fromkeys("vwf", "v"),
        **dict.fromkeys("mnN", "n"),
    }
)


@lru_cache(maxsize=200_000)
def word_keys(word: str) -> tuple[str, ...]:
    """Return the keys of one word, the likeliest first.

    >>> word_keys("Schaparow"), word_keys("Жапаров"), word_keys("Dzhaparov")
    (('xaparov',), ('xaparov',), ('xaparov',))
    """
    return tuple(dict.fromkeys(_key(reading.sounds) for reading in readings(word)))


@lru_cache(maxsize=200_000)
def form_keys(word: str, languages: str) -> tuple[str, ...]:
    """Return the keys of a word of a stored form, whose languages are known (BCP 47 tags parted by blanks).

    A stored form is read as its language writes; where that is not told, as every scheme that nothing speaks against.
    """
    likely = [reading for reading in readings(word) if not reading.penalty]
    schemes = {_SCHEME_OF.get(language, "") for language in languages.split()}
    meant = [reading for reading in likely if reading.scheme in schemes] or likely
    return tuple(dict.fromkeys(_key(reading.sounds) for reading in meant))


#: The scheme that each language writes in.
_SCHEME_OF = {
    "de": "german",
    "en": "english",
    "fr": "french",
    **dict.fromkeys(("kk", "uz", "tk", "kaa", "ug"), "turkic"),
    **dict.fromkeys(("tr", "az"), "turkish"),
    "cs": "slavic",
    "zh": "pinyin",
}


def _key(sounds: str) -> str:
    return _TWINS.sub(r"\1", sounds.translate(_CLASSES).replace("ng", "n"))


def grouping_key(name: str, language: str = "") -> str:
    """Return the one key under which the spellings of an unknown name are grouped: a key for each word, sorted.

    Where nothing in a word tells its scheme, the text's language does (BCP 47), else English. A name in a script that is
    not read is its own key.

    >>> grouping_key("Japarov, Sadyr") == grouping_key("Садыр Жапаров")
    True
    """
    scheme = _SCHEME_OF.get(language[:2], "english")
    keys = []
    for part in take_apart(name).core:
        likely = [reading for reading in part.readings if not reading.penalty]
        meant = next((one for one in likely if one.scheme == scheme), None)
        if meant or likely:
            keys.append(_key((meant or likely[0]).sounds))
    return " ".join(sorted(keys)) or name.casefold()


@lru_cache(maxsize=50_000)
def skeletons(name: str) -> frozenset[str]:
    """Return the consonants of a name's words under all their readings, in coarse classes: for finding, not for deciding."""
    found = set()
    for part in take_apart(name).core:
        for reading in part.readings:
            found.add(_TWINS.sub(r"\1", reading.sounds.translate(_CONSONANTS)))
    return frozenset(found)
