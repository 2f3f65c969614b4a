"""Words that the data files have in English, as pages in other languages tell them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.utils.translation import get_language

from ..knowledge import reader_texts

#: The language that reference data are written in.
WRITTEN_IN = "en"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words on a page; `lang` is their BCP 47 language where it is not that of the page, else empty."""

    words: str
    lang: str = ""

    @property
    def opening(self) -> Passage:
        """The same words where they open a line: with a capital."""
        return replace(self, words=self.words[:1].upper() + self.words[1:])


def in_language_of_page(english: str, translated: Callable[[str], str]) -> Passage:
    """Return `english` in the language of the page; what `translated` has no words for stays English and says so."""
    language = (get_language() or WRITTEN_IN)[:2]
    if language == WRITTEN_IN:
        return Passage(english)
    words = translated(language)
    return Passage(words) if words else Passage(english, WRITTEN_IN)


def reader_text(english: str) -> Passage:
    """Return a sentence for readers in the language of the page, as far as reader_texts.toml has it word for word."""
    return in_language_of_page(
        english, lambda language: reader_texts().get(english, {}).get(language, "")
    )
