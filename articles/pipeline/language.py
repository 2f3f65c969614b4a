"""The language of a text, by character sequences (py3langid), among those the desk reads."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from .results import Found, Span

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
    if sum(character.isalpha() for character in sample) < 12:
        return None
    code, probability = _identifier().classify(sample)
    return Found(str(code), (span,), "character-sequences", round(float(probability), 3))
