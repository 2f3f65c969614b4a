"""The scheme that a form of a name is spelled in, told by its letters and, where they leave it open, by its language."""

from __future__ import annotations

import re

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..pipeline.names.orthographies import likely_schemes, plain, readings

#: Schemes of `docs/names.md` in words. Cyrillic is told by the script.
SCHEMES: dict[str, str | Promise] = {
    "german": _("German spelling (Duden)"),
    "english": _("English spelling (BGN/PCGN)"),
    "french": _("French spelling"),
    "turkic": _("Latin alphabet of a Turkic language"),
    "kazakh-2018": _("Kazakh Latin alphabet of 2018"),
    "turkish": _("Turkish or Azerbaijani alphabet"),
    "slavic": _("scholarly transliteration (ISO 9, DIN 1460)"),
    "pinyin": _("Pinyin"),
    "mixed": _("several schemes mixed"),
}
_NO_ALPHABET = ("pinyin", "mixed")
#: The scheme in which each language writes.
_OF_LANGUAGE = {
    "de": "german",
    "en": "english",
    "fr": "french",
    **dict.fromkeys(("kk", "uz", "tk", "kaa", "ug"), "turkic"),
    **dict.fromkeys(("tr", "az"), "turkish"),
    **dict.fromkeys(("cs", "sk", "sl", "hr", "sr"), "slavic"),
    "zh": "pinyin",
}
_TURKIC = ("turkic", "kazakh-2018", "turkish")
_KAZAKH_2018 = re.compile("[áǵıńóúý]")
_WORD = re.compile(r"[^\W\d_]+(?:[ʻʼ‘’'`][^\W\d_]+)*")
#: So unlikely is a scheme that a word does not follow at all.
_OUT = 1.0


def scheme_of(form: str, language: str = "") -> str:
    """Return the code of the scheme that a form follows; "" for other scripts, and where nothing tells it.

    >>> scheme_of("Tokajew", "en"), scheme_of("Almaty", "en"), scheme_of("Almaty"), scheme_of("Токаев", "ru")
    ('german', 'english', '', '')
    >>> scheme_of("Qasym-Jomart Toqajew", "de")
    'mixed'
    """
    words = _WORD.findall(plain(form))
    read = {word: readings(word) for word in words}
    schemes = {reading.scheme for found in read.values() for reading in found}
    if not schemes or "cyrillic" in schemes:
        return ""
    own = _own(form, language.split("-")[0])
    if own == "pinyin" and all("pinyin" in {one.scheme for one in read[word]} for word in words):
        return own
    best = _likeliest([word for word in words if read[word]])
    if own in best or own in _TURKIC and set(best) <= {*_TURKIC}:
        return own
    if len(best) == 1:
        return best[0]
    if "german" in best:  # nothing speaks for any scheme: its letters mean the same in most
        return ""
    if "english" in best:
        return "english"
    return "mixed" if language else ""


def _own(form: str, language: str) -> str:
    """Return the scheme in which a language writes; Kazakh has two Latin alphabets, which few letters part."""
    if language == "kk" and _KAZAKH_2018.search(plain(form)):
        return "kazakh-2018"
    return _OF_LANGUAGE.get(language, "")


def _likeliest(words: list[str]) -> list[str]:
    """Return the schemes that the letters of all words speak for most."""
    likely = [dict(likely_schemes(word)) for word in words]
    spelled = [scheme for scheme in SCHEMES if scheme not in _NO_ALPHABET]
    against = {scheme: sum(one.get(scheme, _OUT) for one in likely) for scheme in spelled}
    least = min(against.values())
    return [scheme for scheme, penalty in against.items() if penalty - least < 1e-6]
