"""Misprints of known names: Xi Xinping, Gubaeguly Berdymuchamedow. One part is right, the other a slip away."""

from __future__ import annotations

from collections.abc import Collection

from ..knowledge import EntityRecord
from .folding import word_keys
from .gazetteer import Gazetteer
from .tokens import Token, tokenize, words_of
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

    def of(self, name: str) -> EntityRecord | None:
        """Return the one person whose full name differs from `name` by a slip in one word; None if none or several."""
        words = tokenize(name)
        if len(words) != 2:
            return None
        found = {
            holder.name: holder
            for right, wrong in ((words[1], words[0]), (words[0], words[1]))
            for holder in self._gazetteer.bearers(right.text)
            if self._is_slip(wrong, right, holder)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _is_slip(self, wrong: Token, right: Token, holder: EntityRecord) -> bool:
        """Return whether `wrong` is no name of its own and a slip away from the other word of a form of `holder`."""
        if wrong.key in self._given or self._gazetteer.is_given_name(wrong.key):
            return False
        if len(wrong.text) < _SHORTEST or self._gazetteer.surname_holders(wrong.text):
            return False
        for form in holder.forms:
            words = words_of(form.text)
            others = [word for word in words if not _sound_alike(word, right.text)]
            if len(others) == 1 and len(words) == 2:
                far = distance_of_words(wrong.text, others[0])
                if far <= min(_LARGEST, _LARGEST_SHARE * len(wrong.text)):
                    return True
        return False


def _sound_alike(one: str, other: str) -> bool:
    return not set(word_keys(one)).isdisjoint(word_keys(other))
