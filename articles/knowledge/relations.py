"""The words of relations.toml: how a text says whom it cites, where it first appeared, what it was translated from."""

from __future__ import annotations

from pathlib import Path

from ..pipeline.relations.words import CitingWords, RelationWords, ReprintWords, TranslationWords
from .tables import Table, sections


def read_relation_words(path: Path) -> RelationWords:
    """Return the words of relations.toml, those of all languages together; raises BadData."""
    tables = dict(sections(path))
    citing, reprinting, translating, weekdays, commonness = (
        tables.pop(name, Table({}, path.name))
        for name in ("citing", "reprinting", "translating", "weekdays", "commonness")
    )
    words = RelationWords(
        CitingWords(**{kind: _phrases(citing, kind) for kind in CitingWords.__dataclass_fields__}),
        ReprintWords(
            **{kind: _phrases(reprinting, kind) for kind in ReprintWords.__dataclass_fields__}
        ),
        TranslationWords(
            openings=_phrases(translating, "openings"),
            within=_phrases(translating, "within"),
            languages=dict(_inner(translating, "languages").pairs()),
        ),
        {
            word.casefold(): number
            for number, (_, names) in enumerate(weekdays.pairs())
            for word in names.split()
        },
        _commonness(commonness),
    )
    for table in (citing, reprinting, translating, weekdays, commonness, *tables.values()):
        table.finish()
    return words


def _inner(table: Table, key: str) -> Table:
    return Table(table.take(key, dict, {}), f"{table.place}: {key}")


def _phrases(table: Table, kind: str) -> tuple[str, ...]:
    """Return the phrases of one kind, which the file sorts by language."""
    lists = _inner(table, kind)
    phrases = tuple(phrase for language in lists.languages() for phrase in lists.texts(language))
    lists.finish()
    return phrases


def _commonness(table: Table) -> dict[str, int]:
    """Return of how many of a hundred texts name an entity."""
    common: dict[str, int] = {}
    for group in ("often", "regularly", "sometimes"):
        names = _inner(table, group)
        share = names.take("in_hundred", int, 0)
        common |= dict.fromkeys(names.texts("names"), share)
        names.finish()
    return common
