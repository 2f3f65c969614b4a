"""The data files as checked values: `from_files()` for the core, `read_reference()` for the loading of the database.

No Django here, so that `read_texts` works without a database. The format is told in `articles/data/README.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain
from pathlib import Path

from ..pipeline.checking.words import CheckWords
from ..pipeline.knowledge import FurnitureRule, Knowledge, LineWeights, NameWords
from ..pipeline.relations.words import RelationWords
from . import files
from .checks import read_check_words
from .entries import Country, Entity, Judgement, Policy, Reference, Source, Topic
from .lines import read_line_weights
from .offices import OfficeTitles, read_office_titles
from .reader_texts import read_reader_texts
from .relations import read_relation_words
from .tables import BadData, file_place
from .words import read_agencies, read_name_words

__all__ = [
    "BadData",
    "Country",
    "Entity",
    "Judgement",
    "Policy",
    "Reference",
    "Source",
    "Topic",
    "agency_codes",
    "check_words",
    "from_files",
    "furniture_rules",
    "line_weights",
    "name_words",
    "office_titles",
    "read_reference",
    "reader_texts",
    "relation_words",
]

DATA = Path(__file__).resolve().parent.parent / "data"


def from_files(folder: Path = DATA) -> Knowledge:
    """Return what the core needs to know, as the data files have it; BadData names the file and place of a mistake."""
    return read_reference(folder).knowledge()


def furniture_rules(folder: Path = DATA) -> tuple[FurnitureRule, ...]:
    """Return the general habits of page furniture, which live in their file only; raises BadData."""
    return tuple(files.read_furniture(folder / "furniture.toml"))


def name_words(folder: Path = DATA) -> NameWords:
    """Return the words that mark unknown names, which live in their files only; raises BadData."""
    return read_name_words(folder / "given_names.toml", folder / "name_words.toml")


def agency_codes(folder: Path = DATA) -> frozenset[str]:
    """Return the codes that agencies sign with, which live in their file only; raises BadData."""
    return read_agencies(folder / "agencies.toml")


def line_weights(folder: Path = DATA) -> LineWeights:
    """Return the weights by which lines are told apart, which live in their file only; raises BadData."""
    return read_line_weights(folder / "line_weights.toml")


def relation_words(folder: Path = DATA) -> RelationWords:
    """Return the words by which texts tell their relations, which live in their file only; raises BadData."""
    return read_relation_words(folder / "relations.toml")


def check_words(folder: Path = DATA) -> CheckWords:
    """Return the words and figures by which texts are checked, which live in their file only; raises BadData."""
    return read_check_words(folder / "checks.toml")


@cache
def office_titles(folder: Path = DATA) -> OfficeTitles:
    """Return the titles of offices for pages in German and Russian, read once; raises BadData."""
    return read_office_titles(folder / "office_titles.toml")


@cache
def reader_texts(folder: Path = DATA) -> Mapping[str, Mapping[str, str]]:
    """Return the translations by language of the English sentences that readers see, read once; raises BadData."""
    return read_reader_texts(folder / "reader_texts.toml")


def read_reference(folder: Path = DATA) -> Reference:
    """Return everything that the data files say; BadData names the file and place of a mistake."""
    countries = tuple(files.read_countries(folder / "countries.toml"))
    codes = frozenset(country.code for country in countries)
    paths = sorted((folder / "entities").glob("**/*.toml"))
    entities = {file_place(path): tuple(files.read_entities(path, codes)) for path in paths}
    sources = tuple(files.read_sources(folder / "sources.toml", codes))
    _check_names_differ({"countries.toml": countries, **entities})
    _check_names_differ({"sources.toml": sources})
    records = chain(
        (country.record for country in countries),
        (entity.record for entity in chain.from_iterable(entities.values())),
    )
    names = {record.name for record in records}
    judged = folder / "judgements.toml"
    return Reference(
        countries=countries,
        entities=tuple(chain.from_iterable(entities.values())),
        topics=tuple(files.read_topics(folder / "topics.toml")),
        sources=sources,
        furniture=furniture_rules(folder),
        words=name_words(folder),
        agencies=agency_codes(folder),
        lines=line_weights(folder),
        relations=relation_words(folder),
        checks=check_words(folder),
        judgements=tuple(files.read_judgements(judged, names)) if judged.exists() else (),
    )


def _check_names_differ(entries: Mapping[str, Iterable[Country | Entity | Source]]) -> None:
    """Raise BadData where two entries bear one name: it is what they are known by."""
    places: dict[str, str] = {}
    for place, listed in entries.items():
        for name in (entry.record.name for entry in listed):
            if name in places:
                raise BadData(f"{place}: {name!r} stands in {places[name]} already")
            places[name] = place
