"""Words beside a surname that tell whose it is: the office, a former one, the elder or the younger of a family."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .tokens import Token

#: How many words before and behind a name may name its office: "Kasachstans Präsident T.", "T., der Präsident".
_BEFORE, _BEHIND = 3, 3
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
        self._titles = words
        self._longest_ending = tuple(word for word in words if len(word) > 7)

    def beside(self, tokens: Sequence[Token], index: int) -> tuple[frozenset[str], bool]:
        """Return the titles that words beside word `index` name, and whether as former ones."""
        around = tokens[max(0, index - _BEFORE) : index]
        titles = frozenset(title for token in around for title in self._titles_of(token.key))
        if not titles:
            behind = tokens[index + 1 : index + 1 + _BEHIND]
            titles = frozenset(title for token in behind for title in self._titles_of(token.key))
            around = [*around, *behind]
        return titles, any(token.key in _PAST or token.key.startswith("ex") for token in around)

    def _titles_of(self, key: str) -> tuple[str, ...]:
        for form in (key, key.removesuffix("s"), key.removesuffix("en"), key.removesuffix("in")):
            if form in self._titles:
                return self._titles[form]
        return ()


def age_beside(tokens: Sequence[Token], index: int) -> int:
    """Return 1 where the words beside word `index` speak of the elder of a family, -1 of the younger, else 0."""
    around = {token.key for token in tokens[max(0, index - 2) : index + 3]}
    elder, younger = not _ELDER.isdisjoint(around), not _YOUNGER.isdisjoint(around)
    return int(elder) - int(younger)
