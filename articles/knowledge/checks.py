"""The words and figures of checks.toml, by which texts are checked for the fact-checker."""

from __future__ import annotations

from pathlib import Path

from ..pipeline.checking.words import (
    ChangeWords,
    CheckWords,
    CurrencyWords,
    MagnitudeWords,
    Rate,
)
from .tables import BadData, Table, sections


def read_check_words(path: Path) -> CheckWords:
    """Return the words and figures of checks.toml, those of all languages together; raises BadData."""
    tables = dict(sections(path))
    scales = _take(tables, "scales", path)
    change, holding = _take(tables, "change", path), _take(tables, "holding", path)
    words = CheckWords(
        scales={
            language: {
                word.lower(): times
                for times, words in _by_number(_inner(scales, language)).items()
                for word in words
            }
            for language in scales.languages()
        },
        change=ChangeWords(
            start=_phrases(change, "from"),
            **{
                key: _phrases(change, key)
                for key in ("to", "about", "by", "verbs", "otherwise", "against", "breaks")
            },
            fractions=_by_number(_take(tables, "fractions", path)),
            multiples=_by_number(_take(tables, "multiples", path)),
        ),
        magnitudes=_magnitudes(tables, path),
        currencies=_currencies(tables, path),
        not_now=_phrases(holding, "not_now"),
        other_time=_phrases(holding, "other_time"),
    )
    for table in (scales, change, holding, *tables.values()):
        table.finish()
    return words


def _magnitudes(tables: dict[str, Table], path: Path) -> MagnitudeWords:
    wholes, ages = _take(tables, "wholes", path), _take(tables, "ages", path)
    peopled, populations = _take(tables, "peopled", path), _take(tables, "populations", path)
    words = MagnitudeWords(
        wholes=tuple(
            word for language in wholes.languages() for word in _phrases(wholes, language)
        ),
        most_years=ages.take("most", int, 0),
        ages_before=_phrases(ages, "before"),
        age_adjectives=_phrases(ages, "adjectives"),
        persons=_phrases(ages, "persons"),
        populations={
            code: populations.take(code, float) * 1e6 for code in ("KZ", "KG", "TJ", "TM", "UZ")
        },
        peopled=_phrases(peopled, "links"),
        inhabitants=_phrases(peopled, "inhabitants"),
    )
    for table in (wholes, ages, peopled, populations):
        table.finish()
    return words


def _currencies(tables: dict[str, Table], path: Path) -> CurrencyWords:
    listed, converted = _take(tables, "currency_words", path), _take(tables, "converted", path)
    rates = _take(tables, "rates", path)
    codes: dict[str, tuple[str, ...]] = {}
    known: dict[str, tuple[Rate, ...]] = {}
    for code, words in listed.pairs():
        for word in dict.fromkeys(words.lower().split()):
            codes[word] = (*codes.get(word, ()), code)
        known[code] = tuple(_rates(rates, code))
    links = _phrases(converted, "links")
    for table in (converted, rates):
        table.finish()
    return CurrencyWords(codes, known, links)


def _rates(table: Table, code: str) -> list[Rate]:
    rates: list[Rate] = []
    for row in table.tables(code):
        since = row.take("since", int)
        low, high = row.take("low", float), row.take("high", float)
        row.finish()
        if not 0 < low <= high or (rates and since <= rates[-1].since):
            raise row.complain("low", "rates go from low to high, one entry after the other")
        rates.append(Rate(since, low, high))
    if not rates:
        raise table.complain(code, "has no rates")
    return rates


def _take(tables: dict[str, Table], name: str, path: Path) -> Table:
    if name not in tables:
        raise BadData(f"{path.name}: [{name}] is missing")
    return tables.pop(name)


def _inner(table: Table, key: str) -> Table:
    return Table(table.take(key, dict, {}), f"{table.place}: {key}")


def _phrases(table: Table, key: str) -> tuple[str, ...]:
    """Return the phrases of a text, which blanks part; `_` stands for a blank inside of one."""
    return tuple(phrase.replace("_", " ") for phrase in table.text(key).split())


def _by_number(table: Table) -> dict[float, tuple[str, ...]]:
    """Return phrases by the numbers that are their keys."""
    found = {}
    for key, words in table.pairs():
        try:
            number = float(key)
        except ValueError:
            raise table.complain(key, "must be a number") from None
        found[number] = tuple(phrase.replace("_", " ") for phrase in words.split())
    return found
