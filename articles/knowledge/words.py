"""The words that mark unknown names: given names, roles, kinds of bodies and places."""

from __future__ import annotations

from pathlib import Path

from ..pipeline.knowledge import NameWords
from ..pipeline.names.tokens import fold
from .tables import Table, sections


def read_name_words(given: Path, words: Path) -> NameWords:
    """Return the words of given_names.toml and name_words.toml, folded; raises BadData."""
    names = dict(sections(given))
    kinds = dict(sections(words))
    places = kinds["places"]
    endings = tuple(sorted(fold(ending) for ending in places.text("endings").split()))
    suffixes = kinds["organisations"].text("suffixes").split()
    return NameWords(
        given=_folded(names["given"]),
        roles=_folded(kinds["roles"]),
        common=_folded(kinds["common"]),
        organisation_heads=_folded(kinds["organisations"]),
        organisation_suffixes=frozenset(suffixes),
        place_heads=_folded(places),
        place_endings=endings,
        offices=_titles(kinds["offices"]),
        outlet_words=_folded_text(kinds["outlets"].text("words")),
        outlet_endings=tuple(sorted(map(fold, kinds["outlets"].text("endings").split()))),
        outlet_sections=_folded_text(kinds["outlets"].text("sections")),
    )


def _titles(table: Table) -> dict[str, tuple[str, ...]]:
    """Return the titles of offices by each folded word that stands for them."""
    titles: dict[str, tuple[str, ...]] = {}
    for title, words in table.pairs():
        for word in map(fold, words.split()):
            titles[word] = (*titles.get(word, ()), title)
    return titles


def read_agencies(path: Path) -> frozenset[str]:
    """Return the codes of agencies.toml; raises BadData."""
    return frozenset(
        code for _, table in sections(path) for text in table.rest() for code in text.split()
    )


def _folded(table: Table) -> frozenset[str]:
    """Return every word of every text of a table."""
    return frozenset().union(*map(_folded_text, table.rest()))


def _folded_text(text: str) -> frozenset[str]:
    return frozenset(map(fold, text.split()))
