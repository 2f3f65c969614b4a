"""One reader with the project's own knowledge for all tests of the core: building it takes a second."""

from collections.abc import Callable

import pytest

from articles.knowledge import from_files
from articles.pipeline.knowledge import Knowledge
from articles.pipeline.reader import Reader
from articles.pipeline.results import ParsedArticle


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """What the data files say."""
    return from_files()


@pytest.fixture(scope="session")
def reader(knowledge: Knowledge) -> Reader:
    """A reader that knows what the data files say."""
    return Reader(knowledge)


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[[str], ParsedArticle]:
    """Read a text as it stands in a UTF-8 file."""

    def read(text: str) -> ParsedArticle:
        [article] = reader.read(text.encode(), "text.txt")
        return article

    return read
