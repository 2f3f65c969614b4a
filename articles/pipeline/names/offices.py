"""Words beside a surname that tell whose it is: the office, a former one, the elder or the younger of a family."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .tokens import Remembered, Token

#: How many words before and behind a name may name its office: "Kasachstans Präsident T.", "T., der Präsident".
_BEFORE, _BEHIND = 3, 3
_ENDS = frozenset(".!?…:;\n")
_PAST = frozenset(
    (
        "ex former fruhere fruherer fruheren ehemalige ehemaliger ehemaligen damalige damaliger damaligen alt "
        "ancien ancienne бывший бывшего экс"
    ).split()
)
_ELDER = frozenset(
    "vater senior altere alterer alteren pere father elder отец отца старший".split()
)
_YOUNGER = frozenset(
    "sohn junior jungere jungerer jungeren fils son younger сын сына младший".split()
)


class Offices:
    """The words for offices, each with the titles that it may stand for."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._words = words
        #: the titles that a folded word may stand for
        self._titles = Remembered(self._titles_of)

    def beside(
        self, tokens: Sequence[Token], index: int, content: str
    ) -> tuple[frozenset[str], bool]:
        """Return the titles that words beside word `index` name in its sentence, and whether as former ones."""
        around = _back(tokens, index, content)
        titles = frozenset(title for token in around for title in self._titles[token.key])
        if not titles:
            behind = _ahead(tokens, index, content)
            titles = frozenset(title for token in behind for title in self._titles[token.key])
            around = [*around, *behind]
        return titles, any(self._is_past(token.key) for token in around)

    def _is_past(self, key: str) -> bool:
        """Return whether a word speaks of a former office: früher, Expräsident; an Experte is none."""
        return key in _PAST or (key.startswith("ex") and bool(self._titles[key[2:]]))

    def _titles_of(self, key: str) -> tuple[str, ...]:
        for form in (key, key.removesuffix("s"), key.removesuffix("en"), key.removesuffix("in")):
            if form in self._words:
                return self._words[form]
        return ()


def age_beside(tokens: Sequence[Token], index: int, content: str) -> int:
    """Return 1 where the words beside word `index` speak of the elder of a family, -1 of the younger, else 0."""
    around = [*_back(tokens, index, content)[-2:], *_ahead(tokens, index, content)[:2]]
    keys = {token.key for token in around}
    return int(not _ELDER.isdisjoint(keys)) - int(not _YOUNGER.isdisjoint(keys))


def _back(tokens: Sequence[Token], index: int, content: str) -> list[Token]:
    """Return the words before word `index` in its sentence, no more than may name an office."""
    place = index
    while (
        place and index - place < _BEFORE and not _parted(tokens[place - 1], tokens[place], content)
    ):
        place -= 1
    return list(tokens[place:index])


def _ahead(tokens: Sequence[Token], index: int, content: str) -> list[Token]:
    """Return the words behind word `index` in its sentence, no more than may name an office."""
    place = index
    last = len(tokens) - 1
    while (
        place < last
        and place - index < _BEHIND
        and not _parted(tokens[place], tokens[place + 1], content)
    ):
        place += 1
    return list(tokens[index + 1 : place + 1])


def _parted(one: Token, other: Token, content: str) -> bool:
    """Return whether a sentence ends between two words; an initial's point ends none."""
    return len(one.text) > 1 and not _ENDS.isdisjoint(content[one.end : other.start])
