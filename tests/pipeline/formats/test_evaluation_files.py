"""Feeds, wire items and exports as their emitters write them are read as their gold says (tests/evaluation/formats)."""

import json
from pathlib import Path

import pytest

from articles.pipeline.formats import split_items
from articles.pipeline.reader import Reader
from articles.pipeline.results import Item, Label, ParsedArticle, Refused
from tests.pipeline.press import value, values

FOLDER = Path(__file__).parents[2] / "evaluation" / "formats"
GOLD = sorted(FOLDER.glob("*/*.gold.json"))
WIRES = ("newsml", "ninjs", "nitf")


def file_of(gold: Path) -> Path:
    """Return the file that a gold file is about."""
    stem = gold.name.removesuffix(".gold.json")
    return next(path for path in gold.parent.glob(f"{stem}.*") if path != gold)


def own_words(item: Item) -> str:
    """Return the words of a text that its format says nothing of, or that they are body or cross-heads."""
    content = item.text.content
    said = [
        hint.span
        for hint in item.hints
        if hint.label not in {Label.BODY, Label.CROSSHEAD, Label.SIGN_OFF}
    ]
    position, parts = item.body, []
    for span in said:
        parts.append(content[position : span.start])
        position = span.end
    return " ".join(" ".join([*parts, content[position:]]).split())


def standfirst(item: Item) -> str:
    """Return the standfirst that the format gives."""
    hints = (hint for hint in item.hints if hint.label is Label.STANDFIRST)
    return " ".join(hint.span.text_of(item.text.content) for hint in hints)


def said(article: ParsedArticle) -> dict[str, str | list[str] | None]:
    """Return what was read of the fields that gold gives."""
    return {
        "headline": value(article.headline),
        "date": value(article.date),
        "updated": value(article.updated),
        "source": value(article.source_name),
        "language": (value(article.language) or "")[:2] or None,
        "address": value(article.address),
        "byline": values(article.byline),
    }


def of_gold(gold: Path) -> tuple[bytes, str, list[dict[str, str]], list[str]]:
    """Return the bytes and the name of a file, and what is expected of it: texts and codes of refusals."""
    path, expected = file_of(gold), json.loads(gold.read_text())
    return path.read_bytes(), path.name, expected["texts"], expected.get("refused", [])


each_file = pytest.mark.parametrize(
    "gold", GOLD, ids=lambda path: f"{path.parent.name}-{path.name[:-10]}"
)


@each_file
def test_texts_are_split_written_and_refused_as_gold_says(gold: Path):
    data, name, texts, refused = of_gold(gold)
    read = split_items(data, name)
    assert [one.code for one in read if isinstance(one, Refused)] == refused
    items = [one for one in read if isinstance(one, Item)]
    assert len(items) == len(texts)
    for item, text in zip(items, texts, strict=True):
        assert sorted(item.text.warnings) == sorted(text["warnings"])
        assert own_words(item).startswith(text["opens"])
        assert own_words(item).endswith(text["ends"])
        if text["standfirst"] is not None:
            assert standfirst(item) in {text["standfirst"], ""}


@each_file
def test_values_are_read_as_gold_says(reader: Reader, gold: Path):
    data, name, texts, _ = of_gold(gold)
    articles = [one for one in reader.read(data, name) if not isinstance(one, Refused)]
    for article, text in zip(articles, texts, strict=True):
        assert said(article) == {field: text[field] for field in said(article)}


def test_there_are_files_of_both_halves():
    assert {gold.parent.name for gold in GOLD} == {"open", "aside"}
    assert len(GOLD) >= 25
