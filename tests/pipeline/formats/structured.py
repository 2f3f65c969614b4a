"""What a format made of a file, as plain data for tests of feeds, wire items and exports."""

from articles.pipeline.formats import split_items
from articles.pipeline.results import Item, Refused


def items(data: str | bytes) -> list[Item]:
    """Return the texts of a file."""
    return [one for one in entries(data) if isinstance(one, Item)]


def entries(data: str | bytes) -> list[Item | Refused]:
    """Return the texts of a file and what of it was refused."""
    return split_items(data if isinstance(data, bytes) else data.encode(), "file")


def stated(item: Item) -> dict[str, str]:
    """Return the first words that a file states for each field."""
    found: dict[str, str] = {}
    for one in item.stated:
        found.setdefault(one.field, one.span.text_of(item.text.content))
    return found


def rules(item: Item) -> dict[str, str]:
    """Return the rule of the first statement for each field."""
    found: dict[str, str] = {}
    for one in item.stated:
        found.setdefault(one.field, one.rule)
    return found


def hinted(item: Item) -> list[tuple[str, str]]:
    """Return what the lines of a text are said to be, with their words."""
    return [(hint.label.value, hint.span.text_of(item.text.content)) for hint in item.hints]


def lines(item: Item) -> list[str]:
    """Return the lines of a text behind what is stated."""
    return [line for line in item.text.content[item.body :].split("\n") if line]
