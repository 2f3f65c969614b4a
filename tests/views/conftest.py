"""A small newsroom: two countries, two topics, a source that gives us everything."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from .newsstand import make_country, make_source, make_topic


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    """Addresses that a test makes itself are German; a request before may have left English."""
    with translation.override("de"):
        yield


@pytest.fixture
def kazakhstan(db):
    return make_country("KZ", "Kazakhstan", "Kasachstan")


@pytest.fixture
def uzbekistan(db):
    return make_country("UZ", "Uzbekistan", "Usbekistan")


@pytest.fixture
def energy(db):
    return make_topic("energy", "Energy", "Energie")


@pytest.fixture
def sport(db):
    return make_topic("sport", "Sport", "Sport")


@pytest.fixture
def agency(db):
    return make_source("Tienschan-Dienst", label="agency", label_reason="Gehört der Redaktion.")
