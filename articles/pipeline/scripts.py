"""In which script a name is written, and how a page says so to browsers and screen readers."""

import unicodedata
from collections import Counter

#: ISO 15924 code by the first word of a letter's Unicode name.
_SCRIPTS = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "ARABIC": "Arab",
    "CJK": "Hans",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "HANGUL": "Kore",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "GREEK": "Grek",
    "HEBREW": "Hebr",
    "MONGOLIAN": "Mong",
    "DEVANAGARI": "Deva",
}
#: Languages that are not written in Latin letters unless a tag says so, by their usual script.
_USUAL = {
    "Cyrl": "ru uk be bg sr mk kk ky tg mn tt ba".split(),
    "Arab": "ar ckb fa prs ps sd ug ur".split(),
    "Hans": ["zh"],
    "Jpan": ["ja"],
    "Kore": ["ko"],
    "Armn": ["hy"],
    "Geor": ["ka"],
    "Grek": ["el"],
    "Hebr": ["he", "yi"],
    "Deva": ["hi"],
}
_RIGHT_TO_LEFT = ("Arab", "Hebr")
_SCRIPT_OF = {language: script for script, languages in _USUAL.items() for language in languages}


def script_of(text: str) -> str:
    """Return the ISO 15924 code of the script that most letters of `text` belong to; empty where none is known.

    Simplified and traditional Chinese share their letters: both count as `Hans`, the script of the region's press.

    >>> script_of("Toqaev"), script_of("Тоқаев"), script_of("توقایف"), script_of("托卡耶夫"), script_of("5+1")
    ('Latn', 'Cyrl', 'Arab', 'Hans', '')
    """
    words = (
        unicodedata.name(letter, "").split(" ", 1)[0].split("-")[0]
        for letter in text
        if letter.isalpha()
    )
    found = Counter(_SCRIPTS[word] for word in words if word in _SCRIPTS)
    if "Jpan" in found:
        return "Jpan"
    return found.most_common(1)[0][0] if found else ""


def tag_of(language: str, script: str) -> str:
    """Return the BCP 47 tag for a word: the script is named where it is not the language's usual one.

    >>> tag_of("kk", "Latn"), tag_of("kk", "Cyrl"), tag_of("uz", "Cyrl"), tag_of("", "Cyrl"), tag_of("", "")
    ('kk-Latn', 'kk', 'uz-Cyrl', 'und-Cyrl', '')
    """
    if not language:
        return f"und-{script}" if script else ""
    if not script or "-" in language or _SCRIPT_OF.get(language, "Latn") == script:
        return language
    return f"{language}-{script}"


def script_in(tag: str) -> str:
    """Return the ISO 15924 code of the script that texts in the language of a BCP 47 tag are written in; empty for no tag.

    >>> script_in("ug"), script_in("ug-Cyrl"), script_in("kk-Arab"), script_in("de-AT"), script_in("")
    ('Arab', 'Cyrl', 'Arab', 'Latn', '')
    """
    language, *subtags = tag.split("-")
    named = (subtag.title() for subtag in subtags if len(subtag) == 4 and subtag.isalpha())
    return next(named, _SCRIPT_OF.get(language, "Latn") if language else "")


def is_right_to_left(script: str) -> bool:
    """Return whether a script (ISO 15924) runs from right to left."""
    return script in _RIGHT_TO_LEFT
