"""Readings of a word: the sounds that its letters stand for under each scheme that the word may be written in.

The same letters mean different sounds in different schemes: `j` is a glide in German and ж in English, `ch` is х, ч or ш.
Merging them for good is what ruins phonetic codes. So a word is read under each scheme that it could follow; signs that
belong to some schemes only (`sch`, `ou`, `ş`) make the others unlikely. Sources of the tables: `docs/names.md`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from .sounds import VOWELS

#: Letters of the five Cyrillics and Russian, Ukrainian, Uyghur ones: unambiguous, one reading a word.
_CYRILLIC = {
    "дж": "J", "чж": "J", "цз": "c", "тч": "C", "тш": "C", "ье": "je", "ья": "ja", "ъе": "je", "сц": "s",
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "j5", "ж": "2", "з": "z", "и": "i", "й": "j",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h",
    "ц": "c", "ч": "C", "ш": "S", "щ": "SC", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "ju", "я": "ja", "є": "je", "ї": "ji",
    "і": "i", "ә": "A", "ғ": "g", "қ": "k", "ң": "N", "ө": "O", "ұ": "u", "ү": "U", "һ": "h", "җ": "J", "ў": "8", "ҳ": "h",
    "ҷ": "J", "ӣ": "i", "ӯ": "8", "ѣ": "e",
}  # fmt: skip
#: Latin letters that mean the same in every scheme.
_LATIN = {
    "schtsch": "SC", "chtch": "SC", "shch": "SC", "šč": "SC", "tsch": "C", "dsch": "J", "tch": "C", "dzh": "J", "dž": "J",
    "dj": "J", "sch": "1", "sh": "S", "zh": "2", "kh": "h", "gh": "g", "ph": "f", "th": "t", "ts": "c", "tz": "c", "ck": "k",
    "ou": "u", "ss": "s", "iy": "i", "yi": "i", "yy": "i",
    "š": "S", "ş": "S", "ș": "S", "ž": "2", "č": "C", "ç": "6", "ŝ": "SC", "ğ": "g", "ǵ": "g", "ģ": "g", "ġ": "g", "ñ": "N", "ň": "N",
    "ń": "N", "ŋ": "N", "ə": "A", "ä": "A", "á": "A", "â": "a", "à": "a", "ā": "a", "å": "o", "ă": "a", "ö": "O", "ó": "O",
    "ő": "O", "ô": "o", "ō": "o", "ü": "U", "ú": "U", "ű": "U", "ū": "u", "û": "u", "ů": "u", "ŭ": "8", "ı": "i", "í": "i",
    "ī": "i", "ĭ": "i", "î": "i", "ï": "i", "ë": "5", "è": "e", "é": "e", "ê": "e", "ē": "e", "ė": "e", "ß": "s", "ł": "l",
    "ý": "j", "ÿ": "j", "ķ": "k", "ḩ": "h", "ř": "r", "ť": "t", "ď": "d",
    "a": "a", "b": "b", "c": "k", "d": "d", "e": "e", "f": "f", "g": "g", "h": "h", "i": "i", "j": "j", "k": "k", "l": "l",
    "m": "m", "n": "n", "o": "o", "p": "p", "q": "k", "r": "r", "s": "s", "t": "t", "u": "u", "v": "v", "w": "v", "x": "ks",
    "y": "y", "z": "z",
}  # fmt: skip
#: What each scheme reads differently.
_SCHEMES: dict[str, dict[str, str]] = {
    # Duden and the German agencies: Tschu, Dschalalabad, Chudschand, Nasarbajew
    "german": {"ch": "h", "j": "j", "s": "3", "z": "4", "tz": "c", "x": "ks"},
    # BGN/PCGN, Library of Congress, the local English press
    "english": {"ch": "C", "j": "2", "ce": "se", "ci": "si", "ee": "i"},
    # French press: Tachkent, Jeenbek, Ouzbek, Poutine
    "french": {"ch": "S", "j": "2", "s": "3", "gue": "ge", "gui": "gi", "guy": "gy", "gué": "ge", "que": "ke", "qui": "ki", "ce": "se", "ci": "si"},
    # Kazakh 2021, Uzbek, Turkmen, Karakalpak and Uyghur Latin
    "turkic": {"ch": "C", "j": "2", "x": "h", "o'": "8", "g'": "g", "ç": "C", "w": "w", "c": "c"},
    # Kazakh 2018 and its kin: ý is у, not the glide of Turkmen
    "kazakh-2018": {"ch": "C", "j": "2", "ý": "u", "x": "h"},
    # Turkish and Azerbaijani
    "turkish": {"ch": "C", "c": "J", "j": "2", "x": "h", "ç": "C", "ı": "y", "w": "v"},
    # ISO 9, DIN 1460, Czech, Polish without its digraphs
    "slavic": {"ch": "h", "j": "j", "c": "c", "x": "h", "è": "e", "ë": "5"},
}  # fmt: skip
#: Chinese in pinyin sounds as Russian and German write it (Palladius): Xinjiang, Синьцзян; Zhang, Чжан.
_PINYIN = {
    "zh": "J",
    "ch": "C",
    "sh": "S",
    "x": "s",
    "q": "c",
    "j": "c",
    "z": "c",
    "c": "c",
    "r": "2",
    "ng": "n",
    "w": "v",
}
_PINYIN_WORD = re.compile(
    r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:[iu]ang|iong|[aeio]ng|iao|ian|uai|uan|ai|ei|ao|ou|[aeiu]n|ia|ie|iu|ua|uo|ui|ue|[aoeiuü])){1,4}"
)
#: Signs of a scheme: where one stands, the schemes that do not name it are unlikely.
_SIGNS = tuple(
    (re.compile(pattern), frozenset(schemes.split()))
    for pattern, schemes in (
        (r"sch", "german"),
        (r"w(?:a|as|s)?$|w[^h]", "german turkic"),
        (r"tch|ï|gu[eéiy]|[^aeiouy]ine$|ou", "french"),
        (r"[sz]h|ee|(?<![tdc])ya|yu|ye|iy|zh", "english turkic"),
        (r"kh", "english french"),
        (r"ch(?=[aeiou]|$)", "german english french turkic slavic kazakh-2018"),
        (r"[šč]|ë|è|ʹ|ž", "slavic turkic"),
        (r"[şñğū]|o'|g'|q|ä|ň|x", "turkic turkish slavic"),
        (r"[ýǵóú]|ı", "kazakh-2018 turkic turkish"),
        (r"[əıİ]|ç", "turkish turkic"),
        (r"c(?![hkz])", "turkish slavic english french"),
        (r"j[aoue]w|[aeiouy]j(?![aeiouy])|[aeiy]je|ij(?:e|o|$)|[dtlr]j[aou]", "german slavic"),
        (r"(?:^|[^aeioud])j[aeiou]|dj", "english french turkic kazakh-2018 turkish german slavic"),
    )
)
#: Letters and endings of Uzbek and Tajik, which have o where Russian and the press have a.
_UZBEK_OR_TAJIK = re.compile(
    r"[ўҳҷӣӯ]|[og]'|(?:ist|b[oa]yj)on|(?:ист|б[оа]й[жҷ])[оo]н|xo|(?:oro|оро|obod|обод)$"
)
_TO_LATIN = str.maketrans("аеорсухіёї", "aeopcyxiëï")
_TO_CYRILLIC = str.maketrans("aeopcyxi", "аеорсухі")
#: Letters that neither Russian nor a scheme for it has.
_NATIVE = re.compile(r"[әғқңөұүһіїєґўҳҷӣӯҗqñğşıə]|[og]'")
_BY_LETTER, _NOT_BY_LETTER = (
    frozenset({"german", "slavic"}),
    frozenset({"english", "french", "turkish"}),
)
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
#: Sounds that `_smooth` may change: glides, and what is doubled.
_ROUGH = re.compile(rf"[jy]|i[{''.join(sorted(VOWELS))}]|([^{''.join(sorted(VOWELS))}])\1")
#: The last e of French forms: Poutine, Mamine.
_MUTE_E = re.compile(r"(?<=[^aeiouyé])e$")
_UNLIKELY = 0.12
_LIKELIEST = 0.3
_APOSTROPHES = str.maketrans(dict.fromkeys("ʻʼ‘’`´ʹʺ", "'") | {"·": "", "\u00ad": "", "\u200d": ""})


class Reading(NamedTuple):
    """The sounds of a word under one scheme; `penalty` tells how unlikely the scheme is for it."""

    sounds: str
    scheme: str
    penalty: float


def plain(word: str) -> str:
    """Return a word in lower case, composed, its apostrophes all alike."""
    word = unicodedata.normalize("NFKC", word).translate(_APOSTROPHES).casefold()
    return unicodedata.normalize("NFC", word.replace("i̇", "i"))


@lru_cache(maxsize=100_000)
def readings(word: str) -> tuple[Reading, ...]:
    """Return the readings of one word, the likeliest first; none for a script that is not read (Chinese, Arabic).

    >>> [reading.sounds for reading in readings("Жапаров")]
    ['2aparov']
    """
    word = _in_one_script(plain(word))
    if _CYRILLIC_LETTER.search(word):
        sounds = _ORTHOGRAPHIES["cyrillic"].read(word)
        return _with_a_for_o(word, [Reading(sounds, "cyrillic", 0.0)] if sounds else [])
    found: dict[str, Reading] = {}
    as_in_all = _BASE.read(word)
    for scheme, penalty in likely_schemes(word):
        orthography = _ORTHOGRAPHIES[scheme]
        printed = _MUTE_E.sub("", word) if scheme == "french" else word
        same = printed == word and not orthography.differs(word)
        sounds = as_in_all if same else orthography.read(printed)
        if sounds:
            found.setdefault(sounds, Reading(sounds, scheme, penalty))
    if _PINYIN_WORD.fullmatch(bare := _bare(word)):
        sounds = _ORTHOGRAPHIES["pinyin"].read(bare)
        found.setdefault(sounds, Reading(sounds, "pinyin", _UNLIKELY))
    return _with_a_for_o(word, found.values())


def _in_one_script(word: str) -> str:
    """Return a word without letters of another script that only look the same: Kаzakhstan with a Cyrillic а."""
    if not _CYRILLIC_LETTER.search(word):
        return word
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in word)
    latin = sum("a" <= letter <= "z" for letter in word)
    if not latin:
        return word
    return word.translate(_TO_LATIN if latin >= cyrillic else _TO_CYRILLIC)


def _bare(word: str) -> str:
    """Return a word without the tone marks of pinyin."""
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _with_a_for_o(word: str, found: Iterable[Reading]) -> tuple[Reading, ...]:
    """Add to the readings of an Uzbek or Tajik word those with a for o: Qoraqalpogʻiston, Karakalpakstan."""
    read = {reading.sounds: reading for reading in found}
    if _UZBEK_OR_TAJIK.search(word):
        for reading in list(read.values()):
            sounds = reading.sounds.replace("o", "a")
            read.setdefault(sounds, Reading(sounds, reading.scheme, reading.penalty + _UNLIKELY))
    return tuple(read.values())


def likely_schemes(word: str) -> list[tuple[str, float]]:
    """Return the schemes that a plain word may be written in, the likeliest first, each with its penalty."""
    return list(
        _schemes_under(tuple(schemes for pattern, schemes in _SIGNS if pattern.search(word)))
    )


@lru_cache(maxsize=1024)
def _schemes_under(signs: tuple[frozenset[str], ...]) -> tuple[tuple[str, float], ...]:
    """Return the schemes that are likely for a word with signs of these schemes, the likeliest first, with their penalties."""
    penalties = {
        scheme: _UNLIKELY * sum(scheme not in signed for signed in signs) for scheme in _SCHEMES
    }
    least = min(penalties.values())
    likely = [(scheme, penalty - least) for scheme, penalty in penalties.items()]
    likely = [pair for pair in likely if pair[1] <= _LIKELIEST]
    return tuple(sorted(likely, key=lambda pair: pair[1]))


@lru_cache(maxsize=100_000)
def are_by_letter(words: tuple[str, ...]) -> bool:
    """Return whether the plain words of a name follow Russian letter by letter, so that each of their vowels counts.

    So do Russian itself, Duden and DIN 1460; not a native alphabet, and not what English, French or Turkish may have
    written: they leave diacritics out, or write another vowel.

    >>> are_by_letter(("karim", "gafurow")), are_by_letter(("karim", "gafurov"))
    (True, False)
    """
    sure = False
    for word in words:
        if _NATIVE.search(word) or _UZBEK_OR_TAJIK.search(word):
            return False
        if any("\u0400" <= letter <= "\u04ff" for letter in word):
            sure = True
            continue
        likely = {scheme for scheme, penalty in likely_schemes(word) if not penalty}
        if not likely & _BY_LETTER:
            return False
        sure = sure or not likely & _NOT_BY_LETTER
    return sure


def _smooth(sounds: str) -> str:
    """Return sounds with glides where they belong, and doubled consonants once.

    -ajew, -ayev, -aïev, -aev and -аев end up alike but for a glide that costs next to nothing.
    """
    if not _ROUGH.search(sounds):
        return sounds
    smoothed: list[str] = []
    for index, sound in enumerate(sounds):
        before = smoothed[-1] if smoothed else ""
        after = sounds[index + 1] if index + 1 < len(sounds) else ""
        ahead, behind = before in VOWELS, after in VOWELS
        if behind and (sound == "y" or (sound == "i" and (not before or ahead))):
            sound = "j"
        elif not behind and (
            (sound == "j" and (ahead or after)) or (sound == "y" and ahead and before in "aAoOuUe8")
        ):
            sound = "i"
        if sound == before and (sound not in VOWELS or sound == "i"):
            continue
        if sound == "i" and before == "y" or sound == "y" and before == "i":
            continue
        smoothed.append(sound)
    return "".join(smoothed)


class _Orthography:
    """What the letters of one scheme stand for: the longest letters first; what it does not know is left out."""

    def __init__(self, own: dict[str, str], common: dict[str, str]) -> None:
        table = common | own
        several = sorted((letters for letters in table if len(letters) > 1), key=len, reverse=True)
        first = "".join({letters[0] for letters in several})
        self._sounds = table
        # most letters begin nothing longer: one look tells it
        self._letters = re.compile(
            f"(?=[{re.escape(first)}])(?:{'|'.join(map(re.escape, several))})|.", re.DOTALL
        )
        self._own = re.compile("|".join(map(re.escape, own)) or "(?!)")

    def differs(self, word: str) -> bool:
        """Return whether a word has letters that this scheme reads in its own way."""
        return bool(self._own.search(word))

    def read(self, word: str) -> str:
        """Return the sounds of a word."""
        return _smooth("".join([self._sounds.get(one, "") for one in self._letters.findall(word)]))


_BASE = _Orthography({}, _LATIN)
_ORTHOGRAPHIES = {
    scheme: _Orthography(own, _LATIN) for scheme, own in (_SCHEMES | {"pinyin": _PINYIN}).items()
} | {"cyrillic": _Orthography({}, _CYRILLIC)}
