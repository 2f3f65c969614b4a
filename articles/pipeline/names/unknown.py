"""Names that the gazetteer does not hold, each kind by a rule of its own."""

from __future__ import annotations

from collections.abc import Sequence

from .bodies import LONGEST_NAME, find_acronym, find_organisation, find_place, may_open_body
from .persons import find_person
from .senses import UnknownName, WordSenses
from .tokens import Token


class UnknownNames:
    """Finds the unknown names of one stretch of prose, between and around the words that are `taken`."""

    def __init__(
        self, tokens: Sequence[Token], content: str, taken: Sequence[bool], senses: WordSenses
    ) -> None:
        self._tokens, self._content, self._taken, self._senses = tokens, content, taken, senses
        #: the words near a noun for a body: only they can be part of its name
        self._near_body = [False] * len(tokens)
        for index, token in enumerate(tokens):
            if senses.is_body(token) or senses.is_body_suffix(token):
                for place in range(max(0, index - LONGEST_NAME + 1), min(len(tokens), index + 2)):
                    self._near_body[place] = True

    def at(self, index: int) -> UnknownName | None:
        """Return the unknown name that begins at word `index`, by the first rule that reads one."""
        if not self._tokens[index].is_capitalised:
            return None
        if self._taken[index]:
            # A taken word may still open a longer name: a city in the name of its university.
            return self._organisation(index)
        where = (self._tokens, index, self._content, self._taken, self._senses)
        return find_person(*where) or self._organisation(index) or find_place(*where)

    def _organisation(self, index: int) -> UnknownName | None:
        if self._near_body[index] or may_open_body(self._tokens[index]):
            where = (self._tokens, index, self._content, self._taken, self._senses)
            return find_organisation(*where)
        return find_acronym(self._tokens, index, self._content)
