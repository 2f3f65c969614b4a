"""The language of a text, by character sequences (py3langid), among those the desk reads.

Tags are BCP 47. A script is named where the text is in another than the language's usual one (CLDR's likely subtags):
`kk` is Kazakh in Cyrillic letters, `kk-Latn` in Latin ones; `uz` is Latin, `uz-Cyrl` Cyrillic.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from .results import Found, Span
from .scripts import script_of, tag_of

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LANGUAGES = [
    "de",
    "en",
    "fr",
    "ru",
    "kk",
    "ky",
    "uz",
    "tg",
    "tk",
    "az",
    "uk",
    "tr",
    "es",
    "it",
    "pl",
    "zh",
    "fa",
]
#: More than this tells nothing new and costs time.
SAMPLE = 3000
#: Fewer letters than these tell nothing; most texts have them among their first characters.
_FEWEST_LETTERS, _FEWEST_LETTERS_IN = 12, 60
#: Written in more than one script today; Turkish stands for what the model takes for it.
_SEVERAL_SCRIPTS = frozenset({"kk", "ky", "uz", "tg", "tk", "az", "tr"})
_SCRIPT_SAMPLE = 400
#: The model has read no Kazakh in Latin letters and takes it for a neighbour's. Every thirtieth letter of it is a q, which
#: Turkish and Turkmen lack, and Azerbaijani has beside ə, Karakalpak beside w.
_TAKEN_FOR_KAZAKH = frozenset({"tk", "tr", "az"})
_MOST_LETTERS_FOR_Q, _FEWEST_LETTERS_FOR_W = 120, 100


@cache
def _identifier() -> LanguageIdentifier:
    # Loaded on first use: the model takes up to three seconds and 130 MB, which a web page never needs.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier


def find_language(content: str, span: Span) -> Found[str] | None:
    """Return the language (BCP 47) of the prose in `span`; None where there are too few letters to tell."""
    sample = span.text_of(content)[:SAMPLE]
    if not _has_letters(sample[:_FEWEST_LETTERS_IN]) and not _has_letters(sample):
        return None
    code, probability = _identifier().classify(sample)
    return Found(
        _tag(str(code), sample), (span,), "character-sequences", round(float(probability), 3)
    )


def _has_letters(sample: str) -> bool:
    return sum(map(str.isalpha, sample)) >= _FEWEST_LETTERS


def _tag(language: str, sample: str) -> str:
    if language not in _SEVERAL_SCRIPTS:
        return language
    script = script_of(sample[:_SCRIPT_SAMPLE])
    if script == "Latn" and language in _TAKEN_FOR_KAZAKH and _is_kazakh(sample.lower()):
        language = "kk"
    return tag_of(language, script)


def _is_kazakh(latin: str) -> bool:
    """Return whether a Turkic text in Latin letters, in lower case, is Kazakh by its letters."""
    letters = sum(map(str.isalpha, latin))
    many_q = latin.count("q") * _MOST_LETTERS_FOR_Q > letters
    return many_q and "ə" not in latin and latin.count("w") * _FEWEST_LETTERS_FOR_W < letters
