"""The shape of an outlet's name: "The Bishkek Observer", "Süddeutsches Tagblatt", "vlast.kz"."""

from __future__ import annotations

from ..knowledge import NameWords
from ..names.tokens import fold

#: No outlet's name has more words.
LONGEST = 5


class OutletNames:
    """Tells names of outlets by the words that such names are made of."""

    def __init__(self, words: NameWords) -> None:
        self._words = words.outlet_words
        self._endings = words.outlet_endings
        self._sections = words.outlet_sections

    def names_one(self, text: str) -> bool:
        """Return whether a few words have the shape of an outlet's name: one of its words in it, or an ending at its end.

        >>> names = OutletNames(NameWords(outlet_words=frozenset({"observer"}), outlet_endings=("post",)))
        >>> [names.names_one(text) for text in ("The Bishkek Observer", "Steppenpost", "Die Lage in Osch")]
        [True, True, False]
        """
        printed = text.split()
        if not 0 < len(printed) <= LONGEST:
            return False
        words = [fold(word.strip(".,:")) for word in printed]
        return any(word in self._words for word in words) or words[-1].endswith(self._endings)

    def is_section(self, text: str) -> bool:
        """Return whether a few words are those of a menu rather than an outlet's name: "Startseite", "Politik"."""
        return all(fold(word.strip(".,:")) in self._sections for word in text.split())
