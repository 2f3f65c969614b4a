"""docs/names.md says what the code does: every table of examples there is worked again."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from articles.knowledge import from_files
from articles.pipeline.knowledge import EntityRecord, NameForm, OfficeTerm
from articles.pipeline.names.comparing import compare
from articles.pipeline.names.folding import word_keys
from articles.pipeline.names.gazetteer import Gazetteer
from articles.pipeline.names.inflection import inflected
from articles.pipeline.names.orthographies import readings
from articles.pipeline.names.parts import take_apart
from articles.pipeline.names.sounds import apart
from articles.pipeline.names.stems import stem, stems
from articles.pipeline.names.tokens import fold, tokenize
from articles.pipeline.reader import Reader
from tests.pipeline.press import around

PAGE = Path(__file__).parents[1] / "docs" / "names.md"
_FORM = re.compile(r"([^;()]+?)(?: \((\w+)\))?(?:; |$)")


def _rows(*header: str) -> list[tuple[str, ...]]:
    """Return the rows of all tables of the page that have these columns."""
    rows = [
        row
        for columns, body in _tables(PAGE.read_text("utf-8"))
        if columns == header
        for row in body
    ]
    assert rows, f"docs/names.md has no table {header}"
    return rows


def _tables(page: str) -> Iterator[tuple[tuple[str, ...], list[tuple[str, ...]]]]:
    for block in re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE):
        header, _, *body = [
            tuple(cell.strip().strip("`") for cell in line.strip("|\n").split("|"))
            for line in block.splitlines()
        ]
        yield header, body


def _entity(name: str, kind: str, country: str, forms: str, offices: str) -> EntityRecord:
    return EntityRecord(
        name,
        kind,
        tuple(
            NameForm(text, "name" if mark in {"", "weak"} else mark, weak=mark == "weak")
            for text, mark in _FORM.findall(forms)
        ),
        country,
        tuple(
            OfficeTerm(title, country, *dates.split("–"))
            for title, dates in (held.rsplit(" ", 1) for held in offices.split("; ") if held)
        ),
    )


@pytest.fixture(scope="module")
def entities() -> tuple[EntityRecord, ...]:
    """The small gazetteer of the page."""
    return tuple(_entity(*row) for row in _rows("entity", "kind", "country", "forms", "offices"))


@pytest.fixture(scope="module")
def reader(entities: tuple[EntityRecord, ...]) -> Reader:
    """A reader that knows the entities of the page and all words of the project."""
    return Reader(replace(from_files(), entities=entities))


@pytest.mark.parametrize("row", _rows("spelling", "likeliest readings", "keys"))
def test_the_page_prints_readings_and_keys_as_they_are(row):
    likeliest = [reading for reading in readings(row[0]) if not reading.penalty]
    printed = ", ".join(f"{reading.sounds} ({reading.scheme})" for reading in likeliest)
    assert row == (row[0], printed, ", ".join(word_keys(row[0])))


@pytest.mark.parametrize("row", _rows("sounds", "cost", "why"))
def test_the_page_prints_costs_as_they_are(row):
    one, other = row[0].split()
    assert row[1] == f"{apart(one, other):.2f}"


@pytest.mark.parametrize("row", _rows("name", "words that count", "kind named"))
def test_the_page_takes_names_apart_as_the_code_does(row):
    name = take_apart(row[0])
    core = ", ".join(part.text for part in name.core)
    assert row == (row[0], core, ", ".join(sorted(name.kinds)))


@pytest.mark.parametrize("row", _rows("one", "other", "verdict", "reason"))
def test_the_page_prints_verdicts_as_they_are(row):
    found = compare(*row[:2])
    assert row[2:] == (found.verdict, found.reason)


@pytest.mark.parametrize("row", _rows("one", "other", "a key in common", "verdict"))
def test_the_page_tells_which_names_share_a_key(row):
    common = set(word_keys(row[0])) & set(word_keys(row[1]))
    assert row[2:] == ("yes" if common else "no", compare(*row[:2]).verdict)


@pytest.mark.parametrize("row", _rows("form", "kind", "stem", "in a text", "its stems"))
def test_the_page_inflects_as_the_code_does(row):
    form, kind, base, printed, others = row
    assert fold(printed) in inflected(form, kind=kind)
    assert base == stem(fold(form))
    assert others == ", ".join(sorted(stems(fold(printed))))
    assert base in others.split(", ")


@pytest.mark.parametrize("row", _rows("printed", "found", "how"))
def test_the_page_looks_names_up_as_the_gazetteer_does(row, entities):
    hits = Gazetteer(entities).hits(tokenize(row[0]), 0)
    names = ", ".join(dict.fromkeys(hit.entity.name for hit in hits))
    how = {True: "by sound", False: "as written", None: "not"}[hits[0].by_sound if hits else None]
    assert row == (row[0], names, how)


@pytest.mark.parametrize("row", _rows("sentence", "date", "word", "meant", "rule"))
def test_the_page_links_as_the_reader_does(row, reader):
    sentence, date, word, meant, rule = row
    [article] = reader.read(f" date {date} {around(sentence)}".encode(), "text.txt")
    found = [entity for entity in article.entities if word in entity.surfaces]
    assert [entity.rule for entity in found] == ([rule] if rule else [])
    named = [entity.name if entity.known else "" for entity in found]
    assert named == ([meant] if rule else [])
