"""Misprints of known names: Xi Xinping, Gubaeguly Berdymuchamedow. One part is right, the other a slip away."""

from __future__ import annotations

from collections.abc import Collection

from ..knowledge import EntityRecord
from .folding import word_keys
from .gazetteer import Gazetteer
from .tokens import Remembered, Token, tokenize, words_of
from .words import distance_of_words

#: How far a slip may lead: one consonant. Two make another name: Abduhakim, Abdurahim.
_LARGEST = 1.0
_LARGEST_SHARE = 0.3
_SHORTEST = 6


class Misprints:
    """Finds the known person of whose name another is a misprint."""

    def __init__(self, gazetteer: Gazetteer, given: Collection[str]) -> None:
        self._gazetteer = gazetteer
        self._given = given
        #: the one person whose full name differs from a name by a slip in one word; None if none or several
        self.of = Remembered(self._of)

    def _of(self, name: str) -> EntityRecord | None:
        words = tokenize(name)
        if len(words) != 2:
            return None
        found = {
            holder.name: holder
            for right, wrong in ((words[1], words[0]), (words[0], words[1]))
            if not self._is_name(wrong)
            for holder in self._gazetteer.bearers(right.text)
            if _is_slip(wrong.text, right.text, holder)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _is_name(self, word: Token) -> bool:
        """Return whether a word is too short to be known for a misprint, or a name of its own."""
        return (
            len(word.text) < _SHORTEST
            or word.key in self._given
            or self._gazetteer.is_given_name(word.key)
            or self._gazetteer.is_surname(word.text)
        )


def _is_slip(wrong: str, right: str, holder: EntityRecord) -> bool:
    """Return whether `wrong` is a slip away from the other word of a form of `holder`, of which `right` is one."""
    keys = set(word_keys(right))
    for form in holder.forms:
        words = words_of(form.text)
        if len(words) != 2:
            continue
        others = [word for word in words if keys.isdisjoint(word_keys(word))]
        if len(others) == 1:
            far = distance_of_words(wrong, others[0])
            if far <= min(_LARGEST, _LARGEST_SHARE * len(wrong)):
                return True
    return False
