"""A checker with the project's own words, which is asked about single sentences."""

from collections.abc import Callable

import pytest

from articles.pipeline.checking.checker import Checker
from articles.pipeline.document import Document
from articles.pipeline.knowledge import Knowledge
from articles.pipeline.results import Check, Label, Line, Span


@pytest.fixture(scope="session")
def check(knowledge: Knowledge) -> Callable[..., list[Check]]:
    """Return the warnings about one paragraph in a language, of a text with a date."""
    checker = Checker(knowledge.checks, knowledge.relations.weekdays, knowledge.words, ())

    def check(text: str, language: str = "de", date: str | None = None) -> list[Check]:
        line = Line(Span(0, len(text)), Label.BODY, "test")
        found = checker.check(Document(text, (line,)), language, date, ())
        return [one for one in found if not one.code.endswith("-missing")]

    return check
